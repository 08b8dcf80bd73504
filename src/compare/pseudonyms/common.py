"""Words that many texts share: titles, words of places, everyday words, months, from ``data/names.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from compare.trees import data_tree


@dataclass(frozen=True)
class CommonWords:
    """Words that help to tell a name from other words.

    Parameters
    ----------
    doctor_titles, titles : frozenset of str
        What stands before the name of a doctor, and of anybody.
    institutions : frozenset of str
        Words that the names of many places share.
    every_day : frozenset of str
        Words that are never taken for a name by themselves.
    also_words : frozenset of str
        Names that are also everyday words.
    months : mapping of str to int
        The number of each month, in several languages.
    also_months, full_months : frozenset of str
        Months that are also everyday words; months that are always one.
    """

    doctor_titles: frozenset[str]
    titles: frozenset[str]
    institutions: frozenset[str]
    every_day: frozenset[str]
    also_words: frozenset[str]
    months: Mapping[str, int]
    also_months: frozenset[str]
    full_months: frozenset[str]


@cache
def common_words() -> CommonWords:
    """Return the words of ``data/names.yaml``.

    Examples
    --------
    >>> common_words().months["märz"], "hospital" in common_words().every_day
    (3, True)
    """
    data = data_tree("names")
    months = {name: number for number, names in enumerate(data["months"], 1) for name in names.split()}
    words = {key: frozenset(listed.split()) for key, listed in data.items() if key != "months"}
    titles = words["doctor_titles"] | words["titles"]
    every_day = titles | words["institutions"] | words["roles"] | words["every_day"]
    return CommonWords(
        doctor_titles=words["doctor_titles"],
        titles=titles,
        institutions=words["institutions"],
        every_day=every_day,
        also_words=words["also_words"],
        months=months,
        also_months=words["also_months"],
        full_months=words["full_months"],
    )
