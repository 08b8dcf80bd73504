"""Two more blocks: sentences that follow the sliders, and a field that does something instead of standing in the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from compare.app.blocks import Block


@dataclass(frozen=True)
class Follow(Block):
    """Sentences that are put anew after each move: those that the answer holds under ``key``."""

    kind: ClassVar[str] = "follow"
    key: str
    texts: Sequence[str]


@dataclass(frozen=True)
class Enter(Block):
    """A field whose value goes to an act, after what is given.

    Parameters
    ----------
    act : str
        What to do with it.
    label : str
        What is asked.
    given : sequence
        What the act is told first.
    form : str
        ``line``, ``day``, ``choice``, ``tick`` or ``slider`` (0-100; empty until it is moved).
    value : str
        What stands there now; a tick is ``yes`` or ``no``.
    options : sequence of (value, label)
        What can be chosen.
    help, fault : str
        How to answer; why what was chosen does not fit.
    """

    kind: ClassVar[str] = "enter"
    act: str
    label: str
    given: Sequence[Any] = ()
    form: str = "line"
    value: str = ""
    options: Sequence[tuple[str, str]] = ()
    help: str = ""
    fault: str = ""
