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
_SHEET_TYPE = 0.82
_SHEET_GAPS = 0.4
_SMALLEST_TYPE = 17  # half points


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
    """

    document: Any
    width: Length
    height: Length
    is_sheet: bool


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
    return Paper(document, width, height, is_sheet)


@cache
def _package() -> bytes:
    folder = files("compare").joinpath("reports", "word")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, source in _PARTS.items():
            package.writestr(name, folder.joinpath(source).read_bytes())
    return packed.getvalue()


def _make_smaller(styles: Any) -> None:
    """Give every style smaller letters and gaps, no letter below what can be read at arm's length."""
    value, gaps = qn("w:val"), (qn("w:before"), qn("w:after"))
    for size in (*styles.iter(qn("w:sz")), *styles.iter(qn("w:szCs"))):
        if size.getparent().tag == qn("w:rPr"):
            size.set(value, str(max(_SMALLEST_TYPE, round(int(size.get(value)) * _SHEET_TYPE))))
    for spacing in styles.iter(qn("w:spacing")):
        for gap in gaps:
            spacing.set(gap, str(round(int(spacing.get(gap, 0)) * _SHEET_GAPS)))


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
