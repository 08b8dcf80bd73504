"""The words for whether to get a second opinion, for worries and troubles, and for when time is short."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from compare.words.numbers import day, listing

TITLE = "Do we need a second opinion?"
LEAD = "Tick what is true for you. One tick can be enough, and none is needed."
TICK_TITLE = "The list to tick"
FIGURE_HEADS = ("Who was looked at", "People", "Of 100 people", "What could change")
FIGURES_LEAD = "A number says little without whom it counts and what changed."
REASON = "Why"
TICKED_HEAD = "Ticked"
HELPS = "How it can help"
SEEN_HEAD = "What the case shows"
TRIGGERS = "The illness, the doctor, the plan"
REASONS = "What we hope for"
OWN = "In our own words"
NOTHING_TICKED = "Nothing is ticked yet. Go through the list at your own pace."
WORTH_IT = "These points speak for asking another doctor:"
SAME_IS_WORTH_IT = "It is worth it too when nothing changes: two doctors who agree can make you surer."
ASK_FOR_TIME = (
    "Ask the doctor first how long it is safe to wait. A second opinion must not hold up care that cannot wait."
)
WAITING_TITLE = "When to ask the doctor first"
WAITING_LEAD = "There is time for most people, but not for all."
TRIAL = "This plan is a trial, or part of one."
NO_TREATMENT = "This plan holds no treatment against the cancer."

CARDS_TITLE = "Worries and troubles, with answers"
CARD_GROUPS: Mapping[str, str] = {
    "doctor": "About our doctor",
    "way": "About time, money and the way there",
    "asking": "About whom and what to ask",
    "answer": "About what comes out of it",
    "hard": "When it gets hard",
}
NOTED_TITLE = "What you noted"
SAYS, ACTIONS, SCRIPT, FIGURES = "Good to know", "What you can do", "Words to use", "What was counted elsewhere"
NOTHING_NOTED = "No worry is noted. Every card is here to look at."
NO_CARD = "There is no card for this yet. Talk it over with someone you trust:"
FIGURES_NOTE = "People who were sent on often have a harder case. So these numbers can be too high for others."

HURRY_TITLE = "When time is short"
FIVE = "Five questions that count most"
TWO = "The two parts that count most"
NO_TWO = "To compare by two parts, say first which two matter most to you."
NEEDS_TWO_PARTS = "Only one part counts for you, so there are no two to compare."
ONLY_TWO = "This looks at two parts only. The rest is left out here, and can change it."


def seen(name: str, what: str) -> str:
    """Return what is stated and by whom.

    Examples
    --------
    >>> seen("Dr. Fern (Plan A)", "local hospital")
    'Dr. Fern (Plan A): local hospital'
    """
    return f"{name}: {what}"


def not_done(name: str, tests: Sequence[str]) -> str:
    """Name the tests that were not done."""
    return f"{name}: {listing(tests)} not done"


def decide_by(when: date, said_by: str | None) -> str:
    """Name the day to decide by, and who said so."""
    return f"Decide by {day(when)}{f', said by {said_by}' if said_by else ''}."


def speaks_for(label: str, why: str) -> str:
    """Return a point and how another view can help."""
    return f"{label}. {why}"


def own_point(text: str) -> str:
    """Return a point in the family's own words."""
    return f"You also noted: {text}."


def figure(people: str, counted: str, change: str, of_100: Mapping[str, int], *, also: str, source: str) -> str:
    """Return a figure with whom it counts, how many, what changed and where it was published (C1).

    Examples
    --------
    >>> figure("tissue looked at again", "1,010", "the reading", {"no change": 85, "a large change": 15}, also="", source="doi:1")
    'Of 100 people: 85 no change, 15 a large change. What could change: the reading. Who: tissue looked at again (1,010 people). Source: doi:1'
    """
    told = f"Of 100 people: {split(of_100, also=also)}"
    return f"{told} What could change: {change}. Who: {people} ({counted} people). Source: {source}"


def published(number: int, source: str) -> str:
    """Return where a figure was published, by its number in the table."""
    return f"[{number}] {source}"


def numbered(people: str, number: int) -> str:
    """Return whom a figure counts, with the number of its source.

    Examples
    --------
    >>> numbered("lymphoma", 3)
    'lymphoma [3]'
    """
    return f"{people} [{number}]"


def split(of_100: Mapping[str, int], *, also: str) -> str:
    """Return how many of 100 people are in each group, and what else was counted of them.

    Examples
    --------
    >>> split({"no change": 75, "a small change": 19, "a large change": 6}, also="In 1 of 100 the care was changed.")
    '75 no change, 19 a small change, 6 a large change. In 1 of 100 the care was changed.'
    """
    told = ", ".join(f"{number} {kind}" for kind, number in of_100.items())
    return f"{told}. {also}".strip()


def noted(labels: Sequence[str]) -> str:
    """Name the worries that were noted."""
    return f"You noted: {listing([f'“{label}”' for label in labels])}."


def as_much(left_out: Sequence[str]) -> str:
    """Say that a part which is left out counts just as much."""
    verb = "counts" if len(left_out) == 1 else "count"
    return f"{listing(left_out)} {verb} just as much, and {'is' if len(left_out) == 1 else 'are'} left out here."


def two_of(labels: Sequence[str], share: str) -> str:
    """Say which two parts are compared and how much of everything they are."""
    return f"Compared by {listing(labels)} alone. They are {share} of what counts."
