"""Begin: a new case, one of one's own, or practice data; then what has to be decided, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from compare import limits
from compare.app.blocks import Act, Block, Card, Group, Open, Row, Text
from compare.app.screens.fields import field, group, pairs, several
from compare.app.state import State
from compare.files import ENDINGS
from compare.samples import sample_names
from compare.words import entering, patient
from compare.words import screens as told

_MOST_FILES = 20


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    own = Open(told.OPEN_OWN, ENDINGS, limits.FILE_BYTES)
    yield Row([Act("new", told.NEW, tone="main"), Act("new_ready", told.NEW_READY), own])
    kept = kept_files(state)
    if kept:
        files = [
            Act("open_kept", name, [name], _tone(state.path is not None and state.path.name == name)) for name in kept
        ]
        yield Card(entering.KEPT_HERE, [Row(files)])
    yield Card(
        entering.THIS_COMPARISON,
        [
            field(state, ("question",), told.QUESTION, help=told.QUESTION_HELP),
            Row(
                [
                    field(state, ("decide_by",), told.DECIDE_BY, "day", help=told.DECIDE_BY_HELP),
                    field(state, ("decide_by_said_by",), entering.SAID_BY),
                ]
            ),
            _about_patient(state),
            group(patient.MORE, pairs(several(state, (), patient.CASE)), "more about the case"),
        ],
    )
    practice = [_practice(name, is_open=name == state.source) for name in sample_names()]
    yield Card(told.PRACTICE, [Text(told.PRACTICE_NOTE, "note"), Row(practice)])


def _about_patient(state: State) -> Group:
    fields = pairs(several(state, ("patient",), patient.FIELDS))
    return group(patient.ABOUT, [Text(patient.ABOUT_NOTE, "note"), *fields], "about the patient")


def kept_files(state: State) -> list[str]:
    """Return the names of the case files in the folder of the app, the one that changed last first; none without a folder."""
    if state.folder is None or not state.folder.is_dir():
        return []
    found = [path for path in state.folder.iterdir() if path.suffix.lower() in _KEPT and _is_own(path)]
    return [path.name for path in sorted(found, key=_changed, reverse=True)[:_MOST_FILES]]


_KEPT = {".yaml", ".yml", ".json"}


def _is_own(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _changed(path: Path) -> float:
    return path.stat().st_mtime


def _practice(name: str, *, is_open: bool) -> Act:
    title, note = entering.SAMPLES.get(name, (name, ""))
    return Act("sample", title, [name], _tone(is_open), note=note)


def _tone(is_open: bool) -> str:  # noqa: FBT001 - one fact, one word
    return "main" if is_open else "plain"
