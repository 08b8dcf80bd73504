"""The picture of a plan: a bar for each step from its first to its last day, today, the day to decide, the visits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare import words
from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import Sign
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, drawing, width_of, wrapped
from compare.errors import expect
from compare.preparation import Plan, PlanStep
from compare.preparation.steps import Dated
from compare.words import preparing as told

MOST_STEPS = 24
"""How many steps are drawn; the table has them all."""

_MOST_DAYS = 6
_LABELS = 196.0
_BAR = 12.0
_LANE = 2 * SMALL.leading + 9
_NARROWEST = 1.2
_MOST_TICKS = 7
_WEEKS_APART = (1, 2, 4, 8, 13, 26, 52, 520, 5200, 52000, 520000)
_WEEK = 7
_FAR = 12 * _WEEK
"""A day that lies further than this from the steps is named, not drawn: else the bars would be too short to read."""

_OURS, _STRONG = palette.OPINION_SIGNS[0].colour, palette.OPINION_SIGNS[1].colour
_LOOKS = {
    "done": {"facecolor": _OURS},
    "in progress": {"facecolor": palette.tint(_OURS), "hatch": "//"},
    "open": {"facecolor": palette.PAPER},
    "not needed": {"facecolor": palette.TRACK},
}
_EDGE = {"edgecolor": _OURS, "linewidth": 0.9, "zorder": 3}
_LATE = {"edgecolor": _STRONG, "linewidth": 2.0, "zorder": 3}
_TODAY = {"color": palette.INK, "linewidth": 1.4, "zorder": 2, "label": "today"}
_DECIDE = {"color": _STRONG, "linewidth": 1.6, "linestyle": (0, (4, 2)), "zorder": 2, "label": "decide"}
_VISIT = Sign(palette.INK, "", "D")
_SEND = Sign(palette.QUIET_INK, "", ">")


@dataclass(frozen=True)
class _Calendar:
    """The days that are drawn, as numbers: those of the calendar, or those of the plan where it has none."""

    first: int
    last: int
    has_days: bool

    def at(self, day: int) -> float:
        """Return where a day begins on the scale, 0-100."""
        return 100 * (day - self.first) / (self.last - self.first)

    def shows(self, day: date | None) -> bool:
        """Tell whether a day is drawn."""
        return self.has_days and day is not None and self.first <= day.toordinal() <= self.last

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Give the places of the ticks with what stands below them."""
        apart = next(each for each in _WEEKS_APART if (self.last - self.first) / (each * _WEEK) <= _MOST_TICKS)
        for day in range(self.first, self.last, apart * _WEEK):
            week = (day - self.first) // _WEEK + 1
            yield self.at(day), told.short_day(date.fromordinal(day)) if self.has_days else told.weeks(week, week)


def plan(made: Plan, *, titled: bool = True) -> Chart:
    """Draw a plan.

    Parameters
    ----------
    made : Plan
        What ``compare.preparation.plan(case)`` gives; at most 24 steps are drawn.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A bar for each step: full when it is done, striped when it is begun, empty when it is open, with a strong edge when it
        is late or ends after the day to decide.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.preparation import plan as planned
    >>> plan(planned(Case(opinions=[{"name": "A"}]))).name
    'plan'
    """
    expect(made, Plan)
    with drawing():
        sheet = Sheet()
        if titled:
            sheet.title(told.PLAN)
        sheet.lines(made.sentence(), BODY, palette.QUIET_INK)
        sheet.space(8)
        sheet.measure(MARGIN + _LABELS, sheet.width - MARGIN)
        _put(sheet, made)
        steps = [(step.label, step.when, made.state(step)) for step in made.steps[:MOST_STEPS]]
        return sheet.chart("plan", told.plan_alt(made.sentences(), steps))


def _put(sheet: Sheet, made: Plan) -> None:
    has_days = made.start is not None
    steps = [step for step in made.steps if _ends(step, has_days=has_days)][:MOST_STEPS]
    calendar = _calendar(made, steps, has_days=has_days)
    days = [each for each in made.days if each.kind in {"send", "visit"} and calendar.shows(each.day)][:_MOST_DAYS]
    sheet.y += _put_marks(sheet, made, calendar, _LANE * (len(steps) + len(days)))
    for place, _ in calendar.ticks():
        sheet.grid(sheet.y, sheet.y + _LANE * (len(steps) + len(days)), (place,))
    for step in steps:
        _lane(sheet, made, step, calendar)
    for each in days:
        _day_lane(sheet, each, calendar)
    for place, label in calendar.ticks():
        left = min(sheet.across(place), sheet.width - MARGIN - width_of(label, SMALL))
        sheet.write([label], left, sheet.y + 2, SMALL, colour=palette.QUIET_INK)
    sheet.y += SMALL.leading + 2
    left_out = len(made.steps) - len(steps)
    sheet.notes(told.PLAN_NOTE, *([told.not_drawn(left_out)] if left_out else []))


