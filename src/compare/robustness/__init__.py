"""How often each opinion comes first, whatever is not known: the weights, the answers, or both.

Stochastic multicriteria acceptability analysis, SMAA-2 (Lahdelma & Salminen 2001, Operations Research 49:444; Tervonen &
Lahdelma 2007, EJOR 178:500). Where two opinions are known in full nothing is drawn: the share is a volume with an exact formula.
"""

from __future__ import annotations

from compare.case import Case
from compare.errors import CompareError, expect, quoted
from compare.robustness.knowledge import KNOWING, Knowing, knowledge
from compare.robustness.result import HowOften
from compare.weights import Weights

__all__ = ["KNOWING", "USUAL_DRAWS", "HowOften", "Knowing", "check_seed", "how_often"]

USUAL_DRAWS = 100_000
"""How many draws are made where nobody says how many."""

_MOST_DRAWS = 1_000_000_000
_LARGEST_SEED = 2**63


def how_often(
    case: Case,
    knowing: Knowing = "nothing",
    *,
    weights: Weights | None = None,
    person: str | None = None,
    draws: int = USUAL_DRAWS,
    seed: int = 0,
    progress: bool = False,
) -> HowOften:
    """Tell how often each opinion comes first, second, third ... when weights or answers are not known.

    Parameters
    ----------
    case : Case
        What the doctors said. Answers that are not known are drawn: an open one evenly over its scale, a range evenly between
        its ends, a count from its Beta distribution.
    knowing : {"nothing", "order", "ranges", "weights"}
        What is known of the weights: nothing (every set equally likely); only their order; a range of swing points for each; or
        the weights themselves, so that only answers are drawn.
    weights : Weights, optional
        Whose order or weights; without them those of ``person``, else the patient's, else the first person's. Where nothing is
        known they play no part.
    person : str, optional
        Whose weights to use.
    draws : int
        How many draws where they are needed.
    seed : int
        Where the draws begin; the same seed gives the same result.
    progress : bool
        Whether to show on standard error how far it is (needs tqdm).

    Returns
    -------
    HowOften
        Shares are 0-1. A rank is 1 plus the number of opinions that are strictly better (by more than 1e-9 of 100); opinions
        that are equal share the better rank.

    Raises
    ------
    CompareError
        Nobody gave what is asked for, there is no such person, or a number is out of range.

    Examples
    --------
    >>> rows = [{"name": "New", "ratings": {"alive": 75, "severe": 25, "moderate": 12.5}},
    ...         {"name": "Usual", "ratings": {"alive": 25, "severe": 75, "moderate": 87.5}}]
    >>> case = Case(opinions=rows, criteria=[{"key": key} for key in ("alive", "severe", "moderate")])
    >>> result = how_often(case)
    >>> result.exact, round(result.first["New"], 6)
    (True, 0.2)
    >>> {key: round(share, 3) for key, share in result.central_weights["New"].items()}
    {'alive': 0.7, 'severe': 0.167, 'moderate': 0.133}
    """
    expect(case, Case)
    expect(weights, Weights, or_nothing=True)
    _check("draws", draws, 1, _MOST_DRAWS, usual=USUAL_DRAWS)
    check_seed(seed)
    known = knowledge(case, knowing, weights, person)
    from compare.robustness.finding import found

    return found(case, known, draws, seed, progress=progress)


def check_seed(seed: int) -> None:
    """Refuse a number at which no draws can begin.

    Raises
    ------
    CompareError
        It is not a whole number from 0 to 2**63.
    """
    _check("a seed", seed, 0, _LARGEST_SEED, usual=0)


def _check(what: str, number: int, least: int, most: int, *, usual: int) -> None:
    if isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
        raise CompareError(
            f"This is not a number for {what}.",
            found=quoted(number),
            allowed=f"a whole number from {least} to {most}",
            fix=f"write such a number, or leave it out for {usual}",
        )
