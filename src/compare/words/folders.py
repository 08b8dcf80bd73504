"""What is said of a folder of cases: the heads of its worksheet, and how many files could be read."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.numbers import counted, whole

TITLE = "Cases side by side"
FILE, QUESTION, AHEAD, HOW_SURE = "File", "Question", "Ahead", "How sure"
FLIP, ASK_NEXT = "What would change it first", "What to ask next"
OPEN, OPEN_SHORT, THIRD, POINTS = "Open answers", "Open", "Third opinion", "Points of the audit"

SURE = {
    "one opinion": "only one opinion",
    "nothing known": "nothing is known yet",
    "level": "level",
    "too close": "too close to call",
    "likely": "likely",
    "whatever": "whatever is still open",
}
"""How sure it is who is ahead, in words."""


def heading(cases: int, faults: int) -> str:
    """Say how many files were read, and how many could not be.

    Examples
    --------
    >>> heading(3, 0), heading(3, 1)
    ('3 cases', '3 cases; 1 file could not be read')
    """
    unread = f"; {counted(faults, 'file')} could not be read" if faults else ""
    return counted(cases, "case") + unread


def whose(person: str | None) -> str:
    """Say whose weights count.

    Examples
    --------
    >>> whose("Rosa"), whose(None)
    ('for Rosa', 'all count the same')
    """
    return f"for {person}" if person else "all count the same"


def deciding(count: int) -> str:
    """Say how many open answers could put another opinion first.

    Examples
    --------
    >>> deciding(3), deciding(0)
    ('3 could change it', '')
    """
    return f"{whole(count)} could change it" if count else ""


def points(met: int, most: int) -> str:
    """Say how many points are met.

    Examples
    --------
    >>> points(20, 35)
    '20 of 35'
    """
    return f"{whole(met)} of {whole(most)}"


def not_read(file: str, problem: str) -> str:
    """Say which file could not be read, and why.

    Examples
    --------
    >>> not_read("a.yaml", "There is no such file.")
    'a.yaml was not read. There is no such file.'
    """
    return f"{file} was not read. {problem}"


def why(problem: str, details: Sequence[str]) -> str:
    """Say what is wrong with a file, and where, in one line.

    Examples
    --------
    >>> why("This answer is off its scale.", ["line 4", "found: 140", "allowed: 0 to 100"])
    'This answer is off its scale. (line 4; found: 140; allowed: 0 to 100)'
    """
    return f"{problem} ({'; '.join(details)})" if details else problem
