import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import (
    BENT,
    CURVE,
    FALLING,
    KEYS,
    PERCENT,
    WORDS,
    case_of,
    cases,
    direct,
    on_scale,
    outcomes,
    simulated_ahead,
    simulated_first,
    weighted_cases,
    weights_for,
)

import compare
from compare.case import Case
from compare.errors import CompareError
from compare.scoring import CLOSE_GAP, CLOSE_SHARES, score
from compare.weights import equal, points, ranking, swing

ORACLES = Path(__file__).parent / "oracles"
GOALS = {"criteria": [{"key": "goals"}]}


def means(scores):
    return {name: total.mean for name, total in scores.totals.items()}


def test_published_cancer_case_part_by_part(oracle):
    truth = oracle("getreal_cancer")
    scores = score(compare.read(ORACLES / "getreal_cancer.case.json"))
    for name, values in truth["partial_values"].items():
        assert [value.mean for value in scores.values[name].values()] == pytest.approx(
            [100 * value for value in values]
        )


@pytest.mark.parametrize(("person", "expected"), [("Nobody's", "equal_weights"), ("Order", "roc_values")])
def test_published_cancer_case_in_all(oracle, person, expected):
    scores = score(compare.read(ORACLES / "getreal_cancer.case.json"), person=person)
    truth = {name: 100 * total for name, total in oracle("getreal_cancer")["expected"][expected].items()}
    assert means(scores) == pytest.approx(truth, abs=1e-4)


def test_published_cancer_weights_from_the_order(oracle):
    case = compare.read(ORACLES / "getreal_cancer.case.json")
    roc = oracle("getreal_cancer")["expected"]["roc_weights_OS_severe_moderate"]
    assert list(score(case, person="Order").weights.values()) == pytest.approx(roc)


def test_published_cancer_case_with_swings():
    scores = score(compare.read(ORACLES / "getreal_cancer.case.json"), person="Swing")
    w1, w2, w3 = (swings / 163 for swings in (100, 45, 18))
    gap = 100 * (0.5 * w1 - 0.5 * w2 - 0.75 * w3)
    assert scores.totals["new"].mean - scores.totals["control"].mean == pytest.approx(gap)


def test_published_flip_gives_equal_totals(oracle):
    case = compare.read(ORACLES / "getreal_cancer.case.json")
    flip = oracle("getreal_cancer")["expected"]["flip_weight_OS"]["others_equal"]
    scores = score(case, points({"OS": 100 * flip, "severe": 50 * (1 - flip), "moderate": 50 * (1 - flip)}))
    assert scores.totals["new"].mean == pytest.approx(scores.totals["control"].mean, abs=1e-3)


def test_published_equivalents_move_the_total_as_much():
    """With equal weights 1 of 100 more alive is worth 4 of 100 fewer severe or 2 of 100 fewer moderate side effects."""
    case = compare.read(ORACLES / "getreal_cancer.case.json")
    usual = {"OS": {"alive": 50}, "severe": {"severe": 20}, "moderate": {"moderate": 5}}
    changes = [{}, {"OS": {"alive": 51}}, {"severe": {"severe": 16}}, {"moderate": {"moderate": 3}}]
    rows = [{"name": f"{i}", "ratings": usual | change} for i, change in enumerate(changes)]
    before, *after = means(score(Case(criteria=case.criteria, opinions=rows))).values()
    assert [total - before for total in after] == pytest.approx([5 / 3] * 3)


def test_published_totals_of_cars_by_judged_pairs(oracle):
    cars, names = oracle("ahp_cars"), oracle("ahp_cars")["criteria"]
    pairs = {
        f"{a} over {b}": cars["criteria_matrix"][names.index(a)][names.index(b)] for a, b in combinations(names, 2)
    }
    rows = {car: {key: 100 * cars["expected"][key][i] for key in names} for i, car in enumerate(cars["alternatives"])}
    case = Case(
        criteria=[{"key": key} for key in names],
        opinions=[{"name": car, "ratings": row} for car, row in rows.items()],
        people=[{"name": "Rosa", "weights": {"pairwise": pairs}}],
    )
    assert list(means(score(case)).values()) == pytest.approx([100 * v for v in cars["expected"]["overall"]], abs=0.006)
    assert score(case).order == ("Sandero", "Corsa", "Clio", "Fiesta")


def test_published_rimonabant_values(oracle):
    scores = score(compare.read(ORACLES / "rimonabant.case.json"))
    for name, values in oracle("rimonabant")["expected"]["partial_values"].items():
        assert [value.mean for value in scores.values[name].values()] == pytest.approx(
            [100 * v for v in values], abs=1e-4
        )


