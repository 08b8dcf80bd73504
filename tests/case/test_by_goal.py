"""Goals answered one by one: weighted by their order, open ones as wide as their scale, and errors that say what to do."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import outcomes

from compare import equal, explain, how_often, questions, score, what_if
from compare.case import Case, GoalAttribute, built_in_criteria
from compare.errors import CompareError
from compare.interval import Interval
from compare.statements import side_by_side

GOALS = ("Live long", "Stay at home", "See my friends")
WORTH = {"yes": 100, "partly": 50, "no": 0}
ROC = (11 / 18, 5 / 18, 2 / 18)
"""The centroid weights of three by their order: (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, (1/3)/3."""


def case_of(*fits, goals=GOALS, **more):
    """Return a case of an opinion A, B ... for each answer to the fit with the goals, everything else known."""
    rest = {"approach": 2, "chance": 50}
    opinions = [
        {"name": "ABC"[place], "ratings": {"goals": {"goal_fit": fit, **rest}}} for place, fit in enumerate(fits)
    ]
    own = [criterion for criterion in built_in_criteria() if criterion.key == "goals"]
    return Case(criteria=own, patient={"goals": goals}, opinions=opinions, **more)


def fit_of(case, name="A"):
    """Return what the fit with the goals is worth, 0-100."""
    whole = score(case).values[name]["goals"]
    return Interval(*(3 * end - 100 for end in (whole.low, whole.mean, whole.high)))


answered = st.fixed_dictionaries({}, optional={
    goal: st.sampled_from([*WORTH, "not known", ["no", "partly"], ["partly", "yes"]]) for goal in GOALS
}).filter(bool)  # fmt: skip


@given(st.tuples(*[st.sampled_from(list(WORTH))] * 3))
def test_the_value_is_the_sum_of_centroid_weight_times_answer(words):
    expected = sum(share * WORTH[word] for share, word in zip(ROC, words, strict=True))
    fit = fit_of(case_of(dict(zip(GOALS, words, strict=True))))
    assert (fit.low, fit.mean, fit.high) == pytest.approx((expected,) * 3)


def test_an_open_goal_is_as_wide_as_its_scale():
    fit = fit_of(case_of({"Live long": "yes", "Stay at home": ["no", "partly"]}))
    assert fit.low == pytest.approx(100 * ROC[0])
    assert fit.mean == pytest.approx(100 * ROC[0] + 25 * ROC[1] + 50 * ROC[2])
    assert fit.high == pytest.approx(100 * ROC[0] + 50 * ROC[1] + 100 * ROC[2])


def test_the_order_of_the_goals_decides_and_the_order_of_the_answers_does_not():
    one, other = {"Live long": "yes", "Stay at home": "no"}, {"Stay at home": "no", "Live long": "yes"}
    assert fit_of(case_of(one)) == fit_of(case_of(other))
    assert fit_of(case_of(one, goals=GOALS[1::-1])).mean == pytest.approx(25)
    assert fit_of(case_of(one, goals=GOALS[:2])).mean == pytest.approx(75)


def test_one_answer_for_all_goals_is_worth_what_it_was():
    assert fit_of(case_of("our first goal")).mean == pytest.approx(80)


def by_hand(case):
    """Return a case in which the goals are attributes of their own, written by hand, with centroid weights as shares."""
    scale = {"levels": WORTH}
    goals = [
        {"key": f"goal_fit: {goal}", "value": scale, "share": share} for goal, share in zip(GOALS, ROC, strict=True)
    ]
    own = [*goals, *case.criteria[0].model_dump()["attributes"][1:]]
    opinions = [
        {
            "name": opinion.name,
            "ratings": {"goals": {f"goal_fit: {goal}" if goal in GOALS else goal: answer for goal, answer in part}},
        }
        for opinion in case.opinions
        for given in [opinion.ratings["goals"]]
        for part in [
            [*given["goal_fit"].items(), *((key, rating) for key, rating in given.items() if key != "goal_fit")]
        ]
    ]
    return Case(criteria=[{"key": "goals", "attributes": own}], opinions=opinions)


@given(answered, answered)
def test_everything_comes_out_as_if_each_goal_were_an_attribute(first, second):
    case = case_of(first, second)
    one, other = score(case, equal(case.keys)), score(by_hand(case), equal(case.keys))
    for name in case.names:
        ends = one.totals[name], other.totals[name]
        assert (ends[0].low, ends[0].mean, ends[0].high) == pytest.approx((ends[1].low, ends[1].mean, ends[1].high))
    assert one.first_shares == pytest.approx(other.first_shares)
    asked = [{item.attribute: item.worth for item in questions(scores).answers} for scores in (one, other)]
    assert asked[0] == pytest.approx(asked[1], abs=1e-9)
    flips = [
        {(flip.opinion, flip.attribute): flip.flips_at for flip in what_if(scores).answers} for scores in (one, other)
    ]
    assert flips[0] == {place: pytest.approx(at) if isinstance(at, float) else at for place, at in flips[1].items()}


@given(answered, answered)
def test_every_draw_lies_within_the_bounds(first, second):
    case = case_of(first, second)
    scores = score(case, equal(case.keys))
    for name, drawn in outcomes(case, scores.weights, 200).items():
        total = scores.totals[name]
        assert np.all(drawn >= total.low - 1e-9)
        assert np.all(drawn <= total.high + 1e-9)


@given(answered, answered, st.sampled_from(GOALS))
def test_a_higher_answer_to_a_goal_never_lowers_a_rank_and_moves_no_other(first, second, goal):
    before = score(case_of({**first, goal: "partly"}, second))
    after = score(case_of({**first, goal: "yes"}, second))
    assert after.totals["A"].mean > before.totals["A"].mean
    assert after.ranks["A"] <= before.ranks["A"]
    assert after.totals["B"] == before.totals["B"] == score(case_of(second)).totals["A"]


def test_how_often_draws_the_same_as_if_each_goal_were_an_attribute():
    case = case_of(
        {"Live long": "yes", "Stay at home": "not known"}, {"See my friends": "yes"}, {"Live long": "partly"}
    )
    one, other = how_often(case, draws=2000), how_often(by_hand(case), draws=2000)
    assert one.first == pytest.approx(other.first, abs=1e-12)
    assert 0 < one.first["C"] < one.first["A"] < 1


def test_the_question_asks_for_the_open_goal_by_its_name():
    scores = score(case_of({"Live long": "yes", "Stay at home": "no"}, "our first goal"))
    (item,) = [item for item in questions(scores).answers if item.opinion == "A"]
    assert item.question == "Does this plan serve this goal: See my friends?"
    assert (item.attribute, item.ask) == ("goal_fit: See my friends", "the patient")
    assert item.high - item.low == pytest.approx(100 * ROC[2] / 3)


def test_the_explanation_says_what_each_plan_does_for_each_goal():
    told = explain(score(case_of({"Live long": "yes", "Stay at home": ["no", "partly"]}, "our first goal")))
    assert "A, goal by goal: Live long (yes); Stay at home (no to partly); See my friends (not asked)." in told
    assert not any("B, goal by goal" in sentence for sentence in told)


def test_the_table_has_a_line_for_each_goal_where_somebody_answers_so():
    (group,) = side_by_side(case_of({"Live long": "yes", "Stay at home": "no"}, "our first goal")).answers
    lines = {label: [cell.text for cell in cells] for label, cells in group.lines}
    assert lines["Fit with our goals"] == ["goal by goal, below", "our first goal"]
    assert lines["Live long"] == ["yes", "one answer for all goals, above"]
    assert lines["See my friends"][0] == "not asked"
    only = side_by_side(case_of({"Live long": "yes"}, {"Live long": "no"})).answers[0].lines
    assert [label for label, _ in only] == [*GOALS, "Distance from our way", "Chance of the goal named"]


def test_every_answer_knows_where_it_stands():
    case = case_of({"Live long": "yes"})
    asked = [asked.steps for asked in case.asked_on(case.criteria[0])]
    assert asked == [*(("goal_fit", goal) for goal in GOALS), ("approach",), ("chance",)]
    found = case.attribute("goals", "goal_fit: Live long")
    assert isinstance(found, GoalAttribute)
    assert (found.label, case.criteria[0].share_of(found)) == ("Live long", pytest.approx(ROC[0] / 3))


REFUSED = {
    "misspelt": ({"Live lonh": "yes"}, GOALS, "This is not a goal of the patient.", "did you mean `Live long`?"),
    "capital letter": ({"live long": "yes"}, GOALS, "This is not a goal of the patient.", "did you mean `Live long`?"),
    "deleted": ({"Live long": "yes"}, GOALS[1:], "This is not a goal of the patient.", "or delete this answer"),
    "no goals": ({"Live long": "yes"}, (), "Each goal has an answer here, and no goals are written.", "patient: {goals: [...]}"),
    "twice": ({"Live long": "yes"}, (*GOALS, "LIVE LONG"), "This goal stands there twice.", "delete one of the two"),
    "level": ({"Live long": "fairly"}, GOALS, "This is not one of the levels.", "use one of these"),
}  # fmt: skip


@pytest.mark.parametrize(("fit", "goals", "problem", "fix"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_with_what_to_do(fit, goals, problem, fix):
    with pytest.raises(CompareError) as caught:
        case_of("our first goal", fit, goals=goals)
    assert caught.value.problem == problem
    assert fix in caught.value.fix
    goal, *_ = fit
    place = ("opinions", 1, "ratings", "goals", "goal_fit")
    expected = {"no goals": place, "twice": ("patient", "goals", 3)}
    name = next(name for name, row in REFUSED.items() if row[0] is fit and row[1] is goals)
    assert caught.value.path == expected.get(name, (*place, goal))


def test_a_question_that_is_not_about_goals_takes_no_goals():
    with pytest.raises(CompareError) as caught:
        Case(patient={"goals": GOALS}, opinions=[{"name": "A", "ratings": {"goals": {"approach": {"anser": 2}}}}])
    assert (caught.value.problem, caught.value.path[-1]) == ("This key is not known here.", "anser")
    assert caught.value.fix == "did you mean `answer`?"


def test_a_blank_goal_counts_as_not_filled_in():
    assert case_of({"Live long": "yes", "Stay at home": None}) == case_of({"Live long": "yes"})
    assert case_of({"Live long": None}).opinions[0].ratings["goals"]["goal_fit"].why == "not asked"


def test_a_case_may_have_a_question_about_goals_of_its_own():
    each = {"question": "How far does it help with {goal}?", "value": {"linear": {"worst": 0, "best": 10}}}
    own = [
        {
            "key": "ours",
            "attributes": [{"key": "fit", "value": {"linear": {"worst": 0, "best": 10}}, "each_goal": each}],
        }
    ]
    fit = {"fit": {"Live long": 5, "Stay at home": [2, 4]}}
    case = Case(criteria=own, patient={"goals": GOALS[:2]}, opinions=[{"name": "A", "ratings": {"ours": fit}}])
    value = score(case).values["A"]["ours"]
    assert (value.low, value.mean, value.high) == pytest.approx((42.5, 45, 47.5))
    assert case.asked_on(case.criteria[0])[0].question == "How far does it help with Live long?"
