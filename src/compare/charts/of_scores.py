"""Pictures of scores: the totals as stacked parts, and each criterion with its ranges."""

from __future__ import annotations

from compare import words
from compare.case import Criterion
from compare.charts import captions, palette
from compare.charts.chart import Chart
from compare.charts.palette import OUTLINE, criterion_sign, opinion_sign, tint
from compare.charts.parts import fit, heading, in_sentence, is_open, message, names_in_full, still_open
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import SMALL, SMALL_STRONG, STRONG, clean, drawing, shortened, width_of, wrapped
from compare.errors import expect
from compare.interval import Interval
from compare.scoring import Scores

_BAR = 24.0
_LANE = 17.0
_NARROWEST_NAMES, _WIDEST_NAMES = 110.0, 200.0
_BESIDE_NAME = 30.0
_NUMBERS = 92.0


def totals(scores: Scores, *, titled: bool = True) -> Chart:
    """Draw what each opinion comes to, as a bar made of its parts, and how far each bar's end could move.

    Parameters
    ----------
    scores : Scores
        Parts and totals, 0-100.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        Bars in the file's order; their axis always runs from 0 to 100.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> case = Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])
    >>> totals(score(case)).name
    'totals'
    """
    expect(scores, Scores)
    with drawing():
        sheet = Sheet()
        heading(sheet, scores, captions.TOTALS_TITLE if titled else "")
        put_totals(sheet, scores)
        return sheet.chart("totals", captions.totals_alt(message(scores)))


def put_totals(sheet: Sheet, scores: Scores) -> None:
    """Put the bars of the totals on a sheet, with their key and their notes."""
    sheet.measure(MARGIN + 2, sheet.width - MARGIN - 2)
    _key(sheet, scores)
    for place, name in enumerate(scores.case.names):
        _total(sheet, scores, name, place)
    sheet.ticks((captions.WORST_END, captions.TOP_END))
    sheet.notes(*_totals_notes(scores))


def _key(sheet: Sheet, scores: Scores) -> None:
    """Write which fill is which criterion, in two columns (one for long labels), and how much it counts."""
    labels = [criterion.label for criterion in scores.case.criteria]
    across = 2 if fit(labels, sheet.inner / 2 - 32, SMALL_STRONG) else 1
    column = sheet.inner / across
    for place in range(0, len(labels), across):
        pair = scores.case.criteria[place : place + across]
        rows = [wrapped(criterion.label, column - 32, SMALL_STRONG) for criterion in pair]
        for side, (criterion, lines) in enumerate(zip(pair, rows, strict=True)):
            left = MARGIN + side * column
            sign = criterion_sign(place + side)
            sheet.box(left, sheet.y + 1.5, 16, 10, facecolor=sign.colour, hatch=2 * sign.hatch, **OUTLINE)
            sheet.write(lines, left + 23, sheet.y, SMALL_STRONG)
            below = sheet.y + len(lines) * SMALL.leading
            sheet.write([captions.counts_for(scores.weights[criterion.key])], left + 23, below, SMALL)
        sheet.y += (max(map(len, rows)) + 1) * SMALL.leading + 4
    sheet.y += 6


def _total(sheet: Sheet, scores: Scores, name: str, place: int) -> None:
    number = words.range_text(scores.totals[name])
    room = sheet.inner - width_of(number, STRONG) - 32
    rows = wrapped(name, room, STRONG)
    sheet.point(MARGIN + 6, sheet.y + STRONG.leading / 2, opinion_sign(place), on_scale=False)
    sheet.write(rows, MARGIN + 16, sheet.y, STRONG)
    sheet.write([number], sheet.width - MARGIN, sheet.y, STRONG, align="right")
    sheet.y += len(rows) * STRONG.leading + 3
    sheet.grid(sheet.y, sheet.y + _BAR + 14)
    sheet.bar(0, 100, sheet.y, _BAR, facecolor=palette.TRACK, zorder=-1)
    start = 0.0
    for at, key in enumerate(scores.case.keys):
        put_part(sheet, scores, (name, key), at, start)
        start += scores.parts[name][key].mean
    sheet.y += _BAR + 7
    put_whisker(sheet, scores.totals[name])
    sheet.y += 13


