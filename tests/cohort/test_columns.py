"""Files of one run seldom have the very same types: what was empty that day, whole that day, or text."""

from decimal import Decimal

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
import pytest

from compare.cohort import check_files, score_files, score_rows
from compare.cohort.summary import summarise

ROWS = {
    "case": [f"c{at // 3:02}" for at in range(60)],
    "opinion": [f"O{at % 3}" for at in range(60)],
    "stage": ["2A" if at % 7 else "3" for at in range(60)],
    "goals__chance": [float(at % 40) for at in range(60)],
    "goals__goal_fit": ["our first goal" if at % 2 else None for at in range(60)],
}
EMPTY = ROWS | {"goals__chance": [None] * 60, "goals__goal_fit": [None] * 60, "stage": [None] * 60}

NUMBERS = {
    "float64": pa.float64(), "float32": pa.float32(), "float16": pa.float16(), "int8": pa.int8(), "uint64": pa.uint64(),
    "decimal": pa.decimal128(9, 3), "empty": pa.null(),
}  # fmt: skip
TEXTS = {"string": pa.string(), "large": pa.large_string(), "coded": pa.dictionary(pa.int8(), pa.large_string())}


def table_of(rows, number="float64", text="string"):
    numbers = [None if each is None else Decimal(int(each)) for each in rows["goals__chance"]]
    if number != "decimal":
        numbers = [None if each is None else int(each) for each in numbers]
    made = {
        name: pa.array(cells, pa.string()).cast(TEXTS[text]) for name, cells in rows.items() if name != "goals__chance"
    }
    return pa.table(made | {"goals__chance": pa.array(numbers).cast(NUMBERS[number])})


def written(folder, name, table):
    (pacsv.write_csv if name.endswith("csv") else pq.write_table)(table, folder / name)
    return folder / name


def split(folder, one, other, name="b.parquet"):
    """Return two files; a case begins in the first and ends in the second."""
    return [written(folder, "a.parquet", one.slice(0, 31)), written(folder, name, other.slice(31))]


def scored(folder, paths):
    score_files(paths, folder / "out.parquet")
    return pq.read_table(folder / "out.parquet").to_pylist()


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("number", [name for name in NUMBERS if name != "empty"])
def test_files_of_other_types_are_one_cohort(many, number, text):
    usual, other = table_of(ROWS), table_of(ROWS, number, text)
    expected = scored(many.folder, [written(many.folder, "whole.parquet", usual)])
    for paths in (split(many.folder, usual, other), split(many.folder, other, usual)):
        assert scored(many.folder, paths) == expected
        assert summarise(paths).plain() == summarise([many.folder / "whole.parquet"]).plain()
    assert score_rows(other).to_pylist() == expected


def test_a_column_that_is_empty_in_one_file_is_not_known_there(many):
    usual, empty = table_of(ROWS), table_of(EMPTY, "empty")
    whole = pa.concat_tables([usual.slice(0, 31), table_of(EMPTY).slice(31)])
    expected = scored(many.folder, [written(many.folder, "whole.parquet", whole)])
    paths = split(many.folder, usual, empty)
    assert scored(many.folder, paths) == expected
    assert summarise(paths).plain() == summarise([many.folder / "whole.parquet"]).plain()


@pytest.mark.parametrize("number", ["float64", "float32", "int8", "decimal"])
def test_parquet_and_csv_are_one_cohort(many, number):
    paths = split(many.folder, table_of(ROWS, number), table_of(ROWS), "b.csv")
    expected = scored(many.folder, [written(many.folder, "whole.parquet", table_of(ROWS))])
    assert scored(many.folder, paths) == expected
    assert summarise(paths).plain() == summarise([many.folder / "whole.parquet"]).plain()


def test_scattered_rows_of_other_types_are_sorted_together(many):
    usual = table_of(ROWS)
    other = table_of(ROWS | {"opinion": [f"P{at % 3}" for at in range(60)]}, "int8", "coded")
    paths = [written(many.folder, "a.parquet", usual), written(many.folder, "b.parquet", other)]
    assert check_files(paths).plain()["opinions"] == 120
    assert check_files(paths).plain()["cases"] == 20
