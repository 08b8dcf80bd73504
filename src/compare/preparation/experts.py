"""The doctors who might give the next opinion: what counts for experience, what the trip takes, what is only noted.

Nobody is ranked here, and reviews are never counted. The program brings no list of centres.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare import words
from compare.case import Case
from compare.case.preparation import Specialist
from compare.errors import expect
from compare.fields import Key, Part, Text
from compare.preparation.lists import Item, checklist
from compare.preparation.planning import day_in
from compare.tabular import Row, Spoken
from compare.words import gathering as told


class Point(Item):
    """Something to find out about a doctor, as ``data/checklists.yaml`` lists it."""

    field: Key
    question: Text
    group: Text


@dataclass(frozen=True, repr=False)
class Specialists(Spoken):
    """The doctors who might give the next opinion.

    Parameters
    ----------
    case : Case
        Whose they are.
    doctors : tuple of Specialist
        As the family noted them; may be empty.
    points : tuple of Point
        What to find out about each.
    """

    case: Case
    doctors: tuple[Specialist, ...]
    points: tuple[Point, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return what each is called."""
        return tuple(doctor.name or told.specialist(place) for place, doctor in enumerate(self.doctors, 1))

    def open_points(self, doctor: Specialist) -> tuple[Point, ...]:
        """Return what is not known of a doctor; reviews are never asked for."""
        return tuple(point for point in self.points if point.group != "noted" and not _known(doctor, point))

    def answers(self, point: Point) -> tuple[str, ...]:
        """Return what is known of each doctor on a point; empty for not known."""
        return tuple(_known(doctor, point) for doctor in self.doctors)

    def groups(self) -> Mapping[str, tuple[Point, ...]]:
        """Return the points by their group."""
        return {group: tuple(point for point in self.points if point.group == group) for group in told.GROUPS}

    def rows(self) -> Sequence[Row]:
        """Return a row for each doctor and point."""
        return [
            {"doctor": name, "group": point.group, "point": point.key, "answer": _known(doctor, point) or None}
            for name, doctor in zip(self.names, self.doctors, strict=True)
            for point in self.points
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each point; the question where nobody is noted yet."""
        if not self.doctors:
            return [("", told.TO_FIND_OUT), *((point.label, point.question) for point in self.points)]
        rows = [(point.label, *(text or words.NOT_KNOWN for text in self.answers(point))) for point in self.points]
        return [("", *self.names), *rows]

    def heading(self) -> str:
        """Return how many doctors are noted."""
        return told.doctors_noted(len(self.doctors))

    def notes(self) -> Sequence[str]:
        """Return the sentences below the table."""
        return self.sentences()[1:]

    def sentences(self) -> list[str]:
        """Return how many are noted, what to ask about each, where to ask for names, and that nobody is ranked."""
        return [
            self.heading(),
            *(
                told.to_find_out(name, [point.label for point in self.open_points(doctor)])
                for name, doctor in zip(self.names, self.doctors, strict=True)
                if self.open_points(doctor)
            ),
            *([told.where_to_ask(where_to_ask())] if len(self.doctors) < _SEVERAL else []),
            told.NOT_RANKED,
        ]

    def plain(self) -> dict[str, Any]:
        """Return everything as plain mappings and lists, as for JSON."""
        return {
            "specialists": [
                {
                    "name": name,
                    "known": {point.key: _known(doctor, point) for point in self.points if _known(doctor, point)},
                }
                | {"open": [point.question for point in self.open_points(doctor)], "note": doctor.note}
                for name, doctor in zip(self.names, self.doctors, strict=True)
            ],
            "questions": [
                {"key": point.key, "question": point.question, "group": point.group} for point in self.points
            ],
            "where_to_ask": where_to_ask(),
            "sentences": self.sentences(),
        }


def specialists(case: Case) -> Specialists:
    """Return the doctors who might give the next opinion, and what to find out about each.

    Parameters
    ----------
    case : Case
        What the family noted.

    Returns
    -------
    Specialists
        What is known of each: experience, the trip, and what is noted and never counted (S4-21..33).

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "Surgery"}], preparation={"specialists": [{"name": "Dr. Ember", "years": 12}]})
    >>> [row["answer"] for row in specialists(case).rows() if row["point"] == "years"]
    ['12']
    """
    expect(case, Case)
    return Specialists(case, case.noted.specialists, checklist("specialist", Point))


def where_to_ask() -> list[str]:
    """Return where to ask for names (S4-27).

    Examples
    --------
    >>> len(where_to_ask())
    4
    """
    return [item.label for item in checklist("asking_for_names", Item)]


def _known(doctor: Part, point: Point) -> str:
    """Return what is known of a doctor on a point, as text; empty for not known."""
    value = getattr(doctor, point.field)
    if value in {None, words.NOT_KNOWN}:
        return ""
    day = day_in(value) if isinstance(value, str) else None
    return words.day(day) if day else words.answer(value)


_SEVERAL = 2
