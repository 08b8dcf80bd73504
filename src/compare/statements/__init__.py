"""What each doctor said, side by side: one column for each opinion, every open answer in sight.

Pages, screens and notebooks show this one table; none of them looks into the case for it.
"""

from compare.statements.grid import QuestionGrid, question_grid
from compare.statements.making import elsewhere, side_by_side
from compare.statements.table import Cell, Group, Line, SideBySide

__all__ = ["Cell", "Group", "Line", "QuestionGrid", "SideBySide", "elsewhere", "question_grid", "side_by_side"]
