"""A workbook of openpyxl as bytes, without a file on the way.

Its own way writes every sheet to the system's folder of temporary files first, where a program that is killed leaves what a
family has written.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _Writer(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet into the archive."""
        drawing = SpreadsheetDrawing()
        drawing.charts, drawing.images = ws._charts, ws._images  # noqa: SLF001 - as the library itself does
        ws._drawing = drawing  # noqa: SLF001
        writer = WorksheetWriter(ws, io.BytesIO())
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.writestr(ws.path[1:], writer.out.getvalue())
        self.manifest.append(ws)


def saved(book: Any) -> bytes:
    """Return a workbook as what is in its file.

    Parameters
    ----------
    book : openpyxl.Workbook
        What is saved.

    Examples
    --------
    >>> from openpyxl import Workbook
    >>> saved(Workbook())[:2]
    b'PK'
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        _Writer(book, archive).write_data()
    return packed.getvalue()
