import csv
import io

import pytest
from bad_files import csv_file, csv_row
from made_up import HOSTILE

import compare
from compare.errors import CompareError
from compare.files import as_tree, read_data, read_text, written_as
from compare.files.long_csv import COLUMNS, csv_form, parse_csv

FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")


def table(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.fixture(scope="module")
def prostate():
    return written_as(compare.sample("prostate"), ".csv")


def test_another_reader_finds_a_table_with_a_value_in_each_row(prostate):
    rows = table(prostate)
    assert {len(row) for row in rows} == {len(COLUMNS)}
    assert rows[0] == list(COLUMNS)
    assert ["opinions", "Surgery", "ratings", "side_effects", "lasting", "answer", "", "[18, 24]"] in rows
    assert ["patient", "goals", "1", "", "", "", "", "Not to die of this cancer"] in rows
    assert rows[-1] == ["end", *[""] * 7]


def test_every_field_is_quoted_and_the_file_is_marked_as_utf_8(prostate):
    assert prostate.startswith('\ufeff"section"')
    assert prostate.endswith("\r\n")
    for line in csv_form([(("notes",), 'a "word"', "")]).removeprefix("\ufeff").splitlines():
        assert line.startswith('"')
        assert line.endswith('"')


def test_no_cell_is_a_formula():
    case = compare.Case(notes="=1+1", sources=HOSTILE, opinions=[{"name": "@A", "asked": {"+x": "-y", "=z": "\t=1"}}])
    for row in table(written_as(case, ".csv")):
        assert not [cell for cell in row if cell.lstrip(" \u00a0").startswith(FORMULA_SIGNS)]


def test_a_negative_number_keeps_its_minus():
    scale = {"curve": [[-0.7, 100], [0.4, 0]]}
    case = compare.Case(
        criteria=[{"key": "k", "attributes": [{"key": "a", "value": scale}]}],
        opinions=[{"name": "A", "ratings": {"k": {"a": -0.5}}}],
    )
    rows = table(written_as(case, ".csv"))
    assert ["opinions", "A", "ratings", "k", "a", "", "", "-0.5"] in rows
    assert ["criteria", "k", "attributes", "a", "value", "curve", "", "[[-0.7, 100], [0.4, 0]]"] in rows


SAME = {
    "semicolons": lambda rows: joined(rows, ";"),
    "tabs": lambda rows: joined(rows, "\t"),
    "nothing quoted": lambda rows: joined(rows, ",", csv.QUOTE_MINIMAL),
    "utf-16 with tabs": lambda rows: joined(rows, "\t").decode().encode("utf-16"),
    "a mark": lambda rows: b"\xef\xbb\xbf" + joined(rows, ","),
    "old line ends": lambda rows: joined(rows, ",").replace(b"\r\n", b"\r"),
    "blank rows": lambda rows: joined([[""] * 8, *rows[:5], [""] * 8, *rows[5:], [" "] * 8, []], ","),
    "rows in another order": lambda rows: joined([rows[0], *sorted(rows[1:], key=lambda row: row[0] != "opinions")], ","),
    "blanks around names": lambda rows: joined([[f" {cell} " if cell else "" for cell in row[:7]] + row[7:] for row in rows], ","),
    "capital heads": lambda rows: joined([[cell.upper() for cell in rows[0]], *rows[1:]], ","),
    "a column of help": lambda rows: joined([[*row, "help" if place == 0 else "=1"] for place, row in enumerate(rows)], ","),
}  # fmt: skip


def joined(rows, separator, quoting=csv.QUOTE_ALL):
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator, quoting=quoting).writerows(rows)
    return stream.getvalue().encode()


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_odd_files_that_mean_the_same(prostate, change):
    assert read_data(change(table(prostate)), ".csv") == compare.sample("prostate")


def test_an_order_of_opinions_is_that_of_the_rows():
    rows = [csv_row("opinions", "B", "{}"), csv_row("opinions", "A", "notes", "x")]
    assert read_text(csv_file(*rows), ".csv").names == ("A", "B")


def test_a_fault_names_the_line_where_its_row_begins_and_the_column():
    text = csv_file(csv_row("notes", "two\nlines"), csv_row("opinions", "A", "philosophy", "9"))
    with pytest.raises(CompareError) as caught:
        read_text(text, ".csv", "case.csv")
    assert str(caught.value).splitlines()[0] == "case.csv, line 6, column value, opinions[1].philosophy"


def test_an_unknown_name_is_told_in_its_own_column():
    with pytest.raises(CompareError, match=r"line 4, column part.*\n.*not known"):
        read_text(csv_file(csv_row("opinions", "A", "raitings", "3")), ".csv", "case.csv")


def test_two_rows_for_one_value_name_both_lines():
    with pytest.raises(CompareError, match="line 4, column value and in line 5, column value"):
        parse_csv(csv_file(csv_row("notes", "a"), csv_row("notes", "b")))


@pytest.mark.parametrize("wrong", ["2,5", "12,5"])
def test_a_decimal_comma_is_refused_with_the_fix(wrong):
    with pytest.raises(CompareError, match=f"write {wrong.replace(',', '.')}"):
        read_text(csv_file(csv_row("opinions", "A", "doctor", "years", wrong)), ".csv")


def test_rows_may_stand_below_the_end():
    text = csv_file() + csv_row("notes", "added below") + "\n"
    assert read_text(text, ".csv").notes == "added below"


def test_the_same_tree_as_in_every_other_format(prostate):
    assert as_tree(read_text(prostate, ".csv")) == as_tree(compare.sample("prostate"))
