"""Where a paper comes from: who entered it, when, until when there is time, with what it was made (rule R23)."""

from __future__ import annotations

from importlib.metadata import version

from compare import words
from compare.case import Case


def about(case: Case, draws: int = 0, seed: int = 0) -> list[str]:
    """Return who entered the case and when, the day to decide by, and what made the paper.

    Parameters
    ----------
    case : Case
        What the paper is about.
    draws, seed : int
        How many random draws were made, and where they began.

    Examples
    --------
    >>> about(Case(opinions=[{"name": "A"}], entered_by="Jonas"))[0]
    'Entered by: Jonas'
    """
    facts = {
        words.ENTERED_BY: case.entered_by,
        words.ENTERED_ON: words.day(case.entered_on) if case.entered_on else None,
        words.DECIDE_BY: words.source(words.day(case.decide_by), case.decide_by_said_by) if case.decide_by else None,
    }
    return [*(words.about(label, str(text)) for label, text in facts.items() if text), made_with(draws, seed)]


def made_with(draws: int = 0, seed: int = 0) -> str:
    """Return which version made a paper, and what was drawn at random for it."""
    return words.about(words.MADE_WITH, f"opinion-compare {version('opinion-compare')}; {words.drawn(draws, seed)}")
