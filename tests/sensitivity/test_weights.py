import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made_up import case_of, direct
from scipy.optimize import linprog

from compare.errors import CompareError
from compare.files import read
from compare.scoring import score
from compare.sensitivity import what_if, with_weight
from compare.weights import equal, points

from .conftest import at_share, means, rated, reordered, scored

GETREAL = Path(__file__).parents[1] / "oracles" / "getreal_cancer.case.json"


def look(*rows, **given):
    return what_if(score(direct(*rows), points(given)))


@pytest.mark.parametrize(
    ("severe", "moderate", "expected"), [(50, 50, "others_equal"), (50, 20, "others_ratio_5_to_2")]
)
def test_published_flip_weights(oracle, severe, moderate, expected):
    case, published = read(GETREAL), oracle("getreal_cancer")["expected"]["flip_weight_OS"]
    flip = what_if(score(case, points({"OS": 30, "severe": severe, "moderate": moderate}))).weights["OS"]
    assert flip.flips == [(pytest.approx(published[expected], abs=1e-6), "new")]
    assert (flip.low, flip.below) == (0, None)


@given(scored())
def test_at_a_flip_the_two_totals_are_equal(scores):
    found = what_if(scores)
    for key, flip in found.weights.items():
        for share, to in flip.flips:
            moved = means(at_share(scores, key, share))
            assert moved[to] == pytest.approx(moved[found.first], abs=1e-8)
            assert moved[to] == pytest.approx(max(moved.values()), abs=1e-7)


@given(scored())
def test_the_first_is_first_exactly_within_its_weights(scores):
    found = what_if(scores)
    for key, flip in found.weights.items():
        for share in [*np.linspace(0, 1, 21), flip.low, flip.high]:
            moved = means(at_share(scores, key, float(share)))
            behind = max(moved.values()) - moved[found.first]
            if flip.low <= share <= flip.high:
                assert behind <= 1e-8
            else:
                assert behind > 0


@given(scored())
def test_beyond_a_flip_another_is_first(scores):
    found = what_if(scores)
    for key, flip in found.weights.items():
        for share, to in flip.flips:
            outer = 0.0 if share <= flip.share and to == flip.below else 1.0
            just = share + 1e-3 * (outer - share)
            moved = means(at_share(scores, key, just))
            assert moved[to] > moved[found.first]


@given(scored())
def test_the_present_weight_lies_within(scores):
    for key, flip in what_if(scores).weights.items():
        assert flip.share == scores.weights[key]
        assert 0 <= flip.low <= flip.share + 1e-12
        assert flip.share - 1e-12 <= flip.high <= 1


@given(scored())
def test_the_weights_against_all_rivals_are_those_against_each_in_turn(scores):
    found = what_if(scores)
    assume(len(scores.leaders) == 1)
    for key, flip in found.weights.items():
        alone = [what_if(score(pair, scores.weights)).weights[key] for pair in _pairs(scores, found.first)]
        assert flip.low == pytest.approx(max(each.low for each in alone))
        assert flip.high == pytest.approx(min(each.high for each in alone))


def _pairs(scores, first):
    own = scores.case.opinion(first)
    others = (opinion for opinion in scores.case.opinions if opinion.name != first)
    return [scores.case.model_copy(update={"opinions": (own, other)}) for other in others]


def test_two_flips_of_one_weight_the_nearer_first():
    flip = look((60, 60), (100, 0), (0, 100), alpha=60, beta=40).weights["alpha"]
    assert flip.flips == [(pytest.approx(0.6), "B"), (pytest.approx(0.4), "C")]
    assert (flip.low, flip.high, flip.below, flip.above) == (pytest.approx(0.4), pytest.approx(0.6), "C", "B")


def test_a_weight_that_is_all_there_is():
    flip = look((80, 0, 40), (20, 90, 50), alpha=100, beta=0, gamma=0).weights["alpha"]
    assert flip.low == pytest.approx(50 / 110)  # beta and gamma the same: 20 against 70
    assert (flip.high, flip.below, flip.above) == (1, "B", None)


def test_a_weight_of_nothing_can_turn_it_round():
    flip = look((80, 0), (60, 40), alpha=100, beta=0).weights["beta"]
    assert (flip.share, flip.low, flip.flips) == (0, 0, [(pytest.approx(1 / 3), "B")])


