"""The long form of a case: a row for each value, with the names that lead to it. CSV and the workbook share it.

An opinion, a person, a criterion and an effect stand under their own name; other items of a list under their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from compare.errors import CompareError, listed, quoted
from compare.files.cells import fits_one_cell
from compare.trees import Node, twice

Steps = tuple[str | int, ...]

_ANY = "*"
_NAMED: dict[tuple[str, ...], str] = {
    ("opinions",): "name",
    ("opinions", _ANY, "outcomes"): "name",
    ("opinions", _ANY, "side_effects"): "name",
    ("people",): "name",
    ("criteria",): "key",
    ("criteria", _ANY, "attributes"): "key",
}
"""The lists whose items stand under a name of their own, and the field that holds it."""

_FREE = frozenset(
    (
        "asked",
        "biomarkers",
        "agreement",
        "evidence_blocks",
        "next_dates",
        "levels",
        "points",
        "swing",
        "pairwise",
        "swing_ranges",
        "anchors",
        "scales",
    )
)
"""Under these stand names that people chose; a name without a value is left out."""

_IN_ONE_CELL = frozenset({"answer", "ranking", "modalities"})


@dataclass(frozen=True)
class Entry:
    """One value of a case.

    Parameters
    ----------
    steps : tuple of str and int
        The names that lead to it; a number is the place in a list, from 1.
    value : Node
        What stands there; None where the place is blank.
    lines : tuple of int
        Where each of the names stands.
    """

    steps: Steps
    value: Node
    lines: tuple[int, ...]

    @classmethod
    def at(cls, steps: Steps, value: Node) -> Entry:
        """Return an entry whose names stand where its value stands."""
        return cls(steps, value, (value.line,) * len(steps))


def rows_of(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Give every value of a plain tree with the names that lead to it.

    Examples
    --------
    >>> list(rows_of({"opinions": [{"name": "A", "pros": ["x", "y"]}, {"name": "B"}]}))
    [(('opinions', 'A', 'pros', 1), 'x'), (('opinions', 'A', 'pros', 2), 'y'), (('opinions', 'B'), {})]
    """
    if isinstance(value, Mapping) and value:
        for key, item in value.items():
            yield from rows_of(item, (*steps, key))
    elif not isinstance(value, list) or _stays_whole(value, steps):
        yield steps, value
    elif name := name_in(steps):
        for item in value:
            yield from rows_of({key: part for key, part in item.items() if key != name}, (*steps, item[name]))
    else:
        for place, item in enumerate(value, 1):
            yield from rows_of(item, (*steps, place))


def name_in(steps: Steps) -> str | None:
    """Return which field names the items of a list, None where they have a number."""
    for pattern, name in _NAMED.items():
        if len(pattern) == len(steps) and all(one in (_ANY, other) for one, other in zip(pattern, steps, strict=True)):
            return name
    return None


def tree_of(entries: Iterable[Entry], line: int = 1) -> Node:
    """Return the tree of all values; a blank one is there without a value, as in every format.

    Raises
    ------
    CompareError
        A value stands twice, or a value and also parts of it.
    """
    return _branch([entry for one in entries if (entry := _without_blank(one))], 0, line)


def _stays_whole(value: list[Any], steps: Steps) -> bool:
    numbers = all(isinstance(item, list) or (isinstance(item, int | float) and item is not True) for item in value)
    whole = numbers or "ratings" in steps[2:3] or steps[-1] in _IN_ONE_CELL
    return not value or (whole and fits_one_cell(value))


def _without_blank(entry: Entry) -> Entry | None:
    """Return an entry without a blank item of a list, or under a name that people chose: it says at most who is there."""
    if entry.value.value is not None or not (
        isinstance(entry.steps[-1], int) or _FREE.intersection(entry.steps[-2:-1])
    ):
        return entry
    for length in range(len(entry.steps), 1, -1):
        if name_in(entry.steps[: length - 1]):
            return Entry(entry.steps[:length], Node({}, entry.lines[length - 1]), entry.lines[:length])
    return None


def _branch(entries: list[Entry], depth: int, line: int) -> Node:
    here = [entry for entry in entries if len(entry.steps) == depth]
    leaves = [entry for entry in here if entry.value.value not in ({}, None)]
    deeper = [entry for entry in entries if len(entry.steps) > depth and (not leaves or entry.value.value is not None)]
    if len(leaves) > 1 or (leaves and deeper):
        raise _two_values(leaves[0], (leaves[1:] or deeper)[0])
    if leaves:
        return leaves[0].value
    if here and not deeper:
        return here[0].value
    groups: dict[str | int, list[Entry]] = {}
    for entry in deeper:
        groups.setdefault(entry.steps[depth], []).append(entry)
    name = name_in(deeper[0].steps[:depth]) if deeper else None
    if name:
        return Node([_named(name, str(step), group, depth) for step, group in groups.items()], line)
    if groups and all(isinstance(step, int) for step in groups):
        ordered = sorted(groups.items(), key=lambda group: int(group[0]))
        return Node([_branch(group, depth + 1, group[0].lines[depth]) for _, group in ordered], line)
    below = {str(step): _branch(group, depth + 1, group[0].lines[depth]) for step, group in groups.items()}
    return Node(below, line, {str(step): group[0].lines[depth] for step, group in groups.items()})


def _named(name: str, step: str, group: list[Entry], depth: int) -> Node:
    line = group[0].lines[depth]
    below = _branch(group, depth + 1, line)
    if not isinstance(below.value, dict):
        return below
    if name in below.value:
        raise twice(name, line, below.key_lines[name])
    return Node({name: Node(step, line), **below.value}, line, {name: line, **below.key_lines})


def _two_values(one: Entry, other: Entry) -> CompareError:
    first, second = sorted((one, other), key=lambda entry: entry.value.line)
    if first.steps == second.steps:
        return twice(listed(first.steps), first.value.line, second.value.line)
    whole, part = sorted((one, other), key=lambda entry: len(entry.steps))
    return CompareError(
        "Here stands a value, and elsewhere a part of the same thing.",
        line=second.value.line,
        found=f"{quoted(listed(whole.steps))}, and also {quoted(listed(part.steps))}",
        allowed="one value, or its parts",
        fix="keep one of the two",
    )
