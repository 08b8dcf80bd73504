"""The answers of a batch of rows, question by question: what each is worth, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import pyarrow as pa

from compare.cohort.cells import codes_in, numbers_in, off_scale
from compare.cohort.faults import Fault, faults_where
from compare.cohort.format import Asked
from compare.cohort.scales import Coded, NumberScale, WordScale
from compare.errors import CompareError
from compare.interval import Interval

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from compare.values import Curve, Levels, Linear

    Floats = NDArray[np.float64]
    Mask = NDArray[np.bool_]
    Places = NDArray[np.intp]

_LARGEST_TABLE = 4_096


@dataclass(frozen=True)
class Ranges:
    """The answers to one question that are ranges: their rows, what they are worth, and which are not spread evenly."""

    rows: Places
    worth: Interval[Floats]
    bent: Places


@dataclass(frozen=True)
class Worth:
    """What the answers to one question are worth, times the share of the question in its criterion.

    Most answers are one number, so only their lowest value fills a column; what is open, and what is a range, is kept by row.

    Parameters
    ----------
    asked : Asked
        The question.
    low : array of shape (rows,), Coded or float
        The lowest value of each answer.
    span : float
        How far an answer that nobody knows reaches above its lowest value.
    open : array of bool of shape (rows,), or True
        Which answers nobody knows; True where the file has no column for them.
    ranges : Ranges, optional
        Those that are ranges.
    faults : tuple of Fault
        What is wrong.
    """

    asked: Asked
    low: Any
    span: float
    open: Any
    ranges: Ranges | None = None
    faults: tuple[Fault, ...] = ()

    @cached_property
    def open_rows(self) -> Places:
        """Return the rows of the answers that nobody knows."""
        return np.flatnonzero(self.open)

    def count_open(self, rows: int) -> int:
        """Return how many of ``rows`` answers nobody knows."""
        return rows if self.open is True else int(np.count_nonzero(self.open))


def added_up(answers: Sequence[Worth], rows: int) -> Interval[Floats]:
    """Return the sum of answers: what is known of them, and over it what is open, each evenly over its reach."""
    low, width, lift = np.zeros(rows), np.zeros(rows), None
    for coded in _together(worth.low for worth in answers if isinstance(worth.low, Coded)):
        low += coded.low.take(coded.codes, mode="clip")
        width += coded.span.take(coded.codes, mode="clip")
    for worth in answers:
        if worth.open is True:
            width += worth.span
        elif not isinstance(worth.low, Coded):
            width[worth.open_rows] += worth.span
        if not isinstance(worth.low, Coded):
            low += worth.low
        if worth.ranges is not None:
            lift = np.zeros(rows) if lift is None else lift
            ranged, at = worth.ranges.worth, worth.ranges.rows
            width[at] += ranged.width
            lift[at] += ranged.mean - (ranged.low + ranged.high) / 2
    mean = low + width / 2
    return Interval(low, mean if lift is None else mean + lift, low + width)


def _together(coded: Iterable[Coded]) -> list[Coded]:
    """Return answers in words, those of several questions in one table as long as the table stays small."""
    made: list[Coded] = []
    for one in coded:
        if made and len(made[-1].low) * len(one.low) <= _LARGEST_TABLE:
            made[-1] = made[-1].with_other(one)
        else:
            made.append(one)
    return made


def worth_of(batch: pa.RecordBatch, asked: Asked, columns: Sequence[str]) -> Worth:
    """Return what the answers of a batch to one question are worth, read from the columns that there are for it."""
    if not columns:
        low, high = (asked.share * end for end in asked.scale.ends)
        return Worth(asked, low, high - low, open=True)
    return (_words if asked.in_words else _numbers)(batch, asked, columns)


def _numbers(batch: pa.RecordBatch, asked: Asked, columns: Sequence[str]) -> Worth:
    scale = number_scale(asked)
    read: dict[str, Any] = {}
    faults: list[Fault] = []
    for column in columns:
        numbers, missing, wrong = numbers_in(batch.column(column), column)
        read[column] = numbers, missing
        faults += wrong or off_scale(numbers, missing, column, asked)
    least, most = scale.ends
    low, missing = np.full(len(batch), least), np.ones(len(batch), dtype=bool)
    if asked.column in read:
        numbers, missing = read[asked.column]
        low = scale.line(numbers)
    worth = Worth(asked, low, most - least, missing, None, tuple(faults))
    low[worth.open_rows] = least
    if len(columns) == 1:
        return worth
    (first, no_first), (last, no_last) = (read[column] for column in asked.columns[1:])
    rows = np.flatnonzero(~no_first & ~no_last)
    faults += _range_faults(asked, missing, no_first, no_last, (first > last) & ~no_first & ~no_last)
    ends = [np.asarray(end[rows], dtype=float) for end in (first, last)]
    ranges = Ranges(rows, scale.between(*ends), rows[scale.bends(*ends)])
    return _with_ranges(Worth(asked, low, most - least, missing, ranges, tuple(faults)))


def _words(batch: pa.RecordBatch, asked: Asked, columns: Sequence[str]) -> Worth:
    read: dict[str, tuple[Coded, Mask]] = {}
    faults: list[Fault] = []
    for column in columns:
        words, codes, missing = codes_in(batch.column(column))
        scale = word_scale(asked, words)
        for place, error in scale.faults.items():
            faults += faults_where(codes == place, column, lambda _, error=error: error)
        silent = scale.unknown[:-1].any()
        read[column] = Coded(codes, scale.low, scale.span), scale.unknown[codes] if silent else missing
    least, most = (asked.share * end for end in asked.scale.ends)
    nothing = Coded(np.zeros(len(batch), dtype=np.int32), np.array([least]), np.array([most - least]))
    coded, missing = read.get(asked.column, (nothing, np.ones(len(batch), dtype=bool)))
    if len(columns) == 1:
        return Worth(asked, coded, most - least, missing, None, tuple(faults))
    (first, no_first), (last, no_last) = (read[column] for column in asked.columns[1:])
    rows = np.flatnonzero(~no_first & ~no_last)
    faults += _range_faults(asked, missing, no_first, no_last, np.zeros(len(batch), dtype=bool))
    ends = [end.low[end.codes[rows]] for end in (first, last)]
    low, high = np.minimum(*ends), np.maximum(*ends)
    ranges = Ranges(rows, Interval(low, (low + high) / 2, high), rows[:0])
    return _with_ranges(Worth(asked, coded.low[coded.codes], most - least, missing, ranges, tuple(faults)))


@lru_cache(maxsize=1_024)
def number_scale(asked: Asked) -> NumberScale:
    """Return the scale of a question that is answered in numbers."""
    return NumberScale.of(cast("Linear | Curve", asked.scale), asked.share)


@lru_cache(maxsize=1_024)
def word_scale(asked: Asked, words: tuple[Any, ...]) -> WordScale:
    """Return the scale of a question that is answered in words, for a file's own list of them."""
    return WordScale.of(cast("Levels", asked.scale), words, asked.share)


def _with_ranges(worth: Worth) -> Worth:
    """Return answers with those that are ranges put in."""
    ranges, low, still_open = cast("Ranges", worth.ranges), worth.low.copy(), worth.open.copy()
    low[ranges.rows], still_open[ranges.rows] = ranges.worth.low, False
    return replace(worth, low=low, open=still_open)


def _range_faults(asked: Asked, missing: Mask, no_low: Mask, no_high: Mask, turned: Mask) -> Iterator[Fault]:
    column, low, high = asked.columns
    both = "an answer, or both ends of a range"
    yield from faults_where(
        no_low != no_high,
        low,
        lambda _: CompareError(
            "A range has two ends.",
            found="one of them",
            allowed=both,
            fix="fill in the other end as well",
        ),
    )
    yield from faults_where(
        ~missing & ~(no_low & no_high),
        column,
        lambda _: CompareError("This is answered twice.", found="an answer and a range", allowed=both, fix="keep one"),
    )
    yield from faults_where(
        turned,
        low,
        lambda _: CompareError(
            "The range runs the wrong way round.",
            found=f"`{low}` above `{high}`",
            allowed="the lower end first",
            fix="swap the two",
        ),
    )
