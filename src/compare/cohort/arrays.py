"""Many small decisions that are in memory as plain arrays: the same sum, the same ranks, the same rule for what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cohort.chances import shares_of
from compare.cohort.standing import SURE, UNDECIDED, Cases, likely_by_share, of_first, plain_shares, standing_of
from compare.errors import CompareError, quoted
from compare.interval import Interval

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ScoredArrays:
    """What many decisions come to; every array has the shape ``(cases, opinions)``.

    Parameters
    ----------
    total : Interval
        Totals, 0-100.
    ranks : array of int
        1 plus how many opinions of the case have a strictly higher mean total; equal ones share a rank.
    gaps : array
        How far each mean total is below that of the first, 0-100.
    sure : array of str
        How sure it is that the first is ahead: ``"whatever"``, ``"likely"``, ``"too close"``.
    first_shares : array
        In what share of the ways the open answers could turn out each is first, 0-1; NaN where it was not worked out.
    """

    total: Interval[Any]
    ranks: NDArray[np.uint8]
    gaps: Floats
    sure: NDArray[np.str_]
    first_shares: Floats


def score_arrays(values: ArrayLike, weights: ArrayLike | None = None, *, shares: bool = False) -> ScoredArrays:
    """Score many decisions of the same size.

    Parameters
    ----------
    values : array of shape (cases, opinions, criteria)
        What each opinion is worth on each criterion, 0-100; NaN is not known and counts as anything from 0 to 100.
    weights : array of shape (criteria,) or (cases, criteria), optional
        How much each criterion counts, in any unit; without them all count the same.
    shares : bool
        Whether to work out in what share of the ways each is first, also where that takes long.

    Raises
    ------
    CompareError
        The arrays do not fit together, or a number is off its scale.

    Examples
    --------
    >>> found = score_arrays([[[70, 20], [40, np.nan]], [[50, 50], [50, 50]]], weights=[3, 1])
    >>> found.total.mean.round(1).tolist(), found.ranks.tolist(), found.sure.tolist()
    ([[57.5, 42.5], [50.0, 50.0]], [[1, 2], [1, 1]], [['whatever', 'whatever'], ['too close', 'too close']])
    """
    numbers = _checked_values(values)
    count, opinions, criteria = numbers.shape
    by_row = np.repeat(_checked_weights(weights, count, criteria), opinions, axis=0)
    unknown = np.isnan(numbers)
    low, mean, high = (np.where(unknown, end, numbers).reshape(-1, criteria) * by_row for end in (0.0, 50.0, 100.0))
    parts = [Interval[Any](*ends) for ends in zip(low.T, mean.T, high.T, strict=True)]
    total = Interval.sum(parts)
    cases = Cases(np.arange(1, count * opinions) % opinions != 0)
    found = standing_of(cases, total, parts, np.zeros(0, dtype=np.intp))
    chances, sure = plain_shares(cases, total, found), found.sure
    rows = np.flatnonzero(wanted := cases.has((sure == UNDECIDED) | (np.isnan(chances) if shares else False)))
    if len(rows):
        worked_out, ahead = shares_of(
            cases.only(wanted), low[rows], high[rows], np.searchsorted(rows, found.first[rows])
        )
        chances[rows] = np.where(np.isnan(chances[rows]) & shares, worked_out, chances[rows])
        sure[rows] = np.where(sure[rows] == UNDECIDED, likely_by_share(ahead), sure[rows])
    told = np.array(SURE)[of_first(cases, found, sure)]
    shape = count, opinions
    shaped = Interval[Any](*(end.reshape(shape) for end in (total.low, total.mean, total.high)))
    ranks, gaps = found.ranks.reshape(shape), found.gaps.reshape(shape)
    return ScoredArrays(shaped, ranks, gaps, told.reshape(shape), chances.reshape(shape))


def _checked_values(values: ArrayLike) -> Floats:
    numbers = np.asarray(values, dtype=float)
    if numbers.ndim != 3 or 0 in numbers.shape:
        raise CompareError(
            "Values have three sides.",
            found=f"shape {numbers.shape}",
            allowed="(cases, opinions, criteria)",
            fix="shape them so, also for one case",
        )
    if (numbers < 0).any() or (numbers > 100).any():
        wrong = numbers[(numbers < 0) | (numbers > 100)][0]
        raise CompareError(
            "A value is off its scale.",
            found=f"{wrong:g}",
            allowed="0 to 100, or NaN for not known",
            fix="put every answer on 0 to 100 first",
        )
    return numbers


def _checked_weights(weights: ArrayLike | None, cases: int, criteria: int) -> Floats:
    """Return shares that add up to 1, shape ``(cases, criteria)``."""
    given = np.ones(criteria) if weights is None else np.asarray(weights, dtype=float)
    if given.shape not in {(criteria,), (cases, criteria)}:
        raise CompareError(
            "The weights do not fit the values.",
            found=f"shape {given.shape}",
            allowed=f"({criteria},) or ({cases}, {criteria})",
            fix="give one weight for each criterion",
        )
    if not (given >= 0).all() or not np.isfinite(given).all() or not (given.sum(axis=-1) > 0).all():
        raise CompareError(
            "These are no weights.",
            found=quoted(str(given.min())),
            allowed="numbers from 0, not all of a case 0",
            fix="give each case a weight above 0",
        )
    shared: Floats = np.broadcast_to(given / given.sum(axis=-1, keepdims=True), (cases, criteria))
    return shared
