"""Text in a Word document: nothing hidden in it, its direction as in its letters, lists that are real lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from compare.errors import visible

_FROM_THE_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_STRETCH = re.compile(rf"({_FROM_THE_RIGHT}+(?:[\W\d]+{_FROM_THE_RIGHT}+)*)")


def say(paragraph: Any, text: str, character_style: str | None = None) -> Any:
    """Add text to a paragraph, which then runs from the right where the text does."""
    text = visible(text)
    if not paragraph.runs and runs_from_the_right(text):
        mark(xml(paragraph).get_or_add_pPr(), "w:bidi")
    for piece, from_the_right in _pieces(text):
        run = paragraph.add_run(piece, character_style)
        if from_the_right:
            mark(xml(run).get_or_add_rPr(), "w:rtl")
    return paragraph


def runs_from_the_right(text: str) -> bool:
    """Tell whether a text is in a script that is written from right to left; an English sentence with a name in it is not.

    Examples
    --------
    >>> runs_from_the_right("5 × שלום"), runs_from_the_right("שלום comes first")
    (True, False)
    """
    directions = [unicodedata.bidirectional(char) for char in text]
    letters = [direction != "L" for direction in directions if direction in {"L", "R", "AL"}]
    return letters[:1] == [True] and 2 * sum(letters) >= len(letters)


def xml(thing: Any) -> Any:
    """Return the XML element behind a paragraph, run, row, cell or table, for what the library has no words for."""
    return thing._element  # noqa: SLF001 - the library's own documentation points here


def mark(properties: Any, tag: str, **attributes: str) -> Any:
    """Add a property to what a paragraph, run, row, cell or table is, at the end of its list."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    properties.append(element)
    return element


def field(paragraph: Any, code: str) -> None:
    """Add what the word processor counts itself: ``PAGE``, ``NUMPAGES``."""
    simple = mark(xml(paragraph), "w:fldSimple", instr=code)
    run = mark(simple, "w:r")
    mark(run, "w:t").text = "1"


def numbered_anew(document: Any) -> int:
    """Return the number of a list that begins at 1 again."""
    number = document.part.numbering_part.element.add_num(2)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    for place, piece in enumerate(_STRETCH.split(text)):
        if piece:
            yield piece, place % 2 == 1
