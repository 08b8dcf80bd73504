"""What a screen remembers: the case, where the sliders stand, what went wrong last. The one thing here that changes."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import traitlets

from compare import limits
from compare.app import texts
from compare.app.view import opening_points, scored
from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree, read_text
from compare.files.door import decoded
from compare.files.reading import ending_of
from compare.samples import sample
from compare.scoring import Scores

Place = Sequence[str | int]
"""Where a value stands in the tree of a case, as ``("opinions", 0, "name")``."""

MOST_STEPS = 200
"""How many changes can be taken back."""


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
    before, after : tuple of Case
        What can be taken back, and what can be done again.
    """

    case: Case = traitlets.Instance(Case)  # type: ignore[assignment]
    points: dict[str, float] = traitlets.Dict()  # type: ignore[assignment]
    source = traitlets.Unicode()
    screen = traitlets.Unicode("start")
    person = traitlets.Unicode()
    message = traitlets.Unicode()
    drafts: dict[tuple[str | int, ...], tuple[str, str]] = traitlets.Dict()  # type: ignore[assignment]
    before: tuple[Case, ...] = traitlets.Tuple()  # type: ignore[assignment]
    after: tuple[Case, ...] = traitlets.Tuple()  # type: ignore[assignment]

    def __init__(self, case: Case, source: str = "") -> None:
        super().__init__(case=case, points=opening_points(case), source=source)

    @property
    def scores(self) -> Scores | None:
        """Return the scores for the sliders as they stand, None when all of them stand at 0."""
        return scored(self.case, self.points)

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

    def open(self, case: Case, *, source: str = "", message: str = "") -> None:
        """Open a case in place of the one before, which can be had back."""
        with self.hold_trait_notifications():
            self._step(case)
            self.points, self.drafts, self.person = opening_points(case), {}, ""
            self.source, self.message = source, message

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
            case = Case(**_with(as_tree(self.case), key, value))
        except CompareError as error:
            self.drafts = {**self.drafts, key: (typed or str(value), str(error))}
            return False
        with self.hold_trait_notifications():
            self.drafts = {other: draft for other, draft in self.drafts.items() if other != key}
            if case != self.case:
                self._step(case)
                self._follow_weights()
        return True

    def undo(self) -> None:
        """Take the last change back."""
        if self.before:
            with self.hold_trait_notifications():
                self.after, self.case, self.before = (self.case, *self.after), self.before[-1], self.before[:-1]
                self._follow_weights()

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self.after:
            with self.hold_trait_notifications():
                self.before, self.case, self.after = (*self.before, self.case), self.after[0], self.after[1:]
                self._follow_weights()

    def _step(self, case: Case) -> None:
        self.before, self.after = (*self.before, self.case)[-MOST_STEPS:], ()
        self.case = case

    def _follow_weights(self) -> None:
        if set(self.points) != set(self.case.keys):
            self.points = opening_points(self.case)
        if self.person not in {person.name for person in self.case.people}:
            self.person = ""


def _with(tree: dict[str, Any], place: Place, value: Any) -> dict[str, Any]:
    """Return a tree with a value at a place; ways that are missing are made, None takes the value out."""
    changed = copy.deepcopy(tree)
    if len(place) == 3 and place[0] == "opinions" and place[2] == "name":
        _rename(changed, changed["opinions"][int(place[1])].get("name"), value)
    spot: Any = changed
    for step, following in pairwise(place):
        spot = _stepped(spot, step, following)
    _put(spot, place[-1], value)
    return changed


def _stepped(spot: Any, step: str | int, following: str | int) -> Any:
    """Return what stands one step further on, made where it is missing; a bare answer becomes the long form."""
    wanted = list if isinstance(following, int) else dict
    if isinstance(spot, list):
        if int(step) >= len(spot):
            spot.append(wanted())
        return spot[int(step)]
    if not isinstance(spot.get(step), wanted):
        bare = spot.get(step)
        spot[step] = wanted() if bare is None or wanted is list else {"answer": bare}
    return spot[step]


def _rename(tree: dict[str, Any], old: Any, new: Any) -> None:
    """Give an opinion another name wherever people named it."""
    for person in tree.get("people", []):
        for feeling in ("gut_first", "gut_later"):
            told = person.get(feeling)
            if told == old:
                person[feeling] = new
            elif isinstance(told, dict) and told.get("opinion") == old:
                told["opinion"] = new
        if old in person.get("first_look", {}):
            person["first_look"] = {new if name == old else name: row for name, row in person["first_look"].items()}
    if tree.get("decision", {}).get("opinion") == old:
        tree["decision"]["opinion"] = new


def _put(spot: Any, last: str | int, value: Any) -> None:
    if isinstance(spot, list):
        at = int(last)
        spot[at : at + 1] = [] if value is None else [value]
    elif value is None:
        spot.pop(last, None)
    else:
        spot[last] = value


def _case_in(name: str, data: bytes, size: int) -> Case:
    ending = ending_of(Path(name))
    if size > limits.FILE_BYTES:
        raise CompareError(
            "The file is too large.",
            file=name,
            found=f"{size:,} bytes",
            allowed=f"at most {limits.FILE_BYTES:,} bytes",
        )
    return read_text(decoded(data, name), ending, name)