@pytest.mark.parametrize(
    ("person", "expected"), [("Matching", "total_exact_weights"), ("Rounded", "total_weights_0p67_0p33")]
)
def test_published_rimonabant_totals(oracle, person, expected):
    scores = score(compare.read(ORACLES / "rimonabant.case.json"), person=person)
    truth = {name: 100 * total for name, total in oracle("rimonabant")["expected"][expected].items()}
    assert means(scores) == pytest.approx(truth, abs=0.006)
    assert scores.order == ("rimonabant_20mg", "rimonabant_5mg", "placebo")


RIVALS = {
    "two ranges": on_scale(PERCENT, [40, 70], [50, 60]),
    "one unknown": on_scale(PERCENT, None, 64),
    "counts": on_scale(PERCENT, "541 of 553", "529 of 545", "528 of 545"),
    "near equal": on_scale(PERCENT, [50, 60.001], [50, 60]),
    "a bent scale": on_scale(BENT, "8 of 129", [3, 12], 6),
    "clipped counts": on_scale(FALLING, "77 of 129", "60 of 129", [50, 65], 50),
    "words": on_scale(WORDS, ["poor", "good"], "fair", ["fair", "good"], None, "poor"),
    "two of two": direct((None, 50), (70, None), ([20, 90], [30, 60])),
    "five": direct((None, 20, 50), (60, [10, 40], 50), ([30, 80], 50, None), (55, 45, "8 of 20"), (None, None, None)),
    "six with a tie": direct((50, 50), (50, 50), (None, 50), ([0, 60], [40, 100]), (90, 5), ("1 of 2", "1 of 2")),
}


@pytest.mark.parametrize("case", RIVALS.values(), ids=RIVALS)
def test_who_is_first_agrees_with_a_million_outcomes(case):
    scores = score(case)
    truth = simulated_first(outcomes(case, scores.weights, 1_000_000))
    assert scores.first_shares == pytest.approx(truth, abs=0.005)


@pytest.mark.parametrize("case", RIVALS.values(), ids=RIVALS)
def test_who_is_ahead_agrees_with_a_million_outcomes(case):
    scores = score(case)
    totals = outcomes(case, scores.weights, 1_000_000)
    for pair in scores.ahead:
        assert pair.share == pytest.approx(simulated_ahead(totals[pair.first], totals[pair.second]), abs=0.005)


@pytest.mark.parametrize("case", RIVALS.values(), ids=RIVALS)
def test_the_mean_agrees_with_a_million_outcomes(case):
    scores = score(case)
    totals = outcomes(case, scores.weights, 1_000_000)
    assert means(scores) == pytest.approx({name: total.mean() for name, total in totals.items()}, abs=0.1)


@pytest.mark.parametrize(
    ("answers", "sure"),
    [
        ((80, 20), "whatever"),
        (([60, 90], [10, 40]), "whatever"),
        (([50, 90], [10, 60]), "likely"),
        ((52, 50), "too close"),
        ((50, 50), "too close"),
        ((None, 48), "too close"),
        (([0, 100], [0, 80]), "too close"),
    ],
)
def test_how_sure(answers, sure):
    scores = score(on_scale(PERCENT, *answers))
    assert scores.ahead[0].sure == sure
    assert scores.close_call == (sure == "too close")


def test_likely_is_never_said_of_what_seldom_happens():
    pair = score(on_scale({"curve": [[0, 0], [70, 0], [100, 100]]}, [0, 100], 73)).ahead[0]
    assert pair.share < 0.5
    assert pair.sure == "too close"


def test_the_thresholds_are_those_of_the_plan():
    assert (CLOSE_GAP, CLOSE_SHARES) == (5.0, (0.40, 0.60))


@pytest.mark.parametrize(
    ("answers", "ranks"), [((50, 50), [1, 1]), ((50, 60, 60), [3, 1, 1]), ((50, 50, 40), [1, 1, 3]), ((1,), [1])]
)
def test_ties_share_a_rank(answers, ranks):
    scores = score(on_scale(PERCENT, *answers))
    assert list(scores.ranks.values()) == ranks
    assert len(scores.leaders) == ranks.count(1)


def test_one_opinion_is_first_and_ahead_of_nobody():
    scores = score(on_scale(PERCENT, None))
    assert (scores.first_shares, scores.ahead, scores.close_call) == ({"A": 1.0}, (), False)


def test_open_answers_say_where_and_why():
    case = case_of({"goals": {"approach": "asked, no answer"}}, {"goals": 50})
    assert ("goals", "approach", "asked, no answer") in score(case).open_answers("A")
    assert not [place for place in score(case).open_answers("B") if place[0] == "goals"]


