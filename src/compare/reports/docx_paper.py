"""An empty Word document in our own look: our styles and lists and nothing of anybody's template."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Inches, Length, Mm

from compare import words
from compare.reports.docx_text import field, say
from compare.words import office

if TYPE_CHECKING:
    from compare.reports.document import Layout
    from compare.reports.document import Paper as Size

_PARTS = {
    "[Content_Types].xml": "types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
}
_SIZES = {"A4": (Mm(210), Mm(297)), "Letter": (Inches(8.5), Inches(11))}
_MARGINS = {"long": Mm(18), "sheet": Mm(11)}
_SHEET_TYPE, _SHEET_GAPS, _SHEET_LINES = 0.75, 0.4, 0.75
_SMALLEST_TYPE = 17
"""In half points: what can still be read at arm's length."""
_SINGLE = 240
"""The height of a line that is as high as its letters."""


@dataclass(frozen=True)
class Paper:
    """A document that is being written, and how much room its pages have.

    Parameters
    ----------
    document : docx.document.Document
        What is written.
    width, height : Length
        Of the text on one page.
    is_sheet : bool
        Whether everything has to stand on one page.
    spare : Length
        How much higher the page of a sheet is than the lowest one, for which its content is measured.
    """

    document: Any
    width: Length
    height: Length
    is_sheet: bool
    spare: Length


def empty_paper(layout: Layout, size: Size) -> Paper:
    """Return an empty document with our styles, the size of paper, and the caution line below every page."""
    document = Document(io.BytesIO(_package()))
    section, margin = document.sections[0], _MARGINS[layout]
    section.page_width, section.page_height = _SIZES[size]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
    section.header_distance = section.footer_distance = Mm(8)
    is_sheet = layout == "sheet"
    if is_sheet:
        _make_smaller(document.styles.element)
    _footer(section, numbered=not is_sheet)
    width, height = (Length(side - 2 * margin) for side in _SIZES[size])
    spare = Length(_SIZES[size][1] - min(height for _, height in _SIZES.values())) if is_sheet else Length(0)
    return Paper(document, width, height, is_sheet, spare)


@cache
def _package() -> bytes:
    folder = files("compare").joinpath("reports", "word")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, source in _PARTS.items():
            package.writestr(name, folder.joinpath(source).read_bytes())
    return packed.getvalue()


def _make_smaller(styles: Any) -> None:
    """Give every style smaller letters and gaps, but none that is too small to read."""
    for size in (*styles.iter(qn("w:sz")), *styles.iter(qn("w:szCs"))):
        _shrink(size, "val", _SHEET_TYPE, least=_SMALLEST_TYPE)
    for spacing in styles.iter(qn("w:spacing")):
        _shrink(spacing, "before", _SHEET_GAPS)
        _shrink(spacing, "after", _SHEET_GAPS)
        _shrink(spacing, "line", _SHEET_LINES, least=_SINGLE if spacing.get(qn("w:lineRule")) == "auto" else 0)
    for margins in styles.iter(qn("w:tblCellMar")):
        for side in ("top", "bottom"):
            _shrink(margins.find(qn(f"w:{side}")), "w", _SHEET_GAPS)


def _shrink(element: Any, name: str, factor: float, least: int = 0) -> None:
    if element.get(qn(f"w:{name}")):
        element.set(qn(f"w:{name}"), str(max(least, round(int(element.get(qn(f"w:{name}"))) * factor))))


def _footer(section: Any, *, numbered: bool) -> None:
    section.footer.is_linked_to_previous = False
    say(section.footer.paragraphs[0], words.CAUTION)
    if numbered:
        page, of = office.PAGE_OF
        line = section.footer.add_paragraph(style="Page number")
        line.add_run(f"{page} ")
        field(line, "PAGE")
        line.add_run(f" {of} ")
        field(line, "NUMPAGES")
