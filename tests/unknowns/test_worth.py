import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.unknowns.worth import worth_of_knowing

ORACLE = json.loads((Path(__file__).parents[1] / "oracles" / "getreal_cancer.json").read_text(encoding="utf-8"))

shares = st.floats(0, 1)
values = st.floats(0, 100)


@st.composite
def mixtures(draw):
    cuts = sorted(draw(st.lists(values, min_size=2, max_size=5)))
    weights = [draw(st.floats(0.05, 1)) for _ in cuts[1:]]
    return [(weight / sum(weights), low, high) for weight, (low, high) in zip(weights, pairwise(cuts), strict=True)]


def by_integration(pieces, rest, counts, rival):
    """Return the same by the middle of many thin slices."""
    knowing = mean = 0.0
    for share, low, high in pieces:
        slices = low + (high - low) * (np.arange(20_000) + 0.5) / 20_000
        totals = rest + counts * slices
        knowing += share * np.maximum(rival, totals).mean()
        mean += share * totals.mean()
    return knowing - max(rival, mean)


@pytest.mark.parametrize(
    ("rest", "counts", "rival", "worth"),
    [(0, 1, 50, 12.5), (0, 1, 0, 0), (0, 1, 100, 0), (0, 1, 80, 2), (10, 0.2, 25, 0.625), (30, 0, 30, 0)],
)
def test_an_open_answer_in_closed_form(rest, counts, rival, worth):
    assert worth_of_knowing([(1.0, 0.0, 100.0)], rest, counts, rival) == pytest.approx(worth)


@given(mixtures(), values, shares, values)
def test_it_is_what_thin_slices_give(pieces, rest, counts, rival):
    assert worth_of_knowing(pieces, rest, counts, rival) == pytest.approx(
        by_integration(pieces, rest, counts, rival), abs=1e-5
    )


@given(mixtures(), values, shares, values)
def test_knowing_is_never_worth_less_than_nothing_nor_more_than_the_answer_can_move(pieces, rest, counts, rival):
    width = counts * (max(p[2] for p in pieces) - min(p[1] for p in pieces))
    assert 0 <= worth_of_knowing(pieces, rest, counts, rival) <= width + 1e-9


def test_the_published_worth_of_knowing_the_weights():
    """With weights drawn from the simplex, D = 0.5 w1 - 0.5 w2 - 0.75 w3 decides; the pieces stand for its distribution."""
    rng = np.random.default_rng(1)
    weights = rng.dirichlet(np.ones(3), size=400_000)
    lead = weights @ np.array([0.5, -0.5, -0.75])
    edges = np.linspace(-0.75, 0.5, 126)
    heights, _ = np.histogram(lead, edges)
    pieces = [(n / lead.size, low, high) for n, low, high in zip(heights, edges[:-1], edges[1:], strict=True) if n]
    expected = ORACLE["expected"]["smaa_uniform"]["expected_value_of_perfect_preference_information"]
    assert worth_of_knowing(pieces, rest=0, counts=1, rival=0) == pytest.approx(expected, abs=0.0005)
