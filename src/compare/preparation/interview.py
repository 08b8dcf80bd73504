"""The questions that are put to every doctor alike when two plans differ, and who has still to be asked what (S2-18..24)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.case import Case, StandardQuestion, interview_questions, who
from compare.errors import expect
from compare.preparation.asking import open_standard
from compare.tabular import Row, Spoken
from compare.words import differing, grid
from compare.words import visits as told


@dataclass(frozen=True, repr=False)
class Interview(Spoken):
    """Who has been asked what.

    Parameters
    ----------
    case : Case
        Where it stands.
    questions : sequence of StandardQuestion
        What every doctor is asked; with one doctor none that speaks of another.
    missing : mapping of str to tuple of str
        By the name of each doctor's opinion, the questions that were not asked of them.
    """

    case: Case
    questions: Sequence[StandardQuestion]
    missing: Mapping[str, tuple[str, ...]]

    def sentences(self) -> list[str]:
        """Return which questions each doctor has still to be asked."""
        doctors = {opinion.name: who(opinion) for opinion in self.case.of_doctors}
        texts = [
            differing.not_asked([doctors[name]], questions) for name, questions in self.missing.items() if questions
        ]
        return texts or [told.ALL_INTERVIEWED]

    def plain(self) -> dict[str, Any]:
        """Return the questions and what is missing for each opinion, for JSON."""
        return {
            "questions": [question.question for question in self.questions],
            "missing": {name: list(questions) for name, questions in self.missing.items()},
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each question, with whether each doctor was asked."""
        return [
            {"question": question.question, "source": question.source}
            | {name: question.question not in missing for name, missing in self.missing.items()}
            for question in self.questions
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return a row for each question with a tick for each doctor who was asked."""
        rows = (
            (
                question.question,
                *(grid.TICK if question.question in missing else grid.TICKED for missing in self.missing.values()),
            )
            for question in self.questions
        )
        return [("", *self.missing), *rows]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.INTERVIEW_TITLE


def difference_interview(case: Case) -> Interview:
    """Return which of the questions to every doctor alike have been put to whom.

    Parameters
    ----------
    case : Case
        What the doctors said; one opinion is enough.

    Examples
    --------
    >>> rows = [{"name": "A", "written": True}, {"name": "B"}]
    >>> found = difference_interview(Case(opinions=rows))
    >>> len(found.questions), len(found.missing["A"]), len(found.missing["B"])
    (6, 5, 6)
    """
    expect(case, Case)
    alone = len(case.of_doctors) == 1
    questions = tuple(question for question in interview_questions() if not (alone and question.needs_two))
    missing = {
        opinion.name: tuple(question.question for question in open_standard(case, opinion) if question.interview)
        for opinion in case.of_doctors
    }
    return Interview(case, questions, missing)