def put_part(
    sheet: Sheet, scores: Scores, where: tuple[str, str], place: int, start: float, *, height: float = _BAR
) -> None:
    """Put the part of one criterion into the bar of an opinion, from ``start`` on the scale."""
    name, key = where
    part, sign = scores.parts[name][key], criterion_sign(place)
    if part.mean <= 0:
        return
    if is_open(scores, name, key):
        texts, fill, ink = [captions.range_words(part), captions.OPEN_SIGN], tint(sign.colour), palette.INK
        sheet.bar(
            start, part.mean, sheet.y, height, facecolor=fill, edgecolor=sign.colour, hatch=sign.hatch, label="open"
        )
        sheet.bar(start, part.mean, sheet.y, height, fill=False, **_DASHES)
    else:
        texts, fill, ink = [words.whole(part.mean)], sign.colour, sign.ink
        sheet.bar(start, part.mean, sheet.y, height, facecolor=fill, hatch=sign.hatch, label="part", **OUTLINE)
    room = (sheet.right - sheet.left) * part.mean / 100 - 5
    text = next((text for text in texts if width_of(text, SMALL_STRONG) <= room), "")
    if text:
        plain = {"facecolor": fill, "edgecolor": "none", "pad": 1.5}
        x, top = sheet.across(start + part.mean / 2), sheet.y + (height - SMALL.leading) / 2
        sheet.write([text], x, top, SMALL_STRONG, align="center", colour=ink, bbox=plain, zorder=4)


def put_whisker(sheet: Sheet, total: Interval[float]) -> None:
    """Put the range of a total below its bar: a line with two caps, and a point at the mean."""
    line = {"color": palette.INK, "linewidth": 1.4, "solid_capstyle": "butt"}
    sheet.span((total.low, total.high), (sheet.y, sheet.y), label="range", **line)
    for end in (total.low, total.high):
        sheet.span((end, end), (sheet.y - 4, sheet.y + 4), label="cap", **line)
    if total.width:
        sheet.point(total.mean, sheet.y, _MEAN, size=6)


def _totals_notes(scores: Scores) -> list[str]:
    notes = [words.HOW_TO_READ, captions.RANGE_LINE]
    if any(is_open(scores, name, key) for name in scores.case.names for key in scores.case.keys):
        notes.append(captions.OPEN_PART)
    sums = ((parts.values(), scores.totals[name]) for name, parts in scores.parts.items())
    if any(sum(int(words.whole(part.mean)) for part in parts) != int(words.whole(total.mean)) for parts, total in sums):
        notes.append(captions.ROUNDED)
    return notes


def profile(scores: Scores, *, titled: bool = True) -> Chart:
    """Draw each criterion with the opinions one below the other: where each lies, and how far it could move.

    Parameters
    ----------
    scores : Scores
        Values by opinion and criterion, 0-100.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A group of lanes for each criterion; their axis always runs from 0 to 100.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> profile(score(Case(opinions=[{"name": "A", "ratings": {"goals": 70}}]))).name
    'profile'
    """
    expect(scores, Scores)
    with drawing():
        sheet = Sheet()
        heading(sheet, scores, captions.PROFILE_TITLE if titled else "")
        put_profile(sheet, scores)
        return sheet.chart("profile", _profile_alt(scores))


def put_profile(sheet: Sheet, scores: Scores) -> None:
    """Put the lanes of every criterion on a sheet."""
    longest = max(width_of(clean(name), SMALL) for name in scores.case.names)
    column = min(max(longest + _BESIDE_NAME, _NARROWEST_NAMES), _WIDEST_NAMES)
    sheet.measure(MARGIN + column, sheet.width - MARGIN - _NUMBERS)
    if longest + _BESIDE_NAME > column:
        names_in_full(sheet, scores.case.names)
    for criterion in scores.case.criteria:
        _group(sheet, scores, criterion)
    sheet.ticks((captions.WORST_END, captions.TOP_END))
    sheet.notes(captions.PROFILE_NOTE)


