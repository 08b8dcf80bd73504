"""Results that print themselves.

A result says what its rows are, once, as plain mappings; text for the terminal, HTML for a notebook and a pandas
table for analysts all come from those rows. People see whole numbers; analysts get every digit.
"""

from __future__ import annotations

import html
import textwrap
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from compare.errors import visible

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]

_LABEL_WIDTH = 28
_CELL_WIDTH = 18
_LINE_WIDTH = 80
_LEFT = ' style="text-align:left"'
"""Notebooks set every cell to the right, where texts of several lines are hard to read; a style of its own wins."""


class Tabular:
    """A result with a heading, rows for people and rows for analysts."""

    def rows(self) -> Sequence[Row]:
        """Return the rows as analysts want them: one mapping a row, numbers in full."""
        raise NotImplementedError

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the table as people read it: the heads, then the rows; every cell a short text."""
        raise NotImplementedError

    def heading(self) -> str:
        """Return the line above the table."""
        return ""

    def notes(self) -> Sequence[str]:
        """Return the lines below the table."""
        return ()

    def table(self) -> pd.DataFrame:
        """Return the rows as a pandas table (pandas is loaded here, at first use)."""
        import pandas as pd

        return pd.DataFrame.from_records([dict(row) for row in self.rows()])

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return visible(self.heading()) or type(self).__name__

    def __str__(self) -> str:
        """Return the result as text for a terminal."""
        notes = (textwrap.fill(note, _LINE_WIDTH) for note in self.notes())
        blocks = [self.heading(), as_text(self.shown()), *notes]
        return "\n\n".join(visible(block) for block in blocks if block)

    def _repr_html_(self) -> str:
        """Return the result as HTML for a notebook."""
        notes = "".join(f"<p>{escaped(note)}</p>" for note in self.notes())
        return (
            f'<div class="tex2jax_ignore mathjax_ignore">{as_html(self.shown(), caption=self.heading())}{notes}</div>'
        )


class Spoken(Tabular):
    """A result that also says in sentences what its rows show, the most important one first."""

    def sentences(self) -> list[str]:
        """Return what the result says."""
        raise NotImplementedError

    def sentence(self) -> str:
        """Return the most important sentence."""
        return self.sentences()[0]

    def notes(self) -> Sequence[str]:
        """Return the sentences as the lines below the table."""
        return self.sentences()


def as_text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as an aligned table, the first column to the left, the others to the right; long names wrap.

    Examples
    --------
    >>> print(as_text([["", "goals"], ["Surgery", "40"], ["Waiting", "7"]]))
             goals
    Surgery     40
    Waiting      7
    """
    cells = [[_wrapped(text, place) for place, text in enumerate(row)] for row in rows]
    widths = [max(_columns(part) for line in cells for part in line[place]) for place in range(len(cells[0]))]
    lines = (parts for line in cells for parts in zip_longest(*line, fillvalue=""))
    return "\n".join("  ".join(_padded(parts, widths)).rstrip() for parts in lines)


def as_html(rows: Sequence[Sequence[str]], caption: str = "") -> str:
    """Return rows (the heads first) as an HTML table with a caption and scopes, every text escaped.

    Examples
    --------
    >>> as_html([["", "goals"]])
    '<table><thead><tr><td></td><th scope="col" style="text-align:left"><bdi>goals</bdi></th></tr></thead><tbody></tbody></table>'
    """
    heads = "".join(f'<th scope="col"{_LEFT}>{escaped(head)}</th>' if head else "<td></td>" for head in rows[0])
    body = "".join(
        f'<tr><th scope="row"{_LEFT}>{escaped(label)}</th>'
        + "".join(f"<td{_LEFT}>{escaped(cell)}</td>" for cell in cells)
        + "</tr>"
        for label, *cells in rows[1:]
    )
    title = f"<caption>{escaped(caption)}</caption>" if caption else ""
    return f"<table>{title}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def escaped(text: str) -> str:
    """Return text as HTML that is nothing but text, whatever its direction."""
    return f"<bdi>{html.escape(visible(text))}</bdi>".replace("\n", "<br>")


def _wrapped(text: str, place: int) -> list[str]:
    return textwrap.wrap(visible(text), _LABEL_WIDTH if place == 0 else _CELL_WIDTH) or [""]


def _padded(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        text + " " * (width - _columns(text)) if place == 0 else " " * (width - _columns(text)) + text
        for place, (text, width) in enumerate(zip(line, widths, strict=True))
    ]


def _columns(text: str) -> int:
    """Count the terminal columns that a text takes (wide letters take two, combining marks none)."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
