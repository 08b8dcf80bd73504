"""Everything that can be taken away, each by one click."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Act, Block
from compare.app.state import State
from compare.words import screens as told

DOWNLOADS = {
    "comparison.html": (told.PAGE, "text/html"),
    "comparison.png": (told.PICTURE, "image/png"),
    "comparison.svg": (told.DRAWING, "image/svg+xml"),
    "comparison.pdf": (told.SHEET, "application/pdf"),
    "comparison.csv": (told.NUMBERS, "text/csv"),
    "case.yaml": (told.CASE_FILE, "application/yaml"),
}
"""What can be saved: the name of the file, its label, its kind."""


def blocks(_state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    for name, (label, _) in DOWNLOADS.items():
        yield Act("download", label, [name], "main" if name.endswith(".html") else "plain")
