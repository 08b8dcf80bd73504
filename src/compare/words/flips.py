"""What would change it, in words."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.labels import NO_WEIGHTS
from compare.words.numbers import counted, listing, of_100, whole

COUNTS_NOW = "Counts for now"
STAYS_FIRST = "Stays first at"
THEN_FIRST = "Beyond that, first"
NOBODY = "nobody else"
OTHERS_KEEP = "When one part counts for more or less, the other parts share the rest as they do now."
ONE_AT_A_TIME = "Each answer is changed on its own, while all others stay as they are."
NO_ANSWER_FLIPS = "No single answer could put another opinion first."
NO_WEIGHT_FLIPS = "No other way to weigh the parts puts another opinion first."
NEEDS_TWO = "There is one opinion so far, so nothing can change who comes first."


def opening(person: str | None, first: str, *, given: bool, close: bool) -> str:
    """Say from where the changes are counted."""
    whose = (
        (f"By what {person} said matters" if person else "By the weights given") if given else NO_WEIGHTS.rstrip(".")
    )
    rest = ", but it is close: a small change turns it round" if close else ""
    return f"{whose}, {first} comes first now{rest}."


def level(person: str | None, names: Sequence[str], *, given: bool) -> str:
    """Say that several opinions are level, so that any change decides."""
    whose = (
        (f"By what {person} said matters" if person else "By the weights given") if given else NO_WEIGHTS.rstrip(".")
    )
    return f"{whose}, {listing(names)} come out equal now. The smallest change decides between them."


def heading(first: str) -> str:
    """Return the line above the table."""
    return f"What would put another opinion before {first}"


def weight_flip(label: str, flip: float, now: float, to: str) -> str:
    """Say at what weight of one criterion another opinion comes first."""
    if whole(100 * flip) == whole(100 * now):
        more = "more" if flip >= now else "less"
        return f"If {label} counted for just a little {more} than now ({of_100(now)}), {to} would come first."
    only = "" if flip > now else "only "
    return f"If {label} counted for {only}{of_100(flip)} instead of {whole(100 * now)}, {to} would come first."


def no_flip(labels: Sequence[str], first: str) -> str:
    """Say on which criteria the weight does not matter for who comes first."""
    what = f"{labels[0]} counts" if len(labels) == 1 else f"any one of these counts: {listing(labels)}"
    return f"{first} stays first however much or little {what}."


def nearest(to: str, changes: Sequence[tuple[str, float, float]]) -> str:
    """Say what the smallest change of the weights is: labels with their share now and then."""
    moved = listing([_changed(label, now, then) for label, now, then in changes])
    return f"The smallest change of what matters that brings {to} level: {moved}."


def _changed(label: str, now: float, then: float) -> str:
    before, after = whole(100 * now), whole(100 * then)
    if before == after:
        return f"{label} a little {'more' if then > now else 'less'} than {before}"
    return f"{label} {after} instead of {before}"


def no_weights_turn(first: str, rivals: Sequence[str]) -> str:
    """Say that no weights at all put a rival first."""
    return f"However the parts are weighed, {first} stays ahead of {listing(rivals)}, as the answers stand on average."


def answer_flip(label: str, opinion: str, then: str, now: str | None, to: str) -> str:
    """Say at which answer another opinion comes first."""
    if now is None:
        return f"{label} for {opinion} is still open. If the answer were {then}, {to} would come first."
    return f"If {label} for {opinion} were {then} instead of {now}, {to} would come first."


def or_more(answer: str, *, upward: bool) -> str:
    """Return an answer with all those beyond it."""
    return f"{answer} or {'more' if upward else 'less'}"


def more_flips(count: int) -> str:
    """Say that there are more answers that could turn it round."""
    return f"{counted(count, 'more answer')} could do the same on {'its' if count == 1 else 'their'} own."


def share_range(low: float, high: float) -> str:
    """Return from which weight to which."""
    return f"{whole(100 * low)} to {whole(100 * high)}"


def then_first(*, below: str | None, above: str | None) -> str:
    """Return which opinion comes first beyond the ends."""
    sides = [f"{side}: {name}" for side, name in (("below", below), ("above", above)) if name]
    return "; ".join(sides) or NOBODY


LINES_TITLE = "What if one part counted for more or less?"
MAP_TITLE = "Who comes first, for every way to share the weight"
MAP_NOTE = (
    "Each point is one way to share 100 points: across, how much the first part counts; upwards, how much the second. "
    "The other parts share what is left as they do now."
)
HERE = "now"
CLOSE_BAND = "light: too close to call"
CROSSING = "here they are level"
LEVEL_HERE = "level at {share}"
ACROSS = "How much {label} counts, of 100"


def lines_alt(label: str, sentences: Sequence[str]) -> str:
    """Return the words for the picture of one weight."""
    return " ".join([f"A line for each opinion: its result, for every weight of {label}.", *sentences])


def map_alt(across: str, up: str, shares: Sequence[tuple[str, float]]) -> str:
    """Return the words for the map of two weights."""
    parts = listing([f"{name} {of_100(share)}" for name, share in shares])
    return (
        f"A map of two weights, {across} across and {up} upwards. Parts of the map in which each comes first: {parts}."
    )
