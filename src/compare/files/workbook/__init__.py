"""The workbook: a case as sheets that a caregiver can fill in with any spreadsheet program."""

from compare.files.workbook.making import workbook_bytes
from compare.files.workbook.taking import parse_workbook

__all__ = ["parse_workbook", "workbook_bytes"]
