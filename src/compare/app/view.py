"""What the live view is told while the sliders move: whose scores these are, and the sentences for them.

What it is given at first is in `compare.reports.live`, as pages carry it too.
"""

from __future__ import annotations

from typing import Any

from compare.case import Case
from compare.errors import visible
from compare.explanation import explain
from compare.reports.live import MIDDLE, Points, close_places, people_of, start_of, view_of
from compare.scoring import Scores, score
from compare.weights import points as weights_from_points
from compare.words.live import ALL_ZERO

__all__ = [
    "MIDDLE",
    "Points",
    "answer_for",
    "answer_to",
    "opening_points",
    "people_of",
    "scored",
    "start_of",
    "view_of",
]

_SAME = 1e-9


def opening_points(case: Case) -> dict[str, float]:
    """Return where the sliders start: as the patient (else the first person) said, else all in the middle.

    Examples
    --------
    >>> opening_points(Case(opinions=[{"name": "A"}], criteria=[{"key": "goals"}, {"key": "cost"}]))
    {'goals': 50.0, 'cost': 50.0}
    """
    return start_of(case, case.speaker)


def scored(case: Case, points: Points, person: str | None = None) -> Scores | None:
    """Return the scores for the sliders as they stand, None when all of them stand at 0.

    Where somebody's sliders start these are that person's scores; after a move they are nobody's in particular.

    Parameters
    ----------
    case : Case
        What is compared.
    points : mapping
        For each criterion, 0-100.
    person : str, optional
        Whose sliders these are; without one, the patient's, else the first person's.

    Raises
    ------
    CompareError
        The points name other criteria than the case has, or lie outside 0-100; or there is no such person.
    """
    somebody = case.person(person) if person is not None else case.speaker
    if _same(points, start_of(case, somebody)):
        return score(case, person=person)
    if points and not any(points.values()):
        return None
    return score(case, weights_from_points(points))


def answer_to(case: Case, points: Points, person: str | None = None) -> dict[str, Any]:
    """Return what needs more than the sum, for the sliders as they stand.

    Returns
    -------
    dict
        ``points`` (for which it holds), ``sentences``, and ``close`` (the places of the opinions too close to call).
    """
    return answer_for(points, scored(case, points, person))


def answer_for(points: Points, scores: Scores | None) -> dict[str, Any]:
    """Return the same from the scores for these points, None when all of them stand at 0."""
    if scores is None:
        return {"points": dict(points), "sentences": [ALL_ZERO], "close": []}
    sentences = [visible(sentence) for sentence in explain(scores)]
    return {"points": dict(points), "sentences": sentences, "close": close_places(scores)}


def _same(one: Points, other: Points) -> bool:
    return set(one) == set(other) and all(abs(one[key] - other[key]) <= _SAME for key in other)
