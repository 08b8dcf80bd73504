import json

import pytest

from compare.app.view import answer_to, opening_points, scored, view_of
from compare.case import Case
from compare.errors import CompareError
from compare.explanation import explain
from compare.samples import sample, sample_names
from compare.scoring import score

CRITERIA = [{"key": "goals", "worst": "none", "best": "all"}, {"key": "cost"}]
OPINIONS = [{"name": "A", "ratings": {"goals": 70, "cost": 52}}, {"name": "B", "ratings": {"goals": [20, 40]}}]


def case_of(weights=None):
    people = [{"name": "Rosa", "weights": weights}] if weights else []
    return Case(criteria=CRITERIA, opinions=OPINIONS, people=people)


@pytest.mark.parametrize(
    ("weights", "points"),
    [
        (None, {"goals": 50, "cost": 50}),
        ({"equal": True}, {"goals": 50, "cost": 50}),
        ({"points": {"cost": 20, "goals": 60}}, {"goals": 60, "cost": 20}),
        ({"swing": {"goals": 30, "cost": 100}}, {"goals": 30, "cost": 100}),
        ({"ranking": ["cost", "goals"]}, {"goals": 100 / 3, "cost": 100}),
        ({"pairwise": {"goals over cost": 4}}, {"goals": 100, "cost": 25}),
    ],
)
def test_the_sliders_start_where_the_first_person_put_them(weights, points):
    assert opening_points(case_of(weights)) == pytest.approx(points)


@pytest.mark.parametrize("name", sample_names())
def test_the_first_position_gives_the_scores_of_the_case(name):
    case = sample(name)
    scores = scored(case, opening_points(case))
    assert scores is not None
    assert scores.totals == score(case).totals
    assert scores.person == score(case).person


def test_after_a_move_the_weights_are_nobodys():
    case = case_of({"points": {"goals": 60, "cost": 20}})
    scores = scored(case, {"goals": 60, "cost": 21})
    assert scores is not None
    assert scores.person is None
    assert scores.weights["cost"] == pytest.approx(21 / 81)


def test_points_that_are_not_of_this_case_are_refused():
    with pytest.raises(CompareError):
        scored(case_of(), {"goals": 1})


def test_the_view_is_plain_data_with_every_number_and_both_anchors():
    view = json.loads(json.dumps(view_of(case_of())))
    assert view["opinions"][1] == {"name": "B", "values": {"goals": [20, 30, 40], "cost": [0, 50, 100]}}
    assert view["criteria"][0]["anchors"] == ["none", "all"]
    assert view["start"] == {"goals": 50, "cost": 50}


def test_the_answer_holds_the_sentences_and_who_is_too_close():
    case = case_of()
    answer = answer_to(case, {"goals": 1, "cost": 0})
    scores = scored(case, {"goals": 1, "cost": 0})
    assert scores is not None
    assert answer == {"points": {"goals": 1, "cost": 0}, "sentences": explain(scores), "close": []}
    assert answer_to(case, {"goals": 0, "cost": 1})["close"] == [0, 1]


def test_with_every_slider_at_0_it_says_so_and_claims_nothing():
    answer = answer_to(case_of(), {"goals": 0, "cost": 0})
    assert answer["close"] == []
    assert "0" in answer["sentences"][0]
