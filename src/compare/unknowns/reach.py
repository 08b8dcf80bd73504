"""Which answers can be asked for, and whether all of them together could change who comes first.

What is not asked for, such as a number that was counted, stays at its mean; only where it could help is that said.
"""

from __future__ import annotations

from compare.answers import Count
from compare.case import Attribute, Rating
from compare.distributions import TOLERANCE
from compare.interval import Interval
from compare.scoring import Scores
from compare.values import DIRECT, Value
from compare.words.asking import Together


def askable(rating: Rating) -> bool:
    """Tell whether an answer can be asked for: no count, and nothing that does not apply."""
    return not isinstance(rating.answer, Count) and rating.why != "not applicable"


def together(scores: Scores) -> Together:
    """Tell whether the open answers together could put another opinion first.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> rows = [{"name": "A", "ratings": {"goals": 90, "cost": 90}}, {"name": "B"}]
    >>> case = Case(criteria=[{"key": "goals"}, {"key": "cost"}], opinions=rows)
    >>> together(score(case))
    'could'
    """
    if _reaches(scores, others=False):
        return "could"
    return "only with others" if _reaches(scores, others=True) else "could not"


def _reaches(scores: Scores, *, others: bool) -> bool:
    first, *rest = scores.order
    least = _furthest(scores, first, others=others).low
    return any(_furthest(scores, name, others=others).high > least + TOLERANCE for name in rest)


def _furthest(scores: Scores, name: str, *, others: bool) -> Interval[float]:
    """Return how far a total can move by what can be asked for; with ``others`` by everything that is not exact."""
    case = scores.case
    return Interval.sum(
        scores.weights[criterion.key] * share * _moved(attribute, rating, value, others=others)
        for criterion in case.criteria
        for (attribute, rating), (share, value) in zip(
            case.answers(case.opinion(name), criterion), case.worth[name][criterion.key], strict=True
        )
    )


def _moved(attribute: Attribute | None, rating: Rating, value: Value, *, others: bool) -> Interval[float]:
    """Return the ends of one value; those of a count are the ends of its scale, since its bounds hold 95 of 100 only."""
    if askable(rating) or value.interval.width == 0:
        return value.interval
    if not others:
        return Interval.exact(value.interval.mean)
    low, high = (attribute.value if attribute else DIRECT).ends
    return Interval(low, value.interval.mean, high)
