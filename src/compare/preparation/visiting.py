"""The sheet for a visit: what to know before, what to ask, what to write down, what to arrange after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare import words
from compare.case import Case
from compare.case.preparation import Visit
from compare.errors import CompareError, expect
from compare.preparation.asking import doctor_of, first_questions, later_questions
from compare.preparation.hurry import short_on_time
from compare.preparation.lists import Item, checklist
from compare.preparation.summary import first_plan
from compare.scoring import score
from compare.tabular import Row, Spoken
from compare.words import grid
from compare.words import visits as told


@dataclass(frozen=True, repr=False)
class VisitSheet(Spoken):
    """One sheet for one visit.

    Parameters
    ----------
    case : Case
        Where it stands.
    visit : Visit
        Which visit; an empty one is a form.
    first_plan : sequence of (str, str)
        What the first doctor plans, in short (S1-30).
    questions : sequence of str
        What this doctor has to be asked first; when time is short, five at most.
    later : sequence of str
        What to ask where there is still time.
    """

    case: Case
    visit: Visit
    first_plan: Sequence[tuple[str, str]]
    questions: Sequence[str]
    later: Sequence[str]

    @property
    def must_know(self) -> tuple[tuple[str, str], ...]:
        """Return the three things to understand: the diagnosis, the stage and the goal, each with the family's words (S1-34)."""
        visit = self.visit
        return (
            (told.KNOW_DIAGNOSIS, visit.diagnosis_understood or ""),
            (told.KNOW_STAGE, visit.stage_understood or ""),
            (told.KNOW_GOAL, visit.goal_understood or ""),
        )

    @property
    def is_ready(self) -> bool:
        """Tell whether the three things are understood; a visit is ready only then."""
        return all(text.strip() for _, text in self.must_know)

    @property
    def fields(self) -> tuple[tuple[str, str], ...]:
        """Return when it is, with whom, who comes along, who takes notes, and whether it may be recorded."""
        visit = self.visit
        return (
            (told.VISIT_DATE, words.day(visit.date) if visit.date else ""),
            (told.VISIT_DOCTOR, visit.doctor or ""),
            (told.SUPPORT_PERSON, visit.support_person or ""),
            (told.NOTE_TAKER, visit.note_taker or ""),
            (told.RECORDING, told.RECORDING_STATE[visit.recording_consent]),
        )

    @property
    def before(self) -> tuple[Item, ...]:
        """Return what to tick off before the visit."""
        return checklist("before", Item)

    @property
    def to_note(self) -> tuple[Item, ...]:
        """Return the headings under which to write what the doctor says (S4-65..69)."""
        return checklist("notes", Item)

    @property
    def after(self) -> tuple[Item, ...]:
        """Return what to tick off after the visit."""
        return checklist("after", Item)

    def sentences(self) -> list[str]:
        """Return whether the three things are clear, and how many questions are left."""
        unclear = [label for label, text in self.must_know if not text.strip()]
        return [
            told.not_yet_clear(unclear) if unclear else told.READY,
            told.how_many_to_ask(len(self.questions) + len(self.later)),
        ]

    def plain(self) -> dict[str, Any]:
        """Return the sheet as plain values, for JSON."""
        return {
            "visit": dict(self.fields),
            "first_plan": dict(self.first_plan),
            "must_know": dict(self.must_know),
            "ready": self.is_ready,
            "questions": list(self.questions),
            "if_there_is_time": list(self.later),
            **{name: [item.label for item in getattr(self, name)] for name in ("before", "to_note", "after")},
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each line of the sheet, with the block in which it stands."""
        blocks = {"visit": self.fields, "first plan": self.first_plan, "must know": self.must_know}
        rows = [
            {"block": block, "line": label, "text": text or None}
            for block, lines in blocks.items()
            for label, text in lines
        ]
        lists = {
            "before": [item.label for item in self.before],
            "question": self.questions,
            "if there is time": self.later,
        }
        lists |= {"note": [item.label for item in self.to_note], "after": [item.label for item in self.after]}
        return rows + [{"block": block, "line": line, "text": None} for block, lines in lists.items() for line in lines]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the visit, the three things and the questions, with room to write."""
        questions = ((f"{grid.TICK} {question}", "") for question in self.questions)
        return [("", told.SHEET_TITLE), *self.fields, *self.must_know, *questions]


def visit_sheet(case: Case, visit: int | None = None) -> VisitSheet:
    """Return the sheet for a visit.

    Parameters
    ----------
    case : Case
        What is known.
    visit : int, optional
        Which of the visits that the case notes, from 0; without it the first one that is not understood in full, else the
        last. A case without visits gives an empty sheet.

    Raises
    ------
    CompareError
        There is no such visit.

    Examples
    --------
    >>> sheet = visit_sheet(Case(opinions=[{"name": "A"}]))
    >>> sheet.is_ready, sheet.sentences()[0]
    (False, 'Not clear yet: What is the illness?; How far has it spread?; What is the treatment to reach?')
    """
    expect(case, Case)
    chosen = _chosen(case, visit)
    doctor = doctor_of(case, chosen.doctor)
    if case.noted.short_on_time:
        return VisitSheet(case, chosen, first_plan(case), short_on_time(score(case)).questions, ())
    return VisitSheet(case, chosen, first_plan(case), first_questions(case, doctor), later_questions(case, doctor))


def _chosen(case: Case, place: int | None) -> Visit:
    visits = case.noted.visits
    if place is not None and not 0 <= place < len(visits):
        raise CompareError(
            "There is no such visit.",
            path=("preparation", "visits"),
            found=str(place),
            allowed=f"0 to {len(visits) - 1}" if visits else "none: no visit is noted",
            fix="note the visit first, or leave the number out",
        )
    if place is not None:
        return visits[place]
    waiting = [
        visit
        for visit in visits
        if not (visit.diagnosis_understood and visit.stage_understood and visit.goal_understood)
    ]
    return waiting[0] if waiting else visits[-1] if visits else Visit()
