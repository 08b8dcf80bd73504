"""Worries before a second opinion and troubles on the way, each with a short, kind card that says where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from compare.case import Case
from compare.errors import expect
from compare.fields import Amount, Key, Part, Text, Texts, one_of
from compare.preparation.lists import Item, checklist, own_texts
from compare.tabular import Row, Spoken
from compare.words import grid
from compare.words import needing as told


class Figure(Part):
    """Something that was counted elsewhere: whom, how many, what changed, how often, published where (C1)."""

    key: Key
    people: Text
    counted: Text
    change: Text
    of_100: Annotated[dict[Text, Amount], Field(min_length=2)]
    also: Text = ""
    source: Text

    def sentence(self) -> str:
        """Return the figure with everything that belongs to it."""
        return told.figure(self.people, self.counted, self.change, self.groups, also=self.also, source=self.source)

    @property
    def groups(self) -> dict[str, int]:
        """Return how many of 100 people are in each group, in whole numbers."""
        return {kind: round(number) for kind, number in self.of_100.items()}

    def cells(self) -> tuple[str, ...]:
        """Return the same as cells of a table, beside whom it counts: how many, the groups, what could change."""
        return (self.counted, told.split(self.groups, also=self.also), self.change)


def all_figures() -> tuple[Figure, ...]:
    """Return every figure of the data."""
    return checklist("figures", Figure)


class AnswerCard(Item):
    """A card that answers a worry or a trouble.

    Parameters
    ----------
    kind : {"barrier", "challenge"}
        A worry before, or a trouble on the way.
    group : str
        With which other cards it stands on paper.
    says, actions : list of str
        What is good to know; what can be done.
    script : str
        Words to use, to be changed freely.
    figures : list of str
        Which figures belong to it, by their keys.
    """

    kind: Annotated[str, one_of("barrier", "challenge")]
    group: Annotated[str, one_of(*told.CARD_GROUPS)]
    says: Texts
    actions: Texts
    script: Text = ""
    figures: Texts = ()

    @property
    def counted(self) -> tuple[str, ...]:
        """Return the sentences of its figures, and below them what they leave open."""
        texts = [figure.sentence() for figure in all_figures() if figure.key in self.figures]
        return (*texts, told.FIGURES_NOTE) if texts else ()


@dataclass(frozen=True, repr=False)
class AnswerCards(Spoken):
    """Every card, those for what the family noted first.

    Parameters
    ----------
    case : Case
        Where it stands.
    noted : sequence of AnswerCard
        The cards for the worries and troubles that are noted.
    others : sequence of AnswerCard
        All other cards.
    own : sequence of str
        What is noted and has no card.
    """

    case: Case
    noted: Sequence[AnswerCard]
    others: Sequence[AnswerCard]
    own: Sequence[str]

    def sentences(self) -> list[str]:
        """Return what was noted, and what is good to know about it."""
        if not self.noted and not self.own:
            return [told.NOTHING_NOTED]
        labels = [*(card.label for card in self.noted), *self.own]
        says = [text for card in self.noted for text in card.says]
        return [told.noted(labels), *says, *(f"{told.NO_CARD} {text}" for text in self.own)]

    def plain(self) -> list[dict[str, Any]]:
        """Return every card as plain values, for JSON."""
        cards = [*((True, card) for card in self.noted), *((False, card) for card in self.others)]
        return [
            {
                "key": card.key,
                "kind": card.kind,
                "group": card.group,
                "label": card.label,
                "noted": noted,
                "says": list(card.says),
                "actions": list(card.actions),
                "script": card.script or None,
                "figures": list(card.counted),
                "source": card.source,
            }
            for noted, card in cards
        ]

    def rows(self) -> Sequence[Row]:
        """Return a row for each line of each card."""
        return [
            {"card": card["label"], "noted": card["noted"], "kind": field, "text": text}
            for card in self.plain()
            for field in ("says", "actions", "figures")
            for text in card[field]
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return a row for each card: whether it was noted, what is good to know, what can be done."""
        ticks = [*((grid.TICKED, card) for card in self.noted), *((grid.TICK, card) for card in self.others)]
        rows = ((f"{sign} {card.label}", " ".join(card.says), " ".join(card.actions)) for sign, card in ticks)
        return [("", told.SAYS, told.ACTIONS), *rows]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.CARDS_TITLE

    def notes(self) -> Sequence[str]:
        """Return what was noted and has no card."""
        return [f"{told.NO_CARD} {text}" for text in self.own]


def answer_cards(case: Case) -> AnswerCards:
    """Return the cards for worries and troubles, those that the family noted first.

    Parameters
    ----------
    case : Case
        Its ``preparation.barriers`` and ``preparation.challenges`` name cards by key or label; other texts are kept.

    Examples
    --------
    >>> found = answer_cards(Case(opinions=[{"name": "A"}], preparation={"barriers": ["fear of offending"]}))
    >>> found.noted[0].label, found.noted[0].says[0]
    ('Our doctor could be hurt', 'Cancer doctors are used to it. Many expect it.')
    """
    expect(case, Case)
    cards = checklist("cards", AnswerCard)
    in_a_hurry = ("no_time",) if case.noted.short_on_time else ()
    texts = (*case.noted.barriers, *case.noted.challenges, *in_a_hurry)
    noted = tuple(card for card in cards if any(card.is_named(text) for text in texts))
    others = tuple(card for card in cards if card not in noted)
    return AnswerCards(case, noted, others, own_texts(texts, cards))
