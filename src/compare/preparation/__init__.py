"""Getting ready for a second opinion: whether, when, with what, and what to ask.

`prepare` says where a family stands; `plan`, `records`, `specialists` and `insurer` look at one thing each.
`reasons_to_ask`, `answer_cards` and `short_on_time` help to start; `medical_summary`, `remote_packet`, `visit_sheet` and
`difference_interview` are for the visit; `after_deciding` is for what comes then.
"""

from compare.preparation.afterwards import after_deciding
from compare.preparation.cards import answer_cards
from compare.preparation.experts import Specialists, specialists
from compare.preparation.folder import Records, records
from compare.preparation.hurry import short_on_time
from compare.preparation.insurance import Insurer, insurer
from compare.preparation.interview import difference_interview
from compare.preparation.needing import reasons_to_ask
from compare.preparation.packet import remote_packet
from compare.preparation.planning import plan
from compare.preparation.standing import Standing, prepare
from compare.preparation.steps import PlanStep
from compare.preparation.summary import medical_summary
from compare.preparation.timetable import Plan
from compare.preparation.visiting import visit_sheet

__all__ = [
    "Insurer",
    "Plan",
    "PlanStep",
    "Records",
    "Specialists",
    "Standing",
    "after_deciding",
    "answer_cards",
    "difference_interview",
    "insurer",
    "medical_summary",
    "plan",
    "prepare",
    "reasons_to_ask",
    "records",
    "remote_packet",
    "short_on_time",
    "specialists",
    "visit_sheet",
]
