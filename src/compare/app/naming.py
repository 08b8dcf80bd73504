"""Names of files: from letters that every system takes, whatever people call their case."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from compare.errors import CompareError
from compare.words import keeping as told

_LETTERS = 80
_MOST = 1000


def safe_name(text: str) -> str:
    """Return a name for a file from small letters, digits and hyphens, at most 80 of them.

    Examples
    --------
    >>> safe_name("Rosa's lung: ../what?"), safe_name("学校"), safe_name("Müller")
    ('rosas-lung-what', 'case', 'muller')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LETTERS].strip("-") or "case"


def free_name(folder: Path, name: str, ending: str = ".yaml") -> Path:
    """Return a file in a folder that is not there yet, named after a text from people.

    Raises
    ------
    CompareError
        Every name of that kind is taken.
    """
    wanted = safe_name(name)
    for number in range(1, _MOST):
        tail = f"-{number}" if number > 1 else ""
        path = folder / f"{wanted[: _LETTERS - len(tail)]}{tail}{ending}"
        if not path.exists():
            return path
    raise CompareError(told.NO_NAME, file=f"{wanted}{ending}", fix=told.OTHER_NAME)
