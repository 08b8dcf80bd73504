"""The one rule under which a third opinion is brought up, and what is missing where it does not hold.

A large difference of facts or plan, every doctor asked the same questions, and time before it has to be decided (S4-85, S2-25).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from compare.case import Case, interview_questions, layer_rules, who
from compare.disagreement import Difference, Differences
from compare.words import differing


def needs_a_doctor(row: Difference) -> bool:
    """Tell whether a difference is large, and about facts or the plan: one that another doctor could settle."""
    return row.agreement == "major" and not row.layer.values_only


def latest_day(case: Case) -> date | None:
    """Return the latest day on which something was entered or said; None where the case names none."""
    days = [day for day in (case.entered_on, *(opinion.date for opinion in case.opinions)) if day]
    return max(days, default=None)


def days_left(case: Case, as_of: date | None) -> int | None:
    """Return how many days are left until it has to be decided; None where nobody can tell."""
    return (case.decide_by - as_of).days if case.decide_by and as_of else None


def missing_for(case: Case, found: Differences, as_of: date | None) -> Iterator[str]:
    """Give what is missing for a third opinion (S4-85, S2-25): nothing else counts where no large difference needs a doctor."""
    if not any(needs_a_doctor(row) for row in found.layers):
        yield differing.NO_LARGE
        return
    yield from _not_asked(case)
    yield from _no_time(case, as_of)


def _not_asked(case: Case) -> Iterator[str]:
    """Give who has not been asked what, the doctors with the same open questions together."""
    names: dict[tuple[str, ...], list[str]] = {}
    for opinion in case.of_doctors:
        unasked = tuple(asked.question for asked in interview_questions() if not asked.asked_of(opinion))
        names.setdefault(unasked, []).append(who(opinion))
    yield from (differing.not_asked(doctors, unasked) for unasked, doctors in names.items() if unasked)


def _no_time(case: Case, as_of: date | None) -> Iterator[str]:
    days, rule = days_left(case, as_of), layer_rules().third_opinion
    if case.decide_by is None:
        yield differing.NO_DECIDE_BY
    elif days is None:
        yield differing.NO_DAY
    elif days < rule.least_days:
        yield differing.too_little_time(days, case.decide_by, rule.weeks)
