"""Getting ready for a second opinion: whether, when, with what, and what to ask.

`prepare` says where a family stands; `plan`, `records`, `specialists` and `insurer` look at one thing each.
"""

from compare.preparation.experts import Specialists, specialists
from compare.preparation.folder import Records, records
from compare.preparation.insurance import Insurer, insurer
from compare.preparation.planning import plan
from compare.preparation.standing import Standing, prepare
from compare.preparation.timetable import Plan, PlanStep

__all__ = [
    "Insurer",
    "Plan",
    "PlanStep",
    "Records",
    "Specialists",
    "Standing",
    "insurer",
    "plan",
    "prepare",
    "records",
    "specialists",
]
