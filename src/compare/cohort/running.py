"""A run over files: read, put cases together, score on several threads, write in parts, put the result in place.

However large the files are, only a few parts of them are in memory at a time.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa

from compare.case import Criterion
from compare.cohort.aligning import Whole, as_they_stand, whole_cases
from compare.cohort.batches import Options
from compare.cohort.buckets import sort_into, sorted_pieces
from compare.cohort.faults import Fault, first_of
from compare.cohort.format import Format
from compare.cohort.memory import keep_memory
from compare.cohort.on_dask import Cluster
from compare.cohort.reading import Source, opened, pieces_in
from compare.cohort.results import Found, Tally, found_in
from compare.cohort.space import check_out
from compare.cohort.threads import in_order
from compare.cohort.work import PART_ROWS, Work, fingerprint_of, put_to
from compare.cohort.writing import ending_of, put_together
from compare.errors import CompareError, missing_extra

_Item = TypeVar("_Item")
_Made = TypeVar("_Made")
_Paths = Sequence[str | os.PathLike[str]]


def check_files(paths: _Paths, *, criteria: Sequence[Criterion] | None = None, progress: bool = False) -> Tally:
    """Check files of many cases, every row of them.

    Parameters
    ----------
    paths : sequence of path-like
        Parquet or CSV files with the same columns; a case may be split over several of them.
    criteria : sequence of Criterion, optional
        What is compared; without them the built-in five.
    progress : bool
        Whether to show on standard error how far it is (needs tqdm).

    Returns
    -------
    Tally
        How many cases and opinions there are, and who would be ahead with equal weights, or those in the rows.

    Raises
    ------
    CompareError
        The first fault, with its file, row and column, and how many more there are.
    """
    sources = opened([Path(path) for path in paths], criteria)
    with _Run.over(sources, Options(), progress=progress) as run, Work.hidden() as work:
        return run.make(work, write=False)[1]


def score_files(
    paths: _Paths,
    out: str | os.PathLike[str],
    *,
    criteria: Sequence[Criterion] | None = None,
    options: Options | None = None,
    threads: int | None = None,
    scheduler: str | None = None,
    progress: bool = False,
) -> Tally:
    r"""Score every opinion of many cases, and say who is ahead in each case and how sure that is.

    A run that was stopped goes on where it was when it is started again with the same files and options.

    Parameters
    ----------
    paths : sequence of path-like
        Parquet or CSV files with the same columns; a case may be split over several of them, or its rows be scattered.
    out : path-like
        The file to write, ``.parquet`` or ``.csv``: put in place as a whole at the end, or not at all.
    criteria : sequence of Criterion, optional
        What is compared; without them the built-in five.
    options : Options, optional
        Weights for all cases, and what else to work out.
    threads : int, optional
        How many threads; without it one for each core, or for each thread of the cluster.
    scheduler : str, optional
        The address of a Dask cluster that does the sums (needs the extra ``dask``): the rows go there, and the result is
        the same byte for byte.
    progress : bool
        Whether to show on standard error how far it is (needs tqdm).

    Returns
    -------
    Tally
        How many cases and opinions there are, and how sure it is who is ahead.

    Raises
    ------
    CompareError
        The first fault, with its file, row and column; no file is written.

    Examples
    --------
    >>> import tempfile
    >>> rows = "case,opinion,rating__goals\n1,Surgery,80\n1,Radiation,30\n"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "in.csv").write_text(rows)
    ...     tally = score_files([Path(folder, "in.csv")], Path(folder, "out.csv"))
    ...     print(Path(folder, "out.csv").read_text().splitlines()[1][:30])
    "1","Surgery",16,56,96,0,10,20
    >>> tally.cases, tally.opinions, tally.sure["likely"]
    (1, 2, 1)
    """
    out, options = Path(out), options or Options()
    ending, sources = ending_of(out), opened([Path(path) for path in paths], criteria)
    if options.weights is not None:
        options = replace(options, weights=options.weights.bound_to(sources[0].form.keys))
    check_out(out, sources)
    with put_to(out), _cluster(scheduler) as cluster, Work.beside(out, fingerprint_of(sources, options)) as work:
        with _Run.over(sources, options, threads=threads, progress=progress, cluster=cluster) as run:
            parts, tally = run.make(work, write=True)
        made = put_together([work.part(number) for number in parts], work.folder / f"result{ending}", ending)
        work.put_in_place(made, out)
    return tally


@dataclass(frozen=True)
class _Part:
    """Rows that were scored: the part that they belong to, and what came of them."""

    number: int
    rows: int
    tally: Tally
    batch: pa.RecordBatch | None
    faults: tuple[tuple[tuple[int, int], CompareError], ...]


@dataclass(frozen=True)
class _Run:
    """A run over some files: what is asked for, and the threads that do it."""

    sources: Sequence[Source]
    options: Options
    pool: ThreadPoolExecutor
    ahead: int
    bar: Any
    found_in: Callable[..., Found] = found_in

    @classmethod
    @contextlib.contextmanager
    def over(
        cls,
        sources: Sequence[Source],
        options: Options,
        *,
        threads: int | None = None,
        progress: bool = False,
        cluster: Cluster | None = None,
    ) -> Iterator[_Run]:
        """Return a run with its threads and its progress bar, both ended with it."""
        threads = threads or (cluster.threads if cluster else os.cpu_count()) or 1
        keep_memory()
        known = [source.rows for source in sources if source.rows is not None]
        total = sum(known) if len(known) == len(sources) else None
        with ThreadPoolExecutor(threads) as pool, _bar(total, progress=progress) as bar:
            yield cls(sources, options, pool, threads + 1, bar, cluster.found_in if cluster else found_in)

    @property
    def form(self) -> Format:
        """Return the format of the files."""
        return self.sources[0].form

    def make(self, work: Work, *, write: bool) -> tuple[list[int], Tally]:
        """Score everything, and return the parts that were made, in order, and what came of all."""
        parts = partial(self._parts, work, write=write)
        if not work.is_sorted:
            made = as_they_stand(partial(pieces_in, self.sources), parts)
            if made is not None:
                return made
            sort_into(work.buckets, self.sources, self._in_order)
            work.note_sorted()
        return parts(whole_cases(sorted_pieces(work.buckets, self._in_order), None))

    def _parts(self, work: Work, wholes: Iterable[Whole], *, write: bool) -> tuple[list[int], Tally]:
        self.bar.reset()
        faults: list[tuple[tuple[int, int], CompareError]] = []
        tallies = work.done() if write else {}
        with contextlib.closing(work.writer()) as writer:
            for part in self._in_order(partial(self._scored, write=write), self._numbered(wholes, tuple(tallies))):
                self.bar.update(part.rows)
                faults += part.faults
                tallies[part.number] = tallies.get(part.number, Tally()) + part.tally
                if part.batch is not None and not faults:
                    writer.put(part.number, part.batch, part.tally)
            if faults:
                error = min(faults, key=lambda fault: fault[0])[1]
                raise replace(error, more=sum(1 + found.more for _, found in faults) - 1)
            writer.finish()
        return sorted(tallies), sum(tallies.values(), Tally())

    def _numbered(self, wholes: Iterable[Whole], done: Sequence[int]) -> Iterator[tuple[int, Whole]]:
        """Give rows with the part that they belong to; those of a part that is done are left out."""
        rows = 0
        for whole in wholes:
            number = rows // PART_ROWS
            rows += len(whole.batch)
            if number in done:
                self.bar.update(len(whole.batch))
            else:
                yield number, whole

    def _scored(self, item: tuple[int, Whole], *, write: bool) -> _Part:
        number, whole = item
        found = self.found_in(whole.batch, self.form, self.options, write=write)
        faults = (self._placed(whole, first_of(found.faults)),) if found.faults else ()
        return _Part(number, len(whole.batch), found.tally, found.rows, faults)

    def _placed(self, whole: Whole, fault: Fault) -> tuple[tuple[int, int], CompareError]:
        """Return a fault with its file and row, and what to sort it by."""
        name, row = whole.place(fault.row)
        file = next(place for place, source in enumerate(self.sources) if source.name == name)
        line = row + 1 if self.sources[file].is_csv else None
        return (file, row), replace(fault.at(name, row, line=line), more=fault.count - 1)

    def _in_order(self, work: Callable[[_Item], _Made], items: Iterable[_Item]) -> Iterator[_Made]:
        return in_order(self.pool, self.ahead, work, items)


def _cluster(scheduler: str | None) -> contextlib.AbstractContextManager[Cluster | None]:
    """Return the cluster at an address; none without one."""
    return contextlib.nullcontext() if scheduler is None else Cluster.at(scheduler)


@contextlib.contextmanager
def _bar(total: int | None, *, progress: bool) -> Iterator[Any]:
    """Return a progress bar on standard error, or one that shows nothing."""
    if not progress:
        yield _NoBar()
        return
    try:
        from tqdm import tqdm  # type: ignore[import-untyped]
    except ImportError:
        raise missing_extra("tqdm", "cohort") from None
    with tqdm(total=total, unit=" opinions", unit_scale=True) as bar:
        yield bar


class _NoBar:
    """A progress bar that shows nothing."""

    def update(self, rows: int) -> None:
        """Take no notice."""

    def reset(self) -> None:
        """Take no notice."""
