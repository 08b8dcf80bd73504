"""A sheet as rows of named cells: its first row names the columns, its first column says what each row is about.

So a column or a row that was moved is still found, and a cell that belongs to no form is refused, never passed over.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from string import ascii_uppercase
from typing import Any

from compare import limits
from compare.errors import CompareError, Place, listed, quoted
from compare.files.cells import spreadsheet_fault
from compare.files.workbook.forms import FORM, FORMS, LABELS, NOT_READ
from compare.trees import Node, clean_text
from compare.trees.node import number_scalar
from compare.words import YES_NO, sheets

_SHEET, _ROW = 10**10, 10**5
_DIGITS = 12
_SPELT = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True)
class Spot:
    """A cell that is not blank.

    Parameters
    ----------
    raw : object
        What the spreadsheet program keeps there.
    kind : str
        What kind it says that is: ``s`` text, ``n`` number, ``d`` day, ``b`` truth, ``e`` error, ``f`` formula.
    percent : bool
        Whether the number is shown as a percentage.
    row : int
        Its row.
    place : Place
        The sheet and the cell.
    """

    raw: Any
    kind: str
    percent: bool
    row: int
    place: Place

    def node(self, *, day: bool = False) -> Node:
        """Return the value with its place; a number is the one that people see.

        Parameters
        ----------
        day : bool
            Whether a day may stand here. Elsewhere it is what a program has made of a number.
        """
        if self.kind == "f":
            raise _formula(self)
        if self.kind == "e":
            raise spreadsheet_fault(str(self.raw), self.place)
        if isinstance(self.raw, bool):
            return Node(self.raw, self.place)
        if isinstance(self.raw, int | float):
            return Node(self._number(), self.place)
        if isinstance(self.raw, str):
            return Node(clean_text(_unescaped(self.raw), self.place), self.place)
        return Node(self._day(day=day), self.place)

    @property
    def text(self) -> str:
        """Return the value as text."""
        value = self.node(day=True).value
        return YES_NO[value] if isinstance(value, bool) else str(getattr(value, "text", value))

    def _number(self) -> float:
        number = round(100 * self.raw, _DIGITS) if self.percent else self.raw
        if not math.isfinite(number):
            raise CompareError(
                "This is not an ordinary number.",
                line=self.place,
                found=str(number),
                allowed="a number",
                fix="write it out in digits",
            )
        whole = isinstance(number, int) or (number.is_integer() and abs(number) < limits.LARGEST_NUMBER)
        return number_scalar(str(int(number)) if whole else repr(number), self.place)

    def _day(self, *, day: bool) -> str:
        found, seen = self.raw, str(self.raw)
        if isinstance(found, datetime) and not (found.hour or found.minute or found.second or found.microsecond):
            found = found.date()
            seen = found.isoformat()
        if day and isinstance(found, date) and not isinstance(found, datetime):
            return seen
        raise CompareError(
            "The spreadsheet took what was typed here for a day or a time.",
            line=self.place,
            found=seen,
            allowed="a day without a time" if day else "a number, a word or a text",
            fix="type it again with an apostrophe before it, as in '3-14",
        )


@dataclass(frozen=True)
class Row:
    """One row that is not blank.

    Parameters
    ----------
    key : str
        What it is about; "" where nothing says so.
    cells : mapping
        What is not blank, by the name of its column.
    places : mapping
        The sheet and the cell of every column.
    """

    key: str
    cells: Mapping[str, Spot]
    places: Mapping[str, Place]


@dataclass(frozen=True)
class Grid:
    """A sheet of one of the forms: what it is, its columns and its rows."""

    form: str
    place: Place
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


def grid_of(sheet: Any, number: int) -> Grid | None:
    """Return a sheet as rows of named cells; None for one without any cell.

    Parameters
    ----------
    sheet : openpyxl.worksheet.worksheet.Worksheet
        The sheet.
    number : int
        Which one it is in the workbook.

    Raises
    ------
    CompareError
        The sheet is none of the forms, too large, holds joined cells, or cells outside the form.
    """
    place = _placing(sheet.title, number)
    _check_size(sheet, place)
    form = _form(sheet, place)
    if form is None or form in NOT_READ:
        return None if form is None else Grid(form, place(1, 1))
    _check_joined(sheet, place)
    columns = _columns(next(sheet.iter_rows(max_row=1)), place(1, 1))
    rows = (_row(cells, columns, place) for cells in sheet.iter_rows(min_row=2, max_col=len(columns)))
    return Grid(form, place(1, 1), columns, tuple(row for row in rows if row and row.key != LABELS))


def _placing(title: str, number: int) -> Callable[[int, int], Place]:
    sheet = quoted(title)

    def place(row: int, column: int) -> Place:
        return Place(number * _SHEET + row * _ROW + column, f"sheet {sheet}, cell {_letters(column)}{row}")

    return place


def _letters(column: int) -> str:
    rest, last = divmod(column - 1, len(ascii_uppercase))
    return (_letters(rest) if rest else "") + ascii_uppercase[last]


def _check_size(sheet: Any, place: Callable[[int, int], Place]) -> None:
    rows, columns = sheet.max_row, sheet.max_column
    if rows > limits.SHEET_ROWS or columns > limits.SHEET_COLUMNS or rows * columns > limits.SHEET_CELLS:
        raise CompareError(
            "The sheet is too large.",
            line=place(rows, columns),
            found=f"{rows:,} rows, {columns:,} columns",
            allowed=limits.TABLE["a sheet of a workbook"],
            fix="delete the rows and columns that are far away, also the blank ones",
        )


def _form(sheet: Any, place: Callable[[int, int], Place]) -> str | None:
    """Return which form a sheet is; None for a blank sheet."""
    first = sheet.cell(1, 1).value
    for form in FORMS:
        if first == FORM.format(form):
            return form
    if all(cell.value is None for row in sheet.iter_rows() for cell in row):
        return None
    raise CompareError(
        "This sheet is none of the form.",
        line=place(1, 1),
        found=quoted(first) if first is not None else "a sheet of another kind, or one whose first row was deleted",
        allowed=listed(sheets.READ),
        fix="copy what counts onto a sheet of the form, then delete this one; `opinions new FILE.xlsx` writes a blank form",
    )


def _check_joined(sheet: Any, place: Callable[[int, int], Place]) -> None:
    joined = min(sheet.merged_cells.ranges, key=lambda cells: (cells.min_row, cells.min_col), default=None)
    if joined is not None:
        raise CompareError(
            "Cells are joined here.",
            line=place(joined.min_row, joined.min_col),
            found=f"one cell over several, from {joined.coord}",
            allowed="each cell by itself",
            fix="mark them and choose “Unmerge” or “Split cells”",
        )


def _columns(cells: Iterable[Any], place: Place) -> tuple[str, ...]:
    """Return what each column is called; "" for one that has no name."""
    names = ("key", *("" if cell.value is None else str(cell.value) for cell in list(cells)[1:]))
    known = [name for name in names if name]
    if len(set(known)) < len(known) or "name" not in known:
        raise CompareError(
            "The first row of this sheet, out of sight, is not as the form has it.",
            line=place,
            found=quoted(listed(known)),
            allowed="each column named once",
            fix="copy what you wrote into a new form; `opinions new FILE.xlsx` writes one",
        )
    return names


def _row(cells: Iterable[Any], columns: tuple[str, ...], place: Callable[[int, int], Place]) -> Row | None:
    found = [_spot(cell, place) for cell in cells]
    if not any(found):
        return None
    key = str(found[0].raw) if found[0] else ""
    for spot, column in zip(found, columns, strict=True):
        if spot and not column and key != LABELS:
            raise outside(spot)
    row = next(spot.row for spot in found if spot)
    named = {column: spot for column, spot in zip(columns, found, strict=True) if spot and column}
    places = {column: place(row, number) for number, column in enumerate(columns, 1) if column}
    return Row(key, {column: spot for column, spot in named.items() if column != "key"}, places)


def outside(spot: Spot) -> CompareError:
    """Return the error for a cell in which something stands where the form has no place for it."""
    return CompareError(
        "Something stands outside the form here.",
        line=spot.place,
        found=quoted(str(spot.raw)),
        allowed="the yellow cells",
        fix="move it into a yellow cell, such as the notes, or delete it",
    )


def _spot(cell: Any, place: Callable[[int, int], Place]) -> Spot | None:
    if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
        return None
    percent = "%" in str(cell.number_format)
    return Spot(cell.value, cell.data_type, percent, cell.row, place(cell.row, cell.column))


def _formula(spot: Spot) -> CompareError:
    return CompareError(
        "A formula stands here.",
        line=spot.place,
        found=quoted(str(getattr(spot.raw, "text", spot.raw))),
        allowed="a value",
        fix="copy the value: mark the cell, copy it, then choose “Paste special” and “Values”",
    )


def _unescaped(text: str) -> str:
    """Return a text with its signs, where the program that saved it has spelt them out."""
    return _SPELT.sub(lambda found: chr(int(found[1], 16)), text)
