"""The words for what would change it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from compare.answers import Answer, Count
from compare.words.labels import NO_WEIGHTS
from compare.words.moved_ends import gave_for_others
from compare.words.numbers import answer, counted, listing, of_100, points, whole
from compare.words.sentences import said, whose_weights

COUNTS_NOW = "Counts for now"
STAYS_FIRST = "Stays first at"
THEN_FIRST = "Beyond that, first"
NOBODY = "nobody else"
OTHERS_KEEP = "When one part counts for more or less, the other parts share the rest as they do now."
NO_ANSWER_FLIPS = "No single answer could put another opinion first."
ONE_PART = "There is only one part to weigh, so no weight can change it."
NEEDS_TWO = "There is one opinion so far, so nothing can change who comes first."

_ROUNDING = 1e-9


def opening(person: str | None, first: str, *, given: bool, close: bool, outdated: bool = False) -> str:
    """Say from where the changes are counted.

    Examples
    --------
    >>> opening("Rosa", "Surgery", given=True, close=True)
    'By what Rosa said matters, Surgery comes first now, but it is close: a small change could turn it round.'
    """
    rest = ", but it is close: a small change could turn it round" if close else ""
    if given:
        return f"{whose_weights(person, given=True)}, {first} comes first now{rest}."
    return f"{_nobody_weighed(person, outdated=outdated)} With every part counting the same, {first} comes first{rest}."


def level(person: str | None, names: Sequence[str], *, given: bool, outdated: bool = False) -> str:
    """Say that several opinions are level, so that any change decides."""
    if given:
        return f"{whose_weights(person, given=True)}, {listing(names)} come out equal now. A small change can decide."
    return (
        f"{_nobody_weighed(person, outdated=outdated)} With every part counting the same, {listing(names)} come out equal. "
        "A small change can decide."
    )


def _nobody_weighed(person: str | None, *, outdated: bool) -> str:
    if outdated and person:
        return gave_for_others(person)
    return f"{person} has not said yet what matters most." if person else f"{NO_WEIGHTS.partition(':')[0]}."


def heading(first: str | None) -> str:
    """Return the line above the table; None where there is nobody to come before."""
    return f"What would put another opinion before {first}" if first else "What could change who comes first"


def weight_flip(label: str, flip: float, now: float, to: str) -> str:
    """Say at what weight of one criterion another opinion comes first, rounded to the side where it does.

    At a whole number the two are level, so that it takes more, or less.

    Examples
    --------
    >>> weight_flip("Side effects", 0.436, 0.2, "Surgery")
    'If Side effects counted for 44 of 100 instead of 20, Surgery would come first.'
    >>> weight_flip("Side effects", 0.5, 0.2, "Surgery")
    'If Side effects counted for more than 50 of 100 instead of 20, Surgery would come first.'
    >>> weight_flip("Side effects", 0.002, 0.2, "Surgery")
    'If Side effects counted for almost nothing instead of 20 of 100, Surgery would come first.'
    """
    up, before = flip >= now, whole(100 * now)
    low, high = _between(flip)
    then = high if up else low
    if str(then) == before:
        return f"If {label} counted for just a little {'more' if up else 'less'} than now ({of_100(now)}), {to} would come first."
    if not then:
        return f"If {label} counted for almost nothing instead of {of_100(now)}, {to} would come first."
    how = f"{'more' if up else 'less'} than " if low == high else "" if up else "only "
    return f"If {label} counted for {how}{then} of 100 instead of {before}, {to} would come first."


def _between(share: float) -> tuple[int, int]:
    """Return between which whole numbers of 100 a share lies; twice the same where it is one."""
    return math.floor(100 * share + _ROUNDING), math.ceil(100 * share - _ROUNDING)


def no_flip(labels: Sequence[str], first: str) -> str:
    """Say on which criteria the weight does not matter for who comes first.

    Examples
    --------
    >>> no_flip(["Our goals", "Experience"], "Surgery")
    'Surgery stays first whatever weight Our goals or Experience has, each on its own.'
    """
    alone = "" if len(labels) == 1 else ", each on its own"
    what = labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} or {labels[-1]}"
    return f"{first} stays first whatever weight {what} has{alone}."


def nearest(to: str, taken: Sequence[tuple[str, float]], given: str) -> str:
    """Say what the smallest change of the weights is: from which labels how much, of 1, and to which label.

    Examples
    --------
    >>> nearest("Surgery", [("Experience", 0.13), ("Our goals", 0.002)], "Cost")
    'The smallest change of weights that brings Surgery level: 13 points from Experience and less than 1 point from Our goals, over to Cost.'
    """
    moved = listing([f"{points(100 * amount)} from {label}" for label, amount in taken])
    comma = "," if len(taken) > 1 else ""
    return f"The smallest change of weights that brings {to} level: {moved}{comma} over to {given}."


def no_weights_turn(first: str) -> str:
    """Say that no weights at all put a rival first."""
    return f"However the parts are weighed, nobody comes out ahead of {first}, as the answers stand now."


def answer_flip(
    what: str, opinion: str, then: str, now: str | None, to: str, *, possible: bool, count: bool = False
) -> str:
    """Say at which answer another opinion comes first.

    ``possible``: the answer as given leaves room for it; ``count``: it was counted, so that nobody can tell it exactly.

    Examples
    --------
    >>> answer_flip("Cost", "Surgery", "60 or more", "40 to 80", "Waiting", possible=True)
    'Not exact yet: Cost for Surgery, 40 to 80. With 60 or more, Waiting would come first.'
    """
    if now is None:
        return f"Still open: {what} for {opinion}. With {then}, {to} would come first."
    if possible:
        why = "Counted, so not exact" if count else "Not exact yet"
        return f"{why}: {what} for {opinion}, {now}. With {then}, {to} would come first."
    return f"If {what} for {opinion} were {then} instead of {now}, {to} would come first."


def given_answer(given: Answer, unit: str) -> str | None:
    """Return an answer as it stands in a sentence; None where nobody knows.

    Examples
    --------
    >>> given_answer(Count(8, 129), "of 100 people"), given_answer(("fair", "good"), "")
    ('6 of 100 people', '“fair” to “good”')
    """
    if given is None:
        return None
    if isinstance(given, Count):
        return answer(given.of_100, unit)
    ends = given if isinstance(given, tuple) else (given,)
    if any(isinstance(end, str) for end in ends):
        return " to ".join(said(str(end)) for end in dict.fromkeys(ends))
    return answer(given, unit)


def or_more(text: str, now: str | None, *, upward: bool, onward: bool, level: bool = False) -> str:
    """Return an answer with all those beyond it.

    ``onward``: there are some, and all of them turn it round; ``level``: at the answer itself the two are only level.

    Examples
    --------
    >>> or_more("60 of 100", "40 of 100", upward=True, onward=True), or_more("40 of 100", "40 of 100", upward=False, onward=True)
    ('60 of 100 or more', 'just a little less')
    >>> or_more("60 of 100", "40 of 100", upward=True, onward=True, level=True)
    'more than 60 of 100'
    """
    if text == now:
        return f"just a little {'more' if upward else 'less'}"
    if level:
        return f"{'more' if upward else 'less'} than {text}"
    return f"{text} or {'more' if upward else 'less'}" if onward else text


def for_example(text: str) -> str:
    """Return an answer that is not the only one to turn it round."""
    return f"for example {text}"


def more_flips(count: int) -> str:
    """Say that there are more answers that could turn it round."""
    return f"{counted(count, 'more answer')} could do the same on {'its' if count == 1 else 'their'} own."


def share_range(low: float, high: float, now: float) -> str:
    """Return from which weight to which, of 100, rounded to the inside.

    Examples
    --------
    >>> share_range(0.114, 0.436, 0.2), share_range(0.196, 1.0, 0.197)
    ('12 to 43', '20 to 100')
    """
    here = int(whole(100 * now))
    least, most = math.ceil(100 * low - _ROUNDING), math.floor(100 * high + _ROUNDING)
    return f"{min(least, here)} to {max(most, here)}"


def then_first(*, below: str | None, above: str | None) -> str:
    """Return which opinion comes first beyond the ends."""
    sides = [f"{side}: {name}" for side, name in (("below", below), ("above", above)) if name]
    return "; ".join(sides) or NOBODY


LINES_TITLE = "What if one part counted for more or less?"
LINES_NOTE = (
    "Each line shows what an opinion comes to on average, from 0 to 100, when this part counts for more or less. The other "
    "parts share the rest as they do now. Answers that are open or not exact could still move the lines."
)
RESULT_AXIS = "Result, of 100"
CHANGE_MARK = "A ring marks where another opinion comes first."


def weight_axis(label: str) -> str:
    """Return the words at an axis of weights."""
    return f"How much {label} counts, of 100"


def now_at(share: float) -> str:
    """Return the words at the present weight."""
    return f"now {of_100(share)}"


def level_at(share: float) -> str:
    """Return the words at a weight at which two opinions are level.

    Examples
    --------
    >>> level_at(0.6), level_at(0.604)
    ('level at 60', 'level between 60 and 61')
    """
    low, high = _between(share)
    return f"level at {low}" if low == high else f"level between {low} and {high}"


def stays_first(name: str) -> str:
    """Return the words over the weights at which the first stays first; our words lead, for a name may be written from the right."""
    return f"stays first: {name}"


def lines_alt(label: str, sentences: Sequence[str]) -> str:
    """Return the words for the picture of one weight."""
    return " ".join([f"A line for each opinion: what it comes to, for every weight of {label}.", *sentences])
