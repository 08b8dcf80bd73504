"""What stands where people say what matters to them: first feelings, weights in their own way, how sure they feel."""

from __future__ import annotations

NOBODY_YET = "Nobody stands here yet. Add yourself, the patient, or anybody else who has a say."
FIRST_FEELING = "First feeling"
FEELING_WORDS = "In a few words, if you like"
AND_NOW = "Later feeling"
AND_NOW_NOTE = "Asked again, so that you can see whether anything changed."
WAYS = {
    "": "Not said yet",
    "points": "Points: how much each part counts",
    "swing": "Steps: what each step is worth",
    "ranking": "An order: the most important first",
    "equal": "Every part the same",
    "swing_ranges": "Ranges: from how much to how much",
    "pairwise": "Two at a time: how many times as much",
}
WAY_NOTES = {
    "": "",
    "points": (
        "Each slider asks how much this part matters to you. 0 does not count, 100 counts most. "
        "There is no right or wrong place."
    ),
    "swing": (
        "Think of each step, from the first line to the second. Which step matters most to you? Give that one 100. "
        "Then hold the others against it: 50 means half as much."
    ),
    "ranking": (
        "Put on top what you would most like to get from the first line to the second. Drag the lines, or use the arrows."
    ),
    "equal": "Every part counts the same for this person.",
    "swing_ranges": "Not sure of a number? A range says so, such as “60 to 80”.",
    "pairwise": "How many times as much does the first count as the second? 1 means the same; 0.5 means half as much.",
}
NOT_PUT_DOWN = {
    "points": "Nothing is put down yet. It is as soon as you move one slider; the others stay in the middle.",
    "swing": "Nothing is put down yet. It is as soon as you move one slider; the others stay in the middle.",
    "ranking": "Nothing is put down yet. Move something, or keep the order as it stands.",
}
NONE_AT_100 = "No step stands at 100 yet. 100 is for the step that matters most."
KEEP_ORDER = "Keep this order"
COUNTS_FOR = "counts for {share}"
UP = "Move up: {label}"
DOWN = "Move down: {label}"
AT = "Number {n} of {all}"
STEP = "From: {worst}\nTo: {best}"
BOTH_ENDS, ENDS = "The steps that are weighed here", ("", "From", "To")
PAIR = "{first} over {second}"
CONCERNS = "What else is on your mind?"
SURE_BEFORE = "How sure do you feel now, before looking at the result?"
SURE_AFTER = "How sure do you feel after looking at the result?"
SURE_NOTE = "From 0 (not at all) to 10 (fully). Leave out what you like; nothing depends on it."
SURE = {
    "knows_enough": "I know enough about the plans",
    "clear_what_matters": "I know what matters most to me",
    "supported": "I have the support that I need",
    "sure": "I feel sure about which way to go",
}
