"""What stands in the pictures of many cases, and what is said to people who do not see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compare.words import numbers
from compare.words.cohort_summary import OUTCOMES

RATES_CHART = "The second opinion of each case beside the first, of 100 cases in which both have said something; a third one does not count here. The mark is the 95 % interval of all that differ."
FIRST_DOWN = "First opinion"
LAST_ACROSS = "Last opinion"
AXIS = ("none", "of 100 cases")
SMALL_PARTS = "a part is hidden"
MATRIX_NOTE = "How many cases, by the first opinion of each and by its last: the third, where there are three. The deeper the colour, the larger a share of the row."
MOST_FREQUENT = "Only the most frequent answers are drawn."
FLOW_NOTE = "Bands are as wide as there are cases; grey ones keep their plan. Counts that are hidden are not drawn."


def rates_alt(lines: Iterable[str]) -> str:
    """Say what the picture of rates shows."""
    return f"Bars, of 100 cases: the second opinion is the same, a little different, quite different. {' '.join(lines)}"


def rate_line(label: str, cells: Mapping[str, str]) -> str:
    """Say the rates of one line.

    Examples
    --------
    >>> rate_line("Stage", {"same": "80 (78 to 82)", "minor": "hidden"})
    'Stage: same 80 (78 to 82), a little different hidden.'
    """
    return f"{label}: {', '.join(f'{OUTCOMES[name]} {text}' for name, text in cells.items())}."


def points_apart(points: float) -> str:
    """Say by how many points a criterion sets two opinions apart, on average.

    Examples
    --------
    >>> points_apart(4.5), points_apart(0.2)
    ('5 points', 'less than 1 point')
    """
    return numbers.points(points)


def moved(first: str, last: str, cases: int) -> str:
    """Say how many cases have these two answers.

    Examples
    --------
    >>> moved("surgery", "radiation", 1200), moved("surgery", "surgery", 20)
    ('surgery to radiation: 1,200', 'surgery, both: 20')
    """
    return f"{first}, both: {cases:,}" if first == last else f"{first} to {last}: {cases:,}"


def matrix_alt(label: str, cells: Iterable[str]) -> str:
    """Say what the matrix shows."""
    return f"A matrix of the first and the last opinion on: {label}. The most frequent: {'; '.join(cells)}."


def flow_alt(cells: Iterable[str]) -> str:
    """Say what the flow shows."""
    return f"Bands from the first plan to the last. The widest: {'; '.join(cells)}."
