"""Everybody's own result first, then where people differ and what they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

from compare import words
from compare.case import Case
from compare.distributions import TOLERANCE
from compare.errors import visible
from compare.group.between import ALIKE, Between, between
from compare.group.member import Member
from compare.group.telling import sentences
from compare.interval import Interval
from compare.scoring import Scores
from compare.tabular import Row, Spoken
from compare.words import together


@dataclass(frozen=True, repr=False)
class FamilyView(Spoken):
    """What each person sees.

    Parameters
    ----------
    case : Case
        What the doctors said.
    members : tuple of Member
        Everybody, the patient first, then in the file's order.
    """

    case: Case
    members: tuple[Member, ...]

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return f"{self.heading()}: {words.listing([visible(member.label) for member in self.members]) or 'nobody yet'}"

    @cached_property
    def own(self) -> dict[str, Scores]:
        """Return the scores of everybody who has said what matters, by name."""
        return {member.name: member.scores for member in self.members if member.scores}

    @property
    def silent(self) -> tuple[str, ...]:
        """Return the names of those who have not said yet what matters."""
        return tuple(member.name for member in self.members if member.scores is None)

    @cached_property
    def between(self) -> tuple[Between, ...]:
        """Return how each two people differ, the widest gap first."""
        people = ((name, scores.weights) for name, scores in self.own.items())
        pairs = [between(first, second, one, other) for (first, one), (second, other) in combinations(people, 2)]
        return tuple(sorted(pairs, key=lambda pair: -round(pair.gap, 9)))

    @cached_property
    def weights(self) -> dict[str, Interval[float]]:
        """Return the lowest, mean and highest weight of each criterion over people, 0-1; {} without anybody's weights."""
        return _over(self.case.keys, [scores.weights for scores in self.own.values()])

    @cached_property
    def totals(self) -> dict[str, Interval[float]]:
        """Return the lowest, mean and highest of people's mean totals of each opinion, 0-100; {} without weights."""
        means = [{name: total.mean for name, total in scores.totals.items()} for scores in self.own.values()]
        return _over(self.case.names, means)

    @property
    def alike(self) -> tuple[str, ...]:
        """Return the criteria whose weights lie within 10 of 100 for everybody (two people or more)."""
        near = (key for key, weight in self.weights.items() if weight.width <= ALIKE + TOLERANCE)
        return tuple(near) if len(self.own) > 1 else ()

    @property
    def first_for_all(self) -> tuple[str, ...]:
        """Return the opinions that come first, or too close to it to call, for everybody (two people or more)."""
        return self._shared({*member.front} for member in self._ordering)

    @property
    def two_for_all(self) -> tuple[str, ...]:
        """Return the opinions that are among the first two for everybody; () with fewer than three opinions."""
        few = len(self.case.opinions) < 3
        return () if few else self._shared(member.among(2) for member in self._ordering)

    def plain(self) -> dict[str, Any]:
        """Return the view as plain texts, numbers and mappings, for JSON; everybody's own order first."""
        return {
            "people": [member.plain() for member in self.members],
            "differ": [
                {
                    "first": pair.first,
                    "second": pair.second,
                    "criteria": list(pair.keys),
                    "gap": pair.gap,
                    "tau_b": pair.tau,
                }
                for pair in self.between
            ],
            "weights": {key: weight.plain() for key, weight in self.weights.items()},
            "totals": {name: total.plain() for name, total in self.totals.items()},
            "in_common": {
                "criteria": list(self.alike),
                "first_for_all": list(self.first_for_all),
                "among_first_two_for_all": list(self.two_for_all),
            },
            "sentences": self.sentences(),
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each person and opinion, in full; the numbers are None for those who have not said."""
        return [row_of(member, name) for member in self.members for name in self.case.names]

    def weight_rows(self) -> Sequence[Row]:
        """Return a row for each person and criterion with the weight, 0-1."""
        return [
            {"person": name, "criterion": key, "weight": weight, "how": scores.weights.how}
            for name, scores in self.own.items()
            for key, weight in scores.weights.items()
        ]

    def pair_rows(self) -> Sequence[Row]:
        """Return a row for each two people: where they differ most, by how much, and Kendall's tau-b."""
        return [
            {"first": pair.first, "second": pair.second, "differ_most_on": ", ".join(pair.keys), "gap": pair.gap,
             "tau_b": pair.tau, "agreed": pair.agreed, "pairs": pair.pairs}
            for pair in self.between
        ]  # fmt: skip

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, a line for each person, and the average below them when there are several."""
        rows: list[Sequence[str]] = [("", *self.case.names, together.COMES_FIRST)]
        rows += [line_of(member, self.case.names) for member in self.members]
        if len(self.own) > 1:
            rows.append((together.ON_AVERAGE, *(together.spread(total) for total in self.totals.values()), ""))
        return rows

    def heading(self) -> str:
        """Return the line above the table."""
        return together.WHAT_EACH_SEES

    def notes(self) -> Sequence[str]:
        """Return how to read the numbers, and what is meant by too close to call where that is said (R7)."""
        if not self.own:
            return (together.NOBODY_YET,)
        close = any(pair.sure == "too close" for scores in self.own.values() for pair in scores.ahead)
        rule = (words.close_rule(self.case.closeness.gap, *self.case.closeness.shares),) if close else ()
        average = (together.HOW_TO_READ_AVERAGE,) if len(self.own) > 1 else ()
        return (words.HOW_TO_READ, *average, *rule)

    def sentences(self) -> list[str]:
        """Return what each person sees, who differs on what, what all share, and what people feel."""
        return sentences(self)

    @property
    def _ordering(self) -> list[Member]:
        return [member for member in self.members if member.places]

    def _shared(self, sets: Iterable[set[str]]) -> tuple[str, ...]:
        found = list(sets)
        return tuple(name for name in self.case.names if len(found) > 1 and all(name in group for group in found))


def row_of(member: Member, opinion: str) -> Row:
    """Return what one person sees of one opinion, in full."""
    scores, person = member.scores, member.person
    total = scores.totals[opinion] if scores else None
    return {
        "person": member.name,
        "role": person.role,
        "patient": person.is_patient,
        "how": scores.weights.how if scores else None,
        "opinion": opinion,
        "total_low": total.low if total else None,
        "total": total.mean if total else None,
        "total_high": total.high if total else None,
        "rank": scores.ranks[opinion] if scores else None,
        "first_share": scores.first_shares[opinion] if scores else None,
        "first_feeling": person.gut_first.opinion == opinion if person.gut_first else None,
        "later_feeling": person.gut_later.opinion == opinion if person.gut_later else None,
    }


def line_of(member: Member, opinions: Sequence[str]) -> Sequence[str]:
    """Return what one person sees, as one line of the table for people."""
    if member.scores is None:
        return (member.label, *("" for _ in opinions), member.silence)
    totals = (words.range_text(member.scores.totals[name]) for name in opinions)
    first = words.first_for(member.front, close=len(member.front) > 1) if member.front else ""
    return (member.label, *totals, first)


def _over(names: Sequence[str], tables: Sequence[Mapping[str, float]]) -> dict[str, Interval[float]]:
    if not tables:
        return {}
    columns = {name: [table[name] for table in tables] for name in names}
    return {name: Interval(min(column), sum(column) / len(column), max(column)) for name, column in columns.items()}
