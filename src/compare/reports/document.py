"""A report: what it is called, what it says about itself, and its parts; saved in the format its file name asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from compare import words
from compare.errors import unknown, visible, wrong_ending
from compare.files import save_bytes
from compare.reports.parts import Part
from compare.reports.to_csv import csv_text, tables_text
from compare.reports.to_docx import docx
from compare.reports.to_html import page
from compare.reports.to_xlsx import xlsx
from compare.scoring import Scores
from compare.words import papers

Layout = Literal["long", "sheet"]
"""``long`` runs over as many pages as it needs; a ``sheet`` is one page."""

Paper = Literal["A4", "Letter"]
"""The size of the paper."""


@dataclass(frozen=True, repr=False)
class Report:
    """A paper to take along: about one comparison, or about getting ready.

    Parameters
    ----------
    title : str
        The question.
    notice : str
        A line above everything, as for practice data; may be empty.
    about : sequence of str
        Who entered it, when, with what, until when there is time.
    parts : sequence of Part
        What the page shows, in this order.
    scores : Scores, optional
        What it was made from; without them there is no picture of the comparison (``.png``, ``.svg``).
    layout : {"long", "sheet"}
        As many pages as it needs, or one.
    """

    title: str
    notice: str
    about: Sequence[str]
    parts: Sequence[Part]
    scores: Scores | None = None
    layout: Layout = "long"

    def html(self, *, paper: Paper = "A4") -> str:
        """Return one self-contained HTML page: nothing is loaded from anywhere, no script runs but its own live view."""
        return page(
            self.title, self.notice, self.about, self.parts, layout=self.layout, paper=paper, reading=self.reading
        )

    @property
    def reading(self) -> Sequence[str]:
        """Return how to read the paper and what it cannot say (R23)."""
        return (words.HOW_TO_READ, words.LIMITS) if self.scores is not None else (papers.NOTES_ONLY,)

    def csv(self) -> str:
        """Return the numbers as CSV: a row for each opinion and criterion, each total, and each note; else the tables."""
        notes = [note for note in (self.title, self.notice, words.CAUTION, *self.reading, *self.about) if note]
        return (
            tables_text(self.parts, notes)
            if self.scores is None
            else csv_text(self.scores, [*notes, *self.scores.case.sources])
        )

    @property
    def endings(self) -> tuple[str, ...]:
        """Return the endings of the files in which this paper can be saved."""
        return tuple(ending for ending in _WRITERS if self.scores is not None or ending not in _OF_SCORES)

    def as_bytes(self, ending: str, *, paper: Paper = "A4") -> bytes:
        """Return what a file with this ending (``".html"``, ``".pdf"`` ...) would hold."""
        return _WRITERS[ending](self, paper)

    def save(self, path: str | os.PathLike[str], *, paper: Paper = "A4") -> Path:
        """Save the report.

        Parameters
        ----------
        path : path-like
            A file that ends in one of `endings`.
        paper : {"A4", "Letter"}
            For what is printed: PDF, DOCX and the printed form of HTML.

        Raises
        ------
        CompareError
            Another ending or paper, or the file cannot be written.
        """
        path = Path(path)
        ending = path.suffix.lower()
        if paper not in papers.PAPERS:
            raise unknown("a size of paper", paper, papers.PAPERS)
        if ending not in self.endings:
            raise wrong_ending(path.name, path.suffix, "A report", self.endings)
        return save_bytes(path, self.as_bytes(ending, paper=paper))

    def __repr__(self) -> str:
        """Return one short line: the title."""
        return visible(self.title)

    def __str__(self) -> str:
        """Return what the report holds, as a list of its parts."""
        return "\n".join([self.title, *(f"- {part.title}" for part in self.parts)])

    def _repr_html_(self) -> str:
        """Return a short account for a notebook; the page itself is saved or downloaded."""
        from compare.tabular import as_html

        return as_html([("",), *((part.title,) for part in self.parts)], caption=self.title)


def _pdf(report: Report, paper: Paper) -> bytes:
    from compare.reports.to_pdf import pdf

    return pdf(report, paper)


def _poster(report: Report, ending: str) -> bytes:
    from compare import charts

    if report.scores is None:
        raise wrong_ending("", f".{ending}", "This paper", report.endings)
    chart = charts.poster(report.scores, report.about)
    return chart.svg().encode("utf-8") if ending == "svg" else chart.png()


_OF_SCORES = (".png", ".svg")

_WRITERS: Mapping[str, Callable[[Report, Paper], bytes]] = {
    ".html": lambda report, paper: report.html(paper=paper).encode("utf-8"),
    ".png": lambda report, _paper: _poster(report, "png"),
    ".svg": lambda report, _paper: _poster(report, "svg"),
    ".pdf": _pdf,
    ".docx": docx,
    ".xlsx": xlsx,
    ".csv": lambda report, _paper: report.csv().encode("utf-8-sig"),
}
