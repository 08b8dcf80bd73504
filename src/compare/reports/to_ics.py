"""A plan as a calendar: a whole day for each thing that has to be done by then.

Nothing comes from a clock: the stamp is the day as of which the plan is told, and each entry has the same name every time,
so that a calendar that takes the file again moves its entries and does not double them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from compare import words
from compare.errors import CompareError, missing_extra, visible
from compare.preparation import Plan, PlanStep
from compare.preparation.steps import VISIT
from compare.reports.origin import about
from compare.words import papers
from compare.words import preparing as told

if TYPE_CHECKING:
    from icalendar import Event

_MAKER = "-//opinion-compare//plan//EN"


class Entry(NamedTuple):
    """One day of the calendar.

    Parameters
    ----------
    name : str
        What tells it from the others, the same in every file of this plan.
    day : date
        On which day it stands.
    title, text : str
        What it is called, and what belongs to it.
    """

    name: str
    day: date
    title: str
    text: str


def calendar(made: Plan, *, remind_days: int | None = None) -> bytes:
    """Return the days of a plan as a calendar file (iCalendar, RFC 5545).

    Parameters
    ----------
    made : Plan
        What ``compare.preparation.plan(case)`` gives. Steps that are done or not needed are left out.
    remind_days : int, optional
        How many days before each day a reminder is set; without it there is none.

    Raises
    ------
    CompareError
        The plan has no days, or the library is not installed.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.preparation import plan
    >>> case = Case(opinions=[{"name": "Surgery"}], preparation={"started": "2026-03-02"})
    >>> calendar(plan(case)).count(b"BEGIN:VEVENT")
    6
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise missing_extra("icalendar", "report") from None
    if made.today is None:
        raise CompareError(
            "This plan has no days, so there is nothing for a calendar.",
            path=("preparation", "started"),
            found="no day to count from",
            allowed="year-month-day, as in 2026-03-31",
            fix="write down the day on which you start, or say which day it is today (--today 2026-03-31)",
        )
    file = Calendar()
    file.add("prodid", _MAKER)
    file.add("version", "2.0")
    file.add("x-wr-calname", told.TITLE)
    file.add("description", "\n".join(map(_one_line, [*about(made.case), papers.NOTES_ONLY, words.CAUTION])))
    for entry in entries(made):
        file.add_component(_event(made, entry, remind_days))
    return bytes(file.to_ical())


def entries(made: Plan) -> Iterator[Entry]:
    """Give the days of a plan: the last day of every open step, the visits, the day to decide, later dates.

    A visit that has a day stands there by its day, and not as a step as well.
    """
    booked = {VISIT for each in made.days if each.kind == VISIT}
    for step in made.steps:
        if step.is_open and step.ends and step.key not in booked:
            yield Entry(f"step {step.key or step.label}", step.ends, told.until(step.label, step.owner), _text(step))
    before: Counter[str] = Counter()
    for each in made.days:
        name = f"{each.kind} {each.label}"
        yield Entry(f"{name} {before[name]}", each.day, each.label, "")
        before[name] += 1


def _text(step: PlanStep) -> str:
    lines = [step.note, *step.to_do, told.at_hand(step.at_hand) if step.at_hand else ""]
    return "\n".join(line for line in lines if line)


def _event(made: Plan, entry: Entry, remind_days: int | None) -> Event:
    from icalendar import Alarm
    from icalendar import Event as New

    event = New()
    event.add("uid", _uid(made, entry))
    event.add("dtstamp", datetime.combine(made.today or entry.day, time(), tzinfo=UTC))
    event.add("dtstart", entry.day)
    if entry.day < date.max:
        event.add("dtend", entry.day + timedelta(days=1))
    event.add("summary", _one_line(entry.title))
    if entry.text:
        event.add("description", visible(entry.text.replace("\t", " ")))
    event.add("transp", "TRANSPARENT")
    if remind_days is not None:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _one_line(entry.title))
        alarm.add("trigger", timedelta(days=-remind_days))
        event.add_component(alarm)
    return event


def _one_line(text: str) -> str:
    return visible(text.replace("\t", " ").replace("\n", " "))


def _uid(made: Plan, entry: Entry) -> str:
    """Return a name that is the same in every calendar made from this case, whatever the day, and tells nothing of it."""
    case = made.case
    told_apart = "\n".join([case.question, case.opinions[0].name, str(made.case.entered_by), entry.name])
    return f"{hashlib.sha256(told_apart.encode()).hexdigest()[:32]}@opinion-compare"
