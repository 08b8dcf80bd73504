"""Parts as a tagged PDF: typst sets the page, what people wrote goes in as data and is never part of a template.

The letters are those that come with matplotlib, so that a page looks the same everywhere.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from compare import words
from compare.errors import missing_extra, visible
from compare.reports import captions
from compare.reports.parts import Card, Chapter, Paragraphs, Part, Picture, Table
from compare.statements import Cell

if TYPE_CHECKING:
    from compare.reports.document import Paper, Report

_PAPERS: Mapping[str, str] = {"A4": "a4", "Letter": "us-letter"}
_LABEL_WIDTH = 1.1
_MOST_COLUMNS = 6
_MOST_NAMED = 40


def pdf(report: Report, paper: Paper = "A4") -> bytes:
    """Return a report as a tagged PDF (PDF/UA-1) with a title, bookmarks and words for its pictures.

    Parameters
    ----------
    report : Report
        Any paper: a ``sheet`` is set tightly, a ``long`` one over as many pages as it needs.
    paper : {"A4", "Letter"}
        The size of the paper.

    Returns
    -------
    bytes
        The same bytes each time, without a date or an author.

    Examples
    --------
    >>> from compare.reports import Report
    >>> pdf(Report("Which plan?", "", [], [Paragraphs("In short", ["Talk it over."])]))[:5]
    b'%PDF-'
    """
    parts = [part for whole in report.parts for part in _columns_split(whole)]
    data = {
        "paper": _PAPERS[paper],
        "title": _shown(report.title),
        "notice": _shown(report.notice),
        "about": _shown("  ·  ".join(report.about)),
        "parts": [_told(part, level) for part, level in zip(parts, _levels(parts), strict=True)],
        "ending": [_told(part, 1) for part in _ending(report)],
        "caution": words.CAUTION,
    }
    return _set(report.layout, data)


def not_drawn(texts: Iterable[str]) -> str:
    """Return the letters in some texts for which there is no shape; a box stands for them.

    Examples
    --------
    >>> not_drawn(["Ελένη, Žofie, Наталья, \u6f22\u5b57"])
    '\u6f22\u5b57'
    """
    shapes = _shapes()
    letters = dict.fromkeys(char for text in texts for char in text)
    return "".join(char for char in letters if ord(char) not in shapes and not _is_unseen(char))


def _ending(report: Report) -> Iterator[Part]:
    """Give what stands at the end of every paper: how to read it, its limits, the letters that could not be drawn."""
    yield Paragraphs(captions.HOW_TO_READ, report.reading)
    missing = not_drawn(
        _texts(_plain([report.title, report.notice, report.about, [vars(part) for part in report.parts]]))
    )
    if missing:
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in missing[:_MOST_NAMED])
        yield Paragraphs(captions.LETTERS, [captions.could_not_be_drawn(named, len(missing) - _MOST_NAMED)])


def _columns_split(part: Part) -> Iterator[Part]:
    """Give a table that has more columns than fit as several, each with the labels; any other part as it is."""
    columns = len(part.heads) - 1 if isinstance(part, Table) else 0
    if not isinstance(part, Table) or columns <= _MOST_COLUMNS:
        yield part
        return
    step = -(-columns // -(-columns // _MOST_COLUMNS))
    for start in range(1, len(part.heads), step):
        end = start + step
        rows = [(label, cells[start - 1 : end - 1]) for label, cells in part.rows]
        last = end >= len(part.heads)
        yield replace(
            part,
            heads=[part.heads[0], *part.heads[start:end]],
            rows=rows,
            lead=part.lead if start == 1 else "",
            points=part.points if last else (),
        )


def _levels(parts: Sequence[Part]) -> list[int]:
    """Return the level of each heading: a part below a chapter stands one level deeper."""
    below = False
    levels = []
    for part in parts:
        levels.append(2 if below and not isinstance(part, Chapter) else 1)
        below = below or isinstance(part, Chapter)
    return levels


def _told(part: Part, level: int) -> dict[str, Any]:
    """Return a part as plain data."""
    told = {"kind": part.kind, "level": level, **_plain(vars(part))}
    if isinstance(part, Table):
        told["widths"] = part.widths or [_LABEL_WIDTH, *[1.0] * (len(part.heads) - 1)]
    if isinstance(part, Picture):
        width, height = part.chart.figure.get_size_inches()
        told |= {"kind": Picture.kind, "svg": part.chart.svg(), "alt": _shown(part.chart.alt), "tall": height / width}
    return told


def _plain(value: Any) -> Any:
    """Return texts, and what holds texts, as plain data that shows every hidden sign; leave out anything else."""
    if isinstance(value, str):
        return _shown(value)
    if isinstance(value, Mapping):
        return {_shown(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    if isinstance(value, (Cell, Card)):
        return _plain(vars(value))
    return value if isinstance(value, (bool, int, float)) else None


def _shown(text: str) -> str:
    """Return text with every hidden sign spelt out, without the mark at the start of files, which no PDF/UA may hold."""
    return visible(text.replace("\ufeff", ""))


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, dict):
        yield from (text for item in plain.items() for text in _texts(item))
    elif isinstance(plain, (list, tuple)):
        yield from (text for item in plain for text in _texts(item))


def _set(layout: str, data: Mapping[str, Any]) -> bytes:
    """Let typst set the page; its template is ours, word for word the same for every case, and reads no file but fonts."""
    try:
        from typst import Compiler
    except ImportError:
        raise missing_extra("typst", "report") from None
    template = "\n".join(_resource(f"{name}.typ") for name in ("look", layout))
    inputs = {"data": json.dumps(data, ensure_ascii=False, allow_nan=False)}
    made = Compiler(template.encode("utf-8"), root=_font_folder(), font_paths=_fonts(), sys_inputs=inputs)
    return cast("bytes", made.compile(format="pdf", pdf_standards="ua-1"))


@cache
def _fonts() -> Any:
    from typst import Fonts

    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(_font_folder())])


@cache
def _shapes() -> frozenset[int]:
    """Return the letters that both the plain and the bold font have."""
    from matplotlib.font_manager import get_font

    plain, bold = (get_font(_font_folder() / f"DejaVuSans{kind}.ttf").get_charmap() for kind in ("", "-Bold"))
    return frozenset(plain) & frozenset(bold)


def _font_folder() -> Path:
    import matplotlib as mpl

    return Path(mpl.get_data_path()) / "fonts" / "ttf"


def _is_unseen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) == "Cf"


@cache
def _resource(name: str) -> str:
    return files("compare").joinpath("reports", "typst", name).read_text(encoding="utf-8")
