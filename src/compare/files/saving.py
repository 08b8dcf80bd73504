"""Saving: the old file or the new one, never half of either.

A temporary file beside the real one is written, flushed to the disk and then put in its place; whatever goes wrong on the
way, the old file stays. Earlier versions of a case are kept beside it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import stat
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import Path
from typing import NamedTuple

from compare import limits
from compare.errors import CompareError

try:
    import fcntl
except ModuleNotFoundError:  # a system without it: the check and the save are two steps there
    fcntl = None  # type: ignore[assignment]

VERSIONS_FOLDER = "earlier-versions"

NO_FILE = ""
"""What stands for a fingerprint where no file is expected to be."""

APART = 600.0
"""How many seconds lie at least between two versions that are kept while a case stays open."""


class Sitting(NamedTuple):
    """Since when a case is open in a program that saves it by itself, in seconds as `time.time` counts them."""

    since: float


_SHORT = 60
_WAIT = 10.0
_LOOK_AGAIN = 0.01

_TEMPORARY = re.compile(r"\.(?P<pid>\d+)-[0-9a-f]{8}\.part$", re.ASCII)


def fingerprint(path: Path) -> str | None:
    """Return what tells a file's content from any other (None where there is no file)."""
    try:
        return fingerprint_of(path.read_bytes())
    except FileNotFoundError:
        return None


def fingerprint_of(data: bytes) -> str:
    """Return the fingerprint that a file with this content has."""
    return hashlib.sha256(data).hexdigest()


def save_bytes(
    path: str | os.PathLike[str],
    data: bytes,
    *,
    keep: bool | Sitting = False,
    expected: str | None = None,
    mode: int | None = None,
) -> Path:
    """Put ``data`` into a file, wholly or not at all.

    Parameters
    ----------
    path : path-like
        The file; a link is followed.
    data : bytes
        What it shall hold.
    keep : bool or Sitting
        Whether to keep what it held, in the folder ``earlier-versions`` beside it (the last five). Of one sitting, in which
        it is saved often, the version that it began with is kept, and a few of those after it, at least ten minutes apart.
    expected : str, optional
        The `fingerprint` that the file had when it was read (`NO_FILE` where there was none); if it has another now,
        nothing is written. No other save of this program comes between the look and the save.
    mode : int, optional
        Who may read and write it; without it as the file has it now, or as usual for a new one.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    CompareError
        It cannot be written (the old file is whole), or somebody else has changed it.
    """
    path = Path(path)
    try:
        target = Path(os.path.realpath(path))
        check_place(path)
        with _alone_in(target.parent):
            if expected is not None and (fingerprint(target) or NO_FILE) != expected:
                raise _changed_meanwhile(path)
            _sweep(target)
            if keep:
                _keep_version(target, data, keep if isinstance(keep, Sitting) else None)
            _replace(target, data, mode)
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or "a name that no file can have"
        raise CompareError(
            "The file could not be saved; what it held before is unchanged.",
            file=path.name,
            found=reason,
            fix="check the folder, its free space and whether you may write there",
            allowed="a folder in which you may write",
        ) from None
    return path


def check_place(path: Path) -> None:
    """Refuse a folder that is not there, and what is no ordinary file.

    Raises
    ------
    CompareError
        Nothing can be saved there.
    """
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise CompareError(
            "There is no such folder; nothing was written.",
            file=path.name,
            found=path.parent.name or "nothing",
            allowed="a folder that is there",
            fix="make it first",
        )
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        raise CompareError(
            "Only an ordinary file can be saved to; nothing was written.",
            file=path.name,
            found="a folder, a pipe or a device",
            allowed="an ordinary file",
            fix="choose another name",
        )


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep every other save of this program out of a folder; where the system has no such locks, go on without."""
    with contextlib.ExitStack() as stack:
        if fcntl is not None:
            with contextlib.suppress(PermissionError):
                handle = os.open(folder, os.O_RDONLY)
                stack.callback(os.close, handle)
                _wait_for(handle)
        yield


def _wait_for(handle: int) -> None:
    until = time.monotonic() + _WAIT
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(_LOOK_AGAIN)
        except OSError:
            return
        else:
            return


def _changed_meanwhile(path: Path) -> CompareError:
    return CompareError(
        "Somebody else has changed this file since you opened it. Nothing was saved.",
        file=path.name,
        found="another content than the one you opened",
        allowed="the file as you opened it",
        fix="save yours under a new name to keep both; or open the file again to take theirs; or compare the two",
    )


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    temporary = _written_beside(target, data, mode)
    try:
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def _written_beside(target: Path, data: bytes, mode: int | None = None) -> Path:
    """Write a temporary file beside the target, down to the disk, with the mode that the target has or is to have."""
    temporary = target.with_name(f".{_short(target)}.{os.getpid()}-{secrets.token_hex(4)}.part")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is None:
            mode = target.stat().st_mode & 0o777 if target.exists() else _usual_mode()
        temporary.chmod(mode)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _short(target: Path) -> str:
    """Return the start of a file's name, short enough to be made longer."""
    return os.fsencode(target.name)[:_SHORT].decode("utf-8", errors="ignore")


def _flush_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sweep(target: Path) -> None:
    """Remove what a program that was killed has left behind."""
    for folder in (target.parent, target.parent / VERSIONS_FOLDER):
        for path in folder.glob(".*.part"):
            found = _TEMPORARY.search(path.name)
            if found and not alive(int(found["pid"])):
                path.unlink(missing_ok=True)


def alive(pid: int) -> bool:
    """Tell whether a program of that number is running."""
    if os.name == "nt":
        return True
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _keep_version(target: Path, data: bytes, sitting: Sitting | None) -> None:
    """Keep the present content as the newest earlier version, and shift the others up to the one that goes."""
    if not target.exists() or (old := target.read_bytes()) == data:
        return
    folder = target.parent / VERSIONS_FOLDER
    folder.mkdir(exist_ok=True)
    places = [folder / f"{target.stem}.{number}{target.suffix}" for number in range(1, limits.KEPT_VERSIONS + 1)]
    if places[0].exists() and places[0].read_bytes() == old:
        os.utime(places[0], (time.time(),) * 2)
        return
    times = [path.stat().st_mtime for path in takewhile(Path.exists, places)]
    if sitting and times and times[0] >= sitting.since and time.time() - times[0] < APART:
        return
    temporary = _written_beside(places[0], old, target.stat().st_mode & 0o777)
    try:
        for newer, older in reversed(list(pairwise(places))[: _going(times, sitting)]):
            newer.replace(older)
        temporary.replace(places[0])
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(folder)


def _going(times: Sequence[float], sitting: Sitting | None) -> int:
    """Return the place, newest first, that is free or whose version goes: the oldest one, or of a long sitting the one least missed."""
    oldest = limits.KEPT_VERSIONS - 1
    if sitting is None or len(times) <= oldest or times[oldest] < sitting.since:
        return min(len(times), oldest)
    around = [time.time(), *times]
    return min(range(oldest), key=lambda place: (around[place] - around[place + 2], -place))
