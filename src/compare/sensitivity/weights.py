"""Weights at which another opinion comes first: one criterion at a time, and the nearest in any direction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compare.distributions import TOLERANCE
from compare.errors import CompareError, unknown
from compare.scoring import Scores, score
from compare.weights import Weights


@dataclass(frozen=True)
class Lead:
    """By how much the first opinion is ahead of each other one.

    Parameters
    ----------
    scores : Scores
        What was compared.
    first : str
        The opinion with the highest mean total; of several equal ones the first by name, so that the order in a file
        decides nothing.
    gains : mapping
        By rival and criterion: the first's mean value less the rival's, -100 to 100.
    """

    scores: Scores
    first: str
    gains: Mapping[str, Mapping[str, float]]

    @classmethod
    def of(cls, scores: Scores) -> Lead:
        """Return by how much the first opinion of some scores is ahead."""
        first = min(scores.leaders)
        means = {name: {key: value.mean for key, value in row.items()} for name, row in scores.values.items()}
        gains = {
            rival: {key: means[first][key] - mean for key, mean in means[rival].items()}
            for rival in sorted(means)
            if rival != first
        }
        return cls(scores, first, gains)

    @property
    def can_turn(self) -> bool:
        """Tell whether some weights put a rival ahead: whether one is better on any criterion."""
        return any(gain < -TOLERANCE for gains in self.gains.values() for gain in gains.values())

    def ahead_of(self, rival: str) -> float:
        """Return how far the first's mean total is above a rival's, of 100."""
        totals = self.scores.totals
        return float(totals[self.first].mean - totals[rival].mean)


@dataclass(frozen=True)
class WeightFlip:
    """How much a criterion may count for the first opinion to stay first, the others keeping their proportions.

    Parameters
    ----------
    criterion : str
        Its key.
    share : float
        How much it counts now, 0-1.
    low, high : float
        From which share to which the first stays first, 0-1.
    below, above : str or None
        Which opinion comes first where it counts for less than ``low``, or for more than ``high``.
    """

    criterion: str
    share: float
    low: float
    high: float
    below: str | None
    above: str | None

    @property
    def flips(self) -> list[tuple[float, str]]:
        """Return the shares at which another opinion comes first, and which; the nearest to the present share first."""
        ends = [(self.low, self.below), (self.high, self.above)]
        found = [(end, name) for end, name in ends if name is not None]
        return sorted(found, key=lambda flip: abs(flip[0] - self.share))


@dataclass(frozen=True)
class NearestFlip:
    """The smallest change of the weights that brings another opinion level with the first; it need not get ahead of it.

    Parameters
    ----------
    distance : float
        By how much the shares change in all: the sum of all changes, up and down, 0-2.
    shares : mapping
        The weights there, by criterion; they add up to 1.
    to : str
        Which opinion draws level.
    """

    distance: float
    shares: Mapping[str, float]
    to: str


def with_weight(scores: Scores, criterion: str, share: float) -> Scores:
    """Return the same comparison with one criterion counting for more or less, the others keeping their proportions.

    Parameters
    ----------
    scores : Scores
        What was compared.
    criterion : str
        Whose weight moves.
    share : float
        How much it counts then, 0-1.

    Raises
    ------
    CompareError
        There is no such criterion, or the share is beyond 0-1.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> scores = score(Case(criteria=[{"key": "a"}, {"key": "b"}, {"key": "c"}], opinions=[{"name": "A"}]))
    >>> dict(with_weight(scores, "a", 0.5).weights)
    {'a': 0.5, 'b': 0.25, 'c': 0.25}
    """
    if criterion not in scores.weights:
        raise unknown("a criterion of this case", criterion, list(scores.weights))
    if not 0 <= share <= 1:
        raise CompareError(
            "This is not a share of the weight.",
            found=f"{share:g}",
            allowed="0 to 1",
            fix="write half as 0.5",
        )
    others = {key: weight for key, weight in scores.weights.items() if key != criterion}
    total = sum(others.values())
    parts = {key: weight / total if total > 0 else 1 / len(others) for key, weight in others.items()}
    shares = {key: share if key == criterion else (1 - share) * parts[key] for key in scores.weights}
    return score(scores.case, Weights(shares if others else {criterion: 1.0}, how="points"))


def weight_flips(lead: Lead) -> dict[str, WeightFlip]:
    """Return for each criterion the weights at which the first stays first (Mareschal 1988, EJOR 33:54)."""
    return {key: _weight_flip(lead, key) for key in lead.scores.case.keys}


def _weight_flip(lead: Lead, key: str) -> WeightFlip:
    weights = lead.scores.weights
    ends = {rival: (rest(weights, gains, key), gains[key]) for rival, gains in lead.gains.items()}
    turned = {rival: (own, others) for rival, (others, own) in ends.items()}
    high, above = overtaken(ends, weights[key]) or (1.0, None)
    low, below = overtaken(turned, 1 - weights[key]) or (1.0, None)
    return WeightFlip(key, weights[key], 1 - low, high, below, above)


def overtaken(ends: Mapping[str, tuple[float, float]], share: float = 0.0) -> tuple[float, str] | None:
    """Return beyond which share another opinion is ahead of the one that is first at ``share``, and which.

    Parameters
    ----------
    ends : mapping
        By rival, how far the first is ahead of it where a criterion counts for nothing and where it alone counts, -100 to
        100; in between it is straight.
    share : float
        From where on to look, 0-1.

    Returns
    -------
    (float, str) or None
        The share, and of those who draw level there the one that is furthest ahead beyond it; None where nobody gets ahead.

    Examples
    --------
    >>> overtaken({"B": (30, -10), "C": (60, -20), "D": (40, 0)})
    (0.75, 'C')
    """
    crossing = [
        (max(nothing / (nothing - alone), share), alone, rival)
        for rival, (nothing, alone) in ends.items()
        if alone < -TOLERANCE and nothing > alone
    ]
    at = min((flip for flip, *_ in crossing), default=1.0)
    meeting = [(round(alone, 9), rival) for flip, alone, rival in crossing if flip <= at + TOLERANCE]
    return (at, min(meeting)[1]) if at < 1 - TOLERANCE else None


def rest(weights: Mapping[str, float], values: Mapping[str, float], *keys: str) -> float:
    """Return the value of all other criteria together, in the proportions they have; equal ones where they have none."""
    others = [(weights[key], value) for key, value in values.items() if key not in keys]
    total = sum(weight for weight, _ in others)
    if total > 0:
        return sum(weight * value for weight, value in others) / total
    return sum(value for _, value in others) / len(others) if others else values[keys[0]]


def nearest_flip(lead: Lead) -> NearestFlip | None:
    """Return the weights nearest to the present ones (L1) at which a rival draws level, None where none can.

    Of several that are as near, the one that can get furthest ahead.
    """
    flips = [flip for rival in lead.gains if (flip := _flip_to(lead, rival))]
    furthest = {rival: round(min(gains.values()), 9) for rival, gains in lead.gains.items()}
    return min(flips, key=lambda flip: (round(flip.distance, 9), furthest[flip.to], flip.to), default=None)


def _flip_to(lead: Lead, rival: str) -> NearestFlip | None:
    """Move weight from where the first gains most to where the rival gains most, until both are level.

    A linear programme with one side condition is solved by taking the steepest exchanges first.
    """
    gains, shares = lead.gains[rival], dict(lead.scores.weights)
    if rival in lead.scores.leaders:
        return NearestFlip(0.0, shares, rival)
    by_gain = sorted(gains, key=lambda key: (round(gains[key], 9), key))
    target = by_gain[0]
    if gains[target] > TOLERANCE:
        return None
    ahead = max(0.0, sum(shares[key] * gain for key, gain in gains.items()))
    distance = 0.0
    for key in reversed(by_gain):
        steep = gains[key] - gains[target]
        if ahead <= 0 or steep <= 0:
            break
        moved = min(shares[key], ahead / steep)
        shares[key] -= moved
        shares[target] += moved
        ahead -= moved * steep
        distance += 2 * moved
    return NearestFlip(distance, shares, rival)
