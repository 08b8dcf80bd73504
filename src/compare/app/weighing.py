"""How a person says what matters: which way, and what is kept when another way is chosen.

Nothing is put down for anybody before they have moved something: until then a chosen way is only a way to look at it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compare.app.state import State
from compare.case import Case, Person, StatedWeights
from compare.weights import Weights

MIDDLE = 50.0
MOST = 100.0

OFFERED = ("points", "swing", "ranking", "equal")
"""The ways that are offered; two more are shown to those whose file holds them."""


def way_of(state: State, person: Person) -> str:
    """Return in which way a person says what matters: as in the case, else as chosen but not yet said, else ""."""
    how = person.weights.how if person.weights else ""
    return how if state.case.weights_by(person) else state.chosen.get(_name(person)) or how


def numbers_of(case: Case, person: Person) -> Mapping[str, float]:
    """Return where the sliders of a person stand, by criterion; in the middle as long as nothing was said."""
    if person.weights is None:
        return dict.fromkeys(case.keys, MIDDLE)
    given: Mapping[str, float] = _in_way(case, person.weights, "points")["points"]
    return given


def order_of(case: Case, person: Person) -> tuple[str, ...]:
    """Return the criteria in the order that a person gave, else in that of the case."""
    return tuple(_in_way(case, person.weights, "ranking")["ranking"]) if person.weights else case.keys


def shares_of(case: Case, person: Person) -> Weights | None:
    """Return how much each criterion counts for a person, None as long as nothing was said that counts."""
    stated = case.weights_by(person)
    return stated.on(case.keys) if stated else None


def turned(case: Case, person: Person, way: str) -> dict[str, Any] | None:
    """Return the weights of a person in another way, as far as it can hold what was said; None where nothing is to be put down.

    Examples
    --------
    >>> rosa = Person(name="Rosa", weights={"ranking": ["goals", "cost"]})
    >>> turned(Case(opinions=[{"name": "A"}], criteria=[{"key": "cost"}, {"key": "goals"}]), rosa, "points")
    {'points': {'cost': 33.33, 'goals': 100.0}}
    """
    if way not in OFFERED or (person.weights and person.weights.how == way):
        return None
    if way == "equal":
        return {way: True}
    stated = case.weights_by(person)
    return _in_way(case, stated, way) if stated else None


def kept(state: State, person: Person) -> dict[str, Any]:
    """Return what a person said before an end of a scale moved, in the way in which it is shown, to be said again as it is."""
    stated, way = person.weights, way_of(state, person)
    if stated is None:
        return {}
    return {way: getattr(stated, way)} if way == stated.how else _in_way(state.case, stated, way)


def moved(case: Case, person: Person, way: str, key: str, typed: str) -> dict[str, Any]:
    """Return what a person says once one of their sliders was moved; the others stay where they stood."""
    return {way: {**numbers_of(case, person), key: typed}}


def choose_way(state: State, person: Person, way: str) -> None:
    """Remember which way a person looks at, as long as they have not said anything in it."""
    state.chosen = {**state.chosen, _name(person): way}


def _in_way(case: Case, stated: StatedWeights, way: str) -> dict[str, Any]:
    """Return weights in one of the ways that are offered, as far as it can hold them."""
    if way == "points" and (given := stated.points or stated.swing):
        return {way: dict(given)}
    if way == "ranking" and stated.ranking:
        return {way: stated.ranking}
    shares = stated.on(case.keys)
    if way == "ranking":
        return {way: sorted(shares, key=shares.__getitem__, reverse=True)}
    most = max(shares.values())
    return {way: {key: round(MOST * share / most, 2) for key, share in shares.items()}}


def _name(person: Person) -> str:
    return f"way of {person.name}"
