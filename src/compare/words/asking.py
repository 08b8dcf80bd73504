"""What to ask next, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from compare.words.labels import NEEDS_TWO
from compare.words.numbers import counted, whole

Together = Literal["could", "could not", "only with others"]
"""Whether several open answers together could change who comes first; or only if other inexact numbers change as well."""

QUESTION = "Question"
ABOUT = "About"
WHOM = "Whom to ask"
EVERY_OPINION = "every opinion"
COULD_CHANGE_HEAD = "Could change who comes first"
COULD_CHANGE = "The answer could change who comes first."
ANSWERS_TITLE = "Answers that are still open or not exact"
LAYERS_TITLE = "What a doctor has not spoken about"
STANDARD_TITLE = "What every doctor can be asked"

TORNADO_TITLE = "Which open answer could move a result furthest"
TORNADO_NOTE = (
    "Each bar shows how far that opinion could end up ahead of the highest other one, or behind it, by this one answer "
    "alone, in points of the result. The sign stands where it is now. A bar that crosses the black line could change who comes first."
)
TORNADO_NOTE_OF_ONE = "Each bar shows how far the result could move by this one answer alone, in points."
AXIS = ("behind", "level", "ahead")
AXIS_OF_ONE = ("lower", "as now", "higher")
COULD_CHANGE_SHORT = "could change who comes first"
NOTHING_OPEN = "No answer is open, and none is a range."
_TOGETHER: dict[Together, str] = {
    "could": ", but several together could.",
    "could not": ", and all of them together could not.",
    "only with others": ". Together they could only do so if other numbers that are not exact change as well.",
}


def ask_every_doctor(question: str) -> str:
    """Return a question that is put to every doctor alike."""
    return f"{question} Ask every doctor."


def how_many_of_one(still_open: int) -> str:
    """Say how many answers about the only opinion are open.

    Examples
    --------
    >>> how_many_of_one(3)
    '3 answers are still open or not exact. There is one opinion so far; comparing needs two.'
    """
    return f"{_still_open(still_open) if still_open else NOTHING_OPEN} {NEEDS_TWO}"


def _still_open(count: int) -> str:
    return f"{counted(count, 'answer')} {'is' if count == 1 else 'are'} still open or not exact."


def how_many(still_open: int, deciding: int, *, together: Together) -> str:
    """Say how many open answers could change who comes first."""
    if not still_open:
        return NOTHING_OPEN
    answers = _still_open(still_open)
    if still_open == 1:
        return f"{answers} It {'could' if deciding else 'could not'} change who comes first."
    if not deciding:
        return f"{answers} None could change who comes first on its own{_TOGETHER[together]}"
    whole = "Each of them" if deciding == still_open else f"{deciding} of them"
    return f"{answers} {whole} could change who comes first on {'its' if deciding in {1, still_open} else 'their'} own."


def left_out(count: int) -> str:
    """Say how many answers were not drawn."""
    return f"{counted(count, 'more answer')} could move {'its' if count == 1 else 'their'} result less; the list gives all."


def signed(amount: float) -> str:
    """Return an amount of points as a whole number with its sign.

    Examples
    --------
    >>> signed(4.2), signed(-0.7), signed(0.2)
    ('+4', '−1', '0')
    """
    number = whole(abs(amount))
    return number if number == "0" else f"{'+' if amount > 0 else '−'}{number}"


def between(low: float, high: float) -> str:
    """Return two amounts of points with their signs."""
    return f"{signed(low)} to {signed(high)}"


def could_end(label: str, opinion: str, low: float, high: float) -> str:
    """Say between which ends one answer could move a result."""
    return f"{label} for {opinion}: {whole(low)} to {whole(high)} of 100."


def tornado_alt(sentence: str, widest: Sequence[str]) -> str:
    """Return the words for the picture of open answers."""
    lead = "A bar for each open answer: where the result could end up by this one answer."
    return " ".join([lead, sentence, *widest])
