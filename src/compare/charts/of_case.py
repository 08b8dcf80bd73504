"""Pictures of a case: the table of answers, and what was said for and against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare import words
from compare.case import Attribute, Case, Criterion, Opinion, Rating
from compare.charts import captions, palette
from compare.charts.chart import Chart
from compare.charts.palette import opinion_sign
from compare.charts.parts import fit, in_sentence, is_open, names_in_full, still_open
from compare.charts.sheet import MARGIN, WIDTH, Sheet
from compare.charts.style import BODY, SMALL, SMALL_STRONG, STRONG, Type, clean, drawing, width_of, wrapped
from compare.errors import expect
from compare.interval import Interval
from compare.scoring import Scores
from compare.statements import elsewhere

_LABELS = 150.0
_NARROWEST = 96.0
_WIDEST = 130.0
_PAD = 5.0
_NUMBER = 26.0
_MOST_NOTES = 12
_NOTE_LINES = 4


@dataclass(frozen=True)
class _Cell:
    """What stands in one box: the answer in words, and what it is worth, 0-100; None for no answer of its own."""

    text: str
    value: Interval[float] | None
    is_open: bool = False
    number: bool = True


@dataclass(frozen=True)
class _Row:
    """A row of the table: a criterion (``strong``) or one of its attributes."""

    label: str
    small: str
    cells: tuple[_Cell, ...]
    strong: bool


def grid(scores: Scores) -> Chart:
    """Draw the comparison table: every answer in words, what it is worth, and which ones are open.

    Parameters
    ----------
    scores : Scores
        The case, its values and its weights.

    Returns
    -------
    Chart
        A row for each criterion, each attribute and the total; a column for each opinion.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> grid(score(Case(opinions=[{"name": "A", "ratings": {"goals": 70}}]))).name
    'grid'
    """
    expect(scores, Scores)
    names = scores.case.names
    column = _column_width(names)
    with drawing():
        sheet = Sheet(width=2 * MARGIN + _LABELS + column * len(names))
        sheet.title(captions.GRID_TITLE)
        sheet.lines(scores.heading(), BODY, palette.QUIET_INK)
        sheet.y += 8
        if not fit(names, column - 2 * _PAD - 12, STRONG):
            names_in_full(sheet, names)
        _heads(sheet, names, column)
        for row in _rows(scores):
            _draw_row(sheet, row, column)
        sheet.rule((MARGIN, sheet.width - MARGIN), (sheet.y, sheet.y), color=palette.INK, linewidth=1)
        sheet.notes(captions.GRID_NOTE)
        return sheet.chart("grid", captions.grid_alt([in_sentence(name) for name in names], still_open(scores)))


def _column_width(names: Sequence[str]) -> float:
    """Return how wide a column is: an equal part of the sheet, and wide enough for the longest usual word of a name."""
    longest = max(width_of(word, STRONG) for name in names for word in clean(name).split())
    narrowest = min(max(_NARROWEST, longest + 2 * _PAD + 14), _WIDEST)
    return max(narrowest, (WIDTH - 2 * MARGIN - _LABELS) / len(names))


def _rows(scores: Scores) -> Iterator[_Row]:
    for criterion in scores.case.criteria:
        small = captions.counts_for(scores.weights[criterion.key])
        if _is_one_question(scores.case, criterion):
            yield _Row(criterion.label, small, tuple(_answers(scores, criterion, None)), strong=True)
            continue
        yield _Row(criterion.label, small, tuple(_summaries(scores, criterion)), strong=True)
        for attribute in scores.case.asked_on(criterion):
            yield _Row(attribute.label, "", tuple(_answers(scores, criterion, attribute)), strong=False)
    total = tuple(_summary(total, is_open=False) for total in scores.totals.values())
    yield _Row(words.TOTAL, captions.counts_for(1.0), total, strong=True)


def _is_one_question(case: Case, criterion: Criterion) -> bool:
    """Tell whether a criterion is one question, so that one row says it all."""
    asked = case.asked_on(criterion)
    only = asked[0] if len(asked) == 1 else None
    return not criterion.attributes or (only is not None and only.label in {criterion.label, criterion.key})


def _summaries(scores: Scores, criterion: Criterion) -> Iterator[_Cell]:
    for name in scores.case.names:
        yield _summary(scores.values[name][criterion.key], is_open=is_open(scores, name, criterion.key))


def _summary(value: Interval[float], *, is_open: bool) -> _Cell:
    text = words.NOT_KNOWN if is_open else words.range_text(value)
    return _Cell(text, value, is_open=text == words.NOT_KNOWN, number=False)


def _answers(scores: Scores, criterion: Criterion, attribute: Attribute | None) -> Iterator[_Cell]:
    """Give each opinion's answer to one question (``attribute`` None: the only one of the criterion)."""
    for opinion in scores.case.opinions:
        given = scores.case.answers(opinion, criterion)
        worth = scores.case.worth[opinion.name][criterion.key]
        found = [
            (asked, rating, value.interval)
            for (asked, rating), (_, value) in zip(given, worth, strict=True)
            if attribute is None or (asked and asked.key == attribute.key)
        ]
        yield _answer(*found[0]) if found else _elsewhere(scores.case, opinion, criterion, attribute)


