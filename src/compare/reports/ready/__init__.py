"""The papers of getting ready, as parts of a page: each function takes a case (or scores) and returns a list of parts."""

from compare.reports.ready.asking import hurry, questions
from compare.reports.ready.sending import packet, summary
from compare.reports.ready.thinking import afterwards, answers, reasons
from compare.reports.ready.visiting import visit

__all__ = ["afterwards", "answers", "hurry", "packet", "questions", "reasons", "summary", "visit"]
