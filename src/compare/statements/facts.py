"""Who the doctors are, what they found and what they plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from compare import words
from compare.answers import plain_number
from compare.case import Case, Finding, Findings, Guideline, Opinion, Plan, Trial
from compare.case.opinion import Contact, Reviews
from compare.statements.table import Cell, Line
from compare.words import grid, headings


def facts(case: Case) -> list[Line]:
    """Return a line for each fact that anybody stated."""
    found = [_facts_of(opinion) for opinion in case.opinions]
    order = [*headings.DOCTOR_FIELDS.values(), *headings.OPINION_FIELDS.values(), headings.AGREEMENT]
    order += [*headings.FINDING_FIELDS.values(), headings.TESTS, *headings.PLAN_FIELDS.values()]
    order += [headings.BUILT_FROM, headings.TO_CONFIRM, *headings.ALSO_SAID_FIELDS.values()]
    lines = [label for label in order if any(label in own for own in found)]
    return [(label, [_cell(label, own.get(label)) for own in found]) for label in lines]


def stated(text: str | None) -> Cell:
    """Return the cell of a fact, open where nobody stated it."""
    text = text or headings.NOT_STATED
    return Cell(text, is_open=text in {headings.NOT_STATED, words.NOT_KNOWN})


def _cell(label: str, text: str | None) -> Cell:
    """Return the cell of a fact; what only a mixed plan can have is blank for the others, not open."""
    return Cell("") if text is None and label in {headings.BUILT_FROM, headings.TO_CONFIRM} else stated(text)


def _facts_of(opinion: Opinion) -> dict[str, str]:
    found = {
        **_fields(opinion.doctor, headings.DOCTOR_FIELDS),
        **_fields(opinion, headings.OPINION_FIELDS),
        **_fields(opinion.findings, headings.FINDING_FIELDS),
        **_fields(opinion.plan, headings.PLAN_FIELDS),
        **_fields(opinion, headings.ALSO_SAID_FIELDS),
    }
    if opinion.philosophy is not None:
        found[headings.OPINION_FIELDS["philosophy"]] = grid.step_of_care(words.whole(opinion.philosophy))
    if opinion.plan:
        found |= _mixed(opinion.plan)
    if opinion.agreement:
        found[headings.AGREEMENT] = _labelled(opinion.agreement)
    if opinion.findings and opinion.findings.biomarkers:
        found[headings.TESTS] = _tests(opinion.findings)
    return found


def _mixed(plan: Plan) -> dict[str, str]:
    """Return what a mixed plan is built from, and whether a doctor has confirmed it (S4-81)."""
    confirm = plan.needs_doctor_to_confirm
    return {
        **({headings.BUILT_FROM: "; ".join(plan.built_from)} if plan.built_from else {}),
        **({headings.TO_CONFIRM: headings.CONFIRMED[confirm]} if confirm is not None else {}),
    }


def _fields(part: Any, labels: Mapping[str, str]) -> dict[str, str]:
    found = {label: getattr(part, field, None) for field, label in labels.items()}
    return {label: in_words(value) for label, value in found.items() if value not in (None, (), {})}


def in_words(value: Any) -> str:
    """Return the value of a field as people read it."""
    if isinstance(value, tuple):
        return "; ".join(in_words(item) for item in value)
    if isinstance(value, bool):
        return words.YES_NO[value]
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, float):
        return str(plain_number(value))
    if isinstance(value, Mapping):
        return _labelled({label: in_words(item) for label, item in value.items()})
    return next((told(value) for kind, told in _TOLD.items() if isinstance(value, kind)), str(value))


def _finding(finding: Finding) -> str:
    """Return what was found, in the doctor's own words too, and whether they looked again themselves."""
    said = words.said(finding.words) if finding.words else None
    again = headings.LOOKED_AGAIN if finding.reread else None
    answer = finding.answer or (None if said else words.NOT_KNOWN)
    who = None if answer in {headings.NOT_STATED, words.NOT_KNOWN} else finding.said_by
    return words.source(answer, said, again, who)


def _trial(trial: Trial) -> str:
    """Return a trial by its name, else its number, and what is known of it (S0-10, S0-21, S0-24)."""
    more = _fields(trial, headings.TRIAL_FIELDS)
    name = trial.name or more.pop(headings.TRIAL_FIELDS["id"], words.NOT_KNOWN)
    return words.source(name, _labelled(more))


def _reviewed(reviews: Reviews) -> str:
    return _labelled(_fields(reviews, headings.REVIEWED_FIELDS))


def _contact(contact: Contact) -> str:
    return ", ".join(text for text in (contact.name, contact.role, contact.phone, contact.email) if text)


def _guideline(guideline: Guideline) -> str:
    category = headings.CATEGORY.format(guideline.category) if guideline.category else None
    return ", ".join(text for text in (guideline.name, guideline.version, guideline.date, category) if text)


def _tests(findings: Findings) -> str:
    return _labelled({name: test.result or test.state for name, test in findings.biomarkers.items()})


def _labelled(texts: Mapping[str, str]) -> str:
    return "; ".join(words.about(label, text) for label, text in texts.items())


_TOLD: Mapping[type, Callable[[Any], str]] = {
    Finding: _finding,
    Trial: _trial,
    Guideline: _guideline,
    Reviews: _reviewed,
    Contact: _contact,
}
"""How the parts of a case are said that are no text, number or day."""