def _answer(asked: Attribute | None, rating: Rating, value: Interval[float]) -> _Cell:
    return _Cell(captions.answer_text(rating, asked), value, is_open=not rating.known)


def _elsewhere(case: Case, opinion: Opinion, criterion: Criterion, attribute: Attribute | None) -> _Cell:
    """Return the box of an attribute where the doctor answered for the whole criterion, for each goal, or for all of them."""
    asked, rating = next(case.answers(opinion, criterion))
    if asked is not None:
        return _Cell(elsewhere((asked.key,), attribute).text, None, is_open=False)
    text = captions.RATED_WHOLE if rating.known else captions.answer_text(rating, None)
    return _Cell(text, None, is_open=not rating.known)


def _heads(sheet: Sheet, names: Sequence[str], column: float) -> None:
    rows = [wrapped(name, column - 2 * _PAD - 12, STRONG) for name in names]
    height = max(map(len, rows)) * STRONG.leading + 4
    for place, lines in enumerate(rows):
        left = MARGIN + _LABELS + place * column
        sheet.point(left + _PAD + 3, sheet.y + STRONG.leading / 2, opinion_sign(place), on_scale=False)
        sheet.write(lines, left + _PAD + 11, sheet.y, STRONG)
    sheet.y += height
    sheet.rule((MARGIN, sheet.width - MARGIN), (sheet.y, sheet.y), color=palette.INK, linewidth=1)


def _draw_row(sheet: Sheet, row: _Row, column: float) -> None:
    kind = SMALL_STRONG if row.strong else SMALL
    indent = 4 if row.strong else 12
    label = wrapped(row.label, _LABELS - indent - 8, kind)
    texts = [wrapped(cell.text, column - 2 * _PAD - 6, kind) for cell in row.cells]
    tallest = max(
        len(lines) * kind.leading + (SMALL.leading if _has_bar(cell) else 0)
        for lines, cell in zip(texts, row.cells, strict=True)
    )
    height = max(tallest, (len(label) + bool(row.small)) * kind.leading) + 9
    if row.strong:
        sheet.box(MARGIN, sheet.y, sheet.inner, height, facecolor=palette.BAND, zorder=-2)
    sheet.write(label, MARGIN + indent, sheet.y + 4, kind)
    if row.small:
        below = sheet.y + 4 + len(label) * kind.leading
        sheet.write([row.small], MARGIN + indent, below, SMALL, colour=palette.QUIET_INK)
    for place, (cell, lines) in enumerate(zip(row.cells, texts, strict=True)):
        _draw_cell(sheet, cell, lines, (MARGIN + _LABELS + place * column, column, height), kind)
    sheet.y += height
    sheet.rule((MARGIN, sheet.width - MARGIN), (sheet.y, sheet.y), color=palette.LINE, linewidth=0.6, zorder=-1)


def _has_bar(cell: _Cell) -> bool:
    return cell.value is not None and not cell.is_open


def _draw_cell(sheet: Sheet, cell: _Cell, lines: Sequence[str], place: tuple[float, float, float], kind: Type) -> None:
    left, column, height = place
    if cell.is_open:
        dashes = {"edgecolor": palette.OPEN_LINE, "linewidth": 1, "linestyle": (0, (3, 2)), "label": "open"}
        sheet.box(left + 3, sheet.y + 2.5, column - 6, height - 5, facecolor=palette.PAPER, **dashes)
    sheet.write(lines, left + _PAD + 3, sheet.y + 4, kind)
    if not _has_bar(cell) or cell.value is None:
        return
    if cell.number:
        number, top = words.whole(cell.value.mean), sheet.y + height - 4 - SMALL.leading
        sheet.write([number], left + column - _PAD - 3, top, SMALL_STRONG, align="right")
    _mini_bar(sheet, cell.value, (left + _PAD + 3, sheet.y + height - 12, column - 2 * _PAD - 6 - _NUMBER))


