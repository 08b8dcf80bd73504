"""What was found, as a table of points, as sentences, and as rows for analysts."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from compare.audit.detail import Detail, Uneven
from compare.audit.doubles import Double
from compare.audit.remarks import Loaded, Options, Stated
from compare.audit.standards import Point
from compare.case import Case
from compare.errors import visible
from compare.tabular import Row, Spoken
from compare.words import evenness as told

_MOST_SENTENCES = 4
_FIRST_TO_ADD = 3
_WIDTH = 80
_INDENT = 15


@dataclass(frozen=True, repr=False)
class Balance(Spoken):
    """Whether the opinions are told in equal detail, and what the page still lacks.

    Parameters
    ----------
    case : Case
        What was looked at.
    details : tuple of Detail
        How much is told about each opinion.
    uneven : tuple of Uneven
        Opinions about which much less is told than about another.
    doubles : tuple of Double
        What may be counted twice.
    options : Options
        Whether somebody thought of no treatment now.
    chances : tuple of Stated
        How many numbers each opinion gives, and how many lack time, group or source.
    loaded : tuple of Loaded
        Words that push to one side in what the family wrote itself.
    points : tuple of Point
        The points of a good decision page.
    """

    case: Case
    details: tuple[Detail, ...]
    uneven: tuple[Uneven, ...]
    doubles: tuple[Double, ...]
    options: Options
    chances: tuple[Stated, ...]
    loaded: tuple[Loaded, ...]
    points: tuple[Point, ...]

    @property
    def met(self) -> int:
        """Return how many points are met."""
        return sum(point.met for point in self.points)

    def rows(self) -> Sequence[Row]:
        """Return a row for each point: its id, its group, who can meet it, whether it is met, and why."""
        return [
            {"id": p.id, "group": p.group, "point": p.text, "met_by": p.met_by, "met": p.met, "why": p.why}
            for p in self.points
        ]

    def detail_rows(self) -> Sequence[Row]:
        """Return a row for each opinion: how much is told about it, and what its numbers lack."""
        return [
            {
                "opinion": detail.opinion,
                "cells": detail.cells,
                "answers": detail.answers,
                "room": detail.room,
                "words": detail.words,
                "pros": detail.pros,
                "cons": detail.cons,
                **{field: getattr(chance, field) for field in ("numbers", "no_time", "no_group", "no_source")},
                "only_words": chance.only_words,
            }
            for detail, chance in zip(self.details, self.chances, strict=True)
        ]

    def plain(self) -> dict[str, Any]:
        """Return everything that was found as plain mappings and lists, as for JSON."""
        parts = ("uneven", "doubles", "loaded")
        return {
            "met": self.met,
            "points": [dict(row) for row in self.rows()],
            "opinions": [dict(row) for row in self.detail_rows()],
            **{part: [asdict(one) | {"sentence": one.sentence()} for one in getattr(self, part)] for part in parts},
            "options": asdict(self.options),
            "sentences": self.sentences(),
        }

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each point: its id and text, whether it is met, and why."""
        rows = [(f"{p.id} {p.text}", told.YES if p.met else told.NOT_YET, p.why) for p in self.points]
        return [(told.POINT, told.MET, told.WHY), *rows]

    def heading(self) -> str:
        """Return how many points are met for this case."""
        return told.heading(self.met, len(self.points))

    def notes(self) -> Sequence[str]:
        """Return what the points are, and that splitting a criterion does not raise its weight (rule R18)."""
        return (told.SPLITTING, told.NOT_CERTIFIED)

    def sentences(self) -> list[str]:
        """Return what was found, the most useful first: unequal detail, what nobody answered, what numbers lack ..."""
        return [
            *self._on_detail(),
            *([told.NO_WAITING] if self.options.waiting == "missing" else []),
            *([told.options_open(self.options.still_open)] if self.options.still_open else []),
            *self._on_chances(),
            *(double.sentence() for double in self.doubles[:_MOST_SENTENCES]),
            *([told.SPLITTING] if any(double.why != "name" for double in self.doubles) else []),
            *(word.sentence() for word in self.loaded[:_MOST_SENTENCES]),
            told.points_met(self.met, len(self.points), self._first_to_add()),
        ]

    def __str__(self) -> str:
        """Return the result as text for a terminal: the sentences, then a line or two for each point."""
        blocks = [self.heading(), *map(_filled, self.sentences()), "\n".join(map(_line, self.points))]
        return "\n\n".join(visible(block) for block in [*blocks, *map(_filled, self.notes())])

    def _on_detail(self) -> list[str]:
        if len(self.details) == 1:
            return [told.ONE]
        if not any(detail.cells for detail in self.details):
            return [told.NOTHING]
        return [pair.sentence() for pair in self.uneven[:_MOST_SENTENCES]] or [told.EVEN]

    def _on_chances(self) -> list[str]:
        lacking = {
            what: [(c.opinion, getattr(c, field), c.numbers) for c in self.chances if getattr(c, field)]
            for what, field in (("time", "no_time"), ("group", "no_group"), ("source", "no_source"))
        }
        return [told.without(what, counts) for what, counts in lacking.items() if counts]

    def _first_to_add(self) -> list[str]:
        said = {"C1", "QL1"}
        open_points = [p.why for p in self.points if p.met_by == "case" and not p.met and p.id not in said]
        return open_points[:_FIRST_TO_ADD]


def _filled(text: str) -> str:
    return textwrap.fill(visible(text), _WIDTH)


def _line(point: Point) -> str:
    head = f"{told.YES if point.met else told.NOT_YET:<9}{point.id:<6}"
    indent = " " * _INDENT
    text = textwrap.fill(f"{head}{point.text}", _WIDTH, subsequent_indent=indent)
    why = "" if point.met else "\n" + textwrap.fill(point.why, _WIDTH, initial_indent=indent, subsequent_indent=indent)
    return text + why
