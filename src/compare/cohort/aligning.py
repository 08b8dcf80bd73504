"""Rows in whole cases: a case that is split over two parts of a file, or over two files, is put together again.

Where a case comes back after others (its rows are scattered), the rows have to be sorted into buckets first.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from compare import limits
from compare.cohort.batches import cases_in
from compare.cohort.format import CASE
from compare.cohort.reading import Piece
from compare.errors import CompareError

if TYPE_CHECKING:
    from numpy.typing import NDArray


_Made = TypeVar("_Made")


class ScatteredError(Exception):
    """The rows of a case do not stand together, as far as can be told."""


@dataclass(frozen=True)
class Whole:
    """Rows of whole cases, and where they come from.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        The rows.
    pieces : tuple of Piece
        The pieces of files that they are made of, in order.
    """

    batch: pa.RecordBatch
    pieces: tuple[Piece, ...]

    def place(self, row: int) -> tuple[str, int]:
        """Return the file of a row, and its place in it, from 1."""
        for piece in self.pieces:
            if row < len(piece.batch):
                return piece.place(row)
            row -= len(piece.batch)
        raise IndexError(row)


def as_they_stand(pieces: Callable[[], Iterable[Piece]], do: Callable[[Iterator[Whole]], _Made]) -> _Made | None:
    """Do something with rows in whole cases, in the order of the files.

    That the names of the cases ascend is quick to see; only where they do not, a fingerprint of each is kept.

    Parameters
    ----------
    pieces : callable
        Gives the rows as they are read, each time from the beginning.
    do : callable
        What to do with them; it may have to begin again.

    Returns
    -------
    object or None
        What came of it; None where the rows of a case are scattered.
    """
    for seen in (Ascending(), Prints()):
        with contextlib.suppress(ScatteredError):
            return do(whole_cases(pieces(), seen))
    return None


def whole_cases(pieces: Iterable[Piece], seen: Ascending | Prints | None) -> Iterator[Whole]:
    """Give rows in whole cases, in the order of the files.

    Parameters
    ----------
    pieces : iterable of Piece
        The rows as they are read.
    seen : Ascending or Prints, optional
        What keeps an eye on cases that come back; None where they cannot.

    Raises
    ------
    ScatteredError
        What ``seen`` raises.
    CompareError
        A case has more opinions than can be compared.
    """
    kept: list[Piece] = []
    for piece in pieces:
        names, starts = piece.batch.column(CASE), cases_in(piece.batch.column(CASE)).starts
        if seen is not None:
            seen.note(names.take(pa.array(starts)))
        if not kept or kept[-1].batch.column(CASE)[-1] != names[0] or not names[0].is_valid:
            yield from _whole(kept)
            kept = [piece]
            continue
        before, last = _cut(kept)
        yield from _whole(before)
        head = int(starts[1]) if len(starts) > 1 else len(names)
        kept = [*last, piece.part(0, head)]
        _check_length(kept)
        if head < len(names):
            yield from _whole(kept)
            kept = [piece.part(head, len(names))]
    if seen is not None:
        seen.finish()
    yield from _whole(kept)


def _whole(pieces: Sequence[Piece]) -> Iterator[Whole]:
    if pieces:
        yield _joined(pieces)


def _cut(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return what comes before the last case of some rows (nothing where they are pieces of one case), and that case."""
    start = int(cases_in(pieces[0].batch.column(CASE)).starts[-1]) if len(pieces) == 1 else 0
    if not start:
        return [], pieces
    return [pieces[0].part(0, start)], [pieces[0].part(start, len(pieces[0].batch))]


def _joined(pieces: Sequence[Piece]) -> Whole:
    if len(pieces) == 1:
        return Whole(pieces[0].batch, tuple(pieces))
    table = pa.Table.from_batches([piece.batch for piece in pieces]).unify_dictionaries().combine_chunks()
    return Whole(table.to_batches()[0], tuple(pieces))


def _check_length(pieces: Sequence[Piece]) -> None:
    """Refuse a case that goes on and on, before its rows fill the memory."""
    rows = sum(len(piece.batch) for piece in pieces)
    if rows > limits.ITEMS:
        raise CompareError(
            "This case has too many opinions.",
            file=pieces[0].place(0)[0],
            path=(f"row {pieces[0].place(0)[1]}, column {CASE}",),
            found=f"{rows:,} or more",
            allowed=f"at most {limits.ITEMS}",
            fix="give each case a name of its own",
        )


class Ascending:
    """Cases whose names ascend: none can come back."""

    def __init__(self) -> None:
        self._last: pa.Array | None = None

    def note(self, names: pa.Array) -> None:
        """Note the names of cases that follow each other, the first perhaps the last of before."""
        chain = names if self._last is None else pa.concat_arrays([self._last, names])
        if self._last is not None and self._last[0] == names[0]:
            chain = names
        if not pc.all(pc.fill_null(pc.less(chain[:-1], chain[1:]), fill_value=False), min_count=0).as_py():
            raise ScatteredError
        self._last = names[-1:]

    def finish(self) -> None:
        """Nothing is left to look at."""


class Prints:
    """Cases in any order: a fingerprint of each is kept, and looked through whenever there are twice as many."""

    def __init__(self) -> None:
        self._last: pa.Array | None = None
        self._known = np.zeros(0, dtype=np.uint64)
        self._new: list[NDArray[np.uint64]] = []

    def note(self, names: pa.Array) -> None:
        """Note the names of cases that follow each other, the first perhaps the last of before."""
        again = self._last is not None and self._last[0] == names[0]
        self._new.append(prints_of((names[1:] if again else names).drop_null()))
        self._last = names[-1:]
        if sum(map(len, self._new)) >= len(self._known):
            self.finish()

    def finish(self) -> None:
        """Look for a fingerprint that is there twice.

        Raises
        ------
        ScatteredError
            There is one.
        """
        self._known = np.sort(np.concatenate([self._known, *self._new]))
        self._new = []
        if (self._known[1:] == self._known[:-1]).any():
            raise ScatteredError


def prints_of(names: pa.Array) -> NDArray[np.uint64]:
    """Return a number of 64 bits for each name: the same for the same name, in every run."""
    from pandas.util import hash_array

    if pa.types.is_integer(names.type):
        return hash_array(names.fill_null(0).to_numpy(zero_copy_only=False))
    return hash_array(names.fill_null("").to_numpy(zero_copy_only=False), categorize=False)
