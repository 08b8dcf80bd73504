"""What can settle a difference, as a table and in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from compare import words
from compare.case import layer_rules
from compare.disagreement import Difference, Differences
from compare.scoring import Scores
from compare.tabular import Row, Spoken
from compare.ties.flags import Flag
from compare.ties.third_opinion import days_left, needs_a_doctor
from compare.words import differing


@dataclass(frozen=True, repr=False)
class TieBreak(Spoken):
    """What can settle a difference between the opinions.

    Parameters
    ----------
    scores : Scores
        What was compared.
    differences : Differences
        Where the doctors differ.
    as_of : date or None
        The day from which the time left is counted; None where the case names no day.
    missing : tuple of str
        What stands between here and a third opinion, in words; nothing where one may help.
    flags : tuple of Flag
        What else to know.
    """

    scores: Scores
    differences: Differences
    as_of: date | None
    missing: tuple[str, ...]
    flags: tuple[Flag, ...]

    @property
    def third_opinion(self) -> bool:
        """Tell whether a third opinion may help: a large difference of facts or plan, every doctor asked alike, and time."""
        return not self.missing

    @property
    def decides(self) -> Difference | None:
        """Return the difference to begin with: the strongest, the furthest up the chain where several are as strong."""
        return self.differences.decides

    @cached_property
    def days_left(self) -> int | None:
        """Return how many days are left until it has to be decided; None where nobody can tell."""
        return days_left(self.scores.case, self.as_of)

    def rows(self) -> Sequence[Row]:
        """Return a row for each thing that is said: its kind, its opinion if any, its words."""
        facts = {"third opinion": differing.MAY_HELP if self.third_opinion else differing.NOT_YET}
        if self.decides:
            decides = {"decides": self.decides.layer.key, "agreement": self.decides.agreement}
            facts = decides | {"first step": self.decides.first_step, "specialty": self.decides.specialty} | facts
        rows = [(kind, None, text) for kind, text in facts.items()]
        rows += [("missing", None, text) for text in self.missing]
        told = [*rows, *((flag.kind, flag.opinion, flag.sentence) for flag in self.flags)]
        return [{"kind": kind, "opinion": opinion, "text": text} for kind, opinion, text in told]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return in short where they differ most, who can settle it, and whether a third opinion may help."""
        third = differing.MAY_HELP if self.third_opinion else differing.NOT_YET
        nothing = differing.TOO_LITTLE_STATED if self.differences.nothing_stated else differing.NOTHING_TO_SETTLE
        label = self.decides.layer.label if self.decides else nothing
        rows = [("", differing.SO_FAR), (differing.DIFFER_MOST, label)]
        if self.decides:
            rows.append((differing.SETTLES, self.decides.specialty))
        return [*rows, (differing.THIRD_OPINION, third), (differing.STILL_MISSING, words.whole(len(self.missing)))]

    def heading(self) -> str:
        """Return what the table shows."""
        return differing.TIES_HEADING

    def sentences(self) -> list[str]:
        """Return what can settle it, whether a third opinion may help, and what else to know, in plain sentences."""
        if len(self.differences.names) < 2:
            return [*self.differences.sentences(), *self._flagged()]
        return [*self._where(), *self._third(), *self._flagged()]

    def _where(self) -> Iterator[str]:
        scores, found, unstated = self.scores, self.decides, self.differences.nothing_stated
        ranked = scores.weights.given and not scores.nothing_known
        if ranked and scores.close_call:
            yield words.close(scores.front, [scores.totals[name].mean for name in scores.front])
        elif ranked:
            yield differing.NOT_CLOSE if found or unstated else differing.NOT_CLOSE_AND_SAME
        if found is None:
            if not ranked or scores.close_call or unstated:
                yield self.differences.sentence()
            return
        yield differing.settle(found.layer.label, found.first_step, found.specialty)
        if sum(row.agreement == found.agreement for row in self.differences.layers) > 1:
            yield differing.further_up(found.layer.label)

    def _third(self) -> Iterator[str]:
        case, found, rule = self.scores.case, self.decides, layer_rules().third_opinion
        if found and self.third_opinion and case.decide_by and self.days_left is not None:
            settled = next(row for row in self.differences.layers if needs_a_doctor(row))
            yield differing.third_may_help(settled.specialty, self.days_left, case.decide_by, rule.weeks)
        elif found and found.agreement == "major" and not needs_a_doctor(found):
            yield differing.ONLY_VALUES
        elif found and len(self.missing) > 0 and self.missing != (differing.NO_LARGE,):
            yield differing.MISSING_FOR_THIRD
        if not self.third_opinion and found:
            yield from self.missing

    def _flagged(self) -> Iterator[str]:
        patient = self.scores.case.patient
        if patient and patient.fast_growing:
            yield differing.ask_before_waiting(patient.fast_growing_said_by)
        own = [flag.sentence for flag in self.flags if flag.kind == "own treatment"]
        yield from ([*own, differing.OTHER_FIELD] if own else [])
        yield from (flag.sentence for flag in self.flags if flag.kind != "own treatment")