def _ends(step: PlanStep, *, has_days: bool) -> tuple[int, int] | None:
    """Return the first day of a step and the day after its last, None where it has no place in the calendar."""
    if has_days:
        return (step.begins.toordinal(), step.ends.toordinal() + 1) if step.begins and step.ends else None
    return ((step.weeks[0] - 1) * _WEEK, step.weeks[1] * _WEEK) if step.weeks else None


def _calendar(made: Plan, steps: list[PlanStep], *, has_days: bool) -> _Calendar:
    ends = [each for step in steps if (each := _ends(step, has_days=has_days))]
    first, last = min(first for first, _ in ends), max(last for _, last in ends)
    if has_days:
        marked = [made.today, made.decide_by, *(each.day for each in made.days if each.kind in {"send", "visit"})]
        near = [day.toordinal() for day in marked if day and first - _FAR <= day.toordinal() <= last + _FAR]
        first, last = min([first, *near]), max([last, *(day + 1 for day in near)])
    return _Calendar(first, last, has_days)


def _put_marks(sheet: Sheet, made: Plan, calendar: _Calendar, height: float) -> float:
    """Draw today and the day to decide with their words; return how much room the words take."""
    marks = [
        (made.today, told.today(made.today, is_today=made.is_today), _TODAY),
        (made.decide_by, told.decide_by(made.decide_by, is_far=not calendar.shows(made.decide_by)), _DECIDE),
    ]
    shown = [_Mark.of(sheet, calendar, day, text, look) for day, text, look in marks if day and calendar.has_days]
    rows = 2 if len(shown) > 1 and abs(shown[0].middle - shown[1].middle) < shown[0].half + shown[1].half + 6 else 1
    room = rows * SMALL.leading + 4 if shown else 0.0
    for row, mark in enumerate(shown):
        top, bottom = sheet.y + room, sheet.y + room + height
        sheet.write(
            [mark.text], mark.middle, sheet.y + min(row, rows - 1) * SMALL.leading, SMALL_STRONG, align="center"
        )
        if mark.place is None:
            continue
        if mark.look is _DECIDE:
            sheet.bar(mark.place, 100 - mark.place, top, height, facecolor=palette.BAND, zorder=-1, label="after")
        sheet.span((mark.place, mark.place), (top, bottom), **mark.look)
    return room


@dataclass(frozen=True)
class _Mark:
    """A line across all lanes, and the words above it, moved so far that no edge of the sheet cuts them."""

    text: str
    place: float | None
    middle: float
    half: float
    look: Mapping[str, Any]

    @classmethod
    def of(cls, sheet: Sheet, calendar: _Calendar, day: date, text: str, look: Mapping[str, Any]) -> _Mark:
        place = calendar.at(day.toordinal() + (look is _DECIDE)) if calendar.shows(day) else None
        far = 0.0 if day.toordinal() < calendar.first else 100.0
        half = width_of(text, SMALL_STRONG) / 2
        across = sheet.across(far if place is None else place)
        return cls(text, place, min(max(across, MARGIN + half), sheet.width - MARGIN - half), half, look)


def _lane(sheet: Sheet, made: Plan, step: PlanStep, calendar: _Calendar) -> None:
    ends = _ends(step, has_days=calendar.has_days)
    place, after = (calendar.at(day) for day in ends or (0, 0))
    is_strong = made.is_late(step) or step in made.after
    look = {**_LOOKS[step.state], **(_LATE if is_strong else _EDGE), "label": "step"}
    _label(sheet, step.label, told.who_and_state(step.owner, made.state(step)))
    sheet.bar(place, max(after - place, _NARROWEST), sheet.y + (_LANE - _BAR) / 2, _BAR, **look)
    sheet.y += _LANE


def _day_lane(sheet: Sheet, each: Dated, calendar: _Calendar) -> None:
    _label(sheet, each.label, words.day(each.day))
    sign = _VISIT if each.kind == "visit" else _SEND
    sheet.point(calendar.at(each.day.toordinal()), sheet.y + _LANE / 2, sign, size=8)
    sheet.y += _LANE


def _label(sheet: Sheet, label: str, below: str) -> None:
    rows = [*wrapped(label, _LABELS - 14, SMALL_STRONG, 1)]
    top = sheet.y + (_LANE - 2 * SMALL.leading) / 2
    sheet.write(rows, MARGIN, top, SMALL_STRONG)
    sheet.write(wrapped(below, _LABELS - 14, SMALL, 1), MARGIN, top + SMALL.leading, SMALL, colour=palette.QUIET_INK)
