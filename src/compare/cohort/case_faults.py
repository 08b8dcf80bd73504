"""What can be wrong with a case as a whole: its names, how many opinions it has, whether one is there twice, its weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from compare import limits
from compare.case import Opinion
from compare.cohort.cells import codes_in, is_text, missing_in, numbers_or_nan
from compare.cohort.faults import Fault, faults_where
from compare.cohort.format import CASE, OPINION, WEIGHT, Format
from compare.cohort.standing import Cases
from compare.errors import CompareError, quoted

if TYPE_CHECKING:
    from numpy.typing import NDArray


def case_faults(batch: pa.RecordBatch, form: Format, cases: Cases) -> Iterator[Fault]:
    """Give what is wrong with whole cases: no name, one opinion or too many, one twice, weights that change."""
    for name in (CASE, OPINION):
        yield from unnamed(batch.column(name), name)
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


def unnamed(column: pa.Array, name: str) -> list[Fault]:
    """Return the rows in which no case, or no opinion, is named."""
    return faults_where(
        _is_empty(column),
        name,
        lambda _: CompareError(
            f"No {name} is named here.",
            found="nothing",
            allowed="a name",
            fix="write its name into the cell",
        ),
    )


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
                found=f"{_told(given[row])} after {_told(given[row - 1])}",
                allowed="the same weight in every row of a case",
                fix="write the weights of one person in all rows of the case",
            ),
        )


def _told(weight: float) -> str:
    return "nothing" if np.isnan(weight) else f"{weight:g}"


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
    return CompareError(
        "This case has too many opinions.",
        found=f"{found:,}",
        allowed=f"at most {limits.ITEMS}",
        fix="check whether its rows belong to one case",
    )
