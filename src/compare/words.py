"""Every number that becomes a word, and every fixed sentence that a family reads, in one place.

Whole numbers only (rule R8), plain words, no advice (rule R22). A translation replaces this file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from compare.answers import Answer, Count, plain_number

TOTAL = "In all"
COUNTS_FOR = "Counts for"
NOT_KNOWN = "not known"
THE_DOCTOR = "the doctor who gave this opinion"
WHAT_TO_ASK = "What to ask next"
NO_WEIGHTS = "No weights given: every part counts the same here."
HOW_TO_READ = (
    "0 is the worst end of each scale, 100 the top end. Two numbers in brackets show how far the result could move, "
    "because some answers are not known or not exact."
)
NEEDS_TWO = "There is one opinion so far; comparing needs two."
CAUTION = (
    "This page compares what doctors said with what people said matters to them. It is information only: it is not medical "
    "advice, it does not say which treatment to choose, and it takes the place of no doctor. Take it along and talk it over."
)
LIMITS = (
    "The numbers are only as good as the answers that went in. They assume that each part counts on its own. Published "
    "figures are averages of other people; nobody can say from them what will happen to one person."
)


class HasEnds(Protocol):
    """Something with a low, a mean and a high end."""

    @property
    def low(self) -> float:
        """Return the low end."""

    @property
    def mean(self) -> float:
        """Return the mean."""

    @property
    def high(self) -> float:
        """Return the high end."""


def whole(number: float) -> str:
    """Return a number as a whole number, halves rounded up; a minus sign for negative ones.

    Examples
    --------
    >>> whole(2.5), whole(61.4), whole(-0.2)
    ('3', '61', '0')
    """
    return str(int(number + 0.5) if number >= 0 else -int(-number + 0.5))


def range_text(interval: HasEnds) -> str:
    """Return an interval as people read it.

    Examples
    --------
    >>> from compare.interval import Interval
    >>> range_text(Interval(50.2, 61.4, 70)), range_text(Interval.exact(61.4)), range_text(Interval(0, 50, 100))
    ('61 (50 to 70)', '61', 'not known')
    """
    low, high = whole(interval.low), whole(interval.high)
    if interval.low <= 0 and interval.high >= 100:
        return NOT_KNOWN
    return whole(interval.mean) if low == high else f"{whole(interval.mean)} ({low} to {high})"


def of_100(share: float) -> str:
    """Return a share as "n of 100"; neither 0 nor 100 unless it is exactly so.

    Examples
    --------
    >>> of_100(0.834), of_100(0.9999), of_100(1.0), of_100(0.0001)
    ('83 of 100', 'more than 99 of 100', '100 of 100', 'fewer than 1 of 100')
    """
    if 0 < share < 0.005:
        return "fewer than 1 of 100"
    if 0.995 <= share < 1:
        return "more than 99 of 100"
    return f"{whole(100 * share)} of 100"


def listing(names: Sequence[str]) -> str:
    """Return names as a list within a sentence.

    Examples
    --------
    >>> listing(["A", "B", "C"])
    'A, B and C'
    """
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def counted(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun.

    Examples
    --------
    >>> counted(1, "answer"), counted(3, "answer")
    ('1 answer', '3 answers')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"


def whose_weights(person: str | None, *, given: bool) -> str:
    """Return the line above a table: whose weights it shows."""
    if not given:
        return f"{person} has not said yet what matters most. {NO_WEIGHTS}" if person else NO_WEIGHTS
    return f"By what {person} said matters" if person else "By the weights given"


def one_opinion(name: str) -> str:
    """Say that comparing needs two opinions."""
    return f"There is one opinion so far: {name}. Comparing needs two. Here is what is known of it, and what is still open."


def nothing_known(names: Sequence[str]) -> str:
    """Say that there is nothing to compare yet."""
    return f"Nothing is known yet about {listing(names)}. As soon as there are answers, they can be compared."


def checked(file: str, opinions: int, people: int, still_open: int) -> str:
    """Say that a file is in order, and what is in it."""
    still = "no answer is open" if not still_open else f"{counted(still_open, 'answer')} still open"
    return f"{file} is in order: {counted(opinions, 'opinion')}, {counted(people, 'person', 'people')}, {still}."


def fits(person: str | None, *, given: bool) -> str:
    """Return the opening of the main sentence."""
    if not given:
        return "With every part counting the same"
    return f"By what {person} said matters" if person else "By the weights given"


def ahead(opening: str, first: str, first_total: float, second: str, second_total: float) -> str:
    """Say who is ahead and by how much."""
    return (
        f"{opening}, {first} fits most closely: {whole(first_total)} of 100. "
        f"Next comes {second} with {whole(second_total)}."
    )


def tie(opening: str, names: Sequence[str], total: float, *, exact: bool) -> str:
    """Say that several opinions come out equal."""
    rest = "" if exact else " on average, with answers still open"
    return f"{opening}, {listing(names)} come out equal: {whole(total)} of 100 each{rest}."


def close(opening: str, names: Sequence[str], totals: Sequence[float]) -> str:
    """Say that several opinions are too close to call."""
    numbers = listing([whole(total) for total in totals])
    return f"{opening}, {listing(names)} are too close to call: {numbers} of 100."


def close_rule(gap: float, low: float, high: float) -> str:
    """Say what is meant by too close to call."""
    return (
        f"We call it close when two results are less than {whole(gap)} apart, or when each comes out ahead in "
        f"{whole(100 * low)} to {whole(100 * high)} of 100 ways the open answers could turn out."
    )


def because(first: str, second: str, better: Sequence[tuple[str, float]], worse: Sequence[tuple[str, float]]) -> str:
    """Say on which criteria the first gains and the second gains, in points of the result."""
    gains = listing([f"{label} ({points(amount)})" for label, amount in better])
    losses = listing([f"{label} ({points(amount)})" for label, amount in worse])
    if gains and losses:
        return f"{first} gains on {gains}; {second} gains on {losses}."
    if gains:
        return f"{first} gains on {gains}; {second} gains on nothing."
    return f"{second} gains on {losses}." if losses else f"{first} and {second} are level on every part."


def points(amount: float) -> str:
    """Return an amount in points, never 0 where there is some."""
    number = whole(amount)
    return "less than 1 point" if number == "0" else f"{number} point{'' if number == '1' else 's'}"


def sure_whatever(first: str, rivals: Sequence[str]) -> str:
    """Say that open answers cannot change who is first."""
    return f"Whatever the open answers are, {first} stays ahead of {listing(rivals)} with these weights."


def sure_known(first: str, rivals: Sequence[str]) -> str:
    """Say that every answer is known."""
    return f"Every answer is known, so {first} is ahead of {listing(rivals)} with these weights."


def sure_likely(first: str, rival: str, share: float) -> str:
    """Say how often the first is ahead."""
    return f"In {of_100(share)} ways the open answers could turn out, {first} is ahead of {rival}."


def depends_on_weights(names: Sequence[str]) -> str:
    """Say that no order is claimed without weights."""
    return f"No weights given: which of {listing(names)} comes first depends on what matters to you. Say that first."


def whatever_weights(first: str, rivals: Sequence[str]) -> str:
    """Say that one opinion is at least as high on every criterion."""
    return f"{first} is at least as high as {listing(rivals)} on every part, whatever counts most."


def open_answers(count: int, total: int) -> str:
    """Say how many answers are open."""
    if not count:
        return "No answer is open."
    verb = "is" if count == 1 else "are"
    return f"{count} of {counted(total, 'answer')} {verb} still open. An open answer counts as anything from the worst to the top end."


def most_open(name: str, label: str, width: float) -> str:
    """Say where the open answers matter most."""
    return f"The widest gap: {label} for {name} could still move that result by {points(width)}."


def ask(whom: str, names: Sequence[str], question: str) -> str:
    """Return one question, whom to ask and about which opinions."""
    return f"{question} Ask {whom}, about {listing(names)}."


def answer(given: Answer, unit: str = "") -> str:
    """Return a known answer as it was given.

    Examples
    --------
    >>> answer((18.0, 24.0), "of 100"), answer(Count(8, 129)), answer("fair", "days")
    ('18 to 24 of 100', '8 of 129', 'fair')
    """
    if isinstance(given, tuple):
        first, second = answer(given[0]), answer(given[1])
        text = first if first == second else f"{first} to {second}"
        return f"{text} {unit}".strip() if isinstance(given[0], float) else text
    if isinstance(given, float):
        return f"{plain_number(given)} {_one(unit) if given == 1 else unit}".strip()
    return str(given)


def _one(unit: str) -> str:
    """Return a unit for one of it: "week" for "weeks"."""
    first, space, rest = unit.partition(" ")
    return first.removesuffix("s") + space + rest


def happens(given: Answer) -> str:
    """Say how many of 100 people something happened to, and how many not: both, side by side (rule R10).

    Examples
    --------
    >>> happens(Count(8, 129)), happens((18.0, 24.0))
    ('yes: 6 of 100, no: 94 (8 of 129)', 'yes: 18 to 24 of 100, no: 76 to 82')
    """
    if isinstance(given, Count):
        return f"{happens(float(whole(given.of_100)))} ({given})"
    if isinstance(given, tuple) and isinstance(given[0], float) and isinstance(given[1], float):
        low, high = int(whole(given[0])), int(whole(given[1]))
        return f"yes: {low} to {high} of 100, no: {100 - high} to {100 - low}"
    if isinstance(given, float):
        return f"yes: {whole(given)} of 100, no: {100 - int(whole(given))}"
    return answer(given)


def named(name: str, role: str) -> str:
    """Return a person with their role."""
    return f"{name} ({role})" if role else name


def first_for(leaders: Sequence[str], *, close: bool) -> str:
    """Say in a cell what fits most closely."""
    return f"{listing(leaders)}{' (close)' if close else ''}"


def source(*facts: str | None) -> str:
    """Return where an answer comes from, as one line."""
    return "; ".join(fact for fact in facts if fact)


def said(quote: str) -> str:
    """Return somebody's own words, marked as such."""
    return f"“{quote}”"


def day(when: date) -> str:
    """Return a day as people write it.

    Examples
    --------
    >>> day(date(2026, 9, 14))
    '14 September 2026'
    """
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def about(label: str, text: str) -> str:
    """Return a labelled fact."""
    return f"{label}: {text}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
TIME_NOT_STATED = "time not stated"
ENTERED_BY = "Entered by"
ENTERED_ON = "On"
DECIDE_BY = "Decide by"
MADE_WITH = "Made with"
NOTHING_DRAWN = "nothing was drawn at random"
IN_WRITING = {True: "yes", False: "no"}
