import pytest
from hypothesis import given
from made_up import cases, weighted_cases

from compare.case import Case, standard_questions
from compare.errors import CompareError
from compare.preparation import short_on_time
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.unknowns import questions
from compare.weights import points
from compare.words import needing as told

ROWS = [
    {"name": "A", "ratings": {"goals": 90, "cost": 20, "time": 10}},
    {"name": "B", "ratings": {"goals": 30, "cost": 80, "time": 100}},
]
CASE = Case(criteria=[{"key": key} for key in ("time", "cost", "goals")], opinions=ROWS)


def test_the_two_that_weigh_most_are_scored_by_the_same_sum():
    found = short_on_time(score(CASE, points({"goals": 60, "cost": 30, "time": 10})))
    assert found.criteria == ("goals", "cost")
    assert found.by_two.totals["A"].mean == pytest.approx((2 * 90 + 20) / 3)
    assert found.by_two.totals["B"].mean == pytest.approx((2 * 30 + 80) / 3)
    assert found.sentences() == [told.two_of(["goals", "cost"], "90 of 100"), told.ONLY_TWO]
    assert [row[0] for row in found.shown()] == ["", "cost", "goals", "In all"]


def test_a_part_that_weighs_as_much_is_named():
    found = short_on_time(score(CASE, points({"goals": 50, "cost": 25, "time": 25})))
    assert found.criteria == ("goals", "time")
    assert found.left_out == ("cost",)
    assert "cost counts just as much, and is left out here." in found.sentences()


def test_nobody_has_said_what_matters():
    found = short_on_time(score(CASE))
    assert (found.criteria, found.by_two, found.sentences()) == ((), None, [told.NO_TWO])
    only = short_on_time(score(CASE, points({"goals": 50, "cost": 0, "time": 0})))
    assert (only.by_two, only.sentences()) == (None, [told.NEEDS_TWO_PARTS])


@pytest.mark.parametrize("name", sample_names())
def test_five_questions_and_two_parts_for_every_sample(name):
    found = short_on_time(score(sample(name)))
    assert (len(found.questions), len(set(found.questions)), len(found.criteria)) == (5, 5, 2)
    assert set(found.by_two.weights) == set(found.scores.weights)
    assert sum(share > 0 for share in found.by_two.weights.values()) == 2


def test_an_empty_case_asks_the_urgent_questions():
    asked = short_on_time(score(Case(opinions=[{"name": "A"}]))).questions
    assert "How much time do we have until it must be decided?" in asked
    assert len(asked) == 5


def test_only_what_a_doctor_can_say_is_asked():
    for name in sample_names():
        asked = short_on_time(score(sample(name))).questions
        to_others = {each.question for each in questions(score(sample(name))).items if "doctor" not in each.ask}
        assert to_others.isdisjoint(asked)


def test_without_weights_no_answer_counts_as_deciding():
    two = Case(opinions=[{"name": "A"}, {"name": "B"}])
    urgent = [question.question for question in standard_questions() if question.urgent]
    assert set(short_on_time(score(two)).questions) <= set(urgent)


@given(weighted_cases)
def test_the_rest_never_counts_and_the_two_keep_their_share(drawn):
    found = short_on_time(score(drawn[0], points(drawn[1])))
    if found.by_two is not None:
        first, second = found.criteria
        whole, two = found.scores.weights, found.by_two.weights
        assert two[first] * whole[second] == pytest.approx(two[second] * whole[first])
        assert min(whole[first], whole[second]) >= max(
            (whole[key] for key in whole if key not in found.criteria), default=0
        )
    assert len(found.questions) <= 5


@given(cases())
def test_plain_holds_what_is_shown(case):
    found = short_on_time(score(case))
    assert found.plain()["questions"] == [row["question"] for row in found.rows()]


def test_something_else_is_refused():
    with pytest.raises(CompareError, match="Scores"):
        short_on_time(CASE)
