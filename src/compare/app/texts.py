"""Every fixed sentence of the screens, in one place, so that it can be checked and translated.

Words in braces are filled in on the screen; they are names, labels and whole numbers.
"""

from __future__ import annotations

from compare.words.live import ALL_ZERO, LIVE

__all__ = ["ALL_ZERO", "LIVE", "plain"]

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
