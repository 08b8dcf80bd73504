"""The door for workbooks: what is in the zip is looked at before any program opens it, and only its cells go through.

The list of parts is read first, then each part is searched for what may not be there. Pictures, links, comments and macros are
never opened.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from compare import limits
from compare.errors import CompareError, quoted

_ZIP = b"PK\x03\x04"
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN = {b"%PDF": "a PDF", b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"\x1f\x8b": "a packed file"}
_IS_ENCRYPTED = 0x1
_SCHEMES = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_HOLDS_CELLS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:_rels/)?workbook\.xml(?:\.rels)?|xl/styles\.xml|xl/sharedStrings\.xml"
    r"|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
_MACROS = re.compile(r"vbaProject|\.bin$|macrosheets|activeX", re.IGNORECASE)
_END_OF_CELLS = re.compile(rb"</(\w+:)?sheetData\s*>|<(\w+:)?sheetData\s*/>")
_JOINED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=[\"']([A-Za-z]{1,3}\d{1,7})\b")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def cells_only(data: bytes) -> bytes:
    """Return a workbook with the parts that hold its cells and nothing else, or say why it cannot be opened.

    Raises
    ------
    CompareError
        It is no workbook, locked, damaged, too large once unpacked, or holds macros or a document type.
    """
    _check_magic(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _check_parts(parts.infolist(), len(data))
            return _repacked(parts)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise damaged(str(error)) from None


def damaged(reason: str) -> CompareError:
    """Return the error for a workbook that cannot be read."""
    return CompareError(
        "The workbook is damaged or cut off.",
        found=quoted(reason) or "parts that do not fit together",
        allowed="a whole .xlsx file",
        fix="open it in a spreadsheet program and save it again as .xlsx, or take an earlier version",
    )


def _check_magic(data: bytes) -> None:
    if data.startswith(_ZIP):
        return
    if data.startswith(_LOCKED):
        raise CompareError(
            "The workbook is locked with a password, or of the old kind .xls.",
            found="a locked or old workbook",
            allowed="an .xlsx file without a password",
            fix="open it in a spreadsheet program and save it without a password as .xlsx",
        )
    found = next((what for mark, what in _KNOWN.items() if data.startswith(mark)), "no workbook")
    raise CompareError(
        "The file's name says workbook, its content is something else.",
        found=found if data else "nothing",
        allowed="an .xlsx workbook",
        fix="save it as .xlsx in a spreadsheet program, or give the file the ending that fits",
    )


def _check_parts(parts: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts), default=0)
    if (
        len(parts) > limits.WORKBOOK_PARTS
        or largest > limits.WORKBOOK_PART_BYTES
        or total > min(limits.WORKBOOK_BYTES, limits.WORKBOOK_RATIO * packed)
    ):
        raise CompareError(
            "The workbook is too large once it is unpacked.",
            found=f"{len(parts):,} parts, {total:,} bytes unpacked from {packed:,}",
            allowed=limits.TABLE["a workbook"],
            fix="keep one family's case in one file; copy it into a new template",
        )
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise damaged("two parts of the same name")
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise CompareError(
            "The workbook is locked with a password.",
            found="locked parts",
            allowed="an .xlsx file without a password",
            fix="open it and save it without a password",
        )
    if any(part.compress_type not in _SCHEMES for part in parts):
        raise damaged("a way of packing that workbooks do not use")
    if macro := next((name for name in names if _MACROS.search(name)), None):
        raise CompareError(
            "The workbook holds macros or other programs; it was not opened.",
            found=quoted(macro),
            allowed="a workbook without macros",
            fix="save it as .xlsx without macros",
        )


def _repacked(parts: zipfile.ZipFile) -> bytes:
    packed, tags = io.BytesIO(), 0
    with zipfile.ZipFile(packed, "w") as kept:
        for part in parts.infolist():
            if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
                continue
            content = parts.read(part)
            _check_xml(part.filename, content)
            if _HOLDS_CELLS.fullmatch(part.filename):
                tags += content.count(b"<")
                kept.writestr(part.filename, _cells_of(content))
    if tags > limits.WORKBOOK_TAGS:
        raise CompareError(
            "The workbook holds too many cells.",
            found=f"{tags:,} marks",
            allowed=limits.TABLE["a workbook"],
            fix="keep one family's case in one file; delete what is far below or far to the right",
        )
    return packed.getvalue()


def _cells_of(content: bytes) -> bytes:
    """Return a sheet without what stands behind its cells, such as links and tables; of joined cells the first is told."""
    end = _END_OF_CELLS.search(content)
    if end is None:
        return content
    prefix = end[1] or end[2] or b""
    joined = _JOINED.search(content, end.end())
    told = (
        b'<%smergeCells><%smergeCell ref="%s"/></%smergeCells>' % (prefix, prefix, joined[1], prefix) if joined else b""
    )
    return content[: end.end()] + told + b"</%sworksheet>" % prefix


def _check_xml(name: str, content: bytes) -> None:
    if b"\0" in content:
        raise damaged(f"{name} is not in UTF-8")
    if found := _DECLARES.search(content):
        raise CompareError(
            "The workbook holds a declaration that no spreadsheet program writes; it was not opened.",
            found=f"{found[0].decode()} in {name}",
            allowed="plain cells",
            fix="open it in a spreadsheet program and save it again as .xlsx",
        )
