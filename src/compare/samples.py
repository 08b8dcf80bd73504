"""The sample cases that come with the program. Their people and doctors are made up."""

from __future__ import annotations

from pathlib import Path

from compare.case import Case
from compare.errors import unknown
from compare.files import read

_HERE = Path(__file__).parent
_PLACES = (_HERE / "data" / "samples", _HERE.parents[1] / "data" / "samples")
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


def _folder() -> Path:
    return next((place for place in _PLACES if place.is_dir()), _PLACES[0])
