"""The sum for many opinions at once: the same lines as for one family's case, on columns.

``V_i = sum_k w_k v_ik``, ``v_ik = sum_a u_a v_ia``: `Interval` adds and multiplies columns as it does numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from compare.cohort.answers import Worth, added_up, worth_of
from compare.cohort.cells import numbers_or_nan
from compare.cohort.faults import Fault, faults_where
from compare.cohort.format import RATING, WEIGHT, Format
from compare.errors import CompareError
from compare.interval import Interval
from compare.weights import Weights, equal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Sums:
    """What each opinion of a batch comes to.

    Parameters
    ----------
    values, parts : mapping of str to Interval
        By criterion, 0-100: its value, and what it adds to the total; columns of shape ``(rows,)``.
    total : Interval
        The totals, 0-100.
    bent : array
        The rows that have a range in which not every value is equally likely.
    open : int
        How many answers nobody knows.
    faults : tuple of Fault
        What is wrong in the batch.
    """

    values: Mapping[str, Interval[Any]]
    parts: Mapping[str, Interval[Any]]
    total: Interval[Any]
    bent: NDArray[np.intp]
    open: int
    faults: tuple[Fault, ...]


def sums_of(batch: pa.RecordBatch, form: Format, weights: Weights | None = None) -> Sums:
    """Return what each opinion of a batch comes to.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        One row an opinion.
    form : Format
        What its columns mean.
    weights : Weights, optional
        How much each criterion counts in every case. Without them: the weights in the row; where there are none, equal ones.
    """
    shares, faults = shares_in(batch, form, weights)
    values: dict[str, Interval[Any]] = {}
    bent: list[NDArray[np.intp]] = []
    still_open = 0
    for key in form.keys:
        answered = [worth_of(batch, *question) for question in form.by_criterion[key]]
        faults += (fault for worth in answered for fault in worth.faults)
        bent += (worth.ranges.bent for worth in answered if worth.ranges is not None)
        values[key], unknown = _criterion(answered, len(batch), faults)
        still_open += unknown
    parts = {key: value * shares[key] for key, value in values.items()}
    return Sums(values, parts, Interval.sum(parts.values()), _unique(bent), still_open, tuple(faults))


def _unique(rows: list[NDArray[np.intp]]) -> NDArray[np.intp]:
    return np.unique(np.concatenate(rows)) if any(map(len, rows)) else np.zeros(0, dtype=np.intp)


def _criterion(answered: list[Worth], rows: int, faults: list[Fault]) -> tuple[Interval[Any], int]:
    """Return what a criterion is worth, and how many of its answers nobody knows; a direct rating stands for all of them."""
    *attributes, direct = answered
    if not attributes:
        return added_up([direct], rows), direct.count_open(rows)
    value = added_up(attributes, rows)
    if direct.open is True:
        return value, sum(worth.count_open(rows) for worth in attributes)
    rated = ~direct.open
    for worth in attributes:
        faults += _twice(worth, rated)
    columns = ((getattr(whole, end) for whole in (added_up([direct], rows), value)) for end in ("low", "mean", "high"))
    unknown = sum(int(np.count_nonzero(~rated & worth.open)) for worth in attributes)
    return Interval(*(np.where(rated, *pair) for pair in columns)), unknown


def _twice(worth: Worth, rated: NDArray[np.bool_]) -> list[Fault]:
    return faults_where(
        rated & ~np.broadcast_to(worth.open, rated.shape),
        RATING + worth.asked.criterion,
        lambda _: CompareError(
            "This is answered twice.",
            found=f"a number here and an answer in `{worth.asked.column}`",
            allowed="one number for the whole, or answers to its questions",
            fix="keep one of the two",
        ),
    )


def shares_in(batch: pa.RecordBatch, form: Format, weights: Weights | None) -> tuple[Mapping[str, Any], list[Fault]]:
    """Return the share of each criterion: a number for all rows, or a column; and what is wrong with the weights."""
    if weights is not None or not form.weight_columns:
        return weights or equal(form.keys), []
    columns: dict[str, Floats] = {}
    faults: list[Fault] = []
    for key in form.keys:
        columns[key], wrong = numbers_or_nan(batch.column(WEIGHT + key), WEIGHT + key)
        faults += (*wrong, *_off_weights(columns[key], WEIGHT + key))
    given = np.array(list(columns.values()))
    missing = np.isnan(given)
    nobody = missing.all(axis=0)
    total = np.where(nobody, 1.0, given.sum(axis=0))
    faults += _weight_faults(form, missing.any(axis=0) & ~nobody, total)
    with np.errstate(invalid="ignore", divide="ignore"):
        return {key: np.where(nobody, 1 / len(columns), column / total) for key, column in columns.items()}, faults


def _off_weights(numbers: Floats, column: str) -> list[Fault]:
    return faults_where(
        (numbers < 0) | (numbers > 100),
        column,
        lambda row: CompareError(
            "A weight is a number from 0 to 100.",
            found=f"{numbers[row]:g}",
            allowed="0 to 100",
            fix="write a number from 0 to 100; 0 means that it does not count",
        ),
    )


def _weight_faults(form: Format, partly: NDArray[np.bool_], total: Floats) -> Iterator[Fault]:
    first = form.weight_columns[0]
    yield from faults_where(
        partly,
        first,
        lambda _: CompareError(
            "Some criteria have no weight.",
            found="a weight for some of them",
            allowed="a weight for every criterion, or for none",
            fix="add them; 0 means that a criterion does not count",
        ),
    )
    yield from faults_where(
        total == 0,
        first,
        lambda _: CompareError(
            "No criterion counts.",
            found="0 for every criterion",
            allowed="at least one above 0",
            fix="raise one of them",
        ),
    )


def terms_of(batch: pa.RecordBatch, form: Format, weights: Weights | None = None) -> tuple[Floats, Floats]:
    """Return the ends between which each answer alone moves its total, evenly: two arrays of shape ``(rows, answers)``."""
    shares, _ = shares_in(batch, form, weights)
    terms: list[Interval[Any]] = []
    rows = len(batch)
    for key in form.keys:
        *attributes, direct = (worth_of(batch, *question) for question in form.by_criterion[key])
        rated = ~np.broadcast_to(direct.open, rows) if attributes else np.ones(rows, dtype=bool)
        for worth, counts in (*((worth, ~rated) for worth in attributes), (direct, rated)):
            terms.append(added_up([worth], rows) * (shares[key] * counts))
    return np.stack([term.low for term in terms], axis=1), np.stack([term.high for term in terms], axis=1)
