"""The questions and what each doctor said to them, as parts of a paper: filled in, or empty to take along."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from compare.reports.parts import Fields, Part, Questions, Table
from compare.statements import Cell
from compare.statements.grid import GridRow, Kind, QuestionGrid
from compare.words import grid as told

_HEADINGS: dict[Kind, str] = {"standard": told.STANDARD, "own": told.OWN, "other": told.OTHER}


def grid_parts(grid: QuestionGrid) -> list[Part]:
    """Return the table of questions as parts; of an empty one the form, with lines for who, when and who takes notes.

    Parameters
    ----------
    grid : QuestionGrid
        What ``question_grid(case)`` gives, or its ``.empty``.
    """
    groups = [(kind, list(lines)) for kind, lines in groupby(grid.lines, key=lambda line: line.kind)]
    if grid.is_empty:
        blank = [(label, "") for label in (told.DOCTOR, told.DATE, told.NOTE_TAKER)]
        return [Fields(told.FORM_TITLE, blank, lead=told.FORM_LEAD), *(_form(kind, lines) for kind, lines in groups)]
    rows: list[tuple[str, Sequence[Cell]]] = []
    for kind, lines in groups:
        rows += [(_HEADINGS[kind], ()), *(_row(line) for line in lines)]
    return [Table(told.TITLE, ("", *grid.names), rows, lead=told.LEAD, points=grid.sentences())]


def _row(line: GridRow) -> tuple[str, Sequence[Cell]]:
    return told.put_by(line.question, line.asked_by), [Cell(said.text, is_open=said.is_open) for said in line.said]


def _form(kind: Kind, lines: Sequence[GridRow]) -> Questions:
    """Return questions with a box to tick and room for the answer."""
    return Questions(_HEADINGS[kind], [f"{told.TICK} {told.put_by(line.question, line.asked_by)}" for line in lines])
