"""The totals in little room: one lane for each opinion, for a page on which they are one thing of several."""

from __future__ import annotations

from collections.abc import Sequence

from compare import words
from compare.charts import captions, palette
from compare.charts.chart import Chart
from compare.charts.of_scores import put_part, put_whisker
from compare.charts.palette import OUTLINE, criterion_sign, opinion_sign
from compare.charts.parts import message
from compare.charts.sheet import Sheet
from compare.charts.style import SMALL, SMALL_STRONG, drawing, shortened, width_of, wrapped
from compare.errors import expect
from compare.scoring import Scores
from compare.words import visiting

_WIDTH, _NAMES, _NUMBERS, _EDGE = 458.0, 122.0, 78.0, 3.5
_BAR, _LANE = 13.0, 26.0
_MOST_PARTS = 8


def brief(scores: Scores, names: Sequence[str] = ()) -> Chart:
    """Draw the totals in little room, for a page on which they are one thing of several.

    Parameters
    ----------
    scores : Scores
        Parts and totals, 0-100.
    names : sequence of str
        Which opinions to draw; all where it is left out.

    Returns
    -------
    Chart
        One lane for each opinion: its name, its bar with the range below it, its number.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> brief(score(Case(opinions=[{"name": "A", "ratings": {"goals": 70}}]))).name
    'brief'
    """
    expect(scores, Scores)
    with drawing():
        sheet = Sheet(_WIDTH)
        sheet.y = 1
        sheet.measure(_NAMES, sheet.width - _NUMBERS)
        _key(sheet, scores)
        for place, name in enumerate(names or scores.case.names):
            _total(sheet, scores, name, place)
        for value in (0, 25, 50, 75, 100):
            sheet.write([f"{value}"], sheet.across(value), sheet.y, SMALL, align="center", colour=palette.QUIET_INK)
        return sheet.chart("brief", captions.totals_alt(message(scores)))


def _key(sheet: Sheet, scores: Scores) -> None:
    """Write which fill is which criterion and how much it counts, one after the other, as many as count for most."""
    x = 0.0
    most = sorted(scores.case.keys, key=lambda key: -scores.weights[key])[:_MOST_PARTS]
    for place, criterion in enumerate(scores.case.criteria):
        if criterion.key not in most:
            continue
        sign = criterion_sign(place)
        weight = words.of_100(scores.weights[criterion.key])
        text = f"{shortened(criterion.label, _NAMES, SMALL)}, {weight}"
        wide = 15 + width_of(text, SMALL) + 12
        if x and x + wide - 12 > sheet.width:
            x, sheet.y = 0.0, sheet.y + SMALL.leading + 2
        sheet.box(x, sheet.y + 1, 11, 9, facecolor=sign.colour, hatch=2 * sign.hatch, **OUTLINE)
        sheet.write([text], x + 15, sheet.y, SMALL)
        x += wide
    sheet.y += SMALL.leading + 2
    if len(most) < len(scores.case.keys):
        sheet.write([visiting.more_parts(len(scores.case.keys) - len(most))], 0, sheet.y, SMALL)
        sheet.y += SMALL.leading + 2
    sheet.y += 4


def _total(sheet: Sheet, scores: Scores, name: str, place: int) -> None:
    top = sheet.y
    rows = wrapped(name, _NAMES - 20, SMALL_STRONG, 2)
    sheet.point(5, top + SMALL.leading / 2, opinion_sign(place), size=6, on_scale=False)
    sheet.write(rows, 13, top, SMALL_STRONG)
    number = words.range_text(scores.totals[name])
    sheet.write([number], sheet.width - _EDGE, top + 1, SMALL_STRONG, align="right")
    sheet.grid(top, top + _LANE - 2)
    sheet.bar(0, 100, top, _BAR, facecolor=palette.TRACK, zorder=-1)
    start = 0.0
    for at, key in enumerate(scores.case.keys):
        put_part(sheet, scores, (name, key), at, start, height=_BAR)
        start += scores.parts[name][key].mean
    sheet.y = top + _BAR + 5
    put_whisker(sheet, scores.totals[name])
    sheet.y = top + _LANE
