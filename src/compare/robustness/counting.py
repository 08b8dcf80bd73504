"""Counting places over many draws, a block at a time, so that a million draws need no more room than a few thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from compare.distributions import TOLERANCE
from compare.errors import missing_extra
from compare.robustness.drawing import Table, stream
from compare.robustness.sampling import Sampler

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

BLOCK = 16_384
_MOST_NUMBERS = 8_000_000


@dataclass(frozen=True)
class Found:
    """What was found, by place: opinions in the case's order, criteria in alphabetical order.

    Parameters
    ----------
    ranks : array of shape (opinions, opinions)
        In what share each opinion (rows) has each rank (columns).
    ties : float
        In what share the first place is shared.
    middles : array of shape (opinions, criteria)
        The mean of the weights that make each opinion first; all 0 where none does.
    confidence : array of shape (opinions,)
        In what share of the answers each is first at those weights.
    ahead : array of shape (opinions, opinions)
        In what share each opinion (rows) is strictly ahead of each other (columns).
    """

    ranks: Floats
    ties: float
    middles: Floats
    confidence: Floats
    ahead: Floats


class Tally:
    """Counts of places over all draws so far.

    Parameters
    ----------
    opinions, criteria : int
        How many there are.
    """

    def __init__(self, opinions: int, criteria: int) -> None:
        self.draws = 0
        self.ranks = np.zeros((opinions, opinions), dtype=np.int64)
        self.ahead = np.zeros((opinions, opinions), dtype=np.int64)
        self.middles = np.zeros((opinions, criteria))
        self.ties = 0
        self._kind = np.int8 if opinions < 128 else np.int16

    def add(self, totals: Floats, weights: Floats) -> None:
        """Count the places of some draws.

        Parameters
        ----------
        totals : array of shape (opinions, draws)
            Sums of weight times value.
        weights : array of shape (criteria, draws)
            The weights, in any unit of its own for each draw.
        """
        sums = weights.sum(axis=0)
        better = self._better(totals, totals + TOLERANCE * sums)
        opinions = range(len(totals))
        self.ranks += [[np.count_nonzero(better[row] == rank) for rank in opinions] for row in opinions]
        first = better == 0
        self.ties += int(np.count_nonzero(first.sum(axis=0, dtype=self._kind) > 1))
        self.middles += (first / sums) @ weights.T
        self.draws += totals.shape[1]

    def _better(self, totals: Floats, to_beat: Floats) -> NDArray[np.signedinteger]:
        """Return how many opinions are strictly better than each, and count who is ahead of whom."""
        better = np.zeros(totals.shape, dtype=self._kind)
        for i, j in combinations(range(len(totals)), 2):
            for one, other in ((i, j), (j, i)):
                wins = totals[one] > to_beat[other]
                better[other] += wins.view(np.int8)
                self.ahead[one, other] += np.count_nonzero(wins)
        return better

    def found(self, confidence: Floats) -> Found:
        """Return shares and means."""
        counts = self.ranks[:, :1]
        middles = np.divide(self.middles, counts, out=np.zeros_like(self.middles), where=counts > 0)
        return Found(self.ranks / self.draws, self.ties / self.draws, middles, confidence, self.ahead / self.draws)


def count(table: Table, weigh: Sampler, draws: int, seed: int, *, progress: bool = False) -> Found:
    """Draw weights and open answers and count who comes where.

    Parameters
    ----------
    table : Table
        What the answers are worth.
    weigh : Sampler
        Draws weights.
    draws, seed : int
        How many draws, and where they begin.
    progress : bool
        Whether to show on standard error how far it is.
    """
    opinions, criteria = table.known.shape
    tally, rng, streams = Tally(opinions, criteria), stream(seed, "weights"), table.streams(seed)
    block = min(BLOCK, draws, max(64, _MOST_NUMBERS // max(len(table.terms), opinions, criteria)))
    buffer = np.empty(criteria * block)
    for size in _shown(list(_blocks(draws, block)), draws, progress=progress):
        weights = buffer[: criteria * size].reshape(criteria, size)
        weigh(rng, weights)
        tally.add(table.totals(weights, table.drawn(streams, size)), weights)
    return tally.found(_confidence(table, tally, streams, _blocks(draws, block)))


def _confidence(table: Table, tally: Tally, streams: list[np.random.Generator], blocks: Iterable[int]) -> Floats:
    """Return in what share of the answers each opinion is first at the middle of the weights that make it first."""
    middles = tally.found(np.zeros(0)).middles
    places = np.flatnonzero(middles.any(axis=1))
    first, draws = np.zeros(len(middles)), 0
    for size in blocks if table.terms else (1,):
        drawn = table.drawn(streams, size)
        for place in places:
            totals = table.totals(middles[place][:, None], drawn)
            first[place] += np.count_nonzero(totals[place] >= totals.max(axis=0) - TOLERANCE)
        draws += size
    return first / draws


def _blocks(draws: int, block: int) -> Iterator[int]:
    yield from (min(block, draws - done) for done in range(0, draws, block))


def _shown(sizes: list[int], draws: int, *, progress: bool) -> Iterator[int]:
    """Give the sizes of the blocks, and show how far they have come if that is wanted."""
    if not progress:
        yield from sizes
        return
    try:
        from tqdm import tqdm  # type: ignore[import-untyped]
    except ImportError:
        raise missing_extra("tqdm", "cohort") from None
    with tqdm(total=draws, unit=" draws", unit_scale=True) as bar:
        for size in sizes:
            yield size
            bar.update(size)
