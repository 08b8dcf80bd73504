"""A part is answered question by question or as a whole, a question about the goals at once or goal by goal.

What one way holds is put aside for the other.
"""

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
"""The two ways of a part, as a field tells them."""

BY_GOAL, AT_ONCE = "goals", ""
"""The two ways of a question about the goals."""

_OF_PART, _OF_QUESTION, _OF_GOAL = 4, 5, 6
"""How many steps lead to the answer of a part of an opinion, of one of its questions, of one goal."""


def way_at(tree: Any, place: Place) -> str:
    """Return in which way a part, or a question about the goals, is answered; the usual one where nothing was said.

    Examples
    --------
    >>> way_at({"goals": 70}, ("goals",)), way_at({"goals": {"goal_fit": "not asked"}}, ("goals",))
    ('whole', '')
    """
    given = value_at(tree, place)
    if given is None:
        return ""
    if len(place) == _OF_QUESTION:
        return BY_GOAL if _is_several(given) else AT_ONCE
    return QUESTIONS if _is_several(given) else WHOLE


def ways_at(place: Place) -> Mapping[str, str]:
    """Return the ways of a part, or of a question about the goals, with what each is called."""
    return told.GOAL_WAYS if len(place) == _OF_QUESTION else told.WAYS


def blank_at(state: State, place: Place) -> Any:
    """Return what stands at the place of an answer that was taken out: what is answered as a whole or by goal stays so."""
    if len(place) < _OF_PART or place[2] != "ratings":
        return None
    is_part = len(place) == _OF_PART and bool(state.case.criterion(str(place[3])).attributes)
    return NOT_KNOWN[0] if is_part or len(place) == _OF_GOAL else None


def in_way(state: State, place: Place, way: str) -> Any:
    """Return what a part or a question holds once it is answered in another way: what was put aside for it, else nothing yet."""
    back = state.aside.get(_key(state, place, way))
    if way == BY_GOAL:
        return {goal: (back or {}).get(goal, NOT_KNOWN[0]) for goal in state.case.goals}
    return blank_at(state, place) if back is None and way == WHOLE else back


def put_aside(state: State, place: Place, given: Any, way: str) -> None:
    """Remember what a part held in the way that was left."""
    state.aside = {**state.aside, _key(state, place, way): given}


def note(state: State, place: Place) -> str:
    """Say what is put aside, and what would be in the other way."""
    tree = tree_of(state)
    ways, way = ways_at(place), way_at(tree, place)
    other = next(each for each in ways if each != way)
    aside = _told(state, place, state.aside.get(_key(state, place, other)))
    given = _told(state, place, value_at(tree, place))
    lines = [told.PUT_ASIDE.format(what=aside, way=ways[other])] if aside else []
    lines += [told.WOULD_GO_ASIDE.format(what=given, way=ways[other])] if given else []
    return "\n".join(lines)


def _told(state: State, place: Place, given: Any) -> str:
    """Name what is held: one answer, or the questions or goals that have one."""
    if given is None or given in NOT_KNOWN[:1]:
        return ""
    if not _is_several(given):
        tree = {"at": given}
        return shown_at(tree, ("at", "answer"), "answer") or told.WHY[rating_at(tree, ("at",)).why or NOT_KNOWN[0]]
    labels = {attribute.key: attribute.label for attribute in state.case.criterion(str(place[3])).attributes}
    return listing([labels.get(key, key) for key, answer in given.items() if answer not in NOT_KNOWN[:1]])


def _is_several(given: Any) -> bool:
    return isinstance(given, Mapping) and RATING_KEYS.isdisjoint(given)


def _key(state: State, place: Place, way: str) -> tuple[str, str, str]:
    return state.case.names[int(place[1])], "/".join(map(str, place[3:])), way
