"""What the live view is given: the numbers of a case, its words, and where the sliders start.

Nothing here needs a notebook; the same data drives the view in a page without Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from compare.app.texts import ALL_ZERO, LIVE
from compare.case import Case
from compare.charts.palette import criterion_sign
from compare.errors import visible
from compare.explanation import explain
from compare.scoring import CLOSE_GAP, Scores, score
from compare.weights import points as weights_from_points

MIDDLE = 50.0
"""Where every slider stands when nobody has said what matters."""

Points = Mapping[str, float]
"""For each criterion, 0-100."""


def opening_points(case: Case) -> dict[str, float]:
    """Return where the sliders start: as the patient (else the first person) said, else all in the middle.

    Parameters
    ----------
    case : Case
        Whose people are asked.

    Returns
    -------
    dict
        For each criterion 0-100. Points and swings stay as they were said; any other way is scaled so that what counts
        most has 100.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A"}], criteria=[{"key": "goals"}, {"key": "cost"}],
    ...             people=[{"name": "Rosa", "weights": {"ranking": ["goals", "cost"]}}])
    >>> {key: round(value) for key, value in opening_points(case).items()}
    {'goals': 100, 'cost': 33}
    """
    speaker = case.speaker
    if speaker is None or speaker.weights is None or speaker.weights.equal:
        return dict.fromkeys(case.keys, MIDDLE)
    said = speaker.weights.points or speaker.weights.swing
    if said:
        return {key: float(said[key]) for key in case.keys}
    shares = speaker.weights.on(case.keys)
    largest = max(shares.values())
    return {key: 100 * shares[key] / largest for key in case.keys}


def scored(case: Case, points: Points) -> Scores | None:
    """Return the scores for the sliders as they stand, None when all of them stand at 0.

    At the opening position these are the scores of whoever gave the weights; after a move they are nobody's in particular.

    Raises
    ------
    CompareError
        The points name other criteria than the case has, or lie outside 0-100.
    """
    if dict(points) == opening_points(case):
        return score(case)
    if points and not any(points.values()):
        return None
    return score(case, weights_from_points(points))


def view_of(case: Case) -> dict[str, Any]:
    """Return what ``live.js`` draws, as plain data.

    Parameters
    ----------
    case : Case
        One to six opinions look well; more are drawn too.

    Returns
    -------
    dict
        ``criteria`` (key, label, the two anchors, colour and ink), ``opinions`` (name, and for each criterion ``[low, mean, high]`` on 0-100),
        ``start`` (points), ``close_gap``, ``texts``.
    """
    values = score(case).values
    return {
        "criteria": [
            {
                "key": criterion.key,
                "label": visible(criterion.label),
                "anchors": [visible(anchor) for anchor in criterion.anchors],
                "colour": criterion_sign(place).colour,
                "ink": criterion_sign(place).ink,
            }
            for place, criterion in enumerate(case.criteria)
        ],
        "opinions": [
            {
                "name": visible(name),
                "values": {key: [value.low, value.mean, value.high] for key, value in values[name].items()},
            }
            for name in case.names
        ],
        "start": opening_points(case),
        "close_gap": CLOSE_GAP,
        "texts": LIVE,
    }


def answer_to(case: Case, points: Points) -> dict[str, Any]:
    """Return what needs more than the sum, for the sliders as they stand.

    Returns
    -------
    dict
        ``points`` (for which it holds), ``sentences``, and ``close`` (the places of the opinions too close to call).
    """
    scores = scored(case, points)
    if scores is None:
        return {"points": dict(points), "sentences": [ALL_ZERO], "close": []}
    return {
        "points": dict(points),
        "sentences": [visible(sentence) for sentence in explain(scores)],
        "close": [case.names.index(name) for name in scores.front if scores.close_call],
    }
