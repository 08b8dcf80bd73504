"""From what pydantic found wrong to one clear error with its line: the only place where its text is translated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from compare.errors import CompareError, Path, quoted
from compare.trees import Node

_LIST = "a list: one line for each item, each beginning with `- `"
_MAPPING = "keys with values, as in `name: ...`"

_PROBLEMS: dict[str, tuple[str, str]] = {
    "missing": ("Something is missing here.", "this key with a value"),
    "tuple_type": ("A list belongs here.", _LIST),
    "list_type": ("A list belongs here.", _LIST),
    "dict_type": ("Keys with values belong here.", _MAPPING),
    "model_type": ("Keys with values belong here.", _MAPPING),
    "model_attributes_type": ("Keys with values belong here.", _MAPPING),
    "too_short": ("There are too few of these.", "at least {min_length}"),
    "too_long": ("There are too many of these.", "at most {max_length}"),
    "greater_than_equal": ("This number is too small.", "{ge} or more"),
    "less_than_equal": ("This number is too large.", "{le} or less"),
}


def first_fault(error: ValidationError, tree: Node, file: str) -> CompareError:
    """Return the fault that stands first in the file, and how many more there are."""
    faults = sorted((_fault(entry, tree) for entry in error.errors()), key=lambda fault: fault.line or 0)
    first = faults[0].at(file=file)
    first.more = len(faults) - 1
    return first


def _fault(entry: Any, tree: Node) -> CompareError:
    kind, loc = entry["type"], tuple(entry["loc"])
    if kind == "compare":
        inner: CompareError = entry["ctx"]["error"]
        place = (*tree.known(loc), *inner.path)
        return replace(inner, line=tree.line_of(place), path=place)
    path: Path = (*tree.known(loc[:-1]), loc[-1]) if kind == "missing" else tree.known(loc)
    problem, allowed = _PROBLEMS.get(kind, ("This does not belong here.", entry["msg"]))
    found = "nothing" if kind == "missing" else _described(entry["input"])
    return CompareError(
        problem,
        line=tree.line_of(path),
        path=path,
        found=found,
        allowed=allowed.format(**entry.get("ctx", {})),
        fix=f"add `{loc[-1]}:`" if kind == "missing" else None,
    )


def _described(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return quoted(f"keys: {', '.join(map(str, value))}") if value else "no keys"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}" if value else "an empty list"
    return quoted(str(value).lower() if isinstance(value, bool) else getattr(value, "text", value))
