"""What is cut is cut after a measured line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from compare.charts.style import SMALL, clean
from compare.reports.fitting import fitted, height_of, lines_of
from compare.reports.parts import Paragraphs, Table
from compare.statements import Cell

texts = st.text(st.characters(codec="utf-8"), max_size=300)


@given(texts, st.integers(30, 400), st.integers(1, 4))
def test_a_text_takes_no_more_lines_than_it_may(text, width, lines):
    assert lines_of(fitted(text, width, lines), width) <= lines + (width < 60)


@given(texts, st.integers(60, 400), st.integers(1, 4))
def test_what_is_left_is_the_beginning_and_says_that_it_was_cut(text, width, lines):
    whole, kept = clean(text), fitted(text, width, lines)
    if kept != whole:
        assert kept.endswith("…")
        assert whole.startswith(kept[:-1])


def test_a_cut_falls_between_words():
    assert fitted("Keep the breast, then radiation", 100, 1) == "Keep the breast…"


def test_a_word_without_end_is_parted():
    kept = fitted("w" * 500, 200, 2)
    assert lines_of(kept, 200) <= 2
    assert len(kept) > 30


def test_letters_that_have_no_shape_here_count_as_wide():
    assert lines_of("\u6f22" * 40, 100) > lines_of("i" * 40, 100)


def test_a_table_is_as_high_as_its_longest_cells():
    low = Table("T", ["", "A"], [("x", [Cell("short")])], widths=(1, 4))
    high = Table("T", ["", "A"], [("x", [Cell("long " * 100)])], widths=(1, 4))
    wide = 452 * 4 / 5 - 7
    assert round((height_of(high) - height_of(low)) / 10.6) == lines_of("long " * 100, wide, SMALL) - 1


def test_paragraphs_below_each_other_add_up():
    one, two = (height_of(Paragraphs("T", ["a line"] * count)) for count in (2, 4))
    assert round(two - one, 1) == round(2 * 10.6, 1)
