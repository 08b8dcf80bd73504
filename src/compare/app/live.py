"""The widgets that are drawn in the browser: the live view, and a button that saves a file."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from compare.app import texts
from compare.app.state import State
from compare.app.view import answer_to, view_of
from compare.errors import CompareError


def _beside(name: str) -> str:
    return files("compare.app").joinpath(name).read_text(encoding="utf-8")


class Live(anywidget.AnyWidget):
    """The sliders and what each opinion comes to.

    The browser multiplies and adds while a slider moves; the kernel answers with the sentences. While it is at work only
    the newest move waits, so that the last position always wins.
    """

    _esm = _beside("live.js")
    _css = _beside("live.css")
    view = traitlets.Dict().tag(sync=True)
    points = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)

    def __init__(self, state: State) -> None:
        self._state = state
        super().__init__(
            view=view_of(state.case), points=dict(state.points), answer=answer_to(state.case, state.points)
        )
        self.observe(self._moved, "points")
        state.observe(self._case_changed, "case")

    def _moved(self, change: dict[str, Any]) -> None:
        self._state.move(change["new"])
        self.answer = answer_to(self._state.case, self._state.points)

    def _case_changed(self, _: dict[str, Any]) -> None:
        state = self._state
        with self.hold_sync():
            self.unobserve(self._moved, "points")
            self.points = dict(state.points)
            self.view = view_of(state.case)
            self.answer = answer_to(state.case, state.points)
            self.observe(self._moved, "points")


class Save(anywidget.AnyWidget):
    """A button: the kernel makes the file, the browser saves it under a fixed name.

    Parameters
    ----------
    label, name, mime : str
        What the button says, what the file is called, what kind of file it is.
    make : callable
        Returns the bytes; a `CompareError` is shown beside the button.
    """

    _esm = _beside("save.js")
    _css = _beside("save.css")
    label = traitlets.Unicode().tag(sync=True)
    waiting = traitlets.Unicode(texts.SAVING).tag(sync=True)

    def __init__(self, label: str, name: str, mime: str, make: Callable[[], bytes]) -> None:
        super().__init__(label=label)
        self._name, self._mime, self._make = name, mime, make
        self.on_msg(self._wanted)

    def _wanted(self, _widget: object, message: dict[str, Any], _buffers: object) -> None:
        if message.get("kind") != "wanted":
            return
        try:
            data = self._make()
        except CompareError as error:
            self.send({"text": str(error)})
        except Exception:
            self.send({"text": texts.FAULT})
            raise
        else:
            self.send(
                {"name": self._name, "mime": self._mime, "text": texts.SAVED.replace("{name}", self._name)}, [data]
            )
