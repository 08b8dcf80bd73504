"""A report as a workbook: the sentences first, then the numbers with a chart, then a sheet for each table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from compare import words
from compare.errors import missing_extra
from compare.files.packing import steady
from compare.reports import captions
from compare.reports.parts import Paragraphs, Part
from compare.words import office

if TYPE_CHECKING:
    from openpyxl import Workbook

    from compare.reports.document import Paper, Report
    from compare.reports.xlsx_sheets import Sheet


def xlsx(report: Report, paper: Paper = "A4") -> bytes:
    """Return the report as an XLSX workbook.

    Parameters
    ----------
    report : Report
        What it shows; without scores there are no sheets of numbers.
    paper : {"A4", "Letter"}
        The size of the pages on which it may be printed.

    Returns
    -------
    bytes
        The same for the same report; no cell in it is a formula, and nothing in it says who made it, when or where.

    Examples
    --------
    >>> from compare.reports.document import Report
    >>> xlsx(Report("Which plan?", "", [], []))[:2]
    b'PK'
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise missing_extra("openpyxl", "report") from None
    from compare.files.workbook.in_memory import saved
    from compare.reports import xlsx_parts, xlsx_scores

    book = Workbook()
    book.remove(book.active)
    first = report.parts[0] if report.parts and isinstance(report.parts[0], Paragraphs) else None
    _in_short(book, report, first, paper)
    if report.scores is not None:
        xlsx_scores.add_totals(book, report.scores, paper)
        xlsx_scores.add_parts(book, report.scores, paper)
    others = [part for part in report.parts if part is not first]
    left = [part for part in others if not xlsx_parts.add_sheet(book, part, paper)]
    _in_words(book, left, paper)
    return steady(saved(book), report.title)


def _in_short(book: Workbook, report: Report, first: Paragraphs | None, paper: Paper) -> None:
    from compare.reports.xlsx_sheets import new_sheet

    sheet = new_sheet(book, office.IN_SHORT, paper, ["page"])
    sheet.say(report.title, "title")
    if report.notice:
        sheet.say(report.notice, "soft", filled=True)
    for text in report.about:
        sheet.say(text, "soft")
    if first is not None:
        _sentences(sheet, first, first_font="first")
    _sentences(sheet, Paragraphs(captions.HOW_TO_READ, [*report.reading, words.CAUTION]))


def _in_words(book: Workbook, parts: Sequence[Part], paper: Paper) -> None:
    """Add the sentences of every part that has no sheet, under their headings."""
    from compare.reports.xlsx_sheets import new_sheet

    told = [part for part in parts if part.lead or part.points or isinstance(part, Paragraphs)]
    if told:
        sheet = new_sheet(book, office.IN_WORDS, paper, ["page"])
        for part in told:
            _sentences(sheet, part)


def _sentences(sheet: Sheet, part: Part, first_font: str = "text") -> None:
    sheet.gap()
    sheet.say(part.title, "heading")
    if part.lead:
        sheet.say(part.lead, "soft")
    texts = part.texts if isinstance(part, Paragraphs) else ()
    for place, text in enumerate((*texts, *part.points)):
        sheet.say(text, "text" if place else first_font)
