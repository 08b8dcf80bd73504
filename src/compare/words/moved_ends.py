"""What is said where a person weighed the step between two ends of a scale, and an end has moved since (R1)."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.numbers import counted

_MOST, _LONGEST = 3, 200
_NAMES = {"both": "", "worst": "the worst end of ", "best": "the top end of "}

Moved = tuple[str, str, str, str]
"""What a scale is called, which end moved (both, worst, best), what it was, what it is now."""

KEEP = "Keep all of them"
START = (
    "Please say again what matters. It starts as it was. As soon as you change one, all of them count for the new ends. "
    "Or keep all of them as they are."
)


def gave_for_others(person: str) -> str:
    """Say that the weights of a person are for another step than the one that is compared now."""
    return f"{person} said what matters when a scale had other ends."


def every_part_the_same(person: str) -> str:
    """Say what stands in for such weights."""
    return f"{gave_for_others(person)} Until {person} says it again, every part counts the same here."


def does_not_count(person: str) -> str:
    """Say that it has to be said again."""
    return f"{gave_for_others(person)} It does not count until {person} says it again."


def asked_again(person: str, moved: Sequence[Moved]) -> str:
    """Say that such weights do not count, and what has changed.

    Examples
    --------
    >>> asked_again("Rosa", [("Alive at 2 years", "both", "45 to 65", "40 to 65")])
    'Rosa said what matters when a scale had other ends. It does not count until Rosa says it again. Alive at 2 years was “45 to 65” and is “40 to 65” now.'
    """
    return f"{does_not_count(person)} {what_moved(moved)}"


def what_moved(moved: Sequence[Moved]) -> str:
    """Say which ends were others, in a sentence each, the first three of them."""
    told = [
        f"{_NAMES[end]}{label} was “{_short(was)}” and is “{_short(now)}” now."
        for label, end, was, now in moved[:_MOST]
    ]
    rest = len(moved) - len(told)
    more = [f"{counted(rest, 'more end')} moved too."] if rest else []
    return " ".join(text[:1].upper() + text[1:] for text in [*told, *more])


def at_place(place: str, note: str) -> str:
    """Return a note with its place in the file, and how to mend it there."""
    return f"{place}: {note} In the file, change the weights and delete the `anchors` below them; the app does both."


def _short(text: str) -> str:
    text = text.removesuffix(".")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
