"""The map of two weights: a triangle whose every point is a way to share the weight, coloured by who comes first there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.patches import Polygon

from compare.charts import palette
from compare.charts.palette import Sign, opinion_sign, tint
from compare.charts.parts import fit, in_sentence
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import SMALL, SMALL_STRONG, clean, width_of, wrapped
from compare.sensitivity import Region, TradeOff
from compare.words import flips as said
from compare.words import maps

SIDE = 310.0
_NUMBERS = 26.0
_NAMES, _MOST_ROWS = (112.0, 84.0, 60.0), 3
_KEY_AT = 0.6
_LONGEST = 100
_SWATCH, _APART = 24.0, 5.0

_EQUAL = Sign(palette.QUIET_INK, "", "o")
_HERE = Sign(palette.INK, "", "o")
_LIGHT = Sign(palette.LINE, "", "o")
_EDGE = {"edgecolor": palette.INK, "linewidth": 0.9}

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points."""


@dataclass(frozen=True)
class Triangle:
    """Where shares stand on a sheet: both 0 at the lower left corner, in points."""

    left: float
    bottom: float

    def at(self, share: Sequence[float]) -> tuple[float, float]:
        """Return where two shares stand."""
        return self.left + SIDE * share[0], self.bottom - SIDE * share[1]


def put_map(sheet: Sheet, look: TradeOff) -> None:
    """Put the map on a sheet, with its key beside it, or below it where it is too long."""
    sheet.lines(f"{maps.UP} {_axis_words(look.labels[1])}", SMALL, palette.QUIET_INK)
    sheet.space(8)
    where = Triangle(MARGIN + _NUMBERS, sheet.y + SIDE)
    sheet.measure(where.left, where.left + SIDE)
    here = where.at(look.here)
    taken = (here[0] - 8, here[1] - 8, here[0] + 12 + width_of(maps.HERE, SMALL_STRONG), here[1] + 8)
    key = []
    for names, region in look.groups:
        sign = _sign(look, names)
        text = maps.map_key(names, region.share)
        if region.share:
            _draw(sheet, where, region, sign)
        if not region.share or not _named_inside(sheet, where, region, text, taken):
            key.append((sign, text))
    if any(region.clear_share < region.share - 1e-9 for region in look.regions):
        key.append((_LIGHT, maps.LIGHT))
    _numbers(sheet, where)
    sheet.point(*here, _HERE, size=9, on_scale=False).set_label("here")
    plain = {"facecolor": palette.PAPER, "edgecolor": "none", "pad": 1.5, "alpha": 0.85}
    sheet.write([maps.HERE], here[0] + 9, here[1] - SMALL.leading / 2, SMALL_STRONG, bbox=plain, zorder=6)
    _put_key(sheet, where, key, look.labels[0])


def _sign(look: TradeOff, names: Sequence[str]) -> Sign:
    return opinion_sign(look.scores.case.names.index(names[0])) if len(names) == 1 else _EQUAL


def _draw(sheet: Sheet, where: Triangle, region: Region, sign: Sign) -> None:
    """Draw where an opinion is ahead, and over it, darker, where it is clearly ahead."""
    pale = {"facecolor": tint(tint(sign.colour)), "hatch": sign.hatch, "edgecolor": tint(sign.colour), "linewidth": 0}
    strong = {"facecolor": tint(sign.colour), "hatch": sign.hatch, "edgecolor": sign.colour, "linewidth": 0}
    for label, corners, look in (
        ("ahead", region.ahead, pale),
        ("clear", region.clear, strong),
        ("edge", region.ahead, {"fill": False, **_EDGE}),
    ):
        if corners:
            patch = Polygon([where.at(corner) for corner in corners], closed=True, label=label, zorder=1, **look)
            sheet.page.add_artist(patch)
            patch.set_clip_on(False)


