import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import cases, direct, weighted_cases

import compare
from compare import how_often
from compare.robustness.counting import count
from compare.robustness.drawing import table_of
from compare.robustness.knowledge import knowledge
from compare.robustness.sampling import sampler

DRAWS = 2000
CANCER = compare.read(Path(__file__).parents[1] / "oracles" / "getreal_cancer.case.json")
whole_rows = st.lists(st.tuples(*[st.integers(0, 100)] * 3), min_size=2, max_size=4)


def sampled(case, knowing, draws=1_000_000, **who):
    """Return the shares of first places by drawing, where there is a formula too."""
    known = knowledge(case, knowing, None, who.get("person"))
    return count(table_of(case), sampler(known), draws, 1)


@pytest.mark.parametrize(
    ("knowing", "key"), [("nothing", "smaa_uniform"), ("order", "smaa_ordinal_OS_severe_moderate")]
)
def test_the_cancer_example_worked_out_and_drawn(oracle, knowing, key):
    published = oracle("getreal_cancer")
    expected, near = published["expected"][key], published["tolerance"]["analytic_vs_1e6_draws"]
    exact, drawn = how_often(CANCER, knowing, person="Order"), sampled(CANCER, knowing, person="Order")
    assert exact.exact
    assert exact.first["new"] == pytest.approx(expected["first_rank_new"], abs=1e-12)
    assert list(exact.central_weights["new"].values()) == pytest.approx(expected["central_weights_new"], abs=1e-6)
    assert drawn.ranks[0, 0] == pytest.approx(expected["first_rank_new"], abs=near)
    assert drawn.middles[0] == pytest.approx(
        [exact.central_weights["new"][key] for key in sorted(CANCER.keys)], abs=near
    )


def test_two_sides_of_the_cancer_example_add_up():
    look = how_often(CANCER)
    assert (look.first["new"], look.first["control"]) == pytest.approx((0.2, 0.8), abs=1e-12)
    assert look.pairwise == {"new": {"control": look.first["new"]}, "control": {"new": look.first["control"]}}
    for key in CANCER.keys:
        parts = [look.first[name] * look.central_weights[name][key] for name in CANCER.names]
        assert sum(parts) == pytest.approx(1 / 3, abs=1e-12)


def test_within_ranges_the_cancer_example_is_drawn(oracle):
    ranges = {"OS": [100, 100], "severe": [1, 100], "moderate": [1, 100]}
    person = compare.Person.model_validate({"name": "Rosa", "weights": {"swing_ranges": ranges}})
    look = how_often(CANCER.model_copy(update={"people": (person,)}), "ranges", draws=200_000)
    mean = {key: sum(look.first[n] * look.central_weights[n][key] for n in CANCER.names) for key in CANCER.keys}
    expected = oracle("getreal_cancer")["expected"]["imprecise_swing_mean_weights_ratio_1_to_100pct"]
    assert list(mean.values()) == pytest.approx(expected, abs=0.002)


@given(weighted_cases)
def test_fixed_weights_agree_with_the_sums_that_are_not_drawn(drawn):
    case, weights = drawn[0], compare.points(drawn[1])
    scores, look = compare.score(case, weights), how_often(case, "weights", weights=weights, draws=DRAWS)
    near = 0.06
    for pair in scores.ahead:
        tied = 1 - look.pairwise[pair.first][pair.second] - look.pairwise[pair.second][pair.first]
        assert look.pairwise[pair.first][pair.second] + tied / 2 == pytest.approx(pair.share, abs=near)
    if look.ties == 0:
        assert look.first == pytest.approx(scores.first_shares, abs=near)


@given(cases(least=2), st.sampled_from(["nothing", "weights"]))
def test_shares_keep_the_laws_of_ranks(case, knowing):
    look = how_often(case, knowing, draws=200)
    opinions = len(case.names)
    table = np.array(list(look.ranks.values()))
    assert table.sum(axis=1) == pytest.approx(np.ones(opinions), abs=1e-12)
    assert look.ties > 0 or table[:, 0].sum() == pytest.approx(1)
    assert (np.cumsum(table, axis=1).sum(axis=0) >= np.arange(1, opinions + 1) - 1e-9).all()
    for i, row in look.pairwise.items():
        assert all(share + look.pairwise[j][i] <= 1 + 1e-12 for j, share in row.items())
    for name, weights in look.central_weights.items():
        assert (weights is None) == (look.first[name] == 0) == (look.confidence[name] is None)
        assert weights is None or sum(weights.values()) == pytest.approx(1)


@given(whole_rows)
def test_a_drawn_share_is_near_the_worked_out_one(rows):
    case = direct(*rows[:2])
    exact, drawn = how_often(case), sampled(case, "nothing", draws=DRAWS)
    assert exact.exact
    assert drawn.ranks[0, 0] == pytest.approx(exact.first["A"], abs=0.05)


