"""Every fixed sentence of the screens, in one place, so that it can be checked and translated.

Words in braces are filled in on the screen; they are names, labels and whole numbers.
"""

from __future__ import annotations

from compare import words

ALL_ZERO = "Nothing counts yet: every slider stands at 0. Move at least one of them to compare."

LIVE = {
    "what_matters": "What matters to you",
    "how_to_move": (
        "Each slider asks: how much does it matter to you to get from the first line below it to the second? "
        "The further to the right, the more it counts. There is no right or wrong place."
    ),
    "from": "From",
    "to": "To",
    "counts_for": "counts for {n} of 100",
    "slider_text": "{points} points, counts for {n} of 100",
    "slider_zero": "{points} points",
    "back": "Put the sliders back",
    "how_it_compares": "How it compares",
    "highest": "Highest with these sliders: {name}, {total} of 100.",
    "equal": "With these sliders {names} come out equal: {total} of 100.",
    "close": "Too close to call with these sliders: {names}.",
    "one": "There is one opinion so far. Comparing needs two.",
    "unknown": "Nothing is known yet, so there is nothing to compare.",
    "zero": ALL_ZERO,
    "name_total": "{name} ({total})",
    "and": " and ",
    "comma": ", ",
    "badge_highest": "highest",
    "badge_equal": "equal",
    "badge_close": "too close to call",
    "range": "{mean} ({low} to {high})",
    "not_known": words.NOT_KNOWN,
    "in_all": words.TOTAL,
    "key": (
        "The numbers in the bars are those of the sliders. The thin line shows how far the result could still move. "
        "A striped piece stands for something nobody knows yet; it is drawn half long."
    ),
    "in_words": "In words",
    "words_at_start": "These sentences belong to the first position of the sliders. Put the sliders back to read them.",
    "in_numbers": "The same in numbers",
    "part": "Part",
    "counts": words.COUNTS_FOR,
    "adds": "adds {n}",
    "how_to_read": words.HOW_TO_READ,
    "rounding": "Numbers are rounded, so they may not add up to the last one.",
    "nothing": "–",
}
"""The sentences of ``live.js``, by name."""

TITLE = "A first look"
CHOOSE = "Choose practice data, or open a file of your own. Nothing leaves this computer."
SAMPLE = "Practice data"
OWN_FILE = "(your own file)"
UPLOAD = "Open your own file"
KEPT = "The file was not opened. What you see below is still the one before."
OPENED = "Opened: {name}"
PAGE = "Save the page (HTML)"
PICTURE = "Save the chart (PNG)"
DRAWING = "Save the chart (SVG)"
SAVED = "Saved: {name}"
SAVING = "One moment …"
ZERO_EXPORT = "Every slider stands at 0, so there is nothing to save yet. Move one first."
FAULT = "This did not work. It is a fault of this program, not yours. Nothing of yours was changed."
PLACEHOLDER = "The sliders appear here when this page is run."


def plain() -> list[str]:
    """Return every fixed text of the screens."""
    single = [text for name, text in globals().items() if name.isupper() and isinstance(text, str)]
    return [*single, *LIVE.values()]
