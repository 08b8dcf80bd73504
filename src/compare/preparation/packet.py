"""The packet for a view from the records: cover sheet, index of what is enclosed, questions (S0-4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from compare import words
from compare.case import Case
from compare.errors import expect
from compare.preparation.asking import questions_for
from compare.preparation.folder import Held, Records, records
from compare.tabular import Row, Spoken
from compare.words import visits as told
from compare.words.gathering import tick


@dataclass(frozen=True, repr=False)
class Packet(Spoken):
    """What goes to a doctor who looks at the records from afar.

    Parameters
    ----------
    case : Case
        Where it stands.
    cover : sequence of (str, str)
        The lines of the cover sheet; an empty one is a line to write on.
    records : Records
        The index: what there is of each kind.
    questions : sequence of str
        What the doctor is asked.
    """

    case: Case
    cover: Sequence[tuple[str, str]]
    records: Records
    questions: Sequence[str]

    @property
    def enclosed(self) -> tuple[str, ...]:
        """Return the records of which the report, the pictures or the slides are there."""
        return tuple(each.name for each in self.records.needed if each.has_report or each.has_more)

    def sentences(self) -> list[str]:
        """Return what is in the packet, and what is still missing from it."""
        missing = list(dict.fromkeys(each.name for each in self.records.missing))
        first = told.enclosed(self.enclosed) if self.enclosed else told.NOTHING_ENCLOSED
        return [first, *([told.not_enclosed(missing)] if missing else [])]

    def plain(self) -> dict[str, Any]:
        """Return the cover sheet, the index and the questions as plain values, for JSON."""
        return {"cover": dict(self.cover), "records": list(self.rows()), "questions": list(self.questions)}

    def rows(self) -> Sequence[Row]:
        """Return a row for each record."""
        return [
            {
                "record": each.name,
                "report": each.has_report,
                "more": each.more or None,
                "has_more": each.has_more,
                "sent": each.record.sent.isoformat() if each.record.sent else None,
            }
            for each in self.records.needed
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the index: a row for each record, with its ticks."""
        heads = (told.RECORD, told.REPORT, told.MORE, told.SENT)
        return [heads, *((each.name, *_ticks(each)) for each in self.records.needed)]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.INDEX_TITLE


def remote_packet(case: Case) -> Packet:
    """Return the packet for a view from the records.

    Parameters
    ----------
    case : Case
        What is known; an almost empty one gives a form to fill in.

    Examples
    --------
    >>> ready = {"records": {"MRI": {"have_report": True}}}
    >>> remote_packet(Case(opinions=[{"name": "A"}], preparation=ready)).sentences()[0]
    'In the packet so far: MRI.'
    """
    expect(case, Case)
    return Packet(case, tuple(_cover(case)), records(case), questions_for(case))


def _cover(case: Case) -> Iterator[tuple[str, str]]:
    visit = next(iter(case.noted.visits), None)
    patient = next((person.name for person in case.people if person.is_patient), "")
    first = case.of_doctors[0]
    yield told.TO, (visit.doctor if visit else "") or ""
    yield told.FROM, case.entered_by or ""
    yield told.ABOUT, words.source(patient, case.patient.condition if case.patient else None)
    yield told.WE_ASK, case.question
    yield told.WHY_REMOTE, "; ".join(case.noted.reasons)
    yield told.DOCTOR_AT_HOME, (first.doctor.name if first.doctor else "") or ""
    yield words.DECIDE_BY, words.day(case.decide_by) if case.decide_by else ""
    yield told.CALL_BACK, ""


def _ticks(held: Held) -> tuple[str, str, str]:
    more = tick(is_done=held.has_more, of=held.more) if held.more else ""
    return tick(is_done=held.has_report), more, words.day(held.record.sent) if held.record.sent else ""
