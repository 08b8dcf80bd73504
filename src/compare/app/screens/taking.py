"""Everything that can be taken away, each by one click, and what the comparison still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Act, Block, Group, Points, Row, Text
from compare.app.panels import Enter
from compare.app.state import State
from compare.audit import balance
from compare.words import keeping, screens
from compare.words import seeing as told

DOWNLOADS = {
    "comparison.html": (screens.PAGE, "text/html"),
    "comparison.pdf": (screens.SHEET, "application/pdf"),
    "comparison.png": (screens.PICTURE, "image/png"),
    "comparison.svg": (screens.DRAWING, "image/svg+xml"),
    "comparison.csv": (screens.NUMBERS, "text/csv"),
    "case.yaml": (told.CASE_YAML, "application/yaml"),
    "case.json": (told.CASE_JSON, "application/json"),
}
"""What can be saved: the name of the file, its label, its kind."""


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    yield Text(told.PRIVATE, "note")
    yield Group(told.TO_SHOW, [Row([_button(name) for name in DOWNLOADS if not name.startswith("case")])])
    buttons = Row([_button(name) for name in DOWNLOADS if name.startswith("case")])
    yield Group(told.TO_GO_ON, [*_kept(state), buttons])
    found = state.look("balance", lambda: balance(state.case).sentences())
    yield Group(told.STILL_LACKS, [Text(told.LACKS_NOTE, "note"), Points(found)])


def _kept(state: State) -> Iterator[Block]:
    """Say in which file the case is kept, or ask for a name where there is a folder for it."""
    if state.path is not None:
        yield Text(keeping.saved(state.path.name))
    elif state.folder is not None:
        yield Enter("keep_as", screens.KEEP_AS, help=told.KEEP_AS_HELP)


def _button(name: str) -> Act:
    return Act("download", DOWNLOADS[name][0], [name], "main" if name.endswith(".html") else "plain")
