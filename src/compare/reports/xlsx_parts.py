"""The parts of a report as sheets: a sheet for each table, list of questions and form; sentences share one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import Workbook

from compare.reports.parts import Cards, Fields, Part, Questions, Table
from compare.reports.xlsx_sheets import BORDERS, Sheet, as_number, new_sheet
from compare.statements import Cell
from compare.words import office

_ROOM_TO_ANSWER = 48
_ROOM_IN_A_FORM = 26
_SHORT = 5
_TICKS = ("☐", "☑")


def add_sheet(book: Workbook, part: Part, paper: str) -> bool:
    """Add the sheet of a part, and tell whether it has one: sentences and pictures have none of their own."""
    if part.kind not in _KINDS:
        return False
    kinds, write = _KINDS[part.kind]
    sheet = new_sheet(book, part.title, paper, kinds(part), part.widths if isinstance(part, Table) else ())
    sheet.say(part.title, "heading")
    if part.lead:
        sheet.say(part.lead, "soft")
    write(sheet, part)
    if part.points:
        sheet.gap()
    for text in part.points:
        sheet.say(text)
    return True


def _columns_of_table(part: Table) -> list[str]:
    columns = [("number" if _is_short(part, place) else "text", "number") for place in range(len(part.heads) - 1)]
    return ["label", *_spread(part, columns)]


def _table(sheet: Sheet, part: Table) -> None:
    sheet.heads([part.heads[0], *_spread(part, [(head, office.SMALL_NUMBER) for head in part.heads[1:]])])
    last = len(part.rows) - 1
    for place, (label, cells) in enumerate(part.rows):
        if not cells:
            sheet.group(label)
            continue
        values = [label, *_spread(part, [(as_number(_text(cell)), as_number(cell.number)) for cell in cells])]
        is_total = part.last_is_total and place == last
        rows = sheet.add(values, "bold" if is_total else "text", "total" if is_total else "")
        _mark(sheet, rows[0], cells, step=1 + _is_numbered(part))


def _is_numbered(part: Table) -> bool:
    return any(cell.number for _, cells in part.rows for cell in cells)


def _spread(part: Table, pairs: Sequence[tuple[Any, Any]]) -> list[Any]:
    """Return what stands in the columns: each text, and its number beside it where any text of the table has one."""
    return [item for pair in pairs for item in (pair if _is_numbered(part) else pair[:1])]


def _text(cell: Cell) -> str:
    return f"{cell.text}\n{cell.remark}" if cell.remark else cell.text


def _is_short(part: Table, place: int) -> bool:
    letters = {len(_text(cells[place])) for _, cells in part.rows if len(cells) > place}
    return 0 < max(letters, default=0) <= _SHORT


def _mark(sheet: Sheet, row: int, cells: Sequence[Cell], step: int) -> None:
    """Mark what nobody knows, and let a box be ticked."""
    for place, cell in enumerate(cells):
        at = sheet.cells.cell(row, 2 + place * step)
        if cell.is_open:
            at.border = BORDERS["open"]
        if cell.text in _TICKS:
            sheet.offer(at, _TICKS)


def _questions(sheet: Sheet, part: Questions) -> None:
    sheet.heads([office.NUMBER, office.QUESTION, office.THE_ANSWER, office.WHO_AND_WHEN], labels=False)
    for place, text in enumerate(part.texts, 1):
        sheet.heighten(sheet.add([place, text, "", ""])[0], _ROOM_TO_ANSWER)


def _fields(sheet: Sheet, part: Fields) -> None:
    for label, text in part.fields:
        sheet.heighten(sheet.add([label, text])[0], _ROOM_IN_A_FORM)


def _cards(sheet: Sheet, part: Cards) -> None:
    sheet.heads(["", *(card.name for card in part.cards)])
    for label in dict.fromkeys(label for card in part.cards for label in card.lists):
        lists = (card.lists.get(label, ()) for card in part.cards)
        sheet.add([label, *("\n".join(f"• {text}" for text in texts) or part.empty for texts in lists)])


_KINDS: Mapping[str, tuple[Callable[[Any], Sequence[str]], Callable[[Sheet, Any], None]]] = {
    Table.kind: (_columns_of_table, _table),
    Questions.kind: (lambda _: ("number", "wide", "wide", "text"), _questions),
    Fields.kind: (lambda _: ("label", "wide"), _fields),
    Cards.kind: (lambda part: ("label", *["text"] * len(part.cards)), _cards),
}
