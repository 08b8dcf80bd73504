"""The people: their first feeling, then what matters to each of them, each in their own way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import words
from compare.app.blocks import Act, Block, Card, Field, Group, Order, Points, Row, Table, Text
from compare.app.screens.fields import chosen, field, group, pairs
from compare.app.state import Place, State
from compare.app.weighing import MOST, OFFERED, numbers_of, order_of, shares_of, way_of
from compare.case import Criterion, Person
from compare.weights import pair_of
from compare.words import choices, entering, mattering, moved_ends, patient
from compare.words import screens as told

_SURE = {str(number): str(number) for number in range(11)}


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    yield Card(patient.WANTS, list(_wants(state)), name="wants")
    if not state.case.people:
        yield Text(mattering.NOBODY_YET)
    for place, person in enumerate(state.case.people):
        yield Card(person.name, list(_person(state, place, person)), remark=person.role, name=f"person{place}")
    yield Act("add_person", told.ADD_PERSON, tone="plain" if state.case.people else "main")


def _wants(state: State) -> Iterator[Block]:
    yield field(state, ("patient", "goals"), patient.GOALS, "lines", help=patient.GOALS_HELP)
    way = chosen(choices.STEPS_OF_CARE)
    yield field(state, ("patient", "approach"), patient.APPROACH, "choice", options=way)


def _person(state: State, place: int, person: Person) -> Iterator[Block]:
    at = ("people", place)
    yield Row(
        [field(state, (*at, "name"), told.PERSON_NAME), field(state, (*at, "role"), told.ROLE, help=told.ROLE_HELP)]
    )
    yield Group(
        mattering.FIRST_FEELING, [Text(told.GUT_NOTE, "note"), _feeling(state, (*at, "gut_first"), told.GUT_FIRST)]
    )
    yield _sure(state, (*at, "before"), mattering.SURE_BEFORE)
    yield Group(told.WEIGHTS.format(name=person.name), list(_weights(state, place, person)))
    if person.weights or person.gut_later:
        later = _feeling(state, (*at, "gut_later"), told.GUT_LATER)
        yield Group(mattering.AND_NOW, [Text(mattering.AND_NOW_NOTE, "note"), later])
        yield _sure(state, (*at, "after"), mattering.SURE_AFTER)
    yield field(state, (*at, "concerns"), mattering.CONCERNS, "lines", help=told.ONE_A_LINE)
    remove = entering.REMOVE_NAMED.format(name=person.name)
    yield Act("remove_person", told.REMOVE, [place], "quiet", name=remove)


def _feeling(state: State, at: Place, label: str) -> Row:
    names = {name: name for name in state.case.names}
    return Row(
        [
            field(state, (*at, "opinion"), label, "choice", options=chosen(names, told.NO_CHOICE)),
            field(state, (*at, "words"), mattering.FEELING_WORDS),
        ]
    )


def _sure(state: State, at: Place, title: str) -> Group:
    fields = [field(state, (*at, key), label, "choice", options=chosen(_SURE)) for key, label in mattering.SURE.items()]
    return group(title, [Text(mattering.SURE_NOTE, "note"), *pairs(fields)], "/".join(map(str, at)))


def _weights(state: State, place: int, person: Person) -> Iterator[Block]:
    at, way = ("people", place, "weights"), way_of(state, person)
    offered = [(key, mattering.WAYS[key]) for key in ("", *OFFERED, *([] if way in {"", *OFFERED} else [way]))]
    yield Field(at, told.WAY, "way", way, offered, mattering.WAY_NOTES[way])
    if person.weights is None and way in mattering.NOT_PUT_DOWN:
        yield Text(mattering.NOT_PUT_DOWN[way], "note")
    moved = state.case.moved_for(person)
    if moved:
        yield Text(moved_ends.asked_again(person.name, moved), "warn")
        yield Row([Text(moved_ends.START, "note"), Act("keep_weights", moved_ends.KEEP, [place])])
    if way in {"points", "swing"}:
        yield from _sliders(state, at, person, way)
    elif way == "ranking":
        yield from _order(state, place, person)
    elif way in {"swing_ranges", "pairwise"}:
        yield from _typed(state, at, person, way)


def _sliders(state: State, at: Place, person: Person, way: str) -> Iterator[Block]:
    numbers = numbers_of(state.case, person)
    if way == "swing" and max(numbers.values()) < MOST:
        yield Text(mattering.NONE_AT_100, "note")
    for criterion in state.case.criteria:
        place = (*at, way, criterion.key)
        shown = field(
            state, place, criterion.label, "slider", help=_step(criterion), remark=_counts(state, person, criterion)
        )
        yield (
            shown
            if shown.value
            else Field(
                place,
                criterion.label,
                "slider",
                f"{numbers[criterion.key]:g}",
                (),
                _step(criterion),
                shown.fault,
                shown.remark,
            )
        )


def _order(state: State, place: int, person: Person) -> Iterator[Block]:
    order = order_of(state.case, person)
    items = [
        (key, criterion.label, _step(criterion), _counts(state, person, criterion))
        for key in order
        for criterion in [state.case.criterion(key)]
    ]
    yield Order(
        told.WEIGHTS.format(name=person.name), "reorder", [place], items, mattering.UP, mattering.DOWN, mattering.AT
    )
    if person.weights is None:
        yield Act("reorder", mattering.KEEP_ORDER, [place, list(order)])


def _typed(state: State, at: Place, person: Person, way: str) -> Iterator[Block]:
    labels = {criterion.key: criterion.label for criterion in state.case.criteria}
    given: Sequence[str] = list(getattr(person.weights, way) or ())
    called = labels if way == "swing_ranges" else {pair: _paired(pair, labels) for pair in given}
    if way == "pairwise":
        ends = [(criterion.label, *criterion.anchors) for criterion in state.case.criteria]
        yield Table(mattering.BOTH_ENDS, mattering.ENDS, ends)
    steps = {criterion.key: _step(criterion) for criterion in state.case.criteria}
    yield from pairs([field(state, (*at, way, key), called[key], "answer", help=steps.get(key, "")) for key in given])
    if shares_of(state.case, person):
        yield Points([f"{criterion.label}: {_counts(state, person, criterion)}" for criterion in state.case.criteria])


def _paired(pair: str, labels: dict[str, str]) -> str:
    first, second = pair_of(pair)
    return mattering.PAIR.format(first=labels.get(first, first), second=labels.get(second, second))


def _counts(state: State, person: Person, criterion: Criterion) -> str:
    shares = shares_of(state.case, person)
    return mattering.COUNTS_FOR.format(share=words.of_100(shares[criterion.key])) if shares else ""


def _step(criterion: Criterion) -> str:
    worst, best = criterion.anchors
    return mattering.STEP.format(worst=worst, best=best)
