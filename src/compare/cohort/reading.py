"""Files of many cases, read a part at a time: Parquet, or CSV with a header line.

What a file is, and which columns it has, is checked before any row is looked at; a file that is cut off, or that only has the
name of another kind, is refused.
"""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import pyarrow as pa

from compare.cohort.columns import Numbers, columns_in_order, in_common, kinds_in, needed, numbers_of
from compare.cohort.format import Format
from compare.cohort.reading_csv import csv_batches, header_of, no_rows
from compare.cohort.reading_parquet import parquet_batches, schema_and_rows
from compare.errors import CompareError, listed, wrong_ending

ENDINGS = (".parquet", ".csv")
_Looked = tuple[Format, dict[str, str], Numbers, int | None]
"""What a file's columns mean, what each of them holds, the form of its numbers, and how many rows there are where the file says so."""


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
    name : str
        What it is called in messages.
    form : Format
        What its columns mean.
    kinds : mapping of str to str
        Whether each column that is read holds ``"text"``, ``"whole numbers"`` or ``"numbers"``.
    numbers : mapping of str to pyarrow.DataType
        In which form each column of numbers is handed on, the same in all files of a run.
    rows : int, optional
        How many rows it has, where the file says so.
    """

    path: Path
    name: str
    form: Format
    kinds: dict[str, str]
    numbers: Numbers
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
        row = 1
        for batch in self._batches():
            if len(batch):
                yield self.piece(batch, row)
                row += len(batch)
        if row == 1:
            raise no_rows().at(file=self.name)

    def piece(self, batch: pa.RecordBatch, row: int) -> Piece:
        """Return the columns that are needed of some rows, the first of them at this place."""
        return Piece(columns_in_order(batch, needed(self.form), self.numbers, self.name), self.name, row)

    def _batches(self) -> Iterator[pa.RecordBatch]:
        try:
            yield from (
                csv_batches(self.path, self.form) if self.is_csv else parquet_batches(self.path, needed(self.form))
            )
        except CompareError as error:
            raise error.at(file=self.name) from None


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
        There is no such file, it is of another kind or damaged, or named twice, or its columns are not those of the format.
    """
    if not paths:
        raise CompareError(
            "No file is named.",
            found="nothing",
            allowed=f"files that end in {listed(ENDINGS)}",
            fix="name at least one",
        )
    given = [Path(path) for path in paths]
    sources = tuple(_opened(path, name, criteria) for path, name in zip(given, told_apart(given), strict=True))
    _check_once(sources)
    for source in sources[1:]:
        _check_same(sources[0], source)
    numbers = in_common([source.numbers for source in sources])
    return tuple(replace(source, numbers=numbers) for source in sources)


def pieces_in(sources: Iterable[Source]) -> Iterator[Piece]:
    """Give the rows of files one after the other, a part at a time."""
    return chain.from_iterable(source.pieces() for source in sources)


def told_apart(paths: Sequence[Path]) -> list[str]:
    """Return what each file is called: its name, after as many of its folders as set it apart from the other files.

    Examples
    --------
    >>> told_apart([Path("north/2024.csv"), Path("south/2024.csv"), Path("south/2025.csv")])
    ['north/2024.csv', 'south/2024.csv', '2025.csv']
    """
    whole = [path.absolute().parts for path in paths]
    names: dict[tuple[str, ...], str] = {}
    for length in range(1, 1 + max(map(len, whole), default=0)):
        often = Counter(parts[-length:] for parts in set(whole))
        alone = (parts for parts in whole if parts not in names and often[parts[-length:]] == 1)
        names |= {parts: Path(*parts[-length:]).as_posix() for parts in alone}
    return [names[parts] for parts in whole]


def _check_once(sources: Sequence[Source]) -> None:
    """Refuse a file that is named twice, perhaps under two names: its cases would be there twice."""
    seen: dict[tuple[int, int], str] = {}
    for source in sources:
        found = source.path.stat()
        same = found.st_dev, found.st_ino
        if same in seen:
            raise CompareError(
                "A file is named twice.",
                file=source.name,
                found=f"it is {seen[same]} too",
                allowed="each file once",
                fix="name it once",
            )
        seen[same] = source.name


def _opened(path: Path, name: str, criteria: Any) -> Source:
    if path.suffix.lower() not in ENDINGS:
        raise wrong_ending(name, path.suffix, "Many cases", ENDINGS)
    try:
        _check_ordinary(path)
        found = (_opened_csv if path.suffix.lower() == ".csv" else _opened_parquet)(path, criteria)
    except CompareError as error:
        raise error.at(file=name) from None
    return Source(path, name, *found)


def _check_ordinary(path: Path) -> None:
    try:
        found = path.stat()
    except FileNotFoundError:
        raise CompareError(
            "There is no such file.",
            found="nothing under this name",
            allowed="a file that is there",
            fix="check the name and the folder",
        ) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "a name that no file can have"
        raise CompareError(
            "The file cannot be read.",
            found=reason,
            allowed="a file that you may open",
            fix="check its name and whether you may open it",
        ) from None
    if not stat.S_ISREG(found.st_mode):
        what = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe or a device"
        raise CompareError(
            "This is not a file.",
            found=what,
            allowed="an ordinary file",
            fix="name the file itself",
        )
    if not found.st_size:
        raise CompareError(
            "The file is empty.",
            found="0 bytes",
            allowed="a header and rows",
            fix="write the names of the columns and a row for each opinion",
        )


def _opened_parquet(path: Path, criteria: Any) -> _Looked:
    schema, rows = schema_and_rows(path)
    form = Format.of(schema.names, criteria)
    kinds = kinds_in(schema, form)
    if not rows:
        raise no_rows()
    return form, kinds, numbers_of(schema, form), rows


def _check_same(first: Source, other: Source) -> None:
    """Refuse files that do not have the same columns, or not the same kinds of them."""
    names, others = set(first.form.names), set(other.form.names)
    for name in sorted(names ^ others):
        has, lacks = (first, other) if name in names else (other, first)
        raise CompareError(
            "These files do not have the same columns.",
            file=other.name,
            path=(f"column {name}",),
            found=f"a column `{name}` in {has.name}, none in {lacks.name}",
            allowed="the same columns in all files",
            fix="add it (it may be empty), or run the files by themselves",
        )
    for name, kind in other.kinds.items():
        if kind != first.kinds[name]:
            raise CompareError(
                "These files do not hold the same in a column.",
                file=other.name,
                path=(f"column {name}",),
                found=f"{kind} here, {first.kinds[name]} in {first.name}",
                allowed="the same kind in all files",
                fix="write the column alike in all of them, or read them one by one",
            )


def _opened_csv(path: Path, criteria: Any) -> _Looked:
    form = Format.of(header_of(path), criteria)
    text, numbers = dict.fromkeys(needed(form), "text"), form.number_columns
    return form, text | dict.fromkeys(numbers, "numbers"), dict.fromkeys(numbers, pa.string()), None
