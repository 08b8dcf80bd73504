"""What a case itself shows about the reasons for a second opinion: stated facts only, never a guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from compare import words
from compare.case import Case, Opinion, is_trial, own_treatments, who
from compare.fields import Text, Texts, same_name
from compare.preparation.asking import doctor
from compare.preparation.lists import Item
from compare.words import choices, differing
from compare.words import needing as told


class Why(Item):
    """A reason to ask another doctor.

    Parameters
    ----------
    why : str
        How another view can help.
    shown_by : str
        What is looked for in the case; nothing where only people can tell.
    named : list of str
        The beginnings of words that are looked for.
    """

    why: Text
    shown_by: Text = ""
    named: Texts = ()


def shown_in(case: Case, item: Why) -> tuple[str, ...]:
    """Return what the case states about a reason, each with who it is about.

    Examples
    --------
    >>> item = Why(key="rare", label="A rare cancer", why="", shown_by="condition", named=["sarcoma"])
    >>> shown_in(Case(patient={"condition": "Soft tissue sarcoma"}, opinions=[{"name": "A"}]), item)
    ('Soft tissue sarcoma',)
    """
    return tuple(dict.fromkeys(_LOOKS[item.shown_by](case, item))) if item.shown_by else ()


def _journey_point(case: Case, _item: Why) -> Iterator[str]:
    point = case.patient.journey_point if case.patient else None
    if point in _WIDEST:
        yield str(point)


def _specialty(case: Case, item: Why) -> Iterator[str]:
    first = _first(case)
    specialty = first.doctor.specialty if first.doctor else None
    if specialty and _begins(specialty, item):
        yield told.seen(doctor(first), specialty)


def _own_treatment(case: Case, _item: Why) -> Iterator[str]:
    for opinion in case.of_doctors:
        own = own_treatments(opinion)
        if own:
            yield told.seen(doctor(opinion), words.listing(own))


def _no_treatment(case: Case, _item: Why) -> Iterator[str]:
    for opinion in case.of_doctors:
        plan = opinion.plan
        if plan and (plan.intent == "end of life" or set(plan.modalities) == {"supportive care"}):
            yield told.seen(doctor(opinion), told.NO_TREATMENT)


def _trial(case: Case, _item: Why) -> Iterator[str]:
    for opinion in case.of_doctors:
        if opinion.plan and is_trial(opinion.plan):
            runs_it = opinion.doctor is not None and opinion.doctor.enrols_trial == "yes"
            yield differing.own_trial(who(opinion)) if runs_it else told.seen(doctor(opinion), told.TRIAL)


def _condition(case: Case, item: Why) -> Iterator[str]:
    found = [
        opinion.findings.diagnosis.answer
        for opinion in case.of_doctors
        if opinion.findings and opinion.findings.diagnosis
    ]
    texts = [case.patient.condition if case.patient else None, *found]
    yield from (text for text in texts if text and _begins(text, item))


def _operability(case: Case, _item: Why) -> Iterator[str]:
    said = [
        (doctor(opinion), opinion.findings.operability.answer)
        for opinion in case.of_doctors
        if opinion.findings and opinion.findings.operability and opinion.findings.operability.answer in _OPERABLE
    ]
    answers = {answer for _, answer in said}
    if "borderline" in answers or len(answers) > 1:
        yield from (told.seen(name, str(answer)) for name, answer in said)


def _small_hospital(case: Case, _item: Why) -> Iterator[str]:
    first = _first(case)
    if first.doctor and first.doctor.centre_type == "community":
        yield told.seen(doctor(first), choices.CHOICES["centre_type"]["community"])


def _special_treatment(case: Case, _item: Why) -> Iterator[str]:
    for opinion in case.of_doctors:
        special = [kind for kind in (opinion.plan.modalities if opinion.plan else ()) if kind in _SPECIAL]
        if special:
            yield told.seen(doctor(opinion), words.listing(special))


def _tests(case: Case, _item: Why) -> Iterator[str]:
    for opinion in case.of_doctors:
        tests = opinion.findings.biomarkers if opinion.findings else {}
        undone = [name for name, test in tests.items() if test.state == "not done"]
        if undone:
            yield told.not_done(doctor(opinion), undone)


def _fast_growing(case: Case, _item: Why) -> Iterator[str]:
    if case.patient and case.patient.fast_growing:
        yield differing.ask_before_waiting(case.patient.fast_growing_said_by)


def _decide_by(case: Case, _item: Why) -> Iterator[str]:
    if case.decide_by:
        yield told.decide_by(case.decide_by, case.decide_by_said_by)


def _first(case: Case) -> Opinion:
    return next((opinion for opinion in case.of_doctors if opinion.kind == "first"), case.of_doctors[0])


def _begins(text: str, item: Why) -> bool:
    return any(f" {same_name(beginning)}" in f" {same_name(text)}" for beginning in item.named)


_WIDEST = {"new diagnosis before treatment", "recurrence or progression"}
_OPERABLE = {"operable", "borderline", "inoperable"}
_SPECIAL = {"transplant", "liver-directed treatment"}

_LOOKS: Mapping[str, Callable[[Case, Why], Iterator[str]]] = {
    "journey_point": _journey_point,
    "specialty": _specialty,
    "own_treatment": _own_treatment,
    "no_treatment": _no_treatment,
    "trial": _trial,
    "condition": _condition,
    "operability": _operability,
    "small_hospital": _small_hospital,
    "special_treatment": _special_treatment,
    "tests": _tests,
    "fast_growing": _fast_growing,
    "decide_by": _decide_by,
}
"""What can be looked for in a case, by the name that stands in the data."""
