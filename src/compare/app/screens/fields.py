"""Fields for what stands in a case: the value as people read it, and what was refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from compare.app.blocks import Field
from compare.app.state import Place, State
from compare.files import as_tree
from compare.words import screens as told


def field(
    state: State,
    place: Place,
    label: str,
    form: str = "line",
    *,
    options: Sequence[tuple[str, str]] = (),
    help: str = "",  # noqa: A002 - what the field calls it
) -> Field:
    """Return the field of a place in the case, with what was typed there last."""
    typed, fault = state.drafts.get(tuple(place), ("", ""))
    value = typed if fault else shown(value_at(as_tree(state.case), place), form)
    return Field(tuple(place), label, form, value, options, help, fault)


def value_at(tree: Any, place: Place) -> Any:
    """Return what stands at a place of a tree, None where nothing does; a bare answer is its own ``answer``."""
    spot = tree
    for step in place:
        if isinstance(spot, Mapping):
            spot = spot.get(step)
        elif isinstance(spot, list) and isinstance(step, int):
            spot = spot[step] if step < len(spot) else None
        else:
            return spot if step == "answer" else None
    return spot


def shown(value: Any, form: str) -> str:
    """Return a value as people read and type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if form == "lines":
        return "\n".join(str(item) for item in value)
    if isinstance(value, list):
        return " to ".join(str(item) for item in value)
    return str(value)


def options(words: Sequence[str], empty: str = told.NOT_ANSWERED) -> list[tuple[str, str]]:
    """Return words to choose from, the empty choice first."""
    return [("", empty), *((word, word) for word in words)]
