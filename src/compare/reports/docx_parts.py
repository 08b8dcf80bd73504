"""The parts of a report as they stand in a Word document, a function for each kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docx.shared import Length, Mm

from compare.reports import captions
from compare.reports.docx_paper import Paper
from compare.reports.docx_pictures import add_picture
from compare.reports.docx_tables import Box, Grid, draw
from compare.reports.docx_text import numbered_anew, say, xml
from compare.reports.parts import Cards, Chapter, Fields, Paragraphs, Part, Picture, Questions, Table
from compare.statements import Cell

_LINE_HEIGHT = Mm(8)
_BOXES = ("☐ ", "☑ ")
_FORM = (32, 68)
"""How wide the labels and the answers of a form are."""
_ROOM_ON_A_SHEET = Mm(6)


def add_part(paper: Paper, part: Part, level: int, *, is_first: bool) -> None:
    """Add a part under its heading: its lead, what it shows, and the sentences below it."""
    add_heading(paper, part.title, level)
    if part.lead:
        add_text(paper, part.lead, "Lead")
    if is_first and isinstance(part, Paragraphs):
        _first_sentences(paper, part)
    else:
        _KINDS[part.kind](paper, part)
    if part.points and isinstance(part, Table | Cards | Fields):
        paper.document.add_paragraph(style="Gap")
    for text in part.points:
        _add_item(paper, text, "List Bullet")


def add_heading(paper: Paper, title: str, level: int) -> None:
    """Add a heading that the navigation pane shows."""
    if title:
        add_text(paper, title, f"Heading {level}")
    else:
        paper.document.add_paragraph(style="Gap")


def add_text(paper: Paper, text: str, style: str = "Normal") -> Any:
    """Add a paragraph."""
    return say(paper.document.add_paragraph(style=style), text)


def add_ending(paper: Paper, reading: Sequence[str]) -> None:
    """Add how to read the numbers and what they cannot say; on a sheet in one paragraph."""
    if paper.is_sheet:
        add_text(paper, f"{captions.HOW_TO_READ}: {' '.join(reading)}", "Ending")
    else:
        add_heading(paper, captions.HOW_TO_READ, 1)
        for text in reading:
            add_text(paper, text)


def _first_sentences(paper: Paper, part: Paragraphs) -> None:
    for place, text in enumerate(part.texts):
        add_text(paper, text, "Normal" if place else "First sentence")


def _paragraphs(paper: Paper, part: Paragraphs) -> None:
    for text in part.texts:
        _add_item(paper, text, "Normal")


def _add_item(paper: Paper, text: str, style: str) -> None:
    """Add a sentence, or a line to tick, which has its box for a bullet."""
    add_text(paper, text, "Tick" if text.startswith(_BOXES) else style)


def _questions(paper: Paper, part: Questions) -> None:
    number = numbered_anew(paper.document)
    for text in part.texts:
        question = add_text(paper, text, "List Number")
        properties = xml(question).get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number
        room = paper.document.add_paragraph(style="Room")
        if paper.spare:
            room.paragraph_format.line_spacing = Length(_ROOM_ON_A_SHEET + paper.spare // len(part.texts))


def _fields(paper: Paper, part: Fields) -> None:
    rows = [(label, [Box([("Cell", text)])]) for label, text in part.fields]
    draw(paper, Grid(part.title, ["", ""], rows, widths=_FORM, least_height=_LINE_HEIGHT))


def _table(paper: Paper, part: Table) -> None:
    rows = [(label, [_box(cell) for cell in cells]) for label, cells in part.rows]
    draw(paper, Grid(part.title, part.heads, rows, last_is_total=part.last_is_total, widths=part.widths))


def _box(cell: Cell) -> Box:
    remark = [("Remark", cell.remark)] if cell.remark else []
    return Box([("Cell", cell.text), *remark], cell.number, cell.is_open)


def _cards(paper: Paper, part: Cards) -> None:
    labels = dict.fromkeys(label for card in part.cards for label in card.lists)
    rows = [
        (label, [Box([("Cell bullet", text) for text in card.lists.get(label, ())] or [("Remark", part.empty)])
                 for card in part.cards])
        for label in labels
    ]  # fmt: skip
    draw(paper, Grid(part.title, ["", *(card.name for card in part.cards)], rows))


def _picture(paper: Paper, part: Picture) -> None:
    add_picture(paper, part.chart, keep_with_next=bool(part.points))


def _chapter(_paper: Paper, _part: Chapter) -> None:
    """Show nothing of its own: a chapter is its heading."""


_KINDS: Mapping[str, Callable[[Paper, Any], None]] = {
    Paragraphs.kind: _paragraphs,
    Questions.kind: _questions,
    Fields.kind: _fields,
    Table.kind: _table,
    Cards.kind: _cards,
    Picture.kind: _picture,
    "live": _picture,
    Chapter.kind: _chapter,
}
