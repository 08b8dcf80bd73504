"""Who is ahead in each of many cases, and how sure: the rules of one family's case, on columns.

The rows of a case stand together. Most cases have two or three rows, so each row is held beside the one below it, then the
one below that, and so on: plain columns, no loop over cases.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from compare import limits
from compare.cohort.masks import put
from compare.distributions import CELLS, TOLERANCE
from compare.interval import Interval
from compare.scoring import CLOSE_GAP, CLOSE_SHARES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]
    Mask = NDArray[np.bool_]

SURE = ("too close", "likely", "whatever")
"""How sure it is, from the least on."""

TOO_CLOSE, LIKELY, WHATEVER, UNDECIDED = 0, 1, 2, 3

_LEAST = 2 * (CLOSE_SHARES[1] - 0.5 + 0.01)
"""How likely a difference must be to lie nearer its mean than 0 is, so that it counts as likely; a little is left for the grid."""


@dataclass(frozen=True)
class Cases:
    """Rows in groups: which rows are one case.

    Parameters
    ----------
    together : array of bool of shape (rows - 1,)
        Which rows belong to the same case as the row below.
    """

    together: Mask

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return len(self.together) + 1

    @cached_property
    def starts(self) -> Places:
        """Return the first row of each case."""
        return np.flatnonzero(np.append(True, ~self.together))

    @cached_property
    def sizes(self) -> Places:
        """Return how many rows each case has."""
        return np.diff(self.starts, append=self.rows)

    @cached_property
    def steps(self) -> list[Mask]:
        """Return for each distance 1, 2 ... which rows have a row of the same case so far below them."""
        steps = [self.together]
        while steps[-1].any() and len(steps) < limits.ITEMS:
            steps.append(steps[-1][:-1] & self.together[len(steps) :])
        return steps[:-1]

    def count(self, mask: Mask) -> NDArray[np.uint8]:
        """Return for each row how many rows of its case are in a mask."""
        counts = mask.astype(np.uint8)
        for step, same in enumerate(self.steps, 1):
            counts[step:] += same & mask[:-step]
            counts[:-step] += same & mask[step:]
        return counts

    def has(self, mask: Mask) -> Mask:
        """Tell for each row whether any row of its case is in a mask."""
        found = mask.copy()
        for step, same in enumerate(self.steps, 1):
            found[step:] |= same & mask[:-step]
            found[:-step] |= same & mask[step:]
        return found

    def only(self, chosen: Mask) -> Cases:
        """Return the chosen cases alone; a case is chosen with all its rows."""
        ends = np.append(self.together, False)[chosen]
        return Cases(ends[:-1])


@dataclass(frozen=True)
class Standing:
    """Where each row stands in its case.

    Parameters
    ----------
    ranks : array of shape (rows,)
        1 plus how many opinions of the case have a strictly higher mean total; equal ones share a rank.
    first : array of shape (rows,)
        The row of the first opinion of the case (of equal ones the first in the file).
    gaps : array of shape (rows,)
        How far each mean total is below that of the first, 0-100.
    sure : array of shape (rows,)
        How sure it is that the first is ahead of this opinion: a place in `SURE`, or `UNDECIDED`.
    """

    ranks: NDArray[np.uint8]
    first: Places
    gaps: Floats
    sure: NDArray[np.int8]


def standing_of(cases: Cases, total: Interval[Any], parts: Iterable[Interval[Any]], bent: Places) -> Standing:
    """Return where each row stands.

    Parameters
    ----------
    cases : Cases
        Which rows are one case.
    total : Interval
        Totals, columns of shape ``(rows,)``.
    parts : iterable of Interval
        What the totals are made of.
    bent : array
        Rows whose open answers are not spread evenly, so that no simple bound holds.
    """
    ranks = _ranks(cases, total.mean)
    first = _first(cases, ranks)
    gaps = total.mean[first] - total.mean
    sure = _sure(total, first, gaps, bent)
    open_rows = np.flatnonzero(sure == UNDECIDED)
    open_rows = open_rows[~np.isin(open_rows, bent) & ~np.isin(first[open_rows], bent)]
    sure[open_rows[_likely_by_spread(parts, open_rows, first[open_rows], gaps[open_rows])]] = LIKELY
    return Standing(ranks, first, gaps, sure)


def _ranks(cases: Cases, mean: Floats) -> NDArray[np.uint8]:
    ranks = np.ones(cases.rows, dtype=np.uint8)
    for step, same in enumerate(cases.steps, 1):
        above = mean[:-step] - mean[step:]
        ranks[step:] += same & (above > TOLERANCE)
        ranks[:-step] += same & (above < -TOLERANCE)
    return ranks


def _first(cases: Cases, ranks: NDArray[np.uint8]) -> Places:
    """Return for each row the first row of its case that has rank 1."""
    leading = ranks == 1
    for step, same in enumerate(cases.steps, 1):
        leading[step:] &= ~(same & (ranks[:-step] == 1))
    places: Places = leading * np.arange(cases.rows)
    first = places.copy()
    for step, same in enumerate(cases.steps, 1):
        first[step:] += same * places[:-step]
        first[:-step] += same * places[step:]
    return first


def _sure(total: Interval[Any], first: Places, gaps: Floats, bent: Places) -> NDArray[np.int8]:
    """Return how sure each row is, as far as the ends of the totals tell.

    The difference of two sums of evenly spread answers is symmetric about its mean and has one hump, so that a share of at
    least ``gap / half-width`` of it lies nearer the mean than 0 is.
    """
    half = (total.high - total.low) / 2
    sure = np.full(len(gaps), UNDECIDED, dtype=np.int8)
    put(LIKELY, sure, gaps >= _LEAST * (half[first] + half))
    if len(bent):
        unsafe = np.zeros(len(gaps), dtype=bool)
        unsafe[bent] = True
        sure[unsafe | unsafe[first]] = UNDECIDED
    put(WHATEVER, sure, total.low[first] > total.high)
    put(TOO_CLOSE, sure, gaps < CLOSE_GAP - TOLERANCE)
    return sure


def _likely_by_spread(parts: Iterable[Interval[Any]], rows: Places, first: Places, gaps: Floats) -> Mask:
    """Tell which rows are likely by how far their open answers spread.

    At least ``gap / (sqrt(3) sigma)`` of a distribution with one hump lies nearer its middle than the gap (Gauss 1823); and
    the variance of a part is at most that of a single answer as wide as the part.
    """
    widths = [part.high - part.low for part in parts]
    variance = sum((width[rows] ** 2 + width[first] ** 2) / 12 for width in widths)
    likely: Mask = gaps >= _LEAST * np.sqrt(3 * variance)
    return likely


def of_first(cases: Cases, found: Standing, sure: NDArray[np.int8]) -> NDArray[np.int8]:
    """Return how sure each row is, the first opinion of a case as sure as the least sure of the others."""
    leading = found.first == np.arange(cases.rows)
    close = cases.has((sure == TOO_CLOSE) & ~leading)
    likely = cases.has((sure == LIKELY) & ~leading)
    least = np.full(cases.rows, WHATEVER, dtype=np.int8)
    put(LIKELY, least, likely)
    put(TOO_CLOSE, least, close)
    put(sure, least, ~leading)
    return least


def likely_by_share(ahead: Floats) -> NDArray[np.int8]:
    """Return how sure it is by the share of ways in which the first is ahead."""
    return np.where(ahead <= CLOSE_SHARES[1], np.int8(TOO_CLOSE), np.int8(LIKELY))


def plain_shares(cases: Cases, total: Interval[Any], found: Standing) -> Floats:
    """Return in what share of the ways each opinion is first, where that needs no working out; NaN elsewhere.

    It needs none where the first is ahead of every other whatever the open answers are, and where all is known of a case.
    """
    width = total.high - total.low
    level = found.ranks == 1
    clear = total.low[found.first] - total.high > (width[found.first] + width) / (2 * CELLS) + TOLERANCE
    tied = cases.count(level)
    settled = (tied == 1) & ~cases.has(~clear & ~level) | ~cases.has(width > TOLERANCE)
    return np.where(settled, np.where(level, 1.0 / tied, 0.0), np.nan)
