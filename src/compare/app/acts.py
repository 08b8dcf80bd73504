"""What the buttons and fields of the app do to its state: one function for each, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import count
from typing import Any

from compare import limits
from compare.app.entering import forget_opinion, move_up, place_item, put, set_field
from compare.app.readying import READYING
from compare.app.screens.said import SHOWN, shown_opinion
from compare.app.screens.start import kept_files
from compare.app.seeing import SEEING
from compare.app.state import State
from compare.app.typed import tree_of, value_at
from compare.app.weighing import kept
from compare.case import Case
from compare.errors import CompareError
from compare.fields import same_name
from compare.files import as_tree
from compare.samples import sample_names
from compare.words import entering, headings
from compare.words import screens as told

__all__ = ["ACTS", "EMPTY", "act", "set_field"]

EMPTY = {"opinions": [{"name": told.NEW_OPINION.format(number=1)}, {"name": told.NEW_OPINION.format(number=2)}]}
"""A case to begin with."""


def _new(state: State) -> None:
    state.open(Case(**EMPTY), message=entering.EMPTY_NOW)
    state.screen = "said"


def _new_ready(state: State) -> None:
    state.open(Case(opinions=EMPTY["opinions"][:1]), message=entering.EMPTY_NOW)
    state.screen = "preparing"


def _sample(state: State, name: str) -> None:
    if name in sample_names():
        state.open_sample(name)


def _open_kept(state: State, name: str) -> None:
    """Open a case file of the folder of the app; a name that is not on its list opens nothing."""
    if state.folder is not None and name in kept_files(state):
        state.open_path(state.folder / name)


def _go(state: State, screen: str) -> None:
    if screen in told.TITLES:
        state.screen, state.message = screen, ""


def _show_opinion(state: State, place: int) -> None:
    state.chosen = {**state.chosen, SHOWN: str(place)}


def _add_opinion(state: State) -> None:
    number = len(state.case.opinions)
    if place_item(state, ("opinions", number), {"name": _unused(told.NEW_OPINION, state.case.names, number + 1)}):
        _show_opinion(state, number)


def _copy_opinion(state: State, place: int) -> None:
    tree = tree_of(state)["opinions"]
    name = _copied(tree[place]["name"], state.case.names)
    if place_item(state, ("opinions", len(tree)), {**tree[place], "name": name}):
        _show_opinion(state, len(tree))
        state.message = entering.ONE_MORE


def _copied(name: str, names: Sequence[str]) -> str:
    """Return the name of a copy, which nobody has yet; a long one is cut."""
    for number in count(1):
        more = entering.COPY if number == 1 else entering.COPY_NUMBER.format(number=number)
        copied = f"{name[: limits.NAME_LETTERS - len(more)]}{more}"
        if not _is_in(copied, names):
            return copied
    raise AssertionError


def _remove_opinion(state: State, place: int) -> None:
    if len(state.case.opinions) == 1:
        state.message = entering.LAST_OPINION
        return
    shown, name = shown_opinion(state), state.case.names[place]
    tree = as_tree(state.case)
    leaned = forget_opinion(tree, name)
    tree["opinions"].pop(place)
    state.take(Case(**tree))
    move_up(state, ("opinions", place))
    _show_opinion(state, max(shown - (place < shown), 0))
    state.message = entering.removed(name, leaned)


def _add_person(state: State) -> None:
    names = [person.name for person in state.case.people]
    place_item(state, ("people", len(names)), {"name": _unused(told.NEW_PERSON, names, len(names) + 1)})


def _remove_person(state: State, place: int) -> None:
    _remove(state, ["people", place])


def _remove(state: State, place: Sequence[str | int]) -> None:
    """Take an item out of a list, and say that it can be had back."""
    item = value_at(tree_of(state), place)
    if isinstance(item, dict) and place_item(state, tuple(place), None):
        state.message = entering.removed(str(item.get("name") or item.get("option")))


def _add_item(state: State, place: Sequence[str | int]) -> None:
    """Add an item to a list, under a name that none of the lists beside it has."""
    *at, kind = place
    around = value_at(tree_of(state), at) or {}
    names = [str(item.get("name")) for other in entering.NEW_ITEMS for item in around.get(other, [])]
    count = len(around.get(kind, []))
    place_item(state, (*place, count), {"name": _unused(entering.NEW_ITEMS[str(kind)], names, count + 1)})


def _add_option(state: State) -> None:
    names = [option.option for option in state.case.other_options]
    _other(state, _unused(entering.NEW_OPTION, names, len(names) + 1))


def _add_waiting(state: State) -> None:
    _other(state, headings.WAIT)


def _other(state: State, name: str) -> None:
    place_item(state, ("other_options", len(state.case.other_options)), {"option": name})


def _reorder(state: State, person: int, order: Sequence[str]) -> None:
    at = ("people", person, "weights")
    put(state, at, {"ranking": list(order)}, at=at, typed="")


def _keep_weights(state: State, person: int) -> None:
    """Say once more what was said before an end of a scale moved."""
    at = ("people", person, "weights")
    put(state, at, kept(state, state.case.people[person]), at=at, typed="")


def _add_question(state: State) -> None:
    questions = state.case.preparation.questions if state.case.preparation else ()
    state.put(("preparation", "questions", len(questions)), {"question": told.OWN_QUESTION})


def _unused(template: str, names: Sequence[str], number: int) -> str:
    while _is_in(template.format(number=number), names):
        number += 1
    return template.format(number=number)


def _is_in(name: str, names: Sequence[str]) -> bool:
    return same_name(name) in map(same_name, names)


ACTS: Mapping[str, Callable[..., None]] = {
    "new": _new,
    "new_ready": _new_ready,
    "sample": _sample,
    "open_kept": _open_kept,
    "go": _go,
    "undo": State.undo,
    "redo": State.redo,
    "add_opinion": _add_opinion,
    "copy_opinion": _copy_opinion,
    "remove_opinion": _remove_opinion,
    "show_opinion": _show_opinion,
    "add_item": _add_item,
    "add_option": _add_option,
    "add_waiting": _add_waiting,
    "remove": _remove,
    "reorder": _reorder,
    "keep_weights": _keep_weights,
    "add_person": _add_person,
    "remove_person": _remove_person,
    "add_question": _add_question,
    **SEEING,
    **READYING,
}


def act(state: State, name: str, given: Sequence[Any]) -> None:
    """Do what a button says; what cannot be done is said in the message."""
    try:
        ACTS[name](state, *given)
    except CompareError as error:
        state.message = str(error)
