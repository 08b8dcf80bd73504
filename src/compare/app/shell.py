"""The app: one widget that shows a screen at a time; the browser draws, the state remembers, the rooms below work things out."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from compare.app import texts
from compare.app.acts import ACTS, act, set_field
from compare.app.blinding import Blind
from compare.app.blocks import Act, Block, Card, Row, Text
from compare.app.browser import beside
from compare.app.keeping import Keeper, Status
from compare.app.screens import SCREENS
from compare.app.screens.compares import told_of
from compare.app.state import State
from compare.app.taking_away import taken
from compare.case import Case
from compare.errors import CompareError, expect, visible
from compare.files.reading import ending_of
from compare.reports.bundle import bundle
from compare.words import keeping
from compare.words import screens as told


class App(anywidget.AnyWidget):
    """The whole app for one case, to be shown in a notebook or by ``opinions app``.

    Parameters
    ----------
    case : Case, optional
        What to begin with; without one, an empty case.
    path : path-like, optional
        The file in which the case is kept: read where it is there, made at the first change where it is not. Every change is
        saved there a moment later, and its folder is where other cases are looked for.

    Raises
    ------
    CompareError
        The file cannot be read; or it is there already, and another case was given too.

    Examples
    --------
    >>> app = App()
    >>> app.page["screen"], len(app.page["screens"])
    ('start', 9)
    """

    _esm = bundle("app.js")
    _css = beside("live.css") + beside("app.css") + beside("seeing.css")
    page = traitlets.Dict().tag(sync=True)
    points = traitlets.Dict().tag(sync=True)
    said = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    status = traitlets.Dict().tag(sync=True)

    def __init__(self, case: Case | None = None, path: str | os.PathLike[str] | None = None) -> None:
        expect(case, Case, or_nothing=True)
        self.state = _begun(case, Path(path) if path is not None else None)
        self.keeper = Keeper(self.state, self._kept)
        self.waiting = self.keeper.offered()
        super().__init__(page=self._page(), points=dict(self.state.points), status=self.keeper.status._asdict())
        self._heard: tuple[dict[str, float], dict[str, Any]] = (dict(self.points), dict(self.said))
        self.on_msg(self._told)
        self.observe(self._moved, ["points", "said"])

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
        elif kind == "act" and message.get("act") in {"recover", "leave"}:
            self._offered(go_on=message["act"] == "recover")
        elif kind == "file":
            data = bytes(buffers[0]) if buffers else b""
            self.state.open_file(str(message["name"]), data, max(len(data), int(message["size"])))
        self._show()

    def _kept(self, status: Status) -> None:
        self.status = status._asdict()

    def _offered(self, *, go_on: bool) -> None:
        waiting, self.waiting = self.waiting, None
        if waiting is not None and go_on:
            self.state.take(waiting.case)
            self.state.drafts = dict(waiting.drafts)
            self.keeper.flush()
        if waiting is not None:
            waiting.remove()

    def _moved(self, _change: object) -> None:
        moved = (dict(self.points), dict(self.said))
        if moved == self._heard:
            return
        self._heard = moved
        self.state.move(self.points)
        self.state.person = self._person()
        self.answer = told_of(self.state)

    def _person(self) -> str:
        place, people = self.said.get("person"), self.state.case.people
        return people[place].name if isinstance(place, int) and 0 <= place < len(people) else ""

    def _show(self) -> None:
        if dict(self.points) != dict(self.state.points) or self._person() != self.state.person:
            self.unobserve(self._moved, ["points", "said"])
            with self.hold_sync():
                self.points, self.said = dict(self.state.points), {}
            self._heard = (dict(self.points), {})
            self.observe(self._moved, ["points", "said"])
        self.page = self._page()

    def _page(self) -> dict[str, Any]:
        state = self.state
        named = Blind(state.case, state.seed).masked if state.blind and state.screen == "side_by_side" else str
        return {
            "screen": state.screen,
            "screens": [{"key": key, "title": title} for key, title in told.TITLES.items()],
            "app": told.APP,
            "question": visible(named(state.case.question)),
            "notice": visible(named(state.case.notice)),
            "title": told.TITLES[state.screen],
            "lead": told.LEADS[state.screen],
            "message": visible(named(state.message)),
            "undo": {"label": told.UNDO, "off": not state.before},
            "redo": {"label": told.REDO, "off": not state.after},
            "navigation": told.NAVIGATION,
            "blocks": [block.plain() for block in self._blocks()],
        }

    def _blocks(self) -> Iterator[Block]:
        if self.waiting is not None:
            texts_of = [keeping.FOUND, *([keeping.FOUND_OPEN] if self.waiting.drafts else [])]
            acts = [Act("recover", keeping.FOUND_TAKE, tone="main"), Act("leave", keeping.FOUND_LEAVE, tone="quiet")]
            yield Card(keeping.FOUND_TITLE, [*map(Text, texts_of), Row(acts)])
        yield from SCREENS[self.state.screen](self.state)

    def _download(self, name: str) -> None:
        try:
            file = taken(self.state, name)
        except CompareError as error:
            self.state.message = str(error)
            return
        if file is not None:
            self.state.message = texts.SAVED.replace("{name}", file.name)
            self.send(
                {"kind": "download", "name": file.name, "mime": file.mime, "text": self.state.message}, [file.data]
            )

    def __repr__(self) -> str:
        """Return what stands in place of the app where nothing can be moved."""
        return texts.PLACEHOLDER


def _begun(case: Case | None, path: Path | None) -> State:
    """Return the state to begin with: the case of the file where there is one."""
    state = State(case or Case(**_empty()))
    if path is None:
        return state
    if not path.exists():
        ending_of(path)
        state.folder, state.path = path.parent, path
        return state
    if case is not None:
        raise CompareError(keeping.TWO_CASES, file=path.name, fix=keeping.ONE_OF_THEM)
    state.open_path(path)
    state.before, state.message = (), ""
    return state


def _empty() -> dict[str, Any]:
    from compare.app.acts import EMPTY

    return EMPTY
