"""From an answer to a value: 0 for the worst anchor, 100 for the best.

The anchors are fixed with the criterion and never taken from the opinions at hand, so adding or removing an opinion
changes no other's value (rule R2; Monat 2009). Sources: Keeney & Raiffa 1976; Belton & Stewart 2002.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Tag

from compare.errors import CompareError, as_pydantic, listed, quoted
from compare.fields import Part
from compare.values.continuous import Curve, Linear
from compare.values.levels import Levels
from compare.values.value import Value

__all__ = ["DIRECT", "Curve", "Levels", "Linear", "Value", "ValueFunction"]

_KINDS = ("linear", "curve", "levels")


def _kinds_in(data: Any) -> list[str]:
    return [kind for kind in _KINDS if isinstance(data, dict) and kind in data]


def _of_one_kind(data: Any) -> Any:
    if not isinstance(data, Part) and len(_kinds_in(data)) != 1:
        given = listed(data) if isinstance(data, dict) else quoted(data)
        raise as_pydantic(
            CompareError(
                "A scale is of exactly one kind.",
                found=given or "nothing",
                allowed=listed(_KINDS),
                fix="write for example `value: {linear: {worst: 0, best: 100}}`",
            )
        )
    return data


def _kind_of(data: Any) -> str:
    return type(data).__name__.lower() if isinstance(data, Part) else _kinds_in(data)[0]


ValueFunction = Annotated[
    Annotated[
        Annotated[Linear, Tag("linear")] | Annotated[Curve, Tag("curve")] | Annotated[Levels, Tag("levels")],
        Discriminator(_kind_of),
    ],
    BeforeValidator(_of_one_kind),
]
"""A value function as it stands in a file: ``linear``, ``curve`` or ``levels``, and ``outside``."""

DIRECT = Linear(worst=0, best=100)
"""The scale of a criterion that is rated directly, 0-100."""
