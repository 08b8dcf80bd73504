import os
import stat
import tracemalloc

import pytest
from bad_workbooks import WORKBOOKS, good

from compare.errors import CompareError
from compare.files import read, read_data


@pytest.mark.parametrize(("make", "found"), WORKBOOKS.values(), ids=WORKBOOKS)
def test_bad_workbooks(case_file, make, found):
    path = case_file(make(), "case.xlsx")
    with pytest.raises(CompareError) as caught:
        read(path)
    text = str(caught.value)
    assert text.startswith("case.xlsx")
    assert found in text
    assert len(text.splitlines()) <= 12
    assert list(path.parent.iterdir()) == [path]


def test_the_good_one_is_good(case_file):
    assert read(case_file(good(), "case.xlsx")).names == ("A", "B")


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in WORKBOOKS
        if "bomb" in name or name.startswith(("too many", "all cells", "one blank", "one filled"))
    ],
)
def test_what_is_too_much_is_refused_before_it_takes_up_memory(name):
    data = WORKBOOKS[name][0]()
    tracemalloc.start()
    with pytest.raises(CompareError):
        read_data(data, ".xlsx")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 100_000_000


CELLS = {
    name: make
    for name, (make, _) in WORKBOOKS.items()
    if name
    in {"a formula", "off the scale", "joined cells", "a misspelt section", "one end of a range", "decimal comma"}
}


@pytest.mark.parametrize("make", CELLS.values(), ids=CELLS)
def test_a_fault_names_its_sheet_and_cell(make):
    with pytest.raises(CompareError, match=r"^case.xlsx, sheet (Opinion 1|Everything else), cell [A-I]\d+"):
        read_data(make(), ".xlsx", "case.xlsx")


def test_a_workbook_is_never_opened_through_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "case.xlsx")
    with pytest.raises(CompareError, match="not a file"):
        read(tmp_path / "case.xlsx")
    assert stat.S_ISFIFO((tmp_path / "case.xlsx").stat().st_mode)
