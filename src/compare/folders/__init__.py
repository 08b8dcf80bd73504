"""A folder of case files on one worksheet: who is ahead in each, how sure, what would change it, what to ask next."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from compare.errors import CompareError, expect, listed, missing_extra
from compare.files import ENDINGS
from compare.folders.looking import Line, line_of
from compare.folders.worksheet import Worksheet, is_worksheet
from compare.weights import Weights

__all__ = ["Line", "Worksheet", "files_in", "read_folder"]

_FEW = 24
"""So many files are read sooner than other processes have started."""


def read_folder(
    folder: str | os.PathLike[str],
    weights: Weights | None = None,
    *,
    person: str | None = None,
    without_names: bool = False,
    progress: bool = False,
) -> Worksheet:
    """Read every case of a folder and say in a line each what it comes to.

    Parameters
    ----------
    folder : path-like
        The folder; files of cases in it are read, folders in it and worksheets of earlier runs are not.
    weights : Weights, optional
        How much each criterion counts in every case; without them each case's own.
    person : str, optional
        Whose weights to use, where each case has a person of that name.
    without_names : bool
        Whether to put labels in the place of the names in each case; the names of the files stay.
    progress : bool
        Whether to show on standard error how far it is (needs tqdm).

    Returns
    -------
    Worksheet
        A line for each case; a file that cannot be read is told of and stops nothing.

    Raises
    ------
    CompareError
        There is no such folder, no case in it, or none that can be read.

    Examples
    --------
    >>> from compare.samples import sample_path
    >>> sheet = read_folder(sample_path("prostate").parent)
    >>> len(sheet.lines) >= 6, len(sheet.faults)
    (True, 0)
    """
    expect(weights, Weights, or_nothing=True)
    paths = files_in(Path(folder))
    found = list(
        _shown(
            _looked_at(paths, partial(line_of, weights=weights, person=person, hidden=without_names)),
            len(paths),
            progress=progress,
        )
    )
    faults = [each for each in found if isinstance(each, CompareError)]
    if len(faults) == len(paths):
        raise replace(faults[0], more=len(faults) - 1)
    return Worksheet([each for each in found if isinstance(each, Line)], faults)


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that hold a case by their names, but no worksheet that was saved there before.

    Raises
    ------
    CompareError
        The folder cannot be read, or there is none.
    """
    try:
        names = sorted(folder.iterdir())
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "a name that no folder can have"
        raise CompareError(
            "This folder cannot be read.",
            file=folder.name,
            found=reason,
            allowed="a folder that you may open",
            fix="check its name and whether you may open it",
        ) from None
    paths = [path for path in names if path.suffix.lower() in ENDINGS and not path.name.startswith(".")]
    paths = [path for path in paths if not is_worksheet(path)]
    if not paths:
        raise CompareError(
            "There is no case in this folder.",
            file=folder.name,
            found="no such file",
            allowed=f"files that end in {listed(ENDINGS)}",
            fix="put the case files into it, or name another folder",
        )
    return paths


def _looked_at(paths: Sequence[Path], look: Callable[[Path], Line | CompareError]) -> Iterator[Line | CompareError]:
    """Give what is found in each file, in order: few in this process, many on all cores."""
    if len(paths) <= _FEW:
        yield from map(look, paths)
        return
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        yield from pool.map(look, paths, chunksize=max(1, len(paths) // (8 * (os.cpu_count() or 1))))


def _shown(found: Iterator[Any], count: int, *, progress: bool) -> Iterator[Any]:
    if not progress:
        yield from found
        return
    try:
        from tqdm import tqdm  # type: ignore[import-untyped]
    except ImportError:
        raise missing_extra("tqdm", "cohort") from None
    yield from tqdm(found, total=count, unit=" cases")
