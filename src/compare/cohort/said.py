"""What doctors said on a layer, and how far two answers are apart: the rule of one family's case, on columns.

An answer may have a detail after a colon, as in ``surgery: keyhole``. Another answer counts as ``data/layers.yaml`` says for its
layer, another detail alone is a small difference. In place of its own answer a later opinion may say ``same``, ``minor`` or
``major``: how it compares with the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from compare.answers import NOT_KNOWN
from compare.case import built_in_layers
from compare.cohort.cells import codes_in
from compare.fields import same_name

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[Any]

NOT_STATED = "not stated"
OUTCOMES = ("same", "minor", "major", NOT_STATED)
"""How a second opinion compares with the first on a layer."""

MAJOR, SILENT = 2, 3


@dataclass(frozen=True)
class Said:
    """What is said on a layer in a batch.

    Parameters
    ----------
    mains : tuple of str
        The answers without their details, in alphabetical order.
    main, whole : array of shape (rows,)
        The place of the answer without its detail, and with it; the place after the last where nothing is said.
    graded : array of shape (rows,)
        How it compares with the first opinion where it says so itself, else -1.
    differs : int
        What another answer counts as.
    """

    mains: tuple[str, ...]
    main: Places
    whole: Places
    graded: Places
    differs: int

    @classmethod
    def of(cls, column: pa.Array, layer: str) -> Said:
        """Return what is said in a column.

        Examples
        --------
        >>> said = Said.of(pa.array(["surgery: open", "Surgery: keyhole", "radiation", None]), "treatment")
        >>> [OUTCOMES[how] for how in said.compared(np.array([0, 0, 0]), np.array([1, 2, 3]))]
        ['minor', 'major', 'not stated']
        """
        words, codes, _ = codes_in(column)
        texts = [None if word is None or word in NOT_KNOWN else str(word) for word in (*words, None)]
        grades = [OUTCOMES.index(text) if text in OUTCOMES[:3] else -1 for text in texts]
        plain = [text if grade < 0 else None for text, grade in zip(texts, grades, strict=True)]
        mains, main = _numbered([None if text is None else text.partition(":")[0].strip() for text in plain])
        _, whole = _numbered(plain)
        differs = next(rule.differs for rule in built_in_layers() if rule.key == layer)
        return cls(mains, main[codes], whole[codes], np.array(grades, dtype=np.int32)[codes], OUTCOMES.index(differs))

    def compared(self, first: Places, later: Places) -> Places:
        """Return how the opinions in some rows compare with those in others, each a place in `OUTCOMES`."""
        silent = len(self.mains)
        main, other, graded = self.main[first], self.main[later], self.graded[later]
        found = (self.whole[first] != self.whole[later]).astype(np.int8)
        found[main != other] = self.differs
        found[(main == silent) | (other == silent)] = SILENT
        return np.where(graded >= 0, graded, found)


def _numbered(texts: Sequence[str | None]) -> tuple[tuple[str, ...], Places]:
    """Return each text once, and for each the place of its own; two spellings of one name are the same text."""
    spelt: dict[str, Any] = {}
    for text in texts:
        if text is not None:
            spelt.setdefault(same_name(text), text)
    names = sorted(spelt)
    place = {name: at for at, name in enumerate(names)}
    codes = [len(names) if text is None else place[same_name(text)] for text in texts]
    return tuple(spelt[name] for name in names), np.array(codes, dtype=np.int32)
