"""What is written for each opinion: a row of columns in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyarrow as pa

from compare import words
from compare.cohort.batches import Options, Scored, score_batch
from compare.cohort.faults import Fault
from compare.cohort.format import OPINION, Format
from compare.cohort.standing import SURE
from compare.interval import Interval
from compare.tabular import Row, Tabular
from compare.words import cohorts as told

PART = "part__"


def rows_of(scored: Scored, form: Format, options: Options) -> pa.RecordBatch:
    """Return the columns that are written for a batch.

    Parameters
    ----------
    scored : Scored
        What the batch comes to.
    form : Format
        What its columns meant.
    options : Options
        What was asked for.
    """
    columns = {name: scored.batch.column(name) for name in form.kept}
    columns |= _ends("total", scored.sums.total)
    for key in form.keys:
        columns |= _ends(PART + key, scored.sums.parts[key])
    columns |= {
        "rank": pa.array(scored.ranks),
        "level_with": _level_with(scored),
        "gap": pa.array(scored.gaps),
        "sure": pa.DictionaryArray.from_arrays(pa.array(scored.sure), pa.array(SURE)),
        "first_share": pa.array(scored.shares, from_pandas=True),
    }
    if options.any_weights:
        columns["any_weights_share"] = pa.array(scored.any_weights, from_pandas=True)
    return pa.RecordBatch.from_pydict(columns)


def _ends(name: str, interval: Interval[Any]) -> dict[str, pa.Array]:
    return {
        f"{name}_low": pa.array(interval.low),
        name: pa.array(interval.mean),
        f"{name}_high": pa.array(interval.high),
    }


def _level_with(scored: Scored) -> pa.Array:
    """Return the names of the opinions that share the rank of each row; nothing where none does."""
    texts: list[str | None] = [None] * len(scored.batch)
    names = scored.batch.column(OPINION)
    for start, end in _level_cases(scored):
        for row in range(start, end):
            others = [at for at in range(start, end) if at != row and scored.ranks[at] == scored.ranks[row]]
            texts[row] = words.listing([str(names[at].as_py()) for at in others]) or None
    return pa.array(texts, pa.string())


def _level_cases(scored: Scored) -> Iterator[tuple[int, int]]:
    """Give the cases in which several opinions share a rank: from which row to which."""
    shared = np.zeros(scored.cases.rows, dtype=bool)
    for step, same in enumerate(scored.cases.steps, 1):
        shared[step:] |= same & (scored.ranks[step:] == scored.ranks[:-step])
    for place in np.unique(np.searchsorted(scored.cases.starts, np.flatnonzero(shared), side="right")):
        start = int(scored.cases.starts[place - 1])
        yield start, start + int(scored.cases.sizes[place - 1])


@dataclass(frozen=True)
class Tally(Tabular):
    """How many rows were scored, and what came of them.

    Parameters
    ----------
    cases, opinions, open, level : int
        How many cases; opinions; answers that nobody knows; cases in which several opinions share the first rank.
    sure : mapping of str to int
        How many cases by how sure it is who is ahead.
    """

    cases: int = 0
    opinions: int = 0
    open: int = 0
    level: int = 0
    sure: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, scored: Scored) -> Tally:
        """Return the tally of a batch."""
        cases, leading = scored.cases, scored.sure[scored.first == np.arange(scored.cases.rows)]
        sure = Counter({SURE[place]: int(np.count_nonzero(leading == place)) for place in range(len(SURE))})
        return cls(len(cases.starts), cases.rows, scored.sums.open, int(np.count_nonzero(scored.level)), sure)

    def __add__(self, other: Tally) -> Tally:
        """Add two tallies."""
        sure = {word: self.sure.get(word, 0) + other.sure.get(word, 0) for word in reversed(SURE)}
        return Tally(
            self.cases + other.cases,
            self.opinions + other.opinions,
            self.open + other.open,
            self.level + other.level,
            sure,
        )

    def plain(self) -> dict[str, Any]:
        """Return the counts by name, for JSON."""
        return {
            "cases": self.cases, "opinions": self.opinions, "open": self.open, "level": self.level, "sure": dict(self.sure)
        }  # fmt: skip

    def rows(self) -> list[Row]:
        """Return one row with all counts."""
        return [self.plain() | dict(self.sure)]

    def shown(self) -> list[tuple[str, ...]]:
        """Return a line for each way in which somebody can be ahead, and one for open answers."""
        counts = [*((told.GROUPS[word], count) for word, count in self.sure.items()), (told.EQUAL, self.level)]
        lines = [(label, f"{count:,}", told.of_100(count, self.cases)) for label, count in counts]
        return [(told.AHEAD, told.CASES, told.OF_100), *lines]

    def heading(self) -> str:
        """Return how much was read."""
        return told.heading(self.cases, self.opinions)

    def notes(self) -> list[str]:
        """Return how many answers are open."""
        return [told.open_answers(self.open)]


@dataclass(frozen=True)
class Found:
    """What a batch comes to.

    Parameters
    ----------
    tally : Tally
        How many rows were scored, and what came of them.
    rows : pyarrow.RecordBatch, optional
        What is written for them, where it was asked for and nothing is wrong.
    faults : tuple of Fault
        What is wrong.
    """

    tally: Tally
    rows: pa.RecordBatch | None
    faults: tuple[Fault, ...]


def found_in(batch: pa.RecordBatch, form: Format, options: Options, *, write: bool) -> Found:
    """Return what a batch of whole cases comes to; faults are told, not raised.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        The rows, those of a case together.
    form : Format
        What its columns mean.
    options : Options
        What is asked for.
    write : bool
        Whether the rows that are written are wanted.
    """
    scored = score_batch(batch, form, options)
    if scored.faults:
        return Found(Tally(), None, scored.faults)
    return Found(Tally.of(scored), rows_of(scored, form, options) if write else None, ())
