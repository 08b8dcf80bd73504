"""The door: an ordinary file of a sensible size, as text; nothing is guessed.

UTF-8 with or without a mark, and UTF-16 with its mark, are welcome; every line end becomes a newline.
"""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from compare import limits
from compare.errors import CompareError

_FOREIGN = {
    b"PK\x03\x04": "a workbook or zip archive",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\x1f\x8b": "a packed file",
}


def read_bytes(path: Path) -> bytes:
    """Return what is in an ordinary file.

    Raises
    ------
    CompareError
        There is no such file, it is not an ordinary one, it is too large, or it may not be read.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            what = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe or a device"
            raise CompareError(
                "This is not a file.",
                file=path.name,
                found=what,
                allowed="an ordinary file",
                fix="name the file itself",
            )
        if found.st_size > limits.FILE_BYTES:
            raise CompareError(
                "The file is too large.",
                file=path.name,
                found=f"{found.st_size:,} bytes",
                allowed=f"at most {limits.FILE_BYTES:,} bytes",
                fix="keep one family's case in one file",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise CompareError(
            "There is no such file.",
            file=path.name,
            found="nothing under this name",
            fix="check the name and the folder",
            allowed="a file that is there",
        ) from None
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "a name that no file can have"
        raise CompareError(
            "The file cannot be read.",
            file=path.name,
            found=reason,
            allowed="a file that you may open",
            fix="check its name and whether you may open it",
        ) from None


def decoded(data: bytes, file: str) -> str:
    """Return bytes as text, every line end a newline.

    Raises
    ------
    CompareError
        The bytes are not UTF-8, nor UTF-16 with a mark.
    """
    for mark, what in _FOREIGN.items():
        if data.startswith(mark):
            raise CompareError(
                "The file's name says text, its content is something else.",
                file=file,
                found=what,
                allowed="YAML, JSON or CSV text",
                fix="give the file the ending of what it is, or save it again as text",
            )
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise CompareError(
            "The file is not in UTF-8.",
            file=file,
            line=data.count(b"\n", 0, error.start) + 1,
            found=f"the byte {data[error.start]:02X} where a letter was expected",
            allowed="UTF-8, or UTF-16 with its mark",
            fix="open the file in an editor and save it again with the encoding UTF-8",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
