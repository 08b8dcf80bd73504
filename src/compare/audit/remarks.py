"""Options that nobody answered, numbers that lack something, and words that push to one side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from compare.answers import Count
from compare.case import Attribute, Case, Opinion, Rating
from compare.trees import data_tree
from compare.words import evenness as told

_WAITING_PLANS = {"active surveillance", "watchful waiting"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Options:
    """Whether somebody thought of no treatment now (rule R19).

    Parameters
    ----------
    waiting : str
        ``planned`` by an opinion, ``answered`` or ``named`` among the other options, or ``missing``.
    still_open : tuple of str
        Other options that are named and neither answered nor dismissed.
    """

    waiting: Literal["planned", "answered", "named", "missing"]
    still_open: tuple[str, ...]


@dataclass(frozen=True)
class Stated:
    """How many numbers one opinion gives for what may happen, and how many of them lack something (rule R9)."""

    opinion: str
    numbers: int
    no_time: int
    no_group: int
    no_source: int
    unpublished: int
    exact: int
    only_words: int


@dataclass(frozen=True)
class Loaded:
    """A word that pushes to one side, where it stands, and a neutral way to say it."""

    place: str
    word: str
    instead: str

    def sentence(self) -> str:
        """Say it in plain words."""
        return told.loaded(self.place, self.word, self.instead)


def options_of(case: Case) -> Options:
    """Return whether somebody thought of no treatment now."""
    still_open = tuple(o.option for o in case.other_options if o.considered is None and not o.why)
    about = [option for option in case.other_options if _speaks_of("waiting", option.option)]
    if any(_waits(opinion) for opinion in case.opinions):
        return Options("planned", still_open)
    if not about:
        return Options("missing", still_open)
    return Options("named" if all(o.option in still_open for o in about) else "answered", still_open)


def tells_who_paid(case: Case) -> bool:
    """Tell whether the notes say who entered the case, and anything about who paid for it."""
    return bool(case.entered_by) and _speaks_of("paying", " / ".join([case.notice, case.notes or "", *case.sources]))


def stated_chances(case: Case) -> tuple[Stated, ...]:
    """Return, for each opinion, how many numbers it gives and how many lack time, group or source."""
    return tuple(_stated(opinion.name, list(chances_of(case, opinion))) for opinion in case.opinions)


def chances_of(case: Case, opinion: Opinion) -> Iterator[Rating]:
    """Give every answer that is about how many of 100 people: outcomes, side effects, and attributes that count people."""
    yield from (effect.chance for effect in (*opinion.outcomes, *opinion.side_effects) if effect.chance)
    for criterion in case.criteria:
        for attribute, rating in case.answers(opinion, criterion):
            if attribute and _counts_people(attribute, rating):
                yield rating


def loaded_words(case: Case) -> tuple[Loaded, ...]:
    """Return the words that push to one side in what the family wrote itself; doctors' words are never judged."""
    phrases = {" ".join(entry["words"]): entry["instead"] for entry in data_tree("wording")["loaded"]}
    return tuple(
        Loaded(place, phrase, instead)
        for place, text in ((place, _plain(text)) for place, text in _own_texts(case))
        for phrase, instead in phrases.items()
        if f" {phrase} " in text
    )


def _waits(opinion: Opinion) -> bool:
    plan = opinion.plan
    return bool(plan and (_WAITING_PLANS & {*plan.modalities, plan.intent}))


def _counts_people(attribute: Attribute, rating: Rating) -> bool:
    return isinstance(rating.answer, Count) or attribute.unit.startswith("of 100")


def _stated(name: str, ratings: Sequence[Rating]) -> Stated:
    numbers = [rating for rating in ratings if rating.known]
    return Stated(
        name,
        numbers=len(numbers),
        no_time=sum(not rating.time for rating in numbers),
        no_group=sum(not rating.group for rating in numbers),
        no_source=sum(not rating.source and not rating.said_by for rating in numbers),
        unpublished=sum(not rating.source for rating in numbers),
        exact=sum(isinstance(rating.answer, float) for rating in numbers),
        only_words=sum(not rating.known and bool(rating.words) for rating in ratings),
    )


def _own_texts(case: Case) -> Iterator[tuple[str, str]]:
    yield told.QUESTION, case.question
    yield from ((told.name_of(name), name) for name in case.names)
    for criterion in case.criteria:
        for asked in (criterion, *criterion.attributes):
            yield told.label_of(asked.label), asked.label
            yield told.question_of(asked.label), asked.question


def _speaks_of(topic: str, text: str) -> bool:
    plain = _plain(text)
    return any(f" {phrase} " in plain for phrase in data_tree("wording")[topic])


def _plain(text: str) -> str:
    """Return the words of a text in small letters, one space before, between and after them."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
