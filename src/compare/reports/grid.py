"""The questions and what each doctor said to them, as parts of a paper: filled in, or empty to take along."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from compare.reports.parts import Fields, Part, Table
from compare.statements import Cell
from compare.statements.grid import Kind, QuestionGrid
from compare.words import grid as told
from compare.words import visits

_HEADINGS: dict[Kind, str] = {"standard": told.STANDARD, "own": told.OWN, "other": told.OTHER}


def grid_parts(grid: QuestionGrid) -> list[Part]:
    """Return the table of questions as parts; of an empty one the form, with lines for who, when and who takes notes.

    Parameters
    ----------
    grid : QuestionGrid
        What ``question_grid(case)`` gives, or its ``.empty``.
    """
    heads = (told.QUESTION, told.ANSWER) if grid.is_empty else ("", *grid.names)
    rows: list[tuple[str, Sequence[Cell]]] = []
    for kind, lines in groupby(grid.lines, key=lambda line: line.kind):
        rows.append((_HEADINGS[kind], ()))
        for line in lines:
            question = told.put_by(line.question, line.asked_by)
            cells = [Cell(said.text, is_open=said.is_open) for said in line.said]
            rows.append((f"{told.TICK} {question}", [Cell("")]) if grid.is_empty else (question, cells))
    if not grid.is_empty:
        return [Table(told.TITLE, heads, rows, lead=told.LEAD, points=grid.sentences())]
    blank = [(label, "") for label in (told.DOCTOR, told.DATE, told.NOTE_TAKER)]
    return [Fields(visits.VISIT, blank), Table(told.FORM_TITLE, heads, rows, lead=told.FORM_LEAD)]
