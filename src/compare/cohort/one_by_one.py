"""Cases whose ranges bend: worked out one at a time, by the very lines of one family's case.

A range that reaches over a knot of its scale is no even spread of values, so that the columns' shortcuts do not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from compare.answers import NOT_KNOWN, Answer
from compare.cohort.format import Asked, Format
from compare.cohort.kernel import shares_in
from compare.cohort.standing import Cases
from compare.distributions import GridSum, Piece, Race
from compare.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def shares_one_by_one(
    batch: pa.RecordBatch, form: Format, weights: Weights | None, cases: Cases, first: NDArray[np.intp]
) -> tuple[Floats, Floats]:
    """Return what `compare.cohort.chances.shares_of` does, for cases of any kind of answer.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        The rows, without faults.
    form : Format
        What its columns mean.
    weights : Weights, optional
        How much each criterion counts, as for `compare.cohort.kernel.sums_of`.
    cases : Cases
        Which rows are one case.
    first : array of shape (rows,)
        The row of the first opinion of each row's case.
    """
    counts, _ = shares_in(batch, form, weights)
    by_row = {key: np.broadcast_to(counts[key], len(batch)) for key in form.keys}
    rows = batch.to_pylist()
    shares, ahead = np.ones(len(rows)), np.full(len(rows), np.nan)
    for start, size in zip(cases.starts, cases.sizes, strict=True):
        members = range(start, start + size)
        race = Race([GridSum.of(list(_terms(rows[at], form, {k: by_row[k][at] for k in form.keys}))) for at in members])
        shares[start : start + size] = np.clip(race.first_shares, 0.0, 1.0)
        for at in members:
            if at != first[at]:
                ahead[at] = race.ahead_share(int(first[at] - start), int(at - start))
    return shares, ahead


def _terms(row: Mapping[str, Any], form: Format, counts: Mapping[str, float]) -> Iterator[list[Piece]]:
    rated = {asked.criterion for asked in form.questions if asked.attribute is None and _answer(row, asked) is not None}
    split = {asked.criterion for asked in form.questions if asked.attribute is not None}
    for asked in form.questions:
        direct = asked.attribute is None
        if direct == (asked.criterion in rated or asked.criterion not in split):
            part = counts[asked.criterion] * asked.share
            yield [
                (share, part * low, part * high) for share, low, high in asked.scale.value(_answer(row, asked)).pieces
            ]


def _answer(row: Mapping[str, Any], asked: Asked) -> Answer:
    single, low, high = (_plain(row.get(column), asked) for column in asked.columns)
    return single if low is None or high is None else (low, high)


def _plain(raw: Any, asked: Asked) -> float | str | None:
    if raw is None or raw in NOT_KNOWN:
        return None
    return str(raw) if asked.in_words else float(raw)
