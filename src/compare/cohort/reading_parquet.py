"""Parquet files of many cases, read some rows at a time; a file that is cut off or something else is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from compare.cohort.cells import is_text
from compare.cohort.format import CASE
from compare.errors import CompareError, quoted

BATCH_ROWS = 131_072
"""How many rows are looked at together."""

_BUFFER_BYTES = 2**20
"""How much of each column is read at once, so that a file of one large block needs no more memory than one of many."""


def schema_and_rows(path: Path) -> tuple[pa.Schema, int]:
    """Return which columns a file has, and how many rows.

    Raises
    ------
    CompareError
        The file is cut off, damaged or something else.
    """
    try:
        with pq.ParquetFile(path) as file:
            return file.schema_arrow, file.metadata.num_rows
    except (OSError, pa.ArrowException) as error:
        raise _damaged(path, error) from None


def parquet_batches(path: Path, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Give the rows of some columns of a file, words by their places in a list.

    Raises
    ------
    CompareError
        The file is damaged inside.
    """
    try:
        schema = pq.read_schema(path)
        words = [name for name in names if name != CASE and is_text(schema.field(name).type)]
        with pq.ParquetFile(path, read_dictionary=words, pre_buffer=False, buffer_size=_BUFFER_BYTES) as file:
            yield from file.iter_batches(BATCH_ROWS, columns=list(names))
    except (OSError, pa.ArrowException) as error:
        raise _damaged(path, error) from None


def _damaged(path: Path, error: Exception) -> CompareError:
    with path.open("rb") as stream:
        begins_well = stream.read(4) == b"PAR1"
    return CompareError(
        "The file is cut off or damaged."
        if begins_well
        else "The file's name says Parquet, its content is something else.",
        found=quoted(str(error).splitlines()[0] if str(error) else type(error).__name__),
        allowed="a whole Parquet file",
        fix="copy or export the file again",
    )