@given(cases(least=3, most=4), st.randoms(use_true_random=False))
def test_no_order_in_the_file_matters(case, random):
    opinions, criteria = list(case.opinions), list(case.criteria)
    random.shuffle(opinions)
    random.shuffle(criteria)
    look = how_often(case, draws=300)
    turned = how_often(case.model_copy(update={"opinions": tuple(opinions), "criteria": tuple(criteria)}), draws=300)
    assert turned.first == pytest.approx(look.first, abs=1e-12)
    assert {i: turned.pairwise[i] for i in look.pairwise} == {i: pytest.approx(row) for i, row in look.pairwise.items()}


@given(cases(least=3, most=4))
def test_an_opinion_that_goes_changes_no_pair_of_the_others(case):
    fewer = case.model_copy(update={"opinions": case.opinions[:-1]})
    look, less = how_often(case, draws=300), how_often(fewer, draws=300)
    if not less.exact:
        assert all(
            look.pairwise[i][j] == pytest.approx(share) for i, row in less.pairwise.items() for j, share in row.items()
        )


def test_pairs_that_are_known_are_worked_out_beside_drawn_ones():
    two, three = direct((80, 20, 10), (40, 60, 30)), direct((80, 20, 10), (40, 60, 30), (None, 50, 50))
    look = how_often(three, draws=500)
    assert not look.exact
    assert look.pairwise["A"]["B"] == pytest.approx(how_often(two).pairwise["A"]["B"], abs=1e-15)


def test_a_dominated_opinion_is_never_first_and_has_no_middle():
    look = how_often(direct((80, 70), (80, 20), (10, None)), draws=500)
    assert look.first["B"] == 0
    assert look.central_weights["B"] is None
    assert "B" in look.proven
    assert "C" not in look.proven


def test_an_opinion_ahead_whatever_the_answers_are_is_proven():
    look = how_often(direct((80, 70, None), (60, 10, [0, 5]), keys=("a", "b", "c")), draws=500)
    assert look.proven == frozenset()
    look = how_often(direct((80, [70, 90]), (60, 10)), draws=500)
    assert look.proven == {"A", "B"}
    assert look.first == {"A": 1.0, "B": 0.0}


def test_equal_opinions_share_the_better_rank():
    look = how_often(direct((50, 60), (50, 60)))
    assert look.ranks == {"A": (1.0, 0.0), "B": (1.0, 0.0)}
    assert (look.ties, look.exact) == (1.0, True)
    assert look.pairwise == {"A": {"B": 0.0}, "B": {"A": 0.0}}
    assert look.central_weights["A"] == pytest.approx({"alpha": 0.5, "beta": 0.5})


def test_a_criterion_on_which_all_are_equal_is_a_criterion_like_any_other():
    look = how_often(direct((50, 60), (50, 40), (50, 50)))
    assert look.first == {"A": 1.0, "B": 0.0, "C": 0.0}
    assert look.central_weights["A"] == pytest.approx({"alpha": 0.5, "beta": 0.5}, abs=0.01)


def test_a_single_opinion_is_first_without_a_draw():
    look = how_often(direct((None, 60)))
    assert (look.ranks, look.exact, look.ties) == ({"A": (1.0,)}, True, 0.0)
    assert look.central_weights["A"] == pytest.approx({"alpha": 0.5, "beta": 0.5})


def test_known_weights_and_answers_need_no_draw_for_any_number_of_opinions():
    look = how_often(direct((50, 60), (80, 30), (80, 30), (10, 10)), "weights")
    assert look.exact
    assert look.ranks == {"A": (1, 0, 0, 0), "B": (1, 0, 0, 0), "C": (1, 0, 0, 0), "D": (0, 0, 0, 1)}
    assert look.ties == 1.0
    assert look.central_weights["D"] is None


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_draws():
    case = direct((80, None, 10), (40, 60, [0, 90]), (60, "8 of 12", 30))
    one, same, other = (json.dumps(how_often(case, draws=DRAWS, seed=seed).plain()) for seed in (5, 5, 6))
    assert one == same
    assert one != other.replace('"seed": 6', '"seed": 5')


def test_confidence_is_the_share_of_answers_at_the_middle_weights():
    case = direct((None, 50), (50, 50))
    look = how_often(case, draws=20_000)
    weights = compare.Weights(look.central_weights["A"], "points")
    expected = compare.score(case, weights).first_shares["A"]
    assert look.confidence["A"] == pytest.approx(expected, abs=0.02)


def test_confidence_is_whole_where_every_answer_is_known():
    look = how_often(direct((80, 20, 10), (40, 60, 30), (60, 30, 30)), draws=DRAWS)
    assert set(look.confidence.values()) <= {0.0, 1.0, None}


def test_an_unknown_answer_is_never_taken_for_zero():
    """A open answer against 30: above it in 7 of 10 ways; counted as 0 it would never be."""
    look = how_often(direct((50, None), (50, 30)), "weights", draws=20_000)
    assert look.first["A"] == pytest.approx(0.7, abs=0.02)


def test_what_a_few_draws_did_not_meet_is_not_proven():
    """B and its equal come first where alpha counts for nearly nothing; twenty draws do not meet that."""
    look = how_often(direct((80, 70), (0, 70.0001), (0, 70.0001), (10, 10)), draws=20)
    assert look.first == {"A": 1.0, "B": 0.0, "C": 0.0, "D": 0.0}
    assert look.proven == {"D"}
