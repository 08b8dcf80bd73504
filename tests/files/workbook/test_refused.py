import os
import stat
import tracemalloc

import pytest
from bad_workbooks import APPROACH, WORKBOOKS, good, repacked, typed
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import texts

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


def fault_of(data):
    """Return what is refused (None: nothing); any other exception comes through."""
    try:
        read_data(data, ".xlsx", "case.xlsx")
    except CompareError as error:
        return error
    return None


def check_fault(error):
    assert error is None or (error.file == "case.xlsx" and error.problem and len(str(error).splitlines()) <= 12)


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=40), st.integers(0, 200))
def test_a_good_workbook_with_a_piece_cut_out_and_another_put_in(at, put_in, length):
    data = good()
    at %= len(data)
    check_fault(fault_of(data[:at] + put_in + data[at + length :]))


SIGNS = st.sampled_from(
    [
        b"<",
        b">",
        b'"',
        b"/",
        b"<c",
        b"</c>",
        b"<v>",
        b"1e400",
        b's="9999"',
        b'r="A0"',
        b't="s"',
        b't="d"',
        b"&#0;",
        b"\xff",
        b"<f>1</f>",
    ]
)


@settings(max_examples=30)
@given(
    st.sampled_from(["xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]),
    st.integers(0, 10**6),
    SIGNS,
    st.integers(0, 9),
)
def test_a_part_with_signs_put_in(part, at, sign, length):
    def change(name, content):
        place = at % len(content)
        return content[:place] + sign + content[place + length :] if name == part else content

    check_fault(fault_of(repacked(change)()))


@settings(max_examples=25)
@given(
    st.one_of(texts, st.floats(), st.booleans(), st.dates(), st.datetimes()),
    st.sampled_from(["notes", "date", APPROACH, "philosophy", "written"]),
)
def test_whatever_is_typed_into_a_cell(value, key):
    if isinstance(value, str):
        value = value[:32_000]
    check_fault(fault_of(typed(value, key)()))
