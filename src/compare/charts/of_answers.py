"""The pictures of what the doctors of many cases said: the first opinion beside the last, as a matrix and as a flow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.of_cohort import headed
from compare.charts.palette import opinion_sign
from compare.charts.sheet import MARGIN, Sheet
from compare.charts.style import SMALL, SMALL_STRONG, drawing, wrapped
from compare.cohort.pairs import Pairs
from compare.cohort.summary import Summary
from compare.errors import expect
from compare.words import cohort_pictures as drawn
from compare.words import cohort_summary as told

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[np.intp]

_LABELS = 168.0
_MOST_ANSWERS = 8
_ROOM_BELOW = 6.0
_FLOW_HEIGHT = 300.0
_NODE = 12.0


def agreement(summary: Summary, layer: str, *, titled: bool = True) -> Chart:
    """Draw what the first and the last doctor of each case said on a layer, as a matrix.

    Parameters
    ----------
    summary : Summary
        What was counted.
    layer : str
        Which layer.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        The most frequent answers, the first opinion down, the last one across; the deeper, the more cases.

    Examples
    --------
    >>> from compare.cohort.summary import summarise
    >>> from compare.samples import cohort_path
    >>> agreement(summarise([cohort_path()]), "stage").name
    'agreement'
    """
    expect(summary, Summary)
    pairs = summary.pairs(layer)
    order = _most_frequent(pairs)
    with drawing():
        values = "; ".join(told.named(one.name, one.value, one.low, one.high) for one in summary.agreement[layer])
        sheet = headed(f"{told.SAME_AND_OTHER}: {summary.label(layer)}", values or told.NONE, titled=titled)
        _matrix(sheet, pairs, order)
        notes = [drawn.MATRIX_NOTE, *([drawn.MOST_FREQUENT] if len(order) < len(pairs.names) else [])]
        sheet.notes(*notes, *summary.cautions()[-3:-2])
        return sheet.chart("agreement", drawn.matrix_alt(summary.label(layer), _told_pairs(pairs, order)))


def _most_frequent(pairs: Pairs) -> list[int]:
    """Return the most frequent answers, in the order of their names."""
    shown = np.where(pairs.hidden, 0, pairs.table)
    often = np.argsort(-(shown.sum(axis=0) + shown.sum(axis=1)), kind="stable")[:_MOST_ANSWERS]
    return sorted(int(place) for place in often)


def _told_pairs(pairs: Pairs, order: Sequence[int]) -> list[str]:
    shown = [(int(pairs.table[row, at]), pairs.names[row], pairs.names[at]) for row in order for at in order]
    hidden = {(pairs.names[row], pairs.names[at]) for row in order for at in order if pairs.hidden[row, at]}
    largest = sorted((cell for cell in shown if cell[0] and cell[1:] not in hidden), reverse=True)[:_MOST_ANSWERS]
    return [drawn.moved(first, last, count) for count, first, last in largest]


def _matrix(sheet: Sheet, pairs: Pairs, order: Sequence[int]) -> None:
    size = (sheet.inner - _LABELS) / max(1, len(order))
    heads = [wrapped(pairs.names[place], size - 6, SMALL_STRONG, 4) for place in order]
    sheet.write([f"{drawn.LAST_ACROSS} →"], MARGIN + _LABELS, sheet.y, SMALL, colour=palette.QUIET_INK)
    sheet.write([f"{drawn.FIRST_DOWN} ↓"], MARGIN, sheet.y, SMALL, colour=palette.QUIET_INK)
    sheet.space(SMALL.leading + 2)
    for at, rows in enumerate(heads):
        sheet.write(rows, MARGIN + _LABELS + at * size + 3, sheet.y, SMALL_STRONG)
    sheet.space(max(map(len, heads), default=0) * SMALL.leading + 4)
    shown = np.where(pairs.hidden, 0, pairs.table)
    for row in order:
        lines = wrapped(pairs.names[row], _LABELS - 10, SMALL_STRONG, 2)
        sheet.write(lines, MARGIN, sheet.y + 6, SMALL_STRONG)
        for at, column in enumerate(order):
            share = shown[row, column] / max(1, shown[row].sum())
            _square(sheet, MARGIN + _LABELS + at * size, size, share, _cell(pairs, row, column))
        sheet.space(34)


def _cell(pairs: Pairs, row: int, column: int) -> str:
    return told.HIDDEN if pairs.hidden[row, column] else f"{int(pairs.table[row, column]):,}"


def _square(sheet: Sheet, left: float, size: float, share: float, text: str) -> None:
    deep = opinion_sign(0).colour
    colour = palette.PAPER if share == 0 else palette.tint(deep) if share < 0.5 else deep
    ink = palette.PAPER if share >= 0.5 else palette.INK
    sheet.box(left + 1, sheet.y, size - 2, 32, facecolor=colour, edgecolor=palette.LINE, linewidth=0.8, label="cell")
    sheet.write([text], left + size / 2, sheet.y + 10, SMALL, align="center", colour=ink)


def flow(summary: Summary, layer: str = "treatment", *, titled: bool = True) -> Chart:
    """Draw how plans move from the first opinion of each case to the last.

    Parameters
    ----------
    summary : Summary
        What was counted.
    layer : str
        Another layer than the treatment.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        First plans to the left, last plans to the right, bands as wide as there are cases; hidden counts are not drawn.

    Examples
    --------
    >>> from compare.cohort.summary import summarise
    >>> from compare.samples import cohort_path
    >>> flow(summarise([cohort_path()])).name
    'flow'
    """
    expect(summary, Summary)
    pairs = summary.pairs(layer)
    order = _most_frequent(pairs)
    shown = np.where(pairs.hidden, 0, pairs.table)[np.ix_(order, order)]
    names = [pairs.names[place] for place in order]
    title = told.FLOW if layer == "treatment" else f"{told.SAME_AND_OTHER}: {summary.label(layer)}"
    with drawing():
        sheet = headed(title, told.FLOW_LEAD, titled=titled)
        _bands(sheet, names, shown)
        sheet.notes(drawn.FLOW_NOTE, *([drawn.MOST_FREQUENT] if len(order) < len(pairs.names) else []))
        return sheet.chart("flow", drawn.flow_alt(_told_pairs(pairs, order)))


def _bands(sheet: Sheet, names: Sequence[str], shown: Counts) -> None:
    total = max(1, int(shown.sum()))
    scale = (_FLOW_HEIGHT - _ROOM_BELOW * (len(names) - 1)) / total
    left, right = MARGIN + 150, sheet.width - MARGIN - 150
    at_left, at_right = _tops(shown.sum(axis=1) * scale, sheet.y), _tops(shown.sum(axis=0) * scale, sheet.y)
    for place, name in enumerate(names):
        for tops, sums, x, align in (
            (at_left, shown.sum(axis=1), left, "right"),
            (at_right, shown.sum(axis=0), right, "left"),
        ):
            _plan(sheet, (x, tops[place], sums[place] * scale), name if sums[place] else "", (align, place))
    used_left, used_right = list(at_left), list(at_right)
    for row in range(len(names)):
        for column in np.flatnonzero(shown[row]):
            height = shown[row, column] * scale
            _band(sheet, (left + _NODE, used_left[row]), (right, used_right[column]), height, row, same=row == column)
            used_left[row] += height
            used_right[column] += height
    sheet.space(_FLOW_HEIGHT + 6)


def _tops(heights: Counts, top: float) -> list[float]:
    return [top + float(heights[:place].sum()) + _ROOM_BELOW * place for place in range(len(heights))]


def _plan(sheet: Sheet, where: tuple[float, float, float], name: str, how: tuple[str, int]) -> None:
    (x, top, height), (align, place) = where, how
    sheet.box(x, top, _NODE, max(height, 0.5), facecolor=opinion_sign(place).colour, label="plan")
    rows = wrapped(name, 138, SMALL, 2)
    beside = x - 6 if align == "right" else x + _NODE + 6
    first = top + height / 2 - len(rows) * SMALL.leading / 2
    sheet.write(rows, beside, first, SMALL, align=align)


def _band(
    sheet: Sheet, start: tuple[float, float], end: tuple[float, float], height: float, place: int, *, same: bool
) -> None:
    (x0, y0), (x1, y1) = start, end
    middle = (x0 + x1) / 2
    points = [
        (x0, y0), (middle, y0), (middle, y1), (x1, y1),
        (x1, y1 + height), (middle, y1 + height), (middle, y0 + height), (x0, y0 + height), (x0, y0),
    ]  # fmt: skip
    curve = [Path.CURVE4] * 3
    codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
    colour = palette.TRACK if same else opinion_sign(place).colour
    look = {"facecolor": colour, "edgecolor": "none", "alpha": 1.0 if same else 0.55, "label": "band"}
    sheet.page.add_artist(PathPatch(Path(points, codes), zorder=0 if same else 1, **look))
