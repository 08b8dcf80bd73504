"""What stands on the screen on which everything can be taken away."""

from __future__ import annotations

VISIT, READY, FAMILY, ANALYST, SHEETS, CASE = "visit", "getting-ready", "comparison", "analyst", "sheets", "case"
"""What can be taken away; the names of the files begin with it."""

TITLES = {
    VISIT: "For the visit",
    READY: "For getting ready",
    FAMILY: "For the family",
    ANALYST: "For somebody who checks the numbers",
    SHEETS: "Tables and pictures",
    CASE: "To go on with it later",
}
NOTES = {
    VISIT: "One page for the talk with the doctor: what was said, what matters to you, what to ask.",
    READY: "The plan, the records, whom to ask, the insurer, the visit. Single pages are under “Getting ready”.",
    FAMILY: "Every look at the comparison. On a screen its sliders move; on paper it is a page to read.",
    ANALYST: "Every number and how it was worked out.",
    SHEETS: "The comparison as a table for other programs, or as one picture.",
    CASE: "Your own answers. Open such a file under “Start”.",
}
FORMATS = {
    ".pdf": "To print (PDF)",
    ".docx": "To write in (Word)",
    ".html": "To open in a browser (HTML)",
    ".xlsx": "Workbook (Excel)",
    ".csv": "Plain table (CSV)",
    ".png": "Picture (PNG)",
    ".svg": "Drawing (SVG)",
    ".ics": "Days for a calendar (ICS)",
    ".yaml": "Text (YAML)",
    ".json": "For programs (JSON)",
}
NAMED = "{title}: {label}"
"""What a button is called where it is read out alone."""

HOW = "How to take it"
PAPER = "Size of paper"
PAPERS = {"A4": "A4", "Letter": "Letter (United States, Canada)"}
WITHOUT_NAMES = "Without names"
WITHOUT_NAMES_NOTE = "People, doctors and centres get letters, and dates are moved. A name within a note can stay: read it through first."
SUFFIX = "-without-names"
ONE_MOMENT = "One moment …"
PRIVATE = "These files hold what you typed, names included. Keep them as you keep other papers about health."
