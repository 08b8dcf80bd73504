"""Pages and files to take along: a report is a tuple of parts; a writer turns parts into a file."""

from compare.reports.document import Report
from compare.reports.making import report

__all__ = ["Report", "report"]
