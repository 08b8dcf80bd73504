"""Many made-up cases, for trying things out and for teaching: no patient stands behind any of them.

How often opinions differ follows the published rates in ``data/second_opinions.yaml``; everything else is our own guess. A data
card stands beside every file and says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

from compare.cohort.making.card import card_of
from compare.cohort.making.rows import blocks
from compare.cohort.reading import ENDINGS
from compare.cohort.work import Work, put_to
from compare.errors import CompareError, wrong_ending
from compare.files import save_bytes
from compare.files.saving import check_place
from compare.robustness import check_seed

__all__ = ["MOST_CASES", "blocks", "make_cohort"]

MOST_CASES = 50_000_000
_BYTES_A_CASE = 400
_TOGETHER = 8


def make_cohort(
    out: str | os.PathLike[str], cases: int, seed: int = 0, *, note: Callable[[int], object] | None = None
) -> int:
    """Write made-up cases to a file, and a card that says what is made up beside it.

    Parameters
    ----------
    out : path-like
        The file to write, ``.parquet`` or ``.csv``; the card has its name and ends in ``.md``.
    cases : int
        How many cases; each has two or three opinions.
    seed : int
        Where the random numbers begin; the same seed gives the same rows, and the first cases are the same whatever ``cases`` is.
    note : callable, optional
        Is told how many rows were written, again and again.

    Returns
    -------
    int
        How many opinions were written.

    Raises
    ------
    CompareError
        Another ending, no such folder, no room, or a number that makes no sense; nothing is written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     make_cohort(Path(folder) / "made-up.csv", 100) > 200
    True
    """
    out = Path(out)
    _check(out, cases, seed)
    with put_to(out), Work.beside(out, f"made up {cases} {seed}") as work:
        made = work.folder / f"result{out.suffix.lower()}"
        rows = _written(made, cases, seed, note or (lambda _: None))
        work.put_in_place(made, out)
    save_bytes(out.with_suffix(".md"), card_of(out.name, cases, rows, seed).encode())
    return rows


def _written(made: Path, cases: int, seed: int, note: Callable[[int], object]) -> int:
    rows = 0
    with pa.OSFile(str(made), "wb") as stream:
        writer: Any = None
        for table in _tables(blocks(cases, seed)):
            plain = _plain(table) if made.suffix == ".csv" else table
            writer = writer or _writer(stream, plain.schema, made.suffix)
            writer.write_table(plain)
            rows += len(table)
            note(len(table))
        writer.close()
    return rows


def _tables(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.Table]:
    """Put a few blocks together: a file of long row groups is quicker to read."""
    while some := list(islice(batches, _TOGETHER)):
        yield pa.Table.from_batches(some)


def _writer(stream: Any, schema: pa.Schema, ending: str) -> Any:
    if ending == ".csv":
        return pacsv.CSVWriter(stream, schema, write_options=pacsv.WriteOptions(quoting_style="needed"))
    return pq.ParquetWriter(stream, schema, compression="zstd")


def _plain(table: pa.Table) -> pa.Table:
    """Return rows with every word in full, as a CSV file has them."""
    columns = [column.cast(pa.string()) if pa.types.is_dictionary(column.type) else column for column in table.columns]
    return pa.Table.from_arrays(columns, names=table.schema.names)


def _check(out: Path, cases: int, seed: int) -> None:
    check_seed(seed)
    if out.suffix.lower() not in ENDINGS:
        raise wrong_ending(out.name, out.suffix, "Many cases", ENDINGS)
    if not 1 <= cases <= MOST_CASES:
        raise CompareError(
            "This is no number of cases.",
            found=f"{cases:,}",
            allowed=f"1 to {MOST_CASES:,}",
            fix="write another number",
        )
    check_place(out)
    free = shutil.disk_usage(out.absolute().parent).free
    if free < cases * _BYTES_A_CASE:
        raise CompareError(
            "There is not enough room; nothing was written.",
            file=out.name,
            found=f"{free / 1e9:.1f} GB free",
            allowed=f"about {cases * _BYTES_A_CASE / 1e9:.1f} GB",
            fix="make fewer cases",
        )
