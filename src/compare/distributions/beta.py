"""The chance behind a count ("8 of 129"): a Beta distribution, in plain Python."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from compare.distributions.pieces import Piece

CENTRAL = 0.95
"""The share of a counted answer's distribution that lies between its bounds."""

_BETA_SLICES = 32


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
