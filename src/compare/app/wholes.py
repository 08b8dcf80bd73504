"""A part is answered question by question, or as a whole from 0 to 100; what one way holds is put aside for the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compare.answers import NOT_KNOWN
from compare.app.state import Place, State
from compare.app.typed import rating_at, shown_at, tree_of, value_at
from compare.case.rating import RATING_KEYS
from compare.words import entering as told
from compare.words.numbers import listing

WHOLE, QUESTIONS = "whole", ""
"""The two ways, as a field tells them."""


def way_at(tree: Any, place: Place) -> str:
    """Return in which way a part is answered; question by question where nothing was said.

    Examples
    --------
    >>> way_at({"goals": 70}, ("goals",)), way_at({"goals": {"goal_fit": "not asked"}}, ("goals",))
    ('whole', '')
    """
    given = value_at(tree, place)
    is_whole = given is not None and not (isinstance(given, Mapping) and RATING_KEYS.isdisjoint(given))
    return WHOLE if is_whole else QUESTIONS


def blank_at(state: State, place: Place) -> Any:
    """Return what stands at the place of an answer that was taken out: a part that is answered as a whole stays so."""
    is_part = len(place) == 4 and place[2] == "ratings" and bool(state.case.criterion(str(place[3])).attributes)
    return NOT_KNOWN[0] if is_part else None


def in_way(state: State, place: Place, way: str) -> Any:
    """Return what a part holds once it is answered in another way: what was put aside for it, else nothing yet."""
    back = state.aside.get(_key(state, place, way))
    return back if back is not None or way == QUESTIONS else blank_at(state, place)


def put_aside(state: State, place: Place, given: Any, way: str) -> None:
    """Remember what a part held in the way that was left."""
    state.aside = {**state.aside, _key(state, place, way): given}


def note(state: State, place: Place) -> str:
    """Say what is put aside, and what would be in the other way."""
    tree = tree_of(state)
    way = way_at(tree, place)
    other = QUESTIONS if way == WHOLE else WHOLE
    aside = _told(state, place, state.aside.get(_key(state, place, other)))
    given = _told(state, place, value_at(tree, place))
    lines = [told.PUT_ASIDE.format(what=aside, way=told.WAYS[other])] if aside else []
    lines += [told.WOULD_GO_ASIDE.format(what=given, way=told.WAYS[other])] if given else []
    return "\n".join(lines)


def _told(state: State, place: Place, given: Any) -> str:
    """Name what a part holds: the number of the whole, or the questions that have an answer."""
    if given is None or given in NOT_KNOWN[:1]:
        return ""
    tree = {"at": given}
    if way_at(tree, ("at",)) == WHOLE:
        return shown_at(tree, ("at", "answer"), "answer") or told.WHY[rating_at(tree, ("at",)).why or NOT_KNOWN[0]]
    labels = {attribute.key: attribute.label for attribute in state.case.criterion(str(place[3])).attributes}
    return listing([labels[key] for key, answer in given.items() if answer not in NOT_KNOWN[:1]])


def _key(state: State, place: Place, way: str) -> tuple[str, str, str]:
    return state.case.names[int(place[1])], str(place[3]), way
