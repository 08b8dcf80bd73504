"""What may be counted twice: answers on one source, questions that are nearly the same, one thing under two names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import Literal

from compare.case import Case
from compare.fields import same_name
from compare.words import evenness as told

ALIKE = 0.9
"""From which similarity (0-1, Ratcliff and Obershelp) two texts count as nearly the same. D: a choice of this project."""

_MOST_COMPARED = 120
_MOST_LETTERS = 200
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True)
class Double:
    """Two or more places that may tell the same fact (rule R18).

    Parameters
    ----------
    why : str
        ``source``: answers under different criteria rest on one source; ``alike``: questions under different criteria are
        nearly the same or have the same key; ``name``: two things that may happen look like one under two names.
    places : tuple of str
        Where.
    opinions : tuple of str
        Whose answers; empty for questions.
    source : str or None
        The source.
    """

    why: Literal["source", "alike", "name"]
    places: tuple[str, ...]
    opinions: tuple[str, ...] = ()
    source: str | None = None

    def sentence(self) -> str:
        """Say it in plain words."""
        if self.why == "source":
            return told.same_source(self.places, self.source or "", self.opinions)
        return told.alike(self.places) if self.why == "alike" else told.one_thing(self.places)


def doubles(case: Case) -> tuple[Double, ...]:
    """Return what may be counted twice."""
    return (*_asked_twice(case), *_same_sources(case), *_named_twice(case))


def near(first: str, second: str) -> bool:
    """Tell whether two texts are nearly the same; other numbers in them make them different.

    Examples
    --------
    >>> near("Alive at 5 years", "Alive after 5 years"), near("Alive at 5 years", "Alive at 3 years")
    (True, False)
    """
    one, other = sorted(same_name(text[:_MOST_LETTERS]) for text in (first, second))
    if not one or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _asked_twice(case: Case) -> Iterator[Double]:
    asked = [(criterion, attribute) for criterion in case.criteria for attribute in criterion.attributes]
    asked = sorted(asked, key=lambda pair: (pair[0].key, pair[1].key))[:_MOST_COMPARED]
    for (first, one), (second, other) in combinations(asked, 2):
        if first.key != second.key and (
            same_name(one.key) == same_name(other.key)
            or near(one.label, other.label)
            or near(one.question, other.question)
        ):
            yield Double("alike", (told.within(first.label, one.label), told.within(second.label, other.label)))


def _same_sources(case: Case) -> Iterator[Double]:
    """Give each source on which answers of one opinion under two or more criteria rest; the same places only once."""
    found: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    texts: dict[str, str] = {}
    for opinion in case.opinions:
        places: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for criterion in case.criteria:
            for attribute, rating in case.answers(opinion, criterion):
                if rating.source and (rating.known or rating.words):
                    label = told.within(criterion.label, attribute.label if attribute else criterion.label)
                    places[same_name(rating.source)].append((criterion.key, label))
                    texts.setdefault(same_name(rating.source), rating.source)
        for source, given in places.items():
            if len({key for key, _ in given}) > 1:
                found[source, tuple(label for _, label in given)].append(opinion.name)
    for (source, labels), names in found.items():
        yield Double("source", labels, tuple(names), texts[source])


def _named_twice(case: Case) -> Iterator[Double]:
    """Give things that may happen with nearly the same name, where no doctor names both."""
    named: dict[str, str] = {}
    by: dict[str, set[str]] = defaultdict(set)
    for opinion in case.opinions:
        for effect in (*opinion.outcomes, *opinion.side_effects):
            key = same_name(effect.name)
            named.setdefault(key, effect.name)
            by[key].add(opinion.name)
    for one, other in combinations(sorted(named)[:_MOST_COMPARED], 2):
        if not by[one] & by[other] and near(one, other):
            yield Double("name", (named[one], named[other]), tuple(sorted(by[one] | by[other])))
