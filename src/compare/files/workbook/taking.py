"""A case out of a workbook, cell by cell, each with its place; what no form knows is refused, never passed over."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from compare.errors import CompareError, listed, missing_extra, quoted
from compare.files.long_csv import COLUMNS as LONG
from compare.files.long_csv import entry_in
from compare.files.long_form import Entry, Steps, name_in, tree_of
from compare.files.workbook.door import cells_only, damaged
from compare.files.workbook.grid import Grid, grid_of
from compare.files.workbook.making import MOST_OPINIONS, MOST_PEOPLE
from compare.files.workbook.reading_forms import opinion_entries, people_entries, start_entries
from compare.trees import Node, twice

_ROOM = {"opinions": MOST_OPINIONS, "people": MOST_PEOPLE}


def parse_workbook(data: bytes) -> Node:
    """Return the tree of a workbook.

    Raises
    ------
    CompareError
        It cannot be opened safely, holds a sheet or a cell that no form knows, or a value twice.
    """
    grids = [grid for number, sheet in enumerate(_sheets(cells_only(data)), 1) if (grid := grid_of(sheet, number))]
    _check_once(grids)
    forms = [entry for grid in grids if grid.form in _READERS for entry in _READERS[grid.form](grid)]
    rest = [entry for grid in grids if grid.form == "everything else" for entry in _rest(grid)]
    _check_names(forms, rest)
    return tree_of([*forms, *rest])


_READERS: Mapping[str, Callable[[Grid], Iterator[Entry]]] = {
    "start": start_entries,
    "opinion": opinion_entries,
    "people": people_entries,
}


def _sheets(data: bytes) -> list[Any]:
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError as error:
        raise missing_extra(str(error.name), "report") from None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return list(load_workbook(io.BytesIO(data), keep_links=False).worksheets)
        except Exception as error:  # noqa: BLE001 - whatever a damaged part brings about
            raise damaged(f"{type(error).__name__} while its parts were read") from None


def _check_once(grids: Iterable[Grid]) -> None:
    seen: dict[str, Grid] = {}
    for grid in grids:
        if grid.form in seen and grid.form in {"start", "people", "everything else"}:
            raise CompareError(
                "This sheet stands there twice.",
                line=grid.place,
                found=f"{seen[grid.form].place}, and {grid.place}",
                allowed="one of each; only the sheets of opinions may be copied",
                fix="keep one of the two",
            )
        seen[grid.form] = grid
    if "start" not in seen:
        raise CompareError(
            "This workbook is not the form of a case.",
            found=quoted(listed(seen)) if seen else "no sheet of it",
            allowed="a workbook that `opinions new FILE.xlsx` wrote",
            fix="copy what you have into a new form",
        )


def _rest(grid: Grid) -> Iterator[Entry]:
    for row in grid.rows:
        texts = {name: row.cells[name].text if name in row.cells else "" for name in LONG}
        if row.cells:
            yield entry_in(texts, row.places)


def _check_names(forms: Iterable[Entry], rest: Iterable[Entry]) -> None:
    """Refuse a name that stands twice; and among everything else one that stands on no other sheet: it was changed there."""
    known: dict[Steps, Entry] = {}
    for entry in forms:
        if entry.value.value == {}:
            if entry.steps in known:
                raise twice(str(entry.steps[-1]), known[entry.steps].value.line, entry.value.line)
            known[entry.steps] = entry
    full = {group for group, most in _ROOM.items() if sum(steps[:-1] == (group,) for steps in known) >= most}
    for entry in rest:
        for length in range(2, len(entry.steps) + 1):
            *before, name = entry.steps[:length]
            if before[0] in _ROOM and before[0] not in full and name_in(tuple(before)) and (*before, name) not in known:
                raise CompareError(
                    "This name stands on no other sheet.",
                    line=entry.lines[length - 1],
                    found=quoted(str(name)),
                    allowed=listed(one for *above, one in known if above == before) or "none yet",
                    fix="if it was changed on its own sheet, change it here too; else delete this row",
                )
