"""Before and after: whether to get a second opinion, answers to worries and troubles, and what comes after the decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare.case import Case
from compare.preparation.afterwards import after_deciding
from compare.preparation.cards import AnswerCard, answer_cards
from compare.preparation.needing import Ground, reasons_to_ask, tick
from compare.reports.parts import Card, Cards, Fields, Paragraphs, Part, Table
from compare.statements import Cell
from compare.words import needing as told
from compare.words import visits
from compare.words.grid import TICK, TICKED


def reasons(case: Case) -> list[Part]:
    """Return what speaks for a second opinion, with boxes to tick, and when to ask the own doctor first."""
    found = reasons_to_ask(case)
    rows: list[tuple[str, Sequence[Cell]]] = []
    for kind, title in (("trigger", told.TRIGGERS), ("reason", told.REASONS)):
        rows += [(title, ()), *(_row(ground) for ground in found.grounds if ground.kind == kind)]
    if found.own:
        rows += [(told.OWN, ()), *((text, [Cell(TICKED), Cell(""), Cell("")]) for text in found.own)]
    heads = (told.REASON, told.TICKED_HEAD, told.HELPS, told.SEEN_HEAD)
    waiting = [(ground.item.label, "; ".join(ground.seen) or ground.item.why) for ground in found.waiting]
    return [
        Paragraphs(told.TITLE, found.sentences()),
        Table(told.TICK_TITLE, heads, rows, lead=told.LEAD),
        Fields(told.WAITING_TITLE, waiting, lead=told.WAITING_LEAD),
    ]


def answers(case: Case) -> list[Part]:
    """Return the cards for worries and troubles: those that were noted, then the others."""
    found = answer_cards(case)
    return list(_groups(found.noted, found.others, found.notes()))


def afterwards(case: Case) -> list[Part]:
    """Return what was decided, the next dates, what to arrange and what is still open."""
    found = after_deciding(case)
    arranging = [f"{TICK} {item.label}" for item in found.arranging]
    parts: list[Part] = [
        Fields(visits.DECISION, found.facts, points=found.sentences()),
        Fields(visits.NEXT_DATES, found.dates),
        Paragraphs(visits.TO_ARRANGE, [], points=arranging),
    ]
    still_open = found.decision.open_points
    return [*parts, Paragraphs(visits.OPEN_POINTS, [], points=still_open)] if still_open else parts


def _row(ground: Ground) -> tuple[str, Sequence[Cell]]:
    return ground.item.label, [Cell(tick(ground)), Cell(ground.item.why), Cell("; ".join(ground.seen))]


def _groups(noted: Sequence[AnswerCard], others: Sequence[AnswerCard], points: Sequence[str]) -> Iterator[Part]:
    if noted or points:
        yield Cards(told.CARDS_TITLE, [_card(card) for card in noted], lead=told.CARDS_LEAD, points=points)
    if others:
        title = told.OTHERS if noted or points else told.CARDS_TITLE
        yield Cards(title, [_card(card) for card in others], lead="" if noted else told.NOTHING_NOTED)


def _card(card: AnswerCard) -> Card:
    lists = {
        told.SAYS: card.says,
        told.ACTIONS: card.actions,
        told.SCRIPT: [card.script] if card.script else (),
        told.FIGURES: card.counted,
    }
    return Card(card.label, {label: texts for label, texts in lists.items() if texts})
