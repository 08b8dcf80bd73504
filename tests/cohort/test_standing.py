import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.cohort.standing import Cases, of_first, plain_shares, standing_of
from compare.distributions import TOLERANCE
from compare.interval import Interval

groups = st.lists(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 3)), min_size=1, max_size=9), min_size=1, max_size=12
)
"""Cases, each a list of a low total and a width: small whole numbers, so that many are level."""


def laid_out(drawn):
    rows = [row for case in drawn for row in case]
    low, width = (np.array([row[place] for row in rows], dtype=float) * 10 for place in (0, 1))
    ends = np.cumsum([len(case) for case in drawn])[:-1] - 1
    together = np.ones(len(rows) - 1, dtype=bool)
    together[ends] = False
    return Cases(together), Interval(low, low + width / 2, low + width)


@given(groups)
def test_every_case_is_ranked_by_itself(drawn):
    cases, total = laid_out(drawn)
    found, at = standing_of(cases, total, [total], np.zeros(0, dtype=int)), 0
    for case in drawn:
        means = [10 * (low + width / 2) for low, width in case]
        ranks = [1 + sum(other > mean + TOLERANCE for other in means) for mean in means]
        assert found.ranks[at : at + len(case)].tolist() == ranks
        first = ranks.index(1)
        assert found.first[at : at + len(case)].tolist() == [at + first] * len(case)
        assert found.gaps[at : at + len(case)] == pytest.approx([means[first] - mean for mean in means])
        at += len(case)


@given(groups)
def test_the_first_is_as_sure_as_the_least_sure_of_the_others(drawn):
    cases, total = laid_out(drawn)
    found, at = standing_of(cases, total, [total], np.zeros(0, dtype=int)), 0
    sure = of_first(cases, found, np.minimum(found.sure, 2).astype(np.int8))
    for case in drawn:
        rows = list(range(at, at + len(case)))
        first = found.first[at]
        assert sure[first] == min((sure[row] for row in rows if row != first), default=2)
        at += len(case)


@given(groups)
def test_shares_that_need_no_working_out_add_up_to_1(drawn):
    cases, total = laid_out(drawn)
    found = standing_of(cases, total, [total], np.zeros(0, dtype=int))
    shares, at = plain_shares(cases, total, found), 0
    for case in drawn:
        own = shares[at : at + len(case)]
        assert np.isnan(own).all() or own.sum() == pytest.approx(1)
        if not any(width for _, width in case):
            assert not np.isnan(own).any()
        at += len(case)


def test_counts_and_choices_of_cases():
    cases = Cases(np.array([True, False, True, True, False]))
    mask = np.array([1, 0, 0, 1, 1, 1], dtype=bool)
    assert cases.starts.tolist() == [0, 2, 5]
    assert cases.sizes.tolist() == [2, 3, 1]
    assert cases.count(mask).tolist() == [1, 1, 2, 2, 2, 1]
    assert cases.only(np.array([0, 0, 1, 1, 1, 1], dtype=bool)).sizes.tolist() == [3, 1]
