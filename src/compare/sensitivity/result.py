"""What would change it, as a table and as sentences."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare import words
from compare.answers import plain_answer
from compare.scoring import Scores
from compare.sensitivity.answers import AnswerFlip
from compare.sensitivity.telling import answer_told
from compare.sensitivity.weights import Lead, NearestFlip, WeightFlip, overtaken, rest
from compare.tabular import Row, Spoken
from compare.words import flips as said

Line = tuple[float, float]
"""A mean total where a criterion counts for nothing, and where it alone counts, 0-100; in between it is straight."""

_MOST_WEIGHTS = 3
_MOST_ANSWERS = 2
_LEAST_TOLD = 0.005


@dataclass(frozen=True, repr=False)
class WhatIf(Spoken):
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

    @property
    def one_first(self) -> bool:
        """Tell whether there is something to turn round: several opinions, something known, and one of them first."""
        scores = self.scores
        return len(scores.case.opinions) > 1 and not scores.nothing_known and len(scores.leaders) == 1

    @property
    def can_turn(self) -> bool:
        """Tell whether some weights put another opinion ahead, the answers staying as they are."""
        return Lead.of(self.scores).can_turn

    @property
    def most_telling(self) -> str:
        """Return the criterion whose weight has to change least; where none turns it round, the one that counts most."""
        return min(self.weights, key=lambda key: (self._least_change(key), -self.weights[key].share, key))

    def _least_change(self, key: str) -> float:
        flip = self.weights[key]
        return min((round(abs(share - flip.share), 9) for share, _ in flip.flips), default=math.inf)

    def lines(self, criterion: str) -> dict[str, Line]:
        """Return each opinion's mean total over the weight of a criterion, the others keeping their proportions."""
        means = {name: {key: value.mean for key, value in row.items()} for name, row in self.scores.values.items()}
        return {name: (rest(self.scores.weights, row, criterion), row[criterion]) for name, row in means.items()}

    def changes(self, criterion: str) -> list[tuple[float, str]]:
        """Return every share, 0-1, at which who comes first changes as a criterion counts for more, and to whom."""
        lines = self.lines(criterion)
        first = max(sorted(lines), key=lambda name: tuple(round(end, 9) for end in lines[name]))
        found: list[tuple[float, str]] = []
        while later := overtaken(_ahead_of_others(lines, first)):
            found.append(later)
            first = later[1]
        return found

    def sentences(self) -> list[str]:
        """Return what would change it in plain words, the nearest change first; at most eight."""
        if len(self.scores.case.opinions) == 1:
            return [said.NEEDS_TWO]
        if self.scores.nothing_known:
            return [words.nothing_known(self.scores.case.names)]
        if len(self.scores.leaders) > 1:
            weights = self.scores.weights
            return [said.level(self.scores.person, self.scores.leaders, given=weights.given, outdated=weights.outdated)]
        lead, *others = *self._flips(), ""
        return [f"{self._opening()} {lead}".strip(), *filter(None, others), *self._nearest(), *self._answer_flips()]

    def sentences_on(self, criterion: str) -> list[str]:
        """Return what the weight of one criterion can change."""
        flip = self.weights[criterion]
        if not self.one_first:
            return self.sentences()
        if len(self.weights) == 1:
            return [said.ONE_PART]
        label = self._label(criterion)
        turning = [said.weight_flip(label, share, flip.share, to) for share, to in flip.flips]
        return turning or [said.no_flip([label], self.first)]

    def _opening(self) -> str:
        scores = self.scores
        whose = {"given": scores.weights.given, "outdated": scores.weights.outdated}
        return said.opening(scores.person, self.first, close=scores.close_call, **whose)

    def _flips(self) -> Iterator[str]:
        turning = sorted(
            (round(abs(share - flip.share), 9), key, share, to)
            for key, flip in self.weights.items()
            for share, to in flip.flips
        )
        for _, key, share, to in turning[:_MOST_WEIGHTS]:
            yield said.weight_flip(self._label(key), share, self.weights[key].share, to)
        still = [self._label(key) for key, flip in self.weights.items() if not flip.flips]
        if still and self.can_turn:
            yield said.no_flip(still, self.first)

    def _nearest(self) -> Iterator[str]:
        if len(self.weights) == 1:
            yield said.ONE_PART
            return
        if not self.can_turn:
            yield said.no_weights_turn(self.first)
        if self.nearest:
            now, then = self.scores.weights, self.nearest.shares
            moved = {key: now[key] - then[key] for key in now}
            told = [key for key in moved if moved[key] >= _LEAST_TOLD] or [max(moved, key=moved.__getitem__)]
            taken = [(self._label(key), moved[key]) for key in sorted(told, key=lambda key: -moved[key])]
            yield said.nearest(self.nearest.to, taken, self._label(min(moved, key=moved.__getitem__)))

    def _answer_flips(self) -> Iterator[str]:
        told = sorted(self.answers, key=lambda flip: not flip.possible)
        yield from (answer_told(self.scores.case, flip) for flip in told[:_MOST_ANSWERS])
        if len(told) > _MOST_ANSWERS:
            yield said.more_flips(len(told) - _MOST_ANSWERS)
        if not told:
            yield said.NO_ANSWER_FLIPS

    def _label(self, key: str) -> str:
        return self.scores.case.criterion(key).label

    def plain(self) -> dict[str, Any]:
        """Return the result as plain numbers, texts and mappings, for JSON."""
        nearest = self.nearest
        return {
            "criteria": {
                key: {
                    "share": flip.share,
                    "stays_first": [flip.low, flip.high],
                    "flips_at": [share for share, _ in flip.flips],
                    "to": flip.flips[0][1] if flip.flips else None,
                }
                for key, flip in self.weights.items()
            },
            "nearest_flip": {"distance": nearest.distance, "shares": dict(nearest.shares), "to": nearest.to}
            if nearest
            else None,
            "answers": [
                {
                    "opinion": flip.opinion,
                    "criterion": flip.criterion,
                    "attribute": flip.attribute,
                    "from": plain_answer(flip.given),
                    "flips_at": flip.flips_at,
                    "to": flip.to,
                }
                for flip in self.answers
            ],
        }

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
                "possible": flip.possible,
            }
            for flip in self.answers
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each criterion, in whole numbers; only how much it counts where nobody is first."""
        if not self.one_first:
            counts = [(self._label(key), words.whole(100 * flip.share)) for key, flip in self.weights.items()]
            return [("", said.COUNTS_NOW), *counts]
        rows = [
            (
                self._label(key),
                words.whole(100 * flip.share),
                said.share_range(flip.low, flip.high, flip.share),
                said.then_first(below=flip.below, above=flip.above),
            )
            for key, flip in self.weights.items()
        ]
        return [("", said.COUNTS_NOW, said.STAYS_FIRST, said.THEN_FIRST), *rows]

    def heading(self) -> str:
        """Return what the table is about; nobody is named as first there where nobody has given weights (R4)."""
        return said.heading(self.first if self.one_first and self.scores.weights.given else None)

    def notes(self) -> Sequence[str]:
        """Return the sentences, and how the changes are made."""
        return (*self.sentences(), *([said.OTHERS_KEEP] if self.one_first else []))


def _ahead_of_others(lines: Mapping[str, Line], first: str) -> dict[str, Line]:
    low, high = lines[first]
    return {name: (max(0.0, low - line[0]), high - line[1]) for name, line in lines.items() if name != first}
