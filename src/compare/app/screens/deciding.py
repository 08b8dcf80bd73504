"""What was decided, in people's own words, and how sure they feel."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Block
from compare.app.screens.fields import field
from compare.app.state import State
from compare.words import screens as told


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    names = [("", told.NO_CHOICE), *((name, name) for name in state.case.names)]
    yield field(state, ("decision", "outcome"), told.OUTCOME, "choice", options=list(told.OUTCOMES.items()))
    yield field(state, ("decision", "opinion"), told.WHICH_PLAN, "choice", options=names)
    yield field(state, ("decision", "statement"), told.STATEMENT, "long", help=told.STATEMENT_HELP)
    yield field(state, ("decision", "confidence"), told.CONFIDENCE, "answer")
    yield field(state, ("decision", "decided_by"), told.DECIDED_BY)
