"""Where a family stands with getting ready: a line for each thing to prepare, what comes next, what cannot wait."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare.case import Case
from compare.errors import visible
from compare.preparation.asking import own_questions, questions_for
from compare.preparation.experts import specialists
from compare.preparation.folder import records
from compare.preparation.insurance import insurer
from compare.preparation.packet import remote_packet
from compare.preparation.planning import plan
from compare.preparation.summary import medical_summary
from compare.preparation.timetable import Plan
from compare.preparation.visiting import visit_sheet
from compare.tabular import Row, Spoken
from compare.words import preparing as told


@dataclass(frozen=True, repr=False)
class Standing(Spoken):
    """Where a family stands with getting ready.

    Parameters
    ----------
    case : Case
        What they noted.
    plan : Plan
        The steps and their days.
    lines : mapping of str to str
        What each part still needs, by its name: plan, records, specialists, insurer, questions, summary, packet, visit.
    """

    case: Case
    plan: Plan
    lines: Mapping[str, str]

    @property
    def warnings(self) -> list[str]:
        """Return what cannot wait: what is late, and whether there is time before the day to decide."""
        return self.plan.warnings()

    def rows(self) -> Sequence[Row]:
        """Return a row for each part."""
        return [{"what": what, "stands": text} for what, text in self.lines.items()]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return a row for each part: what it is, and where it stands."""
        return [(told.WHAT, told.STATE), *((told.PARTS[what], text) for what, text in self.lines.items())]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.STANDING

    def sentence(self) -> str:
        """Return where the plan stands."""
        return self.plan.sentence()

    def sentences(self) -> list[str]:
        """Return what comes next, and what cannot wait."""
        upcoming = self.plan.next
        following = [told.next_step(upcoming.label, upcoming.ends, upcoming.owner)] if upcoming else []
        return [*following, *self.warnings]

    def __str__(self) -> str:
        """Return a line for each part as text for a terminal, then what comes next."""
        parts = "\n".join(_filled(f"{told.PARTS[what]}: {text}") for what, text in self.lines.items())
        return "\n\n".join([self.heading(), parts, *map(_filled, self.sentences())])

    def plain(self) -> dict[str, Any]:
        """Return everything as plain mappings and lists, as for JSON."""
        upcoming = self.plan.next
        return {
            "today": self.plan.today.isoformat() if self.plan.today else None,
            "next": upcoming.label if upcoming else None,
            "late": [step.label for step in self.plan.late],
            "warnings": self.warnings,
            "parts": dict(self.lines),
        }

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return self.sentence()


def prepare(case: Case, *, today: date | None = None) -> Standing:
    """Return where a family stands with getting ready for a second opinion.

    Parameters
    ----------
    case : Case
        What they noted; one opinion is enough, and an empty preparation gives the full plan.
    today : date, optional
        Which day it is; without it as for `plan`.

    Returns
    -------
    Standing
        A line for each thing to prepare; ``.plan`` is the plan.

    Raises
    ------
    CompareError
        Something else than a case or a day.

    Examples
    --------
    >>> print(prepare(Case(opinions=[{"name": "Surgery"}])).sentence())
    Nothing is done yet: 6 steps to go. Next: Talk to the current doctor.
    """
    made = plan(case, today=today)
    return Standing(case, made, {"plan": made.sentence()} | {what: tell(case) for what, tell in _LINES.items()})


def _filled(text: str) -> str:
    return textwrap.fill(visible(text), 80, subsequent_indent="  ")


def _questions(case: Case) -> str:
    return told.questions_left(len(own_questions(case)), len(questions_for(case)))


def _visit(case: Case) -> str:
    sheet = visit_sheet(case)
    clear = sum(bool(text.strip()) for _, text in sheet.must_know)
    return f"{told.visit_on(sheet.visit.date, sheet.visit.doctor)} {told.clear(clear, len(sheet.must_know))}"


def _summary(case: Case) -> str:
    found = medical_summary(case)
    return told.filled_in(len(found.lines) - len(found.missing), len(found.lines))


_LINES: Mapping[str, Callable[[Case], str]] = {
    "records": lambda case: records(case).sentence(),
    "specialists": lambda case: specialists(case).sentence(),
    "insurer": lambda case: insurer(case).sentence(),
    "questions": _questions,
    "summary": _summary,
    "packet": lambda case: remote_packet(case).sentences()[0],
    "visit": _visit,
}
