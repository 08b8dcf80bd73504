"""Every number that becomes a word: whole numbers only (rule R8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from compare.answers import Answer, Count, plain_number
from compare.words.labels import NOT_KNOWN

_ROUNDING = 1e-9
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


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
    if interval.low <= _ROUNDING and interval.high >= 100 - _ROUNDING:
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


def points(amount: float) -> str:
    """Return an amount in points, never 0 where there is some."""
    number = whole(amount)
    return "less than 1 point" if number == "0" else f"{number} point{'' if number == '1' else 's'}"


def answer(given: Answer, unit: str = "") -> str:
    """Return a known answer as it was given; one out of 100 people as a whole number (rule R8).

    Examples
    --------
    >>> answer((38.2, 47.4), "of 100 people"), answer(-0.5, "mmol/l"), answer(Count(8, 129)), answer("fair", "days")
    ('38 to 47 of 100 people', '-0.5 mmol/l', '8 of 129', 'fair')
    """
    if isinstance(given, tuple):
        first, second = (_single(end, unit) for end in given)
        text = first if first == second else f"{first} to {second}"
        return f"{text} {unit}".strip() if isinstance(given[0], float) else text
    if isinstance(given, float):
        return f"{_single(given, unit)} {_one(unit) if given == 1 else unit}".strip()
    return str(given)


def _single(given: float | str, unit: str) -> str:
    if isinstance(given, str):
        return given
    return whole(given) if unit.startswith("of 100") else str(plain_number(given))


def _one(unit: str) -> str:
    """Return a unit for one of it: "week" for "weeks"."""
    first, space, rest = unit.partition(" ")
    return first.removesuffix("s") + space + rest if len(first) > len("us") else unit


def happens(given: Answer) -> str:
    """Say how many of 100 people something happened to, and how many not: both, side by side (rule R10).

    Examples
    --------
    >>> happens(Count(8, 129)), happens((18.0, 24.0))
    ('yes: 6 of 100, no: 94 (8 of 129)', 'yes: 18 to 24 of 100, no: 76 to 82')
    """
    if isinstance(given, Count):
        return f"{happens(given.of_100)} ({given})"
    if isinstance(given, tuple) and isinstance(given[0], float) and isinstance(given[1], float):
        low, high = int(whole(given[0])), int(whole(given[1]))
        return f"yes: {low} to {high} of 100, no: {100 - high} to {100 - low}"
    if not isinstance(given, float):
        return answer(given)
    if 0 < given < 0.5:
        return "yes: fewer than 1 of 100, no: more than 99"
    if 99.5 < given < 100:
        return "yes: more than 99 of 100, no: fewer than 1"
    return f"yes: {whole(given)} of 100, no: {100 - int(whole(given))}"


def day(when: date) -> str:
    """Return a day as people write it.

    Examples
    --------
    >>> day(date(2026, 9, 14))
    '14 September 2026'
    """
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
