"""From the parts of a run to one file: Parquet, or CSV in which nothing can be taken for a formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from compare.cohort.cells import is_text
from compare.cohort.work import writer_of
from compare.errors import wrong_ending

ENDINGS = (".parquet", ".csv")
_FORMULA = "^([ \u00a0]*[=+\\-@\t\r＝＋－＠])"
"""The beginning of a text that a spreadsheet would take for a formula."""

_ROWS = 262_144


def ending_of(out: Path) -> str:
    """Return the ending of the file to be written, or say which there are."""
    ending = out.suffix.lower()
    if ending not in ENDINGS:
        raise wrong_ending(out.name, out.suffix, "Scores of many cases", ENDINGS)
    return ending


def put_together(parts: Sequence[Path], made: Path, ending: str) -> Path:
    """Write all parts into one file, and return it."""
    if ending == ".csv":
        _write_csv(parts, made)
    elif len(parts) == 1:
        return parts[0]
    else:
        with writer_of(made, pq.read_schema(parts[0])) as writer:
            for batch in _batches(parts):
                writer.write_batch(batch)
    return made


def _batches(parts: Sequence[Path]) -> Iterator[pa.RecordBatch]:
    for part in parts:
        with pq.ParquetFile(part, memory_map=True) as file:
            yield from file.iter_batches(_ROWS)


def _write_csv(parts: Sequence[Path], made: Path) -> None:
    names = pq.read_schema(parts[0]).names
    options = pacsv.WriteOptions(include_header=True, quoting_style="needed")
    schema = pa.schema(
        [(field.name, pa.string() if is_text(field.type) else field.type) for field in pq.read_schema(parts[0])]
    )
    with pacsv.CSVWriter(made, schema, write_options=options) as writer:
        for batch in _batches(parts):
            columns = [_plain(batch.column(name)) for name in names]
            writer.write_batch(pa.RecordBatch.from_arrays(columns, schema=schema))


def _plain(column: pa.Array) -> pa.Array:
    """Return text that a spreadsheet takes as text, never as a formula."""
    if not is_text(column.type):
        return column
    return pc.replace_substring_regex(column.cast(pa.string()), _FORMULA, r"'\1")