def test_of_several_rivals_that_cross_at_the_same_weight_the_one_ahead_beyond_it_is_named():
    found = look((50, 50), (60, 40), (70, 30), alpha=25, beta=75)
    assert [flip.flips for flip in found.weights.values()] == [[(pytest.approx(0.5), "C")]] * 2
    assert found.weights["alpha"].above == found.weights["beta"].below == found.nearest.to == "C"
    assert found.changes("alpha") == [(pytest.approx(0.5), "C")]
    thirds = look((0, 60), (40, 40), (100, 10), alpha=1, beta=9)  # all of them meet at 1 of 3, which no float is
    assert (thirds.weights["alpha"].above, thirds.changes("alpha")[0][1]) == ("C", "C")


@given(st.permutations([1, 2, 3]), st.integers(1, 99), st.integers(2, 30), st.integers(10, 90))
def test_of_copies_that_cross_together_the_steepest_is_named(steepness, now, gap, level):
    """Each rival differs from the first by a multiple of one direction: all of them cross where the first of them does."""
    rows = [(level, level), *((level - gap * step / 30, level + gap * step / 30) for step in steepness)]
    found = look(*rows, alpha=50 + now / 2, beta=50 - now / 2)
    steepest = "BCD"[steepness.index(3)]
    assert found.first == "A"
    assert {flip.below or flip.above for flip in found.weights.values()} == {steepest}
    assert found.changes("beta") == [(pytest.approx(0.5), steepest)]


def test_a_rival_that_draws_level_only_where_one_part_alone_counts_does_not_come_first():
    found = look((80, 60), (80, 40), alpha=30, beta=70)
    assert all((flip.low, flip.high, flip.flips) == (0, 1, []) for flip in found.weights.values())
    assert found.nearest.to == "B"
    assert found.nearest.distance == pytest.approx(1.4)
    assert found.nearest.shares == {"alpha": pytest.approx(1), "beta": pytest.approx(0)}


@pytest.mark.parametrize("rows", [((80, 60), (80, 60)), ((80, 60), (60, 80)), ((None, None), (None, None))])
def test_who_is_level_now_is_at_no_distance(rows):
    nearest = look(*rows, alpha=50, beta=50).nearest
    assert (nearest.distance, nearest.shares, nearest.to) == (0, {"alpha": 0.5, "beta": 0.5}, "B")


def test_nothing_turns_an_opinion_that_is_ahead_everywhere():
    found = look((80, 50), (60, 40), alpha=30, beta=70)
    assert all((flip.low, flip.high, flip.flips) == (0, 1, []) for flip in found.weights.values())
    assert found.nearest is None


def test_a_single_criterion_has_no_other_weight():
    found = what_if(score(case_of({"k": 80}, {"k": 20}, criteria=[{"key": "k"}])))
    assert found.weights["k"].flips == []
    assert found.nearest is None


def test_one_opinion_has_no_rival():
    found = look((80, 20), alpha=1, beta=1)
    assert found.first == "A"
    assert [flip.flips for flip in found.weights.values()] == [[], []]
    assert (found.nearest, found.answers) == (None, ())


def test_of_equal_ones_the_first_by_name_is_first_and_any_change_turns_it():
    found = look((0, 100), (100, 0), alpha=50, beta=50)
    assert found.first == "A"
    assert found.weights["alpha"].flips == [(0.5, "B")]
    assert found.nearest.distance == 0


def test_everything_unknown_has_no_flips():
    found = what_if(score(case_of({}, {}, {})))
    assert all(flip.flips == [] for flip in found.weights.values())
    assert (found.nearest.distance, found.nearest.to) == (0, "B")


def test_no_weights_are_equal_ones():
    case = direct((80, 0, 30), (20, 90, 10))
    assert what_if(score(case)).weights == what_if(score(case, equal(case.keys))).weights


def test_flips_far_apart_by_hand():
    found = look((80, 20), (40, 60), alpha=75, beta=25)
    assert found.nearest.distance == pytest.approx(0.5)
    assert found.nearest.shares == {"alpha": pytest.approx(0.5), "beta": pytest.approx(0.5)}
    assert found.nearest.to == "B"


