"""What would change it: the weights and the answers at which another opinion comes first.

Everything here is a closed form on the mean totals, exact up to the last digits of a float.
"""

from __future__ import annotations

from compare.errors import expect
from compare.scoring import Scores
from compare.sensitivity.answers import AnswerFlip, answer_flips
from compare.sensitivity.maps import Region, TradeOff, trade_off
from compare.sensitivity.result import WhatIf
from compare.sensitivity.weights import Lead, NearestFlip, WeightFlip, nearest_flip, weight_flips, with_weight

__all__ = [
    "AnswerFlip",
    "NearestFlip",
    "Region",
    "TradeOff",
    "WeightFlip",
    "WhatIf",
    "trade_off",
    "what_if",
    "with_weight",
]


def what_if(scores: Scores) -> WhatIf:
    """Return what would put another opinion first.

    Parameters
    ----------
    scores : Scores
        What was compared; one opinion has nobody to give way to.

    Returns
    -------
    WhatIf
        For each criterion the weights at which the first stays first, the nearest weights at which it does not, and each
        answer that could turn the order round on its own.

    Raises
    ------
    CompareError
        Something else than scores.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> from compare.weights import points
    >>> case = Case(
    ...     criteria=[{"key": "goals"}, {"key": "cost"}],
    ...     opinions=[{"name": "A", "ratings": {"goals": 80, "cost": 20}}, {"name": "B", "ratings": {"goals": 40, "cost": 60}}],
    ... )
    >>> look = what_if(score(case, points({"goals": 75, "cost": 25})))
    >>> look.weights["goals"].low, look.nearest.distance, look.nearest.to
    (0.5, 0.5, 'B')
    """
    expect(scores, Scores)
    lead = Lead.of(scores)
    return WhatIf(scores, lead.first, weight_flips(lead), nearest_flip(lead), answer_flips(lead))
