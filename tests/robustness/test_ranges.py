import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.robustness import ranges as ranges_room
from compare.robustness.knowledge import Knowledge
from compare.robustness.ranges import Ranged
from compare.robustness.sampling import sampler

SIZE = 200_000

ends = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(lambda pair: tuple(sorted(pair)))
ranges = st.lists(ends, min_size=2, max_size=8)


def weights_within(given_ranges, size=SIZE, seed=1):
    out = np.empty((len(given_ranges), size))
    sampler(Knowledge(tuple("abcdefgh"[: len(given_ranges)]), "ranges", ranges=tuple(given_ranges)))(
        np.random.default_rng(seed), out
    )
    return out / out.sum(axis=0)


def possible(weights, given_ranges):
    """Tell which weights lie between ``c lo`` and ``c hi`` for some ``c``, straight from that sentence."""
    low, high = (np.array(each, dtype=float)[:, None] for each in zip(*given_ranges, strict=True))
    with np.errstate(divide="ignore", invalid="ignore"):
        least = np.where(high > 0, weights / high, np.where(weights > 0, np.inf, 0.0)).max(axis=0)
        most = np.where(low > 0, weights / low, np.inf).min(axis=0)
    return least <= most * (1 + 1e-9)


@pytest.mark.parametrize(
    "given_ranges",
    [
        [(60, 100), (20, 80), (10, 50)],
        [(0, 100), (30, 60), (50, 100)],
        [(5, 100), (0, 0), (40, 90), (20, 30)],
        [(0, 100), (0, 10), (0, 1)],
        [(20, 100)] * 5,
    ],
)
def test_draws_agree_with_rejection_from_the_simplex(given_ranges):
    proposed = np.random.default_rng(5).standard_exponential((len(given_ranges), 1_000_000))
    proposed[[high == 0 for _, high in given_ranges]] = 0
    proposed /= proposed.sum(axis=0)
    kept = proposed[:, possible(proposed, given_ranges)]
    weights = weights_within(given_ranges)
    error = 4 * np.sqrt(1 / kept.shape[1] + 1 / SIZE)
    assert weights.mean(axis=1) == pytest.approx(kept.mean(axis=1), abs=error * weights.std(axis=1).max() + 1e-12)
    assert weights.std(axis=1) == pytest.approx(kept.std(axis=1), abs=error * 0.3)
    for limit in (0.1, 0.25, 0.5):
        assert (weights > limit).mean(axis=1) == pytest.approx((kept > limit).mean(axis=1), abs=error / 2 + 1e-12)


def test_a_fixed_criterion_beside_free_ones_agrees_with_the_oracle(oracle):
    means = weights_within([(100, 100), (1, 100), (1, 100)], size=1_000_000).mean(axis=1)
    assert means == pytest.approx(
        oracle("getreal_cancer")["expected"]["imprecise_swing_mean_weights_ratio_1_to_100pct"], abs=5e-4
    )


def test_two_fixed_criteria_keep_their_proportion():
    """With w = (2c, c, x), x from 0 to 3c, uniform: x is uniform on 0 to a half."""
    weights = weights_within([(20, 20), (10, 10), (0, 30)])
    assert weights[0] == pytest.approx(2 * weights[1])
    assert np.quantile(weights[2], [0.25, 0.5, 0.75]) == pytest.approx([0.125, 0.25, 0.375], abs=0.003)


@given(ranges)
def test_every_draw_is_possible(given_ranges):
    if max(high for _, high in given_ranges) > 0:
        weights = weights_within(given_ranges, size=200)
        assert np.isfinite(weights).all()
        assert possible(weights, given_ranges).all()


@pytest.mark.parametrize("given_ranges", [[(0, 100)] * 20, [(10, 100)] * 20, [(90, 91)] * 20, [(0.001, 100)] * 3])
def test_hardly_a_draw_is_thrown_away(given_ranges):
    ranged = Ranged.within(given_ranges)
    assert len(ranged._proposed(np.random.default_rng(1), 2000)[1]) > 1900


def test_ranges_from_nothing_to_the_top_leave_every_weight_possible():
    shares = (weights_within([(0, 100)] * 5) > 0.5).mean(axis=1)
    assert shares == pytest.approx(np.full(5, 1 / 16), abs=0.003)


def test_a_coarse_hull_costs_draws_but_changes_no_distribution(monkeypatch):
    monkeypatch.setattr(ranges_room, "_TANGENTS_PER_DECADE", 1)
    coarse = Ranged.within([(20, 100)] * 5)
    assert len(coarse._proposed(np.random.default_rng(1), 2000)[1]) < 1900
    out = np.empty((5, SIZE))
    coarse(np.random.default_rng(1), out)
    out /= out.sum(axis=0)
    fine = weights_within([(20, 100)] * 5)
    for limit in (0.1, 0.2, 0.3):
        assert (out > limit).mean() == pytest.approx((fine > limit).mean(), abs=0.002)
