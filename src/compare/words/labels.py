"""The fixed words that stand alone: heads, notes, the caution line."""

from __future__ import annotations

TOTAL = "In all"
COUNTS_FOR = "Counts for"
NOT_KNOWN = "not known"
THE_DOCTOR = "the doctor who gave this opinion"
WHAT_TO_ASK = "What to ask next"
NO_WEIGHTS = "No weights given: every part counts the same here."
HOW_TO_READ = (
    "0 is the worst end of each scale, 100 the top end. Two numbers in brackets show how far the result could move, "
    "because some answers are not known or not exact."
)
NEEDS_TWO = "There is one opinion so far; comparing needs two."
CAUTION = (
    "This compares what doctors said with what people said matters to them. It is information only: it is not medical "
    "advice, it does not say which treatment to choose, and it takes the place of no doctor. Take it along and talk it over."
)
LIMITS = (
    "The numbers are only as good as the answers that went in. They assume that each part counts on its own. Published "
    "figures are averages of other people; nobody can say from them what will happen to one person."
)
TIME_NOT_STATED = "time not stated"
ENTERED_BY = "Entered by"
ENTERED_ON = "On"
DECIDE_BY = "Decide by"
MADE_WITH = "Made with"
NOTHING_DRAWN = "nothing was drawn at random"
YES_NO = {True: "yes", False: "no"}
