"""The pictures of many cases: how often opinions differ, how far one is ahead, and what that comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import OUTLINE, Sign, criterion_sign, opinion_sign
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, drawing, width_of, wrapped
from compare.cohort.counting import ALL, ANY
from compare.cohort.shares import Share
from compare.cohort.summary import Summary
from compare.cohort.weighing import COMES_FROM, LEAD
from compare.errors import expect, unknown
from compare.words import cohort_pictures as drawn
from compare.words import cohort_summary as told

_LABELS = 168.0
_COUNTS = 62.0
_VALUES = 92.0
_LEAST = 1e-6
_REMARKS = 92.0
_BAR = 14.0
_SIGNS = {"same": opinion_sign(0), "minor": Sign("#E69F00", "//", "s"), "major": Sign("#A3527C", "\\\\", "D")}


def rates(summary: Summary, by: str = ALL, *, titled: bool = True) -> Chart:
    """Draw how often the second opinion differs, a little or a lot, with intervals.

    Parameters
    ----------
    summary : Summary
        What was counted.
    by : str
        By what the cases are grouped; without it each layer over all cases, with it each group over all layers.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A bar of 100 for each line: different a lot, then a little; the whisker is the 95 % interval of both together.

    Examples
    --------
    >>> from compare.cohort.summary import summarise
    >>> from compare.samples import cohort_path
    >>> rates(summarise([cohort_path()])).name
    'rates'
    """
    expect(summary, Summary)
    if by and by not in summary.by:
        raise unknown("something these cases are grouped by", by, summary.by)
    lines = _lines(summary, by)
    with drawing():
        sheet = headed(told.by(by) if by else told.RATES, drawn.RATES_CHART, titled=titled)
        sheet.measure(MARGIN + _LABELS, sheet.width - MARGIN - _COUNTS)
        _key(sheet, [(told.OUTCOMES[name], _SIGNS[name]) for name in ("major", "minor")])
        for label, shares in lines:
            _rate_bar(sheet, label, shares)
        sheet.ticks(drawn.AXIS)
        sheet.notes(*summary.cautions()[-3:])
        said = [drawn.rate_line(label, {one.outcome: told.cell(one) for one in shares}) for label, shares in lines]
        return sheet.chart("rates", drawn.rates_alt(said))


def headed(title: str, *lines: str, titled: bool) -> Sheet:
    """Return a sheet with its title, where it is to have one, and how to read it."""
    sheet = Sheet()
    if titled:
        sheet.title(title)
    for line in lines:
        sheet.lines(line, BODY, palette.QUIET_INK)
    sheet.space(9)
    return sheet


def _lines(summary: Summary, by: str) -> list[tuple[str, Sequence[Share]]]:
    if by:
        return list(summary.on(ANY, by).items())
    return [(summary.label(layer), summary.on(layer)[""]) for layer in (ANY, *summary.layers) if summary.on(layer)]


def _rate_bar(sheet: Sheet, label: str, shares: Sequence[Share]) -> None:
    rows = wrapped(label, _LABELS - 10, SMALL_STRONG, 2)
    height = max(len(rows) * SMALL.leading, _BAR)
    top = sheet.y + (height - _BAR) / 2
    sheet.write(rows, MARGIN, sheet.y, SMALL_STRONG)
    sheet.write(
        [told.count(shares[0].of)], sheet.width - MARGIN, sheet.y, SMALL, align="right", colour=palette.QUIET_INK
    )
    sheet.grid(sheet.y - 3, sheet.y + height + 3)
    of = {share.outcome: share for share in shares}
    end = _parts(sheet, of, top)
    if of["same"].interval is not None:
        low, high = of["same"].interval
        end = 100 * (1 - low)
        _whisker(sheet, (100 * (1 - high), end), top + _BAR / 2)
    if of["major"].hidden or of["minor"].hidden:
        sheet.write([drawn.SMALL_PARTS], sheet.across(end) + 8, sheet.y, SMALL, colour=palette.QUIET_INK)
    sheet.y += height + 7


def _parts(sheet: Sheet, of: Mapping[str, Share], top: float) -> float:
    """Draw what differs a lot, then a little; in grey what differs in a way that is hidden. Return where it ends."""
    start = 0.0
    for name in ("major", "minor"):
        length = 100 * (of[name].share or 0.0)
        sign = _SIGNS[name]
        if not of[name].hidden:
            sheet.bar(start, length, top, _BAR, facecolor=sign.colour, hatch=sign.hatch, label=name, **OUTLINE)
            start += length
    whole = 100 * (1 - of["same"].share) if of["same"].share is not None else start
    if whole - start > _LEAST:
        sheet.bar(start, whole - start, top, _BAR, facecolor=palette.TRACK, label="hidden", **OUTLINE)
    return whole


def _whisker(sheet: Sheet, ends: tuple[float, float], middle: float) -> None:
    look = {"color": palette.INK, "linewidth": 1.1, "zorder": 4, "label": "interval"}
    sheet.span(ends, (middle, middle), **look)
    for end in ends:
        sheet.span((end, end), (middle - 3, middle + 3), **look)


def _key(sheet: Sheet, entries: Sequence[tuple[str, Sign]]) -> None:
    """Write which fill is what."""
    left = MARGIN
    for text, sign in entries:
        sheet.box(left, sheet.y + 1, 18, 10, facecolor=sign.colour, hatch=2 * sign.hatch, **OUTLINE)
        sheet.write([text], left + 24, sheet.y, SMALL_STRONG)
        left += 24 + width_of(text, SMALL_STRONG) + 20
    sheet.space(SMALL.leading + 9)


def spread(summary: Summary, *, titled: bool = True) -> Chart:
    """Draw how far the opinion that is ahead is before the next one.

    Parameters
    ----------
    summary : Summary
        What was counted.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A bar for each range of points, of 100 cases.

    Examples
    --------
    >>> from compare.cohort.summary import summarise
    >>> from compare.samples import cohort_path
    >>> spread(summarise([cohort_path()])).name
    'spread'
    """
    expect(summary, Summary)
    shares = summary.on(LEAD)[""]
    bars = [(told.LEADS[share.outcome], share, opinion_sign(0), "") for share in shares]
    return _bars("spread", (told.SPREAD, told.SPREAD_LEAD), bars, titled=titled)


def drivers(summary: Summary, *, titled: bool = True) -> Chart:
    """Draw which criterion gives the most of a lead, and by how many points each sets opinions apart.

    Parameters
    ----------
    summary : Summary
        What was counted.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A bar for each criterion, of 100 cases, with the points in words.

    Examples
    --------
    >>> from compare.cohort.summary import summarise
    >>> from compare.samples import cohort_path
    >>> drivers(summarise([cohort_path()])).name
    'drivers'
    """
    expect(summary, Summary)
    *shares, _ = summary.on(COMES_FROM)[""]
    bars = [
        (summary.label(share.outcome), share, criterion_sign(place), drawn.points_apart(summary.apart[share.outcome]))
        for place, share in enumerate(shares)
    ]
    return _bars("drivers", (told.DRIVERS, told.DRIVERS_LEAD), bars, titled=titled)


def _bars(name: str, words: tuple[str, str], bars: Sequence[tuple[str, Share, Sign, str]], *, titled: bool) -> Chart:
    title, lead = words
    with drawing():
        sheet = headed(title, lead, titled=titled)
        sheet.measure(
            MARGIN + _LABELS, sheet.width - MARGIN - _VALUES - (_REMARKS if any(bar[3] for bar in bars) else 0)
        )
        for label, share, sign, remark in bars:
            sheet.grid(sheet.y - 4, sheet.y + 20)
            sheet.write(wrapped(label, _LABELS - 10, SMALL_STRONG, 1), MARGIN, sheet.y + 1, SMALL_STRONG)
            sheet.write([told.cell(share)], sheet.width - MARGIN, sheet.y + 1, SMALL, align="right")
            if share.share is not None and share.interval is not None:
                length = 100 * share.share
                sheet.bar(0, length, sheet.y, _BAR, facecolor=sign.colour, hatch=sign.hatch, label=name, **OUTLINE)
                low, high = share.interval
                _whisker(sheet, (100 * low, 100 * high), sheet.y + _BAR / 2)
                sheet.write([remark], sheet.right + 14, sheet.y + 1, SMALL, colour=palette.QUIET_INK)
            sheet.space(_BAR + 8)
        sheet.ticks(drawn.AXIS)
        said = [f"{label}: {told.cell(share)}{f', {remark}' if remark else ''}." for label, share, _, remark in bars]
        return sheet.chart(name, " ".join([f"{title}.", *said]))
