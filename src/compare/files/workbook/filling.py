"""Which value of a case stands in which cell of a form. What fits no cell is left for the sheet of everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from compare.files.long_form import Steps
from compare.files.workbook.forms import NAMED, RANGED, SHAPES, Line, Section
from compare.words import sheets

Rows = Mapping[Steps, Any]
"""Values of a case in the long form, by the names that lead to them."""


@dataclass(frozen=True)
class Filled:
    """A line of a form with what stands in its cells.

    Parameters
    ----------
    line : Line
        The line; its label is the name that stands in the second column.
    cells : mapping
        The plain value of each column that is not blank.
    used : tuple of Steps
        The values that stand here.
    """

    line: Line
    cells: Mapping[str, Any]
    used: tuple[Steps, ...] = ()

    @property
    def is_named_by_people(self) -> bool:
        """Tell whether people write in the second column what the line is about."""
        standard = self.line.shape == "asked" and self.line.count == 1
        return self.line.shape in NAMED and not standard


def filled(section: Section, rows: Rows) -> Iterator[Filled]:
    """Give the lines of a section with the values of a case, and at least one blank line where there can be more.

    Parameters
    ----------
    section : Section
        What stands on the sheet.
    rows : mapping
        The values of the opinion of that sheet, or of the case where the sheet is not about an opinion.
    """
    known = {line.label for line in section.lines if line.shape == "asked"}
    for line in section.lines:
        if not line.many:
            yield _single(line, line.steps, rows)
        elif line.shape == "asked" and line.label:
            yield _single(line, (*line.steps, line.label), rows)
        else:
            made = list(_items(line, rows) if line.shape == "item" else _names(line, rows, known))
            yield from made
            for place in range(len(made) + 1, max(line.count, len(made) + 1) + 1):
                yield Filled(_numbered(line, place), {})


def fits(value: Any) -> bool:
    """Tell whether a value can stand in a cell as it is, and is read back from there."""
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, int | float)


def _numbered(line: Line, place: int) -> Line:
    return replace(line, label=f"{line.label} {place}") if line.shape == "item" else line


def _items(line: Line, rows: Rows) -> Iterator[Filled]:
    base: Steps = line.steps
    whole = rows.get(base)
    items: dict[int, tuple[Any, Steps]]
    if isinstance(whole, list):
        items = {place: (item, base) for place, item in enumerate(whole, 1)}
    else:
        items = {
            int(steps[-1]): (value, steps)
            for steps, value in rows.items()
            if steps[:-1] == base and isinstance(steps[-1], int)
        }
    if all(fits(value) for value, _ in items.values()):
        for place, (_, (value, steps)) in enumerate(sorted(items.items()), 1):
            yield Filled(_numbered(line, place), {"answer": value}, (steps,))


def _names(line: Line, rows: Rows, known: set[str]) -> Iterator[Filled]:
    deep = len(line.steps)
    names = dict.fromkeys(str(steps[deep]) for steps in rows if steps[:deep] == line.steps and len(steps) > deep)
    for name in names:
        if fits(name) and name not in known:
            found = _single(replace(line, label=name), (*line.steps, name), rows)
            if found.used or line.shape == "effect":
                yield found


def _single(line: Line, base: Steps, rows: Rows) -> Filled:
    """Return a line with its values; a bare answer is the answer of a line that has more columns."""
    cells: dict[str, Any] = {}
    used = [base] if line.shape == "effect" and rows.get(base) == {} else []
    for column, below in SHAPES[line.shape].items():
        steps = (*base, *below)
        if column == "answer" and steps not in rows and below:
            steps = steps[:-1]
        shown = _shown(line, column, rows.get(steps))
        if shown:
            cells |= shown
            used.append(steps)
    return Filled(line, cells, tuple(used))


def _shown(line: Line, column: str, value: Any) -> dict[str, Any]:
    if line.shape == "asked" and value in {"", sheets.NO_ANSWER}:
        return {} if value else {column: sheets.NO_ANSWER}
    if column == "answer" and line.shape in RANGED and isinstance(value, list):
        ends = len(value) == 2 and all(fits(end) for end in value)
        return {"low": value[0], "high": value[1]} if ends else {}
    return {column: value} if fits(value) else {}
