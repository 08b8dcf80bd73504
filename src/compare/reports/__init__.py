"""Pages and files to take along: a report is a tuple of parts; a writer turns parts into a file."""

from compare.reports.making import report
from compare.reports.document import Report

__all__ = ["Report", "report"]
