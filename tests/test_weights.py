import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import CompareError
from compare.weights import (
    RANDOM_INDEX,
    Consistency,
    Misfit,
    Weights,
    check_names,
    equal,
    pair_of,
    pairwise,
    points,
    ranking,
    swing,
    swing_ranges,
)

some_points = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 100), min_size=1).filter(
    lambda p: sum(p.values()) > 0
)


@pytest.mark.parametrize(
    ("method", "published"), [("centroid", "roc"), ("sum", "rank_sum"), ("reciprocal", "rank_reciprocal")]
)
def test_published_weights_from_an_order(oracle, method, published):
    for count, shares in oracle("surrogate_weights")[published].items():
        given_order = [f"c{place}" for place in range(int(count))]
        assert list(ranking(given_order, method).values()) == pytest.approx(shares, abs=1e-6)


def test_published_swing_weights(oracle):
    for entry in oracle("elicitation")["swing_normalisation"]:
        weights = swing(dict(zip("abcd", entry["points"], strict=True)))
        assert list(weights.values()) == pytest.approx(entry["weights"], abs=1e-12)


def judgements(names, matrix):
    return {f"{names[i]} over {names[j]}": matrix[i][j] for i, j in itertools.combinations(range(len(names)), 2)}


@pytest.mark.parametrize("layer", ["style", "reliability", "fuel"])
def test_published_pairwise_weights(oracle, layer):
    cars = oracle("ahp_cars")
    weights = pairwise(judgements(cars["alternatives"], cars["matrices"][layer]))
    assert list(weights.values()) == pytest.approx(cars["expected"][layer], abs=1e-5)
    ratio = (cars["expected"]["lambda_max"][layer] - 4) / 3 / RANDOM_INDEX["Saaty 1980"][4]
    assert weights.consistency.ratio == pytest.approx(ratio, abs=1e-5)
    assert weights.consistency.table == "Saaty 1980"


def test_published_weights_of_the_criteria_of_cars(oracle):
    cars = oracle("ahp_cars")
    weights = pairwise(judgements(cars["criteria"], cars["criteria_matrix"]))
    assert list(weights.values()) == pytest.approx(cars["expected"]["criteria_weights"], abs=1e-5)


TABLES = {
    "Saaty 1980": "saaty1980",
    "Saaty 2005": "saaty2005_ANP_p31",
    "Donegan-Dodd 1991": "donegan_dodd_1991",
    "Aguaron-Moreno 2003": "aguaron_moreno_2003",
}


@pytest.mark.parametrize(("table", "published"), TABLES.items())
def test_published_consistency_ratio_by_every_table(oracle, table, published):
    cars = oracle("ahp_cars")
    weights = pairwise(judgements(cars["alternatives"], cars["matrices"]["style"]), table=table)
    ratio = cars["expected"]["CR_style_by_random_index"][published]
    assert weights.consistency.ratio == pytest.approx(ratio, abs=1e-4)
    assert (weights.consistency.table, weights.consistency.alarm) == (table, True)


@pytest.mark.parametrize(("table", "published"), TABLES.items())
def test_the_random_indices_are_the_published_tables(oracle, table, published):
    ours = {str(n): index for n, index in RANDOM_INDEX[table].items()}
    assert ours == oracle("ahp_cars")["random_index_tables"][published]


def test_the_table_changes_the_ratio_and_never_the_weights(oracle):
    cars = oracle("ahp_cars")
    given_judgements = judgements(cars["alternatives"], cars["matrices"]["style"])
    made = [pairwise(given_judgements, table=table) for table in TABLES]
    assert len({weights.consistency.ratio for weights in made}) == 4
    assert all(dict(weights) == dict(made[0]) for weights in made)


def test_an_unknown_table_is_refused():
    with pytest.raises(CompareError, match="Donegan-Dodd 1991"):
        pairwise({"a over b": 2}, table="Saaty")


def test_the_judgement_that_fits_least_is_pointed_at():
    weights = pairwise({"a over b": 2, "b over c": 2, "a over c": 4, "a over d": 8, "b over d": 4, "d over c": 5})
    worst = weights.consistency.worst
    assert weights.consistency.alarm
    assert (worst.first, worst.second, worst.stated) == ("d", "c", 5)
    assert worst.fitting == pytest.approx(weights["d"] / weights["c"])
    assert worst.sentence({"c": "Cost"}) == (
        "One answer stands apart: d over Cost, 5 times as much. With the other answers, 2 times would fit."
    )


@pytest.mark.parametrize(
    ("misfit", "said"),
    [
        (Misfit("a", "b", 6, 2.2), "a over b, 6 times as much. With the other answers, 2 times would fit."),
        (Misfit("a", "b", 6, 0.3), "a over b, 6 times as much. With the other answers, b over a, 3 times as much,"),
        (Misfit("a", "b", 1, 3), "a and b the same. With the other answers, 3 times would fit."),
    ],
)
def test_a_judgement_is_said_in_whole_times(misfit, said):
    assert said in misfit.sentence()
    assert "." not in misfit.sentence().replace(". ", "").removesuffix(".")


def test_judgements_that_fit_have_no_worst_one():
    consistency = pairwise({"a over b": 2, "b over c": 2, "a over c": 4}).consistency
    assert (consistency.alarm, consistency.worst) == (False, None)


three_names = st.tuples(*[st.sampled_from([1 / 9, 1 / 5, 1 / 2, 1, 2, 4, 9])] * 3).map(
    lambda ratios: dict(zip(["a over b", "b over c", "a over c"], ratios, strict=True))
)


