"""Value functions on columns: the same knots and levels as for one answer, for many answers at once.

`compare.values` says what an answer is worth; here the same anchors are laid out as arrays. A test holds both to each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.answers import NOT_KNOWN
from compare.errors import CompareError
from compare.interval import Interval
from compare.values import Curve, Levels, Linear

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.int32]


@dataclass(frozen=True)
class NumberScale:
    """Straight lines between knots, the values already multiplied by the share of the question.

    Parameters
    ----------
    answers, values : array of shape (knots,)
        The knots, answers ascending.
    clips : bool
        Whether answers beyond an end may come.
    """

    answers: Floats
    values: Floats
    clips: bool

    @classmethod
    def of(cls, scale: Linear | Curve, share: float = 1.0) -> NumberScale:
        """Return the scale of a question that counts ``share`` of its criterion."""
        answers, values = np.array(scale.knots, dtype=float).T
        return cls(answers, share * values, scale.outside == "clip")

    @property
    def ends(self) -> tuple[float, float]:
        """Return the lowest and the highest value: what an answer is worth that nobody knows lies between them, evenly."""
        return float(self.values.min()), float(self.values.max())

    def line(self, numbers: NDArray[Any]) -> Floats:
        """Return the value of each number; beyond an end that of the end, where the scale allows it."""
        if len(self.answers) > 2:
            return self._bent_line(numbers)
        (x0, x1), (v0, v1) = self.answers, self.values
        slope = (v1 - v0) / (x1 - x0)
        worth: Floats = np.multiply(numbers, slope, dtype=float)
        worth += v0 - x0 * slope
        return np.clip(worth, min(v0, v1), max(v0, v1), out=worth) if self.clips else worth

    def _bent_line(self, numbers: NDArray[Any]) -> Floats:
        """Return the value of each number as a sum of climbs, one from each knot to the next; quicker than looking it up."""
        worth = np.full(len(numbers), self.values[0])
        for (x0, x1), (v0, v1) in zip(pairwise(self.answers), pairwise(self.values), strict=True):
            climb = np.subtract(numbers, x0, dtype=float)
            np.clip(climb, 0.0, x1 - x0, out=climb)
            climb *= (v1 - v0) / (x1 - x0)
            worth += climb
        return worth

    def between(self, low: Floats, high: Floats) -> Interval[Floats]:
        """Return what ranges are worth whose answers lie anywhere between two ends, each equally likely."""
        ends = self.line(low), self.line(high)
        lowest, highest, area = np.minimum(*ends), np.maximum(*ends), np.zeros(len(low))
        for left, right in pairwise([-np.inf, *self.answers, np.inf]):
            first, last = np.clip(low, left, right), np.clip(high, left, right)
            area += (last - first) * (self.line(first) + self.line(last)) / 2
        for answer, value in zip(self.answers, self.values, strict=True):
            inside = (low < answer) & (answer < high)
            np.minimum(lowest, value, out=lowest, where=inside)
            np.maximum(highest, value, out=highest, where=inside)
        return Interval(lowest, np.divide(area, high - low, out=ends[0].copy(), where=high > low), highest)

    def bends(self, low: Floats, high: Floats) -> NDArray[np.bool_]:
        """Tell which ranges reach over a knot, so that not every value in them is equally likely."""
        over: NDArray[np.bool_] = np.any([(low < answer) & (answer < high) for answer in self.answers], axis=0)
        return over


@dataclass(frozen=True)
class WordScale:
    """What the words of a file's own list are worth, already multiplied by the share of the question.

    Parameters
    ----------
    low, span : array of shape (words + 1,)
        The lowest value of each word, and how far it reaches above that: 0 for a level; the whole scale for a word that says
        that nothing is known, as in the last place.
    faults : mapping of int to CompareError
        What is wrong with words that are no level, by place.
    """

    low: Floats
    span: Floats
    faults: Mapping[int, CompareError]

    @classmethod
    def of(cls, scale: Levels, words: Sequence[Any], share: float = 1.0) -> WordScale:
        """Return the scale for a file's own list of words."""
        least, most = (share * end for end in scale.ends)
        values: list[float] = []
        faults: dict[int, CompareError] = {}
        for place, word in enumerate(words):
            try:
                values.append(least if word in NOT_KNOWN else share * scale(word))
            except CompareError as error:
                values.append(least)
                faults[place] = error
        unknown = np.array([*(word in NOT_KNOWN for word in words), True])
        return cls(np.array([*values, least]), np.where(unknown, most - least, 0.0), faults)

    @property
    def unknown(self) -> NDArray[np.bool_]:
        """Tell which words say that nothing is known."""
        return self.span > 0


@dataclass(frozen=True)
class Coded:
    """Words by their places in a table of what they are worth."""

    codes: Codes
    low: Floats
    span: Floats

    def with_other(self, other: Coded) -> Coded:
        """Return both together: one place for each pair of words, worth the sum of the two."""
        codes = self.codes * np.int32(len(other.low)) + other.codes
        return Coded(codes, np.add.outer(self.low, other.low).ravel(), np.add.outer(self.span, other.span).ravel())
