"""What each doctor said side by side, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.app.blocks import Block, Group, Points, Table
from compare.app.state import State
from compare.disagreement import differences
from compare.scoring import score
from compare.statements import side_by_side
from compare.statements.table import Line
from compare.ties import tiebreak


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    found = differences(state.case)
    heads, *rows = found.shown()
    yield Group(found.heading(), [Table(found.heading(), heads, rows), Points(tiebreak(score(state.case)).sentences())])
    said = side_by_side(state.case)
    for group in (*said.answers, said.facts, said.chances, said.reasons, said.others, said.asked):
        if group.lines:
            yield Group(group.title, [_table(group.title, state.case.names, group.lines)])


def _table(title: str, names: Sequence[str], lines: Sequence[Line]) -> Table:
    rows = [
        [
            label,
            *(
                {"text": cell.text, "number": cell.number, "remark": cell.remark, "is_open": cell.is_open}
                for cell in cells
            ),
        ]
        for label, cells in lines
    ]
    return Table(title, ["", *names], rows)
