"""The report about many cases, read back with other libraries."""

from __future__ import annotations

import csv
import io

import pytest

pa = pytest.importorskip("pyarrow")
pytest.importorskip("statsmodels")
openpyxl = pytest.importorskip("openpyxl")

import pyarrow.parquet as pq  # noqa: E402

from compare.cohort.making import blocks  # noqa: E402
from compare.cohort.summary import summarise  # noqa: E402
from compare.reports.cohort import of_cohort  # noqa: E402
from compare.reports.origin import made_with  # noqa: E402
from compare.words import cohort_summary as told  # noqa: E402


@pytest.fixture(scope="module")
def summary(tmp_path_factory):
    path = tmp_path_factory.mktemp("cohort") / "made-up.parquet"
    pq.write_table(pa.Table.from_batches(blocks(600, seed=4)), path)
    return summarise([path], by="cancer")


def test_a_page_says_what_was_counted_and_what_to_know(summary):
    page = of_cohort(summary).html()
    for text in (
        told.TITLE,
        told.SELECTION[:40],
        told.SMALL_HIDDEN[:30],
        "Krippendorff",
        "Experience",
        "600 cases",
        made_with(),
    ):
        assert text in page
    assert "http" not in page.split("</style>")[1].replace("http://www.w3.org", "")


def test_every_table_of_the_page_stands_in_the_workbook(summary):
    book = openpyxl.load_workbook(io.BytesIO(of_cohort(summary).as_bytes(".xlsx")))
    cells = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    for share in (*summary.on("pathology")[""], *summary.on("comes from")[""]):
        assert told.cell(share) in cells


def test_tables_as_csv_have_every_share_in_full(summary, tmp_path):
    from compare.reports.cohort import save_cohort

    path = save_cohort(summary, tmp_path / "shares.csv")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(summary.shares)
    for row, share in zip(rows, summary.shares, strict=True):
        assert row["outcome"] == share.outcome
        assert row["count"] == ("" if share.count is None else str(share.count))
        assert (row["share"] == "") == (share.share is None)
        assert not row["share"] or float(row["share"]) == pytest.approx(share.share)


def test_the_same_files_give_the_same_bytes(summary):
    assert of_cohort(summary).html() == of_cohort(summary).html()
