"""A case written into the YAML that is there already, so that comments, order and layout stay where their values do."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from compare.files.yaml_text import LINE_LETTERS, laid_out, writer

_SPELLINGS = {True: ("true", "yes"), False: ("false", "no")}


def edited(text: str, tree: Mapping[str, Any]) -> str | None:
    """Return ``text`` with the values of ``tree``; None where that cannot be done.

    A key without a value stays as it is, so that a half-filled template keeps its empty places and their comments.
    """
    yaml = writer()
    yaml.preserve_quotes = True
    yaml.width = max(LINE_LETTERS, *map(len, text.split("\n")))
    try:
        document = yaml.load(text)
    except (YAMLError, ValueError):
        return None
    if not isinstance(document, CommentedMap):
        return None
    _merge_mapping(document, tree)
    stream = io.StringIO()
    yaml.dump(document, stream)
    return stream.getvalue()


def _merge_mapping(old: CommentedMap, new: Mapping[str, Any]) -> None:
    names = {str(key): key for key in old}
    for name, key in names.items():
        if name not in new and not _is_blank(old[key]):
            del old[key]
    for name, value in new.items():
        key = names.get(name, name)
        old[key] = _merged(old[key], value) if key in old else laid_out(value)


def _merged(old: Any, new: Any) -> Any:
    if isinstance(old, CommentedMap) and isinstance(new, Mapping):
        _merge_mapping(old, new)
        return old
    if isinstance(old, CommentedSeq) and isinstance(new, list):
        return _merged_list(old, new)
    return old if _same(old, new) else laid_out(new)


def _merged_list(old: CommentedSeq, new: list[Any]) -> Any:
    names = [_name(item) for item in new]
    for place in reversed(range(len(old))):
        if _name(old[place]) not in names:
            del old[place]
    if [_name(item) for item in old] != names[: len(old)]:
        return laid_out(new)
    for place, value in enumerate(new):
        if place < len(old):
            old[place] = _merged(old[place], value)
        else:
            old.append(laid_out(value))
    return old


def _name(item: Any) -> Any:
    """Return what tells an item of a list from the others: its name or key, or else the item itself."""
    if isinstance(item, Mapping):
        return item.get("name") or item.get("key") or str(dict(item))
    return str(item) if isinstance(item, list) else item


def _same(old: Any, new: Any) -> bool:
    if isinstance(old, date):
        return bool(old.isoformat() == new)
    if isinstance(new, bool):
        return str(old).casefold() in _SPELLINGS[new]
    return type(old) is not bool and bool(old == new)


def _is_blank(value: Any) -> bool:
    if isinstance(value, Mapping):
        return all(_is_blank(item) for item in value.values())
    return value is None or value in ("", [])
