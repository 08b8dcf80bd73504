"""What to ask: the questions and what each doctor said to them, then the empty form for the visit."""

from __future__ import annotations

from compare.case import Case
from compare.reports.grid import grid_parts
from compare.reports.parts import Part
from compare.statements.grid import question_grid


def questions(case: Case) -> list[Part]:
    """Return the table of questions, filled in and empty."""
    grid = question_grid(case)
    return [*grid_parts(grid), *grid_parts(grid.empty)]
