"""The work folder of a run: parts that are done stay, so that a run that was stopped goes on where it was.

It stands beside the file to be written, hidden, and is removed at the end. The file itself is put in place as a whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from compare.cohort.batches import Options
from compare.cohort.reading import Source
from compare.cohort.results import Tally
from compare.errors import CompareError
from compare.files.saving import alive

PART_ROWS = 1_000_000
"""How many rows a part is meant to have."""

_ABOUT, _SORTED = "about.json", "sorted"
_ENDS = 65_536


def fingerprint_of(sources: Sequence[Source], options: Options) -> str:
    """Return what tells a run from one with other files, criteria or options: of files their sizes, times and both ends."""
    weights = None if options.weights is None else sorted(options.weights.items())
    asked = weights, options.shares, options.any_weights, sources[0].form.criteria, sources[0].form.names
    known = hashlib.sha256(repr((version("opinion-compare"), PART_ROWS, asked)).encode())
    for source in sources:
        found = source.path.stat()
        known.update(f"{source.path.name} {found.st_size} {found.st_mtime_ns}".encode())
        with source.path.open("rb") as stream:
            known.update(stream.read(_ENDS))
            stream.seek(max(0, found.st_size - _ENDS))
            known.update(stream.read(_ENDS))
    return known.hexdigest()


@contextlib.contextmanager
def put_to(out: Path) -> Iterator[None]:
    """Say as an error of ours why a result could not be written."""
    try:
        yield
    except OSError as error:
        raise CompareError(
            "The result could not be written; what was there before is unchanged.",
            file=out.name,
            found=error.strerror or str(error).splitlines()[0],
            allowed="a folder in which you may write",
            fix="check the folder, its free space and whether you may write there",
        ) from None


class StoppedError(CompareError):
    """A run was stopped by something else than its input: what is done stays."""


class Work:
    """A work folder.

    Parameters
    ----------
    folder : pathlib.Path
        Where it is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._about = folder / _ABOUT

    @classmethod
    @contextlib.contextmanager
    def beside(cls, out: Path, fingerprint: str) -> Iterator[Work]:
        """Return the folder beside a file to be written; parts of another run in it are thrown away.

        It stays where a run is stopped, and goes where something is wrong with the input.
        """
        target = Path(os.path.realpath(out))
        work = cls(target.parent / f".{target.name}.work")
        if work.folder.exists():
            work._check_free()
            if work._told().get("fingerprint") != fingerprint:
                shutil.rmtree(work.folder)
        work.folder.mkdir(mode=0o700, exist_ok=True)
        work._about.write_text(json.dumps({"fingerprint": fingerprint, "pid": os.getpid()}), encoding="utf-8")
        try:
            yield work
        except StoppedError:
            raise
        except (CompareError, OSError):
            work.remove()
            raise

    @classmethod
    @contextlib.contextmanager
    def hidden(cls) -> Iterator[Work]:
        """Return a folder for a run that writes nothing."""
        with tempfile.TemporaryDirectory(prefix="opinions-") as folder:
            yield cls(Path(folder))

    @property
    def buckets(self) -> Path:
        """Return the folder of the buckets."""
        folder = self.folder / "buckets"
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder

    @property
    def is_sorted(self) -> bool:
        """Tell whether all rows lie in buckets."""
        return (self.folder / _SORTED).exists()

    def note_sorted(self) -> None:
        """Note that all rows lie in buckets; parts that were made before that are thrown away."""
        for path in self.folder.glob("part-*"):
            path.unlink()
        (self.folder / _SORTED).touch()

    def done(self) -> dict[int, Tally]:
        """Return what came of each part that is done."""
        told = {int(path.stem.removeprefix("part-")): path for path in self.folder.glob("part-*.json")}
        return {part: Tally(**json.loads(path.read_text(encoding="utf-8"))) for part, path in told.items()}

    def note_done(self, part: int, tally: Tally) -> None:
        """Note that a part is whole."""
        fresh = self._tally(part).with_suffix(".new")
        fresh.write_text(json.dumps(tally.plain()), encoding="utf-8")
        fresh.replace(self._tally(part))

    def writer(self) -> PartsWriter:
        """Return a writer of parts."""
        return PartsWriter(self)

    def part(self, number: int) -> Path:
        """Return the file of a part."""
        return self.folder / f"part-{number:05}.parquet"

    def put_in_place(self, made: Path, out: Path) -> None:
        """Put a file of this folder in the place of ``out``, down to the disk, and remove the folder."""
        target = Path(os.path.realpath(out))
        with made.open("rb") as stream:
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, made)
        made.replace(target)
        self.remove()

    def remove(self) -> None:
        """Remove the folder and everything in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _tally(self, part: int) -> Path:
        return self.folder / f"part-{part:05}.json"

    def _told(self) -> dict[str, Any]:
        try:
            told = json.loads(self._about.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def _check_free(self) -> None:
        """Refuse a folder of somebody else, or of a run that is still going on."""
        pid = self._told().get("pid")
        if not isinstance(pid, int):
            raise CompareError(
                "A folder stands where the parts would be kept; nothing was written.",
                file=self.folder.name,
                fix="move it away, or choose another name for the result",
                found="a folder that is not ours",
                allowed="a free name",
            )
        if pid != os.getpid() and alive(pid):
            raise CompareError(
                "Another run is writing this file.",
                file=self.folder.name,
                fix="wait for it; if none is going on, delete this folder; or choose another name",
                found="a run that has not ended",
                allowed="one run at a time",
            )


class PartsWriter:
    """Writes rows into the part that they belong to, one part after the other.

    Parameters
    ----------
    work : Work
        Where the parts go.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._open: tuple[int, pq.ParquetWriter] | None = None
        self._tally = Tally()

    def put(self, number: int, batch: pa.RecordBatch, tally: Tally) -> None:
        """Write rows of a part, and close the part before it."""
        if self._open is None or self._open[0] != number:
            self.finish()
            self._open = number, writer_of(self._work.part(number), batch.schema)
        self._open[1].write_batch(batch)
        self._tally += tally

    def finish(self) -> None:
        """Close the part that is open, as whole."""
        if self._open is not None:
            number, _ = self._open
            self.close()
            self._work.note_done(number, self._tally)
            self._tally = Tally()

    def close(self) -> None:
        """Close the part that is open, whole or not."""
        if self._open is not None:
            self._open[1].close()
            self._open = None


def writer_of(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """Return a writer of a Parquet file; only words are kept by their places in a list, numbers as they are."""
    words = [field.name for field in schema if pa.types.is_dictionary(field.type) or pa.types.is_string(field.type)]
    return pq.ParquetWriter(path, schema, use_dictionary=words or False)
