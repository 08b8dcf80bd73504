"""The fixed words of what a word processor or a spreadsheet opens: sheets, columns, page numbers."""

from __future__ import annotations

PAGE_OF = ("Page", "of")

IN_SHORT = "In short"
TOTALS = "Totals"
BY_PART = "By part"
IN_WORDS = "In words"
SHEET = "Sheet"

TOTALS_LEAD = (
    "How many points of 100 each part adds, and what they add up to. The last columns say how far that could move."
)
BY_PART_LEAD = (
    "What each part is worth, from 0 to 100, and how many points it adds to the total: lowest, on average, highest."
)
OPINION = "Opinion"
PART = "Part"
COUNTS_FOR = "Counts for, of 100"
LOWEST = "Lowest"
HIGHEST = "Highest"
DOWN = "Could fall by"
UP = "Could rise by"
WORTH = "Worth {}"
ADDS = "Adds {}"
ENDS = {"low": "at least", "mean": "on average", "high": "at most"}
POINTS_OF_100 = "Points of 100"
CHART_TOLD = (
    "A bar for each opinion, made of the points that each part adds. The same numbers stand in the table above it."
)
SMALL_NUMBER = "Worth"
NUMBER = "No."
QUESTION = "Question"
THE_ANSWER = "What they said"
WHO_AND_WHEN = "Who and when"
