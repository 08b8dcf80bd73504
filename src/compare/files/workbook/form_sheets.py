"""The sheets of a workbook, written line by line from the forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from compare.case import SCHEMA, Criterion, built_in_criteria
from compare.files.long_csv import COLUMNS as LONG
from compare.files.long_csv import as_row
from compare.files.long_form import Steps, rows_of
from compare.files.workbook.drawing import Book, Sheet
from compare.files.workbook.filling import Filled, Rows, filled
from compare.files.workbook.forms import COLUMNS, RANGED, SHAPES, Section, opinion_sections, start_sections
from compare.words import sheets

_WIDTHS = (4, 46, 28, 10, 10, 20, 20, 28, 16, 12, 9, 13, 17, 17, 10, 10)
_START = ("key", "name", "answer", "left")
_START_WIDTHS = (4, 40, 60, 40)
_LONG_WIDTHS = (4, 16, 28, 18, 28, 22, 16, 10, 60)
_SPARE_ROWS = 60
_NAMES, _ANSWERS = COLUMNS.index("name") + 1, COLUMNS.index("answer") + 1
_KINDS = {"when": "day", "written": "yes_no"} | dict.fromkeys(
    ("words", "said_by", "time", "group", "source", "right"), "line"
)


def put_start(book: Book, rows: Rows) -> set[Steps]:
    """Write the first sheet: how to fill in the others, what is to be decided, the patient, the decision."""
    sheet = book.sheet(sheets.START, "start", _START, _START_WIDTHS)
    row = sheet.title(sheets.TITLE, sheets.HOW_TO)
    sheet.key(row, "schema")
    sheet.put(row, _NAMES, sheets.VERSION, "soft")
    sheet.put(row, _ANSWERS, SCHEMA, "soft")
    return _put_sections(sheet, row + 1, start_sections(), rows, _START)


def put_opinion(book: Book, title: str, criteria: Iterable[Criterion], name: str, said: Rows) -> set[Steps]:
    """Write the sheet of one opinion; return which of its values stand there."""
    sheet = book.sheet(title, "opinion", COLUMNS, _WIDTHS)
    row = sheet.title(sheets.OPINION_TITLE, [sheets.OPINION_LEAD])
    rows = {**said, ("name",): name} if name else said
    return _put_sections(sheet, row, opinion_sections(criteria), rows) | {()}


def put_example(book: Book, criteria: tuple[Criterion, ...]) -> None:
    """Write an example of a filled sheet, where the built-in criteria are compared."""
    if criteria == built_in_criteria():
        example = sheets.EXAMPLE_OPINION
        rows = {steps[2:]: value for steps, value in rows_of({"opinions": [example]})}
        sheet = book.sheet(sheets.EXAMPLE, "example", COLUMNS, _WIDTHS, locked=True)
        row = sheet.title(sheets.EXAMPLE, [sheets.EXAMPLE_LEAD])
        _put_sections(sheet, row, opinion_sections(criteria), {**rows, ("name",): example["name"]})


def put_rest(book: Book, rows: Rows) -> None:
    """Write the values that have no place on any other sheet, a row for each, and room for more."""
    sheet = book.sheet(sheets.MORE, "everything else", ("key", *LONG), _LONG_WIDTHS)
    row = sheet.heads(sheet.title(sheets.MORE_TITLE, sheets.MORE_LEAD) + 1, dict(enumerate(LONG, _NAMES)))
    spare = [[""] * len(LONG)] * _SPARE_ROWS
    for place, cells in enumerate([*(as_row(*pair) for pair in rows.items()), *spare], row):
        sheet.key(place, "row")
        for column, text in enumerate(cells, _NAMES):
            sheet.put_input(place, column, text or None)


def _put_sections(
    sheet: Sheet, row: int, sections: Iterable[Section], rows: Rows, columns: Sequence[str] = COLUMNS
) -> set[Steps]:
    used: set[Steps] = set()
    for section in sections:
        heads = {columns.index(column) + 1: text for column, text in section.heads.items()}
        row = sheet.section(row + 1, section.title, section.lead, heads)
        for found in filled(section, rows):
            _put_line(sheet, row, found, columns)
            used.update(found.used)
            row += 1
    return used


def _put_line(sheet: Sheet, row: int, found: Filled, columns: Sequence[str]) -> None:
    line = found.line
    sheet.key(row, line.key)
    if found.is_named_by_people:
        sheet.put_input(row, _NAMES, line.label or None)
    else:
        sheet.put(row, _NAMES, line.label, wrap=True)
        for column, text in enumerate((line.hint,) if line.hint else line.ends, columns.index("left") + 1):
            if text:
                sheet.put(row, column, text, "soft", wrap=True)
    for column in (*SHAPES[line.shape], *(("low", "high") if line.shape in RANGED else ())):
        kind = line.kind if column == "answer" else _KINDS.get(column, "choice")
        place = columns.index(column) + 1
        sheet.put_input(row, place, found.cells.get(column), kind, line.picks.get(column, ()))
