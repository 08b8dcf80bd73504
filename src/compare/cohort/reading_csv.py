"""CSV files of many cases: a header line, commas, points in numbers; every row as wide as the header.

A row with a field too many or too few is refused, because a reader that goes on would shift all its answers.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv

from compare import limits
from compare.answers import NOT_KNOWN
from compare.cohort.format import OPINION, Format
from compare.errors import CompareError, quoted

WORDS = pa.dictionary(pa.int32(), pa.string())
"""The form of a column of words: a list of them, and for each row a place in it."""

_BLOCK_BYTES = 4_000_000


def no_rows() -> CompareError:
    """Return the error for a file without rows."""
    return CompareError(
        "There are no rows.",
        found="the names of columns alone",
        allowed="a row for each opinion",
        fix="write the rows below the names of the columns",
    )


def header_of(path: Path) -> list[str]:
    """Return the names in the first line."""
    try:
        with path.open(encoding=_encoding(path), newline="") as stream:
            line = stream.readline(limits.LINE_LETTERS)
    except UnicodeError:
        raise _not_utf8() from None
    if "\0" in line:
        raise CompareError(
            "This is not a CSV file.",
            line=1,
            found="bytes that are no text",
            allowed="a header line",
            fix="save it again as CSV in UTF-8",
        )
    for sign, name in ((";", "semicolons"), ("\t", "tabs")):
        if sign in line and "," not in line:
            raise CompareError(
                f"The columns are parted by {name}.",
                line=1,
                found=quoted(line.strip()),
                allowed="commas between columns, points in numbers",
                fix="save the file again as CSV with commas, and write numbers as 12.5",
            )
    return [name.strip() for name in next(csv.reader([line]), [])]


def _not_utf8() -> CompareError:
    return CompareError(
        "The file is not in UTF-8.",
        found="bytes that are no letters",
        allowed="UTF-8, or UTF-16 with its mark",
        fix="open the file in an editor and save it again with the encoding UTF-8",
    )


def _encoding(path: Path) -> str:
    with path.open("rb") as stream:
        marked = stream.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return "utf-16" if marked else "utf-8-sig"


def csv_batches(path: Path, form: Format) -> Iterator[pa.RecordBatch]:
    """Give the rows of a CSV file as text, the names and levels as words.

    Raises
    ------
    CompareError
        A row is wider or narrower than the header, or the file is no text.
    """
    wrong: list[Any] = []

    def note(row: Any) -> str:
        wrong.append(row)
        return "error"

    words = set(form.word_columns) | {"kind", "cancer", OPINION}
    encoding = _encoding(path)
    try:
        reader = pacsv.open_csv(
            path,
            pacsv.ReadOptions(
                use_threads=False,
                block_size=_BLOCK_BYTES,
                encoding="utf8" if encoding == "utf-8-sig" else encoding,
                column_names=list(form.names),
                skip_rows=1,
            ),
            pacsv.ParseOptions(newlines_in_values=True, invalid_row_handler=note),
            pacsv.ConvertOptions(
                column_types={name: WORDS if name in words else pa.string() for name in form.names},
                null_values=["", *NOT_KNOWN],
                strings_can_be_null=True,
            ),
        )
        yield from reader
    except (OSError, UnicodeError, pa.ArrowException) as error:
        raise _csv_fault(error, wrong) from None


def _csv_fault(error: Exception, wrong: Sequence[Any]) -> CompareError:
    if wrong:
        row = wrong[0]
        many = "more" if row.actual_columns > row.expected_columns else "fewer"
        return CompareError(
            f"This row has {many} fields than the header.",
            line=row.number,
            path=(f"row {row.number - 1}",) if row.number else (),
            found=f"{row.actual_columns} fields: {quoted(str(row.text))}",
            allowed=f"{row.expected_columns} fields, as in the header",
            fix='put a text with a comma in it in "quotes"; an answer that nobody knows stays empty, its comma stays',
        )
    if "utf" in str(error).casefold() or isinstance(error, UnicodeError):
        return _not_utf8()
    if "empty" in str(error).casefold():
        return no_rows()
    found = quoted(str(error).splitlines()[0])
    return CompareError(
        "The file cannot be read as CSV.",
        found=found,
        allowed="a header and rows of fields",
        fix="save it again as CSV in UTF-8",
    )
