"""One batch of rows in, its scores out: the seam that files, streams and clusters share.

A batch holds whole cases, the rows of a case together. Nothing here knows where it came from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from compare.cohort.case_faults import case_faults
from compare.cohort.chances import shares_of
from compare.cohort.faults import Fault
from compare.cohort.format import CASE, Format
from compare.cohort.kernel import Sums, sums_of, terms_of
from compare.cohort.one_by_one import shares_one_by_one
from compare.cohort.standing import (
    UNDECIDED,
    Cases,
    Standing,
    likely_by_share,
    of_first,
    plain_shares,
    standing_of,
)
from compare.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Places = NDArray[np.intp]


@dataclass(frozen=True)
class Options:
    """What is asked for.

    Parameters
    ----------
    weights : Weights, optional
        How much each criterion counts in every case; without them those of the rows, else equal ones.
    shares : bool
        Whether to work out in what share of the ways each opinion is first, also where that takes long.
    any_weights : bool
        Whether to work out in what share of all weights each opinion of a pair is first, where all its answers are known.
    """

    weights: Weights | None = None
    shares: bool = False
    any_weights: bool = False


@dataclass(frozen=True)
class Scored:
    """A batch and what it comes to.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        The rows.
    cases : Cases
        Which of them are one case.
    sums : Sums
        Values, parts and totals.
    standing : Standing
        Where each row stands in its case.
    sure : array of shape (rows,)
        How sure it is that the first is ahead, a place in `SURE`; for the first itself of the one it is least sure of.
    worked_out : array of shape (rows,), optional
        In what share of the ways the open answers could turn out each is first, where that was worked out the long way.
    any_weights : array of shape (rows,), optional
        In what share of all weights it is first, 0-1 (NaN: not a pair of which all is known).
    faults : tuple of Fault
        What is wrong.
    """

    batch: pa.RecordBatch
    cases: Cases
    sums: Sums
    standing: Standing
    sure: NDArray[np.int8]
    worked_out: Floats | None
    any_weights: Floats | None
    faults: tuple[Fault, ...]

    @property
    def ranks(self) -> NDArray[np.uint8]:
        """Return the rank of each row in its case."""
        return self.standing.ranks

    @property
    def first(self) -> Places:
        """Return for each row the row of the first of its case."""
        return self.standing.first

    @property
    def gaps(self) -> Floats:
        """Return how far each mean total is below that of the first, 0-100."""
        return self.standing.gaps

    @cached_property
    def shares(self) -> Floats:
        """Return in what share of the ways the open answers could turn out each is first, 0-1 (NaN: not worked out)."""
        plain = plain_shares(self.cases, self.sums.total, self.standing)
        return plain if self.worked_out is None else np.where(np.isnan(plain), self.worked_out, plain)

    @cached_property
    def level(self) -> NDArray[np.bool_]:
        """Return which cases have several opinions that share the first rank."""
        return self.cases.count(self.ranks == 1)[self.cases.starts] > 1


@np.errstate(invalid="ignore")  # rows with a fault may hold anything; they are told, never written
def score_batch(batch: pa.RecordBatch, form: Format, options: Options | None = None) -> Scored:
    """Score a batch of whole cases, the rows of each together.

    Parameters
    ----------
    batch : pyarrow.RecordBatch
        One row an opinion; at least one row.
    form : Format
        What its columns mean.
    options : Options, optional
        What is asked for.

    Returns
    -------
    Scored
        Totals, parts, ranks, how sure; faults are told, not raised.

    Examples
    --------
    >>> rows = {"case": [7, 7], "opinion": ["Surgery", "Radiation"], "rating__goals": [80.0, 30.0]}
    >>> batch = pa.RecordBatch.from_pydict(rows)
    >>> found = score_batch(batch, Format.of(batch.schema.names))
    >>> found.sums.total.mean.round(1).tolist(), found.ranks.tolist(), found.gaps.round(1).tolist()
    ([56.0, 46.0], [1, 2], [0.0, 10.0])
    """
    options = options or Options()
    cases = cases_in(batch.column(CASE))
    sums = sums_of(batch, form, options.weights)
    found = standing_of(cases, sums.total, sums.parts.values(), sums.bent)
    wanted = found.sure == UNDECIDED
    if options.shares:
        wanted |= np.isnan(plain_shares(cases, sums.total, found))
    sure, worked_out = found.sure, None
    if wanted.any():
        chances, ahead = _chances(batch, form, options, sums, (cases, found.first, wanted))
        worked_out = chances if options.shares else None
        sure = np.where(sure == UNDECIDED, likely_by_share(ahead), sure)
    over_weights = _over_weights(cases, sums) if options.any_weights else None
    faults = (*sums.faults, *case_faults(batch, form, cases))
    return Scored(batch, cases, sums, found, of_first(cases, found, sure), worked_out, over_weights, faults)


def cases_in(column: pa.Array) -> Cases:
    """Return which neighbouring rows have the same name of a case."""
    column = column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column
    together = pc.equal(column[1:], column[:-1])
    if together.null_count:
        together = together.fill_null(fill_value=False)
    return Cases(together.to_numpy(zero_copy_only=False))


def _chances(
    batch: pa.RecordBatch, form: Format, options: Options, sums: Sums, held: tuple[Cases, Places, NDArray[np.bool_]]
) -> tuple[Floats, Floats]:
    """Return the shares of first places and of being ahead, worked out for the cases of the rows that want them."""
    cases, first, wanted = held
    shares, ahead = np.full(cases.rows, np.nan), np.full(cases.rows, np.nan)
    if sums.faults:
        return shares, ahead
    bent = np.zeros(cases.rows, dtype=bool)
    bent[sums.bent] = True
    some, bends = cases.has(wanted), cases.has(bent)
    for group, one_at_a_time in ((some & ~bends, False), (some & bends, True)):
        rows = np.flatnonzero(group)
        if not len(rows):
            continue
        chosen, inner, local = batch.take(pa.array(rows)), cases.only(group), np.searchsorted(rows, first[rows])
        if one_at_a_time:
            found = shares_one_by_one(chosen, form, options.weights, inner, local)
        else:
            found = shares_of(inner, *terms_of(chosen, form, options.weights), local)
        shares[rows], ahead[rows] = found
    return shares, ahead


def _over_weights(cases: Cases, sums: Sums) -> Floats:
    """Return in what share of all weights each opinion of a pair is first, where everything is known of both; else NaN."""
    from compare.robustness.exact import first_shares_of_pairs

    shares = np.full(cases.rows, np.nan)
    open_rows = np.any([value.high - value.low > 0 for value in sums.values.values()], axis=0)
    pairs = cases.starts[(cases.sizes == 2) & ~cases.has(open_rows)[cases.starts]]
    differences = np.stack([value.mean[pairs] - value.mean[pairs + 1] for value in sums.values.values()], axis=1)
    shares[pairs], shares[pairs + 1] = first_shares_of_pairs(differences), first_shares_of_pairs(-differences)
    return shares