@given(three_names, st.permutations(["a over b", "b over c", "a over c"]), st.booleans())
def test_weights_from_judgements_are_bound_by_name(given_judgements, order, turned):
    shuffled = {key: given_judgements[key] for key in order}
    if turned:
        shuffled = {f"{key[-1]} over {key[0]}": 1 / ratio for key, ratio in shuffled.items()}
    first, second = pairwise(given_judgements), pairwise(shuffled)
    assert dict(second) == pytest.approx(dict(first), abs=1e-9)
    assert second.consistency.ratio == pytest.approx(first.consistency.ratio, abs=1e-9)


def test_two_criteria_are_always_consistent():
    weights = pairwise({"a over b": 4})
    assert (weights["a"], weights.consistency.ratio) == (pytest.approx(0.8), 0)


@pytest.mark.parametrize("key", ["a over b", "b over a"])
def test_a_judgement_may_be_said_either_way_round(key):
    ratio = 3 if key == "a over b" else 1 / 3
    assert pairwise({key: ratio})["a"] == pytest.approx(0.75)


@pytest.mark.parametrize(
    "given_judgements",
    [
        {},
        {"a over b": 0},
        {"a over b": 10},
        {"a over b": "3"},
        {"a over b": True},
        {"a over b": 3, "b over a": 3},
        {"a over b": 3, "b over c": 3},
        {"a over a": 1},
        {"a before b": 1},
        {" over b": 1},
        {f"{i:x} over {j:x}": 1 for i, j in itertools.combinations(range(11), 2)},
    ],
)
def test_judgements_that_cannot_be_used(given_judgements):
    with pytest.raises(CompareError):
        pairwise(given_judgements)


@pytest.mark.parametrize("key", ["a over b", " a over b "])
def test_names_of_a_judgement(key):
    assert pair_of(key) == ("a", "b")


@pytest.mark.parametrize(
    "given_points", [{}, {"a": 0}, {"a": -1, "b": 2}, {"a": 101}, {"a": float("nan")}, {"a": True}, {"a": "50"}]
)
@pytest.mark.parametrize("way", [points, swing])
def test_points_that_cannot_be_used(way, given_points):
    with pytest.raises(CompareError):
        way(given_points)


@pytest.mark.parametrize(
    "ranges",
    [
        {"a": [60, 40]},
        {"a": [1]},
        {"a": "12"},
        {"a": [0, 0]},
        {"a": [0, 101]},
        {"a": [-1, 5]},
        {"a": [0, float("nan")]},
    ],
)
def test_ranges_that_cannot_be_used(ranges):
    with pytest.raises(CompareError):
        swing_ranges(ranges)


def test_ranges_count_by_their_middle():
    assert swing_ranges({"a": [80, 100], "b": [20, 40]}) == Weights({"a": 3, "b": 1}, "swing_ranges")


@pytest.mark.parametrize("order", [[], ["a", "a"], "ab"])
def test_orders_that_cannot_be_used(order):
    with pytest.raises(CompareError, match="each criterion once"):
        ranking(order)


def test_an_unknown_way_to_use_an_order():
    with pytest.raises(CompareError, match="centroid, sum, reciprocal"):
        ranking(["a"], "centre")


def test_equal_weights_are_nobodys():
    assert dict(equal("abcd")) == dict.fromkeys("abcd", 0.25)
    assert not equal("ab").given
    assert points({"a": 50, "b": 50}).given


def test_weights_are_bound_by_name():
    weights = points({"a": 60, "b": 20})
    assert list(weights.bound_to(["b", "a"]).items()) == [("b", 0.25), ("a", 0.75)]


@pytest.mark.parametrize(
    ("given_names", "hint"), [(["gaols", "cost"], "did you mean `goals`?"), (["goals"], "nothing for cost")]
)
def test_names_must_fit(given_names, hint):
    with pytest.raises(CompareError) as caught:
        check_names(given_names, ["goals", "cost"])
    assert hint in str(caught.value)


@given(some_points)
def test_shares_add_up(given_points):
    assert sum(points(given_points).values()) == pytest.approx(1)


@given(some_points, st.sampled_from([0.5, 0.25, 0.1]))
def test_rescaling_all_points_changes_nothing(given_points, factor):
    rescaled = points({name: factor * amount for name, amount in given_points.items()})
    assert dict(rescaled) == pytest.approx(dict(points(given_points)), abs=1e-12)


@given(some_points, st.randoms(use_true_random=False))
def test_the_order_of_points_changes_nothing(given_points, random):
    shuffled = list(given_points.items())
    random.shuffle(shuffled)
    assert dict(points(dict(shuffled))) == pytest.approx(dict(points(given_points)))


@given(st.permutations(list("abcde")), st.sampled_from(["centroid", "sum", "reciprocal"]))
def test_an_order_gives_falling_weights(order, method):
    shares = list(ranking(order, method).values())
    assert shares == sorted(shares, reverse=True)
    assert list(ranking(order, method)) == order


def test_weights_compare_hash_and_show():
    first, second = points({"a": 3, "b": 1}), points({"b": 25, "a": 75})
    assert first == second
    assert hash(first) == hash(second)
    assert first != swing({"a": 3, "b": 1})
    assert (first != "x", len(first)) == (True, 2)
    assert repr(first) == "Weights(a=0.750, b=0.250; points)"


def test_a_consistency_ratio_cannot_stand_without_its_table():
    with pytest.raises(TypeError, match="table"):
        Consistency(0.02)


@pytest.mark.parametrize("ratio", [0.0, 0.10])
def test_the_alarm_is_above_a_tenth(ratio):
    assert not Consistency(ratio, "Saaty 1980").alarm
    assert Consistency(ratio + 0.101, "Saaty 1980").alarm
