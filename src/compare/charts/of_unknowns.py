"""The picture of open answers: how far each alone could move the result of its opinion, the widest on top."""

from __future__ import annotations

from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import opinion_sign, tint
from compare.charts.parts import heading, names_in_full
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, drawing, wrapped
from compare.errors import expect
from compare.unknowns import Question, Questions
from compare.words import asking

MOST_BARS = 12
SMALLEST = 0.5
"""Bars narrower than this, in points of the result, are left out."""

_LABELS = 216.0
_NUMBERS = 62.0
_BAR = 11.0
_LANE = 2 * SMALL.leading + 7
_REACHES = (2, 4, 6, 10, 20, 30, 40, 50, 60, 80)
"""Round numbers of points at which an axis may end; below 100 their halves, too, are written without a fraction."""


def tornado(questions: Questions, *, titled: bool = True) -> Chart:
    """Draw how far each open or ranged answer alone could move the result of its opinion.

    Parameters
    ----------
    questions : Questions
        What to ask; at most 12 answers are drawn, those that could move a result furthest.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A bar for each answer, the widest on top: how far its opinion would be ahead of the highest other, or behind it, in
        points of the result. The axis is the same on both sides of level.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> from compare.unknowns import questions
    >>> case = Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])
    >>> tornado(questions(score(case))).name
    'tornado'
    """
    expect(questions, Questions)
    with drawing():
        sheet = Sheet()
        heading(sheet, questions.scores, asking.TORNADO_TITLE if titled else "")
        bars = sorted(questions.answers, key=lambda item: -item.width)
        if not bars:
            sheet.lines(asking.NOTHING_OPEN, BODY)
        else:
            _put_bars(sheet, questions, bars)
        return sheet.chart(
            "tornado", asking.tornado_alt(questions.sentence(), [_told(questions, bar) for bar in bars[:3]])
        )


def _put_bars(sheet: Sheet, questions: Questions, bars: list[Question]) -> None:
    sheet.measure(MARGIN + _LABELS, sheet.width - MARGIN - _NUMBERS)
    names_in_full(sheet, questions.scores.case.names)
    drawn = [bar for bar in bars if bar.width >= SMALLEST][:MOST_BARS]
    leads = [_lead(questions, bar) for bar in drawn]
    reach = _reach(max((abs(end) for lead in leads for end in lead), default=1.0))
    for bar, lead in zip(drawn, leads, strict=True):
        _lane(sheet, questions, bar, tuple(50 + 50 * end / reach for end in lead), lead)
    _axis(sheet, reach, alone=len(questions.scores.case.names) == 1)
    alone = len(questions.scores.case.names) == 1
    left_out = [asking.left_out(len(bars) - len(drawn))] if len(bars) > len(drawn) else []
    sheet.notes(asking.TORNADO_NOTE_OF_ONE if alone else asking.TORNADO_NOTE, *left_out)


def _lead(questions: Questions, bar: Question) -> tuple[float, float, float]:
    """Return how far its opinion would be ahead of the highest other at the low end, now, and at the high end of a bar."""
    now, rival = questions.scores.totals[bar.opinion].mean, questions.scores.rival(bar.opinion)
    level = now if rival is None else rival
    return bar.low - level, now - level, bar.high - level


def _reach(furthest: float) -> float:
    """Return a round number of points that holds every bar."""
    return next((reach for reach in _REACHES if furthest <= reach), 100)


def _lane(
    sheet: Sheet, questions: Questions, bar: Question, places: tuple[float, ...], lead: tuple[float, float, float]
) -> None:
    sign, middle = opinion_sign(questions.scores.case.names.index(bar.opinion)), sheet.y + _LANE / 2
    sheet.grid(sheet.y, sheet.y + _LANE)
    sheet.span((50, 50), (sheet.y, sheet.y + _LANE), label="level", **_LEVEL)
    sheet.point(MARGIN + 5, middle, sign, on_scale=False)
    second = [asking.COULD_CHANGE_SHORT] if bar.could_change_first else []
    rows = wrapped(_label(questions, bar), _LABELS - 26, SMALL_STRONG, 2 - len(second))
    top = middle - (len(rows) + len(second)) * SMALL.leading / 2
    sheet.write(rows, MARGIN + 16, top, SMALL_STRONG)
    sheet.write(second, MARGIN + 16, top + len(rows) * SMALL.leading, SMALL)
    low, now, high = places
    edge = {"edgecolor": sign.colour, "linewidth": 0.9, "zorder": 3}
    look = {"facecolor": tint(sign.colour), "hatch": 2 * sign.hatch, "label": "bar"}
    sheet.bar(low, high - low, middle - _BAR / 2, _BAR, **look, **edge)
    sheet.point(now, middle, sign, size=6)
    ends = asking.between(lead[0], lead[2])
    sheet.write([ends], sheet.width - MARGIN, middle - SMALL.leading / 2, SMALL_STRONG, align="right")
    sheet.y += _LANE


def _axis(sheet: Sheet, reach: float, *, alone: bool) -> None:
    numbers = [asking.signed(reach * part) for part in (-1, -0.5, 0, 0.5, 1)]
    behind, level, ahead = asking.AXIS_OF_ONE if alone else asking.AXIS
    below = [behind, "", level, "", ahead]
    for value, number, word in zip((0, 25, 50, 75, 100), numbers, below, strict=True):
        align = "left" if value == 0 else "right" if value == 100 else "center"
        sheet.write([number, word], sheet.across(value), sheet.y, SMALL, align=align, colour=palette.QUIET_INK)
    sheet.y += 2 * SMALL.leading


def _label(questions: Questions, bar: Question) -> str:
    case, criterion = questions.scores.case, bar.criterion or ""
    return (case.attribute(criterion, bar.attribute) or case.criterion(criterion)).label


def _told(questions: Questions, bar: Question) -> str:
    return asking.could_end(_label(questions, bar), bar.opinion, bar.low, bar.high)


_LEVEL = {"color": palette.INK, "linewidth": 1.4, "zorder": 1}