def people(*persons):
    return case_of(
        {"alpha": 1, "beta": 2}, {"alpha": 2, "beta": 1}, criteria=[{"key": "alpha"}, {"key": "beta"}], people=persons
    )


HEAVY, LIGHT = {"points": {"alpha": 75, "beta": 25}}, {"points": {"alpha": 25, "beta": 75}}


@pytest.mark.parametrize(
    ("persons", "asked_for", "name", "share"),
    [
        ((), None, None, 0.5),
        (
            ({"name": "Ben", "weights": LIGHT}, {"name": "Rosa", "role": "Patient", "weights": HEAVY}),
            None,
            "Rosa",
            0.75,
        ),
        (({"name": "Ben", "weights": LIGHT}, {"name": "Rosa", "role": "patient"}), None, "Ben", 0.25),
        (({"name": "Ben", "weights": LIGHT}, {"name": "Ida", "weights": HEAVY}), None, "Ben", 0.25),
        (({"name": "Ben", "weights": LIGHT}, {"name": "Ida", "weights": HEAVY}), " ida ", "Ida", 0.75),
        (({"name": "José", "weights": HEAVY},), "Jose\u0301", "José", 0.75),
    ],
)
def test_whose_weights_count(persons, asked_for, name, share):
    scores = score(people(*persons), person=asked_for)
    assert (scores.person, scores.weights["alpha"]) == (name, pytest.approx(share))


def test_nobodys_weights_are_labelled_equal():
    scores = score(people({"name": "Ben"}))
    assert (scores.weights.how, scores.weights.given) == ("equal", False)


def test_a_person_who_is_not_there():
    with pytest.raises(CompareError, match="Ben"):
        score(people({"name": "Ben"}), person="Rosa")


@pytest.mark.parametrize(
    "weights", [points({"alpha": 1}), points({"alpha": 1, "beta": 1, "gamma": 1}), equal(["beta"])]
)
def test_weights_of_other_criteria_are_refused(weights):
    with pytest.raises(CompareError):
        score(people(), weights)


@pytest.mark.parametrize("way", [swing, points])
def test_given_weights_win_over_those_of_people(way):
    scores = score(people({"name": "Ben", "weights": LIGHT}), way({"beta": 0, "alpha": 7}))
    assert (scores.weights["alpha"], scores.person, scores.weights.how) == (1, None, way.__name__)


def test_rows_hold_every_digit_and_keep_their_columns():
    case = case_of({"total": 12.345}, {"total": 50}, criteria=[{"key": "total"}])
    row = score(case).rows()[0]
    assert (row["total"], row["value_total"], row["rank"]) == (12.345, 12.345, 2)


def test_long_rows_multiply_out():
    for row in score(RIVALS["five"]).long_rows():
        assert row["part_mean"] == pytest.approx(row["weight"] * row["value_mean"])


def test_the_shown_table_has_whole_numbers_and_a_total():
    scores = score(on_scale(PERCENT, [40.2, 60.4], None))
    assert scores.shown() == [
        ("", "Counts for", "A", "B"),
        ("k", "100", "50 (40 to 60)", "not known"),
        ("In all", "100", "50 (40 to 60)", "not known"),
    ]


def test_an_opinion_may_have_any_name():
    tree = {"opinions": [{"name": "Counts for", "ratings": {"goals": 50}}, {"name": "In all"}], **GOALS}
    assert len(score(Case.model_validate(tree)).shown()[0]) == 4


def test_a_table_for_analysts_has_a_row_for_each_opinion():
    table = score(RIVALS["counts"]).table()
    assert table["opinion"].tolist() == ["A", "B", "C"]
    assert table["first_share"].sum() == pytest.approx(1)


# What holds for every case


def tree_of(case):
    return json.loads(json.dumps(case.model_dump(by_alias=True)))


@given(weighted_cases, st.randoms(use_true_random=False))
def test_the_order_of_opinions_and_criteria_changes_nothing(drawn, random):
    case, given_points = drawn
    shuffled = tree_of(case)
    random.shuffle(shuffled["opinions"])
    random.shuffle(shuffled["criteria"])
    for criterion in shuffled["criteria"]:
        random.shuffle(criterion["attributes"])
    first, second = score(case, points(given_points)), score(Case.model_validate(shuffled), points(given_points))
    assert means(second) == pytest.approx(means(first), abs=1e-9)
    assert second.ranks == first.ranks
    assert second.first_shares == pytest.approx(first.first_shares, abs=1e-6)


