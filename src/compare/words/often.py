"""The words for how often each opinion comes first."""

from __future__ import annotations

import math
from collections.abc import Sequence

from compare.words.moved_ends import gave_for_others
from compare.words.numbers import listing, of_100, whole
from compare.words.sentences import whose_weights

TITLE = "How often each opinion comes first"
AXIS = ("in none of them", "in all of them")
EXACT = "Worked out exactly; nothing was drawn at random."
OPEN_DRAWN = "An answer that is open or not exact was drawn at random too, each time anew."
HOW_TO_READ = (
    "Of 100 ways, so many put the opinion 1st, 2nd and so on. Opinions that come out equal share the better place."
)

_TURN_OUT = " ways the open or inexact answers could turn out"
_HEADINGS = {
    "nothing": "Every way to weigh the parts is tried, whoever weighs them",
    "order": "Every way to weigh the parts is tried that keeps {}",
    "ranges": "Every way to weigh the parts is tried that stays within {}",
}
_OPENINGS = {
    "nothing": "Of all ways to weigh the parts",
    "order": "Of all ways to weigh the parts that keep {}",
    "ranges": "Of all ways to weigh the parts that stay within {}",
}
_WHAT = {
    "order": ("the order {} gave", "the order given"),
    "ranges": ("the ranges {} gave", "the ranges given"),
}


def heading(knowing: str, person: str | None, *, given: bool, equal: bool, outdated: bool = False) -> str:
    """Return the line above the table: what is known of the weights.

    Examples
    --------
    >>> heading("order", "Rosa", given=True, equal=False)
    'Every way to weigh the parts is tried that keeps the order Rosa gave'
    """
    if knowing == "weights":
        return whose_weights(person, given=given, equal=equal, outdated=outdated)
    return _HEADINGS[knowing].replace("{}", _what(knowing, person))


def place(number: int) -> str:
    """Return a place as people write it.

    Examples
    --------
    >>> [place(number) for number in (1, 2, 3, 4, 11, 21)]
    ['1st', '2nd', '3rd', '4th', '11th', '21st']
    """
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
    return f"{number}{ending}"


def first_in(text: str) -> str:
    """Say beside a bar in how many ways an opinion comes first."""
    return f"1st in {text}"


def in_bar(text: str) -> str:
    """Return the words for a part of a bar, whose scale is of 100.

    Examples
    --------
    >>> in_bar("62 of 100"), in_bar("more than 99 of 100")
    ('62', 'more than 99')
    """
    return text.removesuffix(" of 100")


def or_lower(number: int) -> str:
    """Return a place and all below it."""
    return f"{place(number)} or lower"


def share(amount: float, *, certain: bool) -> str:
    """Return a share of ways; what was drawn is called all or none only where that is certain.

    Examples
    --------
    >>> share(0.62, certain=False), share(1.0, certain=True), share(0.0, certain=False), share(1.0, certain=False)
    ('62 of 100', '100 of 100', 'fewer than 1 of 100', 'more than 99 of 100')
    """
    if certain or 0 < amount < 1:
        return of_100(amount)
    return "more than 99 of 100" if amount >= 1 else "fewer than 1 of 100"


def firsts(knowing: str, person: str | None, shares: Sequence[tuple[str, str]]) -> str:
    """Say how often each opinion comes first over the ways to weigh the parts, the most frequent first.

    Examples
    --------
    >>> firsts("nothing", None, [("Usual", "80 of 100"), ("New", "20 of 100")])
    'Of all ways to weigh the parts, Usual comes first in 80 of 100, New in 20 of 100.'
    """
    return f"{_OPENINGS[knowing].replace('{}', _what(knowing, person))}, {_first_in(shares)}."


def firsts_by_answers(
    person: str | None, shares: Sequence[tuple[str, str]], *, given: bool, equal: bool, outdated: bool = False
) -> str:
    """Say how often each opinion comes first over the ways the open answers could turn out."""
    return f"{_with_weights(person, given=given, equal=equal, outdated=outdated)}, {_first_in(shares, _TURN_OUT)}."


def settled(person: str | None, leaders: Sequence[str], *, given: bool, equal: bool, outdated: bool = False) -> str:
    """Say who comes first where weights and answers are all known."""
    opening = _with_weights(person, given=given, equal=equal, outdated=outdated)
    verb = f"{leaders[0]} comes first" if len(leaders) == 1 else f"{listing(leaders)} share the first place"
    return f"{opening}, {verb}: every answer is known."


def always_equal(names: Sequence[str]) -> str:
    """Say that opinions share the first place whatever counts most."""
    return f"{listing(names)} share the first place, whatever counts most."


def close(first: str, second: str) -> str:
    """Say that each of two opinions is ahead about equally often."""
    return f"{first} and {second} are too close to call: each is ahead of the other about equally often."


def middle(name: str, labels: Sequence[tuple[str, float]], *, rest: bool) -> str:
    """Say what the weights look like, on average, that put an opinion first.

    Examples
    --------
    >>> middle("New", [("Alive at 2 years", 0.7), ("Severe", 0.17)], rest=True)
    'Where New comes first, the parts count on average: Alive at 2 years 70 of 100, Severe 17, the others 13.'
    """
    (label, largest), *others = labels
    left = 100 - sum(int(whole(100 * part)) for _, part in labels)
    more = [f"{other} {whole(100 * part)}" for other, part in others]
    more += [f"the others {left}"] if rest and left > 0 else []
    return ", ".join([f"Where {name} comes first, the parts count on average: {label} {of_100(largest)}", *more]) + "."


def confident(name: str, text: str) -> str:
    """Say how sure an opinion is to be first at its own middle weights."""
    return f"With just those weights, {name} comes first in {text}{_TURN_OUT}."


def ties(text: str) -> str:
    """Say how often the first place is shared."""
    return f"In {text} ways the first place is shared."


def drawn(draws: int, error: float) -> str:
    """Say from how many draws the numbers come, and how far they can be off (95 of 100 times).

    Examples
    --------
    >>> drawn(10_000, 0.0098), drawn(100, 0.098), drawn(1_000_000, 0.001)
    ('From 10,000 random draws: give or take 1 of 100.', 'From 100 random draws: give or take 10 of 100.', 'From 1,000,000 random draws: give or take less than 1 of 100.')
    """
    off = "less than 1" if error < 0.005 else str(math.ceil(100 * error - 1e-9))
    return f"From {draws:,} random {'draw' if draws == 1 else 'draws'}: give or take {off} of 100."


def seed(number: int) -> str:
    """Say where the draws began."""
    return f"The draws began at seed {number}; the same seed gives the same numbers."


def alt(first: str, exactness: str) -> str:
    """Return the words for the picture."""
    return f"A bar for each opinion: in how many of 100 ways it comes 1st, 2nd and so on. {first} {exactness} The table gives the numbers."


def _what(knowing: str, person: str | None) -> str:
    named, bare = _WHAT.get(knowing, ("", ""))
    return named.replace("{}", person) if person else bare


def _with_weights(person: str | None, *, given: bool, equal: bool, outdated: bool) -> str:
    if outdated and person:
        return f"{gave_for_others(person)} With every part counting the same"
    if not given:
        return "With every part counting the same, as nobody has said what matters"
    return whose_weights(person, given=True, equal=equal)


def _first_in(shares: Sequence[tuple[str, str]], of: str = "") -> str:
    (name, text), *others = shares
    return ", ".join([f"{name} comes first in {text}{of}", *(f"{other} in {part}" for other, part in others)])
