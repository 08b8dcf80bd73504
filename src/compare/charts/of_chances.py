"""A picture of what may happen: a hundred dots for each opinion, one for each person, on the same grid.

A filled dot is a person to whom it happens, a half-filled one lies inside the range that the doctor gave, an empty one is a
person to whom it does not happen. Words stay words; what is not known is an empty dashed field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from compare.case import Case
from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import Sign, opinion_sign
from compare.charts.parts import fit, in_sentence, names_in_full
from compare.charts.sheet import MARGIN, WIDTH, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, STRONG, Type, clean, drawing, width_of, wrapped
from compare.outcomes import Chance, Outcome, Outcomes, what_may_happen
from compare.statements import side_by_side
from compare.words import chances as told

MOST_OUTCOMES = 12
_SIDE = 10
_NARROWEST = 120.0
_WIDEST_STEP = 11.0
_GAP = 12.0
_BESIDE = 240.0
_FACT_LINES = 4

Line = tuple[str, Type, str]
"""A text, its size and its colour."""


@dataclass(frozen=True)
class _Layout:
    """Where things stand in a row of fields: how wide a column is, how many lines the names take."""

    column: float
    name_rows: int = 1

    @property
    def step(self) -> float:
        """Return how far two dots are apart."""
        return min((self.column - _GAP) / _SIDE, _WIDEST_STEP)

    @property
    def field(self) -> float:
        """Return how wide and tall a field of a hundred dots is."""
        return self.step * _SIDE

    @property
    def beside(self) -> bool:
        """Tell whether the words stand beside the field."""
        return self.column >= _BESIDE

    @property
    def text(self) -> float:
        """Return how wide the words may be."""
        return self.column - _GAP - (self.field + 10 if self.beside else 0)

    def name_lines(self, name: str) -> tuple[str, ...]:
        """Return a name in lines that fit above a field."""
        return wrapped(name, self.column - _GAP - 12, SMALL_STRONG, 2)


def chances(
    case: Case, outcome: str | Sequence[str] | None = None, *, most: int = MOST_OUTCOMES, titled: bool = True
) -> Chart:
    """Draw what may happen with each opinion as a hundred dots on the same grid.

    Parameters
    ----------
    case : Case
        The opinions with their outcomes and side effects.
    outcome : str or sequence of str, optional
        Only this one, or these. Without it: everything that at least one opinion gives a number for, one below the other.
    most : int
        How many to draw at most, those that most opinions give a number for; what is left out is said.
    titled : bool
        Whether the title stands in the picture; a page has its own.

    Returns
    -------
    Chart
        A field of dots for each opinion, and in words: to how many it happens and to how many not, by when, among whom,
        from which source. Rules R9-R13; the form follows Trevena et al. 2021 and Zikmund-Fisher et al. 2014.

    Raises
    ------
    CompareError
        No opinion names that outcome.

    Examples
    --------
    >>> effects = [{"name": "Leakage", "chance": {"answer": 6, "time": "1 year"}}]
    >>> print(chances(Case(opinions=[{"name": "A", "side_effects": effects}, {"name": "B"}])).alt)
    A hundred dots for each opinion, one for each person. Leakage: A, happens to 6 of 100, does not happen to 94 of 100; B, not known. The table gives the numbers.
    """
    found = _asked_for(case, outcome)
    drawn = found.outcomes if outcome is not None else found.most_stated(most)
    with drawing():
        layout = _layout(case.names)
        sheet = Sheet(width=max(WIDTH, 2 * MARGIN + layout.column * len(case.names)))
        if titled:
            sheet.title(told.TITLE)
        if not drawn:
            return _empty(sheet, found)
        _legend(sheet)
        if not fit(case.names, layout.column - _GAP - 12, SMALL_STRONG, 2):
            sheet.space(4)
            names_in_full(sheet, case.names)
        sources = side_by_side(case).sources
        for item in drawn:
            _band(sheet, item, layout, sources)
        _foot(sheet, found, drawn, sources)
        return sheet.chart("chances", _alt(drawn))


def _asked_for(case: Case, outcome: str | Sequence[str] | None) -> Outcomes:
    if outcome is None or isinstance(outcome, str):
        return what_may_happen(case, outcome)
    return Outcomes(case, tuple(each for name in outcome for each in what_may_happen(case, name).outcomes))


def _layout(names: Sequence[str]) -> _Layout:
    layout = _Layout(max(_NARROWEST, (WIDTH - 2 * MARGIN) / max(len(names), 2)))
    return replace(layout, name_rows=max(len(layout.name_lines(name)) for name in names))


def _empty(sheet: Sheet, found: Outcomes) -> Chart:
    sheet.lines(told.NO_NUMBERS, BODY)
    if found.only_named:
        sheet.space(4)
        sheet.lines(told.left_out([in_sentence(name) for name in found.only_named]), BODY, limit=6)
    sheet.notes(told.ASK_FOR_NUMBERS)
    return sheet.chart("chances", told.NO_NUMBERS)


def _legend(sheet: Sheet) -> None:
    sign = opinion_sign(0)
    sheet.lines(told.LEGEND_TITLE, SMALL, palette.QUIET_INK)
    x, middle = MARGIN + 5, sheet.y + SMALL.leading / 2 + 2
    for look, text in (("full", told.HAPPENS), ("left", told.MAY_HAPPEN), ("none", told.DOES_NOT)):
        _dots(sheet, [(x, middle)], look, Sign(palette.QUIET_INK, sign.hatch, "o"), 7, label="key")
        sheet.write([text], x + 8, sheet.y + 2, SMALL, colour=palette.QUIET_INK)
        x += width_of(text, SMALL) + 26
    sheet.space(SMALL.leading + 6)


def _band(sheet: Sheet, outcome: Outcome, layout: _Layout, sources: Mapping[str, str]) -> None:
    """Draw one outcome: its name, and a field with its words for each opinion."""
    sheet.space(8)
    rows = wrapped(outcome.name, sheet.inner - 16, STRONG)
    height = len(rows) * STRONG.leading + 6
    sheet.box(MARGIN, sheet.y, sheet.inner, height, facecolor=palette.BAND)
    sheet.write(rows, MARGIN + 8, sheet.y + 3, STRONG)
    sheet.space(height + 5)
    if outcome.warning:
        sheet.lines(outcome.warning, SMALL, limit=4)
        sheet.space(3)
    top = sheet.y
    bottoms = [_cell(sheet, chance, place, layout, sources) for place, chance in enumerate(outcome.chances)]
    for left, _ in pairwise(range(len(bottoms))):
        x = MARGIN + (left + 1) * layout.column - _GAP / 2
        sheet.rule((x, x), (top, max(bottoms)), color=palette.LINE, linewidth=0.6)
    sheet.y = max(bottoms)


def _cell(sheet: Sheet, chance: Chance, place: int, layout: _Layout, sources: Mapping[str, str]) -> float:
    """Draw what one opinion says about one outcome and return where it ends."""
    left, sign = MARGIN + place * layout.column, opinion_sign(place)
    names = layout.name_lines(chance.opinion)
    sheet.point(left + 4, sheet.y + SMALL.leading / 2, sign, on_scale=False)
    sheet.write(names, left + 12, sheet.y, SMALL_STRONG)
    top = sheet.y + layout.name_rows * SMALL.leading + 4
    _field(sheet, chance, (left, top), layout, sign)
    x, y = (left + layout.field + 10, top) if layout.beside else (left, top + layout.field + 5)
    for text, kind, colour in _words(chance, sources, layout.text):
        lines = wrapped(text, layout.text, kind, _FACT_LINES)
        sheet.write(lines, x, y, kind, colour=colour)
        y += len(lines) * kind.leading + 1
    return max(y, top + layout.field) + 4


def _field(sheet: Sheet, chance: Chance, corner: tuple[float, float], layout: _Layout, sign: Sign) -> None:
    """Draw the hundred dots of a number, or an empty field: dashed where something is still open."""
    left, top = corner
    if chance.state != "number":
        line = (0, (3, 2)) if chance.state != "does not apply" else "solid"
        sheet.box(
            left, top, layout.field, layout.field, facecolor=palette.PAPER, edgecolor=palette.OPEN_LINE, linewidth=0.8,
            linestyle=line, label="open" if chance.state == "open" else chance.state,
        )  # fmt: skip
        text = chance.frames[0] if chance.state != "words" else told.WORDS_ONLY
        lines = wrapped(text, layout.field - 10, SMALL)
        middle = top + (layout.field - len(lines) * SMALL.leading) / 2
        sheet.write(lines, left + layout.field / 2, middle, SMALL, align="center", colour=palette.QUIET_INK)
        return
    filled, half = chance.icons
    places = [
        (left + (at % _SIDE + 0.5) * layout.step, top + (at // _SIDE + 0.5) * layout.step) for at in range(_SIDE**2)
    ]
    size = layout.step * 0.72
    _dots(sheet, places[:filled], "full", sign, size, label="happens")
    _dots(sheet, places[filled : filled + half], "left", sign, size, label="may happen")
    _dots(sheet, places[filled + half :], "none", sign, size, label="does not")


def _dots(sheet: Sheet, at: Sequence[tuple[float, float]], look: str, sign: Sign, size: float, *, label: str) -> None:
    if not at:
        return
    edge = palette.OPEN_LINE if look == "none" else sign.colour
    xs, ys = zip(*at, strict=True)
    sheet.rule(
        xs, ys, linestyle="none", marker="o", markersize=size, fillstyle=look, markerfacecolor=sign.colour,
        markerfacecoloralt=palette.PAPER, markeredgecolor=edge, markeredgewidth=0.7, label=label,
    )  # fmt: skip


def _words(chance: Chance, sources: Mapping[str, str], width: float) -> list[Line]:
    """Return what stands beside the dots: both frames in the same type, then where the number comes from."""
    rating = chance.rating
    if chance.amounts:
        where = told.from_source(sources.get(rating.source or ""), rating.said_by)
        said = [told.in_their_words(rating.words)] if rating.words else []
        return [*_frames(chance, chance.amounts, width), *map(_quiet, [*chance.facts, where, *said])]
    if chance.state == "words":
        by = told.said_by(rating.said_by) if rating.said_by else None
        return [(chance.frames[0], SMALL_STRONG, palette.INK), *map(_quiet, filter(None, [chance.convention, by]))]
    return []


def _quiet(text: str) -> Line:
    return text, SMALL, palette.QUIET_INK


def _frames(chance: Chance, amounts: tuple[str, str], width: float) -> list[Line]:
    """Return both frames, each on one line where both fit, else each with its number on a line of its own."""
    lines: Sequence[str] = chance.frames
    if max(width_of(text, SMALL_STRONG) for text in lines) > width:
        lines = (told.HAPPENS_TO, amounts[0], told.DOES_NOT_HAPPEN_TO, amounts[1])
    return [(text, SMALL_STRONG, palette.INK) for text in lines]


def _foot(sheet: Sheet, found: Outcomes, drawn: Sequence[Outcome], sources: Mapping[str, str]) -> None:
    used = {chance.rating.source for outcome in drawn for chance in outcome.stated}
    lines = [told.source_line(number, clean(text)) for text, number in sources.items() if text in used]
    more = []
    if len(drawn) > 1 or found.outcomes != tuple(drawn):
        left = len(found.stated) - len(drawn)
        more += [told.not_drawn(left)] if left > 0 else []
        more += [told.left_out([in_sentence(name) for name in found.only_named])] if found.only_named else []
    sheet.space(4)
    sheet.notes(*more, told.NOT_ONE_PERSON)
    if lines:
        sheet.space(4)
        sheet.lines(told.SOURCES, SMALL_STRONG, palette.QUIET_INK)
        for line in lines:
            sheet.lines(line, SMALL, palette.QUIET_INK)


def _alt(drawn: Sequence[Outcome]) -> str:
    return told.alt(
        [(in_sentence(item.name), [(in_sentence(one.opinion), _both(one)) for one in item.chances]) for item in drawn]
    )


def _both(chance: Chance) -> str:
    """Return both frames of a number as one text (R10), or the doctor's words."""
    return ", ".join(filter(None, chance.frames)) if chance.amounts else in_sentence(chance.frames[0])
