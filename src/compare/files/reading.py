"""Reading a case: file to bytes to text to tree to case, the same way for every format."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from compare.case import SCHEMA, Case
from compare.errors import CompareError, listed, quoted, wrong_ending
from compare.files.door import decoded, read_bytes
from compare.files.faults import first_fault
from compare.files.long_csv import parse_csv
from compare.files.workbook import parse_workbook
from compare.trees import Node, parse_json, parse_yaml

_PARSERS = {".yaml": parse_yaml, ".yml": parse_yaml, ".json": parse_json, ".csv": parse_csv}

WORKBOOK = ".xlsx"
"""The ending of the one format that is not text."""

ENDINGS = (*_PARSERS, WORKBOOK)
"""The endings of the files that hold a case."""

BEGIN = "# opinion-compare case; the last line of this file is `# end`"
END = "# end"

_LONGEST_SCHEMA = 7


def read(path: str | os.PathLike[str]) -> Case:
    """Read a case from a YAML, JSON, CSV or XLSX file.

    Parameters
    ----------
    path : path-like
        The file; its ending says which format it has.

    Returns
    -------
    Case
        What the file says, checked.

    Raises
    ------
    CompareError
        Anything that is wrong with the file, with its place, what was found, what is allowed and what to do.
    """
    path = Path(path)
    return read_data(read_bytes(path), ending_of(path), path.name)


def read_data(data: bytes, ending: str = ".yaml", file: str = "") -> Case:
    """Read a case from what is in a file.

    Examples
    --------
    >>> read_data(b"{schema: 1, opinions: [{name: Surgery}]}").names
    ('Surgery',)
    """
    if ending == WORKBOOK:
        return _case_in(partial(parse_workbook, data), file)
    return read_text(decoded(data, file), ending, file)


def read_text(text: str, ending: str = ".yaml", file: str = "") -> Case:
    """Read a case from text.

    Examples
    --------
    >>> read_text("{schema: 1, opinions: [{name: Surgery}]}").names
    ('Surgery',)
    """
    return _case_in(partial(_parsed, text, ending), file)


def _parsed(text: str, ending: str) -> Node:
    _check_whole(text)
    return _PARSERS[ending](text)


def _case_in(parse: Callable[[], Node], file: str) -> Case:
    """Return the case that a tree holds: the one way for every format."""
    try:
        tree = parse()
        _check_schema(tree)
        return Case.model_validate(tree.plain())
    except CompareError as error:
        raise error.at(file=file) from None
    except ValidationError as error:
        raise first_fault(error, tree, file) from None


def ending_of(path: Path) -> str:
    """Return the ending of a case file, or say which endings there are."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise wrong_ending(path.name, path.suffix, "A case", ENDINGS)
    return ending


def _check_whole(text: str) -> None:
    if text.startswith(BEGIN) and END not in text.splitlines():
        raise CompareError(
            "The end of the file is missing.",
            line=text.count("\n") + 1,
            found="no line `# end`",
            allowed="a whole file",
            fix="take the newest file from the folder of earlier versions beside it, or add `# end` if nothing is missing",
        )


def _check_schema(tree: Node) -> None:
    if not isinstance(tree.value, dict):
        raise CompareError(
            "This is not a case.",
            line=tree.line,
            found="a list or a single value",
            allowed="keys: `schema`, `question`, `opinions` ...",
            fix="`opinions new FILE` writes a template",
        )
    if "schema" not in tree.value:
        raise CompareError(
            "The file does not say that it is a case.",
            line=tree.line,
            found=f"no `schema` among {quoted(listed(tree.value) or 'no keys')}",
            allowed=f"schema: {SCHEMA}",
            fix=f"write `schema: {SCHEMA}` as the first line",
        )
    schema = tree.value["schema"].value
    written = str(getattr(schema, "text", schema)).strip()
    number = int(written) if written.isascii() and written.isdecimal() and len(written) < _LONGEST_SCHEMA else None
    if number is not None and number > SCHEMA:
        raise CompareError(
            "This file was written by a newer version of this program.",
            line=tree.key_lines["schema"],
            path=("schema",),
            found=f"schema {number}",
            allowed=f"schema {SCHEMA}",
            fix=f"install opinion-compare {number}.0 or newer: it reads schema {number}; this file is unchanged",
        )
    if number != SCHEMA:
        raise CompareError(
            "This is not a version of the case format.",
            line=tree.key_lines["schema"],
            path=("schema",),
            found=quoted(written),
            allowed=str(SCHEMA),
            fix=f"write `schema: {SCHEMA}`",
        )
