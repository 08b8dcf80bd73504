"""Rows that are in memory, as a table of pyarrow or pandas: what one task of a cluster scores, and what fits on a laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pyarrow as pa

from compare.case import Criterion
from compare.cohort.batches import Options, score_batch
from compare.cohort.buckets import by_first_seen
from compare.cohort.columns import columns_in_order, kinds_in, needed, numbers_of
from compare.cohort.faults import first_of
from compare.cohort.format import CASE, Format
from compare.cohort.reading_csv import no_rows
from compare.cohort.results import rows_of


def score_rows(
    rows: Any, *, criteria: Sequence[Criterion] | None = None, options: Options | None = None
) -> pa.RecordBatch:
    """Score rows that hold whole cases, in any order.

    Parameters
    ----------
    rows : pyarrow.Table, pyarrow.RecordBatch or pandas.DataFrame
        One row an opinion, with the columns of the format.
    criteria : sequence of Criterion, optional
        What is compared; without them the built-in five.
    options : Options, optional
        Weights for all cases, and what else to work out.

    Returns
    -------
    pyarrow.RecordBatch
        What `score_files` writes for these rows, the rows of a case together.

    Raises
    ------
    CompareError
        The first fault, with its row and column.

    Examples
    --------
    >>> table = pa.table({"case": [7, 7], "opinion": ["Surgery", "Radiation"], "rating__goals": [80.0, 30.0]})
    >>> found = score_rows(table)
    >>> found["rank"].to_pylist(), found["sure"].to_pylist()
    ([1, 2], ['likely', 'likely'])
    """
    table = rows if isinstance(rows, pa.Table | pa.RecordBatch) else pa.Table.from_pandas(rows, preserve_index=False)
    form, options = Format.of(table.schema.names, criteria), options or Options()
    kinds_in(table.schema, form)
    if not len(table):
        raise no_rows()
    whole = table.combine_chunks().to_batches()[0] if isinstance(table, pa.Table) else table
    batch = columns_in_order(whole, needed(form), numbers_of(table.schema, form), "")
    order = by_first_seen(batch.column(CASE))
    scored = score_batch(batch.take(pa.array(order)), form, options)
    if scored.faults:
        fault = first_of(scored.faults)
        raise replace(fault.at("", int(order[fault.row]) + 1), more=fault.count - 1)
    return rows_of(scored, form, options)
