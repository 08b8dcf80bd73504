"""The plan: what to do in which week, where it stands, what is late, and what comes after the day to decide.

The steps of ``data/plan.yaml`` are joined with what the family noted in the case. The program has no clock: "today" is
what it is told; without it, the last day that the case itself notes as past.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from compare.case import Case
from compare.case.preparation import Step
from compare.errors import expect
from compare.fields import same_name
from compare.preparation.steps import VISIT, Dated, PlanStep, usual_steps
from compare.preparation.timetable import Plan
from compare.words import preparing as told

SUMMARY_DAYS = 7
"""How many days before the visit the one-page summary is sent (S4-55)."""

_WEEK = 7
_MADE_READY = {"name", "kind", "doctor", "date", "mode", "independence", "route", "initiated_by"}
"""What is written down of an opinion before its doctor says anything."""

_WEEKS = re.compile(r"\D*(\d{1,2})(?:\D+(\d{1,2}))?\D*", re.ASCII)


def plan(case: Case, *, today: date | None = None) -> Plan:
    """Return the plan for getting a second opinion.

    Parameters
    ----------
    case : Case
        What the family noted: when they started, who does what, what is done.
    today : date, optional
        Which day it is. Without it: the last day that the case itself notes as past (the start, the entry, a step done);
        where it notes none there are weeks without days.

    Returns
    -------
    Plan
        Every step with its weeks and days; what is late, and what comes after the day to decide.

    Raises
    ------
    CompareError
        Something else than a case or a day.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "Surgery"}], preparation={"started": "2026-03-02"})
    >>> print(plan(case).next.label, plan(case).next.ends)
    Talk to the current doctor 2026-03-08
    """
    expect(case, Case)
    expect(today, date, or_nothing=True)
    as_of = today or _last_noted(case)
    start = _start(case, as_of)
    steps = tuple(_dated(step, start) for step in _joined(case))
    usual = Plan(case, steps, start, as_of, tuple(_days(case)), is_today=today is not None)
    return _squeezed(usual) if case.noted.short_on_time else usual


def _last_noted(case: Case) -> date | None:
    """Return the last day that the case notes as past: it cannot have been written before."""
    past = [case.noted.started, case.entered_on, *(step.done for step in case.noted.steps.values())]
    return max((day for day in past if day), default=None)


def _start(case: Case, as_of: date | None) -> date | None:
    """Return the first day of week 1: as noted, else the first day on which a step was done, else as if it began now."""
    done = [step.done for step in case.noted.steps.values() if step.done]
    if case.noted.started or done or as_of is None:
        return case.noted.started or min(done, default=None)
    weeks_behind = max(step.weeks[0] for step in usual_steps() if step.weeks) - 1 if _is_seen(case) else 0
    return moved(as_of, -_WEEK * weeks_behind)


def _is_seen(case: Case) -> bool:
    """Tell whether two doctors have said something; a form with a name, a doctor and a day on it is only made ready."""
    said = [opinion.model_dump(exclude=_MADE_READY, exclude_defaults=True) for opinion in case.of_doctors]
    return sum(any(each.values()) for each in said) > 1


def _joined(case: Case) -> Iterator[PlanStep]:
    """Give the usual steps with what is noted of each, then those that stand only in the case."""
    unused = dict(case.noted.steps)
    is_behind = _is_seen(case)
    for usual in usual_steps():
        name = next(
            (name for name in unused if same_name(name) in {same_name(usual.key), same_name(usual.label)}), None
        )
        if name is not None:
            yield _noted(usual, unused.pop(name))
        else:
            yield replace(usual, state="done", note=told.SEEN) if is_behind else usual
        is_behind = is_behind and usual.key != VISIT
    for name, step in unused.items():
        yield _noted(PlanStep("", name, None), step)


def _noted(usual: PlanStep, step: Step) -> PlanStep:
    return replace(
        usual,
        weeks=_weeks(step.week) or usual.weeks,
        begins=None,
        ends=step.due,
        is_set=step.due is not None,
        state="done" if step.done and step.state == "open" else step.state,
        owner=step.owner or "",
        done=step.done,
        at_hand=step.resources or usual.at_hand,
        note=step.note or "",
    )


def _weeks(text: str | None) -> tuple[int, int] | None:
    """Return the first and the last week of a text such as "2" or "1 to 2", None where it says something else."""
    found = _WEEKS.fullmatch(text or "")
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return (first, last) if 1 <= first <= last else None


def _dated(step: PlanStep, start: date | None) -> PlanStep:
    """Give a step its days; a day that the family set for it counts more than its weeks."""
    if start is None or step.weeks is None:
        return replace(step, begins=step.ends)
    first, last = step.weeks
    ends = step.ends or moved(start, last * _WEEK - 1)
    return replace(step, begins=min(moved(start, (first - 1) * _WEEK), ends), ends=ends)


def _squeezed(usual: Plan) -> Plan:
    """Return the plan with its weeks made shorter, so that every step ends before the day to decide."""
    open_ends = [step.ends for step in usual.steps if step.is_open and step.ends]
    last_day = usual.decide_by
    if (
        usual.start is None
        or last_day is None
        or last_day <= usual.start
        or max(open_ends, default=last_day) <= last_day
    ):
        return usual
    share = ((last_day - usual.start).days + 1) / ((max(open_ends) - usual.start).days + 1)
    steps = tuple(_shorter(step, usual.start, share) for step in usual.steps)
    return replace(usual, steps=steps, is_squeezed=True)


def _shorter(step: PlanStep, start: date, share: float) -> PlanStep:
    if not step.is_open or step.is_set or step.begins is None or step.ends is None:
        return step
    begins, ends = (moved(start, int((day - start).days * share)) for day in (step.begins, step.ends))
    return replace(step, begins=begins, ends=ends)


def moved(day: date, days: int) -> date:
    """Return the day so many days later, or the first or last day of the calendar where it ends before.

    Examples
    --------
    >>> moved(date(2026, 3, 2), -7), moved(date.max, 1)
    (datetime.date(2026, 2, 23), datetime.date(9999, 12, 31))
    """
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _days(case: Case) -> Iterator[Dated]:
    """Give the days that are no step: the visits with what is sent before them, and what comes later."""
    for visit in case.noted.visits:
        if visit.date:
            yield Dated("send", told.send_summary(visit.doctor), moved(visit.date, -SUMMARY_DAYS))
            yield Dated("visit", told.visit(visit.doctor), visit.date)
    if case.decide_by:
        yield Dated("decide", told.DECIDE_DAY, case.decide_by)
    yield from _later(case)


def _later(case: Case) -> Iterator[Dated]:
    given: list[Mapping[str, Any]] = [opinion.plan.next_dates for opinion in case.opinions if opinion.plan]
    given += [case.decision.next_dates] if case.decision else []
    for dates in given:
        for what, when in dates.items():
            day = when if isinstance(when, date) else day_in(when)
            if day:
                yield Dated("later", what, day)


def day_in(text: str) -> date | None:
    """Return the day that a text is, None where it says something else.

    Examples
    --------
    >>> day_in("2026-03-02"), day_in("in May")
    (datetime.date(2026, 3, 2), None)
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
