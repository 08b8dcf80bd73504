"""How the sheets look: yellow cells to write in, locked labels, words to pick from, room to print."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from compare.files.cells import guarded
from compare.files.workbook.forms import FORM, LABELS
from compare.files.workbook.in_memory import saved
from compare.words import YES_NO, sheets

FIRST_ROW = 2
"""The first row that people see: the one above it names the columns, for the program."""

_DAY = re.compile(r"(?:19[0-9]{2}|[2-9][0-9]{3})-\d{2}-\d{2}", re.ASCII)
_SPELT_OUT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_DIGITS = 15
_A4 = 9
_MARGIN = 0.5
_HEIGHT, _LINE_HEIGHT, _MOST_LINES = 18, 13, 12
_HEIGHTS = {"title": 30, "section": 22}
_LETTERS = 1.15
"""So many letters go into one unit of width."""
_FORMATS = {"day": "yyyy-mm-dd", "line": "@", "yes_no": "@", "choice": "General", "number": "General"}

_FONT, _INK, _SOFT, _MARK, _LINE, _YELLOW, _BAND = "Arial", "1D2733", "55606D", "0B5C8A", "B9A66A", "FFF6DB", "E4EEF4"
_FONTS = {
    "text": Font(_FONT, 10, color=_INK),
    "label": Font(_FONT, 10, color=_INK),
    "soft": Font(_FONT, 9, color=_SOFT),
    "head": Font(_FONT, 9, bold=True, color=_SOFT),
    "title": Font(_FONT, 16, bold=True, color=_MARK),
    "section": Font(_FONT, 12, bold=True, color=_MARK),
    "key": Font(_FONT, 8, color=_SOFT),
}
_EDGE = Side("thin", color=_LINE)
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_FILL = PatternFill("solid", fgColor=_YELLOW)
_SHADE = PatternFill("solid", fgColor=_BAND)
_WRAPPED = Alignment(horizontal="left", vertical="top", wrap_text=True)
_INDENTED = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
_RUNS_ON = Alignment(horizontal="left", vertical="center")
_OPEN = Protection(locked=False)


class Book:
    """A workbook in the making, with the lists of words that its cells offer."""

    def __init__(self) -> None:
        self._book = Workbook()
        self._book.remove(self._book.active)
        self._lists: dict[tuple[str, ...], str] = {}

    def sheet(
        self, name: str, form: str, columns: Iterable[str], widths: Iterable[float], *, locked: bool = False
    ) -> Sheet:
        """Return a new sheet: its first row and first column, out of sight, name what stands where.

        Parameters
        ----------
        name, form : str
            What people see on its tab; which of the forms it is.
        columns : iterable of str
            What each column holds.
        widths : iterable of float
            How wide each column is, in letters.
        locked : bool
            Whether nothing is to be written on it.
        """
        named = list(zip(columns, widths, strict=True))
        return Sheet(self, self._book.create_sheet(name), form, named, locked=locked)

    def span(self, words: tuple[str, ...]) -> str:
        """Return where some words stand, for the cells that offer them."""
        column = self._lists.setdefault(words, get_column_letter(len(self._lists) + 2))
        return f"'{sheets.LISTS}'!${column}${FIRST_ROW}:${column}${FIRST_ROW + len(words) - 1}"

    def as_bytes(self) -> bytes:
        """Write the lists on a sheet out of sight, and return the workbook as what is in its file."""
        lists = self._book.create_sheet(sheets.LISTS)
        _put(lists["A1"], FORM.format("lists"), "key")
        for words, column in self._lists.items():
            for row, word in enumerate(words, FIRST_ROW):
                _put(lists[f"{column}{row}"], word)
        lists.sheet_state = "hidden"
        return saved(self._book)


class Sheet:
    """One sheet of a workbook in the making.

    Parameters
    ----------
    book : Book
        The workbook.
    sheet : openpyxl.worksheet.worksheet.Worksheet
        The sheet that is filled.
    form : str
        Which of the forms it is.
    columns : list
        What each column is called by the program, and its width.
    locked : bool
        Whether nothing is to be written on it.
    """

    def __init__(
        self, book: Book, sheet: Worksheet, form: str, columns: list[tuple[str, float]], *, locked: bool
    ) -> None:
        self._book, self._sheet, self._last = book, sheet, len(columns)
        self._rules: dict[tuple[str, ...], DataValidation] = {}
        self._locked = locked
        self._widths = [width for _, width in columns]
        for place, (column, width) in enumerate(columns, 1):
            _put(sheet.cell(1, place), FORM.format(form) if place == 1 else column, "key")
            sheet.column_dimensions[get_column_letter(place)].width = width
        sheet.row_dimensions[1].hidden = sheet.column_dimensions["A"].hidden = True
        sheet.sheet_view.showGridLines = False
        sheet.freeze_panes = "C2"
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.formatRows = False
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        for side in ("left", "right", "top", "bottom"):
            setattr(sheet.page_margins, side, _MARGIN)

    def title(self, text: str, lead: Iterable[str] = ()) -> int:
        """Write the title of the sheet and what to know about it; return the next row."""
        rows = enumerate(((text, "title"), *((sentence, "text") for sentence in lead)), FIRST_ROW)
        for row, (sentence, font) in rows:
            self.key(row, LABELS)
            self.put(row, 2, sentence, font)
        return row + 1

    def section(self, row: int, title: str, lead: str = "", heads: Mapping[int, str] | None = None) -> int:
        """Write the title of a section on a band, what to know about it and the heads of its columns; return the next row."""
        for column in range(2, self._last + 1):
            self._sheet.cell(row, column).fill = _SHADE
        self.key(row, LABELS)
        self.put(row, 2, title, "section")
        if lead:
            row += 1
            self.key(row, LABELS)
            self.put(row, 2, lead, "soft")
        return self.heads(row + 1, heads) if heads else row + 1

    def heads(self, row: int, heads: Mapping[int, str]) -> int:
        """Write the heads of columns; return the next row."""
        self.key(row, LABELS)
        for column, text in heads.items():
            self.put(row, column, text, "head", wrap=True)
        return row + 1

    def key(self, row: int, key: str) -> None:
        """Say, out of sight, what a row is about."""
        _put(self._sheet.cell(row, 1), key, "key")

    def put(self, row: int, column: int, value: str | int, font: str = "text", *, wrap: bool = False) -> None:
        """Write what people read."""
        _put(self._sheet.cell(row, column), value, font, wrap=wrap)
        self._make_room(row, column, value if wrap else "", _HEIGHTS.get(font, _HEIGHT))

    def put_input(self, row: int, column: int, value: Any, kind: str = "line", picks: tuple[str, ...] = ()) -> None:
        """Make a cell to write in, with what is known already and the words to pick from; other words are asked about."""
        cell = self._sheet.cell(row, column)
        day = _as_day(value) if kind == "day" else None
        _put(cell, day or value, wrap=True)
        cell.number_format = _FORMATS[kind]
        cell.alignment, cell.border = _INDENTED, _BOX
        if not self._locked:
            cell.fill, cell.protection = _FILL, _OPEN
        self._make_room(row, column, value)
        if picks:
            self._rule(picks).add(cell)

    def _make_room(self, row: int, column: int, value: Any, least: float = _HEIGHT) -> None:
        """Make a row high enough for a text that is broken into lines: not every program does so by itself."""
        letters = self._widths[column - 1] * _LETTERS
        lines = sum(math.ceil(max(len(line), 1) / letters) for line in str(value).split("\n"))
        known = self._sheet.row_dimensions[row].height or 0
        self._sheet.row_dimensions[row].height = max(known, least, min(lines, _MOST_LINES) * _LINE_HEIGHT + 4)

    def _rule(self, words: tuple[str, ...]) -> DataValidation:
        if words not in self._rules:
            rule = DataValidation("list", self._book.span(words), allow_blank=True, showErrorMessage=True)
            rule.errorStyle, rule.errorTitle, rule.error = "warning", sheets.PICK_TITLE, sheets.PICK
            self._sheet.add_data_validation(rule)
            self._rules[words] = rule
        return self._rules[words]


def _put(cell: Cell, value: Any, font: str = "text", *, wrap: bool = False) -> None:
    """Put a value into a cell; a text is never taken for a formula, and a number keeps every digit."""
    if isinstance(value, bool):
        value = YES_NO[value]
    elif isinstance(value, float) and float(f"{value:.{_DIGITS}g}") != value:
        value = repr(value)
    if isinstance(value, str):
        cell.value = _SPELT_OUT.sub("_x005F_", value)
        cell.data_type = "s"
        cell.quotePrefix = guarded(value) != value
    else:
        cell.value = value
    cell.font = _FONTS[font]
    cell.alignment = _RUNS_ON if not wrap else _INDENTED if font == "soft" else _WRAPPED


def _as_day(value: Any) -> date | None:
    """Return a text as a day that every spreadsheet knows; None where it is none."""
    try:
        return date.fromisoformat(value) if _DAY.fullmatch(value) else None
    except (TypeError, ValueError):
        return None
