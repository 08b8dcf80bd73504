"""What happens in many cases: how often a second opinion differs, how far doctors agree, what weights and open answers do."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from compare.case import Criterion, built_in_layers
from compare.cohort.agreement import Coefficient
from compare.cohort.batches import Options
from compare.cohort.counted_files import SCORED_ROWS, counts_of
from compare.cohort.counting import ALL, ANY, BY, Counts, Key, Looked
from compare.cohort.pairs import Pairs, agreement_on
from compare.cohort.said import OUTCOMES
from compare.cohort.shares import Share, Topic, shares_of
from compare.cohort.suppression import SMALLEST
from compare.cohort.weighing import (
    ANY_WEIGHTS,
    COMES_FROM,
    COULD_TURN,
    HALF_ON,
    LEAD,
    LEADS,
    LEVEL,
    OPEN,
    SETTLED,
    SHARES,
    STAYS,
    TURNS,
)
from compare.errors import CompareError, unknown
from compare.tabular import Row, Spoken
from compare.weights import Weights
from compare.words import cohort_summary as told


@dataclass(frozen=True, repr=False)
class Summary(Spoken):
    """What happens in many cases.

    Parameters
    ----------
    counts : Counts
        What was counted.
    form : Looked
        The columns.
    by : tuple of str
        By what the cases are grouped.
    show_small : bool
        Whether counts of 1 to 10 are shown.
    """

    counts: Counts
    form: Looked
    by: tuple[str, ...]
    show_small: bool = False

    @property
    def cases(self) -> int:
        """Return how many cases with two opinions or more there are."""
        return self.counts.cases - self.counts.alone

    @property
    def layers(self) -> tuple[str, ...]:
        """Return the layers on which opinions are compared."""
        return self.form.layers

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """Return what was looked at: all layers together, each layer, and what the sum makes of the cases."""
        keys = self.form.keys
        on_layers = [Topic(name, OUTCOMES[:3]) for name in ((ANY, *self.layers) if self.layers else ())]
        halves = [Topic(HALF_ON + key, (STAYS, TURNS, LEVEL)) for key in keys if len(keys) > 1]
        of_sums = [
            Topic(LEAD, LEADS),
            Topic(COMES_FROM, (*keys, LEVEL)),
            Topic(OPEN, (SETTLED, COULD_TURN)),
            Topic(ANY_WEIGHTS, SHARES),
            *halves,
        ]
        return (*on_layers, *(of_sums if self.counts.scored else ()))

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """Return every share, of all cases and of each group."""
        return tuple(
            share
            for topic in self.topics
            for share in shares_of(self.counts.outcomes, topic, self.by, show_small=self.show_small)
        )

    def on(self, topic: str, by: str = ALL) -> Mapping[str, tuple[Share, ...]]:
        """Return the shares of a topic by group, the largest group first."""
        found = [share for share in self.shares if (share.topic, share.by) == (topic, by)]
        return {
            group: tuple(share for share in found if share.group == group)
            for group in dict.fromkeys(share.group for share in found)
        }

    @cached_property
    def agreement(self) -> Mapping[str, tuple[Coefficient, ...]]:
        """Return for each layer how far doctors agree beyond chance: kappas of first and last opinion, the others of all."""
        return {layer: tuple(agreement_on(self.counts.answers, layer, self._rates)) for layer in self.layers}

    def pairs(self, layer: str) -> Pairs:
        """Return what the first and the last doctor of each case said on a layer."""
        if layer not in self.layers:
            raise unknown("a layer of these files", layer, self.layers)
        return Pairs.of(self.counts.answers, layer, self._rates)

    @property
    def _rates(self) -> Mapping[Key, int] | None:
        """Return the counts beside which small ones stay hidden; None where all are shown."""
        return None if self.show_small else self.counts.outcomes

    @property
    def apart(self) -> Mapping[str, float]:
        """Return by how many points of the total each criterion sets the first and the next opinion apart, on average."""
        return {key: self.counts.sums.get((key, "apart"), 0.0) / max(1, self.counts.scored) for key in self.form.keys}

    def plain(self) -> dict[str, Any]:
        """Return everything as plain values, as in ``opinions cohort summary --json``."""
        digits = 6 if self.show_small else 2
        return {
            "schema": 1,
            "cases": self.cases,
            "scored": self.counts.scored,
            "by": list(self.by),
            "small_hidden": not self.show_small,
            "shares": [share.plain() for share in self.shares],
            "agreement": [
                {"layer": layer, "coefficient": one.name}
                | {end: round(getattr(one, end), digits) for end in ("value", "low", "high")}
                for layer, found in self.agreement.items()
                for one in found
            ],
            "answers": [row for layer in self.layers for row in self.pairs(layer).plain()],
            "apart": {key: round(points, digits) for key, points in self.apart.items()},
        }

    def rows(self) -> Sequence[Row]:
        """Return a row for each share."""
        return [share.plain() for share in self.shares]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return how often the second opinion is the same, differs a little or a lot, by layer and group."""
        rows = [
            (told.line(self.label(layer), group), *(told.cell(share) for share in shares), told.count(shares[0].of))
            for layer in ((ANY, *self.layers) if self.layers else ())
            for by in (ALL, *self.by)
            for group, shares in self.on(layer, by).items()
        ]
        return [told.HEADS, *rows]

    def heading(self) -> str:
        """Return how much was looked at."""
        return told.heading(self.cases)

    def notes(self) -> Sequence[str]:
        """Return what the sum makes of the cases, and how to read the table."""
        return [*self.sentences(), *self.cautions()]

    def sentences(self) -> list[str]:
        """Return the most important things in sentences."""
        said = [(told.confirmed, self.on(ANY)[""][0])] if self.layers else []
        if self.counts.scored:
            *of_criteria, _ = self.on(COMES_FROM)[""]
            most = max(of_criteria, key=lambda share: share.count or 0)
            said += [
                (partial(told.comes_from, self.label(most.outcome)), most),
                (told.could_turn, self.on(OPEN)[""][1]),
                (told.any_weights, self.on(ANY_WEIGHTS)[""][0]),
            ]
        return [sentence(share) for sentence, share in said if share.share is not None]

    def cautions(self) -> list[str]:
        """Return what has to be known to read the numbers."""
        notes = [
            told.part_scored(self.counts.scored, self.cases),
            told.alone(self.counts.alone),
            told.SMALL_SHOWN if self.show_small else told.SMALL_HIDDEN,
            told.SELECTION,
            told.NO_JUDGE,
        ]
        return [note for note in notes if note]

    def label(self, key: str) -> str:
        """Return the name for people of a layer or a criterion."""
        labels = {layer.key: layer.label for layer in built_in_layers()}
        labels |= {criterion.key: criterion.label or criterion.key for criterion in self.form.criteria}
        return {**labels, ANY: told.ALL_LAYERS}.get(key, key)


