"""Whether to ask another doctor, without a score; and what worries a family, with a card for each worry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.app.blocks import Block, Group, Points, Text
from compare.app.panels import Enter
from compare.app.screens.fields import field, ticks
from compare.app.state import State
from compare.preparation import answer_cards, reasons_to_ask
from compare.preparation.cards import AnswerCard
from compare.preparation.lists import Item, checklist
from compare.words import needing
from compare.words import readiness as told


def reasons(state: State) -> Iterator[Block]:
    """Give the list to tick, then what speaks for asking, and what the case itself shows of it."""
    found = reasons_to_ask(state.case)
    ready = state.case.noted
    every = [ground.item for ground in found.grounds]
    yield Text(needing.LEAD, "note")
    for key, label, kind, noted in (
        ("triggers", told.TRIGGERS, "trigger", ready.triggers),
        ("reasons", told.REASONS, "reason", ready.reasons),
    ):
        items = [ground.item for ground in found.grounds if ground.kind == kind]
        yield ticks(state, ("preparation", key), label, _as_noted(items, every, noted))
    yield Enter("add_words", told.OWN_REASON, [["preparation", "reasons"]])
    first, *rest = found.in_short()[::-1]
    held = [
        told.seen_in(ground.item.label, ground.item.why, "; ".join(ground.seen))
        for ground in found.grounds
        if ground.holds
    ]
    yield Text(first, "strong")
    if found.held:
        yield Points([*held, *found.own])
    yield Points(rest[::-1])


def worries(state: State) -> Iterator[Block]:
    """Give the worries to tick with their cards, and what a family wants to say to their doctor."""
    found = answer_cards(state.case)
    every = checklist("cards", AnswerCard)
    ready = state.case.noted
    for key, label, kind, noted in (
        ("barriers", told.BARRIERS, "barrier", ready.barriers),
        ("challenges", told.CHALLENGES, "challenge", ready.challenges),
    ):
        cards = [card for card in every if card.kind == kind]
        yield ticks(state, ("preparation", key), label, _as_noted(cards, every, noted))
    yield Enter("add_words", told.OWN_WORRY, [["preparation", "barriers"]])
    yield from map(_card, found.noted)
    if found.own:
        yield Points(found.notes())
    yield field(state, ("preparation", "script"), told.SCRIPT, "long", help=told.SCRIPT_HELP)


def _card(card: AnswerCard) -> Group:
    inside: list[Block] = [Points(card.says), Text(f"{needing.ACTIONS}:"), Points(card.actions)]
    if card.script:
        inside.append(Text(f"{needing.SCRIPT}: “{card.script}”"))
    if card.counted:
        inside += [Text(f"{needing.FIGURES}:"), Points(card.counted)]
    return Group(card.label, inside, folded=True, name=f"card-{card.key}")


def _as_noted(items: Sequence[Item], every: Sequence[Item], noted: Sequence[str]) -> Mapping[str, str]:
    """Return the lines of a list by the word that stands for each in the case, else by their label.

    What a case notes in this list and what belongs into another one stands there too, under its label.
    """
    listed = {next((text for text in noted if item.is_named(text)), item.label): item.label for item in items}
    return listed | {text: item.label for item in every for text in noted if item.is_named(text)}
