import re

import pytest
from hypothesis import given
from made_up import case_of, direct, weighted_cases

from compare.explanation import explain
from compare.scoring import score
from compare.unknowns import questions
from compare.weights import points

SWAYED = points({"alpha": 60, "beta": 40})


def said(case, weights=None):
    return " ".join(explain(score(case, weights)))


@pytest.mark.parametrize("count", [2, 5])
def test_who_is_ahead_by_how_much_and_because_of_what(count):
    rows = [(90 - 12 * place, 30 + place) for place in range(count)]
    text = said(direct(*rows), SWAYED)
    assert "By the weights given, A fits most closely: 66 of 100. Next comes B with 59." in text
    assert "A gains on alpha (7 points)." in text
    assert "Every answer is known, so A is ahead of" in text
    assert "No answer is open." in text


def test_both_sides_of_the_trade_off_are_named():
    assert "A gains on alpha (30 points); B gains on beta (8 points)." in said(direct((80, 20), (30, 40)), SWAYED)


def test_exact_ties_are_named_as_equal():
    text = said(direct((50, 50), (50, 50), (10, 10)), SWAYED)
    assert "A and B come out equal: 50 of 100 each." in text
    assert "A and B are level on every part." in text


def test_a_tie_with_open_answers_says_so():
    assert "come out equal: 50 of 100 each on average" in said(direct((None, 50), (50, 50)), SWAYED)


def test_a_close_call_shows_both_thresholds():
    text = said(direct((52, 50), (50, 50)), SWAYED)
    assert "A and B are too close to call: 51 and 50 of 100." in text
    assert "less than 5 apart" in text
    assert "40 to 60 of 100 ways" in text


def test_without_weights_nobody_is_called_first():
    text = said(direct((80, 20), (30, 40)))
    assert "which of A and B comes first depends on what matters to you" in text
    assert "With every part counting the same" in text


def test_without_weights_a_sweep_is_said():
    assert "A is at least as high as B on every part, whatever counts most." in said(direct((80, 60), (30, 40)))


def test_how_often_and_whatever():
    text = said(direct(([60, 90], 50), ([20, 80], 50), (0, 0)), points({"alpha": 1, "beta": 0}))
    assert "Whatever the open answers are, A stays ahead of C" in text
    assert re.search(r"A is ahead of B in \d+ of 100 ways the open or inexact answers could turn out\.", text)


def test_where_the_widest_gap_is():
    text = said(direct((None, 50), (50, 50)), SWAYED)
    assert "1 of 4 answers is still open." in text
    assert "alpha for A could still move that result by 60 points." in text


def test_nothing_known():
    assert said(case_of({}, {})).startswith("Nothing is known yet about A and B.")


def test_one_opinion_says_that_comparing_needs_two():
    assert said(case_of({"goals": 50})).startswith("There is one opinion so far: A. Comparing needs two.")


def test_the_person_is_named():
    people = [{"name": "Rosa", "weights": {"points": {"k": 1}}}]
    case = case_of({"k": 80}, {"k": 20}, criteria=[{"key": "k"}], people=people)
    assert "By what Rosa said matters, A fits most closely" in said(case)


@given(weighted_cases)
def test_every_case_can_be_explained_in_whole_numbers(drawn):
    case, given_points = drawn
    for scores in (score(case, points(given_points)), score(case)):
        sentences = explain(scores)
        assert sentences
        assert not re.search(r"\d[.,]\d|\bnan\b|\binf\b|e-\d", " ".join([*sentences, *questions(scores).sentences()]))
        assert not re.search(r"\d[.,]\d|\bnan\b|\binf\b", str(scores))


@given(weighted_cases)
def test_sentences_do_not_depend_on_the_order_of_criteria(drawn):
    case, given_points = drawn
    first = explain(score(case, points(given_points)))
    again = explain(score(case.model_copy(update={"criteria": case.criteria[::-1]}), points(given_points)))
    assert first[0] == again[0]
