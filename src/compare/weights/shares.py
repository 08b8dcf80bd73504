"""How much each criterion counts: shares that add up to 1, bound by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from compare.errors import CompareError, listed, quoted, unknown
from compare.words import together

How = Literal["equal", "points", "swing", "ranking", "pairwise", "swing_ranges"]


ALARM = 0.10
"""A consistency ratio above this is worth a second look (Saaty 1980)."""


@dataclass(frozen=True)
class Misfit:
    """A judgement of two criteria beside what the weights from all judgements imply for them.

    Parameters
    ----------
    first, second : str
        The criteria, in the order in which the stated ratio is 1 or more.
    stated : float
        How many times as much the first counts, as it was said, 1-9.
    fitting : float
        The ratio of their weights; below 1 where the second counts more.

    Examples
    --------
    >>> Misfit("goals", "cost", 6.0, 2.2).sentence()
    'One answer stands apart: goals over cost, 6 times as much. With the other answers, 2 times would fit.'
    """

    first: str
    second: str
    stated: float
    fitting: float

    def sentence(self, labels: Mapping[str, str] | None = None) -> str:
        """Say both ratios in whole numbers; ``labels`` has what each criterion is called."""
        first, second = ((labels or {}).get(name, name) for name in (self.first, self.second))
        return together.misfit(first, second, self.stated, self.fitting)


@dataclass(frozen=True)
class Consistency:
    """How well pairwise judgements fit together.

    Parameters
    ----------
    ratio : float
        The consistency ratio, 0 or more: 0 is perfect, above 0.10 worth a second look.
    table : str
        Whose random index it was divided by; a ratio says nothing without it.
    worst : Misfit, optional
        The judgement that fits least; None where all of them fit.
    """

    ratio: float
    table: str
    worst: Misfit | None = None

    @property
    def alarm(self) -> bool:
        """Tell whether the judgements are worth a second look."""
        return self.ratio > ALARM


class Weights(Mapping[str, float]):
    """The share of each criterion, by name; the shares add up to 1.

    Parameters
    ----------
    shares : mapping of str to float
        How much each criterion counts, in any unit; at least one above 0.
    how : str
        How people gave them.
    consistency : Consistency, optional
        For pairwise judgements.
    stated : bool
        Whether anybody gave them; False for the equal shares that stand in where nobody did.
    outdated : bool
        Whether they stand in for weights that were given for other ends of a scale (R1).

    Raises
    ------
    CompareError
        No criterion counts.

    Examples
    --------
    >>> Weights({"goals": 3, "side_effects": 1}, how="points")["goals"]
    0.75
    """

    __slots__ = ("_consistency", "_how", "_outdated", "_shares", "_stated")

    def __init__(
        self,
        shares: Mapping[str, float],
        how: How,
        consistency: Consistency | None = None,
        *,
        stated: bool = True,
        outdated: bool = False,
    ) -> None:
        total = sum(shares.values())
        if not total > 0:
            raise CompareError(
                "No criterion counts.",
                found="0 for every criterion",
                allowed="at least one above 0",
                fix="raise one of them",
            )
        self._shares = {name: share / total for name, share in shares.items()}
        self._how: How = how
        self._consistency = consistency
        self._stated = stated
        self._outdated = outdated

    @property
    def how(self) -> How:
        """Return how the weights were given."""
        return self._how

    @property
    def consistency(self) -> Consistency | None:
        """Return the consistency of pairwise judgements, None for every other way."""
        return self._consistency

    @property
    def given(self) -> bool:
        """Tell whether anybody gave them; equal shares are nobody's unless somebody said so."""
        return self._stated

    @property
    def outdated(self) -> bool:
        """Tell whether somebody gave weights that do not count any more, because an end of a scale has moved since."""
        return self._outdated

    def __getitem__(self, name: str) -> float:
        """Return the share of a criterion, 0-1."""
        return self._shares[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names of the criteria."""
        return iter(self._shares)

    def __len__(self) -> int:
        """Return how many criteria there are."""
        return len(self._shares)

    def __repr__(self) -> str:
        """Return the shares and how they were given."""
        shares = ", ".join(f"{name}={share:.3f}" for name, share in self._shares.items())
        return f"Weights({shares}; {self._how})"

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        return hash((frozenset(self._shares.items()), self._how))

    def __eq__(self, other: object) -> bool:
        """Tell whether the shares and the way they were given are the same; order does not matter."""
        if not isinstance(other, Weights):
            return NotImplemented
        return self._shares == other._shares and self._how == other._how

    def plain(self) -> dict[str, Any]:
        """Return how they were given, the shares, and the consistency with its table, for JSON."""
        found = self._consistency
        return {
            "how": self._how,
            "shares": dict(self),
            "consistency": {"ratio": found.ratio, "table": found.table} if found else None,
        }

    def bound_to(self, names: Sequence[str]) -> Weights:
        """Return the same weights in the order of ``names``, each of which must have one.

        Raises
        ------
        CompareError
            A name without a weight, or a weight without its criterion.
        """
        check_names(self, names)
        shares = {name: self[name] for name in names}
        return Weights(shares, self._how, self._consistency, stated=self._stated, outdated=self._outdated)


def check_names(given: Iterable[str], names: Sequence[str], *, within: str = "the weights") -> None:
    """Refuse weights that leave a criterion out or name one that does not exist."""
    given = list(given)
    for name in given:
        if name not in names:
            raise unknown("a criterion of this case", name, names, path=(name,))
    missing = [name for name in names if name not in given]
    if missing:
        raise CompareError(
            f"Some criteria are not in {within}.",
            found=f"nothing for {listed(missing)}",
            allowed=f"every criterion: {listed(names)}",
            fix="add them; 0 means that a criterion does not count",
        )


def check_by_name(given: object, allowed: str) -> None:
    """Refuse what is not given by name, or is nothing."""
    if not isinstance(given, Mapping) or not given:
        raise CompareError(
            "Weights are given by name.",
            found=quoted(given),
            allowed=allowed,
            fix="name every criterion, each with its number",
        )


def checked(given: Mapping[str, float], *, sum_above_zero: bool = True) -> dict[str, float]:
    """Return weights that are numbers from 0 to 100, by name, not all of them 0."""
    check_by_name(given, '{"goals": 40, "side_effects": 30}')
    for name, share in given.items():
        if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 100:
            raise CompareError(
                "A weight is a number from 0 to 100.",
                path=(name,),
                found=quoted(share),
                allowed="0 to 100",
                fix="write a number from 0 to 100; 0 means that it does not count",
            )
    if sum_above_zero and not sum(given.values()) > 0:
        raise CompareError(
            "No criterion counts.",
            found="0 for every criterion",
            allowed="at least one above 0",
            fix="raise one of them",
        )
    return {name: float(share) for name, share in given.items()}
