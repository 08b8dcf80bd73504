"""Every text and every day of a case, found by the kind of its field, so that no field can be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from compare import fields
from compare.fields import Part

Kind = Literal["text", "name", "when", "level", "day"]
AnyPart = TypeVar("AnyPart", bound=Part)

_FIELDS: tuple[tuple[Any, Kind], ...] = (
    (fields.Text, "text"),
    (fields.Name, "name"),
    (fields.Key, "name"),
    (fields.When, "when"),
)
_KINDS = {get_args(hint)[1].func: kind for hint, kind in _FIELDS}
_LEVEL = "Rating.answer"
"""Where a text is a word of a scale."""


@dataclass(frozen=True)
class Leaf:
    """A text or a day of a case.

    Parameters
    ----------
    place : str
        The kind of part that the field comes from, and the field, as ``Doctor.name``, also for a specialist's name.
    kind : {"text", "name", "when", "level", "day"}
        What stands there: a free text, a name or key that others refer to, a time in words, a word of a scale, a day.
    value : str or date
        What it says.
    """

    place: str
    kind: Kind
    value: Any


def leaves(part: Part) -> Iterator[Leaf]:
    """Give every text and every day of a part and of what it is made of.

    Examples
    --------
    >>> from compare.case import Opinion
    >>> for leaf in leaves(Opinion(name="Surgery", doctor="Dr. Lee", date="2026-03-02")):
    ...     print(leaf.place, leaf.kind, leaf.value)
    Opinion.name name Surgery
    Doctor.name name Dr. Lee
    Opinion.date day 2026-03-02
    """
    found: list[Leaf] = []

    def keep(leaf: Leaf) -> Any:
        found.append(leaf)
        return leaf.value

    renewed(part, keep)
    yield from found


def renewed(part: AnyPart, change: Callable[[Leaf], Any]) -> AnyPart:
    """Return a part in which every text and every day is what ``change`` makes of it; a None takes it out."""
    kind = type(part)
    new = {
        field: _renewed(hint, getattr(part, field), f"{_owner(kind, field)}.{field}", change)
        for field, hint in _hints(kind).items()
    }
    return part.model_copy(update=new)


@cache
def _owner(kind: type[Part], field: str) -> str:
    """Return the kind of part that a field comes from: what holds of a doctor's name holds of a specialist's too."""
    return [each.__name__ for each in kind.__mro__ if field in getattr(each, "model_fields", {})][-1]


def _renewed(hint: Any, value: Any, place: str, change: Callable[[Leaf], Any]) -> Any:
    if isinstance(value, Part):
        return renewed(value, change)
    if isinstance(value, dict):
        of_keys, of_values = get_args(_only(hint, dict))
        return {
            _renewed(of_keys, key, place, change): _renewed(of_values, item, place, change)
            for key, item in value.items()
        }
    if isinstance(value, tuple):
        of_items = [each for each in get_args(_only(hint, tuple)) if each is not ...]
        return tuple(_renewed(of_items[0], item, place, change) for item in value)
    if isinstance(value, date):
        return change(Leaf(place, "day", value))
    kind = _kind(hint, place) if isinstance(value, str) else None
    return change(Leaf(place, kind, value)) if kind else value


@cache
def _hints(kind: type[Part]) -> dict[str, Any]:
    return {name: field.rebuild_annotation() for name, field in kind.model_fields.items()}


def _only(hint: Any, kind: type) -> Any:
    """Return the form of a hint that is of a kind, as ``dict[Text, Day]`` in ``dict[Text, Day] | None``."""
    return next(form for form, _ in _forms(hint) if get_origin(form) is kind)


def _kind(hint: Any, place: str) -> Kind | None:
    if place == _LEVEL:
        return "level"
    checks = (getattr(check, "func", None) for form, checks in _forms(hint) if form is str for check in checks)
    return next((_KINDS[check] for check in checks if check in _KINDS), None)


def _forms(hint: Any, checks: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Give every form that a hint allows, with the checks that stand beside it."""
    if get_origin(hint) is Annotated:
        form, *more = get_args(hint)
        yield from _forms(form, (*more, *checks))
    elif get_origin(hint) in {Union, UnionType}:
        for form in get_args(hint):
            yield from _forms(form, checks)
    else:
        yield hint, checks
