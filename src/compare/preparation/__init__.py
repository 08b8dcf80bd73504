"""Getting ready for a second opinion: whether, when, with what, and what to ask."""

from compare.preparation.planning import plan
from compare.preparation.timetable import Dated, Plan, PlanStep

__all__ = ["Dated", "Plan", "PlanStep", "plan"]
