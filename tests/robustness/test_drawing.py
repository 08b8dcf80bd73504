import numpy as np
import pytest
from hypothesis import given
from made_up import BENT, CURVE, FALLING, PERCENT, WORDS, case_of, cases, direct, on_scale, outcomes

from compare.answers import Count
from compare.robustness.drawing import stream, table_of

SIZE = 20_000


def drawn(case, size=SIZE, seed=1):
    table = table_of(case)
    return table, table.drawn(table.streams(seed), size)


def values_of(value, answer, size=SIZE):
    """Draw the value of one answer on a scale."""
    (values,) = drawn(on_scale(value, answer), size)[1]
    return values


def test_what_is_known_is_in_the_table_and_not_drawn():
    table = table_of(on_scale(CURVE, -0.5, -0.7))
    assert table.known.tolist() == [[75.0], [100.0]]
    assert table.terms == ()
    assert table.settled == (True, True)


def test_an_unknown_answer_is_as_wide_as_its_scale_and_never_zero():
    values = values_of({"linear": {"worst": 45, "best": 65}}, None)
    assert np.quantile(values, [0.1, 0.5, 0.9]) == pytest.approx([10, 50, 90], abs=1.5)
    assert table_of(direct((None, 30), (40, 20))).settled == (False, True)


def test_a_range_is_even_in_the_answer_not_in_the_value():
    """On the bend from 20 (60) to 100 (100), answers 10 to 60 are below 60 with one chance in five."""
    values = values_of(BENT, [10, 60])
    assert (values < 60).mean() == pytest.approx(0.2, abs=0.01)
    assert (values.min(), values.max()) == pytest.approx((30, 80), abs=0.1)


def test_a_range_of_words_is_even_between_their_values():
    values = values_of(WORDS, ["fair", "good"])
    assert np.quantile(values, [0, 0.5, 1]) == pytest.approx([60, 80, 100], abs=0.5)


def test_a_count_is_a_beta_chance_through_its_scale():
    """8 of 129: Beta(9, 122), mean 6.87 of 100."""
    assert values_of(PERCENT, "8 of 129").mean() == pytest.approx(100 * 9 / 131, abs=0.05)
    assert values_of(FALLING, "8 of 129").mean() == pytest.approx(100 - 125 * 9 / 131, abs=0.06)


def test_a_count_beyond_the_scale_takes_the_nearer_end():
    values = values_of(FALLING, "75 of 100")
    assert values.min() == 0.0
    assert (values == 0).mean() > 0.05


@given(cases(most=3))
def test_no_draw_leaves_its_bounds(case):
    table, values = drawn(case, 200)
    low, high = table.ends
    for term, column in zip(table.terms, values, strict=True):
        assert column.min() >= term.low - 1e-9
        assert column.max() <= term.high + 1e-9
    assert (low >= -1e-9).all()
    assert (high <= 100 + 1e-9).all()


@given(cases(most=2, counted=False))
def test_bounds_are_those_of_the_scores(case):
    low, high = table_of(case).ends
    for row, opinion in enumerate(case.names):
        for column, key in enumerate(sorted(case.keys)):
            worth = case.worth[opinion][key]
            assert low[row, column] == pytest.approx(sum(share * value.interval.low for share, value in worth))
            assert high[row, column] == pytest.approx(sum(share * value.interval.high for share, value in worth))


def test_totals_are_drawn_as_straight_from_the_answers():
    criteria = [
        {"key": "a", "attributes": [{"key": "x", "value": BENT, "share": 2}, {"key": "y", "value": WORDS}]},
        {"key": "b"},
    ]
    case = case_of(
        {"a": {"x": "30 of 90", "y": None}, "b": [10, 60]},
        {"a": {"x": [5, 50], "y": "fair"}, "b": None},
        criteria=criteria,
    )
    table, values = drawn(case, 100_000)
    totals = table.totals(np.array([[0.3], [0.7]]), values)
    expected = outcomes(case, {"a": 0.3, "b": 0.7}, 100_000)
    for row, name in enumerate("AB"):
        quantiles = [0.05, 0.5, 0.95]
        assert np.quantile(totals[row], quantiles) == pytest.approx(np.quantile(expected[name], quantiles), abs=0.5)


def test_a_stream_belongs_to_its_name_and_its_seed():
    first = stream(1, "A", "goals").random(3).tolist()
    assert first == stream(1, "A", "goals").random(3).tolist()
    assert first != stream(2, "A", "goals").random(3).tolist()
    assert first != stream(1, "Ag", "oals").random(3).tolist()


def test_the_order_of_the_file_changes_no_draw():
    case = direct((None, 30, [1, 9]), (40, None, 20))
    turned = case.model_copy(update={"opinions": case.opinions[::-1], "criteria": case.criteria[::-1]})
    by_name = [
        {term.name: values.tolist() for term, values in zip(table.terms, drawn_values, strict=True)}
        for table, drawn_values in (drawn(case, 5), drawn(turned, 5))
    ]
    assert by_name[0] == by_name[1]


def test_counts_are_kept_as_counts():
    (term,) = table_of(on_scale(PERCENT, "8 of 129")).terms
    assert term.count == Count(8, 129)
    assert (term.low, term.high) == (0, 100)


def test_tiny_differences_are_none():
    table = table_of(direct((50, 10), (50 + 1e-11, 20)))
    assert table.difference(0, 1).tolist() == [0.0, -10.0]


def test_an_answer_that_counts_for_nothing_is_not_drawn():
    parts = [{"key": "a", "value": PERCENT, "share": 0}, {"key": "b", "value": PERCENT}]
    table = table_of(case_of({"k": {"b": 30}}, criteria=[{"key": "k", "attributes": parts}]))
    assert (table.terms, table.known.tolist()) == ((), [[30.0]])
