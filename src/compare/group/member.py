"""One person and what they see."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from compare import words
from compare.case import GutChoice, Moved, Person
from compare.scoring import Scores
from compare.words import together

Relation = Literal["agrees", "differs", "too close"]


@dataclass(frozen=True)
class Member:
    """One person and what they see.

    Parameters
    ----------
    person : Person
        Who it is.
    scores : Scores or None
        The opinions by this person's own weights; None when they have not said what matters.
    moved : tuple of Moved
        Which ends of scales are others than when they said it, so that it does not count.
    """

    person: Person
    scores: Scores | None
    moved: tuple[Moved, ...] = ()

    @property
    def name(self) -> str:
        """Return the person's name."""
        return self.person.name

    @property
    def label(self) -> str:
        """Return the name with the role, so that the patient is marked."""
        return words.named(self.person.name, self.person.role)

    @property
    def silence(self) -> str:
        """Return in a few words why nothing stands for this person."""
        return together.SAYS_AGAIN if self.moved else together.NOT_SAID_YET

    @cached_property
    def places(self) -> tuple[tuple[str, ...], ...]:
        """Return the opinions in this person's order, those that are too close to call together; () where none is claimed."""
        if self.scores is None or len(self.scores.case.opinions) == 1 or self.scores.nothing_known:
            return ()
        close = {frozenset((pair.first, pair.second)) for pair in self.scores.ahead if pair.sure == "too close"}
        rest, groups = list(self.scores.order), []
        while rest:
            groups.append(tuple(name for name in rest if name == rest[0] or {rest[0], name} in close))
            rest = [name for name in rest if name not in groups[-1]]
        return tuple(groups)

    @property
    def front(self) -> tuple[str, ...]:
        """Return the opinion that comes first for this person, or those too close to call; () where none is claimed."""
        return self.places[0] if self.places else ()

    def among(self, count: int) -> set[str]:
        """Return the opinions that are among the first ``count`` for this person, close calls not decided."""
        found: set[str] = set()
        for group in self.places:
            if len(found) + len(group) > count:
                break
            found.update(group)
        return found

    def relation(self, gut: GutChoice | None) -> Relation | None:
        """Tell how a gut choice lies beside what this person's own weights put first; None where there is nothing to tell."""
        if gut is None or gut.opinion is None or not self.front:
            return None
        if gut.opinion not in self.front:
            return "differs"
        return "agrees" if len(self.front) == 1 else "too close"

    def plain(self) -> dict[str, Any]:
        """Return what this person sees as plain texts, numbers and mappings, for JSON."""
        person, scores = self.person, self.scores
        return {
            "name": person.name,
            "role": person.role,
            "patient": person.is_patient,
            "weights": scores.weights.plain() if scores else None,
            "order": [list(place) for place in self.places],
            "totals": {name: total.plain() for name, total in scores.totals.items()} if scores else None,
            "gut_first": person.gut_first.opinion if person.gut_first else None,
            "gut_later": person.gut_later.opinion if person.gut_later else None,
        }
