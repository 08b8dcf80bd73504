"""Numbers as CSV for a spreadsheet: every text quoted, nothing in it can be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from compare.reports.parts import Cards, Chapter, Fields, Paragraphs, Part, Questions, Table
from compare.scoring import Scores
from compare.statements import Cell

_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")


def csv_text(scores: Scores, notes: Sequence[str] = ()) -> str:
    """Return the scores as CSV: a row for each opinion and criterion, one for each total, and one for each note."""
    totals = [
        {
            "opinion": name,
            "criterion": "",
            "weight": 1.0,
            **{f"{what}_{end}": getattr(total, end) for what in ("value", "part") for end in ("low", "mean", "high")},
        }
        for name, total in scores.totals.items()
    ]
    rows = [
        {"row": kind, "weights_of": scores.person or "", "weights_how": scores.weights.how, **row}
        for kind, group in (("criterion", scores.long_rows()), ("total", totals))
        for row in group
    ]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, [*rows[0], "note"], quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n", restval="")
    writer.writeheader()
    writer.writerows(
        {key: as_cell(value) for key, value in row.items()}
        for row in (*rows, *({"row": "note", "note": n} for n in notes))
    )
    return stream.getvalue()


def tables_text(parts: Sequence[Part], notes: Sequence[str] = ()) -> str:
    """Return a paper as CSV: below the name of each part its rows, all equally wide; pictures are left out.

    A remark stands behind the text of its cell; a heading within a table, a note and a sentence each stand alone in a row.

    Examples
    --------
    >>> from compare.statements import Cell
    >>> print(tables_text([Table("Calls", ["Day", "Said"], [("2 March", [Cell("yes")])])]).replace(chr(13), ""))
    "Calls",""
    "Day","Said"
    "2 March","yes"
    <BLANKLINE>
    """
    blocks: list[list[Sequence[str]]] = [[(note,) for note in notes], *(_rows(part) for part in parts)]
    rows: list[Sequence[str]] = [row for block in blocks if block for row in ((), *block)][1:]
    width = max((len(row) for row in rows), default=0)
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([*map(as_cell, row), *[""] * (width - len(row))] for row in rows)
    return stream.getvalue()


def _rows(part: Part) -> list[Sequence[str]]:
    """Return the name of a part, its rows and the sentences below it; nothing where there are none."""
    rows: list[Sequence[str]] = []
    if isinstance(part, Table):
        rows = [part.heads, *((label, *map(_cell_text, cells)) for label, cells in part.rows)]
    elif isinstance(part, Fields):
        rows = list(part.fields)
    elif isinstance(part, Questions | Paragraphs):
        rows = [(text,) for text in part.texts]
    elif isinstance(part, Cards):
        rows = [
            (card.name, label, text) for card in part.cards for label, texts in card.lists.items() for text in texts
        ]
    rows += [(text,) for text in part.points]
    return [(part.title,), *rows] if rows or isinstance(part, Chapter) else []


def _cell_text(cell: Cell) -> str:
    return " | ".join(text for text in (cell.text, cell.number, cell.remark) if text)


def as_cell(value: Any) -> Any:
    """Return a value that a spreadsheet takes as text or number, never as a formula.

    Examples
    --------
    >>> as_cell("=1+1"), as_cell(" @x"), as_cell(-3.5)
    ("'=1+1", "' @x", -3.5)
    """
    if isinstance(value, str) and value.lstrip(" \u00a0").startswith(_FORMULA_SIGNS):
        return f"'{value}"
    return value
