"""The sample cases and notebooks that come with the program. The people and doctors of the cases are made up."""

from __future__ import annotations

from pathlib import Path

from compare.case import Case
from compare.errors import unknown
from compare.files import read

_HERE = Path(__file__).parent
_SAMPLES = (_HERE / "data" / "samples", _HERE.parents[1] / "data" / "samples")
_NOTEBOOKS = (_HERE / "data" / "notebooks", _HERE.parents[1] / "notebooks")
"""Inside an installed package; in the project's own folder."""


def sample_names() -> tuple[str, ...]:
    """Return the names of the sample cases, in alphabetical order."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


def sample_path(name: str) -> Path:
    """Return the file of a sample case, or say which there are."""
    if name not in sample_names():
        raise unknown("a sample case", name, sample_names())
    return _folder() / f"{name}.yaml"


def sample(name: str) -> Case:
    """Return a sample case.

    Parameters
    ----------
    name : str
        One of `sample_names`.

    Raises
    ------
    CompareError
        There is no such sample.

    Examples
    --------
    >>> sample("prostate").question != ""
    True
    """
    return read(sample_path(name))


def cohort_path() -> Path:
    """Return the file of 2,000 made-up cases; the card that says what is made up lies beside it.

    Examples
    --------
    >>> cohort_path().name, cohort_path().with_suffix(".md").exists()
    ('cohort-2000.parquet', True)
    """
    return _folder() / "cohort-2000.parquet"


def notebook_paths() -> tuple[Path, ...]:
    """Return the files of the notebooks that come with the program, in their order."""
    return tuple(sorted(_first_of(_NOTEBOOKS).glob("[0-9]*.ipynb")))


def _folder() -> Path:
    return _first_of(_SAMPLES)


def _first_of(places: tuple[Path, ...]) -> Path:
    return next((place for place in places if place.is_dir()), places[0])
