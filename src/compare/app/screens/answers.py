"""The answers of one doctor on what is compared: a field for each, why nothing is known, and where it comes from."""

from __future__ import annotations

from compare.answers import NOT_KNOWN
from compare.app.blocks import Block, Field, Group, Row
from compare.app.screens.fields import chosen, field, group, pairs, tree_of
from compare.app.state import Place, State
from compare.app.typed import level_options
from compare.app.wholes import note, way_at, ways_at
from compare.case import Attribute, Criterion, GoalAttribute, Opinion, Rating
from compare.values import DIRECT, Levels
from compare.words import choices, entering
from compare.words import screens as told

_FEWEST_STEPS = 3


def known_of(state: State, opinion: Opinion) -> tuple[int, int]:
    """Return how many answers of an opinion are known, and how many there are."""
    known = [rating.known for criterion in state.case.criteria for _, rating in state.case.answers(opinion, criterion)]
    return sum(known), len(known)


def of_criterion(state: State, at: Place, criterion: Criterion) -> Group:
    """Return the answers of an opinion on a criterion, in a group that counts those that are known."""
    answers = list(state.case.answers(state.case.opinions[int(at[1])], criterion))
    where = (*at, "ratings", criterion.key)
    blocks: list[Block] = []
    for attribute, rating in answers:
        if attribute and _can_go_by_goal(state, attribute):
            blocks.append(_way(state, (*where, attribute.steps[0]), entering.GOALS_ANSWERED_HOW))
        blocks.append(_answer(state, where, criterion, attribute, rating))
    if criterion.attributes:
        blocks.append(_way(state, where, entering.ANSWERED_HOW))
    remark = entering.filled(sum(rating.known for _, rating in answers), len(answers))
    return group(criterion.label, blocks, f"{criterion.key} {at[1]}", remark=remark)


def _can_go_by_goal(state: State, attribute: Attribute) -> bool:
    """Tell whether the choice to answer goal by goal stands here: above the one answer, or above the first goal."""
    if isinstance(attribute, GoalAttribute):
        return attribute.goal == state.case.goals[0]
    return bool(attribute.each_goal and state.case.goals)


def _way(state: State, place: Place, label: str) -> Field:
    """Return the choice between one answer and several, and what the other way holds."""
    way = way_at(tree_of(state), place)
    return Field(place, label, "whole", way, list(ways_at(place).items()), note(state, place))


def _answer(state: State, part: Place, criterion: Criterion, attribute: Attribute | None, rating: Rating) -> Group:
    where = (*part, *(attribute.steps if attribute else ()))
    asked = attribute or criterion
    worst, best = (anchor.removesuffix(".") for anchor in asked.anchors)
    label, ends = asked.question or asked.label, told.FROM_TO.format(worst=worst, best=best)
    if attribute and isinstance(attribute.value, Levels):
        place = (*where, "answer")
        shown: Block = field(state, place, label, "level", options=level_options(attribute), help=ends)
    else:
        shown = with_reason(state, where, label, rating, help=f"{ends} {_how(attribute)}")
    return Group("", [shown, where_from(state, where)])


def with_reason(
    state: State,
    where: Place,
    label: str,
    rating: Rating,
    *,
    help: str,  # noqa: A002 - what the field calls it
    form: str = "answer",
) -> Row:
    """Return the field of a number, and beside it why there is none."""
    reasons = [(why, entering.WHY[why]) for why in NOT_KNOWN]
    known = [("", entering.ANSWERED)] if rating.known else []
    number = field(state, (*where, "answer"), label, form, help=help)
    return Row([number, field(state, (*where, "why"), entering.NOTHING_KNOWN, "why", options=[*known, *reasons])])


def where_from(state: State, where: Place) -> Group:
    """Return where an answer comes from: who said it, when, in which words; for a chance also by when, among whom."""
    fields = [
        field(state, (*where, "said_by"), told.WHO_SAID),
        field(state, (*where, "when"), entering.WHEN),
        field(state, (*where, "words"), told.IN_WORDS),
        field(state, (*where, "written"), told.WRITTEN, "yes_no", options=chosen(choices.YES_NO)),
        field(state, (*where, "time"), entering.BY_HOW),
        field(state, (*where, "group"), entering.AMONG),
        field(state, (*where, "source"), told.PUBLISHED),
    ]
    return group(entering.WHERE_FROM, pairs(fields), "/".join(map(str, where)), remark=_said(fields))


def _said(fields: list[Field]) -> str:
    return "; ".join(each.value for each in fields[:2] if each.value)


def _how(attribute: Attribute | None) -> str:
    scale = attribute.value if attribute and not isinstance(attribute.value, Levels) else DIRECT
    low, high = scale.knots[0][0], scale.knots[-1][0]
    third = (high - low) / 3
    digits = ".0f" if third >= _FEWEST_STEPS else ".2g"
    unit = f" ({attribute.unit})" if attribute and attribute.unit else ""
    ends = {"low": f"{low + third:{digits}}", "high": f"{low + 2 * third:{digits}}"}
    return told.ANSWER_HELP.format(allowed=scale.allowed + unit, **ends)
