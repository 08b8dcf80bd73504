"""Traps that other tools fell into, one test each."""

import itertools
import math

import pytest
from made_up import PERCENT, case_of, direct

import compare

KEYS = ("alpha", "beta", "gamma")
POINTS = {"alpha": 70, "beta": 20, "gamma": 10}


def totals(case, weights=None):
    return {name: total.mean for name, total in compare.score(case, weights).totals.items()}


@pytest.mark.parametrize("order", list(itertools.permutations(KEYS)))
def test_weights_bound_by_position_and_silently_permuted(order):
    case = direct((90, 50, 10), (10, 50, 90), keys=KEYS)
    assert totals(case, compare.points({key: POINTS[key] for key in order})) == pytest.approx({"A": 74, "B": 26})
    turned = case.model_copy(update={"criteria": tuple(case.criterion(key) for key in order)})
    assert totals(turned, compare.points(POINTS)) == pytest.approx({"A": 74, "B": 26})
    look = compare.how_often(turned, "order", weights=compare.points(POINTS))
    assert look.first["A"] == pytest.approx(compare.how_often(case, "order", weights=compare.points(POINTS)).first["A"])


def test_an_unknown_answer_counted_as_zero():
    case = direct((80, None), (80, 30), keys=("alpha", "beta"))
    found = compare.score(case).totals["A"]
    assert (found.low, found.mean, found.high) == pytest.approx((40, 65, 90))
    assert compare.how_often(case, seed=1).first["A"] == pytest.approx(0.7, abs=0.01)


def test_a_criterion_dropped_for_everybody_because_one_answer_is_unknown():
    known, gap = (
        direct((80, 10), (20, 90), keys=("alpha", "beta")),
        direct((80, None), (20, 90), keys=("alpha", "beta")),
    )
    assert totals(gap)["B"] == totals(known)["B"] == 55
    assert compare.score(gap).weights["beta"] == 0.5


@pytest.mark.parametrize("order", list(itertools.permutations([(60, 40), (40, 60), (10, 10)])))
def test_a_tie_decided_by_the_order_of_rows_or_told_as_second_and_third(order):
    scores = compare.score(direct(*order, keys=("alpha", "beta")))
    low = "ABC"[order.index((10, 10))]
    assert scores.ranks == {name: 3 if name == low else 1 for name in "ABC"}
    assert set(scores.leaders) == set("ABC") - {low}


def test_two_equal_opinions_are_told_apart_from_a_winner():
    look = compare.how_often(direct((60, 40), (60, 40), (10, 10), keys=("alpha", "beta")))
    assert look.first == {"A": 1.0, "B": 1.0, "C": 0.0}
    assert look.ties == 1.0
    assert look.pairwise["A"]["B"] == look.pairwise["B"]["A"] == 0.0
    assert look.ranks["C"] == (0.0, 0.0, 1.0)


def test_a_criterion_on_which_all_are_equal_gives_no_number():
    case = direct((50, 80), (50, 20), keys=("alpha", "beta"))
    look = compare.how_often(case)
    numbers = [*totals(case).values(), *look.first.values(), *look.central_weights["A"].values()]
    assert all(math.isfinite(number) for number in numbers)
    assert compare.what_if(compare.score(case)).weights["alpha"].high == 1.0
    assert look.central_weights["B"] is None


def test_a_single_opinion():
    case = direct((50, None), keys=("alpha", "beta"))
    scores = compare.score(case)
    assert compare.how_often(case).first == {"A": 1.0}
    assert compare.what_if(scores).nearest is None
    assert compare.differences(case).sentences()
    assert compare.tiebreak(scores).third_opinion is False
    assert compare.questions(scores).items
    assert compare.family(case).sentences()
    assert compare.balance(case).sentences()


def test_normalised_uniforms_taken_for_uniform_weights():
    """The first of five weights is above a half in 1 of 16 cases; normalised uniforms would say 1 of 120."""
    rows = [(100, 0, 0, 0, 0), (50, 50, 50, 50, 50)]
    case = direct(*rows, (1, 1, 1, 1, None), keys=("a", "b", "c", "d", "e"))
    look = compare.how_often(case, draws=200_000)
    assert not look.exact
    assert look.ranks["A"][0] == pytest.approx(1 / 16, abs=0.003)
    assert compare.how_often(direct(*rows, keys=("a", "b", "c", "d", "e"))).first["A"] == pytest.approx(
        1 / 16, abs=1e-12
    )


def test_the_seed_ignored():
    case = direct((80, None), (60, 50), keys=("alpha", "beta"))
    first, again, other = (compare.how_often(case, draws=5000, seed=seed) for seed in (1, 1, 2))
    assert first.ranks == again.ranks
    assert first.ranks != other.ranks


def test_a_consistency_ratio_without_its_table():
    judged = {"a over b": 3, "b over c": 3, "a over c": 2}
    found = compare.pairwise(judged).consistency
    assert found.table == "Saaty 1980"
    assert found.ratio > 0


def test_an_opinion_added_or_removed_changes_another():
    three, two = (
        direct((80, 20), (40, 60), (99, 1), keys=("alpha", "beta")),
        direct((80, 20), (40, 60), keys=("alpha", "beta")),
    )
    assert {name: totals(three)[name] for name in "AB"} == totals(two)
    assert compare.how_often(three).pairwise["A"]["B"] == compare.how_often(two).pairwise["A"]["B"]


def test_a_criterion_split_in_three_that_triples_its_weight():
    whole = [{"key": "effects", "attributes": [{"key": "all", "value": PERCENT}]}, {"key": "goals"}]
    parts = [{"key": key, "value": PERCENT} for key in ("pain", "sleep", "mood")]
    split = [{"key": "effects", "attributes": parts}, {"key": "goals"}]
    one = case_of({"effects": {"all": 30}, "goals": 80}, {"effects": {"all": 70}, "goals": 40}, criteria=whole)
    three = case_of(
        {"effects": {"pain": 30, "sleep": 30, "mood": 30}, "goals": 80},
        {"effects": {"pain": 70, "sleep": 70, "mood": 70}, "goals": 40},
        criteria=split,
    )
    assert totals(three) == pytest.approx(totals(one))
    (three_flip, _), (one_flip, _) = (
        compare.what_if(compare.score(case)).weights["effects"].flips[0] for case in (three, one)
    )
    assert three_flip == pytest.approx(one_flip)
