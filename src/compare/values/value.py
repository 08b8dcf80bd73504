"""What an answer is worth."""

from __future__ import annotations

from dataclasses import dataclass

from compare.distributions import Piece
from compare.interval import Interval


@dataclass(frozen=True)
class Value:
    """What an answer is worth on 0-100: its bounds and mean, and its distribution as uniform pieces."""

    interval: Interval[float]
    pieces: tuple[Piece, ...]

    @classmethod
    def exact(cls, value: float) -> Value:
        """Return the value of a known answer."""
        return cls.between(value, value)

    @classmethod
    def between(cls, low: float, high: float) -> Value:
        """Return a value that lies anywhere from ``low`` to ``high``, each equally likely."""
        return cls(Interval(low, (low + high) / 2, high), ((1.0, low, high),))
