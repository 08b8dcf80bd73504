"""The lists of ``data/checklists.yaml``: what to tick off, what to say, what to arrange."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter

from compare.fields import Key, Part, Text, Texts, same_name
from compare.trees import data_tree

Line = TypeVar("Line", bound=Part)


class Item(Part):
    """A line of a list.

    Parameters
    ----------
    key, label : str
        Its name in a case file, and what a family reads.
    also : list of str
        Other spellings that a case file may use for it.
    source : str
        The requests behind it.
    """

    key: Key
    label: Text
    also: Texts = ()
    source: Text = ""

    def is_named(self, text: str) -> bool:
        """Tell whether a text of a case names this line, by its key, its label or another spelling.

        Examples
        --------
        >>> Item(key="rare", label="A rare cancer").is_named("a RARE cancer ")
        True
        """
        return same_name(text) in {same_name(known) for known in (self.key, self.label, *self.also)}


@cache
def checklist(name: str, kind: type[Line]) -> tuple[Line, ...]:
    """Return a list of the data by its name, in its order.

    Parameters
    ----------
    name : str
        Its name in ``data/checklists.yaml``.
    kind : type
        What each line is read as.

    Examples
    --------
    >>> checklist("before", Item)[0].label
    'We can say what the first doctor plans'
    """
    lines = TypeAdapter(tuple[kind, ...])  # type: ignore[valid-type]  # a type made of a value
    return lines.validate_python(data_tree("checklists")[name])


def own_texts(texts: Iterable[str], items: Iterable[Item]) -> tuple[str, ...]:
    """Return the texts that name no line of a list: a family's own words, which are kept.

    Examples
    --------
    >>> own_texts(["rare", "Aunt Vera says so"], [Item(key="rare", label="A rare cancer")])
    ('Aunt Vera says so',)
    """
    known = tuple(items)
    return tuple(text for text in texts if not any(item.is_named(text) for item in known))
