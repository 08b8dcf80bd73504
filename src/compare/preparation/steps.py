"""The steps of a plan, as ``data/plan.yaml`` lists them, and the days beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from compare.trees import data_tree
from compare.words import preparing as told

VISIT = "visit"
"""The key of the step that brings the second opinion."""

DayKind = Literal["send", "visit", "decide", "later"]


@dataclass(frozen=True)
class PlanStep:
    """One step of the plan.

    Parameters
    ----------
    key : str
        Its key in ``data/plan.yaml``; empty for a step of the family's own.
    label : str
        What it is called.
    weeks : tuple of int, optional
        Its first and last week, from 1; None for an own step without any.
    begins, ends : date, optional
        Its first and last day, where there is a day to count from.
    state : str
        ``open``, ``in progress``, ``done`` or ``not needed``.
    owner : str
        Who does it.
    done : date, optional
        When it was done.
    at_hand, to_do : tuple of str
        What to have ready; what belongs to it.
    note : str
        What the family noted.
    is_set : bool
        Whether the family set its last day.
    """

    key: str
    label: str
    weeks: tuple[int, int] | None
    begins: date | None = None
    ends: date | None = None
    state: str = "open"
    owner: str = ""
    done: date | None = None
    at_hand: tuple[str, ...] = ()
    to_do: tuple[str, ...] = ()
    note: str = ""
    is_set: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether something is left to do."""
        return self.state in {"open", "in progress"}

    @property
    def when(self) -> str:
        """Return its days, or its weeks where there are no days."""
        if self.begins and self.ends:
            return told.from_to(self.begins, self.ends)
        return told.weeks(*self.weeks) if self.weeks else told.NO_DAY


@dataclass(frozen=True)
class Dated:
    """A day that is no step: a visit, what is sent before it, the day to decide, a later date."""

    kind: DayKind
    label: str
    day: date


def lead_time() -> tuple[int, int]:
    """Return how many weeks a second opinion mostly takes: at least, at most (S4-7).

    Examples
    --------
    >>> lead_time()
    (2, 4)
    """
    least, most = data_tree("plan")["lead_time"]["weeks"]
    return int(least), int(most)


@cache
def usual_steps() -> tuple[PlanStep, ...]:
    """Return the steps of ``data/plan.yaml``, in their order.

    Examples
    --------
    >>> [step.key for step in usual_steps()]
    ['talk', 'find', 'records', 'book', 'visit', 'compare']
    """
    return tuple(
        PlanStep(
            given["key"],
            given["label"],
            (int(given["weeks"][0]), int(given["weeks"][1])),
            to_do=tuple(given["to_do"]),
            at_hand=tuple(given["at_hand"]),
        )
        for given in data_tree("plan")["steps"]
    )
