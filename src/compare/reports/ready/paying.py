"""The insurer as parts: what to ask, the log of the calls with room for more, what it costs, what to do after a no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import words
from compare.case import Case
from compare.case.preparation import Call
from compare.preparation import Insurer
from compare.preparation import insurer as looked_at
from compare.preparation.costs import Line
from compare.reports.parts import Paragraphs, Part, Table
from compare.statements import Cell
from compare.words import paying as told

_EMPTY_CALLS = 3
_QUESTION_WIDTHS = (58, 42)
_CALL_WIDTHS = (18, 17, 17, 24, 24)
_COST_WIDTHS = (32, 22, 14, 16, 16)


def insurer(case: Case) -> list[Part]:
    """Return the questions, the calls, the costs and who can help."""
    found = looked_at(case)
    return [
        _questions(found),
        _calls(found.calls),
        *_costs(found),
        Paragraphs(told.HELP, [], points=[f"☐ {text}" for text in found.help]),
        Paragraphs(told.AFTER_A_NO, [], points=[f"☐ {text}" for text in found.after_a_no]),
    ]


def _questions(found: Insurer) -> Table:
    rows = [
        (f"☐ {each.question}" if not each.answer else f"☑ {each.question}", [Cell(each.answer)])
        for each in found.questions
    ]
    heads = (told.QUESTION, told.ANSWER)
    points = found.on_calls()
    return Table(told.QUESTIONS, heads, rows, lead=told.QUESTIONS_LEAD, points=points, widths=_QUESTION_WIDTHS)


def _calls(calls: Sequence[Call]) -> Table:
    rows = [(_day(call), [Cell(text) for text in _told(call)]) for call in calls]
    rows += [("", [Cell("")] * 4) for _ in range(_EMPTY_CALLS)]
    heads = (told.DAY, told.SPOKE_TO, told.REFERENCE, told.QUESTION, told.SAID)
    return Table(told.CALLS, heads, rows, widths=_CALL_WIDTHS)


def _day(call: Call) -> str:
    return words.day(call.date) if call.date else ""


def _told(call: Call) -> Iterator[str]:
    yield ", ".join(text for text in (call.spoke_to, call.insurer) if text)
    yield call.reference or ""
    yield call.question or ""
    covered = told.COVERAGE[call.coverage] if call.coverage else None
    share = told.percent(call.percent_covered) if call.percent_covered is not None else None
    yield "; ".join(text for text in (call.answer, covered, share, call.network) if text)


def _costs(found: Insurer) -> Iterator[Table]:
    if not found.costs:
        return
    rows = [(line.what, [Cell(text) for text in _of_cost(line)]) for line in found.costs]
    heads = ("", told.AMOUNT, told.HOW_OFTEN, told.PAYER, told.COVERED)
    yield Table(told.COSTS, heads, rows, lead=told.COSTS_LEAD, widths=_COST_WIDTHS)
    sums = [
        (each.payer, [Cell(told.between(each.low, each.high, each.currency)), Cell(told.PER[each.per])])
        for each in (*found.ours, *found.others)
    ]
    yield Table(told.SUMS, (told.PAYER, told.AMOUNT, told.HOW_OFTEN), sums, points=[told.NOT_ADDED])


def _of_cost(line: Line) -> Iterator[str]:
    yield told.between(line.low, line.high, line.currency)
    yield told.PER[line.per]
    yield line.payer or told.OPEN_PAYER
    yield told.COVERAGE.get(line.coverage, "")
