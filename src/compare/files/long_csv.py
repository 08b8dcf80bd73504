"""CSV: a row for each value, for a spreadsheet or a program. Every field is quoted; the last row says that all is there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from compare import limits
from compare.errors import CompareError, Place, did_you_mean, quoted
from compare.files.cells import guarded, meant, meant_step, shown, shown_step
from compare.files.long_form import Entry, Steps, rows_of, tree_of
from compare.trees import Node, clean_text

COLUMNS = ("section", "name", "part", "item", "detail", "more", "last", "value")
"""Up to seven names that lead to a value, and the value."""

HELP = "help"
"""A last column that a form has: what belongs into its row. It is not read."""

END = "end"
_MARK = "\ufeff"
"""Tells a spreadsheet that this is UTF-8."""

_SEPARATORS = ",;\t"


def csv_text(tree: Mapping[str, Any]) -> str:
    """Return a plain tree as CSV."""
    return _written(COLUMNS, (as_row(steps, value) for steps, value in rows_of(tree)))


def csv_form(rows: Iterable[tuple[Steps, Any, str]]) -> str:
    """Return a CSV file to fill in: a row for each value, with what belongs there in a column of its own."""
    return _written((*COLUMNS, HELP), ([*as_row(steps, value), guarded(told)] for steps, value, told in rows))


def _written(columns: Sequence[str], rows: Iterable[list[str]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([columns, *rows, [END, *[""] * (len(columns) - 1)]])
    return _MARK + stream.getvalue()


def as_row(steps: Steps, value: Any) -> list[str]:
    """Return the cells of one row.

    Examples
    --------
    >>> as_row(("opinions", "A", "ratings", "goals"), [60, 80])
    ['opinions', 'A', 'ratings', 'goals', '', '', '', '[60, 80]']
    """
    blanks = [""] * (len(COLUMNS) - 1 - len(steps))
    return [*map(shown_step, steps), *blanks, "" if value is None else shown(value)]


def parse_csv(text: str) -> Node:
    """Return the tree of a CSV text.

    Raises
    ------
    CompareError
        Other columns, a row that is too short or too long, a value twice, no last row.
    """
    rows = _rows(text.removeprefix(_MARK))
    return tree_of(_entries(rows))


def entry_in(cells: Mapping[str, str], places: Mapping[str, Place]) -> Entry:
    """Return what a row of the long form says.

    Parameters
    ----------
    cells, places : mapping
        The text of each column, and where it stands.
    """
    names = COLUMNS[:-1]
    filled = [name for name in names if cells[name].strip()]
    if tuple(filled) != names[: len(filled)] or not filled:
        gap = next(name for name in names if name not in filled)
        raise CompareError(
            "A name is missing in this row.",
            line=places[gap],
            found="an empty cell, and more to its right",
            allowed="names without a gap from the left, then the value in the last column",
            fix="fill the cell in, or move the others to the left",
        )
    steps = tuple(meant_step(cells[name], places[name]) for name in filled)
    value = meant(cells["value"], places["value"])
    return Entry(steps, value, tuple(places[name] for name in filled))


def _entries(rows: Iterator[tuple[int, list[str]]]) -> Iterator[Entry]:
    line, ends = 1, 0
    for line, row in rows:
        if row[0].strip() == END and not any(map(str.strip, row[1 : len(COLUMNS)])):
            ends += 1
            continue
        places = {name: Place(line, f"line {line}, column {name}") for name in COLUMNS}
        yield entry_in(dict(zip(COLUMNS, row, strict=False)), places)
    if ends != 1:
        raise CompareError(
            "The end of the file is missing." if not ends else "The file ends twice.",
            line=line,
            found=f"{ends or 'no'} rows `{END}`",
            allowed=f"one last row with `{END}` in its first column",
            fix="take the newest file from the folder of earlier versions beside it, or a row `end` if nothing is missing",
        )


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give every row that is not blank, with its line; the first row names the columns and is left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    begins, columns = 1, 0
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                _check_row(row, begins, columns)
                if columns:
                    yield begins, row
                columns = len(row)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise CompareError(
            "This is not well-formed CSV.",
            line=begins,
            found=quoted(str(error)),
            allowed="each field in double quotes, a double quote inside it written twice",
            fix=f"look at the quote signs of this line; a field may hold at most {limits.TEXT_LETTERS:,} letters",
        ) from None
    if not columns:
        raise CompareError(
            "The file is empty.", found="nothing", allowed="a case", fix="`opinions new FILE` writes a template"
        )


def _separator(text: str) -> str:
    """Return what parts the columns: the sign that parts the names of the first line."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max(_SEPARATORS, key=first.count)


def _check_row(row: list[str], line: int, columns: int) -> None:
    if line > limits.LINES:
        raise CompareError(
            "The file holds too many lines.",
            line=line,
            found=f"more than {limits.LINES:,}",
            allowed="one family's case",
            fix="keep each family in a file of its own; for many cases: opinions cohort check",
        )
    if not columns:
        _check_columns([clean_text(cell.strip(), line) for cell in row], line)
    elif len(row) != columns:
        raise CompareError(
            "This row has another number of columns than the first row.",
            line=line,
            found=f"{len(row)} columns",
            allowed=f"{columns}, as in the first row",
            fix="look for a separator inside a text: put the text in double quotes",
        )


def _check_columns(found: list[str], line: int) -> None:
    names = tuple(name.casefold() for name in found)
    if names in {COLUMNS, (*COLUMNS, HELP)}:
        return
    foreign = next((name for name in found if name.casefold() not in COLUMNS), None)
    raise CompareError(
        "The columns are not those of a case.",
        line=line,
        found=quoted(foreign if foreign is not None else ", ".join(found)),
        allowed=", ".join(COLUMNS),
        fix=(did_you_mean(foreign, COLUMNS) if foreign else None) or "keep the first row as the template has it",
    )
