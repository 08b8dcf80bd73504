"""Sums of independent answers, and which of several sums is the highest, without drawing random numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise, zip_longest

from compare.distributions.pieces import Piece

TOLERANCE = 1e-9
"""Totals closer than this are equal (on the 0-100 scale)."""

CELLS = 192
"""How many steps a grid has from its lowest to its highest sum."""

_MOST_POINTS = 256


@dataclass(frozen=True)
class GridSum:
    """The distribution of a sum of independent mixtures: points of its own, and the rest on an even grid.

    Each mixture is laid on the grid so that its mean is kept exactly (every point's weight is shared between its two
    neighbours), then the grids are convolved. Read between grid points, the result is continuous. Where every mixture can
    be a single point, so can their sum; those points are kept apart, so that ties stay ties.

    Parameters
    ----------
    low, step : float
        The first grid point and the distance between two.
    mass : tuple of float
        The probability at each grid point.
    points : tuple of (float, float)
        Single values and their probabilities. All probabilities together add up to 1.
    """

    low: float
    step: float
    mass: tuple[float, ...]
    points: tuple[tuple[float, float], ...] = ()

    @classmethod
    def of(cls, terms: Sequence[Sequence[Piece]]) -> GridSum:
        """Return the distribution of the sum of independent mixtures of pieces."""
        ends = [(min(p[1] for p in term), max(p[2] for p in term)) for term in terms]
        low, high = sum(e[0] for e in ends), sum(e[1] for e in ends)
        step = (high - low) / CELLS
        if step * CELLS <= TOLERANCE:
            mean = sum(share * (left + right) / 2 for term in terms for share, left, right in term)
            return cls(mean, 0.0, (), ((mean, 1.0),))
        wide = sorted((t for t in zip(terms, ends, strict=True) if t[1][1] > t[1][0]), key=lambda t: t[1][1] - t[1][0])
        mass = _added_up([(term, *end) for term, end in wide], step)
        apart = [[piece for piece in term if piece[1] == piece[2]] for term, _ in wide]
        if not all(apart) or math.prod(map(len, apart)) > _MOST_POINTS:
            return cls(low, step, tuple(mass))
        smeared = _added_up([(term, *end) for term, (_, end) in zip(apart, wide, strict=True)], step)
        fixed = sum(end[0] for end in ends if end[1] == end[0])
        rest = (max(0.0, m - s) for m, s in zip_longest(mass, smeared, fillvalue=0.0))
        return cls(low, step, tuple(rest), _sums_of_points(apart, fixed))

    @cached_property
    def _below(self) -> list[float]:
        return list(accumulate(self.mass, initial=0.0))

    @cached_property
    def _areas(self) -> list[float]:
        """Return the integral of the grid's distribution function up to each edge of a cell, in steps."""
        return list(accumulate(((a + b) / 2 for a, b in pairwise(self._below)), initial=0.0))

    def below_outcomes(self, other: GridSum) -> list[float]:
        """Return how likely this sum is to be below each cell of another one (a value drawn evenly in it), then below each point."""
        edges = [other.low + (cell - 0.5) * other.step for cell in range(len(other.mass) + 1)] if other.step else []
        areas = [self._area_up_to(edge) for edge in edges]
        cells = [(right - left) / other.step for left, right in pairwise(areas)]
        return [*cells, *(self.below(value) for value, _ in other.points)]

    @property
    def outcomes(self) -> list[float]:
        """Return the probability of each cell, then of each point."""
        return [*self.mass, *(share for _, share in self.points)]

    def below(self, x: float) -> float:
        """Return the probability of less than ``x``, a point at ``x`` counted half."""
        points = sum(share * (0.5 if abs(x - value) <= TOLERANCE else float(x > value)) for value, share in self.points)
        if not self.step:
            return points
        cell, part, _ = self._place(x)
        return points + self._below[cell] + part * self.mass[cell]

    def _area_up_to(self, x: float) -> float:
        """Return the integral of the distribution function up to ``x``."""
        points = sum(share * max(0.0, x - value) for value, share in self.points)
        if not self.step:
            return points
        cell, part, beyond = self._place(x)
        inside = self._areas[cell] + part * self._below[cell] + part * part * self.mass[cell] / 2
        return points + (inside + beyond * self._below[-1]) * self.step

    def _place(self, x: float) -> tuple[int, float, float]:
        """Return in which cell ``x`` lies, what part of it lies below ``x``, and how many steps ``x`` lies beyond the last."""
        place = (x - self.low) / self.step + 0.5
        inside = min(max(place, 0.0), float(len(self.mass)))
        cell = min(int(inside), len(self.mass) - 1)
        return cell, inside - cell, max(0.0, place - len(self.mass))


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
            shares.append(sum(share * math.prod(below) for share, *below in zip(total.outcomes, *rivals, strict=True)))
        scale = sum(shares)
        return [share / scale for share in shares]

    def ahead_share(self, first: int, second: int) -> float:
        """Return how likely the first total is to be above the second, a tie counted half."""
        if self.totals[first].step > self.totals[second].step:
            return 1.0 - self.ahead_share(second, first)
        outcomes = zip(self.totals[first].outcomes, self._below[first][second], strict=True)
        return sum(share * below for share, below in outcomes)

    @cached_property
    def _below(self) -> list[list[list[float]]]:
        """Return, for each total and each rival, how likely the rival is below each outcome of the total."""
        return [
            [[] if other == place else rival.below_outcomes(total) for other, rival in enumerate(self.totals)]
            for place, total in enumerate(self.totals)
        ]


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


def _sums_of_points(terms: Sequence[Sequence[Piece]], start: float) -> tuple[tuple[float, float], ...]:
    """Return every sum of one point of each term with its probability."""
    sums = [(start, 1.0)]
    for term in terms:
        sums = [(value + low, share * part) for value, share in sums for part, low, _ in term]
    return tuple(sums)


def _added_up(terms: Iterable[tuple[Sequence[Piece], float, float]], step: float) -> list[float]:
    """Return the grid of a sum of terms, each with its lowest and highest value."""
    mass = [1.0]
    for term, start, end in terms:
        if list(term) == [(1.0, start, end)] and end - start > 2 * step:
            mass = _spread(mass, (end - start) / step)
        else:
            mass = _convolved(mass, _laid(term, start, end, step))
    return mass


def _spread(mass: Sequence[float], width: float) -> list[float]:
    """Add a uniform term of a given width (in steps): what `_convolved` gives, by running sums instead of products."""
    whole = int(width)
    part = width - whole
    height = 1 / width
    last, beyond = height * (0.5 + part - part * part / 2), height * part * part / 2
    padded = [0.0] * (whole + 1) + [*mass] + [0.0] * (whole + 1)
    sums = list(accumulate(padded, initial=0.0))
    rows = zip(padded[whole + 1 :], sums[whole + 1 :], sums[2:], padded[1:], padded, strict=False)
    return [
        height * (first / 2 + upper - lower) + last * at_end + beyond * after
        for first, upper, lower, at_end, after in rows
    ]


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
