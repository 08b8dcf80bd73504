"""What a screen remembers: the case, where the sliders stand, what went wrong last. The one thing here that changes."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import traitlets

from compare import limits
from compare.app import texts
from compare.app.naming import free_name
from compare.app.placing import Place, placed
from compare.app.view import opening_points, scored, start_of
from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree, read_data
from compare.files.door import read_bytes
from compare.files.reading import ending_of
from compare.samples import sample
from compare.scoring import Scores
from compare.words import keeping

MOST_STEPS = 200
"""How many changes can be taken back."""

_MOST_LOOKS = 60
SEEDS = 10_000
"""From how many orders the one of a first look is drawn."""

__all__ = ["MOST_STEPS", "SEEDS", "Place", "State", "Step"]

Look = TypeVar("Look")


class Step(NamedTuple):
    """A case as it was, and where it is kept."""

    case: Case
    path: Path | None
    source: str


class State(traitlets.HasTraits):
    """The state of a screen.

    Parameters
    ----------
    case : Case
        What is compared.
    source : str
        The name of the sample that it is, "" for anything else.

    Attributes
    ----------
    points : dict
        Where each slider stands, 0-100.
    screen, person : str
        Which screen is shown; whose weights are looked at ("" for those that count where nobody is named).
    message : str
        What happened last, in words.
    drafts : dict
        What was typed and refused, by place: the text and why.
    before, after : tuple of Step
        What can be taken back, and what can be done again.
    folder, path : Path or None
        Where files may be kept, and the file in which this case is kept; None for none yet.
    contents : dict
        What each file held when it was read or saved last.
    opened : frozenset of str
        Which pictures and longer lists people have opened.
    chosen : dict
        What people chose to look at, by name: which outcome, which two weights ...
    drawn : dict
        Where the sliders stood when a picture was asked for, by its name.
    parts : tuple
        What was taken for a mixed plan so far: opinion and treatment.
    aside : dict
        What a part of an opinion held before it was answered in another way, by opinion, part and way.
    blind, seed : str, int
        Whose blind first look it is ("" for nobody's), and from which number the order of the opinions comes then.
    """

    case: Case = traitlets.Instance(Case)  # type: ignore[assignment]
    points: dict[str, float] = traitlets.Dict()  # type: ignore[assignment]
    source = traitlets.Unicode()
    screen = traitlets.Unicode("start")
    person = traitlets.Unicode()
    message = traitlets.Unicode()
    drafts: dict[tuple[str | int, ...], tuple[str, str]] = traitlets.Dict()  # type: ignore[assignment]
    before: tuple[Step, ...] = traitlets.Tuple()  # type: ignore[assignment]
    after: tuple[Step, ...] = traitlets.Tuple()  # type: ignore[assignment]
    folder: Path | None = traitlets.Instance(Path, allow_none=True)  # type: ignore[assignment]
    path: Path | None = traitlets.Instance(Path, allow_none=True)  # type: ignore[assignment]
    contents: dict[Path, bytes] = traitlets.Dict()  # type: ignore[assignment]
    opened: frozenset[str] = traitlets.Instance(frozenset, ())  # type: ignore[assignment]
    chosen: dict[str, str] = traitlets.Dict()  # type: ignore[assignment]
    drawn: dict[str, dict[str, float]] = traitlets.Dict()  # type: ignore[assignment]
    parts: tuple[tuple[str, str], ...] = traitlets.Tuple()  # type: ignore[assignment]
    aside: dict[tuple[str, str, str], Any] = traitlets.Dict()  # type: ignore[assignment]
    blind = traitlets.Unicode()
    seed = traitlets.Int()

    def __init__(self, case: Case, source: str = "") -> None:
        super().__init__(case=case, points=opening_points(case), source=source, seed=secrets.randbelow(SEEDS) + 1)
        self._looks: dict[Hashable, Any] = {}

    @property
    def scores(self) -> Scores | None:
        """Return the scores for the sliders as they stand, None when all of them stand at 0."""
        return scored(self.case, self.points, self.person or None)

    def open_sample(self, name: str) -> None:
        """Open a sample case."""
        self.open(sample(name), source=name)

    def open_file(self, name: str, data: bytes, size: int) -> None:
        """Open a file that was handed over; where it cannot be read, say why and keep what is open.

        Parameters
        ----------
        name : str
            Its name, of which only the ending counts.
        data : bytes
            What is in it; nothing where it was too large to be handed over.
        size : int
            How many bytes it has.
        """
        try:
            case = _case_in(Path(name).name, data, size)
        except CompareError as error:
            self.message = f"{error}\n\n{texts.KEPT}"
            return
        self.open(case, message=texts.OPENED.replace("{name}", Path(name).name))

    def open_path(self, path: Path) -> None:
        """Open the case that is kept in a file, and keep it there from now on.

        Raises
        ------
        CompareError
            It cannot be read; what is open stays.
        """
        data = read_bytes(path)
        case = _case_in(path.name, data, len(data))
        self.contents = {**self.contents, path: data}
        self.folder = path.parent
        self.open(case, message=texts.OPENED.replace("{name}", path.name), path=path)

    def open(self, case: Case, *, source: str = "", message: str = "", path: Path | None = None) -> None:
        """Open a case in place of the one before, which can be had back; it has no file yet unless one is named."""
        with self.hold_trait_notifications():
            self._step(case)
            self.points, self.drafts, self.person, self.blind = opening_points(case), {}, "", ""
            self.opened, self.chosen, self.drawn, self.parts, self.aside = frozenset(), {}, {}, (), {}
            self.source, self.message, self.path = source, message, path

    def keep_as(self, name: str) -> None:
        """Keep the case in a new file of the folder from now on, named after what people call it.

        Raises
        ------
        CompareError
            There is no folder, or no such name is free.
        """
        if self.folder is None:
            raise CompareError(keeping.NO_FOLDER, fix=keeping.TAKE_ALONG)
        self.path = free_name(self.folder, name)

    def take(self, case: Case) -> None:
        """Go on with a changed case; the change can be taken back."""
        if case != self.case:
            with self.hold_trait_notifications():
                self._step(case)

    def look(self, what: Hashable, make: Callable[[], Look]) -> Look:
        """Return what was worked out for this case before, or work it out now.

        Parameters
        ----------
        what : hashable
            Everything, the case aside, on which it depends.
        make : callable
            Works it out.
        """
        if len(self._looks) > _MOST_LOOKS:
            self._looks.clear()
        key = (id(self.case), what)
        if key not in self._looks:
            self._looks[key] = (make(), self.case)
        found: Look = self._looks[key][0]
        return found

    def move(self, points: dict[str, Any]) -> None:
        """Take over where the sliders stand, if that is a number from 0 to 100 for each criterion."""
        given = {key: at for key in self.case.keys if isinstance(at := points.get(key), int | float) and 0 <= at <= 100}
        if len(given) == len(self.case.keys):
            self.points = given

    def put(self, place: Place, value: Any, typed: str = "") -> bool:
        """Put a value into the case, or keep it as a draft beside what was said against it.

        Parameters
        ----------
        place : sequence of str and int
            Where it stands in the tree of the case.
        value : any
            The new value as it stands in a file; None takes it out.
        typed : str
            What people typed, to be shown again where it is refused.

        Returns
        -------
        bool
            Whether it fits; where it does not, the case is as before.
        """
        key = tuple(place)
        try:
            case = _anchored(self.case, Case(**placed(as_tree(self.case), key, value)), key)
        except CompareError as error:
            self.drafts = {**self.drafts, key: (typed or str(value), str(error))}
            return False
        same = len(case.names) == len(self.case.names)
        called = dict(zip(self.case.names, case.names, strict=True)) if same else {}
        with self.hold_trait_notifications():
            self.drafts = {other: draft for other, draft in self.drafts.items() if other != key}
            self.aside = {(called.get(name, name), part, way): given for (name, part, way), given in self.aside.items()}
            self.take(case)
        return True

    def undo(self) -> None:
        """Take the last change back."""
        if self.before:
            step, self.before, self.after = self.before[-1], self.before[:-1], (self._now, *self.after)
            self._back_to(step)

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.after:
            step, self.before, self.after = self.after[0], (*self.before, self._now), self.after[1:]
            self._back_to(step)

    @property
    def _now(self) -> Step:
        return Step(self.case, self.path, self.source)

    def _step(self, case: Case) -> None:
        self.before, self.after = (*self.before, self._now)[-MOST_STEPS:], ()
        self._change_to(case)

    def _back_to(self, step: Step) -> None:
        with self.hold_trait_notifications():
            self._change_to(step.case)
            self.path, self.source = step.path, step.source

    def _change_to(self, case: Case) -> None:
        """Show another case; the sliders stay where they are while what people said of the weights is the same."""
        names = {person.name for person in case.people}
        start = self._start(self.case)
        self.case = case
        self.person = self.person if self.person in names else ""
        self.blind = self.blind if self.blind in names else ""
        if self._start(case) != start:
            self.person, self.points = "", opening_points(case)

    def _start(self, case: Case) -> dict[str, float]:
        return start_of(case, next((person for person in case.people if person.name == self.person), case.speaker))


def _anchored(before: Case, case: Case, place: Sequence[str | int]) -> Case:
    """Return a case in which what was said of weights just now is for the ends of the scales as they stand (R1)."""
    if place[:1] != ("people",) or place[2:3] != ("weights",):
        return case
    person = case.people[int(place[1])]
    return case if case == before and not case.moved_for(person) else case.anchored(person.name)


def _case_in(name: str, data: bytes, size: int) -> Case:
    ending = ending_of(Path(name))
    if size > limits.FILE_BYTES:
        raise CompareError(
            "The file is too large.",
            file=name,
            found=f"{size:,} bytes",
            allowed=f"at most {limits.FILE_BYTES:,} bytes",
        )
    return read_data(data, ending, name)
