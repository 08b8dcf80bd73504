"""How much is told about each opinion: things filled in and words said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

from compare.case import Case, Opinion
from compare.fields import Part
from compare.words import evenness as told

TIMES = 1.5
"""How many times as much may be told about one opinion as about another before it is said (rule R17)."""

_MOST_MISSING = 2


@dataclass(frozen=True)
class Detail:
    """How much is told about one opinion.

    Parameters
    ----------
    opinion : str
        Its name.
    places : mapping
        How many things are filled in, by criterion and by part (the doctor, the plan, what speaks for it ...).
    said : mapping
        How many words are said in each of these places.
    answers, room : int
        How many answers are known, of how many there is room for.
    pros, cons : int
        How many are noted.
    """

    opinion: str
    places: Mapping[str, int]
    said: Mapping[str, int]
    answers: int
    room: int
    pros: int
    cons: int

    @property
    def cells(self) -> int:
        """Return how many things are filled in."""
        return sum(self.places.values())

    @property
    def words(self) -> int:
        """Return how many words are said."""
        return sum(self.said.values())


@dataclass(frozen=True)
class Uneven:
    """Two opinions of which one is told in much more detail (more than `TIMES` times as many cells or words)."""

    what: Literal["cells", "words"]
    more: str
    less: str
    most: int
    least: int
    missing: tuple[str, ...]

    def sentence(self) -> str:
        """Say it in plain words."""
        say = told.uneven_cells if self.what == "cells" else told.uneven_words
        return say(self.more, self.most, self.less, self.least, self.missing)


def details_of(case: Case) -> tuple[Detail, ...]:
    """Return how much is told about each opinion, in the order of the case."""
    return tuple(_detail(case, opinion) for opinion in case.opinions)


def uneven(case: Case) -> tuple[Uneven, ...]:
    """Return every opinion of a doctor about which much less is told than about the fullest one: cells first, then words."""
    details = [_detail(case, opinion) for opinion in case.of_doctors]
    return (*_short_of("cells", details), *_short_of("words", details))


def _short_of(what: Literal["cells", "words"], details: Sequence[Detail]) -> Iterator[Uneven]:
    counts: dict[str, int] = {detail.opinion: getattr(detail, what) for detail in details}
    fullest = min(details, key=lambda detail: (-counts[detail.opinion], detail.opinion))
    for detail in details:
        most, least = counts[fullest.opinion], counts[detail.opinion]
        if most > TIMES * least:
            ends = (fullest.places, detail.places) if what == "cells" else (fullest.said, detail.said)
            yield Uneven(what, fullest.opinion, detail.opinion, most, least, _most_missing(*ends))


def _most_missing(more: Mapping[str, int], less: Mapping[str, int]) -> tuple[str, ...]:
    gaps = {label: count - less.get(label, 0) for label, count in more.items()}
    widest = sorted((label for label, gap in gaps.items() if gap > 0), key=lambda label: -gaps[label])
    return tuple(widest[:_MOST_MISSING])


def _detail(case: Case, opinion: Opinion) -> Detail:
    ratings = {c.key: [rating for _, rating in case.answers(opinion, c)] for c in case.criteria}
    known, said = Counter[str](), Counter[str]()
    for criterion in case.criteria:
        known[criterion.label] += sum(rating.known for rating in ratings[criterion.key])
        said[criterion.label] += _words(rating.words for rating in ratings[criterion.key])
    return Detail(
        opinion.name,
        places=dict(known) | _cells(opinion),
        said=dict(said) | _said(opinion),
        answers=sum(known.values()),
        room=sum(map(len, ratings.values())),
        pros=len(opinion.pros),
        cons=len(opinion.cons),
    )


def _cells(opinion: Opinion) -> dict[str, int]:
    effects = (*opinion.outcomes, *opinion.side_effects)
    return {
        told.DOCTOR: _filled(opinion.doctor),
        told.FINDINGS: _filled(opinion.findings),
        told.PLAN: _filled(opinion.plan),
        told.CHANCES: sum(bool(e.chance and (e.chance.known or e.chance.words)) for e in effects),
        told.PROS: len(opinion.pros),
        told.CONS: len(opinion.cons),
        told.REPLIES: sum(bool(reply.strip()) for reply in opinion.asked.values()),
    }


def _said(opinion: Opinion) -> dict[str, int]:
    effects = (*opinion.outcomes, *opinion.side_effects)
    return {
        told.FINDINGS: _words(_texts(opinion.findings)),
        told.PLAN: _words(_texts(opinion.plan)),
        told.CHANCES: _words(chain.from_iterable((e.lasts, e.chance.words if e.chance else None) for e in effects)),
        told.PROS: _words(opinion.pros),
        told.CONS: _words(opinion.cons),
        told.REPLIES: _words(opinion.asked.values()),
        told.MORE: _words(chain(opinion.alternatives, opinion.further_tests, opinion.influenced_by, [opinion.rapport])),
    }


def _words(texts: Iterable[str | None]) -> int:
    return sum(len(text.split()) for text in texts if text)


def _filled(part: Part | None) -> int:
    return sum(value not in (None, (), {}) for _, value in part) if part else 0


def _texts(value: Any) -> Iterator[str]:
    """Give every text within a part of an opinion, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Part):
        yield from chain.from_iterable(_texts(item) for _, item in value)
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_texts, value.values()))
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(_texts, value))
