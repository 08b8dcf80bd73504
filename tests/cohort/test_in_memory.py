import random

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from compare import cohort
from compare.cohort import score_rows
from compare.errors import CompareError


@pytest.mark.parametrize("form", ["batch", "table", "frame"])
def test_rows_in_memory_come_to_what_a_file_comes_to(many, form):
    rows = many.made_up(20, seed=6)[0]
    cohort.score_files([many.write(rows)], many.folder / "out.parquet")
    batch = many.batch_of(rows)
    table = pa.Table.from_batches([batch.slice(0, 9), batch.slice(9)])
    given = {"batch": batch, "table": table, "frame": batch.to_pandas()}[form]
    assert score_rows(given).to_pylist() == pq.read_table(many.folder / "out.parquet").to_pylist()


def test_scattered_rows_are_put_together(many):
    rows = many.made_up(20, seed=6)[0]
    expected = {(row["case"], row["opinion"]): row["total"] for row in score_rows(many.batch_of(rows)).to_pylist()}
    random.Random(1).shuffle(rows)
    found = score_rows(many.batch_of(rows)).to_pylist()
    assert {(row["case"], row["opinion"]): row["total"] for row in found} == expected
    seen = list(dict.fromkeys(row["case"] for row in rows))
    assert list(dict.fromkeys(row["case"] for row in found)) == seen


def test_a_fault_is_told_at_the_row_as_it_was_given():
    frame = pd.DataFrame({"case": list("abab"), "opinion": list("xxyy"), "goals__chance": [1.0, 2, 300, 4]})
    with pytest.raises(CompareError, match="row 3, column goals__chance"):
        score_rows(frame)


@pytest.mark.parametrize(
    "table",
    [
        {"case": [], "opinion": [], "goals__chance": []},
        {"case": ["a"], "opinion": ["x"], "goals__chance": ["1"]},
        {"case": ["a"], "opinion": ["x"], "goals__chanse": [1]},
    ],
)
def test_what_is_no_table_of_the_format_is_refused(table):
    with pytest.raises(CompareError):
        score_rows(pa.table(table))
