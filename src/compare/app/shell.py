"""The app: one widget that shows a screen at a time; the browser draws, the state remembers, the rooms below work things out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from compare.app import texts
from compare.app.acts import ACTS, act, set_field
from compare.app.bundle import bundled, styles
from compare.app.screens import SCREENS
from compare.app.screens.taking import DOWNLOADS
from compare.app.state import State
from compare.app.view import answer_to
from compare.case import Case
from compare.errors import CompareError, visible
from compare.files import written_as
from compare.words import screens as told


class App(anywidget.AnyWidget):
    """The whole app for one case, to be shown in a notebook or by ``opinions app``.

    Parameters
    ----------
    case : Case, optional
        What to begin with; without one, an empty case.

    Examples
    --------
    >>> app = App()
    >>> app.page["screen"], len(app.page["screens"])
    ('start', 8)
    """

    _esm = bundled("live.js", "blocks.js", "app.js")
    _css = styles("live.css", "app.css")
    page = traitlets.Dict().tag(sync=True)
    points = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case | None = None) -> None:
        self.state = State(case or Case(**_empty()))
        super().__init__(page=self._page(), points=dict(self.state.points))
        self.on_msg(self._told)
        self.observe(self._moved, "points")

    @property
    def case(self) -> Case:
        """Return the case as it stands."""
        return self.state.case

    def _told(self, _widget: object, message: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        kind = message.get("kind")
        if kind == "set":
            set_field(self.state, message["place"], str(message["form"]), str(message["typed"]))
        elif kind == "act" and message.get("act") in ACTS:
            act(self.state, str(message["act"]), message.get("given", ()))
        elif kind == "act" and message.get("act") == "download":
            self._download(str(message["given"][0]))
        elif kind == "file":
            data = bytes(buffers[0]) if buffers else b""
            self.state.open_file(str(message["name"]), data, max(len(data), int(message["size"])))
        self._show()

    def _moved(self, change: Mapping[str, Any]) -> None:
        self.state.move(change["new"])
        self.answer = answer_to(self.state.case, self.state.points)

    def _show(self) -> None:
        if dict(self.points) != dict(self.state.points):
            self.unobserve(self._moved, "points")
            self.points = dict(self.state.points)
            self.observe(self._moved, "points")
        self.page = self._page()

    def _page(self) -> dict[str, Any]:
        state = self.state
        return {
            "screen": state.screen,
            "screens": [{"key": key, "title": title} for key, title in told.TITLES.items()],
            "app": told.APP,
            "question": visible(state.case.question),
            "notice": visible(state.case.notice),
            "title": told.TITLES[state.screen],
            "lead": told.LEADS[state.screen],
            "message": visible(state.message),
            "undo": {"label": told.UNDO, "off": not state.before},
            "redo": {"label": told.REDO, "off": not state.after},
            "navigation": told.NAVIGATION,
            "blocks": [block.plain() for block in SCREENS[state.screen](state)],
        }

    def _download(self, name: str) -> None:
        if name not in DOWNLOADS:
            return
        try:
            data = self._made(name)
        except CompareError as error:
            self.state.message = str(error)
        else:
            text = texts.SAVED.replace("{name}", name)
            self.send({"kind": "download", "name": name, "mime": DOWNLOADS[name][1], "text": text}, [data])

    def _made(self, name: str) -> bytes:
        if name == "case.yaml":
            return written_as(self.state.case).encode("utf-8")
        from compare.reports import report

        scores = self.state.scores
        if scores is None:
            raise CompareError(texts.ZERO_EXPORT)
        return report(scores).as_bytes(f".{name.rpartition('.')[2]}")

    def __repr__(self) -> str:
        """Return what stands in place of the app where nothing can be moved."""
        return texts.PLACEHOLDER


def _empty() -> dict[str, Any]:
    from compare.app.acts import EMPTY

    return EMPTY
