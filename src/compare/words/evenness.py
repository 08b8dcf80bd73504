"""The words for how evenly the opinions are told, and for what a page still lacks: kind, short, no scolding."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.numbers import counted, listing
from compare.words.sentences import said

POINT = "Point"
MET = "Met"
WHY = "Why"
YES = "yes"
NOT_YET = "not yet"

DOCTOR = "who the doctor is"
FINDINGS = "what was found"
PLAN = "the plan"
CHANCES = "what may happen"
PROS = "what speaks for it"
CONS = "what speaks against it"
REPLIES = "questions answered"
MORE = "what else was said"

EVEN = "The opinions are told in about equal detail."
ONE = "There is one opinion so far, so there is nothing to even out."
NOTHING = "Nothing is told about the opinions yet."
SPLITTING = (
    "More questions in one part never make that part count more: what a part counts for is set for the whole part, and "
    "then divided."
)
NOT_CERTIFIED = (
    "The points follow a published list for good decision pages (IPDASi, 2014), in our own words. A point that is not met "
    "is a hint, not a fault, and nobody has certified this page."
)
NO_WAITING = (
    "Nobody has said yet what happens with no treatment now, or with watching and waiting. "
    "It can be answered or set aside under the other options."
)
QUESTION = "the question at the top"
_MOST_NAMES = 4
_MOST_LETTERS = 60


def heading(met: int, total: int) -> str:
    """Say how many points are met: the line above the table."""
    return f"{met} of {total} points met for this case"


def some(names: Sequence[str]) -> str:
    """Return a few names as a list, and how many more there are.

    Examples
    --------
    >>> some(["A", "B", "C", "D", "E", "F"])
    'A, B, C, D and 2 more'
    """
    shown = [short(name) for name in names[:_MOST_NAMES]]
    rest = len(names) - len(shown)
    return listing([*shown, *([f"{rest} more"] if rest else [])])


def short(text: str) -> str:
    """Return a text that is short enough for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS].rstrip()}…"


def uneven_cells(more: str, most: int, less: str, least: int, missing: Sequence[str]) -> str:
    """Say that one opinion has far fewer things filled in than another, and what is missing most."""
    return (
        f"{short(less)} is told in less detail than {short(more)}: {counted(least, 'thing')} filled in, against {most}."
        f"{_missing(missing)}"
    )


def uneven_words(more: str, most: int, less: str, least: int, missing: Sequence[str]) -> str:
    """Say that far fewer words are said on one opinion than on another."""
    return (
        f"{short(less)} is told in fewer words than {short(more)}: {counted(least, 'word')}, against {most}."
        f"{_missing(missing)}"
    )


def _missing(missing: Sequence[str]) -> str:
    return f" Most is missing on: {listing([short(label) for label in missing])}." if missing else ""


def options_open(options: Sequence[str]) -> str:
    """Say which other options are named and not answered yet."""
    quotes = [said(short(option)) for option in options[:_MOST_NAMES]]
    return f"Still to be answered among the other options: {listing(quotes)}."


def without(what: str, counts: Sequence[tuple[str, int, int]]) -> str:
    """Say how many numbers lack a time, a group or a source, opinion by opinion.

    Examples
    --------
    >>> without("time", [("Surgery", 2, 5), ("Waiting", 1, 1)])
    'Numbers with no time stated: 2 of 5 for Surgery and 1 of 1 for Waiting.'
    """
    told = [f"{count} of {total} for {short(name)}" for name, count, total in counts[:_MOST_NAMES]]
    return f"Numbers with no {what} stated: {listing(told)}."


def same_source(places: Sequence[str], source: str, opinions: Sequence[str]) -> str:
    """Say that two answers rest on the same source."""
    return (
        f"{some(places)} rest on one source for {some(opinions)}: {short(source)}. "
        "If they tell one and the same fact, it counts twice. If not, leave them as they are."
    )


def alike(places: Sequence[str]) -> str:
    """Say that two questions under different criteria are nearly the same."""
    return f"{some(places)} ask nearly the same. What is asked twice counts twice; one of them could go."


def one_thing(names: Sequence[str]) -> str:
    """Say that two things that may happen look like one under two names."""
    quotes = [said(short(name)) for name in names]
    return f"{listing(quotes)} look like one thing under two names. Under one name they would stand side by side."


def within(criterion: str, attribute: str) -> str:
    """Return an attribute with its criterion."""
    return f"{attribute} ({criterion})" if attribute != criterion else criterion


def loaded(place: str, word: str, instead: str) -> str:
    """Say where a word pushes to one side, and a neutral way to say it."""
    return f"The word {said(word)} in {place} may push readers to one side. A neutral way: {instead}."


def name_of(opinion: str) -> str:
    """Return the place of an opinion's name."""
    return f"the name {said(short(opinion))}"


def label_of(label: str) -> str:
    """Return the place of a label."""
    return f"the label {said(short(label))}"


def question_of(label: str) -> str:
    """Return the place of a question."""
    return f"the question on {said(short(label))}"


def points_met(met: int, total: int, to_do: Sequence[str]) -> str:
    """Say how many points are met, and what could be added first."""
    first = f" {' '.join(to_do)}" if to_do else ""
    return f"{met} of {total} points of a good decision page are met.{first}"
