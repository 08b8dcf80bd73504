"""The records and the specialists as parts: what is here, what to ask for; what to find out about each doctor."""

from __future__ import annotations

from collections.abc import Sequence

from compare.case import Case
from compare.preparation import records as held_records
from compare.preparation import specialists as noted_specialists
from compare.preparation.experts import where_to_ask
from compare.preparation.folder import cells
from compare.reports.parts import Paragraphs, Part, Table
from compare.statements import Cell
from compare.words import gathering as told

_RECORD_WIDTHS = (27, 8, 14, 17, 17, 17)


def records(case: Case) -> list[Part]:
    """Return the list of records with its ticks, and what to ask for by name."""
    found = held_records(case)
    heads = found.shown()[0]
    rows = [(told.with_note(each.name, each.record.note), [Cell(text) for text in cells(each)]) for each in found.held]
    asked = [f"☐ {text}" for text in found.to_ask_for()]
    return [
        Table(told.RECORDS, heads, rows, lead=told.RECORDS_LEAD, points=found.sentences(), widths=_RECORD_WIDTHS),
        Paragraphs(told.ASK_FOR, [] if asked else [told.NOTHING_MISSING], points=asked),
    ]


def specialists(case: Case) -> list[Part]:
    """Return what is known of each doctor who might give the next opinion; without any, the form to copy."""
    found = noted_specialists(case)
    names = found.names or (told.ANSWERS,)
    rows: list[tuple[str, Sequence[Cell]]] = []
    for group, points in found.groups().items():
        rows.append((told.GROUPS[group], []))
        for point in points:
            known = found.answers(point) or ("",)
            label = point.label if found.doctors else point.question
            rows.append(
                (label, [Cell(text, is_open=bool(found.doctors and not text and group != "noted")) for text in known])
            )
    return [
        Table(told.SPECIALISTS, ["", *names], rows, lead=found.heading(), points=[told.NOT_RANKED]),
        Paragraphs(told.WHERE_TO_ASK, [], points=[f"☐ {text}" for text in where_to_ask()]),
    ]
