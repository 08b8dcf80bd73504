"""The insurer and the costs, the medical summary, the packet and the visits: what is noted of each, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import preparation
from compare.app.blocks import Act, Block, Group, Points, Text
from compare.app.screens.fields import Table, group, pairs, several
from compare.app.state import State
from compare.case import Preparation
from compare.preparation.insurance import Asked, ToAsk
from compare.preparation.lists import checklist
from compare.words import paying, preparing, screens
from compare.words import readiness as told


def insurer(state: State) -> Iterator[Block]:
    """Give what to ask with the answers so far, the log of the calls, the costs, and what they come to."""
    found = preparation.insurer(state.case)
    asked = {each.key: each.question for each in checklist("insurer_questions", ToAsk)}
    inside = [_question(each, asked[each.key]) for each in found.questions]
    lead = Text(paying.QUESTIONS_LEAD, "note")
    yield group(told.TO_ASK_INSURER, [lead, *inside], "ask-insurer", remark=found.heading())
    ready = state.case.preparation or Preparation()
    calls = [paying.call(place, call.date) for place, call in enumerate(ready.calls, 1)]
    yield from _items(state, "calls", [name[:1].upper() + name[1:] for name in calls], told.CALL)
    yield Act("add_to", told.ADD_CALL, ["calls", {}])
    yield from _items(state, "costs", [cost.what for cost in ready.costs], told.COST)
    yield Act("add_to", told.ADD_COST, ["costs", {}])
    yield Points(found.sentences())


def _question(asked: Asked, question: str) -> Group:
    """Return a question to the insurer with its answer; where there is none, a way to note one."""
    name = told.NOTE_ANSWER_TO.format(question=asked.question)
    note = Act("add_to", told.NOTE_ANSWER, ["calls", {"question": question}], "quiet", name=name)
    text = Text(asked.question, "strong" if asked.answer else "plain")
    return Group("", [text, Text(asked.answer) if asked.answer else note], name=f"insurer-{asked.key}")


def summary(state: State) -> Iterator[Block]:
    """Give what stands in no other place of the case and belongs into the summary."""
    yield from pairs(several(state, ("preparation", "summary"), told.SUMMARY))
    yield Points(preparation.medical_summary(state.case).sentences())


def packet(state: State) -> Sequence[str]:
    """Return what the packet for a view from the records holds, and what it lacks."""
    return preparation.remote_packet(state.case).sentences()


def visits(state: State) -> Iterator[Block]:
    """Give the visits, and what has to be clear before one leaves."""
    ready = state.case.preparation or Preparation()
    names = [preparing.visit(visit.doctor) for visit in ready.visits]
    yield from _items(state, "visits", names, {**told.VISIT, **told.UNDERSTOOD})
    yield Act("add_to", told.ADD_VISIT, ["visits", {}])
    yield Points(preparation.visit_sheet(state.case).sentences())


def _items(state: State, kind: str, names: Sequence[str], table: Table) -> Iterator[Group]:
    for place, name in enumerate(names):
        at = ("preparation", kind, place)
        remove = Act("take_out", screens.REMOVE, [list(at), name], "quiet", name=told.REMOVE.format(name=name))
        yield group(name, [*pairs(several(state, at, table)), remove], f"{kind} {place}")
