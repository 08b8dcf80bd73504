"""Tables in a Word document: heads that come again on each page, rows that stay whole, columns as wide as their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Length

from compare.reports.docx_paper import Paper
from compare.reports.docx_text import mark, say, xml

_MOST_COLUMNS = 7
_KEPT_WHOLE = 6
_LETTERS = (6, 30)
_LABEL_LETTERS = (10, 26)
_PADDING = 2
_SHADE = "F4F6F9"
_INK = "1D2733"


@dataclass(frozen=True)
class Box:
    """What stands in one cell.

    Parameters
    ----------
    lines : sequence of (style, text)
        Its paragraphs.
    number : str
        A small number after the first of them.
    is_open : bool
        Whether nobody knows the answer.
    """

    lines: Sequence[tuple[str, str]]
    number: str = ""
    is_open: bool = False


@dataclass(frozen=True)
class Grid:
    """A table to be: its title for who does not see it, its heads, and rows of a label and boxes (none: a heading)."""

    title: str
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Box]]]
    last_is_total: bool = False
    widths: Sequence[float] = ()
    least_height: Length | None = None


def draw(paper: Paper, grid: Grid) -> None:
    """Write a table; one that is too wide for the page becomes several, each with the labels, and an empty one nothing."""
    if not grid.rows and not any(grid.heads):
        return
    for place, block in enumerate(_blocks(grid)):
        if place:
            paper.document.add_paragraph(style="Gap")
        _draw(paper, block)


def _blocks(grid: Grid) -> Iterator[Grid]:
    columns = len(grid.heads) - 1
    if columns <= _MOST_COLUMNS:
        yield grid
        return
    step = -(-columns // -(-columns // _MOST_COLUMNS))
    for start in range(0, columns, step):
        part = slice(start, start + step)
        heads = [grid.heads[0], *grid.heads[1:][part]]
        rows = [(label, boxes[part]) for label, boxes in grid.rows]
        yield Grid(grid.title, heads, rows, grid.last_is_total)


def _draw(paper: Paper, grid: Grid) -> None:
    headed = any(grid.heads)
    table = paper.document.add_table(len(grid.rows) + headed, len(grid.heads), "Side by side")
    _settle(table, grid, _widths(grid, paper.width), headed=headed)
    rows = iter(table.rows)
    if headed:
        _head(next(rows), grid.heads)
    kept = len(grid.rows) <= _KEPT_WHOLE
    last = len(grid.rows) - 1
    for place, (row, (label, boxes)) in enumerate(zip(rows, grid.rows, strict=True)):
        total = grid.last_is_total and place == last
        if boxes:
            _row(row, label, boxes, total=total)
        else:
            _group(row, label)
        _keep(row, with_next=not boxes or (kept and place != last), least_height=grid.least_height)


def _settle(table: Any, grid: Grid, widths: Sequence[int], *, headed: bool) -> None:
    table.autofit = False
    properties = xml(table).tblPr
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    mark(properties, "w:tblLook", val="04A0" if headed else "0080", firstRow=str(int(headed)), firstColumn="1")
    mark(properties, "w:tblCaption", val=grid.title)
    for column, width in zip(xml(table).tblGrid.gridCol_lst, widths, strict=True):
        column.w = Length(width)
    for row in xml(table).tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = Length(width)


def _widths(grid: Grid, room: int) -> list[int]:
    """Return the width of each column: as the table asks, or by its longest text, within bounds."""
    shares = grid.widths or [_letters(grid, place) for place in range(-1, len(grid.heads) - 1)]
    return [int(room * share / sum(shares)) for share in shares]


def _letters(grid: Grid, place: int) -> int:
    """Return how many letters a column is to be wide; the labels are at place -1."""
    if place < 0:
        return _bounded(max((len(label) for label, boxes in grid.rows if boxes), default=0), *_LABEL_LETTERS)
    texts = [text for _, boxes in grid.rows for box in boxes[place : place + 1] for _, text in box.lines]
    longest = max([*map(len, texts), *map(len, grid.heads[place + 1].split())], default=0)
    return _bounded(longest + _PADDING, *_LETTERS)


def _bounded(count: int, least: int, most: int) -> int:
    return min(max(count, least), most)


def _head(row: Any, heads: Sequence[str]) -> None:
    mark(xml(row).get_or_add_trPr(), "w:tblHeader")
    for cell, head in zip(row.cells, heads, strict=True):
        say(_only(cell, "Cell head"), head)
        _edge(cell, "bottom")
        mark(xml(cell).tcPr, "w:vAlign", val="bottom")
    _keep(row, with_next=True)


def _row(row: Any, label: str, boxes: Sequence[Box], *, total: bool) -> None:
    first, *others = row.cells
    say(_only(first, "Cell total" if total else "Cell"), label)
    for cell, box in zip(others, boxes, strict=True):
        _fill(cell, box, total=total)
    if total:
        for cell in row.cells:
            _edge(cell, "top")


def _fill(cell: Any, box: Box, *, total: bool) -> None:
    for place, (style, text) in enumerate(box.lines):
        shown = _style(style, total=total, is_open=box.is_open)
        paragraph = cell.add_paragraph(style=shown) if place else _only(cell, shown)
        say(paragraph, text)
        if box.number and not place:
            paragraph.add_run("  ")
            say(paragraph, box.number.replace(" ", "\u00a0"), "Worth")
    if not box.lines:
        _only(cell, "Cell")


def _style(style: str, *, total: bool, is_open: bool) -> str:
    """Return the style of a paragraph in a cell; a dashed box stands around what nobody knows."""
    if is_open and style in {"Cell", "Remark"}:
        return f"{style} open"
    return "Cell total" if total and style == "Cell" else style


def _group(row: Any, label: str) -> None:
    cell = row.cells[0].merge(row.cells[-1])
    for extra in cell.paragraphs[1:]:
        xml(cell).remove(xml(extra))
    say(_only(cell, "Cell head"), label)
    mark(xml(cell).get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_SHADE)


def _only(cell: Any, style: str) -> Any:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    return paragraph


def _keep(row: Any, *, with_next: bool, least_height: Length | None = None) -> None:
    """Keep a row whole, and on the page of the next where that is asked."""
    properties = xml(row).get_or_add_trPr()
    mark(properties, "w:cantSplit")
    if least_height:
        row.height = least_height
    if with_next:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.keep_with_next = True


def _edge(cell: Any, side: str) -> None:
    borders = mark(xml(cell).get_or_add_tcPr(), "w:tcBorders")
    mark(borders, f"w:{side}", val="single", sz="12", space="0", color=_INK)
