"""The words for where doctors differ, who can settle it, and when a third opinion may help."""

from __future__ import annotations

from collections.abc import Sequence

RADIATION = "radiation"
NO_RADIATION = "no radiation"
NO_DRUGS = "no drugs"
NO_TRIAL = "not in a trial"
IN_TRIAL = "in a trial"


def in_order(steps: Sequence[str]) -> str:
    """Return the steps of a plan, one after the other."""
    return ", then ".join(steps)


def in_trial(name: str | None) -> str:
    """Say that a plan is a trial, and which."""
    return f"{IN_TRIAL}: {name}" if name else IN_TRIAL
