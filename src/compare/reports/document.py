"""A report: what it is called, what it says about itself, and its parts; saved in the format its file name asks for."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare import words
from compare.errors import wrong_ending
from compare.files import save_bytes
from compare.reports.parts import Part
from compare.reports.to_csv import csv_text
from compare.reports.to_html import page
from compare.scoring import Scores


@dataclass(frozen=True)
class Report:
    """A page about one comparison.

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
    scores : Scores
        What it was made from.
    """

    title: str
    notice: str
    about: Sequence[str]
    parts: Sequence[Part]
    scores: Scores

    def html(self) -> str:
        """Return one self-contained HTML page: nothing is loaded from anywhere, no script runs but its own live view."""
        return page(self.title, self.notice, self.about, self.parts)

    def csv(self) -> str:
        """Return the numbers as CSV: a row for each opinion and criterion, each total, and each note."""
        notes = (self.title, self.notice, words.CAUTION, *self.about)
        return csv_text(self.scores, [note for note in notes if note])

    def as_bytes(self, ending: str) -> bytes:
        """Return what a file with this ending (``".html"``, ``".png"`` ...) would hold."""
        return _WRITERS[ending](self)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Save the report.

        Parameters
        ----------
        path : path-like
            A file that ends in ``.html``, ``.png``, ``.svg``, ``.pdf`` (one sheet) or ``.csv``.

        Raises
        ------
        CompareError
            Another ending, or the file cannot be written.
        """
        path = Path(path)
        writer = _WRITERS.get(path.suffix.lower())
        if writer is None:
            raise wrong_ending(path.name, path.suffix, "A report", _WRITERS)
        return save_bytes(path, writer(self))

    def __str__(self) -> str:
        """Return what the report holds, as a list of its parts."""
        return "\n".join([self.title, *(f"- {part.title}" for part in self.parts)])

    def _repr_html_(self) -> str:
        """Return a short account for a notebook; the page itself is saved or downloaded."""
        from compare.tabular import as_html

        return as_html([("",), *((part.title,) for part in self.parts)], caption=self.title)


def _poster(report: Report, ending: str) -> bytes:
    from compare import charts

    chart = charts.poster(report.scores, report.about)
    if ending == "svg":
        return chart.svg().encode("utf-8")
    return chart.png() if ending == "png" else chart.pdf()


_WRITERS: dict[str, Callable[[Report], bytes]] = {
    ".html": lambda report: report.html().encode("utf-8"),
    ".png": lambda report: _poster(report, "png"),
    ".svg": lambda report: _poster(report, "svg"),
    ".pdf": lambda report: _poster(report, "pdf"),
    ".csv": lambda report: report.csv().encode("utf-8-sig"),
}
