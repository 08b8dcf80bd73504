"""A number that may not be known exactly: its lowest, mean and highest value.

The three are floats for one family's case, or columns of one length (numpy arrays) for a cohort: the lines
below are the same for both, because they only add, multiply and subtract.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Number = TypeVar("Number")
"""A float, or a column of floats."""


@dataclass(frozen=True)
class Interval(Generic[Number]):
    """What is known of a number.

    Parameters
    ----------
    low, mean, high
        Lowest value, expected value, highest value; floats, or columns of shape ``(cases,)``.

    Examples
    --------
    >>> 0.5 * Interval(0.0, 50.0, 100.0) + Interval.exact(10.0)
    Interval(low=10.0, mean=35.0, high=60.0)
    """

    low: Any
    mean: Any
    high: Any

    @classmethod
    def exact(cls, value: Number) -> Interval[Number]:
        """Return the interval of a number that is known."""
        return cls(value, value, value)

    @classmethod
    def sum(cls, terms: Iterable[Interval[Number]]) -> Interval[Any]:
        """Return the sum of independent intervals; nothing to add gives 0."""
        terms = tuple(terms)
        return cls(sum(t.low for t in terms), sum(t.mean for t in terms), sum(t.high for t in terms))

    @property
    def width(self) -> Any:
        """Return ``high - low``."""
        return self.high - self.low

    def plain(self) -> dict[str, Any]:
        """Return the three numbers by name, for JSON."""
        return {"low": self.low, "mean": self.mean, "high": self.high}

    def __add__(self, other: Interval[Number]) -> Interval[Number]:
        """Add end to end."""
        return Interval(self.low + other.low, self.mean + other.mean, self.high + other.high)

    def __mul__(self, share: Any) -> Interval[Number]:
        """Multiply by a share that is not negative (a weight)."""
        return Interval(self.low * share, self.mean * share, self.high * share)

    __rmul__ = __mul__
