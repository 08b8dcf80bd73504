"""The sheet of the people: a column for each, with what matters to them, their choices and how sure they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.case import Criterion
from compare.files.long_form import Steps
from compare.files.workbook.drawing import Book
from compare.files.workbook.filling import Rows, fits
from compare.files.workbook.forms import person_sections
from compare.words import sheets

_FIRST = 4
_BLANK_PEOPLE, _LEAST_PEOPLE, _LEAST_CONCERNS = 2, 4, 3
_WIDTHS = (4, 40, 50)
_PERSON_WIDTH = 24


@dataclass(frozen=True)
class _Said:
    """What one person said, by the key of the line on which it stands, and which values that are."""

    cells: Mapping[str, Any]
    concerns: Sequence[Any]
    used: frozenset[Steps]


def put_people(book: Book, criteria: Sequence[Criterion], rows: Rows, most: int) -> set[Steps]:
    """Write the sheet of at most so many people; return which values of the case stand there."""
    names = list(dict.fromkeys(str(steps[1]) for steps in rows if steps[0] == "people"))[:most]
    keys = [criterion.key for criterion in criteria]
    said = [_said(name, rows, keys) for name in names]
    count = max(_LEAST_PEOPLE, len(names) + _BLANK_PEOPLE)
    concerns = max(_LEAST_CONCERNS, 1 + max((len(person.concerns) for person in said), default=0))
    columns = ("key", "name", "left", *(f"person {place}" for place in range(1, count + 1)))
    sheet = book.sheet(sheets.PEOPLE, "people", columns, (*_WIDTHS, *[_PERSON_WIDTH] * count))
    row = sheet.title(sheets.PEOPLE_TITLE, sheets.PEOPLE_LEAD)
    heads = {_FIRST + place: sheets.PERSON.format(number=place + 1) for place in range(count)}
    row = sheet.heads(row + 1, heads)
    for section in person_sections(criteria, concerns):
        row = sheet.section(row + 1, section.title, section.lead)
        for nth, line in enumerate(section.lines):
            sheet.key(row, line.key)
            sheet.put(row, 2, line.label, wrap=True)
            sheet.put(row, 3, line.hint, "soft", wrap=True)
            values = [person.concerns[nth : nth + 1] if line.many else [person.cells.get(line.key)] for person in said]
            for place in range(count):
                value = (values[place] or [None])[0] if place < len(values) else None
                sheet.put_input(row, _FIRST + place, value, line.kind, line.picks.get("answer", ()))
            row += 1
    return {steps for person in said for steps in person.used}


def _said(name: str, rows: Rows, keys: Sequence[str]) -> _Said:
    base = ("people", name)
    own = {steps[2:]: value for steps, value in rows.items() if steps[:2] == base}
    known = {line.key for section in person_sections((), 1) for line in section.lines}
    weights, from_weights = _weights(own, keys)
    plain = {key: steps for steps, value in own.items() if (key := ",".join(map(str, steps))) in known and fits(value)}
    concerns = {steps: value for steps, value in own.items() if steps[:1] == ("concerns",)}
    concerns = concerns if all(map(fits, concerns.values())) else {}
    cells = {"name": name, **weights, **{key: own[steps] for key, steps in plain.items()}}
    used = ((), *from_weights, *plain.values(), *concerns)
    return _Said(cells, list(concerns.values()), frozenset((*base, *steps) for steps in used))


def _weights(own: Rows, keys: Sequence[str]) -> tuple[dict[str, Any], list[Steps]]:
    """Return the cells for how a person weighs, and which values these are; nothing where they do not fit the sheet."""
    found = {steps[1:]: value for steps, value in own.items() if steps[:1] == ("weights",)}
    way = str(next(iter(found), ("",))[0])
    numbers = {str(steps[1]): value for steps, value in found.items() if len(steps) == 2}
    if way == "ranking" and isinstance(found.get((way,)), list):
        numbers = {name: place for place, name in enumerate(found[way,], 1)}
    if way not in sheets.WAYS or not numbers.keys() <= set(keys) or not all(map(fits, numbers.values())):
        return {}, []
    return {"how": way, **{f"weight,{name}": value for name, value in numbers.items()}}, [
        ("weights", *steps) for steps in found
    ]
