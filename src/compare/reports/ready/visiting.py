"""The sheet for a visit, as parts: before, the three things to understand, the questions, the notes, after."""

from __future__ import annotations

from collections.abc import Iterable

from compare.case import Case
from compare.preparation.lists import Item
from compare.preparation.visiting import visit_sheet
from compare.reports.parts import Fields, Paragraphs, Part, Questions
from compare.words import grid
from compare.words import visits as told


def visit(case: Case, place: int | None = None) -> list[Part]:
    """Return the sheet for a visit: the one at ``place``, else the next one that is not understood in full."""
    sheet = visit_sheet(case, place)
    later = [f"{grid.TICK} {question}" for question in sheet.later]
    return [
        Fields(told.VISIT, sheet.fields),
        Paragraphs(told.BEFORE, ticks(sheet.before)),
        Fields(told.FIRST_PLAN, sheet.first_plan, lead=told.FIRST_PLAN_LEAD),
        Fields(told.MUST_KNOW, sheet.must_know, lead=told.MUST_KNOW_LEAD),
        Questions(told.TO_ASK, [f"{grid.TICK} {question}" for question in sheet.questions], lead=told.TO_ASK_LEAD),
        *([Paragraphs(told.LATER, later)] if later else []),
        Questions(told.NOTES, [item.label for item in sheet.to_note], lead=told.NOTES_LEAD),
        Paragraphs(told.AFTER, ticks(sheet.after)),
    ]


def ticks(items: Iterable[Item]) -> list[str]:
    """Return the lines of a list, each with a box to tick."""
    return [f"{grid.TICK} {item.label}" for item in items]
