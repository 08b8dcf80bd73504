import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.cohort.chances import Grids, shares_of
from compare.cohort.standing import Cases
from compare.distributions import GridSum, Race

ends = st.tuples(st.floats(0, 20), st.sampled_from([0.0, 0.0, 1e-7, 0.01, 0.3, 2.0, 7.5, 20.0]))
sums = st.lists(st.lists(ends, min_size=5, max_size=5), min_size=2, max_size=6)


def arrays(drawn):
    lows = np.array([[low for low, _ in row] for row in drawn])
    return lows, lows + np.array([[width for _, width in row] for row in drawn])


def grid_sums(lows, highs):
    return [
        GridSum.of([[(1.0, float(low), float(high))] for low, high in zip(*row, strict=True)])
        for row in zip(lows, highs, strict=True)
    ]


@given(sums)
def test_a_grid_is_the_grid_of_a_single_sum(drawn):
    lows, highs = arrays(drawn)
    found = Grids.of(lows, highs)
    for row, single in enumerate(grid_sums(lows, highs)):
        assert found.step[row] == pytest.approx(single.step, abs=1e-12)
        if single.step:
            mass = np.zeros(found.mass.shape[1])
            mass[: len(single.mass)] = single.mass
            assert found.mass[row] == pytest.approx(mass, abs=1e-12)


@given(sums)
def test_shares_are_those_of_a_single_race(drawn):
    lows, highs = arrays(drawn)
    first = int(np.argmax((lows + highs).sum(axis=1)))
    cases = Cases(np.ones(len(lows) - 1, dtype=bool))
    shares, ahead = shares_of(cases, lows, highs, np.full(len(lows), first))
    race = Race(grid_sums(lows, highs))
    assert shares == pytest.approx(race.first_shares, abs=1e-9)
    for row in range(len(lows)):
        if row != first:
            assert ahead[row] == pytest.approx(race.ahead_share(first, row), abs=1e-9)


def test_cases_are_worked_out_by_themselves_in_blocks(monkeypatch):
    monkeypatch.setattr("compare.cohort.chances._BLOCK", 7)
    rng = np.random.default_rng(0)
    lows = rng.uniform(0, 10, (60, 4))
    highs = lows + rng.uniform(0, 10, (60, 4)) * (rng.random((60, 4)) < 0.5)
    cases = Cases(np.arange(1, 60) % 3 != 0)
    first = np.repeat(np.arange(0, 60, 3), 3)
    shares, ahead = shares_of(cases, lows, highs, first)
    assert np.add.reduceat(shares, cases.starts) == pytest.approx(np.ones(20))
    alone, _ = shares_of(Cases(np.ones(2, dtype=bool)), lows[9:12], highs[9:12], np.zeros(3, dtype=int))
    assert shares[9:12] == pytest.approx(alone)
    assert np.isnan(ahead[cases.starts]).all()
