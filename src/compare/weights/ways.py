"""Weights from points, swings, an order, ranges; or equal ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from compare.errors import CompareError, listed, quoted, unknown
from compare.weights.shares import Weights, check_by_name, checked

RankMethod = Literal["centroid", "sum", "reciprocal"]


def equal(names: Iterable[str], *, stated: bool = False, outdated: bool = False) -> Weights:
    """Return the same share for every criterion: what is shown when nobody gave weights that count, or when somebody said so."""
    return Weights(dict.fromkeys(names, 1.0), "equal", stated=stated, outdated=outdated)


def points(given: Mapping[str, float]) -> Weights:
    """Return weights from points of 0-100 for each criterion.

    Examples
    --------
    >>> points({"goals": 60, "side_effects": 20})["goals"]
    0.75
    """
    return Weights(checked(given), "points")


def swing(given: Mapping[str, float]) -> Weights:
    """Return weights from swings: 0-100 for the step from the worst to the best anchor of each criterion.

    ``w_k = s_k / sum s`` (Edwards & Barron 1994, OBHDP 60:306).

    Examples
    --------
    >>> [round(share, 2) for share in swing({"a": 100, "b": 75, "c": 50, "d": 25}).values()]
    [0.4, 0.3, 0.2, 0.1]
    """
    return Weights(checked(given), "swing")


def ranking(order: Sequence[str], method: RankMethod = "centroid") -> Weights:
    """Return weights from an order alone, the most important first.

    Parameters
    ----------
    order : sequence of str
        The criteria, the most important first, each once.
    method : {"centroid", "sum", "reciprocal"}
        Rank order centroid ``(1/n) sum_{i=k..n} 1/i`` (Barron & Barrett 1996), rank sum ``2(n+1-k)/(n(n+1))`` or rank
        reciprocal ``(1/k) / sum(1/i)`` (Stillwell, Seaver & Edwards 1981).

    Examples
    --------
    >>> [round(share, 4) for share in ranking(["a", "b", "c", "d", "e"]).values()]
    [0.4567, 0.2567, 0.1567, 0.09, 0.04]
    """
    if isinstance(order, str) or not isinstance(order, Sequence) or len(set(order)) < len(order) or not order:
        raise CompareError(
            "An order names each criterion once.",
            found=quoted(listed(order) if isinstance(order, Sequence) else order),
            allowed="a list without repeats",
            fix="name every criterion, the most important first",
        )
    n = len(order)
    formulas: dict[RankMethod, Callable[[int], float]] = {
        "centroid": lambda k: sum(1 / i for i in range(k, n + 1)) / n,
        "sum": lambda k: n + 1 - k,
        "reciprocal": lambda k: 1 / k,
    }
    if method not in formulas:
        raise unknown("a way to turn an order into weights", method, list(formulas))
    return Weights({name: formulas[method](place) for place, name in enumerate(order, 1)}, "ranking")


def swing_ranges(given: Mapping[str, Sequence[float]]) -> Weights:
    """Return weights from a range of swing points for each criterion: the middle of each range is taken.

    Examples
    --------
    >>> swing_ranges({"goals": [80, 100], "side_effects": [20, 40]})["goals"]
    0.75
    """
    check_by_name(given, '{"goals": [80, 100], "side_effects": [20, 40]}')
    for name, ends in given.items():
        if (
            not isinstance(ends, Sequence)
            or len(ends) != 2
            or not all(isinstance(end, int | float) for end in ends)
            or ends[0] > ends[1]
        ):
            raise CompareError(
                "A range has two ends, the lower first.",
                path=(name,),
                found=f"[{', '.join(map(quoted, ends))}]" if isinstance(ends, Sequence) else quoted(ends),
                allowed="[low, high]",
                fix="write two numbers from 0 to 100, as in [80, 100]",
            )
    for place in (0, 1):
        checked({name: ends[place] for name, ends in given.items()}, sum_above_zero=place == 1)
    return Weights({name: (ends[0] + ends[1]) / 2 for name, ends in given.items()}, "swing_ranges")
