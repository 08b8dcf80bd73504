import numpy as np
import pytest
from made_up import direct

import compare
from compare.cohort import score_arrays
from compare.cohort.standing import SURE
from compare.errors import CompareError

POINTS = [3, 1, 4, 2]


@pytest.fixture(scope="module")
def drawn():
    rng = np.random.default_rng(4)
    values = rng.uniform(0, 100, (120, 3, 4)).round(1)
    values[rng.random(values.shape) < 0.3] = np.nan
    values[:5, 1] = values[:5, 0]
    return values


def test_arrays_and_single_cases_agree(drawn):
    found = score_arrays(drawn, POINTS, shares=True)
    for place, rows in enumerate(drawn):
        case = direct(*[[None if np.isnan(value) else float(value) for value in row] for row in rows])
        scores = compare.score(case, compare.points(dict(zip(case.keys, POINTS, strict=True))))
        for at, name in enumerate(case.names):
            assert found.total.low[place, at] == pytest.approx(scores.totals[name].low, abs=1e-9)
            assert found.total.high[place, at] == pytest.approx(scores.totals[name].high, abs=1e-9)
            assert found.ranks[place, at] == scores.ranks[name]
            assert found.first_shares[place, at] == pytest.approx(scores.first_shares[name], abs=1e-9)
        sure = min((pair.sure for pair in scores.ahead if pair.first == scores.order[0]), key=SURE.index)
        assert found.sure[place, case.names.index(scores.order[0])] == sure


def test_each_case_may_have_its_own_weights(drawn):
    weights = np.random.default_rng(1).uniform(0, 9, (len(drawn), 4))
    found = score_arrays(drawn, weights)
    assert found.total.mean[7] == pytest.approx(score_arrays(drawn[7:8], weights[7]).total.mean[0])


def test_shares_are_worked_out_only_when_asked_for(drawn):
    assert np.isnan(score_arrays(drawn).first_shares).any()
    shares = score_arrays(drawn, shares=True).first_shares
    assert shares.sum(axis=1) == pytest.approx(1)


@pytest.mark.parametrize(
    ("values", "weights"),
    [
        ([[1, 2]], None),
        (np.zeros((0, 2, 2)), None),
        ([[[1, 101]]], None),
        ([[[1, -1]]], None),
        ([[[1, np.inf]]], None),
        ([[[1, 2]]], [1]),
        ([[[1, 2]]], [0, 0]),
        ([[[1, 2]]], [1, -1]),
        ([[[1, 2]]], [1, np.nan]),
    ],
)
def test_what_does_not_fit_is_refused(values, weights):
    with pytest.raises(CompareError):
        score_arrays(values, weights)
