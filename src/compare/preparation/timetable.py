"""A plan with its days: as a table, as sentences, as rows for analysts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from compare.case import Case
from compare.preparation.steps import VISIT, Dated, PlanStep, lead_time
from compare.tabular import Row, Spoken
from compare.words import preparing as told


@dataclass(frozen=True, repr=False)
class Plan(Spoken):
    """The plan for getting a second opinion.

    Parameters
    ----------
    case : Case
        Whose plan it is.
    steps : tuple of PlanStep
        The usual steps in their order, then the family's own.
    start, today : date, optional
        The first day of week 1; the day as of which everything is said.
    days : tuple of Dated
        The days that are no step.
    is_today : bool
        Whether somebody said which day it is; else it is the last day that the case notes as past.
    is_squeezed : bool
        Whether the weeks were made shorter to end before the day to decide.
    """

    case: Case
    steps: tuple[PlanStep, ...]
    start: date | None
    today: date | None
    days: tuple[Dated, ...]
    is_today: bool
    is_squeezed: bool = False

    @property
    def decide_by(self) -> date | None:
        """Return the day until which a doctor said there is time."""
        return self.case.decide_by

    @property
    def days_left(self) -> int | None:
        """Return how many days there are until the day to decide; below 0 when it has passed."""
        return (self.decide_by - self.today).days if self.decide_by and self.today else None

    @property
    def late(self) -> tuple[PlanStep, ...]:
        """Return the open steps whose last day has passed."""
        return tuple(step for step in self._open if step.ends and self.today and step.ends < self.today)

    @property
    def after(self) -> tuple[PlanStep, ...]:
        """Return the open steps that end after the day to decide (C3)."""
        return tuple(step for step in self._open if step.ends and self.decide_by and step.ends > self.decide_by)

    @property
    def done(self) -> tuple[PlanStep, ...]:
        """Return the steps that are done."""
        return tuple(step for step in self.steps if step.state == "done")

    @property
    def next(self) -> PlanStep | None:
        """Return the open step that ends first, None where nothing is left to do."""
        return min(self._open, key=lambda step: (step.ends or date.max, step.weeks or _NO_WEEKS), default=None)

    @property
    def _open(self) -> tuple[PlanStep, ...]:
        return tuple(step for step in self.steps if step.is_open)

    def is_late(self, step: PlanStep) -> bool:
        """Tell whether a step is late."""
        return step in self.late

    def state(self, step: PlanStep) -> str:
        """Return where a step stands, in words."""
        if step.state == "done" and step.done:
            return told.done_on(step.done)
        late = [told.LATE] if self.is_late(step) else []
        return ", ".join([told.STATES[step.state], *late, *([told.AFTER] if step in self.after else [])])

    def rows(self) -> Sequence[Row]:
        """Return a row for each step, with its days."""
        return [
            {name: value for name, value in asdict(step).items() if name != "is_set"}
            | {"late": self.is_late(step), "after_decide_by": step in self.after}
            for step in self.steps
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each step: when, who, where it stands."""
        rows = [(step.label, step.when, step.owner, self.state(step)) for step in self.steps]
        return [("", told.WHEN, told.WHO, told.STATE), *rows]

    def heading(self) -> str:
        """Return how many steps are done."""
        counted = [step for step in self.steps if step.state != "not needed"]
        return told.steps_done(len(self.done), len(counted))

    def notes(self) -> Sequence[str]:
        """Return the sentences below the table."""
        return self.sentences()[1:]

    def sentence(self) -> str:
        """Return where the plan stands, in one line: how much is done, what is late, what comes next."""
        late = told.late_count(len(self.late)) if self.late else ""
        upcoming = self.next
        following = told.next_step(upcoming.label, upcoming.ends) if upcoming and not self.late else ""
        return " ".join(text for text in (self.heading(), late, following) if text)

    def warnings(self) -> list[str]:
        """Return what is late, and whether there is time before the day to decide (C3)."""
        late = [told.is_late(step.label, step.ends, self.today) for step in self.late if step.ends and self.today]
        return [*late, *self._on_time()]

    def sentences(self) -> list[str]:
        """Return where the plan stands: what is next, what is late, whether there is time, what it is counted from."""
        upcoming = self.next
        return [
            self.heading(),
            *([told.next_step(upcoming.label, upcoming.ends, upcoming.owner)] if upcoming else []),
            *self.warnings(),
            *self._on_days(),
            *self._on_owners(),
            *self._on_counting(),
        ]

    def _on_time(self) -> list[str]:
        """Say whether there is time before the day to decide (C3, S4-7, S4-93)."""
        if self.decide_by is None:
            return [told.NO_DECIDE_BY]
        ends = [step.ends for step in self.after if step.ends]
        overruns = [told.overruns([step.label for step in self.after], self.decide_by)] if ends else []
        squeezed = [told.SQUEEZED] if self.is_squeezed else []
        return [*overruns, *squeezed, *self._on_days_left()]

    def _on_days_left(self) -> list[str]:
        if self.today is None or self.decide_by is None or self.days_left is None or not self._open:
            return []
        if self.days_left < 0:
            return [told.passed(self.decide_by)]
        is_seen = any(step.key == VISIT and not step.is_open for step in self.steps)
        is_booked = any(each.kind == VISIT and self.today <= each.day <= self.decide_by for each in self.days)
        lead = None if is_seen or is_booked else lead_time()
        return [told.days_left(self.days_left, self.decide_by, lead)]

    def _on_days(self) -> list[str]:
        near = [each for each in self.days if each.kind in {"send", "visit"}]
        near = [each for each in near if not self.today or each.day >= self.today]
        return [
            told.day_of(each.label, each.day, is_after=bool(self.decide_by and each.day > self.decide_by))
            for each in sorted(near, key=lambda each: each.day)
        ]

    def _on_owners(self) -> list[str]:
        nobody = [step.label for step in self._open if not step.owner]
        return [told.nobody(nobody, is_all=len(nobody) == len(self.steps))] if nobody else []

    def _on_counting(self) -> list[str]:
        if self.start is None or self.today is None:
            return [told.NO_START]
        return [] if self.is_today else [told.counted_as_of(self.today)]

    def plain(self) -> dict[str, Any]:
        """Return everything as plain mappings and lists, as for JSON; days as year-month-day."""
        upcoming = self.next
        return {
            "start": _plain(self.start),
            "today": _plain(self.today),
            "decide_by": _plain(self.decide_by),
            "days_left": self.days_left,
            "squeezed": self.is_squeezed,
            "next": upcoming.label if upcoming else None,
            "late": [step.label for step in self.late],
            "after_decide_by": [step.label for step in self.after],
            "steps": [{name: _plain(value) for name, value in row.items()} for row in self.rows()],
            "days": [{"kind": each.kind, "what": each.label, "day": _plain(each.day)} for each in self.days],
            "sentences": self.sentences(),
        }

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return self.sentence()


_NO_WEEKS = (100, 100)
"""After every week that there is."""


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
