"""What the buttons of the screens for seeing do to the state: what is opened and chosen, the blind look, the decision."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from compare.app.state import State

NO_LONGER = "no"


def show(state: State, name: str) -> None:
    """Open a picture or a longer list, or close it again."""
    state.opened = state.opened ^ {name}


def choose(state: State, what: str, value: str) -> None:
    """Remember what people chose to look at."""
    state.chosen = {**state.chosen, what: value}


SEEING: Mapping[str, Callable[..., None]] = {
    "show": show,
    "choose": choose,
}
