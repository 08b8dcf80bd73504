"""When time is short: the five questions that count most, and the two parts that weigh most, scored as always (S4-93)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from compare import words
from compare.distributions import TOLERANCE
from compare.errors import expect
from compare.preparation.asking import open_standard
from compare.scoring import Scores, score
from compare.tabular import Row, Spoken
from compare.unknowns import questions
from compare.weights import Weights
from compare.words import needing as told

MOST = 5
"""How many questions there is time for."""

_DECIDING = 3


@dataclass(frozen=True, repr=False)
class ShortOnTime(Spoken):
    """What to ask and to look at when there is little time.

    Parameters
    ----------
    scores : Scores
        The whole comparison.
    questions : sequence of str
        Five at most: those whose answer could change who comes first, then the most urgent ones to every doctor.
    criteria : sequence of str
        The keys of the two criteria that weigh most; none where nobody has said what matters.
    left_out : sequence of str
        The keys of criteria that weigh as much as the second and are left out.
    by_two : Scores or None
        The comparison by these two alone.
    """

    scores: Scores
    questions: Sequence[str]
    criteria: Sequence[str]
    left_out: Sequence[str]
    by_two: Scores | None

    def sentences(self) -> list[str]:
        """Return which two parts are compared, and that the rest is left out."""
        if self.by_two is None:
            return [told.NEEDS_TWO_PARTS if self.scores.weights.given else told.NO_TWO]
        share = words.of_100(sum(self.scores.weights[key] for key in self.criteria))
        also = [told.as_much(self._labels(self.left_out))] if self.left_out else []
        return [told.two_of(self._labels(self.criteria), share), *also, told.ONLY_TWO]

    def plain(self) -> dict[str, Any]:
        """Return the questions, the two criteria and the totals by them, for JSON; values on 0-100."""
        totals = self.by_two.totals if self.by_two else {}
        return {
            "questions": list(self.questions),
            "criteria": list(self.criteria),
            "left_out": list(self.left_out),
            "totals": {name: {"low": each.low, "mean": each.mean, "high": each.high} for name, each in totals.items()},
            "sentences": self.sentences(),
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each question."""
        return [{"place": place, "question": question} for place, question in enumerate(self.questions, 1)]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the comparison by the two parts; without weights the questions."""
        if self.by_two is None:
            return [("", told.FIVE), *((str(place), text) for place, text in enumerate(self.questions, 1))]
        heads, *rows, total = self.by_two.shown()
        kept = set(self._labels(self.criteria))
        return [heads, *(row for row in rows if row[0] in kept), total]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.HURRY_TITLE

    def notes(self) -> Sequence[str]:
        """Return the sentences, then the questions where the table does not show them."""
        return [*self.sentences(), *(self.questions if self.by_two else ())]

    def _labels(self, keys: Sequence[str]) -> list[str]:
        return [self.scores.case.criterion(key).label for key in keys]


def short_on_time(scores: Scores) -> ShortOnTime:
    """Return what to ask and to look at when there is little time.

    Parameters
    ----------
    scores : Scores
        The whole comparison. The two criteria are scored by the same sum, with the weights of all others at 0.

    Raises
    ------
    CompareError
        Something else than scores.

    Examples
    --------
    >>> from compare.samples import sample
    >>> found = short_on_time(score(sample("lung-stage-3")))
    >>> len(found.questions), len(found.criteria)
    (5, 2)
    """
    expect(scores, Scores)
    first, left_out = _two(scores)
    by_two = _by(scores, first) if first else None
    return ShortOnTime(scores, tuple(dict.fromkeys(_asked(scores)))[:MOST], first, left_out, by_two)


def _two(scores: Scores) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the two criteria that weigh most, and those that weigh as much as the second of them."""
    counting = [key for key in scores.case.keys if scores.weights[key] > 0]
    if not scores.weights.given or len(counting) < 2:
        return (), ()
    ordered = sorted(counting, key=lambda key: -scores.weights[key])
    least = scores.weights[ordered[1]]
    return tuple(ordered[:2]), tuple(key for key in ordered[2:] if scores.weights[key] > least - TOLERANCE)


def _by(scores: Scores, criteria: Sequence[str]) -> Scores:
    """Return the same sum with the weights of all other criteria at 0."""
    shares = {key: share if key in criteria else 0.0 for key, share in scores.weights.items()}
    return score(scores.case, Weights(shares, scores.weights.how), person=scores.person)


def _asked(scores: Scores) -> Iterator[str]:
    """Give what to ask a doctor: answers that could change who comes first, then what is urgent, then the rest."""
    to_doctors = [asked for asked in questions(scores).to_ask() if asked.ask.startswith(words.THE_DOCTOR)]
    if scores.weights.given and not scores.nothing_known:
        yield from [asked.question for asked in to_doctors if asked.could_change_first][:_DECIDING]
    for opinion in scores.case.of_doctors:
        yield from (question.question for question in open_standard(scores.case, opinion) if question.urgent)
    yield from (asked.question for asked in to_doctors)
