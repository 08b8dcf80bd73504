"""Keeping a case in its file: a moment after each change, as a whole or not at all, and never over what others wrote.

What cannot be saved yet (answers that were refused, a full disk) waits in a private file beside the case and is offered on
the next start.
"""

from __future__ import annotations

import atexit
import threading
import time
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from compare.app.naming import free_name
from compare.app.state import State
from compare.app.waiting import Waiting, waiting_for
from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree, read_data, save_bytes, written_as_bytes
from compare.files.door import decoded
from compare.files.editing import edited
from compare.files.reading import ending_of
from compare.files.saving import NO_FILE, Sitting, fingerprint, fingerprint_of
from compare.files.writing import WITH_COMMENTS
from compare.words import keeping as told

WAIT = 2.0
"""How many seconds after a change it is saved; later changes in between are saved with it."""

_TRY_AGAIN = 5.0


class Status(NamedTuple):
    """How it stands with the file (``none``, ``waiting``, ``saved`` or ``failed``), in words, and what else to know."""

    kind: Literal["none", "waiting", "saved", "failed"]
    text: str
    note: str = ""


class Keeper:
    """Saves the case of a state whenever it has changed.

    Parameters
    ----------
    state : State
        Whose case is kept, in the file that its ``path`` names.
    tell : callable
        Told how it stands, also from another thread.
    wait : float
        Seconds from a change to its save.
    """

    def __init__(self, state: State, tell: Callable[[Status], None], *, wait: float = WAIT) -> None:
        self._state, self._tell, self._wait = state, tell, wait
        self._sitting = Sitting(time.time())
        self._saving = threading.Lock()
        self._timing = threading.Lock()
        self._timer: threading.Timer | None = None
        self._saved: dict[Path, Case] = {} if state.path is None else {state.path: state.case}
        self._waiting: dict[Path, Waiting] = {}
        self._failed = self._note = ""
        self._know()
        state.observe(self._changed, ["case", "drafts", "path"])
        atexit.register(_last_save, weakref.ref(self))

    @property
    def status(self) -> Status:
        """Return how it stands."""
        path = self._state.path
        if path is None:
            return Status("none", told.NOT_YET)
        if self._failed:
            return Status("failed", told.NOT_SAVED, self._failed)
        if self._unsaved(path):
            return Status("waiting", told.SAVING, self._note)
        if path not in self._state.contents:
            return Status("none", told.at_first_change(path.name))
        return Status("saved", told.saved(path.name), self._note)

    def offered(self) -> Waiting | None:
        """Return what an earlier start could not save any more, if there is such a thing for this file."""
        path = self._state.path
        return waiting_for(path, self._state.case) if path is not None else None

    def close(self) -> None:
        """Save what has changed, and tell nobody any more."""
        self._tell = _nobody
        self.flush()

    def flush(self) -> None:
        """Save now what has changed."""
        with self._saving:
            self._set_timer(None)
            path = self._state.path
            if path is not None and self._unsaved(path):
                self._save(path)
        self._tell(self.status)

    def _changed(self, _change: object) -> None:
        self._know()
        path = self._state.path
        if path is not None and self._unsaved(path) and self._timer is None:
            self._set_timer(self._wait)
        self._tell(self.status)

    def _know(self) -> None:
        """Take over that a case which was opened a moment ago is in its file."""
        path = self._state.path
        if path is not None and path in self._state.contents and path not in self._saved:
            self._saved[path] = self._state.case

    def _unsaved(self, path: Path) -> bool:
        aside = self._waiting[path].drafts if path in self._waiting else {}
        return self._state.case != self._saved.get(path) or self._state.drafts != aside

    def _set_timer(self, seconds: float | None) -> None:
        with self._timing:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None
            if seconds is not None:
                self._timer = threading.Timer(seconds, self.flush)
                self._timer.daemon = True
                self._timer.start()

    def _save(self, path: Path) -> None:
        case, drafts = self._state.case, dict(self._state.drafts)
        try:
            if case != self._saved.get(path):
                path = self._written(case, path)
            self._failed = ""
        except CompareError as error:
            self._failed = told.failed(str(error))
            self._set_timer(_TRY_AGAIN)
        if self._failed or drafts:
            self._waiting[path] = Waiting.beside(path, case, drafts)
            self._waiting[path].write()
        elif path in self._waiting:
            self._waiting.pop(path).remove()

    def _written(self, case: Case, path: Path) -> Path:
        """Save; where somebody else has saved meanwhile, keep theirs there and ours in a new file beside it."""
        known = self._state.contents.get(path)
        data = _content(case, path, known)
        expected = NO_FILE if known is None else fingerprint_of(known)
        try:
            save_bytes(path, data, keep=self._sitting, expected=expected)
        except CompareError:
            found = _found(path)
            if found in {expected, None}:
                raise
            if found == NO_FILE:
                save_bytes(path, data, expected=NO_FILE)
            else:
                theirs, path = path, _saved_beside(path, data)
                self._note = told.kept_apart(theirs.name, path.name)
        self._state.contents = {**self._state.contents, path: data}
        self._saved[path] = case
        self._state.path = path
        return path


def _content(case: Case, path: Path, known: bytes | None) -> bytes:
    """Return what the file is to hold: the text that was there with the new values in it, else a new one."""
    ending = ending_of(path)
    if known is not None and ending in WITH_COMMENTS:
        text = edited(decoded(known, path.name), as_tree(case))
        if text is not None and _reads_as(text.encode("utf-8"), case):
            return text.encode("utf-8")
    data = written_as_bytes(case, ending)
    if not _reads_as(data, case, ending):
        raise CompareError(told.CANNOT_HOLD, file=path.name)
    return data


def _reads_as(data: bytes, case: Case, ending: str = ".yaml") -> bool:
    try:
        return read_data(data, ending) == case
    except CompareError:
        return False


def _saved_beside(path: Path, data: bytes) -> Path:
    """Save under a new name beside a file, for the same people to read as that one."""
    beside = free_name(path.parent, f"{path.stem}-{told.OTHER_FILE}", path.suffix.lower())
    save_bytes(beside, data, expected=NO_FILE, mode=path.stat().st_mode & 0o777)
    return beside


def _found(path: Path) -> str | None:
    """Return the fingerprint of what is there now; None where it cannot be looked at."""
    try:
        return fingerprint(path) or NO_FILE
    except OSError:
        return None


def _last_save(keeper: weakref.ref[Keeper]) -> None:
    found = keeper()
    if found is not None:
        found.close()


def _nobody(_: Status) -> None:
    """Hear how it stands, where nobody listens."""
