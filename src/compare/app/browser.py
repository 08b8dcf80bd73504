"""The widgets that are drawn in the browser. Each is a list of traits and one ES module; none of them computes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from compare import limits
from compare.app import texts
from compare.app.state import State
from compare.app.view import answer_to, view_of
from compare.errors import CompareError, visible
from compare.files import ENDINGS
from compare.reports.bundle import bundle
from compare.samples import sample_names

Message = Mapping[str, Any]
"""What the browser tells: its ``kind``, and what belongs to it."""


def beside(name: str) -> str:
    """Return the text of a file of this folder."""
    return files("compare.app").joinpath(name).read_text(encoding="utf-8")


class Choose(anywidget.AnyWidget):
    """Practice data, or a file of one's own; what went wrong is said in place."""

    _esm = beside("choose.js")
    _css = beside("screen.css")
    words: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    names: traitlets.List[str] = traitlets.List().tag(sync=True)
    endings: traitlets.List[str] = traitlets.List().tag(sync=True)
    limit = traitlets.Int().tag(sync=True)
    source = traitlets.Unicode().tag(sync=True)
    message = traitlets.Unicode().tag(sync=True)

    def __init__(self, state: State) -> None:
        super().__init__(
            words={"sample": texts.SAMPLE, "own_file": texts.OWN_FILE, "upload": texts.UPLOAD},
            names=list(sample_names()),
            endings=list(ENDINGS),
            limit=limits.FILE_BYTES,
            source=state.source,
        )
        self._state = state
        self.on_msg(self._chosen)
        state.observe(self._show, ["source", "message"])

    def _chosen(self, _widget: object, message: Message, buffers: Sequence[memoryview]) -> None:
        if message.get("kind") == "sample" and message.get("name") in sample_names():
            self._state.open_sample(message["name"])
        elif message.get("kind") == "file":
            data = bytes(buffers[0]) if buffers else b""
            self._state.open_file(str(message["name"]), data, max(len(data), int(message["size"])))
        self.send_state(["source", "message"])

    def _show(self, _change: object) -> None:
        self.source, self.message = self._state.source, visible(self._state.message)


class Live(anywidget.AnyWidget):
    """The sliders and what each opinion comes to.

    The browser multiplies and adds while a slider moves; the kernel answers with the sentences. While it is at work only
    the newest move waits, so that the last position always wins.
    """

    _esm = bundle("live.js")
    _css = beside("live.css")
    view = traitlets.Dict().tag(sync=True)
    points = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)

    def __init__(self, state: State) -> None:
        self._state = state
        super().__init__(**self._drawn())
        self.observe(self._moved, ["points", "said"])
        state.observe(self._case_changed, "case")

    def _drawn(self) -> dict[str, Any]:
        case, points = self._state.case, dict(self._state.points)
        self._answered: tuple[dict[str, float], str | None] = (points, None)
        return {"view": view_of(case), "points": points, "answer": answer_to(case, points), "said": {}}

    def _moved(self, _change: object) -> None:
        self._state.move(self.points)
        moved = (dict(self._state.points), self._person())
        if moved != self._answered:
            self._answered = moved
            self.answer = answer_to(self._state.case, *moved)

    def _person(self) -> str | None:
        place, people = self.said.get("person"), self._state.case.people
        return people[place].name if isinstance(place, int) and 0 <= place < len(people) else None

    def _case_changed(self, _change: object) -> None:
        self.unobserve(self._moved, ["points", "said"])
        with self.hold_sync():
            for name, value in self._drawn().items():
                self.set_trait(name, value)
        self.observe(self._moved, ["points", "said"])


@dataclass(frozen=True)
class Saved:
    """A file to take along.

    Parameters
    ----------
    label, name, mime : str
        What the button says, what the file is called, what kind of file it is.
    make : callable
        Returns its bytes.
    """

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


class Save(anywidget.AnyWidget):
    """Buttons: the kernel makes the file, the browser saves it under a fixed name; an error is said beside them."""

    _esm = beside("save.js")
    _css = beside("screen.css")
    choices: traitlets.List[dict[str, str]] = traitlets.List().tag(sync=True)
    waiting = traitlets.Unicode(texts.SAVING).tag(sync=True)

    def __init__(self, *choices: Saved) -> None:
        super().__init__(choices=[{"kind": choice.name, "label": choice.label} for choice in choices])
        self._by_name = {choice.name: choice for choice in choices}
        self.on_msg(self._wanted)

    def _wanted(self, _widget: object, message: Message, _buffers: object) -> None:
        choice = self._by_name.get(str(message.get("kind")))
        if choice is None:
            return
        try:
            data = choice.make()
        except CompareError as error:
            self.send({"text": str(error)})
        except Exception:
            self.send({"text": texts.FAULT})
            raise
        else:
            text = texts.SAVED.replace("{name}", choice.name)
            self.send({"name": choice.name, "mime": choice.mime, "text": text}, [data])
