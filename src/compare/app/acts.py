"""What the buttons and fields of the app do to its state: one function for each, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from compare.answers import parse_answer, plain_answer
from compare.app.seeing import SEEING
from compare.app.state import State
from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree
from compare.samples import sample_names
from compare.trees import is_number
from compare.words import screens as told

EMPTY = {"opinions": [{"name": told.NEW_OPINION.format(number=1)}, {"name": told.NEW_OPINION.format(number=2)}]}
"""A case to begin with."""


def set_field(state: State, place: Sequence[str | int], form: str, typed: str) -> None:
    """Put what was typed into a field into the case; what cannot be read stays in the field with the reason."""
    state.put(place, value_of(form, typed), typed)


def value_of(form: str, typed: str) -> Any:
    """Return what was typed as it stands in a file; None for an empty field.

    Examples
    --------
    >>> value_of("answer", "50 to 65"), value_of("lines", "near home"), value_of("answer", "8 of 129"), value_of("line", " ")
    ([50, 65], ['near home'], '8 of 129', None)
    """
    text = typed.strip()
    if not text:
        return None
    if form == "lines":
        return [line.strip() for line in text.splitlines() if line.strip()]
    if form in {"yes_no", "tick"}:
        return text == "yes"
    return _answer(text) if form in {"answer", "slider"} else text


def _answer(text: str) -> Any:
    ends = [part.strip() for part in text.strip("[]").replace(" to ", ",").split(",")]
    if len(ends) == 2 and all(map(is_number, ends)):
        return [plain_answer(parse_answer(float(end))) for end in ends]
    return plain_answer(float(text)) if is_number(text) else text


def _new(state: State) -> None:
    state.open(Case(**EMPTY))
    state.screen = "said"


def _sample(state: State, name: str) -> None:
    if name in sample_names():
        state.open_sample(name)


def _go(state: State, screen: str) -> None:
    if screen in told.TITLES:
        state.screen, state.message = screen, ""


def _add_opinion(state: State) -> None:
    count = len(state.case.opinions)
    state.put(("opinions", count), {"name": _unused(told.NEW_OPINION, state.case.names, count + 1)})


def _copy_opinion(state: State, place: int) -> None:
    tree = as_tree(state.case)["opinions"]
    name = told.COPIED.format(name=tree[place]["name"])
    state.put(("opinions", len(tree)), {**tree[place], "name": name})


def _remove_opinion(state: State, place: int) -> None:
    if len(state.case.opinions) > 1:
        state.put(("opinions", place), None)


def _add_person(state: State) -> None:
    names = [person.name for person in state.case.people]
    state.put(("people", len(names)), {"name": _unused(told.NEW_PERSON, names, len(names) + 1)})


def _remove_person(state: State, place: int) -> None:
    state.put(("people", place), None)


def _add_question(state: State) -> None:
    questions = state.case.preparation.questions if state.case.preparation else ()
    state.put(("preparation", "questions", len(questions)), {"question": told.OWN_QUESTION})


def _unused(template: str, names: Sequence[str], number: int) -> str:
    while template.format(number=number) in names:
        number += 1
    return template.format(number=number)


ACTS: Mapping[str, Callable[..., None]] = {
    "new": _new,
    "sample": _sample,
    "go": _go,
    "undo": State.undo,
    "redo": State.redo,
    "add_opinion": _add_opinion,
    "copy_opinion": _copy_opinion,
    "remove_opinion": _remove_opinion,
    "add_person": _add_person,
    "remove_person": _remove_person,
    "add_question": _add_question,
    **SEEING,
}


def act(state: State, name: str, given: Sequence[Any]) -> None:
    """Do what a button says; what cannot be done is said in the message."""
    try:
        ACTS[name](state, *given)
    except CompareError as error:
        state.message = str(error)
