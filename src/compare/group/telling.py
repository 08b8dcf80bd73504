"""What is said about a family's view, and in which order: each person first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from compare import words
from compare.case import GutChoice
from compare.case.people import Certainty
from compare.distributions import TOLERANCE
from compare.group.between import ALIKE, Between
from compare.group.member import Member
from compare.words import together
from compare.words.moved_ends import asked_again

if TYPE_CHECKING:
    from compare.group.view import FamilyView

MOST_PAIRS = 6


def sentences(view: FamilyView) -> list[str]:
    """Return each person's own order, who has not said, who differs on what, what all share, and what people feel."""
    return [
        *([] if view.own else [together.NOBODY_YET]),
        *(_own(view, member) for member in view.members if member.scores),
        *(_not_said(member) for member in view.members if member.scores is None),
        *_between(view),
        *_shared(view),
        *_averages(view),
        *(text for member in view.members for text in _felt(member)),
        *(text for member in view.members for text in _second_look(view, member)),
    ]


def _own(view: FamilyView, member: Member) -> str:
    if member.scores is None or member.scores.nothing_known:
        return together.nothing_to_order(member.label)
    totals = member.scores.totals
    if not member.places:
        return together.one_total(member.label, view.case.names[0], words.range_text(totals[view.case.names[0]]))
    return together.own_order(member.label, [[(name, totals[name].mean) for name in group] for group in member.places])


def _not_said(member: Member) -> str:
    return asked_again(member.name, member.moved) if member.moved else together.not_said_yet(member.name)


def _between(view: FamilyView) -> list[str]:
    told = [_pair(view, pair) for pair in view.between[:MOST_PAIRS]]
    rest = len(view.between) - len(told)
    return [*told, *([together.fewer_differences(rest)] if rest else [])]


def _pair(view: FamilyView, pair: Between) -> str:
    if pair.gap <= TOLERANCE:
        return together.weigh_the_same(pair.first, pair.second)
    one, other = view.own[pair.first].weights, view.own[pair.second].weights
    most = [(view.case.criterion(key).label, one[key], other[key]) for key in pair.keys]
    return f"{together.differ_most(pair.first, pair.second, most)} {together.same_order(pair.agreed, pair.pairs)}"


def _shared(view: FamilyView) -> Iterator[str]:
    if view.alike:
        yield together.weighed_alike([view.case.criterion(key).label for key in view.alike], 100 * ALIKE)
    if len(view.own) < 2 or not any(member.places for member in view.members):
        return
    first = view.first_for_all
    sure = [name for name in first if all(member.front == (name,) for member in view.members if member.places)]
    if sure:
        yield together.first_for_all(sure[0])
    else:
        yield together.front_for_all(first) if first else together.NO_COMMON_FIRST
    second = [name for name in view.two_for_all if name not in first]
    if second:
        yield together.two_for_all(second)


def _averages(view: FamilyView) -> Iterator[str]:
    if len(view.own) > 1:
        labels = [(view.case.criterion(key).label, 100 * weight) for key, weight in view.weights.items()]
        yield together.averages(len(view.own), list(view.totals.items()))
        yield together.weights_range(len(view.own), labels)


def _felt(member: Member) -> Iterator[str]:
    person = member.person
    for gut, later in ((person.gut_first, False), (person.gut_later, True)):
        if gut and (gut.opinion or gut.words):
            yield " ".join(_feeling(member, gut, later=later))
    before, after = _parts(person.before), _parts(person.after)
    if before or after:
        yield together.felt(member.name, before, after)


def _feeling(member: Member, gut: GutChoice, *, later: bool) -> Iterator[str]:
    said = words.said(gut.words) if gut.words else None
    yield together.feeling(member.name, words.source(gut.opinion, said), later=later)
    relation = member.relation(gut)
    if relation == "agrees":
        yield together.feeling_agrees(member.name)
    elif relation == "differs":
        yield together.feeling_differs(member.name, member.front)
    elif relation == "too close":
        yield together.feeling_close(member.name, member.front)


def _parts(certainty: Certainty | None) -> list[tuple[str, float]]:
    given = ((label, getattr(certainty, field, None)) for field, label in together.FELT.items())
    return [(label, number) for label, number in given if number is not None]


def _second_look(view: FamilyView, member: Member) -> Iterator[str]:
    consistency = member.scores.weights.consistency if member.scores else None
    if consistency and consistency.alarm and consistency.worst:
        labels = {criterion.key: criterion.label for criterion in view.case.criteria}
        yield together.second_look(member.name, consistency.table, consistency.worst.sentence(labels))
