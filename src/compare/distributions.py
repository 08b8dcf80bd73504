"""What is known of a number, as a distribution, in plain Python.

An answer is a number, a range (every value in it equally likely) or a count ("8 of 129"), whose chance follows a Beta
distribution. Seen through a value function each becomes a mixture of uniform pieces; the weighted sum of many
such answers is worked out on a grid, so that who is ahead, and how often, needs no drawing of random numbers.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

TOLERANCE = 1e-9
"""Totals closer than this are equal (on the 0-100 scale)."""

CENTRAL = 0.95
"""The share of a counted answer's distribution that lies between its bounds."""

_CELLS = 192
_BETA_SLICES = 32

Piece = tuple[float, float, float]
"""Probability, low, high: a uniform part of a mixture (low == high: a point)."""


@dataclass(frozen=True)
class Beta:
    """The chance behind a count, from a uniform prior: ``Beta(happened + 1, total - happened + 1)``.

    Parameters
    ----------
    a, b : float
        Shape parameters, above 0.

    Examples
    --------
    >>> chance = Beta(9, 122)
    >>> round(chance.mean, 4), [round(chance.quantile(p), 3) for p in (0.025, 0.975)]
    (0.0687, [0.032, 0.118])
    """

    a: float
    b: float

    @property
    def mean(self) -> float:
        """Return ``a / (a + b)``."""
        return self.a / (self.a + self.b)

    def cdf(self, x: float) -> float:
        """Return the probability of at most ``x`` (regularised incomplete beta; DLMF 8.17.22)."""
        if x <= 0:
            return 0.0
        if x >= 1:
            return 1.0
        if x > (self.a + 1) / (self.a + self.b + 2):
            return 1.0 - Beta(self.b, self.a).cdf(1 - x)
        return math.exp(self._log_density(x)) * x * (1 - x) / self.a * _beta_fraction(self.a, self.b, x)

    def density(self, x: float) -> float:
        """Return the density at ``x``, which must lie between 0 and 1."""
        return math.exp(self._log_density(x))

    def quantile(self, p: float) -> float:
        """Return the chance below which the share ``p`` lies, by bisection to full precision."""
        low, high = 0.0, 1.0
        while high - low > 1e-15 * max(high, 1e-3):
            middle = (low + high) / 2
            if middle in (low, high):
                break
            low, high = (middle, high) if self.cdf(middle) < p else (low, middle)
        return (low + high) / 2

    def mean_below(self, x: float) -> float:
        """Return the part of the mean that comes from chances up to ``x``: ``E[X; X <= x]``."""
        return self.mean * Beta(self.a + 1, self.b).cdf(x)

    def slices(self) -> list[Piece]:
        """Return the distribution as a mixture of narrow uniform pieces."""
        spread = 6 * math.sqrt(self.mean * (1 - self.mean) / (self.a + self.b + 1))
        low, high = max(0.0, self.mean - spread), min(1.0, self.mean + spread)
        step = (high - low) / _BETA_SLICES
        edges = [low + step * cell for cell in range(_BETA_SLICES + 1)]
        heights = [self.density((left + right) / 2) for left, right in pairwise(edges)]
        scale = sum(heights)
        return [(height / scale, *pair) for height, pair in zip(heights, pairwise(edges), strict=True)]

    def _log_density(self, x: float) -> float:
        scale = math.lgamma(self.a + self.b) - math.lgamma(self.a) - math.lgamma(self.b)
        return scale + (self.a - 1) * math.log(x) + (self.b - 1) * math.log1p(-x)


@lru_cache(maxsize=4096)
def counted(happened: int, total: int) -> Beta:
    """Return the chance behind "``happened`` of ``total``"."""
    return Beta(happened + 1, total - happened + 1)


@lru_cache(maxsize=4096)
def central_interval(chance: Beta) -> tuple[float, float]:
    """Return the bounds of the middle 95 of 100."""
    tail = (1 - CENTRAL) / 2
    return chance.quantile(tail), chance.quantile(1 - tail)


def _beta_fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction of the incomplete beta function (DLMF 8.17.22, by Lentz's method)."""
    tiny = 1e-300
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or tiny)
    result = d
    for m in range(1, 10_000):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / (1 + term * d or tiny)
            c = 1 + term / c or tiny
            result *= c * d
        if abs(c * d - 1) < 1e-15:
            break
    return result