def _mini_bar(sheet: Sheet, value: Interval[float], place: tuple[float, float, float]) -> None:
    """Draw a value as a small bar: up to the low end dark, from low to high light."""
    left, top, width = place
    sheet.box(left, top, width, 4, facecolor=palette.PAPER, edgecolor=palette.LINE, linewidth=0.6, zorder=0)
    sheet.box(left, top, width * value.high / 100, 4, facecolor=palette.LINE, label="high")
    sheet.box(left, top, width * value.low / 100, 4, facecolor=palette.QUIET_INK, label="low")
    mean = left + width * value.mean / 100
    sheet.rule((mean, mean), (top - 1.5, top + 5.5), color=palette.INK, linewidth=1.6)


def pros_cons(case: Case) -> Chart:
    """Draw what was said for and against each opinion, in two columns.

    Parameters
    ----------
    case : Case
        The opinions with their pros and cons; where there are none, the picture says so.

    Returns
    -------
    Chart
        A block for each opinion.

    Examples
    --------
    >>> pros_cons(Case(opinions=[{"name": "A", "pros": ["close to home"]}])).alt
    'What was said for and against each opinion. A: 1 for, 0 against. The list gives every word.'
    """
    expect(case, Case)
    with drawing():
        sheet = Sheet()
        sheet.title(captions.PROS_CONS_TITLE)
        for place, opinion in enumerate(case.opinions):
            sheet.y += 8
            _notes_of(sheet, opinion, place)
        counts = [(in_sentence(opinion.name), len(opinion.pros), len(opinion.cons)) for opinion in case.opinions]
        return sheet.chart("pros_cons", captions.pros_cons_alt(counts))


def _notes_of(sheet: Sheet, opinion: Opinion, place: int) -> None:
    rows = wrapped(opinion.name, sheet.inner - 26, STRONG)
    height = len(rows) * STRONG.leading + 6
    sheet.box(MARGIN, sheet.y, sheet.inner, height, facecolor=palette.BAND)
    sheet.point(MARGIN + 10, sheet.y + 3 + STRONG.leading / 2, opinion_sign(place), on_scale=False)
    sheet.write(rows, MARGIN + 20, sheet.y + 3, STRONG)
    sheet.y += height + 4
    if not opinion.pros and not opinion.cons:
        sheet.lines(captions.NO_NOTES, BODY, palette.QUIET_INK)
        return
    top, half = sheet.y, sheet.inner / 2
    columns = (
        (captions.FOR, "+", opinion.pros, captions.NOTHING_FOR),
        (captions.AGAINST, "\u2212", opinion.cons, captions.NOTHING_AGAINST),
    )
    bottoms = [_column(sheet, MARGIN + side * half, half, column) for side, column in enumerate(columns)]
    middle = MARGIN + half - 4
    sheet.y = max(bottoms)
    sheet.rule((middle, middle), (top, sheet.y), color=palette.LINE, linewidth=0.8)


def _column(sheet: Sheet, left: float, width: float, column: tuple[str, str, Sequence[str], str]) -> float:
    """Write one column of notes and return where it ends."""
    head, sign, notes, nothing = column
    y = sheet.y
    sheet.write([head], left + 6, y, SMALL_STRONG, colour=palette.QUIET_INK)
    y += SMALL.leading + 2
    if not notes:
        sheet.write(wrapped(nothing, width - 20, BODY), left + 6, y, BODY, colour=palette.QUIET_INK)
        return y + BODY.leading
    for note in notes[:_MOST_NOTES]:
        lines = wrapped(note, width - 34, BODY, _NOTE_LINES)
        sheet.write([sign], left + 6, y, STRONG)
        sheet.write(lines, left + 20, y, BODY)
        y += len(lines) * BODY.leading + 3
    if len(notes) > _MOST_NOTES:
        sheet.write([captions.more(len(notes) - _MOST_NOTES)], left + 20, y, BODY, colour=palette.QUIET_INK)
        y += BODY.leading
    return y
