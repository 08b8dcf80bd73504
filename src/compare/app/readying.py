"""What the buttons of the screen for getting ready do, and as of which day the screen tells what is late and what is next.

The day is that of this computer until people name another one; it stands on the screen, and nothing of it goes into the case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from compare.app.entering import Fixed, place_item, put
from compare.app.state import State
from compare.app.typed import YES, tree_of, value_at
from compare.fields import same_name
from compare.preparation.planning import day_in
from compare.words import entering
from compare.words import readiness as told

TODAY = "today"
"""Under which name the state remembers the day that people named."""

STEPS: Fixed = ("preparation", "steps")
RECORDS: Fixed = ("preparation", "records")
_NEW: Mapping[str, Mapping[str, str]] = {
    "specialists": {},
    "calls": {},
    "costs": {"what": told.NEW_COST},
    "visits": {},
}
"""What an item holds that was just added to a list."""


def today_of(state: State) -> date | None:
    """Return the day as of which the screen tells how things stand; None once people took the day out."""
    named = state.chosen.get(TODAY)
    return datetime.now().astimezone().date() if named is None else day_in(named)


def tick_step(state: State, name: str, typed: str) -> None:
    """Note that a step is done, or that it is not; the rest of what is noted of it stays."""
    at = (*STEPS, name)
    noted = value_at(tree_of(state), at) or {}
    rest = {key: value for key, value in noted.items() if key not in {"state", "done"}}
    put(state, at, {**rest, "state": "done"} if typed == YES else rest, at=at, typed="")


def add_named(state: State, place: list[str], typed: str) -> None:
    """Add a step or a record under a name of its own."""
    name = typed.strip()
    if name and not _is_taken(state, place, name):
        place_item(state, (*place, name), {})


def rename(state: State, place: list[str], typed: str) -> None:
    """Give a step or a record another name; it stays where it stands in its list."""
    *at, old = place
    name, listed = typed.strip(), value_at(tree_of(state), at) or {}
    if name == old or old not in listed:
        return
    if not name:
        state.message = told.NOT_A_NAME
    elif same_name(name) == same_name(old) or not _is_taken(state, at, name):
        _forget_below(state, tuple(place))
        place_item(state, tuple(at), {name if key == old else key: each for key, each in listed.items()})


def add_words(state: State, place: list[str], typed: str) -> None:
    """Add words of one's own to a list."""
    words = list(value_at(tree_of(state), place) or ())
    if typed.strip() and typed.strip() not in words:
        place_item(state, tuple(place), [*words, typed.strip()])


def add_to(state: State, kind: str, more: Mapping[str, str]) -> None:
    """Add a doctor to ask, a call, a cost or a visit, with what is known of it."""
    listed = value_at(tree_of(state), ("preparation", kind)) or []
    place_item(state, ("preparation", kind, len(listed)), {**_NEW[kind], **more})


def take_out(state: State, place: list[str | int], name: str) -> None:
    """Take something out of a list of getting ready, and say that it can be had back."""
    at = tuple(place)
    if value_at(tree_of(state), at) is None:
        return
    if isinstance(at[-1], str):
        _forget_below(state, at)
        put(state, at, None, at=at, typed="")
    else:
        place_item(state, at, None)
    state.message = entering.removed(name)


def _is_taken(state: State, place: list[str], name: str) -> bool:
    names = value_at(tree_of(state), place) or {}
    is_taken = same_name(name) in map(same_name, names)
    if is_taken:
        state.message = told.NAME_TAKEN.format(name=name)
    return is_taken


def _forget_below(state: State, place: Fixed) -> None:
    """Let go of what was refused in something that is taken out or called by another name."""
    state.drafts = {at: draft for at, draft in state.drafts.items() if at[: len(place)] != place}


READYING: Mapping[str, Callable[..., Any]] = {
    "tick_step": tick_step,
    "add_named": add_named,
    "rename": rename,
    "add_words": add_words,
    "add_to": add_to,
    "take_out": take_out,
}