@given(rated())
def test_the_nearest_flip_is_that_of_a_linear_programme(scores):
    found = what_if(scores)
    rivals = [name for name in scores.case.names if name != found.first]
    distances = [each for name in rivals if (each := _programme(scores, found.first, name)) is not None]
    if found.nearest is None:
        assert distances == []
    else:
        assert found.nearest.distance == pytest.approx(min(distances), abs=1e-7)


def _programme(scores, first, rival):
    """Return the least L1 change of the weights that makes a rival level (HiGHS), None where there is none."""
    gains = np.array([scores.values[first][key].mean - scores.values[rival][key].mean for key in scores.case.keys])
    if gains.min() > 0:
        return None
    now = np.array([scores.weights[key] for key in scores.case.keys])
    count = len(now)
    level = np.vstack([np.concatenate([gains, -gains]), np.concatenate([np.ones(count), -np.ones(count)])])
    found = linprog(
        np.ones(2 * count),
        A_eq=level,
        b_eq=[-gains @ now, 0],
        A_ub=np.hstack([-np.eye(count), np.eye(count)]),
        b_ub=now,
        bounds=(0, None),
    )
    return found.fun if found.success else None


@given(rated())
def test_at_the_nearest_flip_the_two_are_level_and_nobody_is_above(scores):
    nearest = what_if(scores).nearest
    assume(nearest)
    assert sum(nearest.shares.values()) == pytest.approx(1, abs=1e-12)
    assert min(nearest.shares.values()) >= -1e-15
    moved = means(score(scores.case, points({key: 100 * max(0, share) for key, share in nearest.shares.items()})))
    assert moved[nearest.to] == pytest.approx(max(moved.values()), abs=1e-9)
    assert moved[what_if(scores).first] == pytest.approx(max(moved.values()), abs=1e-9)
    assert nearest.distance == pytest.approx(
        sum(abs(share - scores.weights[key]) for key, share in nearest.shares.items())
    )


@given(rated())
def test_no_weights_within_the_nearest_flip_turn_it_round(scores):
    found = what_if(scores)
    assume(found.nearest and len(scores.leaders) == 1)
    for one, other in itertools.permutations(scores.case.keys, 2):
        step = min(0.499 * found.nearest.distance, scores.weights[one])
        shares = {**scores.weights, one: scores.weights[one] - step, other: scores.weights[other] + step}
        moved = means(score(scores.case, points({key: 100 * share for key, share in shares.items()})))
        assert moved[found.first] > max(moved.values()) - 1e-9


@given(scored())
def test_the_order_of_opinions_and_criteria_changes_nothing(scores):
    found, other = what_if(scores), what_if(reordered(scores))
    assert other.first == found.first
    for key, flip in found.weights.items():
        assert (other.weights[key].below, other.weights[key].above) == (flip.below, flip.above)
        assert (other.weights[key].low, other.weights[key].high) == pytest.approx((flip.low, flip.high))
    assert (other.nearest is None) == (found.nearest is None)
    if found.nearest:
        assert other.nearest.to == found.nearest.to
        assert other.nearest.shares == pytest.approx(dict(found.nearest.shares), abs=1e-9)


def test_weights_are_bound_by_name():
    case = direct((80, 0, 30), (20, 90, 10))
    one, other = ({"alpha": 60, "beta": 30, "gamma": 10}, {"gamma": 10, "beta": 30, "alpha": 60})
    assert what_if(score(case, points(one))).weights == what_if(score(case, points(other))).weights


@given(scored(), st.floats(0, 1))
def test_one_weight_moved_keeps_the_proportions_of_the_others(scores, share):
    for key in scores.case.keys:
        moved = with_weight(scores, key, share)
        assert means(moved) == pytest.approx(means(at_share(scores, key, share)))
        assert moved.weights[key] == pytest.approx(share if len(scores.case.keys) > 1 else 1)


@pytest.mark.parametrize(("key", "share"), [("alfa", 0.5), ("alpha", 1.1), ("alpha", -0.1), ("alpha", float("nan"))])
def test_what_is_no_weight(key, share):
    with pytest.raises(CompareError):
        with_weight(score(direct((10, 20))), key, share)
