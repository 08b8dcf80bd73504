"""What to ask next: the answers that could change who comes first, the most useful first.

What an answer is worth is the expected value of knowing it before deciding, exact for every form an answer can take.
After the answers come the layers that a doctor has not spoken about, then the questions that nobody has asked yet.
"""

from __future__ import annotations

from compare.errors import expect
from compare.scoring import Scores
from compare.unknowns.asking import open_answers, open_layers_of, unasked
from compare.unknowns.result import Kind, Question, Questions

__all__ = ["Kind", "Question", "Questions", "questions"]


def questions(scores: Scores) -> Questions:
    """Return what to ask next.

    Parameters
    ----------
    scores : Scores
        What was compared; one opinion is enough.

    Returns
    -------
    Questions
        Every open or ranged answer with what knowing it is worth (0-100, the most useful first), then the layers that a
        doctor has not spoken about, then the standard questions not asked yet.

    Raises
    ------
    CompareError
        Something else than scores.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> case = Case(criteria=[{"key": "goals"}], opinions=[{"name": "A", "ratings": {"goals": 50}}, {"name": "B"}])
    >>> first, *_ = questions(score(case)).items
    >>> first.opinion, first.worth, first.could_change_first
    ('B', 12.5, True)
    """
    expect(scores, Scores)
    answers = sorted(open_answers(scores), key=_most_useful)
    return Questions(scores, (*answers, *open_layers_of(scores.case), *unasked(scores.case)))


def _most_useful(item: Question) -> tuple[float, bool, float, str, str, str]:
    """Return what answers are ordered by: their worth, then how far they reach, then their names and nothing else."""
    names = item.opinion, item.criterion or "", item.attribute or ""
    return (-round(item.worth, 9), item.settled, -round(item.width, 9), *names)
