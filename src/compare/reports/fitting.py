"""How much fits on one page, in points: what is cut is cut after a measured line, never set in smaller letters.

The measures are those of the sheet in ``sheet.typ`` and ``page.css``. The page is taken as wide as A4 and as high as
Letter, so that whatever fits here fits on both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from compare.charts.style import ELLIPSIS, SMALL, SMALL_STRONG, Type, clean, wrapped
from compare.reports.parts import Paragraphs, Part, Picture, Questions, Table

HEIGHT = 740.0
FULL, BODY = 530.0, 452.0
"""How wide the page is, and how wide what stands beside the headings is; a little less than on A4, for other letters."""

PICTURE = 476.0
"""How wide a picture is on Letter, where it is widest and so highest."""

TITLE = Type(15, 19, bold=True)

_LINE = 10.6
_FOOT = 6 * _LINE + 14
_BETWEEN = 10.0
_ROW, _CELL = 3.2, 7.0
"""What a row of a table takes beside its lines, and a cell beside its words."""

NUMBER = 18.0
"""What the number of a question, or the point of a list, takes of the width."""

_LONG_WORD = 20
_NARROWEST = 2.0
"""How wide the narrowest letter is."""

_WRITING = 14.0
"""Room to write an answer."""


def fitted(text: str, width: float, lines: int, kind: Type = SMALL) -> str:
    """Return a text that takes at most some lines of a width; what was cut off gives way to an ellipsis.

    Examples
    --------
    >>> fitted("Keep the breast, then radiation", 100, 1)
    'Keep the breast…'
    """
    line = " ".join(text.split())
    most = int((lines + 1) * width / _NARROWEST)
    whole = clean(line[:most])
    if len(line) <= most and lines_of(whole, width, kind, lines + 1) <= lines:
        return whole
    measured, end = _measured(whole), 0
    for row in wrapped(measured, width, kind, lines):
        kept = row.removesuffix(ELLIPSIS)
        end = measured.index(kept, end) + len(kept)
    return _to_a_word(whole, end).rstrip(" .,;:") + ELLIPSIS


def lines_of(text: str, width: float, kind: Type = SMALL, most: int = 99) -> int:
    """Return how many lines of a width a text takes, at most ``most``."""
    return len(wrapped(_measured(text), width, kind, most))


def column_widths(shares: Sequence[float]) -> list[float]:
    """Return how wide the words in each column of a table may be."""
    return [BODY * share / sum(shares) - _CELL for share in shares]


def top_height(title: str, notice: str, about: Sequence[str]) -> float:
    """Return how high the title and what stands below it are."""
    lines = lines_of("  ·  ".join(about), FULL) + (lines_of(notice, FULL - 20) + 1 if notice else 0)
    return lines_of(title, FULL, TITLE) * TITLE.leading + lines * _LINE + _BETWEEN


def height_of(part: Part) -> float:
    """Return how high a part is with the room around it."""
    beside = lines_of(part.title, FULL - BODY - 8, SMALL_STRONG) * _LINE
    return max(beside, _text(part) + _content(part)) + _BETWEEN


def room_for(parts: Iterable[Part], top: float) -> float:
    """Return how much room is left on the page, and none is taken for the letters that could not be drawn."""
    return HEIGHT - top - _FOOT - sum(map(height_of, parts))


def question_height(text: str) -> float:
    """Return how high a question is with room to write."""
    return lines_of(text, BODY - NUMBER) * _LINE + _WRITING


def _text(part: Part) -> float:
    lead = lines_of(part.lead, BODY) if part.lead else 0
    return _LINE * (lead + sum(lines_of(text, BODY - NUMBER) for text in part.points))


def _content(part: Part) -> float:
    match part:
        case Table():
            return _table(part)
        case Picture():
            width, height = part.chart.figure.get_size_inches()
            return float(PICTURE * height / width)
        case Paragraphs():
            return sum(lines_of(text, BODY) * _LINE for text in part.texts)
        case Questions():
            return sum(map(question_height, part.texts))
    return 0.0


def _table(table: Table) -> float:
    widths = column_widths(table.widths)
    heads = max(lines_of(head, width, SMALL_STRONG) for head, width in zip(table.heads, widths, strict=True))
    height = heads * _LINE + _ROW
    for label, cells in table.rows:
        first, *others = widths
        lines = [lines_of(label, first, SMALL_STRONG)]
        lines += [lines_of(cell.text, width) for cell, width in zip(cells, others, strict=True)]
        height += max(lines) * _LINE + _ROW
    return height


def _to_a_word(text: str, end: int) -> str:
    """Return the beginning of a text, without the word in which it would end; a word without end is parted."""
    start = text.rfind(" ", 0, end + 1)
    return text[:end] if end - start > _LONG_WORD else text[: max(start, 0)]


def _measured(text: str) -> str:
    """Return a text with a wide letter in the place of each that is as wide as it is high, such as Chinese ones."""
    return "".join("—" if unicodedata.east_asian_width(char) in "WF" else char for char in text)
