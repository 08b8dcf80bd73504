"""Pictures in a Word document: as wide as the page, with their words; a tall one goes on over the next page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Length

from compare.charts import Chart
from compare.errors import visible
from compare.reports.docx_paper import Paper
from compare.reports.docx_text import xml

_DOTS_PER_INCH = 160
_TALLEST = 0.86
_WHOLE = 100_000
"""The side of a picture, in the unit in which a word processor crops it."""


def add_picture(paper: Paper, chart: Chart, *, keep_with_next: bool = False) -> None:
    """Add a chart; one that is taller than a page is cut where nothing is drawn, and goes on below."""
    wide, tall = (Inches(float(side)) for side in chart.figure.get_size_inches())
    shrink = min(1.0, paper.width / wide)
    if paper.is_sheet:
        shrink = min(shrink, _TALLEST * paper.height / tall)
    data = chart.png(_DOTS_PER_INCH * shrink)
    width, height = Length(int(wide * shrink)), Length(int(tall * shrink))
    stretches = list(_stretches(data, _TALLEST * paper.height / height))
    for place, (top, bottom) in enumerate(stretches):
        paragraph = paper.document.add_paragraph(style="Picture")
        paragraph.add_run().add_picture(io.BytesIO(data), width, Length(int(height * (bottom - top))))
        _crop(xml(paragraph), top, bottom)
        _tell(xml(paragraph), chart)
        paragraph.paragraph_format.keep_with_next = keep_with_next and place == len(stretches) - 1


def _stretches(data: bytes, longest: float) -> Iterator[tuple[float, float]]:
    """Give the stretches of a picture that each fit on a page, as shares of its height."""
    gaps = _gaps(data) if longest < 1.0 else []
    top = 0.0
    while 1.0 - top > longest:
        near = [gap for gap in gaps if top + longest / 2 < gap.middle <= top + longest]
        wide = 0.8 * max((gap.height for gap in near), default=0.0)
        cut = max((gap.middle for gap in near if gap.height >= wide), default=top + longest)
        yield top, cut
        top = cut
    yield top, 1.0


class _Gap(NamedTuple):
    """Rows on which nothing is drawn, as shares of the height of the picture."""

    middle: float
    height: float


def _gaps(data: bytes) -> list[_Gap]:
    import numpy as np
    from PIL import Image

    grey = np.asarray(Image.open(io.BytesIO(data)).convert("L"))
    drawn = np.flatnonzero(grey.min(axis=1) < grey.max(axis=1))
    rows = len(grey)
    return [_Gap((row + after) / 2 / rows, (after - row) / rows) for row, after in pairwise(drawn.tolist())]


def _crop(paragraph: Any, top: float, bottom: float) -> None:
    if (top, bottom) != (0.0, 1.0):
        cropped = OxmlElement("a:srcRect")
        cropped.set("t", str(round(_WHOLE * top)))
        cropped.set("b", str(round(_WHOLE * (1 - bottom))))
        paragraph.find(f".//{qn('a:blip')}").addnext(cropped)


def _tell(paragraph: Any, chart: Chart) -> None:
    """Give a picture its words for people who do not see it."""
    outer, inner = (paragraph.find(f".//{qn(tag)}") for tag in ("wp:docPr", "pic:cNvPr"))
    outer.set("descr", visible(chart.alt))
    for named in (outer, inner):
        named.set("name", chart.name)
