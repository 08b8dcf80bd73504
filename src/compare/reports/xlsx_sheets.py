"""Sheets of a workbook: text that stays text, numbers that stay numbers, heads that stay in sight and on every page."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from compare import words
from compare.errors import visible
from compare.reports.to_csv import as_cell
from compare.words import office

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_LETTERS = 32_000
"""How much text a cell takes; a spreadsheet takes 32,767 letters, and some letters count twice."""

_WIDTHS = {"label": 28, "number": 11, "wide": 44, "page": 108}
_TEXT = (27, 44)
_PAGE = 126
_HIGHEST_ROW = 400
_MOST_DIGITS = 9
_LONGEST_NAME = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_SPELT_OUT = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FONT = "Arial"
_INK, _SOFT, _MARK, _LINE, _SHADE, _OPEN = "1D2733", "55606D", "0B5C8A", "D5DBE2", "F4F6F9", "B97A00"

FONTS = {
    "text": Font(_FONT, 10, color=_INK),
    "bold": Font(_FONT, 10, bold=True, color=_INK),
    "soft": Font(_FONT, 9, color=_SOFT),
    "first": Font(_FONT, 12, bold=True, color=_INK),
    "title": Font(_FONT, 16, bold=True, color=_INK),
    "heading": Font(_FONT, 12, bold=True, color=_MARK),
}
_EDGE = Side("thin", color=_LINE)
_THICK = Side("medium", color=_INK)
_DASHED = Side("dashed", color=_OPEN)
BORDERS = {
    "": Border(bottom=_EDGE),
    "head": Border(bottom=_THICK),
    "total": Border(top=_THICK, bottom=_EDGE),
    "open": Border(left=_DASHED, right=_DASHED, top=_DASHED, bottom=_DASHED),
}
NOTICE_FILL = PatternFill("solid", fgColor="FDF3DC")
GROUP_FILL = PatternFill("solid", fgColor=_SHADE)
_WRAPPED = Alignment(wrap_text=True, vertical="top", horizontal="left")
_INDENTED = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
_CENTRED = Alignment(wrap_text=True, vertical="top", horizontal="center")
_PAPERS = {"A4": 9, "Letter": 1}


@dataclass(frozen=True)
class Sheet:
    """A sheet that is being written from its top, row by row.

    Parameters
    ----------
    cells : openpyxl.worksheet.worksheet.Worksheet
        What is written.
    kinds : sequence of str
        What each column holds: ``label``, ``text``, ``number``, ``wide`` or ``page``.
    widths : sequence of float
        How wide each column is, in letters.
    """

    cells: Any
    kinds: Sequence[str]
    widths: Sequence[float]

    def add(self, values: Sequence[str | float], font: str = "text", edge: str = "") -> range:
        """Add a row, and as many more as its longest text needs; give the numbers of the rows."""
        start = self._next
        for row, pieces in enumerate(zip_longest(*map(_pieces, values), fillvalue=""), start):
            for column, (piece, kind) in enumerate(zip(pieces, self.kinds, strict=True), 1):
                cell = self.cells.cell(row, column)
                put(cell, piece, font)
                cell.border = BORDERS[edge]
                cell.alignment = _CENTRED if kind == "number" else _INDENTED if column > 1 else _WRAPPED
            self._make_room(row, pieces, self.widths, font)
        return range(start, self._next)

    def say(self, text: str, font: str = "text", *, filled: bool = False) -> None:
        """Add a text that runs across all columns."""
        for piece in _pieces(text):
            row = self._next
            cell = self.cells.cell(row, 1)
            put(cell, piece, font)
            cell.alignment = _WRAPPED
            if filled:
                cell.fill = NOTICE_FILL
            if len(self.kinds) > 1:
                self.cells.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(self.kinds))
            self._make_room(row, [piece], [sum(self.widths)], font)

    def group(self, label: str) -> None:
        """Add a heading of the rows below it."""
        self.say(label, "bold")
        self.cells.cell(self._next - 1, 1).fill = GROUP_FILL

    def heads(self, values: Sequence[str], *, labels: bool = True) -> int:
        """Add the heads of the columns; they, and the labels, stay in sight and come again on every printed page."""
        row = self.add(values, "bold", "head")[-1]
        self.cells.freeze_panes = f"{'B' if labels else 'A'}{row + 1}"
        self.cells.print_title_rows = f"{row}:{row}"
        return row

    def gap(self) -> None:
        """Add an empty row, but not at the top."""
        if self._next > 1:
            self.say("")

    def heighten(self, row: int, least: float) -> None:
        """Make a row at least so many points high."""
        size = self.cells.row_dimensions[row]
        size.height = max(size.height or 0, least)

    def offer(self, cell: Any, choices: Sequence[str]) -> None:
        """Offer these words of ours in a cell, as a list to choose from."""
        offered = ",".join(choices)
        lists = self.cells.data_validations.dataValidation
        known = next((each for each in lists if each.formula1 == f'"{offered}"'), None)
        if known is None:
            known = DataValidation(type="list", formula1=f'"{offered}"', allow_blank=True)
            self.cells.add_data_validation(known)
        known.add(cell)

    @property
    def _next(self) -> int:
        return int(self.cells.max_row) + (self.cells.cell(1, 1).value is not None)

    def _make_room(self, row: int, pieces: Sequence[Any], widths: Sequence[float], font: str) -> None:
        """Make a row as high as its longest text is; programs do not do so by themselves before the text is touched."""
        size = FONTS[font].size
        texts = [piece if isinstance(piece, str) else "" for piece in pieces]
        lines = max(_lines(text, 11.5 * width / size - 2) for text, width in zip(texts, widths, strict=True))
        self.heighten(row, min(size * 1.3 * lines + 4, _HIGHEST_ROW))


def new_sheet(book: Workbook, title: str, paper: str, kinds: Sequence[str], shares: Sequence[float] = ()) -> Sheet:
    """Return a new sheet with a name of its own, set up for printing: across the page, as wide as it, page numbers below.

    ``shares`` says how wide each column is beside the others; without it, what it holds says how wide it is.
    """
    sheet = book.create_sheet(_free_name(book, title))
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPERS[paper]
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    page, of = office.PAGE_OF
    sheet.oddFooter.right.text, sheet.oddFooter.right.size = f"{page} &P {of} &N", 8
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, 0.7)
    widths = _widths(kinds, shares)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    return Sheet(sheet, kinds, widths)


def _widths(kinds: Sequence[str], shares: Sequence[float]) -> list[float]:
    """Return how wide each column is; columns of text share what the others leave of the page, within bounds."""
    if len(shares) == len(kinds):
        return [_PAGE * share / sum(shares) for share in shares]
    left = _PAGE - sum(_WIDTHS[kind] for kind in kinds if kind in _WIDTHS)
    text = min(max(left / (kinds.count("text") or 1), _TEXT[0]), _TEXT[1])
    return [_WIDTHS.get(kind, text) for kind in kinds]


def put(cell: Any, value: str | float, font: str = "text") -> None:
    """Put a text or a number into a cell; a text is never taken for a formula, a date or an error."""
    if isinstance(value, str):
        text = _SPELT_OUT.sub("_x005F_", visible(value))
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = as_cell(text) != text
    elif math.isfinite(value):
        cell.value = value
        cell.number_format = "0"
    else:
        put(cell, words.NOT_KNOWN)
    cell.font = FONTS[font]


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes in a column that is so many letters wide."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    letters = max(1, int(width * (len(text) or 1) / (len(text) + wide or 1)))
    return sum(len(wrap(line, letters)) or 1 for line in text.split("\n"))


def as_number(text: str) -> str | float:
    """Return a text that is a short whole number as that number, and any other text as it is.

    Examples
    --------
    >>> as_number("88"), as_number("088"), as_number("8 of 9")
    (88, '088', '8 of 9')
    """
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and text == str(int(text))
    return int(text) if is_number else text


def _pieces(value: str | float) -> list[str | float]:
    if not isinstance(value, str) or len(value) <= MOST_LETTERS // 12:
        return [value]
    return list(_cut(value))


def _cut(text: str) -> Iterator[str]:
    """Cut a text where a cell is full; what is hidden in it is spelt out first, and some letters count twice."""
    piece, room = "", MOST_LETTERS
    for char in text:
        shown = visible(char)
        size = len(shown.encode("utf-16-le")) // 2 + (6 if char == "_" else 0)
        if size > room:
            yield piece
            piece, room = "", MOST_LETTERS
        piece, room = piece + char, room - size
    yield piece


def _free_name(book: Workbook, title: str) -> str:
    """Return a name that a sheet may have and no other sheet has."""
    taken = {name.casefold() for name in book.sheetnames}
    plain = " ".join(_NOT_IN_A_NAME.sub(" ", visible(title)).split()).strip("' ") or office.SHEET
    names = (plain if turn == 1 else f"{plain[: _LONGEST_NAME - 5].strip()} {turn}" for turn in range(1, 10_000))
    return next(name for name in (name[:_LONGEST_NAME].strip("' ") for name in names) if name.casefold() not in taken)
