import numpy as np
import pytest

from compare.robustness.knowledge import Knowledge
from compare.robustness.sampling import Anything, Fixed, Ordered, sampler
from compare.weights import ranking

SIZE = 200_000


def drawn(weigh, criteria, size=SIZE, seed=1):
    out = np.empty((criteria, size))
    weigh(np.random.default_rng(seed), out)
    return out / out.sum(axis=0)


@pytest.mark.parametrize(("limit", "n"), [(0.5, 5), (0.3, 3), (0.8, 2)])
def test_weights_are_uniform_on_the_simplex_and_not_normalised_uniforms(limit, n):
    """P(w > t) = (1 - t)^(n - 1); normalised uniforms would give 1 of 120 for n = 5."""
    shares = (drawn(Anything(), n) > limit).mean(axis=1)
    assert shares == pytest.approx(np.full(n, (1 - limit) ** (n - 1)), abs=0.004)


@pytest.mark.parametrize("n", [2, 3, 5, 10])
def test_the_mean_of_ordered_weights_is_the_rank_order_centroid(oracle, n):
    order = tuple(range(n))[::-1]
    weights = drawn(Ordered(tuple((place,) for place in order)), n)
    assert weights.mean(axis=1)[list(order)] == pytest.approx(oracle("surrogate_weights")["roc"][str(n)], abs=0.002)


def test_ordered_weights_keep_their_order():
    weights = drawn(Ordered(((2,), (0,), (1,))), 3, size=1000)
    assert (weights[2] >= weights[0]).all()
    assert (weights[0] >= weights[1]).all()


def test_no_order_is_made_up_within_a_group():
    weights = drawn(Ordered(((1,), (0, 2))), 3)
    assert (weights[1] >= weights[[0, 2]]).all()
    assert (weights[0] > weights[2]).mean() == pytest.approx(0.5, abs=0.004)
    centroid = list(ranking(["a", "b", "c"]).values())
    assert weights.mean(axis=1) == pytest.approx(
        [(centroid[1] + centroid[2]) / 2, centroid[0], (centroid[1] + centroid[2]) / 2], abs=0.002
    )


def test_a_group_of_everything_is_no_order():
    known = Knowledge(("a", "b"), "order", groups=((0, 1),))
    assert sampler(known) == Anything()


def test_fixed_weights_are_themselves():
    assert drawn(Fixed((0.2, 0.8)), 2, size=3).tolist() == [[0.2] * 3, [0.8] * 3]
