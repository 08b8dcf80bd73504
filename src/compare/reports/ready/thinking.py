"""Before and after: whether to get a second opinion, answers to worries and troubles, and what comes after the decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import words
from compare.case import Case
from compare.preparation.afterwards import after_deciding
from compare.preparation.cards import AnswerCard, all_figures, answer_cards
from compare.preparation.needing import Ground, reasons_to_ask, tick
from compare.reports.parts import Card, Cards, Fields, Paragraphs, Part, Table
from compare.reports.ready.visiting import ticks
from compare.statements import Cell
from compare.words import needing as told
from compare.words import readiness, visits
from compare.words.grid import TICKED


def reasons(case: Case) -> list[Part]:
    """Return what speaks for a second opinion, with boxes to tick, and when to ask the own doctor first."""
    found = reasons_to_ask(case)
    rows: list[tuple[str, Sequence[Cell]]] = []
    for kind, title in (("trigger", told.TRIGGERS), ("reason", told.REASONS)):
        rows += [(title, ()), *(_row(ground) for ground in found.grounds if ground.kind == kind)]
    if found.own:
        rows += [(told.OWN, ()), *((f"{TICKED} {text}", [Cell(""), Cell("")]) for text in found.own)]
    waiting = [(ground.item.label, "; ".join(ground.seen) or ground.item.why) for ground in found.waiting]
    return [
        Paragraphs(told.TITLE, found.in_short(), points=found.held),
        Table(told.TICK_TITLE, (told.REASON, told.HELPS, told.SEEN_HEAD), rows, lead=told.LEAD),
        Fields(told.WAITING_TITLE, waiting, lead=told.WAITING_LEAD),
    ]


def answers(case: Case) -> list[Part]:
    """Return the family's own words, the cards for worries and troubles, those noted first, and what was counted elsewhere."""
    found = answer_cards(case)
    noted, points = [_card(card) for card in found.noted], found.notes()
    first = [Cards(told.NOTED_TITLE, noted, points=points)] if noted or points else []
    script = case.preparation.script if case.preparation else None
    own = [Paragraphs(readiness.SCRIPT, [words.said(script)])] if script else []
    return [*own, *first, *_groups(found.others), _figures()]


def afterwards(case: Case) -> list[Part]:
    """Return what was decided, the next dates, what to arrange and what is still open."""
    found = after_deciding(case)
    arranging = ticks(found.arranging)
    parts: list[Part] = [
        Fields(visits.DECISION, found.facts, points=found.sentences()),
        Fields(visits.NEXT_DATES, found.dates),
        Paragraphs(visits.TO_ARRANGE, arranging),
    ]
    still_open = found.decision.open_points
    return [*parts, Paragraphs(visits.OPEN_POINTS, [], points=still_open)] if still_open else parts


def _row(ground: Ground) -> tuple[str, Sequence[Cell]]:
    return f"{tick(ground)} {ground.item.label}", [Cell(ground.item.why), Cell("; ".join(ground.seen))]


def _figures() -> Table:
    figures = list(enumerate(all_figures(), 1))
    rows = [
        (told.numbered(figure.people, number), [Cell(text) for text in figure.cells()]) for number, figure in figures
    ]
    sources = [told.published(number, figure.source) for number, figure in figures]
    return Table(told.FIGURES, told.FIGURE_HEADS, rows, lead=told.FIGURES_LEAD, points=[told.FIGURES_NOTE, *sources])


def _groups(cards: Sequence[AnswerCard]) -> Iterator[Cards]:
    for group, title in told.CARD_GROUPS.items():
        inside = [_card(card) for card in cards if card.group == group]
        if inside:
            yield Cards(title, inside)


def _card(card: AnswerCard) -> Card:
    script = [words.said(card.script)] if card.script else []
    lists = {told.SAYS: card.says, told.ACTIONS: card.actions, told.SCRIPT: script}
    return Card(card.label, {label: texts for label, texts in lists.items() if texts})
