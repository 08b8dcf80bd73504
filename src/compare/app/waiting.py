"""What could not be saved yet, in a private file beside the case: read by its owner alone, gone once it is saved."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree, read_text, save_bytes
from compare.files.door import decoded, read_bytes
from compare.files.saving import alive

Drafts = Mapping[tuple[str | int, ...], tuple[str, str]]
"""What was typed and refused, by place: the text and why."""

_ENDING = ".waiting"
_OURS = secrets.token_hex(4)


@dataclass(frozen=True)
class Waiting:
    """A case with what was typed and refused, and the private file in which it waits.

    Parameters
    ----------
    file : Path
        The private file.
    case : Case
        The case as it stood.
    drafts : mapping
        What was typed and refused, by place.
    """

    file: Path
    case: Case
    drafts: Drafts

    @classmethod
    def beside(cls, path: Path, case: Case, drafts: Drafts) -> Waiting:
        """Return it for the file of a case, in the name of this program."""
        return cls(path.parent / f"{_start(path)}{os.getpid()}-{_OURS}{_ENDING}", case, dict(drafts))

    def write(self) -> None:
        """Write the private file; where that cannot be done nothing is said, as it is only a second net."""
        typed = [{"place": list(place), "typed": text, "why": why} for place, (text, why) in self.drafts.items()]
        text = json.dumps({"case": as_tree(self.case), "typed": typed}, ensure_ascii=False)
        with contextlib.suppress(CompareError, OSError):
            save_bytes(self.file, text.encode("utf-8"), mode=0o600)

    def remove(self) -> None:
        """Remove the private file."""
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)


def waiting_for(path: Path, case: Case) -> Waiting | None:
    """Return what waits for a file since a program that has ended; what says nothing new is removed.

    Parameters
    ----------
    path : Path
        The file of the case.
    case : Case
        What the file holds.
    """
    for file in sorted(path.parent.glob(f"{_start(path)}*{_ENDING}"), key=_age):
        if _has_an_owner(file):
            continue
        found = _read(file)
        if found is not None and (found.case != case or found.drafts):
            return found
        if found is not None:
            found.remove()
    return None


def _start(path: Path) -> str:
    return f".case-{hashlib.sha256(os.fsencode(path.name)).hexdigest()[:12]}-"


def _age(file: Path) -> float:
    try:
        return -file.stat().st_mtime
    except OSError:
        return 0.0


def _has_an_owner(file: Path) -> bool:
    *_, pid, token = file.stem.split("-")
    if not (pid.isascii() and pid.isdecimal()):
        return True
    return token == _OURS if int(pid) == os.getpid() else alive(int(pid))


def _read(file: Path) -> Waiting | None:
    try:
        tree: Any = json.loads(decoded(read_bytes(file), file.name))
        drafts = {tuple(each["place"]): (str(each["typed"]), str(each["why"])) for each in tree["typed"]}
        return Waiting(file, read_text(json.dumps(tree["case"]), ".json"), drafts)
    except (CompareError, KeyError, TypeError, ValueError, RecursionError):
        return None
