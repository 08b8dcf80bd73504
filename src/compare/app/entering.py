"""What is typed into a field goes into the case, in the way of its form; what cannot be read stays in the field with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from compare.answers import NOT_KNOWN
from compare.app.state import Place, State
from compare.app.typed import YES, level_of, pairs_of, rating_at, shown_at, tree_of, value_at, value_of
from compare.app.weighing import choose_way, moved, turned
from compare.app.wholes import blank_at, in_way, put_aside, way_at
from compare.errors import CompareError
from compare.words import entering as told

Fixed = tuple[str | int, ...]

_NAMED = {("preparation", "steps"), ("preparation", "records")}
"""Where people name a line themselves: its name stays when nothing else is noted of it."""


def set_field(state: State, place: Place, form: str, typed: str) -> None:
    """Put what was typed into a field into the case; a field that shows this already changes nothing."""
    at = tuple(place)
    state.message = ""
    if at in state.drafts or typed != shown_at(tree_of(state), at, form):
        enter(state, at, form, typed)


def enter(state: State, at: Fixed, form: str, typed: str) -> None:
    """Put what was typed into a field into the case, in the way of its form."""
    FORMS.get(form, _plain)(state, at, form, typed)


def put(state: State, place: Fixed, value: Any, *, at: Fixed, typed: str) -> bool:
    """Put a value in its place; where it is refused, what was typed stays at the field ``at``, with the reason.

    A value that is taken out takes along the parts of the case that would be empty without it.
    """
    tree = tree_of(state)
    _forget(state, at)
    if value is None:
        if value_at(tree, place) is None:
            return True
        place = _emptied(tree, place)
    if state.put(place, value, typed):
        return True
    _, fault = state.drafts[place]
    _forget(state, place)
    state.drafts = {**state.drafts, at: (typed, fault)}
    return False


def place_item(state: State, place: Fixed, value: Any) -> bool:
    """Put an item in a list, or take it out (None); where it is refused, the message says why."""
    fits = put(state, place, value, at=place, typed="")
    if not fits:
        state.message = state.drafts[place][1]
        _forget(state, place)
    elif value is None:
        move_up(state, place)
    return fits


def move_up(state: State, gone: Fixed) -> None:
    """Let what was refused in later items of a list follow them, once an item before them is gone."""
    state.drafts = dict(_moved_up(state.drafts, gone))


def forget_opinion(tree: dict[str, Any], name: str) -> list[str]:
    """Take an opinion out of what people chose and decided, in a tree; return who had leaned to it."""
    leaned = []
    for person in tree.get("people", []):
        for feeling in ("gut_first", "gut_later"):
            if person.get(feeling, {}).get("opinion") == name:
                person.pop(feeling)
                leaned.append(person["name"])
        person.get("first_look", {}).pop(name, None)
    if tree.get("decision", {}).get("opinion") == name:
        tree["decision"].pop("opinion")
    return list(dict.fromkeys(leaned))


def _moved_up(drafts: Mapping[Fixed, tuple[str, str]], gone: Fixed) -> list[tuple[Fixed, tuple[str, str]]]:
    """Return the drafts as they belong once an item of a list is gone: those of later items stand one place earlier."""
    depth, (*before, number) = len(gone) - 1, gone
    kept = []
    for place, draft in drafts.items():
        later = place[:depth] == tuple(before) and len(place) > depth and isinstance(place[depth], int)
        step = int(place[depth]) if later else -1
        if step != number:
            moved = (*before, step - 1, *place[depth + 1 :]) if step > int(number) else place
            kept.append((moved, draft))
    return kept


def _emptied(tree: Any, place: Fixed) -> Fixed:
    while len(place) > 1 and isinstance(place[-2], str) and place[:-2] not in _NAMED:
        around = value_at(tree, place[:-1])
        if isinstance(around, Mapping | list) and len(around) > 1:
            break
        place = place[:-1]
    return place


def _forget(state: State, place: Fixed) -> None:
    state.drafts = {other: draft for other, draft in state.drafts.items() if other != place}


def _plain(state: State, at: Fixed, form: str, typed: str) -> None:
    if form == "answer" and at[-1] == "answer":
        _answer(state, at, form, typed)
        return
    before = _by_goal(state)
    put(state, at, value_of(form, typed), at=at, typed=typed)
    if _by_goal(state) < before:
        state.message = told.GOALS_LEFT


def _by_goal(state: State) -> int:
    """Return how many answers to single goals there are."""
    parts = (part for opinion in state.case.opinions for part in opinion.ratings.values() if isinstance(part, dict))
    return sum(len(given) for part in parts for given in part.values() if isinstance(given, dict))


def _answer(state: State, at: Fixed, form: str, typed: str) -> None:
    """Put an answer, or the reason why there is none, in place of the answer or the reason before."""
    rating = rating_at(tree_of(state), at[:-1])
    said = {key: value for key, value in rating if value is not None and key not in {"answer", "why"}}
    answer = typed if form == "why" else _level(state, at, typed) if form == "level" else value_of(form, typed)
    not_asked = rating.why == NOT_KNOWN[0]
    if not rating.known and (
        (answer is None and (not_asked or form != "level")) or (answer == NOT_KNOWN[0] and not_asked)
    ):
        _forget(state, at)
    else:
        full = said if answer is None else {**said, "answer": answer}
        put(state, at[:-1], full or blank_at(state, at[:-1]), at=at, typed=typed)


def _whole(state: State, at: Fixed, _form: str, typed: str) -> None:
    """Answer a part in another way; what it held is put aside, and comes back with the way before."""
    given, left = value_at(tree_of(state), at), way_at(tree_of(state), at)
    if typed != left and put(state, at, in_way(state, at, typed), at=at, typed=typed):
        put_aside(state, at, given, left)


def _level(state: State, at: Fixed, typed: str) -> Any:
    criterion = state.case.criterion(str(at[3]))
    attribute = next(attribute for attribute in criterion.attributes if attribute.key == at[4])
    goals = (asked for asked in attribute.by_goal(state.case.goals) if asked.steps == at[4:-1])
    return level_of(next(goals, attribute), typed)


def _why(state: State, at: Fixed, form: str, typed: str) -> None:
    if typed:
        _answer(state, at, form, typed)


def _member(state: State, at: Fixed, _form: str, typed: str) -> None:
    """Put a word into a list, or take it out."""
    before = list(value_at(tree_of(state), at[:-1]) or ())
    others = [word for word in before if word != at[-1]]
    words = others if typed != YES else before if at[-1] in before else [*before, at[-1]]
    put(state, at[:-1], words or None, at=at, typed=typed)


def _pairs(state: State, at: Fixed, _form: str, typed: str) -> None:
    try:
        value = pairs_of(typed, value_at(tree_of(state), at) or {})
    except CompareError as error:
        state.drafts = {**state.drafts, at: (typed, str(error))}
    else:
        put(state, at, value, at=at, typed=typed)


def _asked(state: State, at: Fixed, _form: str, typed: str) -> None:
    """Note what a doctor said to a question; an empty answer leaves it asked."""
    was_asked = value_at(tree_of(state), at) is not None
    if typed.strip() or was_asked:
        put(state, at, typed.strip(), at=at, typed=typed)


def _was_asked(state: State, at: Fixed, _form: str, typed: str) -> None:
    put(state, at[:-1], "" if typed == YES else None, at=at, typed=typed)


def _way(state: State, at: Fixed, _form: str, typed: str) -> None:
    person = state.case.people[int(at[1])]
    choose_way(state, person, typed)
    stated = turned(state.case, person, typed)
    if stated or not typed:
        put(state, at, stated, at=at, typed=typed)


def _slider(state: State, at: Fixed, _form: str, typed: str) -> None:
    weights = moved(state.case, state.case.people[int(at[1])], str(at[3]), str(at[4]), typed)
    put(state, at[:3], weights, at=at, typed=typed)


FORMS: Mapping[str, Callable[[State, Fixed, str, str], None]] = {
    "level": _answer,
    "chance": _answer,
    "why": _why,
    "member": _member,
    "pairs": _pairs,
    "asked": _asked,
    "was_asked": _was_asked,
    "way": _way,
    "whole": _whole,
    "slider": _slider,
}
"""The forms that go into the case in a way of their own; every other is put where its field stands."""
