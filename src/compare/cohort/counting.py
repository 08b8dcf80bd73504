"""What is counted in a batch of whole cases: how opinions compare, layer by layer, and what the sum makes of them.

The counts of batches add up, so that files of any size come down to a few thousand numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from compare.answers import NOT_KNOWN
from compare.case import built_in_layers
from compare.cohort.batches import cases_in
from compare.cohort.cells import codes_in
from compare.cohort.format import ABOUT, CASE, NEEDED, Format
from compare.cohort.said import MAJOR, NOT_STATED, OUTCOMES, Said
from compare.cohort.standing import Cases
from compare.fields import same_name

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

BY = ("cancer", "specialty", "centre", "year")
"""By what the cases can be grouped: of the first opinion the cancer, of the second the doctor, the centre and the year."""

ALL, ANY = "", "any"
"""Every case; all layers together."""

_COLUMNS = {"cancer": "cancer", "specialty": "specialty", "centre": "centre_type", "year": "date"}
_ORDER = ("first", "second", "third")
TOO_MANY: tuple[str | None, ...] = ()
"""What stands for the answers on a layer that has too many different ones to be counted."""

_MOST_ANSWERS = 60
_MOST_DOCTORS = 6
_SHORT_TABLE = 131_072

Key = tuple[str, str, str, str]
"""By what, which group, on what, what came of it."""


class Looked(Format):
    """The columns of a file of many cases that are looked at for counting, beside those of the sum."""

    @property
    def kept(self) -> tuple[str, ...]:
        """Return the columns about opinions, and those of layers."""
        return tuple(name for name in (*NEEDED, *ABOUT, *self.layers) if name in self.names)

    @property
    def layers(self) -> tuple[str, ...]:
        """Return the layers that the file has a column for, in the order of the chain."""
        return tuple(layer.key for layer in built_in_layers() if layer.key in self.names)


@dataclass(frozen=True)
class Counts:
    """What was counted.

    Parameters
    ----------
    cases, opinions, alone : int
        How many cases; how many opinions; how many cases with one opinion, which are left out of everything else.
    scored : int
        How many of the cases were scored.
    outcomes : Counter
        How often what came of it: by what, which group, on what, the outcome.
    answers : Counter
        How many cases by layer and by what their doctors said, in order, None where one said nothing; `TOO_MANY` where they were not counted.
    sums : Counter
        Sums over the scored cases, by criterion and what is summed.
    """

    cases: int = 0
    opinions: int = 0
    alone: int = 0
    scored: int = 0
    outcomes: Counter[Key] = field(default_factory=Counter)
    answers: Counter[tuple[str, tuple[str | None, ...]]] = field(default_factory=Counter)
    sums: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def __add__(self, other: Counts) -> Counts:
        """Add what was counted elsewhere."""
        sums = {key: self.sums.get(key, 0.0) + other.sums.get(key, 0.0) for key in {**self.sums, **other.sums}}
        return Counts(
            self.cases + other.cases,
            self.opinions + other.opinions,
            self.alone + other.alone,
            self.scored + other.scored,
            _merged(self.outcomes, other.outcomes),
            _merged(self.answers, other.answers),
            sums,
        )

    def spelt_alike(self) -> Counts:
        """Return the same with one spelling for each group and each answer, whichever parts of the files it comes from."""
        groups = _one_spelling({group for _, group, *_ in self.outcomes})
        answers = _one_spelling({name for _, said in self.answers for name in said if name is not None})
        outcomes, profiles = Counter[Key](), Counter[Any]()
        for (by, group, topic, outcome), times in self.outcomes.items():
            outcomes[by, groups[group], topic, outcome] += times
        for (layer, said), times in self.answers.items():
            profiles[layer, tuple(None if name is None else answers[name] for name in said)] += times
        return replace(self, outcomes=outcomes, answers=profiles)


def _one_spelling(names: Iterable[str]) -> dict[str, str]:
    """Return for each spelling of a name the one that stands for all of them."""
    first: dict[str, str] = {}
    for name in sorted(names):
        first.setdefault(same_name(name), name)
    return {name: first[same_name(name)] for name in names}


def _merged(one: Counter[Any], other: Counter[Any]) -> Counter[Any]:
    merged = Counter(one)
    merged.update(other)
    return merged


@dataclass(frozen=True)
class Groups:
    """In which group each case of a batch is.

    Parameters
    ----------
    by : str
        By what they are grouped.
    names : tuple of str
        The groups.
    codes : array of shape (cases,)
        For each case the place of its group.
    """

    by: str
    names: Sequence[str]
    codes: Places

    def counted(self, topic: str, words: Sequence[str], outcomes: Places, chosen: Any = slice(None)) -> Counter[Key]:
        """Return how many of the chosen cases of each group have each outcome, a place in ``words``."""
        width = len(words)
        found = np.bincount(self.codes[chosen] * width + outcomes, minlength=len(self.names) * width)
        return Counter(
            {
                (self.by, self.names[at // width], topic, words[at % width]): int(found[at])
                for at in np.flatnonzero(found).tolist()
            }
        )


@dataclass(frozen=True)
class Compared:
    """A batch whose cases have two opinions or more, the first opinion of each case in front.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        The rows.
    rows : array of shape (rows,)
        Where they stood in the batch as it was read.
    cases : Cases
        Which of them are one case.
    groups : tuple of Groups
        Every case in one group, and the groups that were asked for.
    """

    batch: pa.RecordBatch
    rows: Places
    cases: Cases
    groups: tuple[Groups, ...]

    @classmethod
    def of(cls, batch: pa.RecordBatch, by: Sequence[str]) -> Compared | None:
        """Return the cases of a batch that have two opinions or more; None where no case has."""
        rows, cases = _in_order(batch), cases_in(batch.column(CASE))
        several = np.repeat(cases.sizes > 1, cases.sizes)
        if not several.any():
            return None
        if not several.all():
            rows, cases = rows[several], cases.only(several)
        if len(rows) < len(batch) or (rows[1:] < rows[:-1]).any():
            batch = batch.take(pa.array(rows))
        everyone = Groups(ALL, ("",), np.zeros(len(cases.starts), dtype=np.intp))
        return cls(batch, rows, cases, (everyone, *(_groups(batch, cases, name) for name in by)))

    def counted(self, topic: str, words: Sequence[str], outcomes: Places, chosen: Any = slice(None)) -> Counter[Key]:
        """Return how many of the chosen cases have each outcome, in every group."""
        return _merged_all(groups.counted(topic, words, outcomes, chosen) for groups in self.groups)


def _merged_all(counters: Iterator[Counter[Any]]) -> Counter[Any]:
    merged: Counter[Any] = Counter()
    for counter in counters:
        merged.update(counter)
    return merged


def _in_order(batch: pa.RecordBatch) -> Places:
    """Return the rows, those of a case in the order first, second, third, others, where the file says which is which."""
    rows = np.arange(len(batch))
    if "kind" not in batch.schema.names:
        return rows
    words, codes, _ = codes_in(batch.column("kind"))
    kinds = [same_name(str(word)) for word in (*words, None)]
    places = np.array([_ORDER.index(kind) if kind in _ORDER else len(_ORDER) for kind in kinds])[codes]
    cases = cases_in(batch.column(CASE))
    if not (cases.together & (places[1:] < places[:-1])).any():
        return rows
    return np.lexsort((places, np.cumsum(np.append(0, ~cases.together))))


def _groups(batch: pa.RecordBatch, cases: Cases, by: str) -> Groups:
    """Return in which group each case is; those of which nothing is said are a group of their own."""
    rows = cases.starts if by == "cancer" else cases.starts + 1
    if _COLUMNS[by] not in batch.schema.names:
        return Groups(by, (NOT_STATED,), np.zeros(len(rows), dtype=np.intp))
    words, codes, _ = codes_in(batch.column(_COLUMNS[by]))
    texts = [NOT_STATED if word is None or word in NOT_KNOWN else str(word) for word in (*words, None)]
    texts = [text[:4] if by == "year" and text != NOT_STATED else text for text in texts]
    names = tuple(dict.fromkeys(texts))
    return Groups(by, names, np.array([names.index(text) for text in texts], dtype=np.intp)[codes[rows]])


def layers_counted(compared: Compared, layers: Sequence[str]) -> tuple[Counter[Key], Counter[Any]]:
    """Return how the second opinion compares with the first on each layer and on all, and what was said on each."""
    cases, outcomes, answers = compared.cases, Counter[Key](), Counter[Any]()
    found = []
    for layer in layers:
        said = Said.of(compared.batch.column(layer), layer)
        found.append(said.compared(cases.starts, cases.starts + 1))
        outcomes.update(compared.counted(layer, OUTCOMES, found[-1]))
        answers.update(_profiles(said, cases, layer))
    if found:
        outcomes.update(compared.counted(ANY, OUTCOMES, _strongest(np.array(found))))
    return outcomes, answers


def _strongest(found: Places) -> Places:
    """Return the strongest difference over all layers; not stated where no layer is."""
    stated = np.where(found <= MAJOR, found, -1).max(axis=0)
    return np.where(stated < 0, OUTCOMES.index(NOT_STATED), stated)


def _profiles(said: Said, cases: Cases, layer: str) -> Counter[Any]:
    """Return how many cases have the same answers in the same order; of many doctors the first six."""
    counted: Counter[Any] = Counter()
    names = (*said.mains, None)
    if len(names) > _MOST_ANSWERS + 1:
        return Counter({(layer, TOO_MANY): 1})
    for size in np.unique(np.minimum(cases.sizes, _MOST_DOCTORS)):
        starts = cases.starts[np.minimum(cases.sizes, _MOST_DOCTORS) == size]
        key = np.zeros(len(starts), dtype=np.int64)
        for step in range(size):
            key = key * len(names) + said.main[starts + step]
        for found, times in _tallied(key, len(names) ** int(size)):
            places = [found // len(names) ** (size - 1 - step) % len(names) for step in range(size)]
            counted[layer, tuple(names[place] for place in places)] = times
    return counted


def _tallied(keys: NDArray[np.int64], most: int) -> Iterator[tuple[int, int]]:
    if most <= _SHORT_TABLE:
        times = np.bincount(keys, minlength=1)
        found = np.flatnonzero(times)
        return zip(found.tolist(), times[found].tolist(), strict=True)
    found, times = np.unique(keys, return_counts=True)
    return zip(found.tolist(), times.tolist(), strict=True)
