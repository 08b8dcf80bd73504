"""Answers at which another opinion comes first, each on its own, everything else staying as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compare.answers import Answer, Single
from compare.case import Attribute, Criterion, Opinion, Rating
from compare.distributions import TOLERANCE
from compare.sensitivity.weights import Lead
from compare.values import DIRECT, Value


@dataclass(frozen=True)
class AnswerFlip:
    """An answer that could turn the order round.

    Parameters
    ----------
    opinion, criterion : str
        Whose answer, on which criterion.
    attribute : str or None
        The question within the criterion; None for one answer to the whole.
    given : Answer
        What the answer is now; None where nobody knows.
    flips_at : float or str
        The answer at which the other opinion draws level, and beyond which it is ahead; a level at which it is ahead.
    to : str
        Which opinion comes first then.
    move : float
        How far the value of the answer has to move from its mean, -100 to 100.
    upward : bool
        Whether the answer has to rise (for a level: whether its value has to).
    possible : bool
        Whether the answer as given leaves room for it: it is open, or a range or a count that reaches so far.
    """

    opinion: str
    criterion: str
    attribute: str | None
    given: Answer
    flips_at: Single
    to: str
    move: float
    upward: bool
    possible: bool


def answer_flips(lead: Lead) -> tuple[AnswerFlip, ...]:
    """Return every answer that could turn the order round, the smallest move first; of equal ones the first by name."""
    found = [flip for opinion in lead.scores.case.opinions for flip in _flips_of(lead, opinion)]
    return tuple(sorted(found, key=_nearest_first))


def _nearest_first(flip: AnswerFlip) -> tuple[float, str, str, str]:
    return round(abs(flip.move), 9), flip.opinion, flip.criterion, flip.attribute or ""


def _flips_of(lead: Lead, opinion: Opinion) -> Iterator[AnswerFlip]:
    own = opinion.name == lead.first
    to = min(lead.gains, key=lambda rival: round(lead.ahead_of(rival), 9), default=None) if own else opinion.name
    if to is None:
        return
    needed = max(0.0, lead.ahead_of(to))
    for criterion, attribute, rating, counts, value in _answers(lead, opinion):
        move = (-needed if own else needed) / counts
        wanted = value.interval.mean + move
        turning = _turning(attribute, rating, wanted, falling=own)
        if turning:
            key = attribute.key if attribute else None
            possible = value.interval.low < wanted if own else wanted < value.interval.high
            yield AnswerFlip(
                opinion.name, criterion.key, key, rating.answer, turning[0], to, move, turning[1], possible
            )


def _answers(lead: Lead, opinion: Opinion) -> Iterator[tuple[Criterion, Attribute | None, Rating, float, Value]]:
    """Give each answer that counts, with how much of the total it makes, 0-1, and what it is worth."""
    case = lead.scores.case
    for criterion in case.criteria:
        worths = case.worth[opinion.name][criterion.key]
        for (attribute, rating), (share, value) in zip(case.answers(opinion, criterion), worths, strict=True):
            counts = lead.scores.weights[criterion.key] * share
            if counts > 0:
                yield criterion, attribute, rating, counts, value


def _turning(
    attribute: Attribute | None, rating: Rating, wanted: float, *, falling: bool
) -> tuple[float, bool] | tuple[str, bool] | None:
    scale = attribute.value if attribute else DIRECT
    low, high = scale.ends
    beyond = wanted <= low + TOLERANCE if falling else wanted >= high - TOLERANCE
    return None if beyond else scale.turning(rating.answer, wanted, falling=falling)
