"""Answers drawn at random: whatever is not known of a case, as one table of what is and a list of what is not.

Every open answer has a stream of random numbers of its own, named after its opinion and its question; so the order of a
file changes no draw, and an opinion that comes or goes changes no other's.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.answers import Answer, Count
from compare.case import Attribute, Case
from compare.distributions import TOLERANCE
from compare.values import DIRECT, Levels, Value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Term:
    """An answer that is not one number.

    Parameters
    ----------
    name : tuple of str
        Opinion, criterion and attribute.
    row, column : int
        Its opinion and its criterion in the table.
    share : float
        How much it counts within its criterion, 0-1.
    low, high : float
        The lowest and the highest value that it can have, 0-100.
    count : Count, optional
        For a counted answer.
    between : tuple of float, optional
        For a range that bends: its two answers.
    answers, values : tuple of float
        For both: the knots of the value function.
    """

    name: tuple[str, ...]
    row: int
    column: int
    share: float
    low: float
    high: float
    count: Count | None = None
    between: tuple[float, float] | None = None
    answers: tuple[float, ...] = ()
    values: tuple[float, ...] = ()

    def draw(self, rng: np.random.Generator, size: int) -> Floats:
        """Return ``size`` values, 0-100."""
        if self.count is not None:
            chance = rng.beta(self.count.happened + 1, self.count.total - self.count.happened + 1, size)
            return np.interp(100 * chance, self.answers, self.values)
        if self.between is not None:
            return np.interp(rng.uniform(*self.between, size), self.answers, self.values)
        drawn = rng.random(size)
        drawn *= self.high - self.low
        drawn += self.low
        return drawn


@dataclass(frozen=True)
class Table:
    """What every opinion's answers are worth.

    Parameters
    ----------
    known : array of shape (opinions, criteria)
        The part of each value that is known, 0-100; the criteria in alphabetical order of their keys.
    terms : tuple of Term
        What comes on top and is not known.
    """

    known: Floats
    terms: tuple[Term, ...]

    @cached_property
    def settled(self) -> tuple[bool, ...]:
        """Tell for each opinion whether everything is known of it."""
        moving = {term.row for term in self.terms}
        return tuple(row not in moving for row in range(len(self.known)))

    @property
    def ends(self) -> tuple[Floats, Floats]:
        """Return the lowest and the highest possible values, each of shape ``(opinions, criteria)``."""
        low, high = self.known.copy(), self.known.copy()
        for term in self.terms:
            low[term.row, term.column] += term.share * term.low
            high[term.row, term.column] += term.share * term.high
        return low, high

    def streams(self, seed: int) -> list[np.random.Generator]:
        """Return a source of random numbers for each term."""
        return [stream(seed, *term.name) for term in self.terms]

    def drawn(self, streams: list[np.random.Generator], size: int) -> list[Floats]:
        """Return ``size`` values of each term."""
        return [term.draw(rng, size) for term, rng in zip(self.terms, streams, strict=True)]

    def totals(self, weights: Floats, drawn: list[Floats]) -> Floats:
        """Return the sums of weight times value, shape ``(opinions, draws)``.

        Parameters
        ----------
        weights : array of shape (criteria, draws) or (criteria, 1)
            How much each criterion counts.
        drawn : list of array of shape (draws,)
            Values of the terms.
        """
        totals = self.known @ weights
        if drawn and weights.shape[1] == 1:
            totals = np.repeat(totals, len(drawn[0]), axis=1)
        for term, values in zip(self.terms, drawn, strict=True):
            totals[term.row] += term.share * values * weights[term.column]
        return totals

    def difference(self, first: int, second: int) -> Floats:
        """Return how far one opinion is above another on each criterion; what is equal within 1e-9 is 0."""
        difference: Floats = self.known[first] - self.known[second]
        return np.where(np.abs(difference) <= TOLERANCE, 0.0, difference)


def stream(seed: int, *name: str) -> np.random.Generator:
    """Return a source of random numbers that depends on the seed and a name, and on nothing else."""
    digest = hashlib.sha256("\0".join(name).encode()).digest()
    return np.random.default_rng([seed, *np.frombuffer(digest, dtype="<u4").tolist()])


def table_of(case: Case) -> Table:
    """Return what every answer of a case is worth, as a table."""
    columns = {key: place for place, key in enumerate(sorted(case.keys))}
    known, terms = np.zeros((len(case.names), len(columns))), []
    for row, opinion in enumerate(case.opinions):
        for criterion in case.criteria:
            column = columns[criterion.key]
            worth = case.worth[opinion.name][criterion.key]
            for (attribute, rating), (share, value) in zip(case.answers(opinion, criterion), worth, strict=True):
                if value.interval.width == 0:
                    known[row, column] += share * value.interval.mean
                elif share > 0:
                    name = (opinion.name, criterion.key, attribute.key if attribute else "")
                    terms.append(Term(name, row, column, share, **_moving(attribute, rating.answer, value)))
    return Table(known, tuple(terms))


def _moving(attribute: Attribute | None, answer: Answer, value: Value) -> dict[str, Any]:
    """Return how an answer is drawn: as a count, through a bent value function, or evenly between two values."""
    scale = attribute.value if attribute else DIRECT
    if isinstance(scale, Levels) or (not isinstance(answer, Count) and len(value.pieces) == 1):
        return {"low": value.interval.low, "high": value.interval.high}
    answers, values = zip(*scale.knots, strict=True)
    knots = {"answers": answers, "values": values}
    if isinstance(answer, Count):
        low, high = scale.ends
        return {"low": low, "high": high, "count": answer, **knots}
    return {"low": value.interval.low, "high": value.interval.high, "between": answer, **knots}
