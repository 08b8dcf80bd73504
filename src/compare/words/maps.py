"""The words for the map of two weights."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.flips import level, opening
from compare.words.numbers import listing, of_100

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


def map_now(person: str | None, names: Sequence[str], *, given: bool, close: bool, outdated: bool = False) -> str:
    """Say who comes first where the weights stand now."""
    if len(names) > 1:
        return level(person, names, given=given, outdated=outdated)
    return opening(person, names[0], given=given, close=close, outdated=outdated)


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
    """Return the words of one line of the key: whose region it is; ours lead, for a name may be written from the right.

    Examples
    --------
    >>> map_key(["A"], 0.3), map_key(["A", "B"], 0.3), map_key(["A"], 0)
    ('A', 'equal: A and B', 'first nowhere here: A')
    """
    if not share:
        return f"first nowhere here: {listing(names)}"
    return f"{'equal: ' if len(names) > 1 else ''}{listing(names)}"


def map_alt(across: str, up: str, sentences: Sequence[str]) -> str:
    """Return the words for the map of two weights."""
    return " ".join(
        [f"A map of who comes first: to the right the weight of {across}, upwards that of {up}.", *sentences]
    )
