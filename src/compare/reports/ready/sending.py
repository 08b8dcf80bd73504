"""What goes to the new doctor before the visit: the medical summary, and the packet for a view from the records."""

from __future__ import annotations

from compare.case import Case
from compare.preparation.packet import remote_packet
from compare.preparation.summary import medical_summary
from compare.reports.parts import Fields, Paragraphs, Part, Table
from compare.statements import Cell
from compare.words import visits as told


def summary(case: Case) -> list[Part]:
    """Return the medical summary, one page."""
    found = medical_summary(case)
    sending = [(told.SEND_BY, text) for text in found.sending or ("",)]
    lines = [*((line.label, "; ".join(line.texts)) for line in found.lines), *sending]
    parts: list[Part] = [Fields(told.SUMMARY_TITLE, lines, lead=told.SUMMARY_LEAD)]
    return [*parts, Paragraphs(told.OUR_QUESTIONS, [], points=found.questions)] if found.questions else parts


def packet(case: Case) -> list[Part]:
    """Return the cover sheet, the index of what is enclosed and the questions."""
    found = remote_packet(case)
    heads, *rows = found.shown()
    body = [(label, [Cell(text) for text in cells]) for label, *cells in rows]
    return [
        Fields(told.COVER_TITLE, found.cover),
        Table(told.INDEX_TITLE, heads, body, lead=told.INDEX_LEAD, points=found.sentences()),
        Paragraphs(told.OUR_QUESTIONS, [], points=found.questions),
    ]
