"""A case as a workbook."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from compare.case import Case
from compare.files.long_csv import COLUMNS, as_row
from compare.files.long_form import rows_of
from compare.files.packing import steady


def workbook_bytes(case: Case, tree: Mapping[str, Any]) -> bytes:
    """Return a case as what is in an XLSX file."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(COLUMNS)
    for steps, value in rows_of(tree):
        sheet.append(as_row(steps, value))
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s" if cell.value else "n"
    stream = io.BytesIO()
    book.save(stream)
    return steady(stream.getvalue(), case.question)
