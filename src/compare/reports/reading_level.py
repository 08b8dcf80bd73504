"""How hard a paper is to read, worked out from its own sentences (rule R26)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from compare.reports.glossary import texts_of
from compare.reports.parts import Paragraphs, Part
from compare.words import reporting

SHORTEST = 8
"""How many words a text needs to count; names, numbers and answers in a word or two are no sentences."""

_ENDS = re.compile(r"(?<=[.!?])\s+|\n")
_WORD = re.compile(r"[^\W\d_']+(?:'[^\W\d_']+)*")


def how_hard(parts: Sequence[Part]) -> Iterator[Paragraphs]:
    """Give the line that says how hard some parts are to read; nothing where they hold no sentence.

    Examples
    --------
    >>> next(how_hard([Paragraphs("Next", ["Ask the doctor what they would do, and write it down."])])).texts[0][:37]
    'The sentences on this paper are about'
    """
    found = grade(texts_of(parts))
    if found is not None:
        yield Paragraphs(reporting.HOW_HARD, [reporting.how_hard(found)])


def grade(texts: Iterable[str]) -> float | None:
    """Return the automated readability index of some texts, a school grade (Smith & Senter 1967).

    Parameters
    ----------
    texts : iterable of str
        Those of fewer than eight words do not count.

    Examples
    --------
    >>> grade(["Surgery"]) is None
    True
    """
    told = [found for text in texts if sum(map(len, found := _sentences(text))) >= SHORTEST]
    sentences = [words for found in told for words in found]
    words = [word for found in sentences for word in found]
    if not words:
        return None
    return 4.71 * sum(map(len, words)) / len(words) + 0.5 * len(words) / len(sentences) - 21.43


def _sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence."""
    return [words for piece in _ENDS.split(text) if (words := _WORD.findall(piece))]
