"""The papers of getting ready, as parts of a page: each function takes a case (or scores) and returns a list of parts."""

from compare.reports.ready.asking import hurry, questions
from compare.reports.ready.gathering import records, specialists
from compare.reports.ready.paying import insurer
from compare.reports.ready.planning import plan
from compare.reports.ready.sending import packet, summary
from compare.reports.ready.thinking import afterwards, answers, reasons
from compare.reports.ready.visiting import visit

__all__ = [
    "afterwards",
    "answers",
    "hurry",
    "insurer",
    "packet",
    "plan",
    "questions",
    "reasons",
    "records",
    "specialists",
    "summary",
    "visit",
]
