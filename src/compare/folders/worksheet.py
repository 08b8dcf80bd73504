"""Many cases on one sheet: a row for each, and a note for each file that could not be read."""

from __future__ import annotations

import csv
import io
import os
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from compare import words
from compare.errors import CompareError, wrong_ending
from compare.files import save_bytes
from compare.folders.looking import Line
from compare.reports import Report
from compare.reports.origin import made_with
from compare.reports.parts import Table
from compare.reports.to_csv import as_cell
from compare.statements import Cell
from compare.tabular import Row, Tabular
from compare.words import differing
from compare.words import folders as told

ENDINGS = (".xlsx", ".csv", ".html")

_LONGEST_LOOK = 4_096


@dataclass(frozen=True, repr=False)
class Worksheet(Tabular):
    """What the cases of a folder come to.

    Parameters
    ----------
    lines : sequence of Line
        A line for each case, by the name of its file.
    faults : sequence of CompareError
        What is wrong with each file that could not be read.
    """

    lines: Sequence[Line]
    faults: Sequence[CompareError]

    def rows(self) -> Sequence[Row]:
        """Return a row for each file, in full; one that could not be read has only its name and what is wrong."""
        read = [asdict(line) | {"error": None} for line in self.lines]
        blank = dict.fromkeys(Line.__dataclass_fields__)
        unread = [blank | {"file": fault.file, "error": _why(fault)} for fault in self.faults]
        return sorted([*read, *unread], key=lambda row: str(row["file"]))

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each case, as short as a terminal needs it."""
        rows = [
            (line.file, words.listing(line.ahead), told.SURE[line.sure], words.whole(line.open), _third(line))
            for line in self.lines
        ]
        return [(told.FILE, told.AHEAD, told.HOW_SURE, told.OPEN, told.THIRD), *rows]

    def heading(self) -> str:
        """Return how many files were read."""
        return told.heading(len(self.lines), len(self.faults))

    def notes(self) -> Sequence[str]:
        """Return what is wrong with each file that could not be read, and the caution."""
        return (*map(_unread, self.faults), words.CAUTION)

    def plain(self) -> dict[str, Any]:
        """Return the rows as plain mappings, for JSON."""
        return {
            "schema": 1,
            "cases": len(self.lines),
            "faults": len(self.faults),
            "rows": [dict(row) for row in self.rows()],
        }

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Save the sheet.

        Parameters
        ----------
        path : path-like
            A file that ends in ``.xlsx``, ``.csv`` or ``.html``.

        Raises
        ------
        CompareError
            Another ending, or the file cannot be written.
        """
        path = Path(path)
        if path.suffix.lower() not in ENDINGS:
            raise wrong_ending(path.name, path.suffix, "A worksheet", ENDINGS)
        if path.suffix.lower() == ".csv":
            return save_bytes(path, self.csv().encode("utf-8-sig"))
        return self.report().save(path)

    def csv(self) -> str:
        """Return the rows as CSV, every text quoted; lists are joined with semicolons."""
        rows = [{key: as_cell(_flat(value)) for key, value in row.items()} for row in self.rows()]
        stream = io.StringIO()
        writer = csv.DictWriter(stream, _COLUMNS, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)
        return stream.getvalue()

    def report(self) -> Report:
        """Return the sheet as a paper with one table."""
        notes = [_unread(fault) for fault in self.faults]
        rows = [(line.file, _cells(line)) for line in self.lines]
        table = Table(self.heading(), _HEADS, rows, widths=_WIDTHS, points=notes)
        return Report(told.TITLE, "", (made_with(),), (table,))


_COLUMNS = [*Line.__dataclass_fields__, "error"]
_HEADS = (told.FILE, told.QUESTION, told.AHEAD, told.FLIP, told.OPEN_SHORT, told.ASK_NEXT, told.THIRD, told.POINTS)
_WIDTHS = (13, 13, 17, 21, 9, 18, 10, 11)


def is_worksheet(path: Path) -> bool:
    """Tell whether a file is a worksheet that was saved here before, and no case."""
    if path.suffix.lower() not in ENDINGS or not path.is_file():
        return False
    try:
        if path.suffix.lower() == ".csv":
            with path.open(encoding="utf-8-sig") as stream:
                return next(csv.reader([stream.readline(_LONGEST_LOOK)]), []) == _COLUMNS
        with zipfile.ZipFile(path) as book, book.open("docProps/core.xml") as about:
            return f"title>{told.TITLE}</".encode() in about.read(_LONGEST_LOOK)
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, csv.Error, zipfile.BadZipFile, zlib.error):
        return False


def _cells(line: Line) -> list[Cell]:
    return [
        Cell(line.question, remark=told.whose(line.whose)),
        Cell(words.listing(line.ahead), remark=told.SURE[line.sure]),
        Cell(line.flip),
        Cell(words.whole(line.open), remark=told.deciding(line.deciding)),
        Cell(line.ask_next),
        Cell(_third(line)),
        Cell(told.points(line.points, line.most_points)),
    ]


def _third(line: Line) -> str:
    return differing.MAY_HELP if line.third_opinion else differing.NOT_YET


def _unread(fault: CompareError) -> str:
    return told.not_read(str(fault.file), _why(fault))


def _why(fault: CompareError) -> str:
    """Return what is wrong with a file, in one line: what, where, what stands there, what may stand there, what to do."""
    details = str(replace(fault, file=None, problem="")).splitlines()
    return told.why(fault.problem, [" ".join(line.split()) for line in details if line])


def _flat(value: Any) -> Any:
    return "; ".join(value) if isinstance(value, list | tuple) else value
