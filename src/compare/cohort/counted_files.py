"""Files of any size, counted a batch at a time on several threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import islice
from operator import add
from pathlib import Path
from typing import Any, cast

import pyarrow.parquet as pq

from compare.case import Criterion
from compare.cohort.aligning import Whole, as_they_stand, whole_cases
from compare.cohort.batches import Options, cases_in
from compare.cohort.buckets import sort_into, sorted_pieces
from compare.cohort.case_faults import unnamed
from compare.cohort.columns import needed
from compare.cohort.counting import Compared, Counts, Looked, layers_counted
from compare.cohort.faults import Fault, first_of
from compare.cohort.format import CASE
from compare.cohort.memory import keep_memory
from compare.cohort.reading import Piece, Source, opened, pieces_in
from compare.cohort.reading_parquet import BATCH_ROWS
from compare.cohort.space import rows_in
from compare.cohort.threads import in_order
from compare.cohort.weighing import FaultError, some_cases, weighed
from compare.cohort.work import Work
from compare.errors import CompareError

SCORED_ROWS = 400_000
"""About so many opinions are scored at most, evenly over the files; everything else is counted over all rows."""

InOrder = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]
"""A map that keeps the order, over several threads."""


@dataclass(frozen=True)
class _Asked:
    """What is to be counted: the columns, by what, with which weights, in what share of the cases the sum is looked at."""

    form: Looked
    by: tuple[str, ...]
    options: Options
    share: float

    def counts(self, whole: Whole) -> Counts:
        """Return what is counted in a batch."""
        for fault in unnamed(whole.batch.column(CASE), CASE):
            raise _placed(fault, whole, fault.row)
        compared = Compared.of(whole.batch, self.by)
        rows = len(whole.batch)
        if compared is None:
            return Counts(opinions=rows, alone=rows)
        count = len(compared.cases.starts)
        alone = rows - compared.cases.rows
        outcomes, answers = layers_counted(compared, self.form.layers)
        counted = Counts(count + alone, rows, alone, 0, outcomes, answers)
        some = some_cases(compared, self.share)
        return counted if some is None else counted + self._weighed(some, whole)

    def scored(self, piece: Piece) -> Counts:
        """Return what is counted of the scores of a piece; its first and its last case may be cut off, and are left out."""
        starts = cases_in(piece.batch.column(CASE)).starts
        if len(starts) < 3:
            return Counts()
        inner = piece.part(int(starts[1]), int(starts[-1]))
        compared = Compared.of(inner.batch, self.by)
        return Counts() if compared is None else self._weighed(compared, Whole(inner.batch, (inner,)))

    def _weighed(self, compared: Compared, whole: Whole) -> Counts:
        try:
            return weighed(compared, self.form, self.options)
        except FaultError as error:
            fault = first_of(error.faults)
            raise _placed(fault, whole, int(compared.rows[fault.row])) from None


def _placed(fault: Fault, whole: Whole, row: int) -> CompareError:
    """Return a fault with its place, and how many more there are in its batch."""
    name, row = whole.place(row)
    line = row + 1 if name.lower().endswith(".csv") else None
    return replace(fault.at(name, row, line=line), more=fault.count - 1)


def counts_of(
    paths: Sequence[str | os.PathLike[str]],
    by: Sequence[str],
    *,
    criteria: Sequence[Criterion] | None,
    options: Options,
    scored_rows: int,
    threads: int | None,
) -> tuple[Looked, Counts]:
    """Return what is counted in files, and which columns they have."""
    sources = tuple(_looked_at(source) for source in opened([Path(path) for path in paths], criteria))
    form = cast("Looked", sources[0].form)
    if options.weights is not None:
        options = replace(options, weights=options.weights.bound_to(form.keys))
    asked = _Asked(form, tuple(by), options, min(1.0, scored_rows / max(1, rows_in(sources))))
    threads = threads or os.cpu_count() or 1
    keep_memory()
    with ThreadPoolExecutor(threads) as pool:
        return form, _all_counts(sources, asked, partial(in_order, pool, threads + 1)).spelt_alike()


def _looked_at(source: Source) -> Source:
    return replace(source, form=Looked(source.form.criteria, source.form.names))


def _all_counts(sources: Sequence[Source], asked: _Asked, spread: InOrder) -> Counts:
    """Return what is counted; of large Parquet files only the columns of layers are read everywhere, answers where they are scored."""
    in_two = asked.share < 1 and not any(source.is_csv for source in sources)
    first = replace(asked, share=0.0) if in_two else asked
    read = [_light(source) for source in sources] if in_two else sources
    counts = as_they_stand(partial(pieces_in, read), lambda wholes: _added(spread(first.counts, wholes)))
    if counts is None:
        return _scattered(sources, asked, spread)
    return counts + _added(spread(asked.scored, _some_pieces(sources, asked.share))) if in_two else counts


def _scattered(sources: Sequence[Source], asked: _Asked, spread: InOrder) -> Counts:
    with Work.hidden() as work:
        sort_into(work.buckets, sources, spread)
        return _added(spread(asked.counts, whole_cases(sorted_pieces(work.buckets, spread), None)))


def _light(source: Source) -> Source:
    """Return a file without its columns of answers and weights."""
    heavy = {*source.form.answer_columns, *source.form.weight_columns}
    names = tuple(name for name in source.form.names if name not in heavy)
    return replace(source, form=Looked(source.form.criteria, names))


def _some_pieces(sources: Iterable[Source], share: float) -> Iterator[Piece]:
    """Give the beginning of every so many row groups, so that about a share of all rows is read."""
    step = round(1 / share) if share > 0 else 0
    for source in sources if step else ():
        names, row = list(needed(source.form)), 1
        with pq.ParquetFile(source.path) as file:
            for group in range(file.num_row_groups):
                if group % step == 0:
                    for batch in islice(file.iter_batches(BATCH_ROWS, row_groups=[group], columns=names), 1):
                        yield source.piece(batch, row)
                row += file.metadata.row_group(group).num_rows


def _added(counts: Iterable[Counts]) -> Counts:
    return reduce(add, counts, Counts())
