"""The forms that one answer may take, and how they are written.

A number or a level; ``[low, high]``, any value in between equally likely; ``"8 of 129"``, a count; or nothing, with the
reason why nothing is known. A short answer in a file is the bare value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare.errors import CompareError, quoted
from compare.trees import clean_text, number_from

NOT_KNOWN = ("not asked", "asked, no answer", "words only", "not applicable", "not known")
"""Why there may be no answer; the first holds where nothing else is said."""

FORMS = 'a number or a level, `[low, high]`, a count such as "8 of 129", or one of: ' + "; ".join(NOT_KNOWN)

_COUNT = re.compile(r"(\d{1,9}) of (\d{1,9})", re.ASCII)


@dataclass(frozen=True)
class Count:
    """So many of so many: how often something happened in a group of people.

    Examples
    --------
    >>> str(Count(8, 129)), round(Count(8, 129).of_100, 1)
    ('8 of 129', 6.2)
    """

    happened: int
    total: int

    @property
    def of_100(self) -> float:
        """Return the count for every 100 people, 0-100."""
        return 100 * self.happened / self.total

    def __str__(self) -> str:
        """Return the count as it is written in a file."""
        return f"{self.happened} of {self.total}"


Single = float | str
"""A number or a level."""

Answer = Single | tuple[Single, Single] | Count | None
"""A number or level, a range, a count, or nothing."""


def parse_answer(raw: Any) -> Answer:
    """Return an answer from the value that stands in a file.

    Raises
    ------
    CompareError
        Not one of the forms: a truth value, a mapping, a range of three, 9 of 8 people.

    Examples
    --------
    >>> parse_answer("8 of 129"), parse_answer([50, "65"]), parse_answer("fair"), parse_answer("not asked")
    (Count(happened=8, total=129), (50.0, 65.0), 'fair', None)
    """
    if raw is None or raw in NOT_KNOWN:
        return None
    if isinstance(raw, Count):
        return raw
    if isinstance(raw, str) and (found := _COUNT.fullmatch(raw.strip())):
        return _count(int(found[1]), int(found[2]))
    if isinstance(raw, Sequence) and not isinstance(raw, str):
        return _range(raw)
    return _single(raw)


def plain_answer(answer: Answer) -> Any:
    """Return an answer as the plain value that is written to a file.

    Examples
    --------
    >>> plain_answer(Count(8, 129)), plain_answer((50.0, 62.5)), plain_answer(None)
    ('8 of 129', [50, 62.5], None)
    """
    if isinstance(answer, tuple):
        return [plain_answer(end) for end in answer]
    if isinstance(answer, Count):
        return str(answer)
    return plain_number(answer) if isinstance(answer, float) else answer


def plain_number(number: float) -> float | int:
    """Return a whole number as an int, so that files say 50 and not 50.0."""
    return int(number) if number == int(number) and abs(number) < 1e15 else float(number)


def _count(happened: int, total: int) -> Count:
    if not 0 <= happened <= total or total == 0:
        raise CompareError(
            "A count cannot be more than its whole.",
            found=f"{happened} of {total}",
            allowed="the smaller number first, the whole at least 1",
            fix='write it as in "8 of 129"',
        )
    return Count(happened, total)


def _range(raw: Sequence[Any]) -> tuple[Single, Single]:
    if len(raw) != 2:
        raise CompareError(
            "A range has two ends.", found=f"{len(raw)} values", allowed="[low, high]", fix="write two, as in [50, 65]"
        )
    low, high = _single(raw[0]), _single(raw[1])
    if isinstance(low, float) and isinstance(high, float) and low > high:
        raise CompareError(
            "The range runs the wrong way round.",
            found=f"[{low:g}, {high:g}]",
            allowed="[low, high]",
            fix=f"write [{high:g}, {low:g}]",
        )
    return low, high


def _single(raw: Any) -> Single:
    number = number_from(raw)
    if number is not None:
        return number
    if isinstance(raw, str):
        return clean_text(raw).strip()
    raise CompareError("This is not an answer.", found=_kind(raw), allowed=FORMS, fix="write one of these forms")


def _kind(raw: Any) -> str:
    if isinstance(raw, dict):
        return f"a mapping with {quoted(', '.join(map(str, raw)))}"
    return quoted(str(raw).lower() if isinstance(raw, bool) else raw)