@given(weighted_cases)
def test_removing_an_opinion_changes_no_others_total(drawn):
    case, given_points = drawn
    fewer = case.model_copy(update={"opinions": case.opinions[1:]})
    left = score(fewer, points(given_points)).totals
    assert left == {name: score(case, points(given_points)).totals[name] for name in left}


@given(weighted_cases)
def test_the_parts_add_up_to_the_total(drawn):
    scores = score(drawn[0], points(drawn[1]))
    for name, total in scores.totals.items():
        for end in ("low", "mean", "high"):
            assert sum(getattr(part, end) for part in scores.parts[name].values()) == pytest.approx(
                getattr(total, end), abs=1e-9
            )


@given(weighted_cases)
def test_low_mean_and_high_come_in_this_order(drawn):
    scores = score(drawn[0], points(drawn[1]))
    intervals = [*scores.totals.values(), *(value for row in scores.values.values() for value in row.values())]
    for interval in intervals:
        assert -1e-9 <= interval.low <= interval.mean + 1e-9 <= interval.high + 2e-9 <= 100 + 3e-9


@given(cases(counted=False).flatmap(lambda case: st.tuples(st.just(case), weights_for(case))))
def test_bounds_hold_every_outcome(drawn):
    case, given_points = drawn
    scores = score(case, points(given_points))
    for name, totals in outcomes(case, scores.weights, 200).items():
        assert scores.totals[name].low - 1e-9 <= totals.min()
        assert totals.max() <= scores.totals[name].high + 1e-9


@given(st.lists(st.tuples(*[st.integers(0, 99)] * 3), min_size=2, max_size=5), st.integers(0, 2), st.integers(1, 100))
def test_a_better_answer_never_lowers_a_total_or_a_rank(rows, place, gain):
    better = list(rows[0])
    better[place] = min(100, better[place] + gain)
    weights = points(dict(zip(KEYS, (50, 20, 0), strict=False)))
    before, after = score(direct(*rows), weights), score(direct(tuple(better), *rows[1:]), weights)
    assert after.totals["A"].mean >= before.totals["A"].mean
    assert after.ranks["A"] <= before.ranks["A"]
    assert after.first_shares["A"] >= before.first_shares["A"] - 1e-9


@given(st.sampled_from([CURVE, FALLING, WORDS, PERCENT]), st.integers(2, 6), st.data())
def test_more_questions_with_the_same_answers_leave_a_criterion_as_it_was(scale, pieces, data):
    from made_up import answers

    answer = data.draw(answers(scale))

    def split(count):
        attributes = [{"key": f"a{n}", "value": scale} for n in range(count)]
        ratings = {"alpha": {a["key"]: answer for a in attributes}, "beta": 50}
        return score(case_of(ratings, criteria=[{"key": "alpha", "attributes": attributes}, {"key": "beta"}]))

    assert split(pieces).weights == split(1).weights
    assert split(pieces).totals["A"].mean == pytest.approx(split(1).totals["A"].mean)
    assert split(pieces).totals["A"].width == pytest.approx(split(1).totals["A"].width, abs=1e-9)


@given(weighted_cases)
def test_a_copy_of_an_opinion_ties_with_it_and_leaves_the_totals(drawn):
    case, given_points = drawn
    copy = case.opinions[0].model_copy(update={"name": "Copy"})
    scores = score(case.model_copy(update={"opinions": (*case.opinions, copy)}), points(given_points))
    assert scores.totals["Copy"] == scores.totals["A"]
    assert scores.ranks["Copy"] == scores.ranks["A"]
    assert next(pair for pair in scores.ahead if {pair.first, pair.second} == {"A", "Copy"}).share == pytest.approx(
        0.5, abs=1e-6
    )


@given(weighted_cases)
def test_shares_of_first_places_add_up(drawn):
    scores = score(drawn[0], points(drawn[1]))
    assert sum(scores.first_shares.values()) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in scores.first_shares.values())


@given(weighted_cases)
def test_whatever_means_certain(drawn):
    for pair in score(drawn[0], points(drawn[1])).ahead:
        assert pair.sure != "whatever" or pair.share > 0.9
        assert pair.sure != "likely" or pair.share > CLOSE_SHARES[1]


def test_an_order_of_ten_criteria_is_bound_by_name():
    keys = [f"c{n}" for n in range(10)]
    case = case_of({key: 10 * n for n, key in enumerate(keys)}, criteria=[{"key": key} for key in keys])
    weights = ranking(keys[::-1])
    assert score(case, weights).totals["A"].mean == pytest.approx(
        sum(10 * n * weights[key] for n, key in enumerate(keys))
    )
