"""Begin: a new case, one of one's own, or practice data."""

from __future__ import annotations

from collections.abc import Iterator

from compare import limits
from compare.app.blocks import Act, Block, Card, Open, Row, Text
from compare.app.screens.fields import field
from compare.app.state import State
from compare.files import ENDINGS
from compare.samples import sample_names
from compare.words import screens as told


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    yield Row([Act("new", told.NEW, tone="main"), Open(told.OPEN_OWN, ENDINGS, limits.FILE_BYTES)])
    practice = [Act("sample", name, [name], "main" if name == state.source else "plain") for name in sample_names()]
    yield Card(told.PRACTICE, [Text(told.PRACTICE_NOTE, "note"), Row(practice)])
    yield field(state, ("question",), told.QUESTION, help=told.QUESTION_HELP)
    yield field(state, ("decide_by",), told.DECIDE_BY, "day", help=told.DECIDE_BY_HELP)
