"""The fixed words of the pictures, in one place: plain, short, no advice.

Numbers become words in `compare.words`; here they are only put beside each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from compare import words
from compare.case import Attribute, Rating
from compare.interval import Interval

TOTALS_TITLE = "What each opinion comes to, of 100"
PROFILE_TITLE = "Part by part"
POSTER_TITLE = "How the opinions compare"
GRID_TITLE = "What each doctor answered, and what it counts as"
PROS_CONS_TITLE = "What was said for and against"

FOR = "For"
AGAINST = "Against"
NOTHING_FOR = "Nothing was noted for it yet."
NOTHING_AGAINST = "Nothing was noted against it yet."
NO_NOTES = "Nothing was noted for or against it yet."

TOO_CLOSE = "Too close to call"
ONE_OPINION = "One opinion so far. Comparing needs two."
NUMBERS_IN_TABLE = "The table gives the numbers."
NOTES_IN_LIST = "The list gives every word."
OPEN_PART = "Dashed: not known. It is drawn half-way, and could be anything."
RANGE_LINE = "The line under a bar shows how far its end could move."
ROUNDED = "Each number is rounded, so a sum can be 1 or 2 off."
WORST_END = "worst end"
TOP_END = "top end"
OPEN_SIGN = "?"
RATED_WHOLE = "one answer for the whole part"
GRID_NOTE = (
    "In each box: the answer as it was given, and what it counts as, from 0 to 100. The grey bar shows how far it could "
    "move. A dashed box is an answer that is still open."
)
PROFILE_NOTE = (
    "The sign stands where the result lies on average, the bar beside it shows how far it could move. "
    "A dashed band is not known: it could be anything."
)


def range_words(interval: Interval[float]) -> str:
    """Return the two ends of a range in whole numbers.

    Examples
    --------
    >>> range_words(Interval(0, 10, 20))
    '0 to 20'
    """
    return f"{words.whole(interval.low)} to {words.whole(interval.high)}"


def counts_for(share: float) -> str:
    """Return how much a criterion counts, from its share, 0-1."""
    return f"{words.COUNTS_FOR} {words.of_100(share)}"


def answer_text(rating: Rating, attribute: Attribute | None) -> str:
    """Return an answer as it was given.

    Examples
    --------
    >>> answer_text(Rating(answer=[18, 24]), None), answer_text(Rating(words="quite common"), None)
    ('18 to 24', 'words only: “quite common”')
    """
    if not rating.known:
        said = f": “{rating.words}”" if rating.words else ""
        return f"{rating.why}{said}"
    return words.answer(rating.answer, attribute.unit if attribute else "")


def more(count: int) -> str:
    """Say how many notes did not fit into the picture."""
    return f"and {count} more, in the list"


def totals_alt(message: Sequence[str]) -> str:
    """Return the words for the picture of the totals."""
    return _together("A bar for each opinion, made of its parts.", *message, NUMBERS_IN_TABLE)


def profile_alt(furthest: str, still_open: str) -> str:
    """Return the words for the picture of the parts."""
    return _together("Each part, with the opinions one below the other.", furthest, still_open, NUMBERS_IN_TABLE)


def furthest_apart(label: str, low: str, low_value: float, high: str, high_value: float) -> str:
    """Say on which part two opinions lie furthest apart."""
    return f"They lie furthest apart on {label}: {words.whole(low_value)} for {low}, {words.whole(high_value)} for {high}, of 100."


def grid_alt(opinions: Sequence[str], still_open: str) -> str:
    """Return the words for the picture of the answers."""
    return _together(f"A table of every answer on {words.listing(opinions)}.", still_open, NUMBERS_IN_TABLE)


def pros_cons_alt(counts: Sequence[tuple[str, int, int]]) -> str:
    """Return the words for the picture of what was said for and against."""
    said = "; ".join(f"{name}: {pros} for, {cons} against" for name, pros, cons in counts)
    return _together(f"What was said for and against each opinion. {said}.", NOTES_IN_LIST)


def _together(*sentences: str) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
