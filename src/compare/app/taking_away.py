"""What is taken away: each paper, sheet and case file by the name of its button, as bytes for the browser."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from compare.app import texts
from compare.app.readying import today_of
from compare.app.state import State
from compare.app.view import scored
from compare.case import Case
from compare.errors import CompareError
from compare.files import written_as_bytes
from compare.pseudonyms import without_names
from compare.words import papers, preparing
from compare.words import taking as told

if TYPE_CHECKING:
    from compare.reports.document import Paper
    from compare.scoring import Scores

NAMES = {
    told.VISIT: ("visit.pdf", "visit.docx", "visit.html"),
    told.READY: ("getting-ready.pdf", "getting-ready.docx", "getting-ready.html", "getting-ready.ics"),
    told.FAMILY: ("comparison.html", "comparison.pdf", "comparison.docx"),
    told.ANALYST: ("analyst.pdf", "analyst.html"),
    told.SHEETS: ("comparison.xlsx", "comparison.csv", "comparison.png", "comparison.svg"),
    told.CASE: ("case.yaml", "case.json", "case.xlsx", "case.csv"),
}
"""What can be taken away, by what it is for: the names of the files, which are those of their buttons too."""

PAPERS_OF_PARTS = {what: (f"{told.READY}-{what}.pdf", f"{told.READY}-{what}.docx") for what in preparing.PARTS}
"""The papers of each thing to prepare, by what it is."""

PAPER, UNNAMED = "size of paper", "without names"
"""What can be chosen about it."""

YES = "yes"
_KINDS = {told.VISIT: papers.VISIT, told.ANALYST: papers.ANALYST}
_OFFICE = "application/vnd.openxmlformats-officedocument"
_MIMES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".yaml": "application/yaml",
    ".json": "application/json",
}


class Taken(NamedTuple):
    """A file to take away: its name, what kind of file it is, what is in it."""

    name: str
    mime: str
    data: bytes


def paper_of(state: State) -> Paper:
    """Return the size of paper that was chosen, the usual one where none was."""
    chosen = state.chosen.get(PAPER)
    return cast("Paper", chosen if chosen in papers.PAPERS else papers.PAPERS[0])


def is_unnamed(state: State) -> bool:
    """Tell whether names are to be left out."""
    return state.chosen.get(UNNAMED) == YES


def taken(state: State, name: str) -> Taken | None:
    """Return a file by the name of its button, None for a name that no button has.

    Raises
    ------
    CompareError
        Every slider stands at 0, or an optional library is missing.
    """
    if name not in {each for names in (*NAMES.values(), *PAPERS_OF_PARTS.values()) for each in names}:
        return None
    stem, ending = PurePath(name).stem, PurePath(name).suffix
    case = without_names(state.case) if is_unnamed(state) else state.case
    data = written_as_bytes(case, ending) if stem == told.CASE else _paper(state, case, stem, ending)
    return Taken(f"{stem}{told.SUFFIX if is_unnamed(state) else ''}{ending}", _MIMES[ending], data)


def _paper(state: State, case: Case, stem: str, ending: str) -> bytes:
    from compare.reports import report

    if stem.startswith(told.READY):
        return _ready(state, case, stem.removeprefix(told.READY).removeprefix("-"), ending)
    scores = _scores(state, case)
    if scores is None:
        raise CompareError(texts.ZERO_EXPORT)
    kind = cast("Literal['family', 'visit', 'analyst']", _KINDS.get(stem, papers.FAMILY))
    return report(scores, kind=kind).as_bytes(ending, paper=paper_of(state))


def _ready(state: State, case: Case, what: str, ending: str) -> bytes:
    """Return a paper about getting ready, or its days; in a copy without names the days are moved, so no day is today there."""
    from compare.preparation import plan
    from compare.reports.preparing import CALENDAR
    from compare.reports.preparing import preparing as paper
    from compare.reports.to_ics import calendar

    today = None if is_unnamed(state) else today_of(state)
    if ending == CALENDAR:
        return calendar(plan(case, today=today))
    return paper(case, what, today=today).as_bytes(ending, paper=paper_of(state))


def _scores(state: State, case: Case) -> Scores | None:
    """Return the scores for the sliders as they stand, of the case or of its copy without names."""
    names = [person.name for person in state.case.people]
    person = case.people[names.index(state.person)].name if state.person in names else None
    return scored(case, state.points, person)
