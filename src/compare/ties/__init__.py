"""When the opinions differ: the first step, whom to ask, and what is missing for a third opinion.

A third opinion is brought up under one stated rule only; where it does not hold, it is said what is missing. What else a
family may want to know of an opinion, such as a doctor's own trial, is told in neutral words.
"""

from __future__ import annotations

from datetime import date

from compare.disagreement import differences
from compare.errors import expect
from compare.scoring import Scores
from compare.ties.flags import Flag, flags_of
from compare.ties.result import TieBreak
from compare.ties.third_opinion import latest_day, missing_for

__all__ = ["Flag", "TieBreak", "tiebreak"]


def tiebreak(scores: Scores, *, today: date | None = None) -> TieBreak:
    """Return what can settle a difference between the opinions, and whether a third one may help.

    Parameters
    ----------
    scores : Scores
        What was compared.
    today : date, optional
        The day from which the time left is counted. Without it: the latest day on which something was entered or said, so
        that the same file always gives the same answer.

    Returns
    -------
    TieBreak
        The difference to begin with, its first step and who can settle it; what is missing for a third opinion; flags.

    Raises
    ------
    CompareError
        Something else than scores.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> plans = {"Cut": ["surgery"], "Rays": ["radiation"]}
    >>> case = Case(opinions=[{"name": name, "plan": {"modalities": kinds}} for name, kinds in plans.items()])
    >>> found = tiebreak(score(case))
    >>> found.decides.layer.key, found.third_opinion, found.missing[-1]
    ('treatment', False, 'There is no day by which it has to be decided. Ask a doctor how much time there really is.')
    """
    expect(scores, Scores)
    found = differences(scores.case)
    as_of = today or latest_day(scores.case)
    missing = tuple(missing_for(scores.case, found, as_of))
    return TieBreak(scores, found, as_of, missing, tuple(flags_of(scores.case)))
