import json

import pytest

from compare.app.view import answer_to, opening_points, scored, start_of, view_of
from compare.case import Case
from compare.errors import CompareError
from compare.explanation import explain
from compare.reports.live import first_answer
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.weights import points

CRITERIA = [{"key": "goals", "worst": "none", "best": "all"}, {"key": "cost"}]
OPINIONS = [{"name": "A", "ratings": {"goals": 70, "cost": 52}}, {"name": "B", "ratings": {"goals": [20, 40]}}]


def case_of(weights=None):
    people = [{"name": "Rosa", "weights": weights}] if weights else []
    return Case(criteria=CRITERIA, opinions=OPINIONS, people=people)


@pytest.mark.parametrize(
    ("weights", "start"),
    [
        (None, {"goals": 50, "cost": 50}),
        ({"equal": True}, {"goals": 50, "cost": 50}),
        ({"points": {"cost": 20, "goals": 60}}, {"goals": 60, "cost": 20}),
        ({"swing": {"goals": 30, "cost": 100}}, {"goals": 30, "cost": 100}),
        ({"ranking": ["cost", "goals"]}, {"goals": 100 / 3, "cost": 100}),
        ({"pairwise": {"goals over cost": 4}}, {"goals": 100, "cost": 25}),
    ],
)
def test_the_sliders_start_where_the_first_person_put_them(weights, start):
    assert opening_points(case_of(weights)) == pytest.approx(start)


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


PEOPLE = [
    {"name": "Tom", "role": "son", "weights": {"ranking": ["cost", "goals"]}},
    {"name": "Rosa", "role": "Patient", "weights": {"swing": {"goals": 30, "cost": 100}}},
    {"name": "Ada"},
    {"name": "Ben", "weights": {"swing_ranges": {"goals": [80, 100], "cost": [20, 40]}}},
    {"name": "Ida", "weights": {"equal": True}},
]


@pytest.fixture
def family():
    return Case(criteria=CRITERIA, opinions=OPINIONS, people=PEOPLE)


def test_everybody_has_a_start_of_their_own_and_the_patient_is_first_to_be_shown(family):
    view = json.loads(json.dumps(view_of(family)))
    assert [(person["label"], person["how"], person["patient"]) for person in view["people"]] == [
        ("Tom (son)", "ranking", False),
        ("Rosa (Patient)", "swing", True),
        ("Ada", "points", False),
        ("Ben", "points", False),
        ("Ida", "points", False),
    ]
    assert view["person"] == 1
    assert view["start"] == view["people"][1]["points"] == {"goals": 30, "cost": 100}
    assert view["people"][0]["order"] == ["cost", "goals"]
    assert view["people"][3]["points"] == pytest.approx({"goals": 100, "cost": 100 / 3})


def test_a_note_says_where_everybody_starts(family):
    notes = [person["note"] for person in view_of(family)["people"]]
    assert [words.split()[0] for words in notes] == ["It", "It", "Ada", "Ben", "Ida"]
    assert "has not said yet" in notes[2]
    assert "in another way" in notes[3]
    assert "has not said" not in notes[4]


def test_where_nobody_is_named_there_is_one_start_in_the_middle():
    view = view_of(case_of())
    assert [(person["name"], person["points"]) for person in view["people"]] == [("", {"goals": 50, "cost": 50})]
    assert "Nobody has said" in view["people"][0]["note"]


def test_a_page_begins_with_its_own_weights(family):
    assert view_of(family, score(family))["person"] == 1
    assert view_of(family, score(family, person="Tom"))["person"] == 0
    moved = view_of(family, score(family, points({"goals": 10, "cost": 40})))
    assert (moved["person"], len(moved["people"])) == (0, 6)
    assert moved["start"] == pytest.approx({"goals": 25, "cost": 100})
    assert view_of(case_of(), score(case_of()))["people"] == view_of(case_of())["people"]


@pytest.mark.parametrize("weights", [None, {"goals": 3, "cost": 60}])
def test_the_first_answer_holds_for_the_first_position(family, weights):
    scores = score(family, points(weights) if weights else None)
    answer = first_answer(scores)
    assert answer["points"] == view_of(family, scores)["start"]
    assert [family.names[place] for place in answer["close"]] == list(scores.front if scores.close_call else ())
    totals = score(family, points(answer["points"])).totals
    assert {name: total.mean for name, total in totals.items()} == pytest.approx(
        {name: total.mean for name, total in scores.totals.items()}
    )


@pytest.mark.parametrize("name", ["Tom", "Rosa", "Ada", "Ben", "Ida"])
def test_where_somebody_starts_the_scores_are_theirs(family, name):
    person = family.person(name)
    scores = scored(family, start_of(family, person), name)
    assert scores is not None
    assert (scores.person, scores.weights) == (name, score(family, person=name).weights)
    assert answer_to(family, start_of(family, person), name)["sentences"] == explain(scores)


def test_the_last_digits_do_not_make_a_move(family):
    close = {key: at * (1 + 1e-15) for key, at in start_of(family, family.person("Tom")).items()}
    scores = scored(family, close, "Tom")
    assert scores is not None
    assert scores.person == "Tom"


def test_large_cases_are_handed_over_as_small_ones():
    ratings = {f"k{at}": 10 * at for at in range(10)}
    criteria = [{"key": key} for key in ratings]
    people = [{"name": f"P{at}", "weights": {"points": ratings}} for at in range(4)]
    many = Case(criteria=criteria, people=people, opinions=[{"name": f"O{at}", "ratings": ratings} for at in range(5)])
    assert len(json.dumps(view_of(many))) < 20_000


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
