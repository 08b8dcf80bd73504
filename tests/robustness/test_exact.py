from fractions import Fraction
from itertools import permutations
from math import prod

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from compare.robustness.exact import ahead, first_shares_of_pairs, middle, orders, shares_ahead
from compare.robustness.knowledge import Knowledge
from compare.weights import ranking

differences = st.lists(st.integers(-100, 100).map(float), min_size=1, max_size=6)


def by_partial_fractions(row):
    """Return the volume by the textbook sum, in exact fractions: ``sum_{d_k > 0} d_k^(n-1) / prod_{j != k} (d_k - d_j)``."""
    exact = [Fraction(number) for number in row]
    return sum(
        exact[k] ** (len(exact) - 1) / prod(exact[k] - other for j, other in enumerate(exact) if j != k)
        for k in range(len(exact))
        if exact[k] > 0
    )


def share(row):
    return float(first_shares_of_pairs(np.array([row], dtype=float))[0])


def knowing(kind, n, **more):
    return Knowledge(tuple("abcdefghij"[:n]), kind, **more)


def in_order(*groups):
    return knowing("order", sum(map(len, groups)), groups=groups)


@given(differences)
def test_volumes_agree_with_exact_fractions(row):
    assume(len(set(row)) == len(row))
    assert share(row) == pytest.approx(float(by_partial_fractions(row)), abs=1e-14)


@pytest.mark.parametrize("gap", [1e-13, 1e-10, 1e-6])
def test_differences_that_are_nearly_equal_lose_no_digits(gap):
    row = [1.0, 1.0 + gap, 1.0 + 3 * gap, -1.0, -1.0 - gap, -1.0 + 2 * gap, 0.5]
    assert share(row) == pytest.approx(float(by_partial_fractions(row)), rel=1e-14)


def test_the_textbook_sum_in_floats_would_lose_them():
    row = [1.0, 1.0 + 1e-13, 1.0 + 3e-13, -1.0, -0.5]
    floats = sum(row[k] ** 4 / prod(row[k] - o for j, o in enumerate(row) if j != k) for k in range(5) if row[k] > 0)
    assert abs(floats - by_partial_fractions(row)) > 1
    assert 0 < share(row) < 1


@given(differences)
def test_ahead_and_behind_are_everything(row):
    total = share(row) + share([-number for number in row])
    assert total == pytest.approx(1.0 if any(row) else 0.0, abs=1e-14)


@given(st.lists(differences.filter(lambda row: len(row) >= 3).map(lambda row: row[:3]), min_size=1, max_size=20))
def test_many_pairs_are_the_same_as_one_at_a_time(rows):
    assert first_shares_of_pairs(np.array(rows)).tolist() == [share(row) for row in rows]


@given(differences, st.integers(0, 5), st.sampled_from([0.001, 7.0]))
def test_neither_the_order_of_criteria_nor_the_unit_matters(row, turn, unit):
    assert share([unit * number for number in row[turn:] + row[:turn]]) == pytest.approx(share(row), abs=1e-14)


@given(differences, st.integers(0, 5))
def test_a_gain_never_makes_less_likely(row, place):
    better = [number + 10 * (at == place) for at, number in enumerate(row)]
    assert share(better) >= share(row) - 1e-14


def test_no_pairs_give_no_shares():
    assert first_shares_of_pairs(np.empty((0, 4))).shape == (0,)


def test_the_cancer_example_by_nothing(oracle):
    expected = oracle("getreal_cancer")["expected"]["smaa_uniform"]
    found, weights = ahead(np.array([50.0, -50, -75]), knowing("nothing", 3))
    assert found == pytest.approx(expected["first_rank_new"], abs=1e-14)
    assert weights == pytest.approx(expected["central_weights_new"], abs=1e-14)


def test_the_cancer_example_by_order(oracle):
    expected = oracle("getreal_cancer")["expected"]["smaa_ordinal_OS_severe_moderate"]
    known, difference = in_order((0,), (1,), (2,)), np.array([50.0, -50, -75])
    for sign, name in ((1, "new"), (-1, "control")):
        found, weights = ahead(sign * difference, known)
        assert found == pytest.approx(
            expected["first_rank_new"] if sign > 0 else 1 - expected["first_rank_new"], abs=1e-14
        )
        assert weights == pytest.approx(expected[f"central_weights_{name}"], abs=1e-6)


def test_an_order_between_groups_is_the_mean_over_the_orders_within():
    difference = np.array([30.0, -20, 5, -40])
    found, weights = ahead(difference, in_order((2, 0), (1, 3)))
    single = [
        ahead(difference, in_order((a,), (b,), (c,), (d,)))
        for a, b in permutations((2, 0))
        for c, d in permutations((1, 3))
    ]
    assert found == pytest.approx(np.mean([each for each, _ in single]), abs=1e-14)
    assert found * weights == pytest.approx(sum(each * mean for each, mean in single) / 4, abs=1e-14)


def test_all_criteria_in_one_group_is_no_order():
    difference = np.array([30.0, -20, 5, -40])
    one, other = ahead(difference, in_order((0, 1, 2, 3))), ahead(difference, knowing("nothing", 4))
    assert one[0] == other[0]
    assert ahead(np.ones(12), in_order(tuple(range(12))))[0] == 1.0


def test_too_many_orders_are_left_to_drawing():
    known = in_order((0,), tuple(range(1, 9)))
    assert orders(known) is None
    assert ahead(np.ones(9), known) is None
    assert shares_ahead(np.ones((1, 9)), known) is None
    assert len(orders(in_order((0,), tuple(range(1, 8))))) == 5040


@given(differences, st.booleans())
def test_shares_of_pairs_are_those_of_one_pair(row, ordered):
    known = in_order(*((place,) for place in range(len(row)))) if ordered else knowing("nothing", len(row))
    assert shares_ahead(np.array([row]), known)[0] == pytest.approx(ahead(np.array(row), known)[0], abs=1e-15)


@given(differences)
def test_the_middle_of_the_weights_is_among_those_that_put_it_ahead(row):
    found, weights = ahead(np.array(row), knowing("nothing", len(row)))
    if found:
        assert weights.sum() == pytest.approx(1)
        assert weights @ np.array(row) > 0


def test_the_middle_of_all_weights():
    assert middle(knowing("nothing", 4)) == pytest.approx(np.full(4, 0.25))
    assert middle(in_order((0,), (1,), (2,))) == pytest.approx(list(ranking(["a", "b", "c"]).values()))
    assert middle(knowing("weights", 2, shares=(0.3, 0.7))) == pytest.approx([0.3, 0.7])
    assert middle(knowing("ranges", 2, ranges=((1, 2), (3, 4)))) is None


def test_at_one_set_of_weights_an_opinion_is_ahead_or_not():
    known = knowing("weights", 2, shares=(0.3, 0.7))
    assert shares_ahead(np.array([[10.0, -1], [10, -10], [70, -30]]), known).tolist() == [1, 0, 0]
    assert ahead(np.array([70.0, -30]), known)[0] == 0


def test_totals_within_the_tolerance_are_not_ahead():
    known = knowing("weights", 2, shares=(0.5, 0.5))
    assert shares_ahead(np.array([[9e-10, 9e-10], [2e-9, 3e-9]]), known).tolist() == [0, 1]
    assert ahead(np.array([9e-10, 9e-10]), known)[0] == 0
