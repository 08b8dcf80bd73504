"""What people type becomes what stands in a file, and back: numbers, ranges, counts, lists, levels, reasons.

Whatever cannot be read stays a text, so that the case itself refuses it in the words of the file readers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from compare.answers import NOT_KNOWN, plain_answer
from compare.app.state import State
from compare.case import NOT_ASKED, Attribute, Rating
from compare.errors import CompareError
from compare.files import as_tree
from compare.trees import is_number
from compare.values import Levels
from compare.words import entering as told

_COUNT = re.compile(r"(\d+)\s*(?:of|out of|in|/)\s*(\d+)", re.IGNORECASE | re.ASCII)
_RANGE = re.compile(r"\[?\s*(\S+?)(?:\s+to\s+|\s*[-–—]\s*|,\s+)(\S+?)\s*\]?", re.IGNORECASE)
_PERCENT = re.compile(r"\s*%")

YES, NO = "yes", "no"


def value_of(form: str, typed: str) -> Any:
    """Return what was typed as it stands in a file; None for an empty field.

    Examples
    --------
    >>> value_of("answer", "50 to 65"), value_of("answer", "8 out of 129"), value_of("chance", "5–10 %")
    (['50', '65'], '8 of 129', ['5', '10'])
    >>> value_of("lines", "near home"), value_of("tick", "yes"), value_of("line", " ")
    (['near home'], True, None)
    """
    text = typed.strip()
    if not text:
        return None
    if form == "lines":
        return [line.strip() for line in text.splitlines() if line.strip()]
    if form in {"yes_no", "tick"}:
        return text == YES
    if form == "chance":
        return _answer(_PERCENT.sub("", text))
    return _answer(text) if form == "answer" else text


def _answer(text: str) -> Any:
    if count := _COUNT.fullmatch(text):
        return f"{count[1]} of {count[2]}"
    ends = _RANGE.fullmatch(text)
    return list(ends.groups()) if ends and all(map(is_number, ends.groups())) else text


def tree_of(state: State) -> dict[str, Any]:
    """Return the tree of the case of a state, made once for each case; nobody changes it."""
    return state.look("tree", lambda: as_tree(state.case))


def value_at(tree: Any, place: Sequence[str | int]) -> Any:
    """Return what stands at a place of a tree, None where nothing does; a bare answer is its own ``answer``."""
    spot = tree
    for step in place:
        if isinstance(spot, Mapping):
            spot = spot.get(step)
        elif isinstance(spot, list) and isinstance(step, int):
            spot = spot[step] if step < len(spot) else None
        else:
            return spot if step == "answer" else None
    return spot


def shown(value: Any, form: str) -> str:
    """Return a value as people read and type it.

    Examples
    --------
    >>> shown([50, 65], "answer"), shown({"EGFR": "not done"}, "pairs"), shown(True, "yes_no"), shown(None, "line")
    ('50 to 65', 'EGFR: not done', 'yes', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if form == "lines":
        return "\n".join(str(item) for item in value)
    if form == "pairs":
        return "\n".join(_paired(name, result) for name, result in value.items())
    if isinstance(value, list):
        return told.RANGE.format(low=value[0], high=value[-1])
    return str(value)


def shown_at(tree: Any, place: Sequence[str | int], form: str) -> str:
    """Return what a field of a form shows for a place of a tree."""
    if form in {"level", "chance", "why"} or (form == "answer" and place[-1] == "answer"):
        return _rating_shown(rating_at(tree, place[:-1]), form)
    if form == "member":
        return YES if place[-1] in (value_at(tree, place[:-1]) or ()) else NO
    if form == "was_asked":
        return YES if value_at(tree, place[:-1]) is not None else NO
    return shown(value_at(tree, place), form)


def rating_at(tree: Any, place: Sequence[str | int]) -> Rating:
    """Return the answer at a place of a tree, with where it comes from; one that was not asked for where nothing stands."""
    found = value_at(tree, place)
    return NOT_ASKED if found is None else Rating.model_validate(found)


def _rating_shown(rating: Rating, form: str) -> str:
    if rating.known:
        return "" if form == "why" else shown(plain_answer(rating.answer), form)
    if form == "why":
        return str(rating.why)
    return str(rating.why) if form == "level" and rating.why != NOT_KNOWN[0] else ""


def level_options(attribute: Attribute) -> list[tuple[str, ...]]:
    """Return what can be chosen on a scale of words: a level, two that are next to each other, or why nothing is known."""
    words = list(_levels(attribute))
    between = [told.RANGE.format(low=one, high=other) for one, other in _neighbours(attribute)]
    return [
        ("", told.NOT_ASKED),
        *((word, word) for word in words),
        *((pair, pair, told.BETWEEN) for pair in between),
        *((why, told.WHY[why], told.NOTHING_KNOWN) for why in NOT_KNOWN[1:]),
    ]


def level_of(attribute: Attribute, typed: str) -> Any:
    """Return what was chosen on a scale of words as it stands in a file."""
    words = _levels(attribute)
    ranges = {told.RANGE.format(low=one, high=other): [one, other] for one in words for other in words if one != other}
    return typed if typed in words else ranges.get(typed, typed or None)


def _levels(attribute: Attribute) -> Mapping[str, float]:
    return attribute.value.levels if isinstance(attribute.value, Levels) else {}


def _neighbours(attribute: Attribute) -> list[tuple[str, str]]:
    """Return each two levels that follow one another; not where a second way of grading begins."""
    steps = [(one, other, after - before) for (one, before), (other, after) in pairwise(_levels(attribute).items())]
    rising = sum(step > 0 for *_, step in steps) * 2 >= len(steps)
    return [(one, other) for one, other, step in steps if step and (step > 0) == rising]


def pairs_of(typed: str, before: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return lines such as ``EGFR: no change found`` as names and results; a line that was there before keeps what it meant.

    Raises
    ------
    CompareError
        A line has no name or no result, or a name stands there twice.
    """
    known = {_paired(name, result): (name, result) for name, result in before.items()}
    pairs: dict[str, Any] = {}
    for line in filter(None, map(str.strip, typed.splitlines())):
        name, result = known.get(line) or _pair(line)
        if name in pairs:
            raise CompareError(told.TWICE, found=line, allowed=told.EACH_ONCE)
        pairs[name] = result
    return pairs or None


def _pair(line: str) -> tuple[str, str]:
    name, _, result = line.partition(": " if ": " in line else ":")
    if not name.strip() or not result.strip():
        raise CompareError(told.NO_RESULT, found=line, allowed=told.NAME_AND_RESULT)
    return name.strip(), result.strip()


def _paired(name: str, result: Any) -> str:
    if isinstance(result, Mapping):
        return f"{name}: {result.get('state')} ({result.get('result')})"
    return f"{name}: {result}"
