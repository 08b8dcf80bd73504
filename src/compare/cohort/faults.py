"""What is wrong in a batch of rows: which row and column, what was found, what is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.errors import CompareError

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Fault:
    """The first fault of its kind in a batch, and how many rows have it.

    Parameters
    ----------
    row : int
        The row in the batch, from 0.
    column : str
        The column; empty where the fault is not in one.
    error : CompareError
        What is wrong.
    count : int
        How many rows have this fault.
    """

    row: int
    column: str
    error: CompareError
    count: int = 1

    def at(self, file: str, row: int, *, line: int | None = None) -> CompareError:
        """Return the error with its place: the file and the row in it, from 1."""
        column = (f"column {self.column}",) if self.column else ()
        return replace(self.error, file=file, line=line, path=(", ".join((f"row {row}", *column)),))


def faults_where(wrong: NDArray[np.bool_], column: str, describe: Any) -> list[Fault]:
    """Return a fault for the rows of a mask, described by its first row; nothing where no row is wrong.

    Parameters
    ----------
    wrong : array of shape (rows,)
        Which rows are wrong.
    column : str
        In which column.
    describe : callable
        From the first such row to its error.
    """
    if not wrong.any():
        return []
    row = int(np.argmax(wrong))
    return [Fault(row, column, describe(row), int(np.count_nonzero(wrong)))]


def first_of(faults: Iterable[Fault]) -> Fault:
    """Return the fault that stands first, with the number of all."""
    faults = list(faults)
    return replace(min(faults, key=lambda fault: (fault.row, fault.column)), count=sum(fault.count for fault in faults))
