"""What is known of the weights: nothing, their order, a range for each, or the weights themselves.

Everything is bound by the criterion's name: the parts stand in alphabetical order of their keys, so the order of a file
changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from compare.case import Case, Person
from compare.errors import CompareError, listed, unknown
from compare.scoring import weights_of
from compare.weights import Weights
from compare.words.moved_ends import gave_for_others

Knowing = Literal["nothing", "order", "ranges", "weights"]
KNOWING: tuple[str, ...] = get_args(Knowing)

_SAME = 1e-9


@dataclass(frozen=True)
class Knowledge:
    """What is known of the weights.

    Parameters
    ----------
    keys : tuple of str
        The criteria, in alphabetical order; every other tuple follows it.
    kind : {"nothing", "order", "ranges", "weights"}
        What is known.
    person : str or None
        Who said it.
    how : str or None
        In which way they said it; None for the equal weights that stand in where nobody did.
    shares : tuple of float
        The weights, for ``"weights"``.
    groups : tuple of tuple of int
        For ``"order"``: places in ``keys``, the most important first; no order is known within a group.
    ranges : tuple of (float, float)
        For ``"ranges"``: the lowest and the highest swing points of each criterion, 0-100.
    """

    keys: tuple[str, ...]
    kind: Knowing
    person: str | None = None
    how: str | None = None
    shares: tuple[float, ...] = ()
    groups: tuple[tuple[int, ...], ...] = ()
    ranges: tuple[tuple[float, float], ...] = ()

    @cached_property
    def point(self) -> tuple[float, ...] | None:
        """Return the weights where only one set of them is possible, else None."""
        if len(self.keys) == 1:
            return (1.0,)
        counting = [(low, high) for low, high in self.ranges if high > 0]
        if len(counting) == 1 or (counting and all(low == high for low, high in counting)):
            total = sum(high for _, high in counting)
            return tuple(high / total for _, high in self.ranges)
        return self.shares if self.kind == "weights" else None


def knowledge(case: Case, knowing: str, weights: Weights | None, person: str | None) -> Knowledge:
    """Return what is known of the weights of a case.

    Raises
    ------
    CompareError
        There is no such kind of knowledge or no such person, the weights name other criteria, or nobody gave what is asked
        for.
    """
    if knowing not in KNOWING:
        raise unknown("something that can be known of the weights", str(knowing), KNOWING)
    keys = tuple(sorted(case.keys))
    passed = weights is not None
    if weights is not None:
        name = case.person(person).name if person is not None else None
        weights = weights.bound_to(case.keys)
    else:
        weights, name = weights_of(case, person)
    if knowing == "nothing":
        return Knowledge(keys, "nothing")
    if knowing == "ranges":
        return Knowledge(keys, "ranges", name, "swing_ranges", ranges=_ranges(case, keys, person, passed=passed))
    if knowing == "order":
        return Knowledge(keys, "order", name, weights.how, groups=_groups(keys, _stated(weights)))
    how = weights.how if weights.given else None
    return Knowledge(keys, "weights", name, how, shares=tuple(weights[key] for key in keys))


def _stated(weights: Weights) -> Weights:
    if weights.given:
        return weights
    raise CompareError(
        "Nobody has said in which order the parts count.",
        found="weights for other ends of a scale" if weights.outdated else "no weights",
        allowed="weights of any kind; their order is used",
        fix="give a person weights, for example `weights: {ranking: [goals, side_effects, ...]}`; or ask with knowing `nothing`",
    )


def _groups(keys: tuple[str, ...], weights: Weights) -> tuple[tuple[int, ...], ...]:
    """Return the order of the weights; weights that are equal have no order between them."""
    groups: list[list[int]] = []
    for place in sorted(range(len(keys)), key=lambda place: -weights[keys[place]]):
        if groups and weights[keys[groups[-1][-1]]] - weights[keys[place]] <= _SAME:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(tuple(sorted(group)) for group in groups)


def _ranges(case: Case, keys: tuple[str, ...], person: str | None, *, passed: bool) -> tuple[tuple[float, float], ...]:
    somebody = case.person(person) if person is not None else case.speaker
    given = case.weights_by(somebody) if somebody and not passed else None
    stated = given.swing_ranges if given else None
    if stated is None:
        raise _no_ranges(case, somebody, passed=passed)
    smallest = _SAME * max(high for _, high in stated.values())
    return tuple(_plain(*stated[key], smallest) for key in keys)


def _plain(low: float, high: float, smallest: float) -> tuple[float, float]:
    """Return a range, with what is too small to tell from nothing left out."""
    if high <= smallest:
        return 0.0, 0.0
    return (high, high) if high - low <= smallest else (low, high)


def _no_ranges(case: Case, somebody: Person | None, *, passed: bool) -> CompareError:
    gave = [(person.name, case.weights_by(person)) for person in case.people]
    others = [name for name, given in gave if given and given.swing_ranges is not None]
    return CompareError(
        "These weights are not ranges.",
        path=("people",),
        found="weights in the call itself" if passed else _gave(case, somebody),
        allowed="a person with `weights: {swing_ranges: ...}`",
        fix=f"name a person who gave ranges: {listed(others)}"
        if others
        else "give a person ranges, for example `weights: {swing_ranges: {goals: [80, 100], ...}}`",
    )


def _gave(case: Case, somebody: Person | None) -> str:
    if somebody is None:
        return "nobody gave weights"
    if case.moved_for(somebody):
        return gave_for_others(somebody.name)
    return f"{somebody.name} gave {somebody.weights.how if somebody.weights else 'no weights'}"
