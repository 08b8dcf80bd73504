"""Who comes first over two weights at once, the other criteria keeping their proportions: exact regions, no grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from compare import words
from compare.distributions import TOLERANCE
from compare.errors import CompareError, expect, quoted, unknown
from compare.scoring import Scores
from compare.sensitivity.weights import Lead, nearest_flip, rest
from compare.tabular import Row, Spoken
from compare.words import flips as said
from compare.words import maps

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

    @property
    def share(self) -> float:
        """Return in what share of all ways to weigh it comes first, 0-1; opinions that are equal everywhere each have all of it."""
        return _share(self.ahead)

    @property
    def clear_share(self) -> float:
        """Return in what share of all ways to weigh it is clearly ahead, 0-1."""
        return _share(self.clear)


@dataclass(frozen=True, repr=False)
class TradeOff(Spoken):
    """Who comes first over the shares of two criteria.

    Parameters
    ----------
    scores : Scores
        What was compared.
    across, up : str
        The two criteria.
    regions : sequence of Region
        One for each opinion, in the file's order; together they fill the triangle of all shares that add up to at most 1.
        Opinions that are equal everywhere have the same region.
    here : (float, float)
        Where the weights stand now.
    """

    scores: Scores
    across: str
    up: str
    regions: Sequence[Region]
    here: Point

    @property
    def groups(self) -> list[tuple[tuple[str, ...], Region]]:
        """Return every region with the opinions whose it is: one, or several that are equal everywhere."""
        found: dict[object, list[Region]] = {}
        for region in self.regions:
            place = tuple((round(x, 9), round(y, 9)) for x, y in region.ahead) if region.share else region.opinion
            found.setdefault(place, []).append(region)
        return [(tuple(region.opinion for region in same), same[0]) for same in found.values()]

    @property
    def labels(self) -> tuple[str, str]:
        """Return what the two criteria are called."""
        return self.scores.case.criterion(self.across).label, self.scores.case.criterion(self.up).label

    def sentences(self) -> list[str]:
        """Return who comes first now, and in how many ways to share the weight each opinion would."""
        scores = self.scores
        if len(scores.case.opinions) == 1:
            return [said.NEEDS_TWO]
        if scores.nothing_known:
            return [words.nothing_known(scores.case.names)]
        whose = {"given": scores.weights.given, "outdated": scores.weights.outdated}
        here = maps.map_now(scores.person, scores.leaders, close=scores.close_call, **whose)
        shares = [(words.listing(names), region.share) for names, region in self.groups if region.share > 0]
        shares.sort(key=lambda pair: -pair[1])
        if len(shares) == 1:
            return [here, maps.map_everywhere(*self.labels, shares[0][0])]
        nowhere = [region.opinion for region in self.regions if not region.share]
        return [here, maps.map_shares(*self.labels, shares), *([maps.map_nowhere(nowhere)] if nowhere else [])]

    def rows(self) -> Sequence[Row]:
        """Return a row for each opinion: in what share of all ways to weigh it comes first, and clearly so; its corners."""
        return [
            {
                "opinion": region.opinion,
                "share_of_map": region.share,
                "clear_share_of_map": region.clear_share,
                "corners": region.ahead,
            }
            for region in self.regions
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each opinion, in whole numbers."""
        rows = [
            (region.opinion, words.of_100(region.share), words.of_100(region.clear_share)) for region in self.regions
        ]
        return [("", maps.FIRST_IN, maps.CLEARLY_IN), *rows]

    def heading(self) -> str:
        """Return what the table is about."""
        return maps.map_heading(*self.labels)

    def notes(self) -> Sequence[str]:
        """Return how to read the map, and the sentences."""
        return (*self.sentences(), maps.MAP_NOTE)


def trade_off(scores: Scores, across: str | None = None, up: str | None = None) -> TradeOff:
    """Return who comes first over the weights of two criteria.

    Parameters
    ----------
    scores : Scores
        What was compared; three criteria at least.
    across, up : str, optional
        The two criteria; where none is named, those between which the least weight has to move to turn it round, then
        those that count most.

    Raises
    ------
    CompareError
        There is no such criterion, both are the same, there are fewer than three in the case, or these are no scores.

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
    expect(scores, Scores)
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
        raise CompareError(
            "A trade-off takes two criteria.",
            found=quoted(across),
            allowed="two different ones",
            fix="name two of the criteria",
        )
    telling = [key for key in _most_telling(scores) if key not in {across, up}]
    across = across or telling.pop(0)
    up = up or telling.pop(0)
    totals = {name: _plane(scores, name, across, up) for name in scores.case.names}
    gap = scores.case.closeness.gap
    regions = tuple(Region(name, _where(totals, name, 0.0), _where(totals, name, gap)) for name in totals)
    return TradeOff(scores, across, up, regions, (scores.weights[across], scores.weights[up]))


def _most_telling(scores: Scores) -> list[str]:
    lead = Lead.of(scores)
    nearest = nearest_flip(lead) if lead.can_turn else None
    moved = {key: abs(nearest.shares[key] - share) if nearest else 0.0 for key, share in scores.weights.items()}
    return sorted(moved, key=lambda key: (-round(moved[key], 9), -round(scores.weights[key], 9), key))


Plane = tuple[float, float, float]
"""A mean total at the corner where neither counts, where only the first does, and where only the second does."""


def _plane(scores: Scores, name: str, across: str, up: str) -> Plane:
    values = {key: value.mean for key, value in scores.values[name].items()}
    return rest(scores.weights, values, across, up), values[across], values[up]


def _where(totals: Mapping[str, Plane], name: str, lead: float) -> Polygon:
    polygon = _TRIANGLE
    for rival in totals:
        if rival != name:
            polygon = _clipped(polygon, _ahead_by(totals[name], totals[rival], lead))
    return polygon


def _ahead_by(own: Plane, other: Plane, lead: float) -> Callable[[Point], float]:
    corner, across, up = (_even(mine - theirs) - lead for mine, theirs in zip(own, other, strict=True))
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


def _even(gap: float) -> float:
    """Return a gap without the last digits that a sum leaves, so that equal opinions are equal everywhere."""
    return 0.0 if abs(gap) <= TOLERANCE else gap


def _share(polygon: Polygon) -> float:
    """Return the area of a polygon as a share of the triangle (the shoelace formula, twice)."""
    turns = (x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(polygon, polygon[1:] + polygon[:1], strict=True))
    area = abs(sum(turns))
    return area if area > TOLERANCE else 0.0
