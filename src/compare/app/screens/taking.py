"""Everything that can be taken away, each by one click, and what the comparison still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from compare.app.blocks import Act, Block, Group, Points, Row, Text
from compare.app.panels import Enter
from compare.app.state import State
from compare.app.taking_away import NAMES, PAPER, UNNAMED, YES, is_unnamed, paper_of
from compare.audit import balance
from compare.words import keeping, pseudonyms, screens, seeing
from compare.words import taking as told

_FIRST = "visit.pdf"
"""The file that stands out."""


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    yield Text(pseudonyms.NOTE if is_unnamed(state) else told.PRIVATE, "note")
    yield Group(told.HOW, [_paper(state), _unnamed(state)])
    for what, names in NAMES.items():
        before = _kept(state) if what == told.CASE else ()
        buttons = Row([_button(what, name) for name in names])
        yield Group(told.TITLES[what], [Text(told.NOTES[what], "note"), *before, buttons])
    found = state.look("balance", lambda: balance(state.case).sentences())
    yield Group(seeing.STILL_LACKS, [Text(seeing.LACKS_NOTE, "note"), Points(found)])


def _paper(state: State) -> Enter:
    return Enter("choose", told.PAPER, [PAPER], "choice", paper_of(state), list(told.PAPERS.items()))


def _unnamed(state: State) -> Enter:
    now = YES if is_unnamed(state) else "no"
    return Enter("choose", told.WITHOUT_NAMES, [UNNAMED], "tick", now, help=told.WITHOUT_NAMES_NOTE)


def _kept(state: State) -> Iterator[Block]:
    """Say in which file the case is kept, or ask for a name where there is a folder for it."""
    if state.path is not None:
        yield Text(keeping.saved(state.path.name))
    elif state.folder is not None:
        yield Enter("keep_as", screens.KEEP_AS, help=seeing.KEEP_AS_HELP)


def _button(what: str, name: str) -> Act:
    label = told.FORMATS[PurePath(name).suffix]
    called = told.NAMED.format(title=told.TITLES[what], label=label)
    tone = "main" if name == _FIRST else "plain"
    return Act("download", label, [name], tone, name=called, wait=told.ONE_MOMENT)
