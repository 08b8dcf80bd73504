"""What else a family may want to know of an opinion, said in neutral words and never as a doubt of anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from compare.case import Case, Opinion, is_trial, layer_rules, own_treatments, who
from compare.fields import same_name
from compare.words import differing

Kind = Literal[
    "own treatment", "own trial", "not independent", "few operations", "old studies", "test not done", "after decide-by"
]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)


@dataclass(frozen=True)
class Flag:
    """Something that a family may want to know of an opinion, said in neutral words.

    Parameters
    ----------
    kind : str
        The plan holds what its doctor does themselves (S1-20); the plan is the doctor's own trial (S1-22); the opinion does
        not come from another institution (S0-2); the operation is done less often there than a published list asks for (S0-13);
        the studies behind it are old (S0-15); a test was not done (S0-12); something comes after the day to decide by (C3).
    opinion : str or None
        Whose opinion; None where it is about none.
    sentence : str
        It in plain words.
    """

    kind: Kind
    opinion: str | None
    sentence: str


def flags_of(case: Case) -> Iterator[Flag]:
    """Give what else to know: opinion by opinion, then what comes after the day to decide by."""
    for opinion in case.opinions:
        yield from _own_ways(opinion)
        yield from _volumes(case, opinion)
        yield from _studies(case, opinion)
        yield from _tests(case, opinion)
    yield from _overruns(case)


def _own_ways(opinion: Opinion) -> Iterator[Flag]:
    doctor, plan = opinion.doctor, opinion.plan
    own = own_treatments(opinion)
    if own and doctor and doctor.specialty:
        sentence = differing.own_treatment(who(opinion), doctor.specialty, own)
        yield Flag("own treatment", opinion.name, sentence)
    if doctor and plan and doctor.enrols_trial == "yes" and is_trial(plan):
        yield Flag("own trial", opinion.name, differing.own_trial(who(opinion)))
    if opinion.independence not in {None, "different institution"}:
        sentence = differing.not_independent(who(opinion), str(opinion.independence))
        yield Flag("not independent", opinion.name, sentence)


def _volumes(case: Case, opinion: Opinion) -> Iterator[Flag]:
    doctor, plan = opinion.doctor, opinion.plan
    if not doctor or not plan or "surgery" not in plan.modalities:
        return
    illness = (case.patient.condition if case.patient else None) or ""
    for volume in layer_rules().volumes:
        if volume.is_for(illness):
            asked = {
                differing.AT_THE_HOSPITAL: (doctor.hospital_cases_per_year, volume.hospital),
                differing.BY_THE_SURGEON: (doctor.surgeon_cases_per_year, volume.surgeon),
            }
            few = {where: (done, least) for where, (done, least) in asked.items() if done is not None and done < least}
            if few:
                yield Flag("few operations", opinion.name, differing.few_operations(who(opinion), few, volume.source))


def _studies(case: Case, opinion: Opinion) -> Iterator[Flag]:
    told = opinion.plan.evidence_date if opinion.plan else None
    day, years = opinion.date or case.entered_on, [int(year) for year in _YEAR.findall(told or "")]
    if day and years and day.year - max(years) > layer_rules().old_studies_years:
        yield Flag("old studies", opinion.name, differing.old_studies(opinion.name, max(years)))


def _tests(case: Case, opinion: Opinion) -> Iterator[Flag]:
    tests = opinion.findings.biomarkers if opinion.findings else {}
    undone = {name: _with_result(case, name) for name, test in tests.items() if test.state == "not done"}
    nowhere = [name for name, others in undone.items() if not others]
    elsewhere = [name for name, others in undone.items() if others]
    if elsewhere:
        others = list(dict.fromkeys(other for name in elsewhere for other in undone[name]))
        yield Flag("test not done", opinion.name, differing.results_elsewhere(opinion.name, elsewhere, others))
    if nowhere:
        yield Flag("test not done", opinion.name, differing.missing_tests(opinion.name, nowhere))


def _with_result(case: Case, test: str) -> list[str]:
    """Return the opinions that have a result of a test."""
    return [
        opinion.name
        for opinion in case.opinions
        if opinion.findings
        and any(
            same_name(name) == same_name(test) and found.state == "done"
            for name, found in opinion.findings.biomarkers.items()
        )
    ]


def _overruns(case: Case) -> Iterator[Flag]:
    if case.decide_by is None:
        return
    for opinion in case.opinions:
        start = opinion.plan.earliest_start if opinion.plan else None
        if start and start > case.decide_by:
            yield Flag("after decide-by", opinion.name, differing.starts_late(opinion.name, start, case.decide_by))
    for what, when in _appointments(case):
        if when > case.decide_by:
            yield Flag("after decide-by", None, differing.comes_late(what, when, case.decide_by))


def _appointments(case: Case) -> Iterator[tuple[str, date]]:
    """Give the visits, and the steps that are not done, each with its day."""
    yield from ((differing.visit(visit.doctor), visit.date) for visit in case.noted.visits if visit.date)
    for name, step in case.noted.steps.items():
        if step.due and step.state in {"open", "in progress"}:
            yield differing.step(name), step.due
