"""Small counts stay hidden, and so does what would give them back: a count of three people is three people (T28).

A count of 1 to 10 is hidden. Where sums are shown, a hidden count could be worked out from the others; so more counts are hidden
until each of them could as well be 5 higher, with every sum that is shown left as it is. For a table this takes four counts at the corners of a rectangle: one goes up, its two neighbours go down, the fourth goes up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[np.intp]
    Mask = NDArray[np.bool_]

SMALLEST = 11
"""The smallest count, beside 0, that is shown."""

ROOM = 5
"""How far a hidden count could be from what it is, at least, for all that is shown."""


def is_small(counts: Counts) -> Mask:
    """Tell which counts are hidden for their own sake: 1 to 10."""
    small: Mask = (counts > 0) & (counts < SMALLEST)
    return small


def hidden_in_list(counts: Counts) -> Mask:
    """Tell which counts of a list are hidden, when their sum is shown.

    Parameters
    ----------
    counts : array of shape (parts,)
        Counts that add up to what is shown.

    Returns
    -------
    array of bool
        The small ones, and the least of the others; all of them, also those that are 0, where there is no other.

    Examples
    --------
    >>> hidden_in_list(np.array([40, 3, 0, 25])).tolist()
    [False, True, False, True]
    """
    hidden = is_small(counts)
    if not hidden.any():
        return hidden
    large = counts >= SMALLEST
    if not large.any():
        return np.ones(len(counts), dtype=bool)
    hidden[np.where(large, counts, counts.max() + 1).argmin()] = True
    return hidden


def hidden_in_table(table: Counts, hidden_sums: Mask | None = None) -> Mask:
    """Tell which counts of a table are hidden, when the sums of its rows and columns are shown.

    Parameters
    ----------
    table : array of shape (groups, parts)
        Counts; the sum of each row is 0 or at least `SMALLEST`.
    hidden_sums : array of bool of shape (parts,), optional
        Which sums of columns are not shown: what `hidden_in_list` gives for them.

    Returns
    -------
    array of bool
        All, also those that are 0, where no rectangle would do.

    Examples
    --------
    >>> hidden_in_table(np.array([[40, 30, 3], [35, 20, 60], [50, 60, 25]])).astype(int).tolist()
    [[0, 1, 1], [0, 1, 1], [0, 0, 0]]
    """
    no_sums = np.zeros(table.shape[1], dtype=bool)
    hidden = is_small(table)
    everything = np.ones(table.shape, dtype=bool)
    sums = no_sums if hidden_sums is None else hidden_sums
    if sums.all() and not hidden.any():
        return everything
    for corners in _targets(table, hidden, sums):
        found = min(corners(hidden), key=lambda one: one[0], default=None)
        if found is None:
            return everything
        hidden[found[1]] = True
    return hidden


def _targets(table: Counts, hidden: Mask, sums: Mask) -> Iterator[Any]:
    """Give for each count, and each sum, that has to stay unknown a function that finds what else could be hidden for it."""
    for row, column in np.argwhere(hidden):
        yield lambda now, row=row, column=column: _corners(table, now, row, column, sums)
    totals = table.sum(axis=0)
    for column in np.flatnonzero(sums & is_small(totals)):
        yield lambda now, column=column: _beside(table, now, np.flatnonzero(table[:, column]), column, sums)


def _corners(table: Counts, hidden: Mask, row: int, column: int, sums: Mask) -> list[tuple[int, Any]]:
    """Return the cheapest rectangle at a count with its cost: how many people it hides besides."""
    shown = np.where(hidden, 0, table)
    right = (table[row] > ROOM) & (np.arange(table.shape[1]) != column)
    below = (table[:, column] > ROOM) & (np.arange(len(table)) != row)
    fits = (table > 0) & right[None, :] & below[:, None]
    cost = shown + shown[row][None, :] + shown[:, column][:, None]
    cost = np.where(fits, cost, table.sum() + 1)
    found = _beside(table, hidden, np.array([row]), column, sums)
    if fits.any():
        far, other = np.unravel_index(int(cost.argmin()), cost.shape)
        found.append(
            (int(cost[far, other]), (np.array([row, row, far, far]), np.array([column, other, column, other])))
        )
    return found


def _beside(table: Counts, hidden: Mask, rows: Counts, column: int, sums: Mask) -> list[tuple[int, Any]]:
    """Return the rows in which a count of a column can go up with its sum, and that of the largest column without a shown sum down."""
    totals = np.where(sums, table.sum(axis=0), -1)
    largest = int(totals.argmax())
    if not sums[column] or largest == column or totals[largest] < SMALLEST:
        return []
    return [
        (int(np.where(hidden[row, largest], 0, table[row, largest])), ([row, row], [column, largest]))
        for row in rows
        if table[row, largest] > ROOM
    ]
