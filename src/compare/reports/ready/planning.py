"""The plan as parts: a picture, a table of the steps, and what belongs to each step, to tick off."""

from __future__ import annotations

from datetime import date

from compare.case import Case
from compare.preparation import Plan
from compare.preparation import plan as planned
from compare.reports.parts import Paragraphs, Part, Picture, Table
from compare.statements import Cell
from compare.words import preparing as told

_STEP_WIDTHS = (26, 24, 22, 28)
_TO_DO_WIDTHS = (68, 32)


def plan(case: Case, today: date | None = None) -> list[Part]:
    """Return the plan: what comes next and what cannot wait, the picture, the steps, the lists to tick off."""
    from compare import charts

    made = planned(case, today=today)
    return [
        Paragraphs(told.IN_SHORT, [made.heading()], points=made.sentences()[1:]),
        Picture(told.PLAN, charts.plan(made, titled=False)),
        _steps(made),
        _to_do(made),
    ]


def _steps(made: Plan) -> Table:
    rows = [
        (
            f"{told.TICKS[step.state]} {step.label}",
            [
                Cell(step.when),
                Cell(step.owner, is_open=step.is_open and not step.owner),
                Cell(made.state(step), remark=step.note),
            ],
        )
        for step in made.steps
    ]
    return Table(told.STEPS, ["", told.WHEN, told.WHO, told.STATE], rows, widths=_STEP_WIDTHS)


def _to_do(made: Plan) -> Table:
    rows: list[tuple[str, list[Cell]]] = []
    for step in made.steps:
        if step.is_open and (step.to_do or step.at_hand):
            rows.append((step.label, []))
            rows += [(f"☐ {text}", [Cell("")]) for text in step.to_do]
            rows.append((told.at_hand(step.at_hand), [Cell("")]))
    return Table(told.TO_DO, ["", told.NOTES], rows, widths=_TO_DO_WIDTHS)
