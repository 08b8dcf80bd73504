"""Whether there is room for what is to be written, before any work starts."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from compare.cohort.reading import Source
from compare.errors import CompareError
from compare.files.saving import check_place

_BYTES_A_NUMBER = 8
_OTHER_COLUMNS = 8
_BYTES_A_CSV_ROW = 60


def check_out(out: Path, sources: Sequence[Source]) -> None:
    """Refuse a file that cannot be written: one of those that are read, one without a folder, one that has no room.

    Raises
    ------
    CompareError
        Before any work has started; nothing is written.
    """
    check_place(out)
    for source in sources:
        with contextlib.suppress(OSError):
            if out.exists() and out.samefile(source.path):
                raise CompareError(
                    "The result would take the place of a file it is made from; nothing was written.",
                    file=out.name,
                    fix="choose another name for the result",
                    found="the name of an input",
                    allowed="a name of its own for the result",
                )
    needed, free = bytes_needed(sources), shutil.disk_usage(out.absolute().parent).free
    if needed > free:
        raise CompareError(
            "There is not enough room for the result; nothing was written.",
            file=out.name,
            found=f"{free / 1e9:.1f} GB free",
            allowed=f"about {needed / 1e9:.1f} GB for {rows_in(sources):,} opinions",
            fix="write to another disk, or score the files one by one",
        )


def rows_in(sources: Sequence[Source]) -> int:
    """Return how many rows there are; for CSV files about how many."""
    return sum(source.rows or source.path.stat().st_size // _BYTES_A_CSV_ROW for source in sources)


def bytes_needed(sources: Sequence[Source]) -> int:
    """Return how much room a run needs at most: buckets of the input where it is scattered, parts, and the file itself."""
    form = sources[0].form
    columns = len(form.answer_columns) + 2 * (3 * (1 + len(form.keys)) + _OTHER_COLUMNS)
    return rows_in(sources) * columns * _BYTES_A_NUMBER
