"""A case as a workbook: the sheets to fill in, and one for everything that has no place on them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Any

from compare.case import Case
from compare.errors import missing_extra
from compare.files.long_form import Steps, rows_of
from compare.files.packing import steady
from compare.files.workbook.filling import Rows
from compare.words import sheets

MOST_OPINIONS = 20
"""So many opinions have a sheet of their own; the others stand on the sheet of everything else."""

MOST_PEOPLE = 12
"""So many people have a column of their own."""

_BLANK_OPINIONS = 2
_LEAST_OPINIONS = 4


def workbook_bytes(case: Case, tree: Mapping[str, Any]) -> bytes:
    """Return a case as what is in an XLSX file.

    Parameters
    ----------
    case : Case
        What is compared, for its criteria.
    tree : mapping
        The same case as a plain tree.

    Raises
    ------
    MissingExtraError
        openpyxl is not installed.
    """
    try:
        from compare.files.workbook import form_sheets, people_sheet
        from compare.files.workbook.drawing import Book
    except ModuleNotFoundError as error:
        raise missing_extra(str(error.name), "report") from None
    rows = {steps: value for steps, value in rows_of(tree) if steps != ("schema",)}
    book = Book()
    used = form_sheets.put_start(book, rows)
    for place, (name, said) in enumerate(_opinions(rows), 1):
        title = sheets.OPINION.format(number=place)
        found = form_sheets.put_opinion(book, title, case.criteria, name, said)
        used |= {("opinions", name, *steps) for steps in found}
    used |= people_sheet.put_people(book, case.criteria, rows, MOST_PEOPLE)
    form_sheets.put_rest(book, {steps: value for steps, value in rows.items() if steps not in used})
    form_sheets.put_example(book, case.criteria)
    return steady(book.as_bytes(), sheets.TITLE)


def _opinions(rows: Rows) -> list[tuple[str, Rows]]:
    """Return what stands on each sheet for an opinion: its name and its values; at the end some that are blank."""
    found: dict[str, dict[Steps, Any]] = {}
    for (section, *rest), value in rows.items():
        if section == "opinions":
            name, *steps = rest
            found.setdefault(str(name), {})[tuple(steps)] = value
    blanks = max(_BLANK_OPINIONS, _LEAST_OPINIONS - len(found))
    return [*islice(found.items(), MOST_OPINIONS), *[("", {})] * blanks]
