import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import simulated_ahead, simulated_first
from scipy import integrate, stats

from compare.distributions import Beta, GridSum, Race, central_interval, counted, pieces_between, sums

GRID = [
    (0, 1),
    (1, 1),
    (0, 40),
    (40, 40),
    (3, 7),
    (8, 129),
    (77, 129),
    (541, 553),
    (1, 5000),
    (2500, 5000),
    (300_000, 1_000_000),
]


@pytest.mark.parametrize(("k", "n"), GRID)
def test_cdf_agrees_with_scipy(k, n):
    peer = stats.beta(k + 1, n - k + 1)
    for x in [0.0, 1e-6, *peer.ppf([0.001, 0.1, 0.5, 0.9, 0.999]), 0.999999, 1.0]:
        assert counted(k, n).cdf(float(x)) == pytest.approx(peer.cdf(x), abs=1e-9)


@pytest.mark.parametrize(("k", "n"), GRID)
@pytest.mark.parametrize("p", [0.001, 0.025, 0.5, 0.975, 0.999])
def test_quantiles_agree_with_scipy(k, n, p):
    assert counted(k, n).quantile(p) == pytest.approx(stats.beta(k + 1, n - k + 1).ppf(p), rel=1e-7, abs=1e-12)


@pytest.mark.parametrize(("k", "n"), [pair for pair in GRID if pair[1] < 10_000])
def test_mean_below_is_the_partial_integral(k, n):
    peer = stats.beta(k + 1, n - k + 1)
    for x in peer.ppf([0.1, 0.5, 0.9]):
        assert counted(k, n).mean_below(x) == pytest.approx(
            integrate.quad(lambda p: p * peer.pdf(p), 0, x)[0], abs=1e-7
        )


def test_eight_of_129():
    assert counted(8, 129) == Beta(9, 122)
    assert central_interval(Beta(9, 122)) == pytest.approx(stats.beta(9, 122).ppf([0.025, 0.975]), abs=1e-12)


@pytest.mark.parametrize(("k", "n"), GRID)
def test_slices_stand_for_the_distribution(k, n):
    slices, peer = counted(k, n).slices(), stats.beta(k + 1, n - k + 1)
    mean = sum(share * (low + high) / 2 for share, low, high in slices)
    assert sum(share for share, *_ in slices) == pytest.approx(1)
    assert abs(mean - peer.mean()) < 0.05 * peer.std()


@pytest.mark.parametrize("x", [-5.0, 0.0, 12.3, 50.0, 77.7, 100.0, 130.0])
def test_a_sum_of_two_ranges_is_a_trapezium(x):
    grid = GridSum.of([[(1.0, 0.0, 60.0)], [(1.0, 0.0, 40.0)]])
    draws = np.random.default_rng(3).uniform([0, 0], [60, 40], (400_000, 2)).sum(axis=1)
    assert grid.below(x) == pytest.approx((draws < x).mean(), abs=0.005)


@given(st.lists(st.tuples(st.floats(0, 50), st.floats(0, 50)).map(sorted), min_size=1, max_size=6))
def test_the_mass_adds_up_and_the_mean_is_kept(ends):
    grid = GridSum.of([[(1.0, low, high)] for low, high in ends])
    assert sum(grid.outcomes) == pytest.approx(1)
    mean = sum(mass * (grid.low + grid.step * cell) for cell, mass in enumerate(grid.mass))
    mean += sum(value * share for value, share in grid.points)
    assert mean == pytest.approx(sum((low + high) / 2 for low, high in ends), abs=1e-6)


@pytest.mark.parametrize(
    ("first", "second", "truth"),
    [
        ([[(0.72, 0, 0), (0.28, 0, 30)], [(1, 50, 50)]], [[(1, 50, 50)]], 0.64),
        ([[(0.72, 0, 0), (0.28, 0, 30)], [(1, 50, 50)]], [[(1, 50.1, 50.1)]], 0.28 * (1 - 0.1 / 30)),
        ([[(0.5, 0, 0), (0.5, 30, 30)]], [[(0.5, 0, 0), (0.5, 30, 30)]], 0.5),
    ],
)
def test_points_of_a_mixture_stay_points(first, second, truth):
    race = Race([GridSum.of(first), GridSum.of(second)])
    assert race.ahead_share(0, 1) == pytest.approx(truth, abs=0.001)
    assert race.first_shares == pytest.approx([truth, 1 - truth], abs=0.001)


