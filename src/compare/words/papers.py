"""What papers there are: the names of their kinds, sizes and endings, as commands, pages and screens say them."""

from __future__ import annotations

FAMILY, VISIT, ANALYST = "family", "visit", "analyst"

KINDS = (FAMILY, VISIT, ANALYST)
"""The kinds of report: every look for the family at home; one page for the visit; the eight headings of an analyst."""

PAPERS = ("A4", "Letter")
"""The sizes of paper, the usual one first."""

NOTES_ONLY = "This paper holds what was noted, no more. Check days and numbers with those who gave them."

ENDINGS = (".html", ".pdf", ".docx", ".xlsx", ".csv", ".png", ".svg")
"""The endings of the files in which a report can be saved."""
