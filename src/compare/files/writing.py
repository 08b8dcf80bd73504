"""A case as text: the plain tree that every format shares, then YAML or JSON."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from compare.answers import plain_number
from compare.case import SCHEMA, Case, built_in_criteria
from compare.errors import CompareError
from compare.files.reading import BEGIN, END, ending_of, read_text
from compare.files.saving import save_bytes
from compare.trees import parse_yaml

_LINE = 110
_SHORT = 90


def save(case: Case, path: str | os.PathLike[str], *, expected: str | None = None) -> Path:
    """Save a case; its ending says in which format.

    The file is replaced as a whole or not at all, its last five versions are kept beside it, and what was written is read
    back before it is put in place, so that nothing can be lost on the way.

    Parameters
    ----------
    case : Case
        What to save.
    path : path-like
        A file that ends in ``.yaml``, ``.yml`` or ``.json``.
    expected : str, optional
        The `fingerprint` of the file when it was read; if it has changed since, nothing is written.

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
    text = written_as(case, ending)
    if read_text(text, ending, path.name) != case:
        raise CompareError("This case cannot be saved without losing something; nothing was written.", file=path.name)
    return save_bytes(path, text.encode("utf-8"), keep=True, expected=expected)


def written_as(case: Case, ending: str = ".yaml") -> str:
    """Return a case as the text of a file.

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
    tree = as_tree(case)
    if ending == ".json":
        return json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    return f"{BEGIN}\n{yaml_text(tree)}{END}\n"


def as_tree(case: Case) -> dict[str, Any]:
    """Return a case as plain mappings, lists, texts and numbers, in the form of the file; blank fields are left out."""
    tree = case.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True)
    if case.criteria == built_in_criteria():
        tree.pop("criteria", None)
    return {"schema": SCHEMA, **_plain(tree)}


def yaml_text(tree: Mapping[str, Any]) -> str:
    """Return a plain tree as YAML 1.2, short lists and mappings on one line."""
    yaml = YAML()
    yaml.width = _LINE
    yaml.representer.add_representer(type(None), RoundTripRepresenter.represent_none)
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump(_laid_out(tree), stream)
    return stream.getvalue()


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


def _laid_out(value: Any) -> Any:
    if isinstance(value, Mapping):
        mapping = CommentedMap((_scalar(key), _laid_out(item)) for key, item in value.items())
        return _on_one_line(mapping, value)
    if isinstance(value, list):
        return _on_one_line(CommentedSeq(_laid_out(item) for item in value), value)
    return _scalar(value)


def _on_one_line(made: Any, value: Any) -> Any:
    """Write a list or mapping of numbers and short words on one line."""
    items = list(value.values() if isinstance(value, Mapping) else value)
    nested = any(isinstance(item, Mapping | list) and not _numbers(item) for item in items)
    if not nested and len(str(value)) <= _SHORT and (isinstance(value, list) or "name" not in value):
        made.fa.set_flow_style()
    return made


def _numbers(item: Any) -> bool:
    values = item.values() if isinstance(item, Mapping) else item
    return all(isinstance(value, int | float) for value in values)


def _scalar(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if "\n" in value and _fits_block(value):
        return LiteralScalarString(value)
    try:
        read_back = parse_yaml(f"[{value}]").plain()
    except CompareError:
        return DoubleQuotedScalarString(value)
    return value if read_back == [value] and type(read_back[0]) is str else DoubleQuotedScalarString(value)


def _fits_block(value: str) -> bool:
    lines = value.split("\n")
    return (
        value.isprintable() is False
        and all(line == line.rstrip() and line.replace("\t", "x").isprintable() for line in lines)
        and not value[0].isspace()
    )
