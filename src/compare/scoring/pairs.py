"""How two opinions compare, and when that is too close to call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from compare.case import Closeness
from compare.distributions import TOLERANCE

CLOSE_GAP = Closeness().gap
"""Mean totals nearer than this, of 100, are too close to call (rule R7) where a case says nothing else."""

CLOSE_SHARES = Closeness().shares
"""First in a share of ways between these is too close to call (rule R7) where a case says nothing else."""

Sure = Literal["whatever", "likely", "too close"]


@dataclass(frozen=True)
class Ahead:
    """How two opinions compare.

    Parameters
    ----------
    first, second : str
        The opinion with the higher mean total, and the other.
    share : float
        In what share of the ways the open answers could turn out the first is ahead, 0-1; a tie counts half.
    gap : float
        How far the mean totals are apart, 0-100.
    sure : {"whatever", "likely", "too close"}
        Whatever the open answers are; likely; too close to call.
    """

    first: str
    second: str
    share: float
    gap: float
    sure: Sure

    @property
    def equal(self) -> bool:
        """Tell whether the two totals are equal."""
        return self.gap <= TOLERANCE
