"""What the sum makes of many cases: where a lead comes from, whether open answers or other weights could turn it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from compare.cohort.batches import Options, Scored, score_batch
from compare.cohort.counting import Compared, Counts, Groups, Key
from compare.cohort.faults import Fault
from compare.cohort.format import Format
from compare.cohort.standing import Cases
from compare.distributions import TOLERANCE
from compare.robustness.exact import first_shares_of_pairs

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.intp]
    Floats = NDArray[np.float64]

LEAD, COMES_FROM, OPEN, ANY_WEIGHTS, HALF_ON = "lead", "comes from", "open answers", "weights", "half on "
"""On what is counted: how far the opinion that is ahead is before the next, which criterion gives most of that, whether open
answers could turn it, in what share of all weights it stays so, whether it does with half of all weight on one criterion."""

LEADS = ("less than 5", "5 to 10", "10 to 20", "20 to 30", "30 or more")
SETTLED, COULD_TURN = "settled", "could turn"
SHARES = ("always", "mostly", "more often than not", "less often")
"""In what share of all weights the opinion that is ahead stays ahead: in all; in 75 of 100 or more; in 50 or more; in fewer."""
STAYS, TURNS, LEVEL = "stays", "turns", "level"

_ENDS = np.array([5.0, 10.0, 20.0, 30.0])
_ALWAYS = 1 - 1e-9
_DIGITS = 5
"""Beyond these, numbers are equal: the last digits follow from the kind of a column and the order of its words."""


class FaultError(Exception):
    """A batch has a fault; the caller knows where its rows come from."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


@dataclass(frozen=True)
class Leads:
    """For each case the opinion that is ahead and the next one.

    Parameters
    ----------
    first, next : array of shape (cases,)
        Their rows.
    parts, values : array of shape (cases, criteria)
        How much more each criterion gives the first than the next, in points of the total; how much more it is worth, 0-100.
    turns : array of shape (cases,)
        Whether another opinion could be ahead, depending on open answers.
    """

    first: Places
    next: Places
    parts: Floats
    values: Floats
    turns: NDArray[np.bool_]

    @classmethod
    def of(cls, scored: Scored) -> Leads:
        """Return who leads in the cases of a batch that has been scored."""
        cases, total = scored.cases, scored.sums.total
        number = np.repeat(np.arange(len(cases.starts)), cases.sizes)
        order = np.lexsort((-total.mean.round(_DIGITS), scored.first != np.arange(cases.rows), number))
        first, following = order[cases.starts], order[cases.starts + 1]
        reach = np.where(np.arange(cases.rows) == scored.first, -np.inf, total.high)
        turns = np.maximum.reduceat(reach, cases.starts) >= total.low[first] - TOLERANCE
        parts, values = (
            np.stack([each.mean[first] - each.mean[following] for each in columns.values()], axis=1)
            for columns in (scored.sums.parts, scored.sums.values)
        )
        return cls(first, following, parts, values, turns)


def weighed(compared: Compared, form: Format, options: Options) -> Counts:
    """Return what is counted of the scores of a batch.

    Parameters
    ----------
    compared : Compared
        The batch.
    form : Format
        What its columns mean.
    options : Options
        Weights for all cases.

    Raises
    ------
    FaultError
        Something is wrong in the batch.
    """
    scored = score_batch(compared.batch, form, options)
    if scored.faults:
        raise FaultError(scored.faults)
    leads = Leads.of(scored)
    found = Counter[Key]()
    lead = leads.parts.sum(axis=1)
    level = lead <= TOLERANCE
    found.update(compared.counted(LEAD, LEADS, np.searchsorted(_ENDS, lead, side="right")))
    most = np.where(level, len(form.keys), leads.parts.round(_DIGITS).argmax(axis=1))
    found.update(compared.counted(COMES_FROM, (*form.keys, LEVEL), most))
    found.update(compared.counted(OPEN, (SETTLED, COULD_TURN), leads.turns.astype(np.intp)))
    found.update(_any_weights(compared, leads))
    found.update(_half_on_one(compared, scored))
    sums = {(key, "apart"): float(np.abs(leads.parts[:, at]).sum()) for at, key in enumerate(form.keys)}
    sums |= {(key, "open"): float(scored.sums.parts[key].width.sum()) for key in form.keys}
    return Counts(scored=len(leads.first), outcomes=found, sums=sums)


def _any_weights(compared: Compared, leads: Leads) -> Counter[Key]:
    """Return in what share of all weights the first stays before the next opinion, with open answers in their middle."""
    shares = first_shares_of_pairs(leads.values)
    places = np.where(shares >= _ALWAYS, 0, np.where(shares >= 0.75, 1, np.where(shares >= 0.5, 2, 3)))
    return compared.counted(ANY_WEIGHTS, SHARES, places)


def _half_on_one(compared: Compared, scored: Scored) -> Counter[Key]:
    """Return how often half of all weight on one criterion puts another opinion ahead than equal weights do."""
    found, keys = Counter[Key](), tuple(scored.sums.values)
    values = np.stack([np.broadcast_to(value.mean, scored.cases.rows) for value in scored.sums.values.values()], axis=1)
    count = len(keys)
    usual = _ahead(scored.cases, values.mean(axis=1))
    for at, key in enumerate(keys if count > 1 else ()):
        weights = np.full(count, 0.5 / (count - 1))
        weights[at] = 0.5
        other = _ahead(scored.cases, values @ weights)
        level = (np.minimum(usual, other) < 0).astype(np.intp)
        found.update(compared.counted(HALF_ON + key, (STAYS, TURNS, LEVEL), np.where(level, 2, usual != other)))
    return found


def _ahead(cases: Cases, totals: Floats) -> Places:
    """Return the row of the opinion that is ahead in each case; -1 where several are level."""
    most = np.repeat(np.maximum.reduceat(totals, cases.starts), cases.sizes)
    leading = np.flatnonzero(totals >= most - TOLERANCE)
    number = np.repeat(np.arange(len(cases.starts)), cases.sizes)[leading]
    rows = np.zeros(len(cases.starts), dtype=np.intp)
    rows[number] = leading
    return np.where(np.bincount(number) == 1, rows, -1)


def some_cases(compared: Compared, share: float) -> Any:
    """Return the first share of the cases of a batch, whole; None where that is less than one case."""
    kept = round(share * len(compared.cases.starts))
    if kept == 0:
        return None
    if kept == len(compared.cases.starts):
        return compared
    rows = int(compared.cases.starts[kept])
    groups = tuple(Groups(each.by, each.names, each.codes[:kept]) for each in compared.groups)
    cases = Cases(compared.cases.together[: rows - 1])
    return Compared(compared.batch.slice(0, rows), compared.rows[:rows], cases, groups)
