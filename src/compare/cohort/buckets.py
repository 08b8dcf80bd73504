"""Scattered cases: the rows are sorted once into buckets on disk, so that every case lies in one of them.

Which bucket a case belongs to follows from its name alone, so the same files give the same buckets in every run.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from compare.cohort.aligning import prints_of
from compare.cohort.format import CASE
from compare.cohort.reading import Piece, Source, pieces_in
from compare.cohort.reading_parquet import BATCH_ROWS
from compare.cohort.space import rows_in
from compare.cohort.threads import in_order

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS = 262_144
"""How many rows a bucket is meant to hold."""

_FILE, _ROW = "__file", "__row"


@dataclass(frozen=True)
class Sorted(Piece):
    """Some rows of a bucket, each with the place that it came from."""

    def place(self, row: int) -> tuple[str, int]:
        """Return the file of a row, and its place in it, from 1."""
        return self.batch.column(_FILE)[row].as_py(), self.batch.column(_ROW)[row].as_py()

    def part(self, start: int, end: int) -> Sorted:
        """Return some of the rows."""
        return Sorted(self.batch.slice(start, end - start), self.file, self.first_row + start)


Spread = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]
"""A map that keeps the order, perhaps over several threads."""


def sort_into(folder: Path, sources: Sequence[Source], spread: Spread) -> None:
    """Write the rows of files into buckets.

    Parameters
    ----------
    folder : pathlib.Path
        Where the buckets go.
    sources : sequence of Source
        The files.
    spread : callable
        Like ``map``; it may use several threads.
    """
    count = 1 + rows_in(sources) // ROWS
    with contextlib.ExitStack() as stack:
        writers: dict[int, pa.RecordBatchStreamWriter] = {}

        def write(parts: list[pa.RecordBatch]) -> None:
            for bucket, part in enumerate(parts):
                if bucket not in writers:
                    stream = stack.enter_context(pa.OSFile(str(_path(folder, bucket)), "wb"))
                    writers[bucket] = stack.enter_context(pa.ipc.new_stream(stream, part.schema))
                writers[bucket].write_batch(part)

        pen = stack.enter_context(ThreadPoolExecutor(1))
        deque(in_order(pen, 1, write, spread(lambda piece: _split(piece, count), pieces_in(sources))), maxlen=0)


def sorted_pieces(folder: Path, spread: Spread) -> Iterator[Piece]:
    """Give the rows of the buckets of a folder, those of a case together."""
    return chain.from_iterable(spread(lambda path: list(pieces_of(path)), paths_in(folder)))


def pieces_of(path: Path) -> Iterator[Piece]:
    """Give the rows of one bucket, those of a case together, in the order in which they came."""
    with pa.memory_map(str(path)) as stream, pa.ipc.open_stream(stream) as reader:
        batch = reader.read_all().unify_dictionaries().combine_chunks().to_batches()[0]
    order = by_first_seen(batch.column(CASE))
    for start in range(0, len(order), BATCH_ROWS):
        yield Sorted(batch.take(pa.array(order[start : start + BATCH_ROWS])), path.name, 1)


def by_first_seen(names: pa.Array) -> NDArray[np.intp]:
    """Return the rows, those of a name together, by which name came first; two quick sorts, one for each half of its number."""
    codes = names.dictionary_encode().indices.fill_null(-1).to_numpy()
    order = np.argsort((codes & 0xFFFF).astype(np.uint16), kind="stable")
    return order[np.argsort((codes >> 16)[order].astype(np.uint16), kind="stable")]


def paths_in(folder: Path) -> list[Path]:
    """Return the buckets of a folder, in order."""
    return sorted(folder.glob("bucket-*.arrow"))


def _path(folder: Path, bucket: int) -> Path:
    return folder / f"bucket-{bucket:05}.arrow"


def _split(piece: Piece, count: int) -> list[pa.RecordBatch]:
    """Return the rows of a piece by bucket, each with its place."""
    bucket = (prints_of(piece.batch.column(CASE)) % np.uint64(count)).astype(np.uint16)
    order = np.argsort(bucket, kind="stable")
    ends = np.searchsorted(bucket[order], np.arange(count + 1))
    rows = np.arange(len(bucket)) + piece.first_row
    file = pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(bucket), dtype=np.int32)), pa.array([piece.file]))
    columns = [*piece.batch.columns, file, pa.array(rows)]
    placed = pa.RecordBatch.from_arrays(columns, names=[*piece.batch.schema.names, _FILE, _ROW]).take(pa.array(order))
    return [placed.slice(ends[at], ends[at + 1] - ends[at]) for at in range(count)]
