"""A case as a file: the plain tree that every format shares, then YAML, JSON, CSV or a workbook."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from compare.answers import plain_number
from compare.case import SCHEMA, Case, built_in_criteria
from compare.errors import CompareError
from compare.files.door import decoded, read_bytes
from compare.files.editing import edited
from compare.files.long_csv import csv_text
from compare.files.reading import BEGIN, END, WORKBOOK, ending_of, read_data, read_text
from compare.files.saving import save_bytes
from compare.files.workbook import workbook_bytes
from compare.files.yaml_text import yaml_text

WITH_COMMENTS = (".yaml", ".yml")
"""The endings of the files in which people's own comments stay."""


def save(case: Case, path: str | os.PathLike[str], *, expected: str | None = None, keep_comments: bool = True) -> Path:
    """Save a case; its ending says in which format.

    The file is replaced as a whole or not at all, its last five versions are kept beside it, and what was written is read
    back before it is put in place, so that nothing can be lost on the way.

    Parameters
    ----------
    case : Case
        What to save.
    path : path-like
        A file that ends in ``.yaml``, ``.yml``, ``.json``, ``.csv`` or ``.xlsx``.
    expected : str, optional
        The `fingerprint` of the file when it was read; if it has changed since, nothing is written.
    keep_comments : bool
        Whether the comments, the order and the layout of a YAML file that is there already stay.

    Returns
    -------
    pathlib.Path
        The file: ``read(save(case, path)) == case``.

    Raises
    ------
    CompareError
        The file cannot be written, has changed, or another ending is asked for.
    """
    path = Path(path)
    ending = ending_of(path)
    text = _edited(case, path) if keep_comments and ending in WITH_COMMENTS else None
    data = written_as_bytes(case, ending) if text is None else text.encode("utf-8")
    if read_data(data, ending, path.name) != case:
        raise CompareError(
            "This case cannot be saved without losing something; nothing was written.",
            file=path.name,
            found="a case that reads back differently",
            allowed="a case that reads back the same",
            fix="keep it in a file of another kind, as in case.yaml",
        )
    return save_bytes(path, data, keep=True, expected=expected)


def _edited(case: Case, path: Path) -> str | None:
    """Return the text of a file that is there already with this case in it; None where that would lose something."""
    try:
        old = decoded(read_bytes(path), path.name)
        read_text(old, path.suffix.lower())
        text = edited(old, as_tree(case))
        return text if text is not None and read_text(text) == case else None
    except CompareError:
        return None


def written_as_bytes(case: Case, ending: str = ".yaml") -> bytes:
    """Return a case as what is in a file, in any of the formats.

    Examples
    --------
    >>> written_as_bytes(Case(opinions=[{"name": "Surgery"}]), ".xlsx")[:2]
    b'PK'
    """
    return workbook_bytes(case, as_tree(case)) if ending == WORKBOOK else written_as(case, ending).encode("utf-8")


def written_as(case: Case, ending: str = ".yaml") -> str:
    """Return a case as the text of a file.

    Raises
    ------
    CompareError
        The format is not text: `written_as_bytes` has every one.

    Examples
    --------
    >>> print(written_as(Case(opinions=[{"name": "Surgery"}]), ".json"))
    {
      "schema": 1,
      "opinions": [
        {
          "name": "Surgery"
        }
      ]
    }
    <BLANKLINE>
    """
    if ending == WORKBOOK:
        raise CompareError(
            "A workbook is not text.",
            found=ending,
            allowed="a format that is text",
            fix="save it as a file: compare.save(case, name)",
        )
    tree = as_tree(case)
    if ending == ".csv":
        return csv_text(tree)
    if ending == ".json":
        return json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return f"{BEGIN}\n{yaml_text(tree)}{END}\n"


def as_tree(case: Case) -> dict[str, Any]:
    """Return a case as plain mappings, lists, texts and numbers, in the form of the file; blank fields are left out."""
    tree = case.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
    if case.criteria == built_in_criteria():
        tree.pop("criteria", None)
    return {"schema": SCHEMA, **_plain(tree)}


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return plain_number(value) if isinstance(value, float) else value