@given(st.lists(st.floats(-20, 220), min_size=2, max_size=20))
def test_below_never_falls(places):
    grid = GridSum.of([[(0.3, 0.0, 10.0), (0.7, 40.0, 40.0)], [(1.0, 0.0, 160.0)]])
    shares = [grid.below(place) for place in sorted(places)]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1


def mixed(terms, size=1_000_000, seed=7):
    rng, total = np.random.default_rng(seed), np.zeros(size)
    for term in terms:
        part = rng.choice(len(term), size=size, p=[piece[0] for piece in term])
        low, high = (np.array([piece[end] for piece in term])[part] for end in (1, 2))
        total += rng.uniform(low, high)
    return total


point, unknown = [(1.0, 50.0, 50.0)], [(1.0, 0.0, 100.0)]
RIVALS = {
    "two ranges": [[[(1.0, 10.0, 60.0)]], [[(1.0, 30.0, 50.0)]]],
    "one unknown": [[unknown], [[(1.0, 62.0, 62.0)]]],
    "two unknown": [[unknown], [unknown]],
    "near equal": [[[(1.0, 0.0, 50.0)], [(1.0, 0.0, 50.0)]], [[(1.0, 0.0, 50.0)], [(1.0, 1.0, 50.0)]]],
    "no chance": [[[(1.0, 0.0, 20.0)]], [[(1.0, 30.0, 40.0)]]],
    "points and a range": [[point], [[(1.0, 45.0, 45.0)]], [[(1.0, 0.0, 80.0)]]],
    "three mixtures": [
        [[(0.5, 0.0, 10.0), (0.5, 90.0, 100.0)]],
        [[(1.0, 40.0, 60.0)]],
        [[(0.2, 55.0, 55.0), (0.8, 0.0, 100.0)]],
    ],
    "five": [[[(1.0, 10.0 * n, 100.0 - 5 * n)], [(1.0, 0.0, 3.0 * n)]] for n in range(5)],
    "six, four equal": [*[[unknown]] * 2, *[[[(1.0, 20.0, 70.0)]]] * 2, [point], [[(1.0, 88.0, 88.0)]]],
    "narrow beside wide": [[[(1.0, 50.0, 50.01)]], [[(1.0, 0.0, 100.0)]], [[(1.0, 50.0, 50.02)]]],
}


@pytest.mark.parametrize("rivals", RIVALS.values(), ids=RIVALS)
def test_who_is_first_agrees_with_a_million_draws(rivals):
    truth = simulated_first({place: mixed(terms, seed=place) for place, terms in enumerate(rivals)})
    shares = Race([GridSum.of(terms) for terms in rivals]).first_shares
    assert shares == pytest.approx(list(truth.values()), abs=0.005)


@pytest.mark.parametrize("rivals", RIVALS.values(), ids=RIVALS)
def test_who_is_ahead_of_whom_agrees_with_a_million_draws(rivals):
    first, second = rivals[:2]
    truth = simulated_ahead(mixed(first, seed=1), mixed(second, seed=2))
    assert Race([GridSum.of(first), GridSum.of(second)]).ahead_share(0, 1) == pytest.approx(truth, abs=0.005)
    assert Race([GridSum.of(first), GridSum.of(second)]).ahead_share(1, 0) == pytest.approx(1 - truth, abs=0.005)


@pytest.mark.parametrize("count", [2, 3, 5, 6])
def test_points_that_tie_share_the_first_place(count):
    assert Race([GridSum.of([point]) for _ in range(count)]).first_shares == pytest.approx([1 / count] * count)


def test_points_that_differ_are_sure():
    low, high = GridSum.of([[(1.0, 10.0, 10.0)]]), GridSum.of([point])
    assert (
        Race([high, low]).ahead_share(0, 1),
        Race([high, low]).ahead_share(1, 0),
        Race([low, low]).ahead_share(0, 1),
    ) == (1.0, 0.0, 0.5)


def test_alone_is_first():
    assert Race([GridSum.of([unknown])]).first_shares == [1.0]


def test_pieces_are_cut_at_the_edges():
    assert pieces_between([0, 20, 100], 10, 60) == [(10, 20), (20, 60)]
    assert pieces_between([0, 20, 100], 20, 100) == [(20, 100)]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40), st.floats(2.01, 60))
def test_running_sums_give_what_products_give(mass, width):
    quick = sums._spread(mass, width)
    plain = sums._convolved(mass, sums._laid([(1.0, 0.0, width)], 0.0, width, 1.0))
    longest = max(len(quick), len(plain))
    padded = ([*row, *[0.0] * (longest - len(row))] for row in (quick, plain))
    assert next(padded) == pytest.approx(next(padded), abs=1e-12)
