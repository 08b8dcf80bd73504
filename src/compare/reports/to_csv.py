"""Numbers as CSV for a spreadsheet: every text quoted, nothing in it can be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Any

from compare.scoring import Scores

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
