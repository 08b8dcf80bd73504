"""Pictures of what would change it: results over the weight of one part, and a map of two weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import opinion_sign
from compare.charts.parts import fit, heading, in_sentence, names_in_full
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, Type, clean, drawing, shortened, width_of, wrapped
from compare.charts.triangle import put_map, weight_axis
from compare.errors import expect, unknown
from compare.scoring import Scores
from compare.sensitivity import TradeOff, WhatIf
from compare.words import flips as said
from compare.words import maps

_NUMBERS = 26.0
_NAMES = 160.0
_PLOT, _LANE = 220.0, 26.0
_DASHES = ("-", (0, (7, 2)), (0, (2, 1.5)), (0, (8, 2, 2, 2)), (0, (4, 1.5)), (0, (1, 1)))
_NOW = {"color": palette.INK, "linewidth": 1.3}
_DOTTED = {"color": palette.INK, "linewidth": 0.9, "linestyle": (0, (1.5, 2))}
_RING = {
    "marker": "o",
    "markersize": 11,
    "markerfacecolor": "none",
    "markeredgecolor": palette.INK,
    "markeredgewidth": 1.6,
}


def what_if(look: WhatIf, criterion: str | None = None, *, titled: bool = True) -> Chart:
    """Draw what each opinion comes to when one part counts for more or less, and where another comes first.

    Parameters
    ----------
    look : WhatIf
        Lines over the weight, and the weights at which another opinion comes first.
    criterion : str, optional
        Whose weight; where none is named, the one that has to change least.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A line for each opinion; both axes always run from 0 to 100. Only words where there is one opinion or nothing is known.

    Raises
    ------
    CompareError
        There is no such criterion.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> from compare.sensitivity import what_if as worked_out
    >>> case = Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])
    >>> what_if(worked_out(score(case))).name
    'what_if'
    """
    expect(look, WhatIf)
    if criterion is not None and criterion not in look.weights:
        raise unknown("a criterion of this case", criterion, list(look.weights))
    key = criterion or look.most_telling
    label, sentences = look.scores.case.criterion(key).label, look.sentences_on(key)
    with drawing():
        sheet = Sheet()
        heading(sheet, look.scores, said.LINES_TITLE if titled else "")
        if _nothing_to_draw(look.scores):
            return sheet.chart("what_if", look.sentence())
        _sentences(sheet, look.scores, sentences if look.one_first else [])
        _put_lines(sheet, look, key)
        weight_axis(sheet, label)
        sheet.notes(said.LINES_NOTE, *([said.CHANGE_MARK] if look.one_first and look.changes(key) else []))
        return sheet.chart("what_if", said.lines_alt(label, sentences))


def _nothing_to_draw(scores: Scores) -> bool:
    return len(scores.case.opinions) == 1 or scores.nothing_known


@dataclass(frozen=True)
class _Frame:
    """Where results stand: 0 at the bottom, 100 at the top, in points from the top of the sheet."""

    top: float
    bottom: float

    def height(self, result: float) -> float:
        return self.bottom - (self.bottom - self.top) * result / 100


def _put_lines(sheet: Sheet, look: WhatIf, key: str) -> None:
    names, flip = look.scores.case.names, look.weights[key]
    if not fit(names, _NAMES - 26, SMALL_STRONG, 2):
        names_in_full(sheet, names)
    sheet.measure(MARGIN + _NUMBERS, sheet.width - MARGIN - _NAMES)
    sheet.lines(said.RESULT_AXIS, SMALL, palette.QUIET_INK)
    start = sheet.y
    if look.one_first:
        _stays_first(sheet, look, key)
    changes = look.changes(key) if look.one_first else []
    frame = _weights_above(sheet, flip.share, [share for share, _ in changes], max(_PLOT, _LANE * len(names)))
    if look.one_first:
        band = {"facecolor": palette.BAND, "label": "stays", "zorder": -2}
        sheet.bar(100 * flip.low, 100 * (flip.high - flip.low), start, frame.bottom - start, **band)
    _grid(sheet, frame)
    lines = look.lines(key)
    ends = _spread(
        [frame.height(lines[name][1]) for name in names],
        [len(wrapped(name, _NAMES - 26, SMALL_STRONG, 2)) * SMALL.leading + 3 for name in names],
        (frame.top - 6, frame.bottom + 6),
    )
    for place, (name, end) in enumerate(zip(names, ends, strict=True)):
        _opinion(sheet, name, place, (frame.height(lines[name][0]), frame.height(lines[name][1]), end))
    for share, name in changes:
        low, high = lines[name]
        y = frame.height(low + share * (high - low))
        sheet.span((100 * share, 100 * share), (frame.top, y), label="level", **_DOTTED)
        sheet.span((100 * share, 100 * share), (y, y), label="change", zorder=6, linestyle="none", **_RING)
    sheet.y = frame.bottom + 4


def _stays_first(sheet: Sheet, look: WhatIf, key: str) -> None:
    flip = look.weights[key]
    text = shortened(said.stays_first(in_sentence(look.first)), sheet.width - MARGIN - sheet.left - 8, SMALL)
    middle = sheet.across(50 * (flip.low + flip.high))
    half = width_of(text, SMALL) / 2 + 4
    x = min(max(middle, sheet.left + half), sheet.width - MARGIN - half)
    sheet.write([text], x, sheet.y + 2, SMALL, align="center")
    sheet.y += SMALL.leading + 3


def _weights_above(sheet: Sheet, now: float, changes: Sequence[float], height: float) -> _Frame:
    """Write the present weight and the nearest ones at which another comes first, as many as fit, and draw lines down to them."""
    near = sorted(changes, key=lambda share: abs(share - now))
    labels = [(now, said.now_at(now), SMALL_STRONG), *((share, said.level_at(share), SMALL) for share in near)]
    while sum(_room(text, kind) for _, text, kind in labels) > sheet.inner:
        labels.pop()
    frame = _Frame(sheet.y + SMALL.leading + 11, sheet.y + SMALL.leading + 11 + height)
    places = _spread(
        [sheet.across(100 * share) for share, *_ in labels],
        [_room(text, kind) for _, text, kind in labels],
        (MARGIN, sheet.width - MARGIN),
    )
    for (share, text, kind), x in zip(labels, places, strict=True):
        look = _NOW if kind is SMALL_STRONG else _DOTTED
        sheet.write([text], x, sheet.y, kind, align="center")
        sheet.rule((x, sheet.across(100 * share)), (sheet.y + SMALL.leading + 1, frame.top), **look)
    sheet.span((100 * now, 100 * now), (frame.top, frame.bottom), label="now", zorder=1, **_NOW)
    return frame


def _room(text: str, kind: Type) -> float:
    return width_of(text, kind) + 12


def _grid(sheet: Sheet, frame: _Frame) -> None:
    sheet.grid(frame.top, frame.bottom)
    for value in (0, 25, 50, 75, 100):
        y = frame.height(value)
        sheet.span((0, 100), (y, y), color=palette.LINE, linewidth=0.6, zorder=0)
        sheet.write([str(value)], sheet.left - 7, y - SMALL.leading / 2, SMALL, align="right", colour=palette.QUIET_INK)


def _opinion(sheet: Sheet, name: str, place: int, heights: tuple[float, float, float]) -> None:
    """Draw the line of an opinion and write its name at its end, where there is room for it."""
    sign, (left, right, label) = opinion_sign(place), heights
    sheet.span(
        (0, 100), (left, right), color=sign.colour, linewidth=2, linestyle=_DASHES[place % len(_DASHES)], label="line"
    )
    for x, y in ((0, left), (100, right)):
        sheet.point(x, y, sign)
    rows = wrapped(name, _NAMES - 26, SMALL_STRONG, 2)
    sheet.rule((sheet.right + 4, sheet.right + 10), (right, label), color=sign.colour, linewidth=0.8)
    sheet.point(sheet.right + 15, label, sign, on_scale=False)
    sheet.write(rows, sheet.right + 23, label - len(rows) * SMALL.leading / 2, SMALL_STRONG)


def _spread(wanted: Sequence[float], sizes: Sequence[float], ends: tuple[float, float]) -> list[float]:
    """Return the places nearest to those wanted at which labels of these sizes do not overlap (pooled neighbours)."""
    blocks: list[tuple[float, list[int]]] = []
    offsets, before = dict[int, float](), 0.0
    for at in sorted(range(len(wanted)), key=lambda place: wanted[place]):
        offsets[at] = before + sizes[at] / 2
        before += sizes[at]
        blocks.append((wanted[at] - offsets[at], [at]))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (second, after), (first, ahead) = blocks.pop(), blocks.pop()
            mean = (first * len(ahead) + second * len(after)) / (len(ahead) + len(after))
            blocks.append((mean, ahead + after))
    starts = {at: min(max(start, ends[0]), ends[1] - before) for start, block in blocks for at in block}
    return [starts[at] + offsets[at] for at in range(len(wanted))]


def _sentences(sheet: Sheet, scores: Scores, sentences: Sequence[str]) -> None:
    """Write sentences, with long names and labels cut so that no end is lost."""
    for sentence in sentences:
        text = clean(sentence)
        for long in (*scores.case.names, *(criterion.label for criterion in scores.case.criteria)):
            text = text.replace(clean(long), in_sentence(long)) if in_sentence(long) != clean(long) else text
        sheet.lines(text, BODY, limit=5)
        sheet.space(2)
    sheet.space(6)


def weight_map(look: TradeOff, *, titled: bool = True) -> Chart:
    """Draw who comes first for every way to share the weight between two parts and the rest.

    Parameters
    ----------
    look : TradeOff
        The regions of the opinions over the shares of two criteria.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A triangle of all shares; each opinion's part of it, lighter where it is too close to call, and the present weights. Only
        words where there is one opinion or nothing is known.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> from compare.sensitivity import trade_off
    >>> weight_map(trade_off(score(Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])))).name
    'weight_map'
    """
    expect(look, TradeOff)
    with drawing():
        sheet = Sheet()
        heading(sheet, look.scores, maps.MAP_TITLE if titled else "")
        if _nothing_to_draw(look.scores):
            return sheet.chart("weight_map", look.sentence())
        _sentences(sheet, look.scores, look.sentences()[1:2])
        put_map(sheet, look)
        sheet.notes(maps.MAP_NOTE)
        return sheet.chart("weight_map", maps.map_alt(*look.labels, look.sentences()))
