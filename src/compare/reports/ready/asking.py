"""What to ask: what each doctor said to each question, the questions to all alike, and the empty form for the visit."""

from __future__ import annotations

from compare.case import Case
from compare.explanation import explain
from compare.preparation.hurry import ShortOnTime, short_on_time
from compare.preparation.interview import difference_interview
from compare.reports.grid import grid_parts
from compare.reports.parts import Paragraphs, Part, Questions, Table
from compare.scoring import Scores, score
from compare.statements import Cell, question_grid
from compare.words import needing, visits
from compare.words.grid import TICK


def questions(case: Case) -> list[Part]:
    """Return the questions to every doctor alike, the table of all questions, and the form for a visit.

    Parameters
    ----------
    case : Case
        What is known; where ``preparation.short_on_time`` is yes, the five questions that count most come first.
    """
    hurried = bool(case.noted.short_on_time)
    grid = question_grid(case)
    first = hurry(score(case)) if hurried else []
    return [*first, *grid_parts(grid), _interview(case), *grid_parts(grid.empty)]


def hurry(scores: Scores) -> list[Part]:
    """Return what to ask and to look at when time is short."""
    found = short_on_time(scores)
    asked = [f"{TICK} {question}" for question in found.questions]
    return [Questions(needing.FIVE, asked), _by_two(found)]


def _by_two(found: ShortOnTime) -> Part:
    if found.by_two is None:
        return Paragraphs(needing.TWO, found.sentences())
    heads, *rows = found.shown()
    body = [(label, [Cell(text) for text in cells]) for label, *cells in rows]
    points = [explain(found.by_two)[0], *found.sentences()]
    return Table(needing.TWO, heads, body, last_is_total=True, lead=found.by_two.heading(), points=points)


def _interview(case: Case) -> Part:
    found = difference_interview(case)
    heads, *rows = found.shown()
    body = [(label, [Cell(text, is_open=text == TICK) for text in ticks]) for label, *ticks in rows]
    return Table(visits.INTERVIEW_TITLE, heads, body, lead=visits.INTERVIEW_LEAD, points=found.sentences())
