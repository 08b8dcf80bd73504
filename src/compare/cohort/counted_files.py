"""Files of any size, counted a batch at a time on several threads."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import chain
from operator import add
from pathlib import Path
from typing import Any, TypeVar

from compare.case import Criterion
from compare.cohort.aligning import Ascending, Prints, ScatteredError, UnsortedError, Whole, whole_cases
from compare.cohort.batches import Options
from compare.cohort.buckets import ROWS, paths_in, pieces_of, sort_into
from compare.cohort.counting import Compared, Counts, Looked, layers_counted
from compare.cohort.faults import first_of
from compare.cohort.memory import keep_memory
from compare.cohort.reading import Source, opened
from compare.cohort.space import rows_in
from compare.cohort.weighing import FaultError, some_cases, weighed
from compare.cohort.work import Work

SCORED_ROWS = 400_000
"""About so many opinions are scored at most, evenly over the files; everything else is counted over all rows."""

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class _Asked:
    """What is to be counted: the columns, by what, with which weights, in what share of the cases the sum is looked at."""

    form: Looked
    by: tuple[str, ...]
    options: Options
    share: float

    def counts(self, whole: Whole) -> Counts:
        """Return what is counted in a batch."""
        compared = Compared.of(whole.batch, self.by)
        rows = len(whole.batch)
        if compared is None:
            return Counts(opinions=rows, alone=rows)
        count = len(compared.cases.starts)
        alone = rows - compared.cases.rows
        outcomes, answers = layers_counted(compared, self.form.layers)
        counted = Counts(count + alone, rows, alone, 0, outcomes, answers)
        some = some_cases(compared, self.share)
        try:
            return counted + weighed(some, self.form, self.options) if some is not None else counted
        except FaultError as error:
            fault = first_of(error.faults)
            raise fault.at(*whole.place(int(compared.rows[fault.row]))) from None


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
    form = sources[0].form
    if not isinstance(form, Looked):
        raise TypeError(form)
    if options.weights is not None:
        options = replace(options, weights=options.weights.bound_to(form.keys))
    asked = _Asked(form, tuple(by), options, min(1.0, scored_rows / max(1, rows_in(sources))))
    threads = threads or os.cpu_count() or 1
    keep_memory()
    with ThreadPoolExecutor(threads) as pool:
        return form, _all_counts(sources, asked, partial(_in_order, pool, threads + 1))


def _looked_at(source: Source) -> Source:
    return replace(source, form=Looked(source.form.criteria, source.form.names))


def _all_counts(sources: Sequence[Source], asked: _Asked, in_order: Callable[..., Iterator[Any]]) -> Counts:
    for seen in (Ascending(), Prints()):
        try:
            return _added(in_order(asked.counts, whole_cases(_pieces(sources), seen)))
        except UnsortedError:
            continue
        except ScatteredError:
            break
    with Work.hidden() as work:
        sort_into(work.buckets, _pieces(sources), 1 + rows_in(sources) // ROWS, in_order)
        pieces = (piece for path in paths_in(work.buckets) for piece in pieces_of(path))
        return _added(in_order(asked.counts, whole_cases(pieces, None)))


def _added(counts: Iterable[Counts]) -> Counts:
    return reduce(add, counts, Counts())


def _pieces(sources: Sequence[Source]) -> Iterator[Any]:
    return chain.from_iterable(source.pieces() for source in sources)


def _in_order(
    pool: ThreadPoolExecutor, ahead: int, work: Callable[[_Item], _Made], items: Iterable[_Item]
) -> Iterator[_Made]:
    """Do a piece of work for each item on several threads, a few items ahead; give what comes of it in order."""
    waiting: deque[Future[_Made]] = deque()
    for item in items:
        waiting.append(pool.submit(work, item))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
