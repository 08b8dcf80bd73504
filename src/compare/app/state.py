"""What a screen remembers: the case, where the sliders stand, and what went wrong last. The one thing here that changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from compare import limits
from compare.app import texts
from compare.app.view import opening_points, scored
from compare.case import Case
from compare.errors import CompareError
from compare.files import read_text
from compare.files.door import decoded
from compare.files.reading import ending_of
from compare.samples import sample
from compare.scoring import Scores


class State(traitlets.HasTraits):
    """The state of a screen.

    Parameters
    ----------
    case : Case
        What is compared.

    Attributes
    ----------
    points : dict
        Where each slider stands, 0-100.
    source : str
        The name of the sample that is open, "" for anything else.
    message : str
        What happened last, in words.
    """

    case: Case = traitlets.Instance(Case)  # type: ignore[assignment]
    points: dict[str, float] = traitlets.Dict()  # type: ignore[assignment]
    source = traitlets.Unicode()
    message = traitlets.Unicode()

    def __init__(self, case: Case, source: str = "") -> None:
        super().__init__(case=case, points=opening_points(case), source=source)

    @property
    def scores(self) -> Scores | None:
        """Return the scores for the sliders as they stand, None when all of them stand at 0."""
        return scored(self.case, self.points)

    def open_sample(self, name: str) -> None:
        """Open a sample case."""
        self._open(sample(name), source=name, message="")

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
        self._open(case, source="", message=texts.OPENED.replace("{name}", Path(name).name))

    def move(self, points: dict[str, Any]) -> None:
        """Take over where the sliders stand, if that is a number from 0 to 100 for each criterion."""
        given = {key: at for key in self.case.keys if isinstance(at := points.get(key), int | float) and 0 <= at <= 100}
        if len(given) == len(self.case.keys):
            self.points = given

    def _open(self, case: Case, *, source: str, message: str) -> None:
        with self.hold_trait_notifications():
            self.case, self.points = case, opening_points(case)
            self.source, self.message = source, message


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
