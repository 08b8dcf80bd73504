"""Who comes first over two weights at once, the other criteria keeping their proportions: exact regions, no grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from compare.errors import CompareError, quoted, unknown
from compare.scoring import CLOSE_GAP, Scores

Point = tuple[float, float]
"""The shares of the two criteria, each 0-1."""

Polygon = tuple[Point, ...]

_TRIANGLE: Polygon = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))


@dataclass(frozen=True)
class Region:
    """Where an opinion comes first.

    Parameters
    ----------
    opinion : str
        Its name.
    ahead : polygon
        Where its mean total is at least as high as every other; empty where it never is.
    clear : polygon
        The part of it where it is ahead of every other by more than what is too close to call.
    """

    opinion: str
    ahead: Polygon
    clear: Polygon


@dataclass(frozen=True)
class TradeOff:
    """Who comes first over the shares of two criteria.

    Parameters
    ----------
    scores : Scores
        What was compared.
    across, up : str
        The two criteria.
    regions : sequence of Region
        One for each opinion, in the file's order; together they fill the triangle of all shares that add up to at most 1.
    here : (float, float)
        Where the weights stand now.
    """

    scores: Scores
    across: str
    up: str
    regions: Sequence[Region]
    here: Point


def trade_off(scores: Scores, across: str | None = None, up: str | None = None) -> TradeOff:
    """Return who comes first over the weights of two criteria.

    Parameters
    ----------
    scores : Scores
        What was compared; three criteria at least.
    across, up : str, optional
        The two criteria; those that count most where none is named.

    Raises
    ------
    CompareError
        There is no such criterion, both are the same, or there are fewer than three in the case.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> case = Case(
    ...     criteria=[{"key": "a"}, {"key": "b"}, {"key": "c"}],
    ...     opinions=[{"name": "A", "ratings": {"a": 80, "b": 0, "c": 50}}, {"name": "B", "ratings": {"a": 0, "b": 80, "c": 50}}],
    ... )
    >>> trade_off(score(case), "a", "b").regions[0].ahead
    ((0.0, 0.0), (1.0, 0.0), (0.5, 0.5))
    """
    keys = scores.case.keys
    if len(keys) < 3:
        raise CompareError(
            "A map of two weights takes a third criterion that keeps the rest.",
            found=f"{len(keys)} criteria",
            allowed="three or more",
            fix="look at what_if instead",
        )
    for key in (across, up):
        if key is not None and key not in keys:
            raise unknown("a criterion of this case", key, keys)
    if across is not None and across == up:
        raise CompareError("A trade-off takes two criteria.", found=quoted(across), allowed="two different ones")
    heavy = sorted((key for key in keys if key not in {across, up}), key=lambda key: -scores.weights[key])
    across = across or heavy.pop(0)
    up = up or heavy.pop(0)
    totals = {name: _plane(scores, name, across, up) for name in scores.case.names}
    regions = tuple(Region(name, _where(totals, name, 0.0), _where(totals, name, CLOSE_GAP)) for name in totals)
    return TradeOff(scores, across, up, regions, (scores.weights[across], scores.weights[up]))


Plane = tuple[float, float, float]
"""A mean total at the corner where neither counts, where only the first does, and where only the second does."""


def _plane(scores: Scores, name: str, across: str, up: str) -> Plane:
    values = {key: value.mean for key, value in scores.values[name].items()}
    others = {key: scores.weights[key] for key in values if key not in {across, up}}
    total = sum(others.values())
    if total > 0:
        rest = sum(weight * values[key] for key, weight in others.items()) / total
    else:
        rest = sum(values[key] for key in others) / len(others)
    return rest, values[across], values[up]


def _where(totals: Mapping[str, Plane], name: str, lead: float) -> Polygon:
    polygon = _TRIANGLE
    for rival in totals:
        if rival != name:
            polygon = _clipped(polygon, _ahead_by(totals[name], totals[rival], lead))
    return polygon


def _ahead_by(own: Plane, other: Plane, lead: float) -> Callable[[Point], float]:
    corner, across, up = (mine - theirs - lead for mine, theirs in zip(own, other, strict=True))
    return lambda point: corner + point[0] * (across - corner) + point[1] * (up - corner)


def _clipped(polygon: Polygon, above: Callable[[Point], float]) -> Polygon:
    """Return the part of a convex polygon where a linear function is not negative (Sutherland & Hodgman 1974)."""
    kept: list[Point] = []
    for place, point in enumerate(polygon):
        before = polygon[place - 1]
        here, there = above(point), above(before)
        if (here < 0) != (there < 0):
            part = there / (there - here)
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if here >= 0:
            kept.append(point)
    return tuple(dict.fromkeys(kept))
