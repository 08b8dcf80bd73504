"""Pages and files to take along: a report is a tuple of parts; a writer turns parts into a file."""

from compare.reports.document import Report
from compare.reports.making import report
from compare.reports.preparing import preparing, save_preparing

__all__ = ["Report", "preparing", "report", "save_preparing"]