def summarise(
    paths: Sequence[str | os.PathLike[str]],
    by: str | Sequence[str] = (),
    *,
    criteria: Sequence[Criterion] | None = None,
    weights: Weights | None = None,
    show_small: bool = False,
    scored_rows: int = SCORED_ROWS,
    threads: int | None = None,
) -> Summary:
    """Return what happens in many cases.

    Parameters
    ----------
    paths : sequence of path-like
        Parquet or CSV files with the same columns, as for `score_files`.
    by : str or sequence of str
        ``"cancer"``, ``"specialty"``, ``"centre"`` or ``"year"``: by what the cases are grouped as well.
    criteria : sequence of Criterion, optional
        What is compared; without them the built-in five.
    weights : Weights, optional
        How much each criterion counts in every case; without them those of the rows, else equal ones.
    show_small : bool
        Whether counts of 1 to 10 are shown; by default they are hidden, with what would give them back.
    scored_rows : int
        How many opinions are scored at most, evenly over the files; how opinions compare is counted over all.
    threads : int, optional
        How many threads; without it one for each core.

    Raises
    ------
    CompareError
        The files have a fault, there is nothing of that name to group by, or there are too few cases to hide single people.

    Examples
    --------
    >>> from compare.samples import cohort_path
    >>> found = summarise([cohort_path()], by="cancer")
    >>> {share.outcome: round(share.share, 2) for share in found.on("pathology")[""]}
    {'same': 0.81, 'minor': 0.13, 'major': 0.06}
    """
    by = (by,) if isinstance(by, str) else tuple(by)
    for name in by:
        if name not in BY:
            raise unknown("something to group cases by", name, BY)
    form, counts = counts_of(
        paths, by, criteria=criteria, options=Options(weights=weights), scored_rows=scored_rows, threads=threads
    )
    if counts.cases - counts.alone < SMALLEST and not show_small:
        raise CompareError(
            "There are too few cases to count them without showing single people.",
            found="10 or fewer cases with two opinions",
            allowed=f"{SMALLEST} or more",
            fix="show small counts too (--show-small), and keep the result to yourself",
        )
    return Summary(counts, form, by, show_small)
