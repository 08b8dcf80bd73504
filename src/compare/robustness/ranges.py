"""Weights within ranges of swing points, every possible set of them equally likely, without a burn-in.

The weights ``w`` are possible if some ``c`` makes every ``w_k`` lie between ``c lo_k`` and ``c hi_k``; they are read off from
the smallest such ``c``, at which some criterion is at its top.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_TANGENTS_PER_DECADE = 60
_NEGLIGIBLE = 30.0


@dataclass(frozen=True)
class Ranged:
    """Draws from the possible weights.

    Take exponential numbers ``E`` (uniform on the simplex once divided by their sum) that happen to be possible. With the
    smallest ``c``, one number is ``c hi_k`` and each other one lies between ``c lo_j`` and ``c hi_j``; so the density of ``c`` on
    that facet is ``q_k(c) = hi_k exp(-c hi_k) prod_j (exp(-c lo_j) - exp(-c hi_j))``, whose logarithm is concave. ``c`` is drawn
    from a hull of tangents and kept with probability ``q_k / hull`` (Devroye 1986, chapter VII; Gilks & Wild 1992); given ``c``
    the others are truncated exponential numbers. Criteria whose range is one number fix ``c``: then there is one facet, on
    which all of them are at their number.

    Parameters
    ----------
    low, width, high : array of shape (criteria, 1)
        The ranges; ``width`` is 1 where it is not used.
    free : array of bool, shape (criteria, facets)
        Which criteria are free on each facet.
    top : array of shape (facets,)
        The sum of what is fixed on each facet.
    facet, start, length, slope, height : array of shape (segments,)
        The segments of the hull: on which facet, from where, how long, and the logarithm's slope and height at the start.
    share : array of shape (segments,)
        How likely is a segment of the hull or one before it.
    """

    low: Floats
    width: Floats
    high: Floats
    free: NDArray[np.bool_]
    top: Floats
    facet: NDArray[np.intp]
    start: Floats
    length: Floats
    slope: Floats
    height: Floats
    share: Floats

    @classmethod
    def within(cls, ranges: Sequence[tuple[float, float]]) -> Ranged:
        """Return the sampler for ranges of which at least one is wider than nothing, and at least one not 0 throughout."""
        low, high = (np.array(ends, dtype=float)[:, None] for ends in zip(*ranges, strict=True))
        moving, fixed = (high > low)[:, 0], ((high == low) & (high > 0))[:, 0]
        places = np.flatnonzero(moving)
        tops = fixed[:, None] if fixed.any() else np.eye(len(low), dtype=bool)[:, places]
        free, top = moving[:, None] & ~tops, (high * tops).sum(axis=0)
        width = np.where(moving[:, None], high - low, 1.0)
        hulls = [_hull(top[place], low[rows], width[rows]) for place, rows in enumerate(free.T)]
        facet = np.repeat(np.arange(len(hulls)), [hull.shape[1] for hull in hulls])
        start, length, slope, height, mass = np.concatenate(hulls, axis=1)
        weight = np.exp(mass - mass.max())
        return cls(low, width, high, free, top, facet, start, length, slope, height, np.cumsum(weight) / weight.sum())

    def __call__(self, rng: np.random.Generator, out: Floats) -> None:
        """Fill ``out``."""
        done = 0
        while done < out.shape[1]:
            facet, c = self._proposed(rng, out.shape[1] - done)
            free = self.free[:, facet]
            drawn = c * self.low - np.log1p(rng.random(free.shape) * np.expm1(-c * self.width))
            out[:, done : done + len(c)] = np.where(free, drawn, c * self.high)
            done += len(c)

    def _proposed(self, rng: np.random.Generator, count: int) -> tuple[NDArray[np.intp], Floats]:
        """Return facets and values of ``c``: as many as were kept of ``count``."""
        at = np.minimum(np.searchsorted(self.share, rng.random(count), side="right"), len(self.share) - 1)
        beyond = _within_segment(rng.random(count), self.slope[at], self.length[at])
        facet, c = self.facet[at], self.start[at] + beyond
        terms = _log_terms(c, self.low, self.width)
        target = np.log(self.top[facet]) - c * self.top[facet] + np.where(self.free[:, facet], terms, 0.0).sum(axis=0)
        kept = np.log1p(-rng.random(count)) <= target - (self.height[at] + self.slope[at] * beyond)
        return facet[kept], c[kept]


def _log_terms(c: Floats, low: Floats, width: Floats) -> Floats:
    """Return ``log(exp(-c low) - exp(-c high))`` for each criterion (rows) and each ``c`` (columns)."""
    return -c * low + np.log(-np.expm1(-c * width))


def _hull(top: float, low: Floats, width: Floats) -> Floats:
    """Return the hull of tangents to ``log q``: rows of start, length, slope, height at the start, logarithm of the mass."""
    everything = top + float((low + width).sum())
    lowest, highest = math.log10(1e-4 / everything), math.log10(1e3 / top)
    c = np.logspace(lowest, highest, int((highest - lowest) * _TANGENTS_PER_DECADE))
    log_q = np.log(top) - c * top + _log_terms(c, low, width).sum(axis=0)
    slope = -top - low.sum() + (width / np.expm1(np.minimum(c * width, 700.0))).sum(axis=0)
    bends = np.append(True, np.diff(slope) < -1e-9 * np.abs(slope[1:]))
    near = bends & (log_q > log_q.max() - _NEGLIGIBLE)
    c, log_q, slope = c[near], log_q[near], slope[near]
    at_zero = log_q - slope * c
    cuts = np.diff(at_zero) / -np.diff(slope)
    start = np.concatenate([[0.0], np.clip(cuts, c[:-1], c[1:])])
    length = np.append(np.diff(start), np.inf)
    height = at_zero + slope * start
    return np.stack([start, length, slope, height, height + _log_mass(slope, length)])


def _log_mass(slope: Floats, length: Floats) -> Floats:
    """Return the logarithm of the integral of ``exp(slope x)`` over ``length``."""
    flat = np.abs(slope * length) < 1e-9
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(flat, np.log(length), np.log(np.expm1(slope * length) / slope))


def _within_segment(chance: Floats, slope: Floats, length: Floats) -> Floats:
    """Return where in its segment a draw lies: the inverse of the distribution ``exp(slope x)`` over ``length``."""
    flat = np.abs(slope * length) < 1e-9
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(flat, chance * length, np.log1p(chance * np.expm1(slope * length)) / slope)
