"""A map of the layers: what each doctor said on each, whether they agree, and who can settle it where they do not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import opinion_sign
from compare.charts.parts import fit, names_in_full
from compare.charts.sheet import MARGIN, WIDTH, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, STRONG, clean, drawing, width_of, wrapped
from compare.disagreement import Difference, Differences
from compare.errors import expect
from compare.words import differing

_LABELS = 96.0
_AGREES = 84.0
_SETTLES = 112.0
_NARROWEST = 96.0
_WIDEST = 130.0
_PAD = 5.0
_LINES = 6
_SENTENCE_LINES = 6
_BEGIN = "▶ "


@dataclass(frozen=True)
class _Mark:
    """How an agreement is marked: a sign, a fill, the ink on it, and its outline."""

    sign: str
    fill: str
    ink: str
    edge: str


_DEEP = opinion_sign(0).colour

_MARKS: Mapping[str, _Mark] = {
    "same": _Mark("=", palette.PAPER, palette.INK, palette.LINE),
    "minor": _Mark("≈", palette.tint(_DEEP), palette.INK, _DEEP),
    "major": _Mark("≠", _DEEP, palette.PAPER, _DEEP),
    "not stated": _Mark("?", palette.PAPER, palette.QUIET_INK, palette.OPEN_LINE),
}
"""The stronger the difference, the deeper the one colour; no colour means good or bad."""

_DASHED = (0, (3, 2))


def differences(result: Differences) -> Chart:
    """Draw where the doctors agree and differ, layer by layer.

    Parameters
    ----------
    result : Differences
        Where they differ.

    Returns
    -------
    Chart
        A row for each layer: the answers side by side, how they agree (a sign, a word and a fill), who can settle it.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.disagreement import differences as find
    >>> differences(find(Case(opinions=[{"name": "A"}, {"name": "B"}]))).name
    'differences'
    """
    expect(result, Differences)
    names = result.names
    column = _column_width(names)
    with drawing():
        sheet = Sheet(width=2 * MARGIN + _LABELS + _AGREES + _SETTLES + column * len(names))
        sheet.title(differing.HEADING)
        for sentence in result.sentences()[:2]:
            sheet.lines(sentence, BODY, palette.QUIET_INK, limit=_SENTENCE_LINES)
        sheet.space(8)
        if not fit(names, column - 2 * _PAD - 12, STRONG):
            names_in_full(sheet, names)
        _heads(sheet, names, column)
        for row in result.layers:
            _draw_row(sheet, row, column, begin=row is result.decides)
        sheet.notes(differing.MAP_NOTE)
        return sheet.chart("differences", " ".join([differing.MAP_ALT, *result.sentences()]))


def _column_width(names: Sequence[str]) -> float:
    """Return how wide a column is: an equal part of what is left, and wide enough for the longest usual word of a name."""
    longest = max(width_of(word, STRONG) for name in names for word in clean(name).split())
    narrowest = min(max(_NARROWEST, longest + 2 * _PAD + 14), _WIDEST)
    return max(narrowest, (WIDTH - 2 * MARGIN - _LABELS - _AGREES - _SETTLES) / len(names))


def _heads(sheet: Sheet, names: Sequence[str], column: float) -> None:
    rows = [wrapped(name, column - 2 * _PAD - 12, STRONG) for name in names]
    heads = ((differing.AGREES, _AGREES), (differing.SETTLES, _SETTLES))
    height = max(map(len, rows)) * STRONG.leading + 4
    for place, lines in enumerate(rows):
        left = MARGIN + _LABELS + place * column
        sheet.point(left + _PAD + 3, sheet.y + STRONG.leading / 2, opinion_sign(place), on_scale=False)
        sheet.write(lines, left + _PAD + 11, sheet.y, STRONG)
    left = MARGIN + _LABELS + len(names) * column
    for head, width in heads:
        sheet.write(wrapped(head, width - 2 * _PAD, SMALL_STRONG), left + _PAD, sheet.y, SMALL_STRONG)
        left += width
    sheet.y += max(height, 2 * SMALL_STRONG.leading + 4)
    sheet.rule((MARGIN, sheet.width - MARGIN), (sheet.y, sheet.y), color=palette.INK, linewidth=1)


def _draw_row(sheet: Sheet, row: Difference, column: float, *, begin: bool) -> None:
    label = wrapped(row.layer.label, _LABELS - 2 * _PAD, SMALL_STRONG)
    texts = [wrapped(text or differing.NOT_SAID, column - 2 * _PAD - 4, SMALL, _LINES) for text in row.answers.values()]
    word = wrapped(row.in_words, _AGREES - 2 * _PAD - 18, SMALL_STRONG, _LINES)
    settles = wrapped(row.specialty, _SETTLES - 2 * _PAD, SMALL, _LINES) if row.differs else ()
    lines = max(len(label) + begin, len(word), len(settles), *map(len, texts))
    height = lines * SMALL.leading + 9
    if begin:
        sheet.box(MARGIN, sheet.y, sheet.inner, height, facecolor=palette.BAND, zorder=-2, label="begin")
        below = sheet.y + 4 + len(label) * SMALL.leading
        sheet.write([_BEGIN + differing.BEGIN_HERE], MARGIN + _PAD, below, SMALL, colour=_DEEP)
    sheet.write(label, MARGIN + _PAD, sheet.y + 4, SMALL_STRONG)
    for place, (text, said) in enumerate(zip(texts, row.answers.values(), strict=True)):
        _draw_answer(sheet, text, (MARGIN + _LABELS + place * column, column, height), is_open=said is None)
    left = MARGIN + _LABELS + len(texts) * column
    _draw_mark(sheet, row, word, (left, height))
    sheet.write(settles, left + _AGREES + _PAD, sheet.y + 4, SMALL)
    sheet.y += height
    sheet.rule((MARGIN, sheet.width - MARGIN), (sheet.y, sheet.y), color=palette.LINE, linewidth=0.6, zorder=-1)


def _draw_answer(sheet: Sheet, text: Sequence[str], place: tuple[float, float, float], *, is_open: bool) -> None:
    left, column, height = place
    if is_open:
        look = {"edgecolor": palette.OPEN_LINE, "linewidth": 1, "linestyle": _DASHED, "label": "open"}
        sheet.box(left + 2, sheet.y + 2.5, column - 4, height - 5, facecolor=palette.PAPER, **look)
    ink = palette.QUIET_INK if is_open else palette.INK
    sheet.write(text, left + _PAD + 2, sheet.y + 4, SMALL, colour=ink)


def _draw_mark(sheet: Sheet, row: Difference, word: Sequence[str], place: tuple[float, float]) -> None:
    left, height = place
    mark = _MARKS[row.agreement]
    line = _DASHED if row.agreement == "not stated" else "solid"
    look = {"edgecolor": mark.edge, "linewidth": 1, "linestyle": line, "label": row.agreement}
    sheet.box(left + 3, sheet.y + 2.5, _AGREES - 6, height - 5, facecolor=mark.fill, **look)
    sheet.write([mark.sign], left + _PAD + 3, sheet.y + 4, STRONG, colour=mark.ink)
    sheet.write(word, left + _PAD + 16, sheet.y + 4, SMALL_STRONG, colour=mark.ink)
