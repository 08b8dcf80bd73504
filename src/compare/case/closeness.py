"""When two results are too close to call (rule R7); a case may draw the lines elsewhere."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from compare.errors import CompareError, as_pydantic
from compare.fields import Part, as_number


def _whole(raw: Any) -> float:
    """Return a whole number, so that the line can be told as it is drawn (R8)."""
    number = as_number(raw)
    if number != round(number):
        raise as_pydantic(
            CompareError("This is not a whole number.", found=f"{number:g}", allowed="a whole number", fix="round it")
        )
    return number


class Closeness(Part):
    """When two results are too close to call.

    Parameters
    ----------
    gap : float
        When their mean totals are nearer than this, of 100.
    ahead_in : float
        Or when one is ahead in no more than so many of 100 ways the open answers could turn out.

    Examples
    --------
    >>> Closeness().gap, Closeness().shares, Closeness(ahead_in=75).shares
    (5.0, (0.4, 0.6), (0.25, 0.75))
    """

    gap: Annotated[float, BeforeValidator(_whole), Field(ge=0, le=100)] = 5.0
    ahead_in: Annotated[float, BeforeValidator(_whole), Field(ge=50, le=100)] = 60.0

    @property
    def shares(self) -> tuple[float, float]:
        """Return between which shares of ways neither is ahead, 0-1."""
        return (100 - self.ahead_in) / 100, self.ahead_in / 100
