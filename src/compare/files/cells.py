"""One value as the text of a cell, and back, without loss; no text can be taken for a formula.

A text stands as it is. Only what could be read as something else is put in double quotes: an empty text, a text that looks
like a list, like a spreadsheet error or, among the names that lead to a value, like a number.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from compare.errors import CompareError, quoted
from compare.trees import Node, clean_text, parse_yaml

EMPTY = "{}"
"""What stands where something is there, with nothing filled in yet."""

_FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
_BLANKS = " \u00a0"
_FAULT = re.compile(r"#(?:N/A|VALUE!|REF!|DIV/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:\d{3}")
_YES_NO = {True: "yes", False: "no"}


def shown(value: Any) -> str:
    """Return a plain value as the text of a cell.

    Examples
    --------
    >>> [shown(value) for value in (12.5, -3, True, "2A", [18, 24], {}, "", "=1+1", "-3")]
    ['12.5', '-3', 'yes', '2A', '[18, 24]', '{}', '""', "'=1+1", "'-3"]
    """
    if isinstance(value, str):
        return guarded(_in_quotes(value) if _looks_other(value) else value)
    if isinstance(value, list):
        return f"[{', '.join(shown(item) if isinstance(item, list) else str(item) for item in value)}]"
    return EMPTY if value == {} else _YES_NO[value] if isinstance(value, bool) else str(value)


def shown_step(step: str | int) -> str:
    """Return a name that leads to a value as the text of a cell; the place in a list is a bare number.

    Examples
    --------
    >>> shown_step("goals"), shown_step(2), shown_step("2"), shown_step(" x")
    ('goals', '2', '"2"', '" x"')
    """
    if isinstance(step, int):
        return str(step)
    odd = step != step.strip() or _is_place(step) or _looks_other(step)
    return guarded(_in_quotes(step) if odd else step)


def fits_one_cell(value: list[Any]) -> bool:
    """Tell whether a list can stand in one cell, as in ``[18, 24]``."""
    try:
        return bool(parse_yaml(shown(value)).plain() == value)
    except CompareError:
        return False


def meant(text: str, line: int) -> Node:
    """Return the value that the text of a cell stands for; None for a blank cell.

    Raises
    ------
    CompareError
        The cell holds an error of a spreadsheet, or letters that nobody sees.

    Examples
    --------
    >>> [meant(text, 1).plain() for text in ("12.5", "[18, 24]", "{}", '""', "'=1+1", " ")]
    ['12.5', [18.0, 24.0], {}, '', '=1+1', None]
    """
    if not text.strip():
        return Node(None, line)
    text = _unguarded(text)
    if is_fault(text):
        raise spreadsheet_fault(text.strip(), line)
    if text.strip() == EMPTY:
        return Node({}, line)
    found = _list_in(text.strip(), line)
    return found or Node(clean_text(_out_of_quotes(text), line), line)


def meant_step(text: str, line: int) -> str | int:
    """Return the name, or the place in a list, that the text of a cell stands for."""
    step = _unguarded(text.strip())
    if _is_place(step):
        return int(step)
    return clean_text(_out_of_quotes(step), line)


def spreadsheet_fault(found: str, line: int) -> CompareError:
    """Return the error for a cell in which a spreadsheet could not work something out."""
    return CompareError(
        "The spreadsheet could not work out what belongs here.",
        line=line,
        found=quoted(found),
        allowed="a value, or nothing",
        fix="type the value itself; leave the cell empty where nobody knows it",
    )


def is_fault(text: str) -> bool:
    """Tell whether a text is what a spreadsheet writes where it could not work something out, as ``#N/A``."""
    return _FAULT.fullmatch(text.strip()) is not None


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    Examples
    --------
    >>> guarded("=1+1"), guarded("'=1+1"), guarded("'tis")
    ("'=1+1", "''=1+1", "'tis")
    """
    return f"'{text}" if _needs_guard(text) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and _needs_guard(text[1:]) else text


def _needs_guard(text: str) -> bool:
    bare: str = text.lstrip("'").lstrip(_BLANKS)
    return bare.startswith(_FORMULA_SIGNS)


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 7


def _looks_other(text: str) -> bool:
    bare = text.strip()
    return bool(
        not bare
        or bare == EMPTY
        or (bare[0] == bare[-1] == '"')
        or (bare[0] == "[" and bare[-1] == "]")
        or is_fault(bare)
    )


def _in_quotes(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _out_of_quotes(text: str) -> str:
    bare = text.strip()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        try:
            return str(json.loads(bare))
        except json.JSONDecodeError:
            return text
    return text


def _list_in(text: str, line: int) -> Node | None:
    """Return the list that a text in brackets stands for; None where it is a text all the same."""
    if not (text.startswith("[") and text.endswith("]")):
        return None
    try:
        found = parse_yaml(text)
    except CompareError:
        return None
    return _at(found, line) if _is_plain_list(found) else None


def _is_plain_list(node: Node, deep: int = 2) -> bool:
    if not isinstance(node.value, list):
        return not isinstance(node.value, dict)
    return deep > 0 and all(_is_plain_list(item, deep - 1) for item in node.value)


def _at(node: Node, line: int) -> Node:
    value = [_at(item, line) for item in node.value] if isinstance(node.value, list) else node.value
    return replace(node, value=value, line=line)
