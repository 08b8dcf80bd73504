"""What was decided, in people's own words, how sure they feel, and a plan put together from parts."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Act, Block, Card, Group, Row, Text
from compare.app.panels import Enter
from compare.app.screens.fields import field, group, pairs, several
from compare.app.seeing import MIXED, OUTCOME, fitting, takes_a_plan
from compare.app.state import State
from compare.words import screens
from compare.words import seeing as told


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    yield Card(told.DECISION, list(_outcome(state)), name="decision")
    yield Group(told.LATER, [Text(told.LATER_NOTE, "note"), *_feelings(state)], name="later")
    yield Group(told.MIX, [Text(told.MIX_NOTE, "note"), *_mixing(state)], folded=True, name="mix")


def _outcome(state: State) -> Iterator[Block]:
    made = state.case.decision
    pending = state.chosen.get(OUTCOME, "")
    outcome = pending or (made.outcome if made and made.outcome else "")
    yield Enter("outcome", screens.OUTCOME, form="choice", value=outcome, options=list(screens.OUTCOMES.items()))
    if takes_a_plan(state.case, outcome):
        yield from _plan(state, outcome, "" if pending or not made else made.opinion or "")
    yield field(state, ("decision", "statement"), screens.STATEMENT, "long", help=screens.STATEMENT_HELP)
    yield Row(
        [
            field(state, ("decision", "confidence"), screens.CONFIDENCE, "answer"),
            field(state, ("decision", "decided_by"), screens.DECIDED_BY),
        ]
    )
    yield group(told.NEXT, pairs(several(state, ("decision",), told.NEXT_FIELDS)), "next")


def _plan(state: State, outcome: str, chosen: str) -> Iterator[Block]:
    plans = fitting(state.case, outcome)
    if not plans:
        yield Text(told.NO_MIXED_PLAN if outcome == "combine" else told.NO_OTHER_PLAN, "note")
        return
    options = [*([] if chosen else [("", screens.NO_CHOICE)]), *((name, name) for name in plans)]
    help_ = "" if chosen else told.PENDING
    yield Enter("plan", told.FITTING, form="choice", value=chosen, options=options, help=help_)
    plan = state.case.opinion(chosen).plan if chosen else None
    if plan and plan.needs_doctor_to_confirm:
        yield Text(told.MADE_UP_OF_TWO.format(name=chosen), "warn")


def _feelings(state: State) -> Iterator[Block]:
    choices = [("", screens.NO_CHOICE), *((name, name) for name in state.case.names)]
    if not state.case.people:
        yield Text(told.NOBODY_YET, "note")
    for place, person in enumerate(state.case.people):
        label = told.LATER_OF.format(name=person.name)
        yield field(state, ("people", place, "gut_later", "opinion"), label, "choice", options=choices)


def _mixing(state: State) -> Iterator[Block]:
    offered = [(o.name, treatment) for o in state.case.of_doctors if o.plan for treatment in o.plan.modalities]
    if len({name for name, _ in offered}) < 2:
        yield Text(told.MIX_NEEDS, "note")
        return
    for part in offered:
        label = told.MIX_TAKE.format(treatment=part[1], name=part[0])
        yield Enter("mix", label, list(part), "tick", "yes" if part in state.parts else "no")
    yield Enter("choose", told.MIX_NAME, [MIXED], value=state.chosen.get(MIXED, told.MIX_NAME_FIRST))
    yield Act("put_together", told.MIX_DO, off=len({name for name, _ in state.parts}) < 2)
