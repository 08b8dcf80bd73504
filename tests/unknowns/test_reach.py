import numpy as np
import pytest
from hypothesis import given
from made_up import case_of, cases, direct, outcomes

from compare.scoring import score
from compare.unknowns import questions
from compare.unknowns.reach import together

THREE = ("alpha", "beta", "gamma")


def test_many_answers_together_could_although_it_is_hardly_likely():
    keys = tuple("abcdefghijkl")
    scores = score(direct([93] * 12, [None] * 12, keys=keys))
    assert scores.ahead[0].share == pytest.approx(1, abs=1e-9)
    assert questions(scores).sentence().endswith("on its own, but several together could.")


@pytest.mark.parametrize(
    ("known", "found", "said"),
    [
        (60, "could not", "on its own, and all of them together could not."),
        (
            70,
            "only with others",
            "on its own. Together they could only do so if other numbers that are not exact change as well.",
        ),
    ],
)
def test_a_count_moves_to_the_ends_of_its_scale_and_not_of_its_bounds(known, found, said):
    scores = score(direct(("180 of 200", 90, 90), (known, [50, 60], [50, 60]), keys=THREE))
    assert together(scores) == found
    assert questions(scores).sentence().endswith(said)


def test_one_answer_alone_is_enough_for_several():
    assert together(score(case_of({"goals": 50}, {}))) == "could"


@given(cases(least=2))
def test_where_it_could_not_be_no_draw_puts_another_first(case):
    scores = score(case)
    if together(scores) == "could not":
        drawn = outcomes(case, scores.weights, 2000)
        highest = np.max([drawn[name] for name in scores.order[1:]], axis=0)
        assert (drawn[scores.order[0]] >= highest - 1e-9).all()
