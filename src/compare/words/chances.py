"""The words for what may happen: how often and how often not, out of 100, by when and among whom."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.labels import TIME_NOT_STATED
from compare.words.numbers import listing, whole
from compare.words.sentences import said

TITLE = "What may happen, out of 100 people"
HEADING = "What may happen, and how often"
LEGEND_TITLE = "Each dot is one of 100 people."
HAPPENS_TO = "happens to"
DOES_NOT_HAPPEN_TO = "does not happen to"
HAPPENS = "it happens"
MAY_HAPPEN = "inside the range the doctor gave"
DOES_NOT = "it does not happen"
WORDS_ONLY = "words, no number"
DOES_NOT_APPLY = "does not apply here"
GROUP_NOT_STATED = "group not stated"
SOURCE_NOT_STATED = "source not stated"
NO_NUMBERS = "No outcome or side effect is noted with a number yet."
ASK_FOR_NUMBERS = (
    "A question to ask: out of 100 people like me, how many does this happen to, by when, and where is that published?"
)
NOT_ONE_PERSON = "The numbers are about groups of people. Nobody can say from them what will happen to one person."
TIMES_DIFFER = "The times are not the same, so these numbers cannot simply be set side by side."
TIMES_OPEN = "For some of these numbers the time is not stated, so they cannot simply be set side by side."
NUMBERS_IN_TABLE = "The table gives the numbers."
SOURCES = "Sources"


def frames(low: float, high: float) -> tuple[str, str]:
    """Say to how many of 100 something happens, and to how many it does not: two texts of equal weight (rule R10).

    Examples
    --------
    >>> frames(6.2, 6.2)
    ('happens to 6 of 100', 'does not happen to 94 of 100')
    >>> frames(0.2, 0.2)
    ('happens to fewer than 1 of 100', 'does not happen to more than 99 of 100')
    >>> frames(18, 24)
    ('happens to 18 to 24 of 100', 'does not happen to 76 to 82 of 100')
    """
    happens, does_not = amounts(low, high)
    return f"{HAPPENS_TO} {happens}", f"{DOES_NOT_HAPPEN_TO} {does_not}"


def amounts(low: float, high: float) -> tuple[str, str]:
    """Return to how many of 100 something happens and to how many not, in whole numbers.

    Parameters
    ----------
    low, high : float
        The ends of what is known, of 100 people.

    Examples
    --------
    >>> amounts(0, 4.5), amounts(99.7, 99.7)
    (('at most 5 of 100', 'at least 95 of 100'), ('more than 99 of 100', 'fewer than 1 of 100'))
    """
    happens, does_not = _amounts(low, high)
    return f"{happens} of 100", f"{does_not} of 100"


def _amounts(low: float, high: float) -> tuple[str, str]:
    least, most = int(whole(low)), int(whole(high))
    if least == most:
        return _amount(low, high, least)
    if least == 0 and most == 100:
        return "anything from 0 to 100", "anything from 0 to 100"
    if least == 0:
        return f"at most {most}", f"at least {100 - most}"
    if most == 100:
        return f"at least {least}", f"at most {100 - least}"
    return f"{least} to {most}", f"{100 - most} to {100 - least}"


def _amount(low: float, high: float, rounded: int) -> tuple[str, str]:
    if rounded == 0 and high > 0:
        return "fewer than 1", "more than 99"
    if rounded == 100 and low < 100:
        return "more than 99", "fewer than 1"
    return str(rounded), str(100 - rounded)


def counted_people(count: str) -> str:
    """Return the count behind a rounded number."""
    return f"counted: {count}"


def by_when(time: str | None) -> str:
    """Return the time of a chance, or that nobody stated it (rule R9)."""
    return f"time: {time}" if time else TIME_NOT_STATED


def among(group: str | None) -> str:
    """Return the people whom a chance is about, or that nobody stated them (rule R9)."""
    return f"among: {group}" if group else GROUP_NOT_STATED


def from_source(number: str | None, said_by: str | None) -> str:
    """Return where a chance comes from: the number of its source, or who said it (rule R9)."""
    if number:
        return f"source: {number}"
    return f"said by {said_by}" if said_by else SOURCE_NOT_STATED


def said_by(who: str) -> str:
    """Say who gave a word."""
    return f"said by {who}"


def in_their_words(text: str) -> str:
    """Return what was said beside a number."""
    return f"in words: {said(text)}"


def band(low: float, high: float) -> str:
    """Return the numbers that a word such as "common" stands for by convention, out of 100 (rule R13).

    Parameters
    ----------
    low, high : float
        The ends of the band, of 100 people.

    Examples
    --------
    >>> band(1, 10)
    'by a convention between 1 and 10 of 100; not for this patient'
    """
    if high >= 100:
        amount = f"{whole(low)} or more"
    elif low >= 1:
        amount = f"between {whole(low)} and {whole(high)}"
    else:
        amount = "fewer than 1" if high >= 1 else "far fewer than 1"
    return f"by a convention {amount} of 100; not for this patient"


def one_chance(outcome: str, opinion: str, happens: str, does_not: str, *facts: str) -> str:
    """Say what one opinion states about one outcome, both frames side by side."""
    about = f" ({'; '.join(facts)})" if facts else ""
    return f"{outcome}, {opinion}: {happens}, {does_not}{about}."


def only_words(outcome: str, opinion: str, words: str, convention: str | None = None) -> str:
    """Say that a doctor gave a word and no number, and what the word stands for by convention, if it does."""
    about = f" ({convention})" if convention else ""
    return f"{outcome}, {opinion}: no number, only the words {said(words)}{about}."


def left_out(names: Sequence[str], most: int = 8) -> str:
    """Say which outcomes were named without a number, and so are not drawn."""
    rest = len(names) - most
    also = [f"{rest} more"] if rest > 0 else []
    return f"Named, but without a number so far: {listing([*names[:most], *also])}."


def not_drawn(count: int) -> str:
    """Say how many outcomes did not fit on the sheet."""
    return f"And {count} more with a number, in the table."


def source_line(number: str, text: str) -> str:
    """Return one line of the list of sources."""
    return f"{number} {text}"


def alt(outcomes: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """Return the words for the picture: for each outcome, what each opinion says."""
    told = [f"{name}: {'; '.join(f'{who}, {what}' for who, what in cells)}." for name, cells in outcomes]
    return " ".join(["A hundred dots for each opinion, one for each person.", *told, NUMBERS_IN_TABLE])
