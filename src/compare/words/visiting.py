"""The words of the visit page: one page that a doctor reads in a minute."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.numbers import counted, listing

OPINIONS = "What each doctor says"
COMPARED = "How they compare"
MATTERS = "What each person said matters"
DIFFER = "Where the doctors differ"
ASK = "Still to ask"
DOCTOR = "Doctor"
PLAN = "Plan"
AIM = "Aim"
START = "Can start"
WHO = "Who"
COUNTS = "How much each part counts, of 100"
WORRIES = "On their mind"
STEP = "Step"
SAID = "What they say"
HOW_MUCH = "How much"
SETTLES = "Who can settle it"
CUT = "A text that ends in “…” is whole in the family report."


def more(count: int, one: str, many: str | None = None) -> str:
    """Say how many things are in the family report only.

    Examples
    --------
    >>> more(3, "question"), more(1, "person", "people")
    ('3 more questions are in the family report.', '1 more person is in the family report.')
    """
    number, thing = counted(count, one, many).split(" ", 1)
    return f"{number} more {thing} {'is' if count == 1 else 'are'} in the family report."


def more_parts(count: int) -> str:
    """Say how many parts the key of a picture leaves out."""
    return f"and {counted(count, 'more part')}"


def said_by(names: Sequence[str], answer: str) -> str:
    """Say what some of the opinions say."""
    return f"{listing(names)}: {answer}"
