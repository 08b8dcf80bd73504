"""What would change it, as a table and as sentences."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare import words
from compare.case import Attribute
from compare.scoring import Scores
from compare.sensitivity.answers import AnswerFlip
from compare.sensitivity.weights import NearestFlip, WeightFlip
from compare.tabular import Row, Tabular
from compare.values import DIRECT, Levels
from compare.words import flips as said

_MOST_ANSWERS = 3


@dataclass(frozen=True, repr=False)
class WhatIf(Tabular):
    """What would put another opinion first.

    Parameters
    ----------
    scores : Scores
        What was compared.
    first : str
        The opinion that comes first now; of several equal ones the first by name.
    weights : mapping
        For each criterion the weights at which it stays first.
    nearest : NearestFlip or None
        The nearest weights at which another is level; None where no weights do that.
    answers : sequence of AnswerFlip
        Answers that could turn the order round on their own, the smallest move first.
    """

    scores: Scores
    first: str
    weights: Mapping[str, WeightFlip]
    nearest: NearestFlip | None
    answers: Sequence[AnswerFlip]

    def lines(self, criterion: str) -> dict[str, tuple[float, float]]:
        """Return each opinion's mean total where a criterion counts for nothing, and where it alone counts, 0-100."""
        share = self.scores.weights[criterion]
        return {name: self._ends(name, criterion, share) for name in self.scores.case.names}

    def _ends(self, name: str, criterion: str, share: float) -> tuple[float, float]:
        values = {key: value.mean for key, value in self.scores.values[name].items()}
        own = values.pop(criterion)
        if share < 1:
            return (self.scores.totals[name].mean - share * own) / (1 - share), own
        return (sum(values.values()) / len(values) if values else own), own

    def sentence(self) -> str:
        """Return the most important sentence."""
        return self.sentences()[0]

    def sentences(self) -> list[str]:
        """Return what would change it in plain words, the nearest change first."""
        if len(self.scores.case.opinions) == 1:
            return [said.NEEDS_TWO]
        if self.scores.nothing_known:
            return [words.nothing_known(self.scores.case.names)]
        return [self._opening(), *self._nearest(), *self._weight_flips(), *self._answer_flips()]

    def _opening(self) -> str:
        given, person = self.scores.weights.given, self.scores.person
        if len(self.scores.leaders) > 1:
            return said.level(person, self.scores.leaders, given=given)
        return said.opening(person, self.first, given=given, close=self.scores.close_call)

    def _nearest(self) -> Iterator[str]:
        if self.nearest is None:
            rivals = [name for name in self.scores.case.names if name != self.first]
            yield said.no_weights_turn(self.first, rivals)
        elif self.nearest.distance > 0:
            now, then = self.scores.weights, self.nearest.shares
            changed = [(self._label(key), now[key], then[key]) for key in now if now[key] != then[key]]
            yield said.nearest(self.nearest.to, sorted(changed, key=lambda change: change[1] - change[2]))

    def _weight_flips(self) -> Iterator[str]:
        if self.nearest is None or self.nearest.distance == 0:
            return
        turning = sorted(
            (abs(flip - each.share), each, flip, to) for each in self.weights.values() for flip, to in each.flips
        )
        for _, each, flip, to in turning:
            yield said.weight_flip(self._label(each.criterion), flip, each.share, to)
        still = [self._label(key) for key, each in self.weights.items() if not each.flips]
        if still:
            yield said.no_flip(still, self.first)

    def _answer_flips(self) -> Iterator[str]:
        if len(self.scores.leaders) > 1:
            return
        for flip in self.answers[:_MOST_ANSWERS]:
            yield said.answer_flip(self._question(flip), flip.opinion, self._then(flip), self._now(flip), flip.to)
        if len(self.answers) > _MOST_ANSWERS:
            yield said.more_flips(len(self.answers) - _MOST_ANSWERS)
        if not self.answers:
            yield said.NO_ANSWER_FLIPS

    def _label(self, key: str) -> str:
        return self.scores.case.criterion(key).label

    def _question(self, flip: AnswerFlip) -> str:
        attribute = self._attribute(flip)
        return attribute.label if attribute else self._label(flip.criterion)

    def _attribute(self, flip: AnswerFlip) -> Attribute | None:
        attributes = self.scores.case.criterion(flip.criterion).attributes
        return next((attribute for attribute in attributes if attribute.key == flip.attribute), None)

    def _now(self, flip: AnswerFlip) -> str | None:
        attribute = self._attribute(flip)
        return None if flip.given is None else words.answer(flip.given, attribute.unit if attribute else "")

    def _then(self, flip: AnswerFlip) -> str:
        attribute = self._attribute(flip)
        if isinstance(flip.flips_at, str):
            return flip.flips_at
        scale = attribute.value if attribute else DIRECT
        low, high = (0.0, 100.0) if isinstance(scale, Levels) else (scale.knots[0][0], scale.knots[-1][0])
        rounded = min(max(_rounded(flip.flips_at, high - low, upward=flip.upward), low), high)
        return said.or_more(words.answer(rounded, attribute.unit if attribute else ""), upward=flip.upward)

    def rows(self) -> Sequence[Row]:
        """Return a row for each criterion: its share, the shares at which the first stays first, and who comes first beyond."""
        return [
            {
                "criterion": key,
                "share": flip.share,
                "stays_first_low": flip.low,
                "stays_first_high": flip.high,
                "first_below": flip.below,
                "first_above": flip.above,
            }
            for key, flip in self.weights.items()
        ]

    def answer_rows(self) -> Sequence[Row]:
        """Return a row for each answer that could turn the order round, in full."""
        return [
            {
                "opinion": flip.opinion,
                "criterion": flip.criterion,
                "attribute": flip.attribute,
                "given": flip.given,
                "flips_at": flip.flips_at,
                "to": flip.to,
                "move": flip.move,
            }
            for flip in self.answers
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each criterion, in whole numbers."""
        rows = [
            (
                self._label(key),
                words.whole(100 * flip.share),
                said.share_range(flip.low, flip.high),
                said.then_first(below=flip.below, above=flip.above),
            )
            for key, flip in self.weights.items()
        ]
        return [("", said.COUNTS_NOW, said.STAYS_FIRST, said.THEN_FIRST), *rows]

    def heading(self) -> str:
        """Return what the table is about."""
        return said.heading(self.first)

    def notes(self) -> Sequence[str]:
        """Return how the changes are made, and the sentences."""
        return (*self.sentences(), said.OTHERS_KEEP)


def _rounded(answer: float, span: float, *, upward: bool) -> float:
    """Round an answer to what people would say on a scale of this length, to the side on which it still turns."""
    digits = max(0, math.ceil(-math.log10(span / 3)))
    steps = answer * 10**digits
    return float(round((math.ceil(steps - 1e-9) if upward else math.floor(steps + 1e-9)) / 10**digits, digits))
