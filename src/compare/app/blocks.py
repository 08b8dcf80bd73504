"""What a screen is made of: blocks that say what is shown and what can be typed. They draw nothing and work nothing out.

Python says what stands on a screen; ``blocks.js`` draws it with the browser's own elements and tells back what was typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, ClassVar

from compare.errors import visible
from compare.words import screens

if TYPE_CHECKING:
    from compare.charts import Chart


@dataclass(frozen=True)
class Block:
    """A piece of a screen."""

    kind: ClassVar[str]

    def plain(self) -> dict[str, Any]:
        """Return the block as plain data for the browser, every text made visible."""
        return {"kind": self.kind, **{part.name: _plain(getattr(self, part.name)) for part in fields(self)}}


@dataclass(frozen=True)
class Text(Block):
    """A sentence; its tone says how it looks: ``plain``, ``lead``, ``note``, ``strong`` or ``warn``."""

    kind: ClassVar[str] = "text"
    text: str
    tone: str = "plain"


@dataclass(frozen=True)
class Points(Block):
    """Sentences as a list."""

    kind: ClassVar[str] = "points"
    texts: Sequence[str]


@dataclass(frozen=True)
class Table(Block):
    """A table: the heads, then rows of cells; an open cell is dashed, a row with only a label is a heading."""

    kind: ClassVar[str] = "table"
    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Picture(Block):
    """A chart, with its words, in a frame in which it can be moved sideways."""

    kind: ClassVar[str] = "picture"
    svg: str
    alt: str
    title: str = screens.PICTURE_FRAME

    @classmethod
    def of(cls, chart: Chart) -> Picture:
        """Return the block of a chart."""
        return cls(chart.svg(), chart.alt)


@dataclass(frozen=True)
class Field(Block):
    """Something that can be typed or chosen, and where it goes in the case.

    Parameters
    ----------
    place : sequence
        Where the value stands in the tree of the case.
    label : str
        What is asked.
    form : str
        ``line``, ``long`` (several lines), ``choice``, ``answer`` (a number, a range, a count), ``day``, ``yes_no``,
        ``lines`` (a list, one a line), ``tick``, ``slider``, or one of those in `compare.app.entering.FORMS`.
    value : str
        What stands there now, as people read it.
    options : sequence of (value, label) or (value, label, group)
        What can be chosen; those that name a group stand under it.
    help : str
        How to answer.
    fault : str
        Why what was typed was refused.
    remark : str
        A few words beside the label, as what a slider comes to.
    """

    kind: ClassVar[str] = "field"
    place: Sequence[str | int]
    label: str
    form: str = "line"
    value: str = ""
    options: Sequence[tuple[str, ...]] = ()
    help: str = ""
    fault: str = ""
    remark: str = ""


@dataclass(frozen=True)
class Ticks(Field):
    """Words of a list, each to be ticked: the options are all of them, the values those that are."""

    kind: ClassVar[str] = "ticks"
    values: Sequence[str] = ()


@dataclass(frozen=True)
class Act(Block):
    """A button: what it does, with what, and how much it stands out (``main``, ``plain`` or ``quiet``).

    A note stands under its label; a name is what it is called where it is read out, if the label alone says too little.
    Where it takes a moment, ``wait`` is said until it is done.
    """

    kind: ClassVar[str] = "act"
    act: str
    label: str
    given: Sequence[Any] = ()
    tone: str = "plain"
    off: bool = False
    note: str = ""
    name: str = ""
    wait: str = ""


@dataclass(frozen=True)
class Pick(Block):
    """Several things of which one is shown: a button for each, with a remark, and which of them holds."""

    kind: ClassVar[str] = "pick"
    title: str
    act: str
    items: Sequence[tuple[str, str]]
    at: int


@dataclass(frozen=True)
class Order(Block):
    """A list to be put in order by dragging, buttons or keys; the act is told what is given and the keys in their new order.

    Parameters
    ----------
    title : str
        What the order is about.
    act : str
        What to do with the new order.
    given : sequence
        What the act is told before the keys.
    items : sequence of (key, label, note, remark)
        In the order that holds.
    up, down : str
        What the buttons are called; ``{label}`` stands for the label.
    at : str
        Where an item stands, where it is read out: ``{n}`` of ``{all}``.
    """

    kind: ClassVar[str] = "order"
    title: str
    act: str
    given: Sequence[Any]
    items: Sequence[tuple[str, str, str, str]]
    up: str
    down: str
    at: str


@dataclass(frozen=True)
class Open(Block):
    """A button that opens a file of one's own."""

    kind: ClassVar[str] = "open"
    label: str
    endings: Sequence[str]
    limit: int


@dataclass(frozen=True)
class Row(Block):
    """Blocks side by side, as far as there is room."""

    kind: ClassVar[str] = "row"
    blocks: Sequence[Block]


@dataclass(frozen=True)
class Group(Block):
    """Blocks under a heading; ``folded`` says whether the group can be folded, and begins so."""

    kind: ClassVar[str] = "group"
    title: str
    blocks: Sequence[Block]
    remark: str = ""
    folded: bool = False
    name: str = ""


@dataclass(frozen=True)
class Card(Group):
    """A group in a box of its own."""

    kind: ClassVar[str] = "card"


@dataclass(frozen=True)
class LiveView(Block):
    """The sliders and what each opinion comes to; drawn by ``live.js``."""

    kind: ClassVar[str] = "live"
    view: Mapping[str, Any]
    points: Mapping[str, float]
    answer: Mapping[str, Any] = field(default_factory=dict)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Block):
        return value.plain()
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
