"""How the weights of two people differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from compare.distributions import TOLERANCE

ALIKE = 0.10
"""Weights within this share of each other are common ground."""


@dataclass(frozen=True)
class Between:
    """How the weights of two people differ.

    Parameters
    ----------
    first, second : str
        The two people.
    keys : tuple of str
        The criteria on which they differ most: one, or several that tie.
    gap : float
        By how much they differ there, as a share, 0-1.
    tau : float or None
        Kendall's tau-b between their orders of the criteria, -1 to 1; None where one of them has no order.
    agreed, pairs : int
        For how many pairs of criteria they agree which counts more, and how many pairs there are.
    """

    first: str
    second: str
    keys: tuple[str, ...]
    gap: float
    tau: float | None
    agreed: int
    pairs: int


def between(first: str, second: str, one: Mapping[str, float], other: Mapping[str, float]) -> Between:
    """Return how the weights ``one`` and ``other`` of two people differ, criterion by criterion.

    Examples
    --------
    >>> found = between("Rosa", "Ben", {"goals": 0.6, "cost": 0.3, "home": 0.1}, {"goals": 0.2, "cost": 0.5, "home": 0.3})
    >>> found.keys, round(found.gap, 9), found.agreed, found.pairs
    (('goals',), 0.4, 1, 3)
    """
    gaps = {key: abs(weight - other[key]) for key, weight in one.items()}
    widest = max(gaps.values())
    keys = tuple(key for key, gap in gaps.items() if gap > widest - TOLERANCE)
    orders = _signs(one, other)
    agreed = sum(a == b for a, b in orders)
    return Between(first, second, keys, widest, kendall(one, other), agreed, len(orders))


def kendall(one: Mapping[str, float], other: Mapping[str, float]) -> float | None:
    """Return Kendall's tau-b between two orders of the same names, -1 (opposite) to 1 (the same).

    ``(C - D) / sqrt((P - T1) (P - T2))`` with C pairs in the same and D in the opposite order, P pairs in all, T1 and T2 of
    them tied on one side (Kendall 1945, The treatment of ties in ranking problems, Biometrika 33:239).

    Returns
    -------
    float or None
        None where one side has no order at all: everything is tied, or there is one name.

    Examples
    --------
    >>> kendall({"a": 3, "b": 2, "c": 1}, {"c": 1, "a": 3, "b": 2}), kendall({"a": 1, "b": 1}, {"a": 1, "b": 2})
    (1.0, None)
    """
    orders = _signs(one, other)
    untied_one, untied_other = sum(a != 0 for a, _ in orders), sum(b != 0 for _, b in orders)
    if not untied_one or not untied_other:
        return None
    return sum(a * b for a, b in orders) / sqrt(untied_one * untied_other)


def _signs(one: Mapping[str, float], other: Mapping[str, float]) -> list[tuple[int, int]]:
    """Return for each two names which of them is higher, on either side: 1, -1, or 0 for a tie."""
    return [(_sign(one[a] - one[b]), _sign(other[a] - other[b])) for a, b in combinations(one, 2)]


def _sign(difference: float) -> int:
    return 0 if abs(difference) <= TOLERANCE else 1 if difference > 0 else -1
