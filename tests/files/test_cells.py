import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import HOSTILE, texts

from compare.errors import CompareError, Place
from compare.files.cells import EMPTY, fits_one_cell, guarded, meant, meant_step, shown, shown_step
from compare.trees import clean_text

MORE = (
    "",
    " ",
    "\n",
    "{}",
    " {} ",
    "[]",
    "[a",
    "[a]",
    '"',
    '""',
    '"a" and "b"',
    "'",
    "''=1",
    "' =1",
    "#N/A",
    "Err:508",
    "7",
    "007",
    "\u3000",
    "＝1",
)
FORMULA_SIGNS = "=+-@\t\r\n＝＋－＠"


@given(st.one_of(texts, st.sampled_from(MORE), st.text(st.sampled_from("'\"=[]{} #+-@,7a\n"), max_size=8)))
def test_every_text_comes_back_from_its_cell(text):
    text = clean_text(text)
    assert meant(shown(text), 1).plain() == text
    assert meant_step(shown_step(text), 1) == text


@pytest.mark.parametrize("text", [*HOSTILE, *MORE, "=1+1", " =1+1", "\u00a0@a", "-3", "+x", "－３"])
def test_no_text_begins_as_a_formula(text):
    for cell in (shown(text), shown_step(text)):
        assert not cell.lstrip(" \u00a0").startswith(tuple(FORMULA_SIGNS))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-0.5, "-0.5"),
        (12, "12"),
        (True, "yes"),
        (False, "no"),
        ([18, 24.5], "[18, 24.5]"),
        ([[0, 0], [5, 30]], "[[0, 0], [5, 30]]"),
        ({}, EMPTY),
    ],
)
def test_numbers_truths_and_lists(value, cell):
    assert shown(value) == cell
    assert meant(cell, 1).plain() in (value, cell, "yes", "no")


def test_a_place_in_a_list_is_a_bare_number_and_a_name_never_is():
    assert (shown_step(3), shown_step("3")) == ("3", '"3"')
    assert (meant_step("3", 1), meant_step('"3"', 1), meant_step(" 3 ", 1)) == (3, "3", 3)


@pytest.mark.parametrize("blank", ["", "   ", "\n", "\u00a0"])
def test_a_blank_cell_is_nothing(blank):
    assert meant(blank, 1).value is None


@pytest.mark.parametrize("fault", ["#N/A", " #REF! ", "#DIV/0!", "Err:508", "#NAME?"])
def test_an_error_of_a_spreadsheet_is_refused_where_it_stands(fault):
    with pytest.raises(CompareError) as caught:
        meant(fault, Place(3, "line 3, column value"))
    assert str(caught.value).startswith("line 3, column value\n")


@pytest.mark.parametrize("text", ["[sic: he said: x]", "[a", "a]", "[a: b]", "[[[[1]]]]", "[*a]", "[!!x y]"])
def test_brackets_that_are_no_list_stay_text(text):
    assert meant(text, 1).plain() == text


def test_which_lists_fit_one_cell():
    assert fits_one_cell([1, 2.5])
    assert fits_one_cell(["surgery", "radiation"])
    assert not fits_one_cell(["a, b"])
    assert not fits_one_cell(["1"])
    assert not fits_one_cell(["[["])


def test_quote_signs_around_two_words_stay():
    assert meant('"common" or "rare"', 1).plain() == '"common" or "rare"'


def test_a_guard_is_only_put_where_it_is_needed():
    assert [guarded(text) for text in ("'tis", "a=1", "3-4", "=1")] == ["'tis", "a=1", "3-4", "'=1"]
