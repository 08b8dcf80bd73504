"""The sum: what each opinion is worth to people who weigh the criteria as they do.

The additive value model ``V_i = sum_k w_k v_ik``, ``v_ik = sum_a u_a v_ia`` (Keeney & Raiffa 1976), with the low and the high
end by interval arithmetic and the mean under the answers' distributions. An answer that nobody knows is as wide as its
scale; nothing is ever counted as 0 because it is missing.
"""

from __future__ import annotations

from compare import weights as weighing
from compare.case import Case
from compare.errors import expect
from compare.interval import Interval
from compare.scoring.pairs import CLOSE_GAP, CLOSE_SHARES, Ahead
from compare.scoring.scores import Scores
from compare.weights import Weights

__all__ = ["CLOSE_GAP", "CLOSE_SHARES", "Ahead", "Scores", "score", "weights_of"]


def score(case: Case, weights: Weights | None = None, *, person: str | None = None) -> Scores:
    """Score a case.

    Parameters
    ----------
    case : Case
        What the doctors said.
    weights : Weights, optional
        How much each criterion counts. Without them: the weights of ``person``; without a person: the patient's, else the
        first person's; where nobody gave any, equal ones, labelled so.
    person : str, optional
        Whose weights to use.

    Returns
    -------
    Scores
        Values, parts and totals on 0-100, each with low, mean and high.

    Raises
    ------
    CompareError
        The weights name other criteria than the case has, there is no such person, or something else was passed.

    Examples
    --------
    >>> case = Case(question="Which?", opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])
    >>> scores = score(case, weighing.points({key: 100 if key == "goals" else 0 for key in case.keys}))
    >>> round(scores.totals["A"].mean), round(scores.totals["B"].low), round(scores.totals["B"].high)
    (70, 0, 100)
    """
    expect(case, Case)
    expect(weights, Weights, or_nothing=True)
    if weights is not None:
        weights, name = weights.bound_to(case.keys), case.person(person).name if person is not None else None
    else:
        weights, name = weights_of(case, person)
    values = {
        opinion: {key: Interval.sum(share * value.interval for share, value in answers) for key, answers in row.items()}
        for opinion, row in case.worth.items()
    }
    return Scores(case, weights, name, values)


def weights_of(case: Case, person: str | None = None) -> tuple[Weights, str | None]:
    """Return whose weights to use and what they are.

    Those of ``person``; where nobody is named the patient's, else the first person's; where they gave none, or gave them for
    other ends of a scale (R1), equal ones.
    """
    somebody = case.person(person) if person is not None else case.speaker
    if somebody is None:
        return weighing.equal(case.keys), None
    stated = case.weights_by(somebody)
    if stated is None:
        return weighing.equal(case.keys, outdated=somebody.weights is not None), somebody.name
    return stated.on(case.keys), somebody.name
