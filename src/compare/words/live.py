"""What the live view says. Words in braces are filled in where it is shown; they are names, labels and whole numbers."""

from __future__ import annotations

from compare.words.labels import COUNTS_FOR, HOW_TO_READ, NOT_KNOWN, TOTAL
from compare.words.moved_ends import gave_for_others

ALL_ZERO = "Nothing counts yet: every slider stands at 0. Move at least one of them to compare."

LIVE = {
    "what_matters": "What matters to you",
    "whose": "Whose view",
    "in_which_way": "How to say it",
    "way_points": "Give points",
    "way_swing": "Weigh the steps",
    "way_ranking": "Put in order",
    "how_points": (
        "Each slider asks: how much does it matter to you to get from the first line below it to the second? "
        "The further to the right, the more it counts. There is no right or wrong place."
    ),
    "how_swing": (
        "Think of each step, from the first line to the second. Which step matters most to you? Give that one 100. "
        "Then hold the others against it: 50 means half as much."
    ),
    "how_ranking": (
        "Put on top what you would most like to get from the first line to the second. "
        "Drag the lines, or use the arrows. The order alone says how much each one counts."
    ),
    "none_at_100": "No step stands at 100 yet. 100 is for the step that matters most to you.",
    "raise": "Move them up together",
    "most_on_top": "Matters most",
    "up": "Move up: {label}",
    "down": "Move down: {label}",
    "now_at": "{label} is now number {n} of {all}. It counts for {share} of 100.",
    "from": "From",
    "to": "To",
    "counts_for": "counts for {n} of 100",
    "slider_text": "{points} points, counts for {n} of 100",
    "slider_zero": "{points} points",
    "back": "Put it back as it was",
    "how_it_compares": "How it compares",
    "by_sliders": "with these sliders",
    "by_order": "by this order",
    "highest": "Highest {by}: {name}, {total} of 100.",
    "equal": "Equal {by}: {names}, {total} of 100.",
    "close": "Too close to call {by}: {names}.",
    "rule": (
        "Less than {n} points apart is too close to call. Answers that are still open can make it too close as well. "
        "Sliders alone cannot tell that."
    ),
    "one": "There is one opinion so far. Comparing needs two.",
    "unknown": "Nothing is known yet, so there is nothing to compare.",
    "zero": ALL_ZERO,
    "even": "Nobody has said yet what matters most. Move a slider: which plan comes first depends on that.",
    "name_total": "{name} ({total})",
    "and": " and ",
    "comma": ", ",
    "badge_highest": "highest",
    "badge_equal": "equal",
    "badge_close": "too close to call",
    "range": "{mean} ({low} to {high})",
    "not_known": NOT_KNOWN,
    "in_all": TOTAL,
    "key": (
        "Each number in a bar names a part. The thin line shows how far the result could still move. "
        "A striped piece stands for something nobody knows yet; it is drawn half long."
    ),
    "in_words": "In words",
    "words_at_start": "These sentences belong to the first position. Put it back as it was to read them.",
    "only_here": "Only this part moves. All other words and pictures on this page belong to the first position.",
    "in_numbers": "The same in numbers",
    "by_part": "These numbers, part by part",
    "part": "Part",
    "counts": COUNTS_FOR,
    "adds": "adds {n}",
    "how_to_read": HOW_TO_READ,
    "rounding": "Numbers are rounded, so they may not add up to the last one.",
    "nothing": "–",
}
"""The sentences of ``live.js``, by name."""

AS_HERE = "As on this page"
NOBODY = "Nobody has said yet what matters most, so everything starts in the middle."
OF_THE_PAGE = "It starts with the weights of this page."


def starts_as(person: str) -> str:
    """Say whose weights stand there at first."""
    return f"It starts as {person} said."


def starts_even(person: str) -> str:
    """Say that a person has not said anything, so that nothing counts more than another."""
    return f"{person} has not said yet what matters most, so everything starts in the middle."


def starts_again(person: str) -> str:
    """Say that what a person said does not count any more."""
    return f"{gave_for_others(person)} So everything starts in the middle."


def starts_translated(person: str) -> str:
    """Say that a person said it in a way that is not shown here."""
    return f"{person} said it in another way. It starts with what follows from that."