def _group(sheet: Sheet, scores: Scores, criterion: Criterion) -> None:
    weight = captions.counts_for(scores.weights[criterion.key])
    rows = wrapped(criterion.label, sheet.inner - width_of(weight, SMALL) - 24, STRONG)
    height = len(rows) * STRONG.leading + 4
    sheet.box(MARGIN, sheet.y, sheet.inner, height, facecolor=palette.BAND)
    sheet.write(rows, MARGIN + 6, sheet.y + 2, STRONG)
    sheet.write([weight], sheet.width - MARGIN - 6, sheet.y + 3, SMALL, align="right", colour=palette.QUIET_INK)
    sheet.y += height + 3
    sheet.grid(sheet.y, sheet.y + _LANE * len(scores.case.names))
    for place, name in enumerate(scores.case.names):
        _lane(sheet, scores, (name, criterion.key), place)
    sheet.y += 6


def _lane(sheet: Sheet, scores: Scores, where: tuple[str, str], place: int) -> None:
    name, key = where
    value, sign = scores.values[name][key], opinion_sign(place)
    middle, top = sheet.y + _LANE / 2, sheet.y + (_LANE - SMALL.leading) / 2
    sheet.point(MARGIN + 9, middle, sign, on_scale=False)
    sheet.write([shortened(name, sheet.left - MARGIN - _BESIDE_NAME + 2, SMALL)], MARGIN + 19, top, SMALL)
    if is_open(scores, name, key):
        _open_band(sheet, value, middle)
    else:
        sheet.bar(0, 100, middle - 1, 2, facecolor=palette.TRACK, zorder=-1)
        if value.width:
            sheet.bar(
                value.low, value.width, middle - 3, 6, facecolor=tint(sign.colour), label="range", **_thin(sign.colour)
            )
        sheet.point(value.mean, middle, sign, size=8)
        sheet.write([words.range_text(value)], sheet.right + 12, top, SMALL_STRONG)
    sheet.y += _LANE


def _open_band(sheet: Sheet, value: Interval[float], middle: float) -> None:
    look = {"facecolor": palette.PAPER, "hatch": "////", "edgecolor": palette.LINE}
    sheet.bar(value.low, value.width, middle - 6, 12, zorder=1, **look)
    sheet.bar(value.low, value.width, middle - 6, 12, fill=False, label="open", **_DASHES)
    plain = {"facecolor": palette.PAPER, "edgecolor": "none", "pad": 1.5}
    x = sheet.across((value.low + value.high) / 2)
    sheet.write([words.NOT_KNOWN], x, middle - SMALL.leading / 2, SMALL_STRONG, align="center", bbox=plain, zorder=4)


def _profile_alt(scores: Scores) -> str:
    if len(scores.case.opinions) == 1:
        return captions.profile_alt(message(scores)[0], still_open(scores))
    gaps = []
    for criterion in scores.case.criteria:
        known = [name for name in scores.case.names if not is_open(scores, name, criterion.key)]
        means = {name: scores.values[name][criterion.key].mean for name in known}
        if len(means) > 1:
            low, high = min(known, key=means.__getitem__), max(known, key=means.__getitem__)
            ends = (in_sentence(low), means[low], in_sentence(high), means[high])
            gaps.append((means[high] - means[low], in_sentence(criterion.label), *ends))
    widest = max(gaps, key=lambda gap: gap[0], default=None)
    furthest = captions.furthest_apart(*widest[1:]) if widest and widest[0] > 0 else ""
    return captions.profile_alt(furthest, still_open(scores))


def _thin(colour: str) -> dict[str, object]:
    return {"edgecolor": colour, "linewidth": 0.8}


_MEAN = palette.Sign(palette.INK, "", "o")
_DASHES = {"edgecolor": palette.OPEN_LINE, "linewidth": 1, "linestyle": (0, (3, 2)), "zorder": 2}
