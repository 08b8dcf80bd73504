"""An answer that could turn the order round, in words: a number as people say it, on the side where it does turn.

Where other answers turn it too, on the other side of what was said or only up to some point, the number is told as an example.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from compare.answers import Count
from compare.case import Attribute, Case
from compare.distributions import TOLERANCE
from compare.sensitivity.answers import AnswerFlip
from compare.values import DIRECT, Levels
from compare.values.continuous import Continuous
from compare.words import flips as said

_MOST_DIGITS = 4
_LEAST_STEPS = 3


def answer_told(case: Case, flip: AnswerFlip) -> str:
    """Return in a sentence what an answer would have to be for another opinion to come first."""
    attribute = case.attribute(flip.criterion, flip.attribute)
    count = isinstance(flip.given, Count)
    unit = attribute.unit if attribute else "of 100"
    unit = "of 100" if count and not unit.startswith("of 100") else unit
    what, now = (attribute or case.criterion(flip.criterion)).label, said.given_answer(flip.given, unit)
    then = _then(flip, attribute, now, unit)
    return said.answer_flip(what, flip.opinion, then, now, flip.to, possible=flip.possible, count=count)


def _then(flip: AnswerFlip, attribute: Attribute | None, now: str | None, unit: str) -> str:
    scale = attribute.value if attribute else DIRECT
    if isinstance(flip.flips_at, str) or isinstance(scale, Levels):
        return str(said.given_answer(flip.flips_at, unit))
    turn = _Turn(flip, scale, flip.flips_at)
    at = turn.to_tell(100.0 if unit.startswith("of 100") else turn.high - turn.low)
    text = str(said.given_answer(at, unit))
    told = said.or_more(
        text, now, upward=flip.upward, onward=turn.onward and turn.low < at < turn.high, level=turn.level(at)
    )
    return told if turn.onward and not turn.elsewhere else said.for_example(told)


@dataclass(frozen=True)
class _Turn:
    """Which answers on a scale of numbers turn the order round: those just beyond ``flips_at``, and perhaps more."""

    flip: AnswerFlip
    scale: Continuous
    flips_at: float

    @property
    def low(self) -> float:
        return self.scale.knots[0][0]

    @property
    def high(self) -> float:
        return self.scale.knots[-1][0]

    @property
    def onward(self) -> bool:
        """Tell whether all answers from there to the end of the scale turn it."""
        return all(self.turns(answer) for answer, _ in self.scale.knots if self.beyond(answer))

    @property
    def elsewhere(self) -> bool:
        """Tell whether answers on the other side turn it too."""
        return any(self.turns(answer) for answer, _ in self.scale.knots if not self.beyond(answer))

    def beyond(self, answer: float) -> bool:
        return (answer - self.flips_at if self.flip.upward else self.flips_at - answer) > TOLERANCE

    def level(self, answer: float) -> bool:
        return abs(answer - self.flips_at) <= TOLERANCE

    def turns(self, answer: float) -> bool:
        gained = self.scale(answer) - self.scale(self.flips_at)
        return gained > TOLERANCE if self.flip.move > 0 else gained < -TOLERANCE

    def to_tell(self, span: float) -> float:
        """Return an answer in few digits; finer where it would not turn, or would leave the range that was given."""
        digits = max(0, math.ceil(-math.log10(span / _LEAST_STEPS)))
        tries = [self._rounded(each) for each in range(digits, digits + _MOST_DIGITS)]
        return next((answer for answer in tries if self._fits(answer)), tries[0 if self.onward else -1])

    def _fits(self, answer: float) -> bool:
        given = self.flip.given if self.flip.possible and isinstance(self.flip.given, tuple) else (self.low, self.high)
        ends = [end for end in given if isinstance(end, float)]
        return min(ends) <= answer <= max(ends) and (self.onward or self.turns(answer))

    def _rounded(self, digits: int) -> float:
        """Round to the side on which it turns; a step further where it turns only for a while, so that it is not just level."""
        steps, further = self.flips_at * 10**digits, 0 if self.onward else 1
        edge = 1e-9 if further else -1e-9
        step = math.floor(steps + edge) + 1 if self.flip.upward else math.ceil(steps - edge) - 1
        return min(max(float(round(step / 10**digits, digits)), self.low), self.high)
