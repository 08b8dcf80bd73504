"""From counts to shares with their intervals, small counts hidden: what may be shown of a cohort."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cohort.agreement import SURE
from compare.cohort.counting import ALL, Key
from compare.cohort.suppression import SMALLEST, hidden_in_list, hidden_in_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Table = NDArray[np.intp]
    Mask = NDArray[np.bool_]

TOGETHER = "smaller groups together"


@dataclass(frozen=True)
class Share:
    """How many of the cases of a group have an outcome.

    Parameters
    ----------
    by, group : str
        By what the cases are grouped, and which group; both empty for all cases.
    topic, outcome : str
        What was looked at; what came of it.
    count, of : int, optional
        How many cases; of how many. None where it is hidden.
    hidden : bool
        Whether the count is hidden, because it is small or would give away one that is.
    """

    by: str
    group: str
    topic: str
    outcome: str
    count: int | None
    of: int | None
    hidden: bool = False

    @property
    def share(self) -> float | None:
        """Return the share, 0-1; None where there is none to show."""
        return None if self.count is None or not self.of else self.count / self.of

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return its 95 % interval (Wilson 1927)."""
        return None if self.count is None or not self.of else wilson(self.count, self.of)

    def plain(self) -> dict[str, Any]:
        """Return the share as a plain mapping."""
        low, high = self.interval or (None, None)
        return {
            "by": self.by, "group": self.group, "topic": self.topic, "outcome": self.outcome, "count": self.count, "of": self.of,
            "share": self.share, "low": low, "high": high, "hidden": self.hidden,
        }  # fmt: skip


def wilson(count: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share by the method of Wilson (1927).

    Examples
    --------
    >>> [round(end, 4) for end in wilson(7, 30)]
    [0.1179, 0.4093]
    """
    share, more = count / of, SURE**2 / of
    middle = share + more / 2
    half = SURE * sqrt(share * (1 - share) / of + more / (4 * of))
    return max(0.0, (middle - half) / (1 + more)), min(1.0, (middle + half) / (1 + more))


@dataclass(frozen=True)
class Topic:
    """Something that was looked at, and its outcomes."""

    name: str
    outcomes: Sequence[str]


def shares_of(counted: Counter[Key], topic: Topic, by: Sequence[str], *, show_small: bool) -> Iterator[Share]:
    """Give the shares of all cases, then those of each group, the largest group first.

    Shares are of the cases that have one of the outcomes; where these are 10 or fewer, nothing is shown.
    """
    _, table = table_of(counted, topic, ALL, fold=False)
    if not len(table):
        return
    sums = _no(table[0]) if show_small else hidden_in_list(table[0])
    if table.sum() < SMALLEST and not show_small:
        sums = np.ones(len(topic.outcomes), dtype=bool)
    yield from _row(topic, "", "", table[0], sums)
    for name in by:
        groups, table = table_of(counted, topic, name, fold=not show_small)
        hidden = _no(table) if show_small else hidden_in_table(table, sums)
        for group, row, mask in zip(groups, table, hidden, strict=True):
            yield from _row(topic, name, group, row, mask)


def _no(table: Table) -> Mask:
    return np.zeros(table.shape, dtype=bool)


def _row(topic: Topic, by: str, group: str, counts: Table, hidden: Mask) -> Iterator[Share]:
    of = None if hidden.all() and counts.sum() < SMALLEST else int(counts.sum())
    for name, count, mask in zip(topic.outcomes, counts, hidden, strict=True):
        yield Share(by, group, topic.name, name, None if mask else int(count), of, bool(mask))


def table_of(counted: Counter[Key], topic: Topic, by: str, *, fold: bool) -> tuple[list[str], Table]:
    """Return the groups and how many of their cases have each outcome; groups of 1 to 10 cases are put together."""
    groups = list(dict.fromkeys(key[1] for key in counted if key[0] == by and key[2] == topic.name))
    rows = [[counted[by, group, topic.name, outcome] for outcome in topic.outcomes] for group in groups]
    table = np.array(rows, dtype=np.intp).reshape(len(groups), len(topic.outcomes))
    order = sorted(range(len(groups)), key=lambda at: (-table[at].sum(), groups[at]))
    groups, table = [groups[at] for at in order], table[order]
    kept = int(np.count_nonzero(table.sum(axis=1) >= SMALLEST)) if fold else len(groups)
    if kept == len(groups):
        return groups, table
    kept -= kept > 0 and table[kept:].sum() < SMALLEST
    return [*groups[:kept], TOGETHER], np.vstack([table[:kept], table[kept:].sum(axis=0)])
