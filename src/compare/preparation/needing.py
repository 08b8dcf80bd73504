"""Do we need a second opinion: reasons to tick, what the case itself shows, and when asking has to wait. Never a score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from compare.case import Case
from compare.errors import expect
from compare.preparation.lists import checklist, own_texts
from compare.preparation.seen import Why, shown_in
from compare.tabular import Row, Spoken
from compare.words import grid
from compare.words import needing as told

Kind = Literal["trigger", "reason", "not waiting"]


@dataclass(frozen=True)
class Ground:
    """One reason to ask another doctor, or one to ask the own doctor first.

    Parameters
    ----------
    kind : {"trigger", "reason", "not waiting"}
        About the illness, the doctor or the plan; what people hope for; when asking elsewhere has to wait.
    item : Why
        Its words and where it comes from.
    is_ticked : bool
        Whether the family ticked it.
    seen : sequence of str
        What the case states about it.
    """

    kind: Kind
    item: Why
    is_ticked: bool
    seen: Sequence[str]

    @property
    def holds(self) -> bool:
        """Tell whether the family or the case says so."""
        return self.is_ticked or bool(self.seen)


@dataclass(frozen=True, repr=False)
class Needing(Spoken):
    """The reasons for a second opinion, ticked and seen.

    Parameters
    ----------
    case : Case
        Where it stands.
    grounds : sequence of Ground
        The whole list: what was ticked, what the case shows, what is left.
    waiting : sequence of Ground
        When to ask the own doctor first (C3).
    own : sequence of str
        What the family noted in words of their own.
    """

    case: Case
    grounds: Sequence[Ground]
    waiting: Sequence[Ground]
    own: Sequence[str]

    def sentences(self) -> list[str]:
        """Return how much time is stated, what speaks for asking another doctor, and that the same answer helps too."""
        held = [told.speaks_for(ground.item.label, ground.item.why) for ground in self.grounds if ground.holds]
        own = [told.own_point(text) for text in self.own]
        first = [told.WORTH_IT, *held, *own] if held or own else [told.NOTHING_TICKED]
        seen = [text for ground in self.waiting for text in ground.seen]
        return [*seen, *first, told.SAME_IS_WORTH_IT, told.ASK_FOR_TIME]

    @property
    def held(self) -> tuple[str, ...]:
        """Return what speaks for asking another doctor, each in one line: ticked, seen in the case, or in own words."""
        return (*(ground.item.label for ground in self.grounds if ground.holds), *self.own)

    def in_short(self) -> list[str]:
        """Return the same without the reasons, for where they are listed beside it."""
        seen = [text for ground in self.waiting for text in ground.seen]
        return [*seen, told.ASK_FOR_TIME, told.SAME_IS_WORTH_IT, told.WORTH_IT if self.held else told.NOTHING_TICKED]

    def plain(self) -> dict[str, Any]:
        """Return the whole list as plain values, for JSON."""
        return {
            "grounds": [_plain(ground) for ground in self.grounds],
            "not_waiting": [_plain(ground) for ground in self.waiting],
            "own": list(self.own),
            "sentences": self.sentences(),
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each line of the list."""
        return [_plain(ground) | {"seen": "; ".join(ground.seen) or None} for ground in (*self.grounds, *self.waiting)]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the list as a table: the reason, whether it is ticked, and what the case shows."""
        rows = ((ground.item.label, tick(ground), "; ".join(ground.seen)) for ground in self.grounds)
        return [(told.REASON, told.TICKED_HEAD, told.SEEN_HEAD), *rows, *((text, grid.TICKED, "") for text in self.own)]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.TITLE


def reasons_to_ask(case: Case) -> Needing:
    """Return what speaks for a second opinion: ticked by the family, or stated in the case. There is no score.

    Parameters
    ----------
    case : Case
        What is known; one opinion is enough.

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> found = reasons_to_ask(Case(opinions=[{"name": "A"}], preparation={"triggers": ["A rare cancer"]}))
    >>> found.sentences()[1]
    'A rare cancer. Few doctors see it often. One who does can guide your doctor by phone.'
    """
    expect(case, Case)
    triggers, reasons = checklist("triggers", Why), checklist("reasons", Why)
    noted = (*case.noted.triggers, *case.noted.reasons)
    grounds = (
        *(_ground(case, "trigger", item, noted) for item in triggers),
        *(_ground(case, "reason", item, noted) for item in reasons),
    )
    waiting = tuple(_ground(case, "not waiting", item, ()) for item in checklist("not_waiting", Why))
    return Needing(case, grounds, waiting, own_texts(noted, (*triggers, *reasons)))


def tick(ground: Ground) -> str:
    """Return the sign of a ticked box or an open one; what only the case shows is for people to tick."""
    return grid.TICKED if ground.is_ticked else grid.TICK


def _ground(case: Case, kind: Kind, item: Why, noted: Iterable[str]) -> Ground:
    return Ground(kind, item, any(item.is_named(text) for text in noted), shown_in(case, item))


def _plain(ground: Ground) -> dict[str, Any]:
    return {
        "kind": ground.kind,
        "key": ground.item.key,
        "label": ground.item.label,
        "why": ground.item.why,
        "ticked": ground.is_ticked,
        "seen": list(ground.seen),
        "source": ground.item.source,
    }
