"""What is said about many cases at once: faults of a file, and what was found in it."""

from __future__ import annotations

from compare.words import numbers
from compare.words.numbers import counted

CHECKED = "Every file is in order."
COMMAND = "Check, score or count many cases at once."

GROUPS = {"whatever": "Whatever is still open", "likely": "Likely", "too close": "Too close to call"}
"""How sure it is who is ahead in a case, in words."""

ENGINES = ("local", "dask")
"""Where many cases can be scored: on this computer, or on a cluster."""

ENGINE_AND_ADDRESS = "A Dask cluster needs its address, and an address needs --engine dask."

AHEAD, CASES, OF_100 = "Who is ahead", "Cases", "Of 100"
EQUAL = "Level in first place"


def heading(cases: int, opinions: int) -> str:
    """Say how much was read.

    Examples
    --------
    >>> heading(1, 2)
    '1 case with 2 opinions'
    """
    return f"{_counted(cases, 'case')} with {_counted(opinions, 'opinion')}"


def of_100(count: int, whole: int) -> str:
    """Return how many of 100 a count is, as a whole number; nothing where there is nothing to count.

    Examples
    --------
    >>> of_100(1, 3), of_100(0, 0)
    ('33', '')
    """
    return numbers.of_100(count / whole).removesuffix(" of 100") if whole else ""


def open_answers(count: int) -> str:
    """Say how many answers nobody knows.

    Examples
    --------
    >>> open_answers(1), open_answers(1200)
    ('Nobody knows 1 answer. It counts as anything on its scale.', 'Nobody knows 1,200 answers. Each counts as anything on its scale.')
    """
    each = "It counts" if count == 1 else "Each counts"
    return f"Nobody knows {_counted(count, 'answer')}. {each} as anything on its scale."


def wrote(name: str, opinions: int) -> str:
    """Say what was written.

    Examples
    --------
    >>> wrote("scores.parquet", 20000)
    'Wrote scores.parquet: 20,000 opinions.'
    """
    return f"Wrote {name}: {_counted(opinions, 'opinion')}."


def took(seconds: float) -> str:
    """Say how long it took.

    Examples
    --------
    >>> took(0.2), took(75)
    ('It took less than 1 second.', 'It took 75 seconds.')
    """
    return f"It took {_counted(round(seconds), 'second') if seconds >= 1 else 'less than 1 second'}."


def _counted(count: int, one: str) -> str:
    return counted(count, one).replace(str(count), f"{count:,}", 1)
