import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.cohort.scales import Coded, NumberScale, WordScale
from compare.values import Curve, Levels, Linear

LINES = (
    Linear(worst=80, best=0),
    Linear(worst=0, best=100),
    Linear(worst=26, best=0, outside="clip"),
    Curve(points=[(-0.7, 100), (-0.3, 50), (0.4, 0)]),
    Curve(points=[(0, 0), (5, 30), (20, 60), (50, 85), (100, 100)], outside="clip"),
    Curve(points=[(0, 20), (1, 90), (2, 10), (5, 40)]),
)
WORDS = Levels(levels={"poor": 10, "fair": 60, "good": 100})


def on(scale, part):
    """Return the answer at a part of a scale, a little beyond its ends where it clips."""
    (low, _), *_, (high, _) = scale.knots
    if scale.outside == "clip":
        return low + (high - low) * (1.4 * part - 0.2)
    return min(low + (high - low) * part, high)


@given(st.sampled_from(LINES), st.lists(st.floats(0, 1), min_size=1), st.floats(0.1, 1))
def test_numbers_are_worth_the_same_in_a_column(scale, parts, share):
    numbers = np.array([on(scale, part) for part in parts])
    expected = [share * scale(float(number)) for number in numbers]
    assert NumberScale.of(scale, share).line(numbers) == pytest.approx(expected, abs=1e-9)


@given(st.sampled_from(LINES), st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1))
def test_ranges_are_worth_the_same_in_a_column(scale, parts):
    ends = np.sort(np.array([[on(scale, part) for part in pair] for pair in parts]), axis=1)
    found = NumberScale.of(scale).between(ends[:, 0], ends[:, 1])
    expected = [scale.value((float(low), float(high))).interval for low, high in ends]
    for end in ("low", "mean", "high"):
        assert getattr(found, end) == pytest.approx([getattr(one, end) for one in expected], abs=1e-9)


@given(st.sampled_from(LINES), st.floats(0, 1), st.floats(0, 1))
def test_a_range_bends_where_its_values_are_not_spread_evenly(scale, first, second):
    low, high = sorted((on(scale, first), on(scale, second)))
    pieces = scale.value((low, high)).pieces if scale.outside == "clip" else ()
    if len(pieces) > 1:
        assert NumberScale.of(scale).bends(np.array([low]), np.array([high]))[0]


def test_words_are_worth_the_same_in_a_table():
    found = WordScale.of(WORDS, ["good", "not asked", "poor"], share=0.5)
    assert found.low.tolist() == [50, 5, 5, 5]
    assert found.span.tolist() == [0, 45, 0, 45]
    assert not found.faults


def test_a_word_that_is_no_level_is_a_fault_with_the_nearest_one():
    assert "good" in WordScale.of(WORDS, ["goood"]).faults[0].fix


def test_two_questions_in_one_table_are_the_sum_of_both():
    first = Coded(np.array([0, 1, 2], np.int32), np.array([1.0, 2, 3]), np.array([0.0, 0, 9]))
    second = Coded(np.array([1, 0, 1], np.int32), np.array([10.0, 20]), np.array([0.0, 5]))
    both = first.with_other(second)
    assert both.low[both.codes].tolist() == [21, 12, 23]
    assert both.span[both.codes].tolist() == [5, 0, 14]
