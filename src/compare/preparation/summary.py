"""The medical summary: one page for the new doctor, and a line to write on for all that is missing (S4-49..55)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare import words
from compare.case import Case, Layer, Patient, built_in_layers, said_on
from compare.case.preparation import MedicalSummary, Visit
from compare.errors import expect
from compare.fields import same_name
from compare.preparation.asking import doctor, own_questions
from compare.preparation.planning import SUMMARY_DAYS, moved
from compare.tabular import Row, Spoken
from compare.words import visits as told

_FOUND = ("pathology", "biomarkers", "imaging", "operability")


@dataclass(frozen=True)
class SummaryLine:
    """A labelled line of the summary; without texts it is a line to write on."""

    label: str
    texts: Sequence[str]


@dataclass(frozen=True, repr=False)
class Summary(Spoken):
    """One page for the new doctor.

    Parameters
    ----------
    case : Case
        Where it stands.
    lines : sequence of SummaryLine
        Who it is, what was found, what happened, what is taken, what is planned.
    questions : sequence of str
        The family's own open questions.
    """

    case: Case
    lines: Sequence[SummaryLine]
    questions: Sequence[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the labels of the lines that are empty."""
        return tuple(line.label for line in self.lines if not line.texts)

    @property
    def due(self) -> tuple[tuple[Visit, date], ...]:
        """Return each visit that has a day, and the day by which the summary has to be sent."""
        visits = self.case.noted.visits
        return tuple((visit, moved(visit.date, -SUMMARY_DAYS)) for visit in visits if visit.date)

    def sentences(self) -> list[str]:
        """Return by when to send it, and what is still to write."""
        sending = [told.to_send(text) for text in self.sending] or [told.a_week_ahead()]
        return [*sending, told.still_to_write(self.missing) if self.missing else told.ALL_FILLED]

    @property
    def sending(self) -> tuple[str, ...]:
        """Return by when it has to be sent, for each visit, in words."""
        return tuple(told.send_by(when, visit.doctor, visit.date) for visit, when in self.due if visit.date)

    def plain(self) -> dict[str, Any]:
        """Return the lines, the questions and the days as plain texts, for JSON."""
        return {
            "lines": {line.label: list(line.texts) for line in self.lines},
            "questions": list(self.questions),
            "missing": list(self.missing),
            "send_by": [{"doctor": visit.doctor, "day": when.isoformat()} for visit, when in self.due],
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each line."""
        return [{"line": line.label, "text": "\n".join(line.texts) or None} for line in self.lines]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the lines as a table of two columns."""
        return [("", told.SUMMARY_TITLE), *((line.label, "; ".join(line.texts)) for line in self.lines)]


def medical_summary(case: Case) -> Summary:
    """Return the medical summary of a case.

    Parameters
    ----------
    case : Case
        What is known; an almost empty one gives a form to fill in.

    Examples
    --------
    >>> found = medical_summary(Case(patient={"condition": "Lung cancer"}, opinions=[{"name": "A"}]))
    >>> found.lines[1].label, found.lines[1].texts, "Medicines and supplements" in found.missing
    ('Diagnosis', ('Lung cancer',), True)
    """
    expect(case, Case)
    lines = tuple(SummaryLine(label, tuple(dict.fromkeys(texts))) for label, texts in _lines(case))
    return Summary(case, lines, tuple(question.question for question in own_questions(case)))


def _lines(case: Case) -> Iterator[tuple[str, Sequence[str]]]:
    patient = case.patient or Patient()
    kept = case.noted.summary or MedicalSummary()
    yield told.PATIENT, _who(case, patient)
    yield _layer("diagnosis").label, _distinct([patient.condition], _said(case, "diagnosis"))
    yield _layer("stage").label, _distinct([patient.stage, patient.tnm], _said(case, "stage"))
    found = {_layer(key).label: _distinct([], _said(case, key)) for key in _FOUND}
    known = {label: texts for label, texts in found.items() if texts}
    yield from (known or {told.FOUND: []}).items()
    yield told.FITNESS, [words.whole(patient.ecog)] if patient.ecog is not None else []
    yield told.OTHER_CONDITIONS, patient.other_conditions
    yield told.TIMELINE, kept.timeline
    yield told.EARLIER, kept.earlier_treatment
    yield told.MEDICINES, kept.medicines
    yield told.SYMPTOMS, kept.symptoms
    yield told.FAMILY_HISTORY, kept.family_history
    yield told.PLAN_SO_FAR, _distinct([], _said(case, "treatment"))
    yield told.HOPES, patient.goals


def _who(case: Case, patient: Patient) -> list[str]:
    name = next((person.name for person in case.people if person.is_patient), "")
    text = told.of_age(name, words.whole(patient.age) if patient.age is not None else "")
    return [text] if text else []


def _said(case: Case, key: str) -> list[tuple[str, str]]:
    """Return what each doctor says on a layer, with their name."""
    found = ((doctor(opinion), said_on(opinion, _layer(key))) for opinion in case.of_doctors)
    return [(name, text) for name, text in found if text]


def _distinct(stated: Sequence[str | None], said: Sequence[tuple[str, str]]) -> list[str]:
    """Return each text once: what the family wrote, then what a doctor said in other words, and who."""
    own = [text for text in stated if text]
    names: dict[str, dict[str, None]] = {}
    for name, text in said:
        names.setdefault(text, {})[name] = None
    known = {same_name(text) for text in own}
    return [
        *own,
        *(told.by(words.listing([*who]), text) for text, who in names.items() if same_name(text) not in known),
    ]


def first_plan(case: Case) -> tuple[tuple[str, str], ...]:
    """Return what the first doctor plans, in short, as labelled lines (S1-30)."""
    first = next((opinion for opinion in case.of_doctors if opinion.kind == "first"), case.of_doctors[0])
    patient = case.patient or Patient()
    known = {"diagnosis": patient.condition, "stage": patient.stage}
    layers = (_layer(key) for key in _PLANNED)
    return tuple((layer.label, said_on(first, layer) or known.get(layer.key) or "") for layer in layers)


def _layer(key: str) -> Layer:
    return next(layer for layer in built_in_layers() if layer.key == key)


_PLANNED = ("diagnosis", "stage", "treatment", "intent")
