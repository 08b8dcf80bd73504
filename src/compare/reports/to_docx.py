"""A report as a Word document: real headings, lists and tables, so that it can be read aloud, changed and printed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare.errors import missing_extra
from compare.files.packing import steady
from compare.reports.parts import Chapter, Part

if TYPE_CHECKING:
    from compare.reports.document import Paper, Report


def docx(report: Report, paper: Paper = "A4") -> bytes:
    """Return the report as a DOCX file.

    Parameters
    ----------
    report : Report
        What it shows.
    paper : {"A4", "Letter"}
        The size of its pages.

    Returns
    -------
    bytes
        The same for the same report, and nothing in it says who made it, when or where.

    Examples
    --------
    >>> from compare.reports.document import Report
    >>> docx(Report("Which plan?", "", [], []))[:2]
    b'PK'
    """
    try:
        import docx as _  # noqa: F401 - so that its absence is told apart from any other fault
    except ImportError:
        raise missing_extra("python-docx", "report") from None
    from compare.reports import docx_parts as parts
    from compare.reports.docx_paper import empty_paper

    page = empty_paper(report.layout, paper)
    parts.add_text(page, report.title, "Title")
    if report.notice:
        parts.add_text(page, report.notice, "Notice")
    if report.about:
        parts.add_text(page, "  ·  ".join(report.about), "About")
    for place, (part, level) in enumerate(_levels(report)):
        parts.add_part(page, part, level, is_first=place == 0)
    parts.add_ending(page, report.reading)
    page.document.core_properties.title = ""
    stream = io.BytesIO()
    page.document.save(stream)
    return steady(stream.getvalue(), report.title)


def _levels(report: Report) -> Iterator[tuple[Part, int]]:
    """Give each part with the level of its heading: a chapter stands above the parts that follow it."""
    level = 1
    for part in report.parts:
        if isinstance(part, Chapter):
            level = 2
            yield part, 1
        else:
            yield part, level
