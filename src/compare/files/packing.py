"""Office files made steady: the same content gives the same bytes, and nothing in them says who, when or with what.

A DOCX or XLSX file is a zip of XML parts. The libraries that write them put the clock, their own name and what their
template carried beside what was written; here that is replaced, and every time, order and attribute in the zip is fixed.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from compare.errors import visible

_FIRST = "[Content_Types].xml"
_TIME = (1980, 1, 1, 0, 0, 0)
_DAY = "1980-01-01T00:00:00Z"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_APP = f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:created><dc:language>en</dc:language>'
    f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:modified>'
    "<dc:title>%s</dc:title><dc:creator/></cp:coreProperties>"
)


def steady(data: bytes, title: str = "") -> bytes:
    """Return an office file with fixed times, a fixed order, and properties that say nothing but its title.

    Parameters
    ----------
    data : bytes
        A DOCX or XLSX file that this program has just made.
    title : str
        What the file is called inside; programs that read it aloud begin with it.

    Returns
    -------
    bytes
        The same parts in the same words; two calls with the same content give the same bytes.

    Examples
    --------
    >>> packed = io.BytesIO()
    >>> with zipfile.ZipFile(packed, "w") as parts:
    ...     parts.writestr("docProps/core.xml", "written by somebody")
    >>> kept = zipfile.ZipFile(io.BytesIO(steady(packed.getvalue())))
    >>> b"somebody" in kept.read("docProps/core.xml")
    False
    """
    own = {"docProps/core.xml": _CORE % escape(visible(title)), "docProps/app.xml": _APP}
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != _FIRST, name)):
            content = own[name].encode("utf-8") if name in own else before.read(name)
            after.writestr(_entry(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """Return the entry of a part: the same time and system for each."""
    entry = zipfile.ZipInfo(name, date_time=_TIME)
    entry.create_system = 0
    return entry
