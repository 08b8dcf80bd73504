"""Weights drawn at random, each possible set of them equally likely.

A sampler fills a table with positive numbers, a row for each criterion and a column for each draw; their proportions are
the weights. Ranks do not depend on the scale of a column, so nothing is divided before a mean is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from compare.robustness.knowledge import Knowledge
from compare.robustness.ranges import Ranged

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Sampler(Protocol):
    """Something that draws weights."""

    def __call__(self, rng: np.random.Generator, out: NDArray[np.float64]) -> None:
        """Fill ``out``, of shape ``(criteria, draws)``, with positive numbers in proportion to the weights."""


@dataclass(frozen=True)
class Anything:
    """Every set of weights equally likely: uniform on the simplex, by exponential numbers (Devroye 1986, chapter 5).

    Uniform numbers divided by their sum would crowd in the middle: with five criteria one of them would count for more than
    half in 1 of 24 draws, not in 5 of 16.

    Examples
    --------
    >>> drawn = np.empty((5, 20_000))
    >>> Anything()(np.random.default_rng(1), drawn)
    >>> round(float((drawn[0] / drawn.sum(axis=0) > 0.5).mean()), 2)
    0.06
    """

    def __call__(self, rng: np.random.Generator, out: NDArray[np.float64]) -> None:
        """Fill ``out``."""
        rng.standard_exponential(out=out)


@dataclass(frozen=True)
class Ordered:
    """Every set of weights in a given order equally likely.

    Sorted exponential numbers are running sums of ``E_k / k`` (Renyi 1953), so nothing has to be sorted. Their mean is the
    rank order centroid (Barron & Barrett 1996).

    Parameters
    ----------
    groups : sequence of sequence of int
        Rows, the most important first; within a group no order is known, so it is shuffled anew for each draw.
    """

    groups: tuple[tuple[int, ...], ...]

    def __call__(self, rng: np.random.Generator, out: NDArray[np.float64]) -> None:
        """Fill ``out``."""
        rng.standard_exponential(out=out)
        rows = [row for group in self.groups for row in group]
        for place in range(len(rows), 0, -1):
            out[rows[place - 1]] /= place
            if place < len(rows):
                out[rows[place - 1]] += out[rows[place]]
        for group in self.groups:
            if len(group) > 1:
                out[list(group)] = rng.permuted(out[list(group)], axis=0)


@dataclass(frozen=True)
class Fixed:
    """Always the same weights.

    Parameters
    ----------
    shares : tuple of float
        The weights.
    """

    shares: tuple[float, ...]

    def __call__(self, rng: np.random.Generator, out: NDArray[np.float64]) -> None:  # noqa: ARG002 - nothing is drawn
        """Fill ``out``."""
        out[:] = np.array(self.shares)[:, None]


def sampler(known: Knowledge) -> Sampler:
    """Return the sampler for what is known of the weights."""
    if known.point is not None:
        return Fixed(known.point)
    if known.kind == "ranges":
        return Ranged.within(known.ranges)
    return Ordered(known.groups) if len(known.groups) > 1 else Anything()
