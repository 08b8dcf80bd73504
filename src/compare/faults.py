"""From what pydantic found wrong to our own error: the only place where its text is translated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from compare.errors import CompareError, quoted

_LIST = "a list: one line for each item, each beginning with `- `"
_MAPPING = "keys with values, as in `name: ...`"

_AS_A_LIST = ("A list belongs here.", _LIST, "write it as a list; one value alone as in `[value]`")
_AS_KEYS = ("Keys with values belong here.", _MAPPING, "write a key before each value")

_PROBLEMS: dict[str, tuple[str, str, str]] = {
    "missing": ("Something is missing here.", "this key with a value", "add `{key}:`"),
    "tuple_type": _AS_A_LIST,
    "list_type": _AS_A_LIST,
    "dict_type": _AS_KEYS,
    "model_type": _AS_KEYS,
    "model_attributes_type": _AS_KEYS,
    "too_short": ("There are too few of these.", "at least {min_length}", "add what is missing"),
    "too_long": ("There are too many of these.", "at most {max_length}", "take out what is too much"),
    "greater_than_equal": ("This number is too small.", "{ge} or more", "check the number"),
    "less_than_equal": ("This number is too large.", "{le} or less", "check the number"),
}


def first_fault(error: ValidationError) -> CompareError:
    """Return the first thing that pydantic found wrong, and how many more there are."""
    faults = translated(error)
    return replace(faults[0], more=len(faults) - 1)


def translated(error: ValidationError) -> list[CompareError]:
    """Return everything that pydantic found wrong, each with the path to its place."""
    return [_translated(entry) for entry in error.errors()]


def _translated(entry: Any) -> CompareError:
    kind, path = entry["type"], tuple(step for step in entry["loc"] if not str(step).startswith("("))
    if kind == "compare":
        inner: CompareError = entry["ctx"]["error"]
        return replace(inner, path=(*path, *inner.path))
    problem, allowed, fix = _PROBLEMS.get(kind, ("This does not belong here.", entry["msg"], "write what is allowed"))
    return CompareError(
        problem,
        path=path,
        found="nothing" if kind == "missing" else _described(entry["input"]),
        allowed=allowed.format(**entry.get("ctx", {})),
        fix=fix.format(key=path[-1] if path else ""),
    )


def _described(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return quoted(f"keys: {', '.join(map(str, value))}") if value else "no keys"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}" if value else "an empty list"
    return quoted(str(value).lower() if isinstance(value, bool) else getattr(value, "text", value))
