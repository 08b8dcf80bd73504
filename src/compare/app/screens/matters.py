"""The people: their first feeling, then what matters to each of them."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Act, Block, Card, Field, Row, Text
from compare.app.screens.fields import field
from compare.app.state import State
from compare.case import Person
from compare.words import screens as told


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    for place, person in enumerate(state.case.people):
        yield Card(person.name, list(_person(state, place, person)), name=f"person{place}")
    yield Act("add_person", told.ADD_PERSON, tone="main")


def _person(state: State, place: int, person: Person) -> Iterator[Block]:
    at = ("people", place)
    yield Row(
        [field(state, (*at, "name"), told.PERSON_NAME), field(state, (*at, "role"), told.ROLE, help=told.ROLE_HELP)]
    )
    choices = [("", told.NO_CHOICE), *((name, name) for name in state.case.names)]
    yield Text(told.GUT_NOTE, "note")
    yield Row(
        [
            field(state, (*at, "gut_first", "opinion"), told.GUT_FIRST, "choice", options=choices),
            field(state, (*at, "gut_later", "opinion"), told.GUT_LATER, "choice", options=choices),
        ]
    )
    yield Text(told.WEIGHTS.format(name=person.name), "strong")
    yield Text(told.SAY_WEIGHTS, "note")
    yield from _weights(state, place, person)
    yield Act("remove_person", told.REMOVE, [place], "quiet")


def _weights(state: State, place: int, person: Person) -> Iterator[Field]:
    stated = person.weights
    points = (stated.points or stated.swing or {}) if stated else {}
    for criterion in state.case.criteria:
        value = points.get(criterion.key)
        where = ("people", place, "weights", "points", criterion.key)
        worst, best = criterion.anchors
        yield Field(
            where,
            criterion.label,
            "slider",
            "" if value is None else f"{value:g}",
            (),
            told.FROM_TO.format(worst=worst, best=best),
        )
