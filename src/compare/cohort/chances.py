"""In what share of the ways the open answers could turn out each opinion is first: worked out, for many cases at once.

The same grids as in `compare.distributions` for one family's case: an open answer is a running mean over the grid of the
sum so far. All rows with the same number of open answers go through the same steps together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cohort.standing import Cases
from compare.distributions import CELLS, TOLERANCE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]

_BLOCK = 2_048


@dataclass(frozen=True)
class Grids:
    """The distributions of many sums of evenly spread answers.

    Parameters
    ----------
    low, step, mean : array of shape (rows,)
        The first grid point, the distance between two (0: the sum is known), the mean.
    mass : array of shape (rows, cells)
        The probability at each grid point.
    """

    low: Floats
    step: Floats
    mean: Floats
    mass: Floats

    @classmethod
    def of(cls, lows: Floats, highs: Floats) -> Grids:
        """Return the grids of sums whose answers lie between given ends, arrays of shape ``(rows, answers)``."""
        low, high = lows.sum(axis=1), highs.sum(axis=1)
        step = (high - low) / CELLS
        step[step * CELLS <= TOLERANCE] = 0.0
        widths = np.sort(
            np.divide(highs - lows, step[:, None], out=np.zeros_like(lows), where=step[:, None] > 0), axis=1
        )
        wide = np.count_nonzero(widths, axis=1)
        mass = np.zeros((len(low), CELLS + int(wide.max(initial=0)) + 2))
        mass[:, 0] = 1.0
        for count in np.unique(wide[wide > 0]):
            rows = np.flatnonzero(wide == count)
            spread = mass[rows]
            for place in range(-count, 0):
                spread = _spread(spread, widths[rows, place])
            mass[rows] = spread
        return cls(low, step, ((lows + highs) / 2).sum(axis=1), mass)

    @cached_property
    def below(self) -> Floats:
        """Return the distribution function before each cell, and after the last; shape ``(rows, cells + 1)``."""
        return np.cumsum(np.pad(self.mass, ((0, 0), (1, 0))), axis=1)

    @cached_property
    def areas(self) -> Floats:
        """Return the integral of the distribution function up to each edge of a cell, in steps."""
        middles = (self.below[:, 1:] + self.below[:, :-1]) / 2
        return np.cumsum(np.pad(middles, ((0, 0), (1, 0))), axis=1)

    def below_outcomes(self, one: Places, rival: Places) -> Floats:
        """Return how likely each rival is below each outcome of another sum: its cells, or its one value in place 0."""
        cells, step = self.mass.shape[1], self.step[one][:, None]
        edges = self.low[one][:, None] + (np.arange(cells + 1) - 0.5) * step
        areas = self._areas_up_to(edges, rival)
        chances = np.divide(np.diff(areas, axis=1), step, out=np.zeros((len(one), cells)), where=step > 0)
        points = np.flatnonzero(self.step[one] == 0)
        chances[points, 0] = self._below_value(self.mean[one[points]], rival[points])
        return chances

    def _areas_up_to(self, edges: Floats, rival: Places) -> Floats:
        """Return the integral of the rivals' distribution functions up to given edges."""
        step = self.step[rival][:, None]
        part, cell, beyond = self._place(edges, rival)
        at = cell + (rival * self.below.shape[1])[:, None]
        inside = self.areas.take(at) + part * self.below.take(at)
        inside += part * part * self.mass.take(cell + (rival * self.mass.shape[1])[:, None]) / 2
        inside += beyond * self.below[rival, -1][:, None]
        return np.where(step > 0, inside * step, np.maximum(0.0, edges - self.mean[rival][:, None]))

    def _below_value(self, value: Floats, rival: Places) -> Floats:
        """Return how likely each rival is below a value, a tie counted half."""
        part, cell, _ = self._place(value[:, None], rival)
        inside = self.below[rival, cell[:, 0]] + part[:, 0] * self.mass[rival, cell[:, 0]]
        above = value - self.mean[rival]
        point = np.where(np.abs(above) <= TOLERANCE, 0.5, above > 0)
        return np.where(self.step[rival] > 0, inside, point)

    def _place(self, x: Floats, rival: Places) -> tuple[Floats, Places, Floats]:
        """Return what part of a cell of the rivals lies below ``x``, which cell, and how many steps it is beyond the last."""
        cells, step = self.mass.shape[1], self.step[rival][:, None]
        place = np.divide(x - self.low[rival][:, None], step, out=np.zeros(x.shape), where=step > 0) + 0.5
        inside = np.clip(place, 0.0, cells)
        cell = np.minimum(inside.astype(np.intp), cells - 1)
        return inside - cell, cell, np.maximum(0.0, place - cells)


