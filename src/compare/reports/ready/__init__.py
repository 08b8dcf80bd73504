"""The papers of getting ready, as parts of a page: each function takes a case and returns a list of parts."""

from compare.reports.ready.asking import questions
from compare.reports.ready.sending import packet, summary
from compare.reports.ready.visiting import visit

__all__ = ["packet", "questions", "summary", "visit"]
