"""The insurer and the costs, the medical summary, the packet and the visits: what is noted of each, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from compare import preparation
from compare.app.blocks import Act, Block, Group, Points, Text
from compare.app.screens.fields import Table, group, pairs, several
from compare.app.state import Place, State
from compare.fields import same_name
from compare.preparation.insurance import Asked, ToAsk
from compare.preparation.lists import checklist
from compare.words import paying, preparing, screens
from compare.words import readiness as told


def insurer(state: State) -> Iterator[Block]:
    """Give what to ask, each with the calls about it; other calls; the costs; and what all of it comes to."""
    found = preparation.insurer(state.case)
    questions = {each.key: each.question for each in checklist("insurer_questions", ToAsk)}
    about = [_asked_in(call.question, questions) for call in found.calls]
    calls = _items(state, "calls", [_call(place, call.date) for place, call in enumerate(found.calls, 1)], told.CALL)
    yield Text(paying.QUESTIONS_LEAD, "note")
    for asked in found.questions:
        noted = [call for call, key in zip(calls, about, strict=True) if key == asked.key]
        yield _question(asked, questions[asked.key], noted)
    others = [call for call, key in zip(calls, about, strict=True) if key not in {each.key for each in found.questions}]
    yield Group(told.OTHER_CALLS, [*others, Act("add_to", told.ADD_CALL, ["calls", {}])], name="calls")
    ready = state.case.noted
    costs = _items(state, "costs", [cost.what for cost in ready.costs], told.COST)
    yield Group(paying.COSTS, [*costs, Act("add_to", told.ADD_COST, ["costs", {}])], name="costs")
    yield Points(found.sentences())


def _question(asked: Asked, question: str, calls: Sequence[Block]) -> Group:
    """Return a question to the insurer with its answer, the calls about it, and a way to note one more."""
    name = told.NOTE_ANSWER_TO.format(question=asked.question)
    note = Act("add_to", told.NOTE_ANSWER, ["calls", {"question": question}], "quiet", name=name)
    answer = [Text(asked.answer)] if asked.answer else []
    return Group("", [Text(asked.question, "strong"), *answer, *calls, note], name=f"insurer-{asked.key}")


def _asked_in(question: str | None, questions: Mapping[str, str]) -> str:
    """Return the key of the question that was put in a call, "" for one of the family's own."""
    put = same_name(question or "")
    return next((key for key, text in questions.items() if put in {same_name(key), same_name(text)}), "")


def _call(place: int, when: date | None) -> str:
    name = paying.call(place, when)
    return name[:1].upper() + name[1:]


def summary(state: State) -> Iterator[Block]:
    """Give what stands in no other place of the case and belongs into the summary."""
    yield from pairs(several(state, ("preparation", "summary"), told.SUMMARY))
    yield Points(preparation.medical_summary(state.case).sentences())


def packet(state: State) -> Iterator[Block]:
    """Give what the packet for a view from the records holds, and what it lacks."""
    yield Points(preparation.remote_packet(state.case).sentences())


def visits(state: State) -> Iterator[Block]:
    """Give the visits, and what has to be clear before one leaves."""
    ready = state.case.noted
    names = [preparing.visit(visit.doctor) for visit in ready.visits]
    yield from _items(state, "visits", names, told.VISIT)
    yield Act("add_to", told.ADD_VISIT, ["visits", {}])
    yield Points(preparation.visit_sheet(state.case).sentences())


def _items(state: State, kind: str, names: Sequence[str], table: Table) -> list[Group]:
    return [_item(state, ("preparation", kind, place), name, table) for place, name in enumerate(names)]


def _item(state: State, at: Place, name: str, table: Table) -> Group:
    remove = Act("take_out", screens.REMOVE, [list(at), name], "quiet", name=told.REMOVE.format(name=name))
    return group(name, [*pairs(several(state, at, table)), remove], "/".join(map(str, at)))