def _spread(mass: Floats, width: Floats) -> Floats:
    """Add an evenly spread answer of a given width (in steps) to each grid, its mean kept exactly."""
    rows, cells = mass.shape
    whole, height = np.floor(width), 1 / width
    part = width - whole
    last, beyond = height * (0.5 + part - part * part / 2), height * part * part / 2
    sums = np.zeros((rows, cells + 1))
    np.cumsum(mass, axis=1, out=sums[:, 1:])
    before = np.arange(-1, cells + 1) - whole.astype(np.intp)[:, None]
    left = sums.take(np.clip(before, 0, cells) + (np.arange(rows) * (cells + 1))[:, None])
    moved = np.diff(left, axis=1)
    wide = height[:, None] * (mass / 2 + sums[:, :-1] - left[:, 2:])
    wide += last[:, None] * moved[:, 1:] + beyond[:, None] * moved[:, :-1]
    narrow = np.flatnonzero(width <= 2)
    wide[narrow] = _blurred(mass[narrow], width[narrow])
    return np.asarray(wide)


def _blurred(mass: Floats, width: Floats) -> Floats:
    """Add an answer of at most two steps to each grid: three neighbours share each point."""
    part, height = np.maximum(width - 1, 0.0), 1 / np.maximum(width, 1.0)
    upper = height * part * part / 2
    first = np.where(width < 1, 1 - width / 2, height / 2)[:, None]
    second = np.where(width < 1, width / 2, height / 2 + height * part - upper)[:, None]
    third = np.where(width < 1, 0.0, upper)[:, None]
    result = first * mass
    result[:, 1:] += second * mass[:, :-1]
    result[:, 2:] += third * mass[:, :-2]
    return result


def shares_of(cases: Cases, lows: Floats, highs: Floats, first: Places) -> tuple[Floats, Floats]:
    """Return in what share of the ways each row is first, and in what share the first of its case is ahead of it.

    Parameters
    ----------
    cases : Cases
        Which rows are one case.
    lows, highs : array of shape (rows, answers)
        Between which ends each answer moves its total.
    first : array of shape (rows,)
        The row of the first opinion of each row's case.

    Returns
    -------
    tuple of array of shape (rows,)
        Shares of first places, 0-1, adding up to 1 in each case; shares ahead, a tie counted half (NaN for the first itself).
    """
    shares, ahead = np.ones(cases.rows), np.full(cases.rows, np.nan)
    for begin, end in _blocks(cases):
        start = int(cases.starts[begin])
        part = Cases(cases.together[start : start + int(cases.sizes[begin:end].sum()) - 1])
        rows = slice(start, start + part.rows)
        local = first[rows] - start
        shares[rows], ahead[rows] = _race(part, Grids.of(lows[rows], highs[rows]), local)
    return shares, ahead


def _blocks(cases: Cases) -> list[tuple[int, int]]:
    edges = np.searchsorted(cases.starts, np.arange(0, cases.rows, _BLOCK))
    cuts = np.unique(np.append(edges, len(cases.starts)))
    return [(int(a), int(b)) for a, b in pairwise(cuts)]


def _race(cases: Cases, grids: Grids, first: Places) -> tuple[Floats, Floats]:
    """Return what `shares_of` does, for a few cases."""
    shares, ahead = np.ones(cases.rows), np.full(cases.rows, np.nan)
    one, rival = _pairs(cases)
    if not len(one):
        return shares, ahead
    chances, outcomes = grids.below_outcomes(one, rival), _outcomes(grids)
    groups = np.flatnonzero(np.diff(one, prepend=-1))
    contested = one[groups]
    products = np.multiply.reduceat(chances, groups, axis=0)
    shares[contested] = np.einsum("ij,ij->i", outcomes[contested], products)
    shares /= np.repeat(np.add.reduceat(shares, cases.starts), cases.sizes)
    alone = np.einsum("ij,ij->i", outcomes[one], chances)
    finer = grids.step[one] <= grids.step[rival]
    _ahead_of(ahead, one, rival, first, np.where(finer, alone, np.nan))
    _ahead_of(ahead, rival, one, first, np.where(finer & (grids.step[one] < grids.step[rival]), 1 - alone, np.nan))
    return shares, ahead


def _ahead_of(ahead: Floats, one: Places, rival: Places, first: Places, share: Any) -> None:
    """Note the shares of the pairs whose one is the first of its case, where there is one to note."""
    told = (first[rival] == one) & ~np.isnan(share)
    ahead[rival[told]] = share[told]


def _outcomes(grids: Grids) -> Floats:
    """Return the probability of each outcome: of the cells, or 1 for the one value of a sum that is known."""
    known = np.zeros_like(grids.mass)
    known[:, 0] = 1.0
    return np.where(grids.step[:, None] > 0, grids.mass, known)


def _pairs(cases: Cases) -> tuple[Places, Places]:
    """Return every two rows of the same case, both ways round, the ones in order."""
    below = [(np.flatnonzero(same), step) for step, same in enumerate(cases.steps, 1)]
    one = np.concatenate([part for rows, step in below for part in (rows, rows + step)] or [np.zeros(0, dtype=np.intp)])
    rival = np.concatenate(
        [part for rows, step in below for part in (rows + step, rows)] or [np.zeros(0, dtype=np.intp)]
    )
    order = np.argsort(one, kind="stable")
    return one[order], rival[order]
