"""A plain tree as YAML 1.2 text that people can read: short lists and mappings on one line, quotes only where needed."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from compare.errors import CompareError
from compare.trees import parse_yaml

LINE_LETTERS = 110
_SHORT = 90


def yaml_text(tree: Mapping[str, Any]) -> str:
    """Return a plain tree as YAML 1.2."""
    stream = io.StringIO()
    writer().dump(laid_out(tree), stream)
    return stream.getvalue()


def writer() -> YAML:
    """Return a YAML writer with the layout of our files."""
    yaml = YAML()
    yaml.width = LINE_LETTERS
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def laid_out(value: Any) -> Any:
    """Return a plain value with the layout in which it is written."""
    if isinstance(value, Mapping):
        mapping = CommentedMap((_scalar(key), laid_out(item)) for key, item in value.items())
        return _on_one_line(mapping, value)
    if isinstance(value, list):
        return _on_one_line(CommentedSeq(laid_out(item) for item in value), value)
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
    return value if _reads_back(value) else DoubleQuotedScalarString(value)


def _reads_back(value: str) -> bool:
    """Tell whether a text can stand without quotes wherever a value can."""
    try:
        read_back = parse_yaml(f"[{value}, {{key: {value}}}, {{{value}: key}}]").plain()
    except CompareError:
        return False
    return read_back == [value, {"key": value}, {value: "key"}] and type(read_back[0]) is str


def _fits_block(value: str) -> bool:
    lines = value.split("\n")
    return (
        value.isprintable() is False
        and all(line == line.rstrip() and line.replace("\t", "x").isprintable() for line in lines)
        and not value[0].isspace()
    )