def _named_inside(sheet: Sheet, where: Triangle, region: Region, text: str, taken: Box) -> bool:
    """Write a name into its region if there is room for it beside the present point."""
    corners = [where.at(corner) for corner in region.ahead]
    for width in _NAMES:
        rows = wrapped(text, width, SMALL_STRONG, _MOST_ROWS)
        across, down = max(width_of(row, SMALL_STRONG) for row in rows) / 2 + 4, len(rows) * SMALL.leading / 2 + 3
        for x, y in _middles([where.at(corner) for corner in region.clear or region.ahead]):
            box = (x - across, y - down, x + across, y + down)
            if " ".join(rows) == clean(text) and _inside(box, corners) and not _overlap(box, taken):
                sheet.box(box[0], box[1], 2 * across, 2 * down, facecolor=palette.PAPER, alpha=0.85, zorder=4)
                sheet.write(rows, x, y - down + 3, SMALL_STRONG, align="center", zorder=5)
                return True
    return False


def _middles(corners: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Give places for a name: the middle of a polygon, then from there part of the way to each corner and each edge."""
    x = sum(corner[0] for corner in corners) / len(corners)
    y = sum(corner[1] for corner in corners) / len(corners)
    yield x, y
    edges = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in zip(corners, [*corners[1:], corners[0]], strict=True)]
    for part in (0.2, 0.4, 0.6):
        yield from ((x + part * (end[0] - x), y + part * (end[1] - y)) for end in (*corners, *edges))


def _inside(box: Box, corners: Sequence[tuple[float, float]]) -> bool:
    """Tell whether a box lies in a convex polygon: each of its corners on the same side of every edge."""
    turns = [
        (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True)
        for x in (box[0], box[2])
        for y in (box[1], box[3])
    ]
    return all(turn <= 0 for turn in turns) or all(turn >= 0 for turn in turns)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _numbers(sheet: Sheet, where: Triangle) -> None:
    for number in (0, 25, 50, 75, 100):
        x, y = where.at((0, number / 100))
        sheet.rule((x - 4, x), (y, y), color=palette.INK, linewidth=0.8)
        sheet.write([str(number)], x - 7, y - SMALL.leading / 2, SMALL, align="right", colour=palette.QUIET_INK)
        x, y = where.at((number / 100, 0))
        sheet.rule((x, x), (y, y + 4), color=palette.INK, linewidth=0.8)


def _put_key(sheet: Sheet, where: Triangle, key: Sequence[tuple[Sign, str]], across: str) -> None:
    """Write the key into the empty corner above the slope, or below the map where it is too long; go below the map."""
    left = where.left + _KEY_AT * SIDE
    room = sheet.width - MARGIN - left - _SWATCH
    beside = [(sign, wrapped(text, room, SMALL)) for sign, text in key]
    high = sum(len(rows) * SMALL.leading + _APART for _, rows in beside) > _KEY_AT * SIDE - 24
    fits = not high and fit([text for _, text in key], room, SMALL)
    if fits:
        _entries(sheet, left, where.bottom - SIDE, beside)
    sheet.y = where.bottom + 6
    weight_axis(sheet, across, maps.RIGHT)
    if not fits:
        wide = [(sign, wrapped(text, sheet.inner - _SWATCH, SMALL)) for sign, text in key]
        sheet.y = _entries(sheet, MARGIN, sheet.y + 10, wide)


def _entries(sheet: Sheet, left: float, top: float, key: Sequence[tuple[Sign, Sequence[str]]]) -> float:
    for sign, rows in key:
        look = {"facecolor": tint(sign.colour), "edgecolor": sign.colour, "hatch": 2 * sign.hatch, "linewidth": 0.8}
        sheet.box(left, top + 1, 16, 10, label="key", **look)
        sheet.write(rows, left + _SWATCH, top, SMALL)
        top += len(rows) * SMALL.leading + _APART
    return top


def weight_axis(sheet: Sheet, label: str, arrow: str = "") -> None:
    """Write the numbers of the weights and whose they are, and go below them."""
    sheet.ticks(("", ""))
    sheet.y += 2 - SMALL.leading
    rows = wrapped(f"{_axis_words(label)} {arrow}".strip(), sheet.right - sheet.left, SMALL)
    sheet.write(rows, (sheet.left + sheet.right) / 2, sheet.y, SMALL, align="center", colour=palette.QUIET_INK)
    sheet.y += len(rows) * SMALL.leading


def _axis_words(label: str) -> str:
    return said.weight_axis(clean(label) if len(clean(label)) <= _LONGEST else in_sentence(label))
