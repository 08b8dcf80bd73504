"""The glossary of a report: the words that stand in its parts, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compare.reports.parts import Card, Part, Picture, Table
from compare.statements import Cell
from compare.words import reporting
from compare.words.terms import terms_in

_WIDTHS = (1.2, 2.6, 1.6)


def glossary(parts: Sequence[Part]) -> Iterator[Table]:
    """Give the table of words that stand in some parts; nothing where none of them needs a word.

    Examples
    --------
    >>> from compare.reports.parts import Paragraphs
    >>> next(glossary([Paragraphs("In short", ["A scan comes first."])])).rows[0][0]
    'scan'
    """
    found = terms_in(texts_of(parts))
    if found:
        rows = [(term.term, [Cell(term.means), Cell(term.field)]) for term in found]
        heads = [reporting.WORD, reporting.MEANS, reporting.FIELD]
        yield Table(reporting.GLOSSARY, heads, rows, widths=_WIDTHS, lead=reporting.GLOSSARY_LEAD)


def texts_of(value: Any) -> Iterator[str]:
    """Give every text that is read in a part, or in parts: words, heads, cells; of a picture what is said of it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Picture):
        yield from texts_of([value.title, value.lead, *value.points, value.chart.alt])
    elif isinstance(value, Part | Card | Cell):
        yield from texts_of(list(vars(value).values()))
    elif isinstance(value, Mapping):
        yield from texts_of([*value.keys(), *value.values()])
    elif isinstance(value, Sequence):
        for item in value:
            yield from texts_of(item)
