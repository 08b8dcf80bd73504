"""The steps of the plan, the records to gather and the doctors to ask: each to be ticked off, dated and noted."""

from __future__ import annotations

from collections.abc import Iterator

from compare import preparation
from compare.app.blocks import Act, Block, Card, Field, Group, Points, Row, Text
from compare.app.panels import Enter
from compare.app.readying import RECORDS, STEPS
from compare.app.screens.doctors import contacts
from compare.app.screens.fields import field, group, pairs, several
from compare.app.state import Place, State
from compare.fields import same_name
from compare.preparation import Plan, PlanStep
from compare.preparation.folder import Held
from compare.words import entering, gathering, preparing, screens
from compare.words import readiness as told


def steps(state: State, plan: Plan) -> Iterator[Block]:
    """Give each step with a box to tick, its days, and who does it; then a way to add one of one's own."""
    yield from (_step(state, plan, step) for step in plan.steps)
    yield Enter("add_named", told.NEW_STEP, [list(STEPS)], help=told.NEW_STEP_HELP)


def _step(state: State, plan: Plan, step: PlanStep) -> Group:
    noted = state.case.noted.steps
    name = next((each for each in noted if same_name(each) in {same_name(step.key), same_name(step.label)}), step.label)
    at = (*STEPS, name)
    known = name in noted or step.is_open
    help_ = told.step_note(step.when, plan.state(step), step.owner) if known else step.note
    tick = Enter("tick_step", step.label, [name], "tick", "yes" if step.state == "done" else "no", help=help_)
    return Group("", [tick, *([_step_more(state, at, step)] if known else [])], name=f"step-{name}")


def _step_more(state: State, at: Place, step: PlanStep) -> Group:
    states = [("" if word == "open" else word, label.capitalize()) for word, label in preparing.STATES.items()]
    where = field(state, (*at, "state"), told.STEP_STATE, "choice", options=states)
    week = field(state, (*at, "week"), told.WEEK, help=told.WEEK_HELP)
    fields = [where, *several(state, at, told.STEP), week]
    own = [] if step.key else _named(at)
    to_do = [Text(told.BELONGS), Points(step.to_do)] if step.to_do else []
    have = [Text(preparing.at_hand(step.at_hand), "note")] if step.at_hand else []
    return group(told.STEP_MORE, [*to_do, *have, *pairs(fields), *own], "/".join(map(str, at)))


def _named(at: Place) -> list[Block]:
    """Return what only lines of the family's own have: another name, and a way to be taken out."""
    name = str(at[-1])
    call = Enter("rename", told.CALLED, [list(at)], value=name)
    return [call, _remove(at, name)]


def _remove(at: Place, name: str) -> Act:
    return Act("take_out", screens.REMOVE, [list(at), name], "quiet", name=told.REMOVE.format(name=name))


def records(state: State) -> Iterator[Block]:
    """Give each record with its two ticks and its days; what to ask for by name; a way to add one."""
    found = preparation.records(state.case)
    yield Text(gathering.RECORDS_LEAD, "note")
    yield from (_record(state, held) for held in found.held)
    yield Enter("add_named", told.NEW_RECORD, [list(RECORDS)], help=told.NEW_RECORD_HELP)
    yield Points(found.sentences())
    if found.missing:
        yield Group(told.TO_ASK_FOR, [Points(found.to_ask_for())], folded=True, name="ask-for")


def _record(state: State, held: Held) -> Group:
    at = (*RECORDS, held.name)
    more = "have_images" if held.more == "pictures" else "slides_sent"
    boxes = [field(state, (*at, "have_report"), told.RECORD_REPORT, "tick")]
    boxes += [field(state, (*at, more), told.RECORD_MORE[held.more], "tick")] if held.more else []
    noted = {key for key, value in held.record if value is not None} - ({more} if held.more else set())
    others = {key: asked for key, asked in told.RECORD_OTHER.items() if key in noted}
    is_noted = held.name in state.case.noted.records
    days = several(state, at, {**told.RECORD, **others})
    inside = [*pairs(days), *(_named(at) if is_noted else [])]
    return Group(
        held.name,
        [Row(boxes), group(told.RECORD_DAYS, inside, "/".join(map(str, at)))],
        "" if held.is_needed else gathering.NOT_NEEDED,
        name=f"record-{held.name}",
    )


def specialists(state: State) -> Iterator[Block]:
    """Give the doctors who might be asked, each with what there is to find out."""
    found = preparation.specialists(state.case)
    for place, name in enumerate(found.names):
        yield _specialist(state, ("preparation", "specialists", place), name)
    yield Act("add_to", told.ADD_DOCTOR, ["specialists", {}])
    yield Points(found.sentences())


def _specialist(state: State, at: Place, name: str) -> Group:
    where = "/".join(map(str, at))
    first: list[Field] = several(state, at, entering.DOCTOR)
    source = several(state, at, entering.MORE_DOCTOR)
    return Card(
        name,
        [
            *pairs(first),
            group(told.DOCTOR_KNOWS, pairs(source), f"knows {where}"),
            group(told.TRIP, pairs(several(state, at, told.DOCTOR_TRIP)), f"trip {where}"),
            contacts(state, (*at, "contacts")),
            _remove(at, name),
        ],
        name=where,
    )
