"""The packet for a view from the records: cover sheet, index of what is enclosed, questions (S0-4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare import words
from compare.case import Case
from compare.case.preparation import Preparation, Record
from compare.errors import expect
from compare.preparation.asking import questions_for
from compare.tabular import Row, Tabular
from compare.words import grid
from compare.words import visits as told


@dataclass(frozen=True)
class Enclosed:
    """A record of the packet: the report, the images and the slides are ticked one by one.

    Parameters
    ----------
    name : str
        Which record.
    report, images, slides : bool
        What of it is there; what is not noted is not there yet.
    sent : date, optional
        When it went off.
    note : str
        What else is noted of it.
    """

    name: str
    report: bool
    images: bool
    slides: bool
    sent: date | None = None
    note: str = ""


@dataclass(frozen=True, repr=False)
class Packet(Tabular):
    """What goes to a doctor who looks at the records from afar.

    Parameters
    ----------
    case : Case
        Where it stands.
    cover : sequence of (str, str)
        The lines of the cover sheet; an empty one is a line to write on.
    records : sequence of Enclosed
        The index.
    questions : sequence of str
        What the doctor is asked.
    """

    case: Case
    cover: Sequence[tuple[str, str]]
    records: Sequence[Enclosed]
    questions: Sequence[str]

    def sentences(self) -> list[str]:
        """Return what is still missing from the packet."""
        if not self.records:
            return [told.NO_RECORDS]
        missing = [record.name for record in self.records if not (record.report or record.images or record.slides)]
        bare = [record.name for record in self.records if record.report and not (record.images or record.slides)]
        texts = [told.not_enclosed(missing)] if missing else []
        return [*texts, *([told.pictures_missing(bare)] if bare else [])] or [told.ALL_ENCLOSED]

    def plain(self) -> dict[str, Any]:
        """Return the cover sheet, the index and the questions as plain values, for JSON."""
        return {"cover": dict(self.cover), "records": list(self.rows()), "questions": list(self.questions)}

    def rows(self) -> Sequence[Row]:
        """Return a row for each record."""
        return [
            {
                "record": record.name,
                "report": record.report,
                "images": record.images,
                "slides": record.slides,
                "sent": record.sent.isoformat() if record.sent else None,
                "note": record.note or None,
            }
            for record in self.records
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the index: a row for each record, with its ticks."""
        heads = (told.RECORD, told.REPORT, told.IMAGES, told.SLIDES, told.SENT)
        return [heads, *((record.name, *_ticks(record)) for record in self.records)]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.INDEX_TITLE

    def notes(self) -> Sequence[str]:
        """Return what is still missing from the packet."""
        return self.sentences()


def remote_packet(case: Case) -> Packet:
    """Return the packet for a view from the records.

    Parameters
    ----------
    case : Case
        What is known; an almost empty one gives a form to fill in.

    Examples
    --------
    >>> ready = {"records": {"MRI": {"have_report": True}}}
    >>> remote_packet(Case(opinions=[{"name": "A"}], preparation=ready)).sentences()
    ['Only the report is here: MRI. Ask for the pictures or slides too.']
    """
    expect(case, Case)
    ready = case.preparation or Preparation()
    records = tuple(_enclosed(name, record) for name, record in ready.records.items())
    return Packet(case, tuple(_cover(case, ready)), records, questions_for(case))


def _cover(case: Case, ready: Preparation) -> Iterator[tuple[str, str]]:
    visit = ready.visits[0] if ready.visits else None
    patient = next((person.name for person in case.people if person.is_patient), "")
    first = case.of_doctors[0]
    yield told.TO, (visit.doctor if visit else "") or ""
    yield told.FROM, case.entered_by or ""
    yield told.ABOUT, words.source(patient, case.patient.condition if case.patient else None)
    yield told.WE_ASK, case.question
    yield told.WHY_REMOTE, "; ".join(ready.reasons)
    yield told.DOCTOR_AT_HOME, (first.doctor.name if first.doctor else "") or ""
    yield words.DECIDE_BY, words.day(case.decide_by) if case.decide_by else ""
    yield told.CALL_BACK, ""


def _enclosed(name: str, record: Record) -> Enclosed:
    have = (bool(record.have_report), bool(record.have_images), bool(record.slides_sent))
    return Enclosed(name, *have, sent=record.sent, note=record.note or "")


def _ticks(record: Enclosed) -> tuple[str, ...]:
    ticks = (grid.TICKED if have else grid.TICK for have in (record.report, record.images, record.slides))
    return (*ticks, words.day(record.sent) if record.sent else "")
