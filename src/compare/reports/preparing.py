"""The papers of getting ready: one for each thing to prepare, or all of them in one."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from compare.case import Case
from compare.errors import expect, unknown, wrong_ending
from compare.files import save_bytes
from compare.preparation import plan as planned
from compare.preparation import prepare
from compare.reports import ready
from compare.reports.document import Paper, Report
from compare.reports.origin import about
from compare.reports.parts import Chapter, Paragraphs, Part, Table
from compare.statements import Cell
from compare.words import preparing as told

CALENDAR = ".ics"
"""The ending of a file for a calendar."""


def preparing(case: Case, what: str = "", *, today: date | None = None) -> Report:
    """Return a paper about getting ready for a second opinion.

    Parameters
    ----------
    case : Case
        What the family noted; one opinion is enough, and an empty preparation gives forms to fill in.
    what : str
        One of ``words.preparing.PARTS``: plan, records, questions, insurer ...; empty for all of them in one.
    today : date, optional
        Which day it is; without it as for ``compare.preparation.plan``.

    Returns
    -------
    Report
        Its parts; it knows no scores.

    Raises
    ------
    CompareError
        There is no such paper.

    Examples
    --------
    >>> preparing(Case(opinions=[{"name": "Surgery"}]), "records").parts[0].title
    'The records'
    """
    expect(case, Case)
    if what and what not in told.PARTS:
        raise unknown("something to prepare", what, tuple(told.PARTS))
    parts = _PARTS[what](case, today) if what else _everything(case, today)
    title = told.title(told.PARTS[what] if what else told.TITLE, case.question)
    return Report(title, case.notice, about(case), parts)


def save_preparing(
    case: Case,
    path: str | os.PathLike[str],
    what: str = "",
    *,
    today: date | None = None,
    paper: Paper = "A4",
) -> Path:
    """Save a paper about getting ready, or its days for a calendar.

    Parameters
    ----------
    case, what, today : as for `preparing`
        What it is about.
    path : path-like
        Ends in one of the endings of the paper; for the plan, or for everything, also in ``.ics``.
    paper : {"A4", "Letter"}
        For what is printed.

    Raises
    ------
    CompareError
        Another ending, no days for a calendar, or the file cannot be written.
    """
    target = Path(path)
    made = preparing(case, what, today=today)
    has_days = what in {"", "plan"}
    if has_days and target.suffix.lower() == CALENDAR:
        from compare.reports.to_ics import calendar

        return save_bytes(target, calendar(planned(case, today=today)))
    if target.suffix.lower() not in made.endings:
        endings = (*made.endings, *([CALENDAR] if has_days else []))
        raise wrong_ending(target.name, target.suffix, "This paper", endings)
    return made.save(target, paper=paper)


def _everything(case: Case, today: date | None) -> list[Part]:
    parts: list[Part] = _overview(case, today)
    for what, title in told.PARTS.items():
        parts += [Chapter(title), *_PARTS[what](case, today)]
    return parts


def _overview(case: Case, today: date | None) -> list[Part]:
    found = prepare(case, today=today)
    rows = [(told.PARTS[what], [Cell(text)]) for what, text in found.lines.items()]
    return [
        Paragraphs(told.NEXT, found.sentences()),
        Table(told.STANDING, ["", told.STATE], rows, widths=(24, 76)),
    ]


_PARTS: Mapping[str, Callable[[Case, date | None], list[Part]]] = {
    "reasons": lambda case, _today: ready.reasons(case),
    "plan": ready.plan,
    "records": lambda case, _today: ready.records(case),
    "specialists": lambda case, _today: ready.specialists(case),
    "insurer": lambda case, _today: ready.insurer(case),
    "questions": lambda case, _today: ready.questions(case),
    "summary": lambda case, _today: ready.summary(case),
    "packet": lambda case, _today: ready.packet(case),
    "visit": lambda case, _today: ready.visit(case),
    "worries": lambda case, _today: ready.answers(case),
    "after": lambda case, _today: ready.afterwards(case),
}
