"""The words for what would change it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from compare.answers import Answer, Count
from compare.words.labels import NO_WEIGHTS
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


def opening(person: str | None, first: str, *, given: bool, close: bool) -> str:
    """Say from where the changes are counted.

    Examples
    --------
    >>> opening("Rosa", "Surgery", given=True, close=True)
    'By what Rosa said matters, Surgery comes first now, but it is close: a small change could turn it round.'
    """
    rest = ", but it is close: a small change could turn it round" if close else ""
    if given:
        return f"{whose_weights(person, given=True)}, {first} comes first now{rest}."
    return f"{_nobody_weighed(person)} With every part counting the same, {first} comes first{rest}."


def level(person: str | None, names: Sequence[str], *, given: bool) -> str:
    """Say that several opinions are level, so that any change decides."""
    if given:
        return f"{whose_weights(person, given=True)}, {listing(names)} come out equal now. A small change can decide."
    return (
        f"{_nobody_weighed(person)} With every part counting the same, {listing(names)} come out equal. "
        "A small change can decide."
    )


def _nobody_weighed(person: str | None) -> str:
    return f"{person} has not said yet what matters most." if person else f"{NO_WEIGHTS.partition(':')[0]}."


def heading(first: str) -> str:
    """Return the line above the table."""
    return f"What would put another opinion before {first}"


def weight_flip(label: str, flip: float, now: float, to: str) -> str:
    """Say at what weight of one criterion another opinion comes first, rounded to the side where it does.

    Examples
    --------
    >>> weight_flip("Side effects", 0.436, 0.2, "Surgery")
    'If Side effects counted for 44 of 100 instead of 20, Surgery would come first.'
    >>> weight_flip("Side effects", 0.002, 0.2, "Surgery")
    'If Side effects counted for almost nothing instead of 20 of 100, Surgery would come first.'
    """
    up, before = flip >= now, whole(100 * now)
    then = (math.ceil if up else math.floor)(100 * flip + (-_ROUNDING if up else _ROUNDING))
    if str(then) == before:
        return f"If {label} counted for just a little {'more' if up else 'less'} than now ({of_100(now)}), {to} would come first."
    if not then:
        return f"If {label} counted for almost nothing instead of {of_100(now)}, {to} would come first."
    return f"If {label} counted for {'' if up else 'only '}{then} of 100 instead of {before}, {to} would come first."


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


def answer_flip(what: str, opinion: str, then: str, now: str | None, to: str, *, possible: bool) -> str:
    """Say at which answer another opinion comes first; ``possible``: the answer as given leaves room for it.

    Examples
    --------
    >>> answer_flip("Cost", "Surgery", "60 or more", "40 to 80", "Waiting", possible=True)
    'Not exact yet: Cost for Surgery, 40 to 80. With 60 or more, Waiting would come first.'
    """
    if now is None:
        return f"Still open: {what} for {opinion}. With {then}, {to} would come first."
    if possible:
        return f"Not exact yet: {what} for {opinion}, {now}. With {then}, {to} would come first."
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


def or_more(text: str, now: str | None, *, upward: bool, onward: bool) -> str:
    """Return an answer with all those beyond it; ``onward``: there are some, and all of them turn it round.

    Examples
    --------
    >>> or_more("60 of 100", "40 of 100", upward=True, onward=True), or_more("40 of 100", "40 of 100", upward=False, onward=True)
    ('60 of 100 or more', 'just a little less')
    """
    if text == now:
        return f"just a little {'more' if upward else 'less'}"
    return f"{text} or {'more' if upward else 'less'}" if onward else text


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
    """Return the words at a weight at which two opinions are level."""
    return f"level at {whole(100 * share)}"


def stays_first(name: str) -> str:
    """Return the words over the weights at which the first stays first."""
    return f"{name} stays first"


def lines_alt(label: str, sentences: Sequence[str]) -> str:
    """Return the words for the picture of one weight."""
    return " ".join([f"A line for each opinion: what it comes to, for every weight of {label}.", *sentences])


MAP_TITLE = "Who comes first, for every way to share the weight"
MAP_NOTE = (
    "Each point of the map is one way to share 100 points of weight: the further right, the more the first part counts; the "
    "further up, the more the second. The other parts share what is left as they do now."
)
LIGHT = "light: too close to call"
RIGHT = "→"
UP = "↑"
HERE = "now"
FIRST_IN = "Comes first in"
CLEARLY_IN = "Clearly ahead in"


def map_heading(across: str, up: str) -> str:
    """Return the line above the table of a map."""
    return f"Who comes first, for every weight of {across} and {up}"


def map_now(person: str | None, names: Sequence[str], *, given: bool, close: bool) -> str:
    """Say who comes first where the weights stand now."""
    return level(person, names, given=given) if len(names) > 1 else opening(person, names[0], given=given, close=close)


def map_shares(across: str, up: str, shares: Sequence[tuple[str, float]]) -> str:
    """Say how many of all ways to weigh put each opinion first, shares 0-1.

    Examples
    --------
    >>> map_shares("Our goals", "Cost", [("Surgery", 0.7), ("Waiting", 0.3)])
    'Of 100 evenly spread ways to weigh Our goals, Cost and the rest, 70 put Surgery first and 30 put Waiting first.'
    """
    parts = listing([f"{of_100(share).removesuffix(' of 100')} put {name} first" for name, share in shares])
    return f"Of 100 evenly spread ways to weigh {across}, {up} and the rest, {parts}."


def map_everywhere(across: str, up: str, name: str) -> str:
    """Say that one opinion comes first however the weight is shared."""
    return f"Every way to share the weight between {across}, {up} and the rest puts {name} first."


def map_nowhere(names: Sequence[str]) -> str:
    """Say which opinions come first nowhere."""
    return f"{listing(names)} {'comes' if len(names) == 1 else 'come'} first nowhere on this map."


def map_key(names: Sequence[str], share: float) -> str:
    """Return the words of one line of the key: whose region it is, and how large."""
    if not share:
        return f"{listing(names)}: first nowhere here"
    return f"{listing(names)}{': equal' if len(names) > 1 else ''}"


def map_alt(across: str, up: str, sentences: Sequence[str]) -> str:
    """Return the words for the map of two weights."""
    return " ".join(
        [f"A map of who comes first: to the right the weight of {across}, upwards that of {up}.", *sentences]
    )
