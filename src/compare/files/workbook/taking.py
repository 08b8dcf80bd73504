"""A case out of a workbook."""

from __future__ import annotations

import io

from compare.errors import Place
from compare.files.long_csv import COLUMNS, entry_in
from compare.files.long_form import tree_of
from compare.files.workbook.door import cells_only
from compare.trees import Node


def parse_workbook(data: bytes) -> Node:
    """Return the tree of a workbook."""
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(cells_only(data))).worksheets[0]
    entries = []
    for number, row in enumerate(sheet.iter_rows(min_row=2, values_only=True), 2):
        places = {name: Place(number, f"sheet {sheet.title}, row {number}") for name in COLUMNS}
        entries.append(entry_in(dict(zip(COLUMNS, [str(cell or "") for cell in row], strict=True)), places))
    return tree_of(entries)
