"""What each opinion comes to: values, parts, totals, who is ahead and how sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from compare import words
from compare.case import Case
from compare.distributions import TOLERANCE, GridSum, Race
from compare.errors import visible
from compare.interval import Interval
from compare.scoring.pairs import Ahead, Sure
from compare.tabular import Row, Tabular
from compare.weights import Weights


@dataclass(frozen=True, repr=False)
class Scores(Tabular):
    """What each opinion comes to, part by part.

    Parameters
    ----------
    case : Case
        What was scored.
    weights : Weights
        How much each criterion counts; shares that add up to 1.
    person : str or None
        Whose weights they are.
    values : mapping
        By opinion and criterion, an `Interval` on 0-100.
    """

    case: Case
    weights: Weights
    person: str | None
    values: Mapping[str, Mapping[str, Interval[float]]]

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        totals = ", ".join(f"{visible(name)}: {words.range_text(total)}" for name, total in self.totals.items())
        return f"{self.heading()}: {totals}"

    @cached_property
    def parts(self) -> dict[str, dict[str, Interval[float]]]:
        """Return what each criterion adds to each total: weight times value. The parts add up to the total (R5)."""
        return {
            name: {key: self.weights[key] * value for key, value in row.items()} for name, row in self.values.items()
        }

    @cached_property
    def totals(self) -> dict[str, Interval[float]]:
        """Return the total of each opinion, 0-100."""
        return {name: Interval.sum(row.values()) for name, row in self.parts.items()}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """Return each opinion's rank by mean total: 1 plus how many are strictly higher; equal totals share a rank."""
        means = [total.mean for total in self.totals.values()]
        return {name: 1 + sum(mean > total.mean + TOLERANCE for mean in means) for name, total in self.totals.items()}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Return the names of the opinions, the highest mean total first; equal ones in the file's order."""
        return tuple(sorted(self.ranks, key=self.ranks.__getitem__))

    @cached_property
    def first_shares(self) -> dict[str, float]:
        """Return in what share of the ways the open answers could turn out each opinion is first; adds up to 1."""
        return dict(zip(self.case.names, map(_probability, self._race.first_shares), strict=True))

    @cached_property
    def ahead(self) -> tuple[Ahead, ...]:
        """Return how each two opinions compare, the highest first."""
        return tuple(self._compared(first, second) for first, second in combinations(self.order, 2))

    @property
    def leaders(self) -> tuple[str, ...]:
        """Return the opinions with the highest mean total: one, or several that are equal."""
        return tuple(name for name in self.order if self.ranks[name] == 1)

    @cached_property
    def front(self) -> tuple[str, ...]:
        """Return the first opinion and every other one that is too close to it to call."""
        first = self.order[0]
        return (first, *(pair.second for pair in self.ahead if pair.first == first and pair.sure == "too close"))

    @property
    def close_call(self) -> bool:
        """Tell whether any other opinion is too close to the first to call."""
        return len(self.front) > 1

    @property
    def ties(self) -> list[tuple[str, ...]]:
        """Return the groups of opinions that share a rank, the highest first."""
        groups = (
            tuple(name for name in self.order if self.ranks[name] == rank) for rank in sorted({*self.ranks.values()})
        )
        return [group for group in groups if len(group) > 1]

    def open_answers(self, name: str) -> list[tuple[str, str | None, str]]:
        """Return the answers of an opinion that nobody knows: criterion, attribute (None: the whole), and why."""
        opinion = self.case.opinion(name)
        return [
            (criterion.key, attribute.key if attribute else None, str(rating.why))
            for criterion in self.case.criteria
            for attribute, rating in self.case.answers(opinion, criterion)
            if not rating.known
        ]

    @cached_property
    def answer_count(self) -> int:
        """Return how many answers there is room for, on all opinions together."""
        return sum(len(answers) for row in self.case.worth.values() for answers in row.values())

    @cached_property
    def open_count(self) -> int:
        """Return how many of them nobody knows."""
        return sum(len(self.open_answers(name)) for name in self.case.names)

    @property
    def nothing_known(self) -> bool:
        """Tell whether every answer is open."""
        return self.case.nothing_known

    def rival(self, name: str) -> float | None:
        """Return the highest mean total of the other opinions, 0-100; None where there is no other."""
        return max((total.mean for other, total in self.totals.items() if other != name), default=None)

    def rows(self) -> Sequence[Row]:
        """Return a row for each opinion: its values by criterion (means), its total, its share of first places, its rank."""
        return [
            {
                "opinion": name,
                **{f"value_{key}": value.mean for key, value in self.values[name].items()},
                "total_low": self.totals[name].low,
                "total": self.totals[name].mean,
                "total_high": self.totals[name].high,
                "first_share": self.first_shares[name],
                "rank": self.ranks[name],
            }
            for name in self.case.names
        ]

    def long_rows(self) -> Sequence[Row]:
        """Return a row for each opinion and criterion, with its weight, its value and its part, in full."""
        return [
            {
                "opinion": name,
                "criterion": key,
                "weight": self.weights[key],
                **{f"value_{end}": getattr(value, end) for end in ("low", "mean", "high")},
                **{f"part_{end}": getattr(self.parts[name][key], end) for end in ("low", "mean", "high")},
            }
            for name in self.case.names
            for key, value in self.values[name].items()
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, a row for each criterion and one for the total, a column for each opinion, in whole numbers."""
        rows = [
            (
                criterion.label,
                words.whole(100 * self.weights[criterion.key]),
                *(words.range_text(self.values[name][criterion.key]) for name in self.case.names),
            )
            for criterion in self.case.criteria
        ]
        totals = (words.range_text(self.totals[name]) for name in self.case.names)
        return [("", words.COUNTS_FOR, *self.case.names), *rows, (words.TOTAL, "100", *totals)]

    def heading(self) -> str:
        """Return whose weights these are."""
        weights = self.weights
        return words.whose_weights(
            self.person, given=weights.given, equal=weights.how == "equal", outdated=weights.outdated
        )

    def notes(self) -> Sequence[str]:
        """Return how to read the numbers."""
        return (words.HOW_TO_READ,)

    @cached_property
    def _race(self) -> Race:
        return Race([GridSum.of(_terms(self.case, name, self.weights)) for name in self.case.names])

    def _compared(self, first: str, second: str) -> Ahead:
        gap = self.totals[first].mean - self.totals[second].mean
        share = _probability(self._race.ahead_share(self.case.names.index(first), self.case.names.index(second)))
        close = self.case.closeness
        if gap < close.gap - TOLERANCE or share <= close.shares[1]:
            sure: Sure = "too close"
        elif self.totals[first].low > self.totals[second].high:
            sure = "whatever"
        else:
            sure = "likely"
        return Ahead(first, second, share, gap, sure)


def _probability(share: float) -> float:
    """Return a share without the last digits that a long sum leaves beyond 0 and 1."""
    return min(max(share, 0.0), 1.0)


def _terms(case: Case, name: str, weights: Weights) -> list[list[tuple[float, float, float]]]:
    return [
        [(part, weights[key] * share * low, weights[key] * share * high) for part, low, high in value.pieces]
        for key, answers in case.worth[name].items()
        for share, value in answers
    ]
