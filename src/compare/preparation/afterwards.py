"""After the decision: what came out, where care goes on, the next dates, what to arrange (S0-40, S4-71..74, S4-82..86)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare import words
from compare.case import Case, Decision
from compare.errors import expect
from compare.fields import Texts
from compare.preparation.lists import Item, checklist
from compare.tabular import Row, Spoken
from compare.words import deciding, grid, headings
from compare.words import visits as told


class Arranging(Item):
    """Something to arrange; ``after`` names the outcomes for which it stands, all where it names none."""

    after: Texts = ()


@dataclass(frozen=True, repr=False)
class Afterwards(Spoken):
    """What comes after the decision.

    Parameters
    ----------
    case : Case
        Where it stands.
    decision : Decision
        What was decided; an empty one while nothing is.
    dates : sequence of (str, str)
        What comes when: from the decision, then from the plan that was chosen.
    arranging : sequence of Arranging
        What to arrange for this outcome.
    """

    case: Case
    decision: Decision
    dates: Sequence[tuple[str, str]]
    arranging: Sequence[Arranging]

    @property
    def is_decided(self) -> bool:
        """Tell whether anything is decided."""
        return self.decision.outcome not in {None, "undecided"}

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what was decided, why, how sure, and where care goes on; an empty text is a line to write on."""
        made = self.decision
        return (
            (headings.DECIDED, deciding.decided(made.outcome, made.opinion) if made.outcome or made.opinion else ""),
            (headings.OWN_WORDS, words.said(made.statement) if made.statement else ""),
            (headings.HOW_SURE, deciding.out_of_10(made.confidence) if made.confidence is not None else ""),
            (headings.CARE, headings.CARE_WITH[made.care_transfer] if made.care_transfer else ""),
        )

    def sentences(self) -> list[str]:
        """Return what was decided, that the same advice twice is a result too, and how sure people felt before and after."""
        if not self.is_decided:
            return [told.NOT_DECIDED]
        stayed = [told.CONFIRMED] if self.decision.outcome == "stay" else []
        return [told.it_was_decided(self.facts[0][1]), *stayed, *self._sureness()]

    def _sureness(self) -> Iterator[str]:
        for person in self.case.people:
            before, after = (rated.sure if rated else None for rated in (person.before, person.after))
            if before is not None and after is not None:
                yield told.felt_sure(person.name, deciding.out_of_10(before), deciding.out_of_10(after))

    def plain(self) -> dict[str, Any]:
        """Return what was decided, the dates and what to arrange, for JSON."""
        return {
            "outcome": self.decision.outcome,
            "opinion": self.decision.opinion,
            "care_transfer": self.decision.care_transfer,
            "dates": dict(self.dates),
            "arrange": [{"key": item.key, "label": item.label, "source": item.source} for item in self.arranging],
            "open_points": list(self.decision.open_points),
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each fact, each date and each thing to arrange."""
        lists = {"fact": self.facts, "date": self.dates, "arrange": [(item.label, "") for item in self.arranging]}
        return [
            {"block": block, "line": label, "text": text or None}
            for block, lines in lists.items()
            for label, text in lines
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the facts, the dates and what to arrange, each with a box to tick."""
        arranging = ((f"{grid.TICK} {item.label}", "") for item in self.arranging)
        return [("", told.AFTER_TITLE), *self.facts, *self.dates, *arranging]


def after_deciding(case: Case) -> Afterwards:
    """Return what comes after the decision.

    Parameters
    ----------
    case : Case
        With its decision, or without one yet.

    Examples
    --------
    >>> found = after_deciding(Case(opinions=[{"name": "A"}], decision={"outcome": "take time"}))
    >>> found.sentences(), found.arranging[0].label
    (['Decided: take more time.'], 'Ask how long it is safe to wait')
    """
    expect(case, Case)
    decision = case.decision or Decision()
    outcome = decision.outcome or "undecided"
    arranging = tuple(item for item in checklist("arranging", Arranging) if not item.after or outcome in item.after)
    return Afterwards(case, decision, tuple(_dates(case, decision)), arranging)


def _dates(case: Case, decision: Decision) -> Iterator[tuple[str, str]]:
    """Give the dates of the decision and of the plan that was chosen, then lines for the next scan and visit."""
    found = {name: _day(when) for name, when in decision.next_dates.items()}
    plan = case.opinion(decision.opinion).plan if decision.opinion else None
    if plan:
        starts = {headings.PLAN_FIELDS["earliest_start"]: plan.earliest_start} if plan.earliest_start else {}
        found = {name: words.day(when) for name, when in {**starts, **plan.next_dates}.items()} | found
    yield from (found or {told.NEXT_SCAN: "", told.NEXT_VISIT: ""}).items()


def _day(when: str) -> str:
    try:
        return words.day(date.fromisoformat(when))
    except ValueError:
        return when
