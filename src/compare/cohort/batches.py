"""One batch of rows in, its scores out: the seam that files, streams and clusters share.

A batch holds whole cases, the rows of a case together. Nothing here knows where it came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from compare import limits
from compare.case import Opinion
from compare.cohort.cells import codes_in, is_text, missing_in, numbers_or_nan
from compare.cohort.chances import shares_of
from compare.cohort.faults import Fault, faults_where
from compare.cohort.format import CASE, OPINION, WEIGHT, Format
from compare.cohort.kernel import Sums, sums_of, terms_of
from compare.cohort.one_by_one import shares_one_by_one
from compare.cohort.standing import UNDECIDED, Cases, likely_by_share, of_first, plain_shares, standing_of
from compare.errors import CompareError, quoted
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
    ranks, first, gaps, sure, shares : array of shape (rows,)
        The rank in the case; the row of the first of the case; how far the mean total is below the first, 0-100; how sure it is that the first is ahead, a place
        in `SURE`; in what share of the ways the open answers could turn out it is first, 0-1 (NaN: not worked out).
    any_weights : array of shape (rows,), optional
        In what share of all weights it is first, 0-1 (NaN: not a pair of which all is known).
    faults : tuple of Fault
        What is wrong.
    """

    batch: pa.RecordBatch
    cases: Cases
    sums: Sums
    ranks: NDArray[np.uint8]
    first: Places
    gaps: Floats
    sure: NDArray[np.int8]
    shares: Floats
    any_weights: Floats | None
    faults: tuple[Fault, ...]

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
    shares = plain_shares(cases, sums.total, found)
    wanted = (found.sure == UNDECIDED) | (np.isnan(shares) if options.shares else False)
    sure = found.sure
    if wanted.any():
        worked_out, ahead = _chances(batch, form, options, sums, (cases, found.first, wanted))
        shares = np.where(np.isnan(shares) & ~np.isnan(worked_out) & options.shares, worked_out, shares)
        sure = np.where(sure == UNDECIDED, likely_by_share(ahead), sure)
    over_weights = _over_weights(cases, sums) if options.any_weights else None
    faults = (*sums.faults, *_case_faults(batch, form, cases))
    sure = of_first(cases, found, sure)
    return Scored(batch, cases, sums, found.ranks, found.first, found.gaps, sure, shares, over_weights, faults)


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


def _case_faults(batch: pa.RecordBatch, form: Format, cases: Cases) -> Iterator[Fault]:
    for name in (CASE, OPINION):
        empty = _is_empty(batch.column(name))
        yield from faults_where(
            empty,
            name,
            lambda _, name=name: CompareError(f"No {name} is named here.", found="nothing", allowed="a name"),
        )
    if "kind" in batch.schema.names:
        yield from _kinds(batch.column("kind"))
    names = batch.column(CASE)
    yield from faults_where(_in_cases(cases, cases.sizes == 1), CASE, lambda row: _one_opinion(names[row].as_py()))
    yield from faults_where(_in_cases(cases, cases.sizes > limits.ITEMS), CASE, lambda row: _too_many(cases, row))
    yield from _repeated(batch, cases)
    yield from _other_weights(batch, form, cases)


def _kinds(column: pa.Array) -> Iterator[Fault]:
    """Give the kinds of opinion that there are not; the case format knows which there are."""
    words, codes, _ = codes_in(column)
    for place, word in enumerate(words):
        try:
            Opinion(name="any", kind=word)
        except CompareError as error:
            yield from faults_where(codes == place, "kind", lambda _, error=error: replace(error, path=()))


def _is_empty(column: pa.Array) -> NDArray[np.bool_]:
    """Tell which names are empty, or nothing but spaces."""
    if pa.types.is_dictionary(column.type):
        words, codes, missing = codes_in(column)
        blank = [place for place, word in enumerate(words) if not str(word).strip()]
        return missing | np.isin(codes, blank) if blank else missing
    missing = missing_in(column)
    if is_text(column.type):
        blank = pc.equal(pc.utf8_trim_whitespace(column), "")
        missing |= pc.fill_null(blank, fill_value=False).to_numpy(zero_copy_only=False)
    return missing


def _repeated(batch: pa.RecordBatch, cases: Cases) -> Iterator[Fault]:
    codes = _same_names(batch.column(OPINION))
    wrong = np.zeros(cases.rows, dtype=bool)
    for step, same in enumerate(cases.steps, 1):
        wrong[step:] |= same & (codes[step:] == codes[:-step])
    names = batch.column(OPINION), batch.column(CASE)
    yield from faults_where(
        wrong,
        OPINION,
        lambda row: CompareError(
            "This opinion of this case is there twice.",
            found=f"{quoted(str(names[0][row].as_py()))} again in case {quoted(str(names[1][row].as_py()))}",
            allowed="each opinion of a case once (capital and small letters count as the same)",
            fix="delete one of the rows, or give each opinion a name of its own",
        ),
    )


def _same_names(column: pa.Array) -> NDArray[Any]:
    """Return a number for each name, the same for two spellings of one name (capital and small letters, composed ones)."""
    if pa.types.is_integer(column.type):
        return np.asarray(column.to_numpy(zero_copy_only=False))
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    words = pc.utf8_normalize(pc.utf8_trim_whitespace(coded.dictionary), form="NFKC")
    spelt = pc.utf8_lower(words).dictionary_encode().indices.to_numpy(zero_copy_only=False)
    _, codes, _ = codes_in(coded)
    same: NDArray[Any] = np.append(spelt, -1)[codes]
    return same


def _other_weights(batch: pa.RecordBatch, form: Format, cases: Cases) -> Iterator[Fault]:
    after = np.ones(cases.rows, dtype=bool)
    after[cases.starts] = False
    for key in form.keys if form.weight_columns else ():
        given, _ = numbers_or_nan(batch.column(WEIGHT + key), WEIGHT + key)
        unknown = np.isnan(given)
        changed = np.append(False, (given[1:] != given[:-1]) & ~(unknown[1:] & unknown[:-1]))
        yield from faults_where(
            after & changed,
            WEIGHT + key,
            lambda row, given=given: CompareError(
                "The weights change within a case.",
                found=f"{given[row]:g} after {given[row - 1]:g}",
                allowed="the same weight in every row of a case",
                fix="write the weights of one person in all rows of the case",
            ),
        )


def _one_opinion(name: object) -> CompareError:
    return CompareError(
        "This case has one opinion.",
        found=quoted(str(name)),
        allowed="two or more opinions in a case",
        fix="add the others, or leave the case out",
    )


def _in_cases(cases: Cases, chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the first row of each chosen case."""
    rows = np.zeros(cases.rows, dtype=bool)
    rows[cases.starts[chosen]] = True
    return rows


def _too_many(cases: Cases, row: int) -> CompareError:
    found = int(cases.sizes[np.searchsorted(cases.starts, row)])
    return CompareError("This case has too many opinions.", found=f"{found:,}", allowed=f"at most {limits.ITEMS}")
