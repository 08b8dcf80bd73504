"""Files of many cases, read a part at a time: Parquet, or CSV with a header line.

What a file is, and which columns it has, is checked before any row is looked at; a file that is cut off, or that only has the
name of another kind, is refused.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from compare.cohort.cells import is_text
from compare.cohort.format import CASE, OPINION, Format
from compare.cohort.reading_csv import WORDS, csv_batches, header_of, no_rows
from compare.errors import CompareError, listed, quoted, wrong_ending

ENDINGS = (".parquet", ".csv")
BATCH_ROWS = 131_072
"""How many rows are looked at together."""


@dataclass(frozen=True)
class Piece:
    """Some rows of a file.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        The rows.
    file : str
        The name of the file.
    first_row : int
        The place of the first of them in the file, from 1.
    """

    batch: pa.RecordBatch
    file: str
    first_row: int

    def place(self, row: int) -> tuple[str, int]:
        """Return the file of a row, and its place in it, from 1."""
        return self.file, self.first_row + row

    def part(self, start: int, end: int) -> Piece:
        """Return some of the rows."""
        return Piece(self.batch.slice(start, end - start), self.file, self.first_row + start)


@dataclass(frozen=True)
class Source:
    """A file of many cases that has been opened and found in order as far as its columns go.

    Parameters
    ----------
    path : pathlib.Path
        Where it is.
    form : Format
        What its columns mean.
    kinds : mapping of str to str
        Whether each column that is read holds ``"text"``, ``"whole numbers"`` or ``"numbers"``.
    rows : int, optional
        How many rows it has, where the file says so.
    """

    path: Path
    form: Format
    kinds: dict[str, str]
    rows: int | None

    @property
    def is_csv(self) -> bool:
        """Tell whether it is a CSV file."""
        return self.path.suffix.lower() == ".csv"

    def pieces(self) -> Iterator[Piece]:
        """Give the rows of the columns that are needed, a part at a time.

        Raises
        ------
        CompareError
            The file is damaged, or a row has too many or too few fields.
        """
        row, names = 1, needed(self.form)
        for batch in csv_batches(self.path, self.form) if self.is_csv else _parquet_batches(self.path, self.form):
            if len(batch):
                yield Piece(in_order(batch, names, self.path.name), self.path.name, row)
                row += len(batch)
        if row == 1:
            raise no_rows(self.path.name)


def needed(form: Format) -> tuple[str, ...]:
    """Return the columns that are read, in the order in which they are handed on."""
    return (*form.kept, *form.answer_columns, *form.weight_columns)


def opened(paths: Sequence[str | Path], criteria: Any = None) -> tuple[Source, ...]:
    """Return files that have been opened, and whose columns are in order and the same in all of them.

    Parameters
    ----------
    paths : sequence of path-like
        The files.
    criteria : sequence of Criterion, optional
        What is compared; without them the built-in five.

    Raises
    ------
    CompareError
        There is no such file, it is of another kind or damaged, or its columns are not those of the format.
    """
    if not paths:
        raise CompareError("No file is named.", found="nothing", allowed=f"files that end in {listed(ENDINGS)}")
    sources = tuple(_opened(Path(path), criteria) for path in paths)
    for source in sources[1:]:
        _check_same(sources[0], source)
    return sources


def _opened(path: Path, criteria: Any) -> Source:
    if path.suffix.lower() not in ENDINGS:
        raise wrong_ending(path.name, path.suffix, "Many cases", ENDINGS)
    _check_ordinary(path)
    try:
        return _opened_csv(path, criteria) if path.suffix.lower() == ".csv" else _opened_parquet(path, criteria)
    except CompareError as error:
        raise error.at(file=path.name) from None


def _check_ordinary(path: Path) -> None:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise CompareError("There is no such file.", file=path.name, found="nothing under this name") from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "a name that no file can have"
        raise CompareError("The file cannot be read.", file=path.name, found=reason) from None
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe or a device"
        raise CompareError("This is not a file.", file=path.name, found=what, allowed="an ordinary file")
    if not found.st_size:
        raise CompareError("The file is empty.", file=path.name, found="0 bytes", allowed="a header and rows")


def _opened_parquet(path: Path, criteria: Any) -> Source:
    try:
        with pq.ParquetFile(path) as file:
            schema, rows = file.schema_arrow, file.metadata.num_rows
    except (OSError, pa.ArrowException) as error:
        raise _damaged(path, error) from None
    form = Format.of(schema.names, criteria)
    kinds = kinds_in(schema, form)
    if not rows:
        raise no_rows(path.name)
    return Source(path, form, kinds, rows)


def kinds_in(schema: pa.Schema, form: Format) -> dict[str, str]:
    """Return what each column that is read holds: text, whole numbers or numbers.

    Raises
    ------
    CompareError
        A column holds something else than its format says.
    """
    return {name: _kind_of(schema.field(name).type, name, form) for name in needed(form)}


def _damaged(path: Path, error: Exception) -> CompareError:
    with path.open("rb") as stream:
        begins_well = stream.read(4) == b"PAR1"
    return CompareError(
        "The file is cut off or damaged."
        if begins_well
        else "The file's name says Parquet, its content is something else.",
        file=path.name,
        found=quoted(str(error).splitlines()[0] if str(error) else type(error).__name__),
        allowed="a whole Parquet file",
        fix="copy or export the file again",
    )


def _kind_of(found: pa.DataType, name: str, form: Format) -> str:
    whole, text = pa.types.is_integer(found), is_text(found) or pa.types.is_null(found)
    number = whole or pa.types.is_floating(found) or pa.types.is_null(found)
    if name in form.number_columns:
        allowed, kind, fits = "numbers", "numbers", number
    elif name in (CASE, OPINION):
        allowed, kind, fits = "text or whole numbers", "whole numbers" if whole else "text", text or whole
    else:
        allowed, kind, fits = "text", "text", text
    if not fits:
        raise CompareError(
            "This column holds something else.",
            path=(f"column {name}",),
            found=quoted(str(found)),
            allowed=allowed,
            fix=f"write the column as {allowed}",
        )
    return kind


def _check_same(first: Source, other: Source) -> None:
    """Refuse files that do not have the same columns, or not the same kinds of them."""
    names, others = set(first.form.names), set(other.form.names)
    for name in sorted(names ^ others):
        has, lacks = (first, other) if name in names else (other, first)
        raise CompareError(
            "These files do not have the same columns.",
            file=other.path.name,
            path=(f"column {name}",),
            found=f"a column `{name}` in {has.path.name}, none in {lacks.path.name}",
            allowed="the same columns in all files",
            fix="add it (it may be empty), or run the files by themselves",
        )
    for name, kind in other.kinds.items():
        if kind != first.kinds[name]:
            raise CompareError(
                "These files do not hold the same in a column.",
                file=other.path.name,
                path=(f"column {name}",),
                found=f"{kind} here, {first.kinds[name]} in {first.path.name}",
                allowed="the same kind in all files",
            )


def _parquet_batches(path: Path, form: Format) -> Iterator[pa.RecordBatch]:
    try:
        schema = pq.read_schema(path)
        words = [name for name in needed(form) if name != CASE and is_text(schema.field(name).type)]
        with pq.ParquetFile(path, read_dictionary=words, pre_buffer=True) as file:
            yield from file.iter_batches(BATCH_ROWS, columns=list(needed(form)))
    except (OSError, pa.ArrowException) as error:
        raise _damaged(path, error) from None


def in_order(batch: pa.RecordBatch, names: Sequence[str], file: str) -> pa.RecordBatch:
    """Return the columns in a fixed order, each in the form that the kernel takes."""
    try:
        columns = [_as_taken(batch.column(name), name) for name in names]
    except pa.ArrowException as error:
        found = quoted(str(error).splitlines()[0])
        raise CompareError("A column cannot be read.", file=file, found=found, allowed="text and numbers") from None
    return pa.RecordBatch.from_arrays(columns, names=list(names))


def _as_taken(column: pa.Array, name: str) -> pa.Array:
    kind = column.type
    if pa.types.is_null(kind):
        return column.cast(pa.string()) if name == CASE else column.cast(pa.string()).dictionary_encode()
    if pa.types.is_dictionary(kind):
        return (
            column.cast(pa.string())
            if name == CASE
            else column
            if kind == WORDS
            else column.cast(pa.string()).dictionary_encode()
        )
    if pa.types.is_large_string(kind):
        column = column.cast(pa.string())
    if name == CASE:
        return column.cast(pa.int64()) if pa.types.is_integer(kind) else column
    if name == OPINION and pa.types.is_integer(kind):
        return column.cast(pa.int64())
    if pa.types.is_float16(kind):
        return column.cast(pa.float32())
    return column.dictionary_encode() if is_text(kind) and name in ("kind", "cancer", OPINION) else column


def _opened_csv(path: Path, criteria: Any) -> Source:
    form = Format.of(header_of(path), criteria)
    text = dict.fromkeys(needed(form), "text")
    return Source(path, form, text | dict.fromkeys(form.number_columns, "numbers"), None)
