"""The words of the report for the family: its chapters, and the heads of its parts."""

from __future__ import annotations

COMPARED = "How the plans compare"
SAID = "What the doctors say"
HAPPENS = "What each plan may bring"
MATTERS = "What matters to us"
SURE = "How sure this is"
NEXT = "What to do next"
THIS_PAPER = "About this paper"

WHAT_ABOUT = "What this is about"
ILLNESS = "Illness"
STAGE = "Stage"
OTHER_ILLNESS = "Other illness"
GOALS = "What we hope for, in this order"
COUNTRY = "Country"

EFFECTS_DRAWN = "Side effects, as pictures"
NOT_DRAWN = "Not in the pictures"
TWO_WEIGHTS = "Two parts weighed together"
ON_THEIR_MINDS = "What is on our minds"
NOTHING_SAID = "Nothing written down."
CONCERNS = "Worries"
NOTES = "Notes"

HOW_HARD = "How hard this is to read"

GLOSSARY = "Words that may be new"
GLOSSARY_LEAD = "Only words that stand on this paper. The last column is for talking with people who work with them."
WORD, MEANS, FIELD = "Word", "What it means", "Also called"


def part_of(title: str, place: int, parts: int) -> str:
    """Return the title of one of several parts.

    Examples
    --------
    >>> part_of("Pictures", 1, 1), part_of("Pictures", 2, 3)
    ('Pictures', 'Pictures (2 of 3)')
    """
    return title if parts == 1 else f"{title} ({place} of {parts})"


def in_order(texts: list[str] | tuple[str, ...]) -> str:
    """Return texts as a numbered line.

    Examples
    --------
    >>> in_order(["Live long", "Stay dry"])
    '1. Live long; 2. Stay dry'
    """
    return texts[0] if len(texts) == 1 else "; ".join(f"{place}. {text}" for place, text in enumerate(texts, 1))


def how_hard(grade: float) -> str:
    """Say how hard a paper is to read, from its grade.

    Examples
    --------
    >>> how_hard(6.4)
    'The sentences on this paper are about as hard as those of school grade 6, at age 11. The program counted its letters and words.'
    """
    whole = max(1, int(grade))
    return (
        f"The sentences on this paper are about as hard as those of school grade {whole}, at age {whole + 5}. "
        "The program counted its letters and words."
    )