@dataclass(frozen=True)
class GridSum:
    """The distribution of a sum of independent mixtures, on an even grid.

    Each mixture is laid on the grid so that its mean is kept exactly (every point's weight is shared between its two
    neighbours), then the grids are convolved. Read between grid points, the result is continuous.

    Parameters
    ----------
    low, step : float
        The first grid point and the distance between two.
    mass : tuple of float
        The probability at each grid point; adds up to 1.
    """

    low: float
    step: float
    mass: tuple[float, ...]

    @classmethod
    def of(cls, terms: Sequence[Sequence[Piece]]) -> GridSum:
        """Return the distribution of the sum of independent mixtures of pieces."""
        ends = [(min(p[1] for p in term), max(p[2] for p in term)) for term in terms]
        low, high = sum(e[0] for e in ends), sum(e[1] for e in ends)
        step = (high - low) / _CELLS
        if step * _CELLS <= TOLERANCE:
            mean = sum(share * (left + right) / 2 for term in terms for share, left, right in term)
            return cls(mean, 0.0, (1.0,))
        mass = [1.0]
        for term, (start, end) in sorted(zip(terms, ends, strict=True), key=lambda pair: pair[1][1] - pair[1][0]):
            if end > start:
                mass = _convolved(mass, _laid(term, start, end, step))
        return cls(low, step, tuple(mass))

    @cached_property
    def _below(self) -> list[float]:
        return list(accumulate(self.mass, initial=0.0))

    @cached_property
    def _areas(self) -> list[float]:
        """Return the integral of the distribution function up to each edge of a cell, in steps."""
        return list(accumulate(((a + b) / 2 for a, b in pairwise(self._below)), initial=0.0))

    def below_cells(self, other: GridSum) -> list[float]:
        """Return how likely this sum is to be below each grid cell of another one, a point drawn evenly in the cell."""
        if not other.step:
            return [self.below(other.low)]
        edges = [other.low + (cell - 0.5) * other.step for cell in range(len(other.mass) + 1)]
        areas = [self._area_up_to(edge) for edge in edges]
        return [(right - left) / other.step for left, right in pairwise(areas)]

    def below(self, x: float) -> float:
        """Return the probability of less than ``x``, a point's own weight counted half."""
        if not self.step:
            return 0.5 if abs(x - self.low) <= TOLERANCE else float(x > self.low)
        place = (x - self.low) / self.step + 0.5
        if place <= 0:
            return 0.0
        if place >= len(self.mass):
            return 1.0
        cell = int(place)
        return self._below[cell] + (place - cell) * self.mass[cell]

    def _area_up_to(self, x: float) -> float:
        """Return the integral of the distribution function up to ``x``."""
        if not self.step:
            return max(0.0, x - self.low)
        place = (x - self.low) / self.step + 0.5
        if place <= 0:
            return 0.0
        if place >= len(self.mass):
            return (self._areas[-1] + place - len(self.mass)) * self.step
        cell = int(place)
        part = place - cell
        return (self._areas[cell] + part * self._below[cell] + part * part * self.mass[cell] / 2) * self.step


@dataclass(frozen=True)
class Race:
    """Several independent totals: how likely each is to be the highest, and to be above each other."""

    totals: Sequence[GridSum]

    @cached_property
    def first_shares(self) -> list[float]:
        """Return how likely each total is to be the highest; adds up to 1, ties shared."""
        shares = []
        for place, total in enumerate(self.totals):
            rivals = [row for other, row in enumerate(self._below[place]) if other != place]
            shares.append(sum(mass * math.prod(below) for mass, *below in zip(total.mass, *rivals, strict=True)))
        scale = sum(shares)
        return [share / scale for share in shares]

    def ahead_share(self, first: int, second: int) -> float:
        """Return how likely the first total is to be above the second, a tie counted half."""
        if self.totals[first].step > self.totals[second].step:
            return 1.0 - self.ahead_share(second, first)
        return sum(
            mass * below for mass, below in zip(self.totals[first].mass, self._below[first][second], strict=True)
        )

    @cached_property
    def _below(self) -> list[list[list[float]]]:
        """Return, for each total and each rival, how likely the rival is below each cell of the total."""
        return [[rival.below_cells(total) for rival in self.totals] for total in self.totals]


def _laid(term: Sequence[Piece], start: float, end: float, step: float) -> list[float]:
    cells = [0.0] * (int((end - start) / step + 1e-9) + 2)
    for share, left, right in term:
        _lay(cells, share, (left - start) / step, (right - start) / step)
    while len(cells) > 1 and cells[-1] < 1e-15:
        cells.pop()
    return cells


def _lay(cells: list[float], share: float, left: float, right: float) -> None:
    """Add a uniform piece from ``left`` to ``right`` (in steps) to the cells, its mean kept exactly."""
    first, last = int(left), int(right)
    if right - left < 1e-9 or first == last:
        middle = (left + right) / 2 - first
        cells[first] += share * (1 - middle)
        cells[min(first + 1, len(cells) - 1)] += share * middle
        return
    height = share / (right - left)
    for cell in range(first, last + 1):
        a, b = max(left, cell) - cell, min(right, cell + 1) - cell
        if b > a:
            upper = height * (b * b - a * a) / 2
            cells[cell] += height * (b - a) - upper
            cells[min(cell + 1, len(cells) - 1)] += upper


def _convolved(long: Sequence[float], short: Sequence[float]) -> list[float]:
    if len(short) > len(long):
        long, short = short, long
    result = [0.0] * (len(long) + len(short) - 1)
    width = len(long)
    for place, weight in enumerate(short):
        if weight:
            result[place : place + width] = [
                r + weight * m for r, m in zip(result[place : place + width], long, strict=True)
            ]
    return result


def pieces_between(edges: Sequence[float], low: float, high: float) -> list[tuple[float, float]]:
    """Return the stretches into which ``edges`` (ascending) cut the range from ``low`` to ``high``."""
    inner = edges[bisect_right(edges, low) : bisect_right(edges, high)]
    cuts = [low, *(edge for edge in inner if low < edge < high), high]
    return list(pairwise(cuts))
