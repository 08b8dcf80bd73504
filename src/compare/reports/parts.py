"""The parts of a report: titled words, lists, tables, pictures and cards. They hold what is shown and draw nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from compare.statements import Cell

if TYPE_CHECKING:
    from compare.charts import Chart


@dataclass(frozen=True)
class Part:
    """A titled part of a page."""

    kind: ClassVar[str]
    title: str
    lead: str = field(default="", kw_only=True)
    points: Sequence[str] = field(default=(), kw_only=True)
    """Sentences below the part, as a list."""


@dataclass(frozen=True)
class Paragraphs(Part):
    """Sentences, each a paragraph; the first is the most important."""

    kind: ClassVar[str] = "paragraphs"
    texts: Sequence[str]


@dataclass(frozen=True)
class Questions(Part):
    """Questions with room to write the answer."""

    kind: ClassVar[str] = "questions"
    texts: Sequence[str]


@dataclass(frozen=True)
class Chapter(Part):
    """A heading above the parts that follow, up to the next chapter."""

    kind: ClassVar[str] = "chapter"


@dataclass(frozen=True)
class Fields(Part):
    """Labelled fields, as on a form: what is known stands there, what is not has room to write."""

    kind: ClassVar[str] = "fields"
    fields: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Table(Part):
    """A table: the heads of its columns, and rows of a label and cells; a row without cells is a heading.

    ``widths`` says how wide each column is beside the others; without it, the columns with cells are equally wide.
    """

    kind: ClassVar[str] = "table"
    heads: Sequence[str]
    rows: Sequence[tuple[str, Sequence[Cell]]]
    last_is_total: bool = False
    widths: Sequence[float] = ()


@dataclass(frozen=True)
class Picture(Part):
    """A chart."""

    kind: ClassVar[str] = "picture"
    chart: Chart


@dataclass(frozen=True)
class Live(Picture):
    """A chart that can be moved on a screen: what ``live.js`` draws there; on paper and without a script, the chart."""

    kind: ClassVar[str] = "live"
    view: Mapping[str, Any]
    answer: Mapping[str, Any]


@dataclass(frozen=True)
class Card:
    """What is said of one opinion, in labelled lists."""

    name: str
    lists: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Cards(Part):
    """A card for each opinion, side by side."""

    kind: ClassVar[str] = "cards"
    cards: Sequence[Card]
    empty: str = ""
