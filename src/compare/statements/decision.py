"""What was decided, in the person's own words: one line for all opinions, not one for each."""

from __future__ import annotations

from compare import words
from compare.case import Decision
from compare.statements.table import Cell, Line
from compare.words import deciding, headings


def decision_lines(decision: Decision | None) -> list[Line]:
    """Return a line of one cell for each thing that is recorded; none without a decision."""
    if decision is None:
        return []
    told = decision.outcome or decision.opinion
    found = {
        headings.DECIDED: deciding.decided(decision.outcome, decision.opinion) if told else None,
        headings.OWN_WORDS: words.said(decision.statement) if decision.statement else None,
        headings.HOW_SURE: deciding.out_of_10(decision.confidence) if decision.confidence is not None else None,
        headings.DECIDED_BY: words.source(decision.decided_by, words.day(decision.date) if decision.date else None),
        headings.CARE: headings.CARE_WITH[decision.care_transfer] if decision.care_transfer else None,
        headings.STILL_TO_ASK: "; ".join(decision.open_points),
    }
    return [(label, [Cell(text)]) for label, text in found.items() if text]
