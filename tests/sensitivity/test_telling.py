import itertools
import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made_up import BENT, FALLING, WORDS, direct, on_scale

from compare.scoring import score
from compare.sensitivity import what_if
from compare.sensitivity.telling import answer_told
from compare.weights import points

HILL = {"curve": [[0, 0], [30, 100], [60, 40], [100, 80]]}
DOME = {"curve": [[0, 0], [50, 100], [100, 0]]}


def look(*rows, **given):
    return what_if(score(direct(*rows), points(given)))


def said_on(scale, *answers):
    return what_if(score(on_scale(scale, *answers), points({"k": 1}))).sentences()


@pytest.mark.parametrize(
    ("scale", "first", "second", "sentence"),
    [
        (WORDS, "good", "fair", "If a for A were “poor” instead of “good”, B would come first."),
        (WORDS, ["fair", "good"], "fair", "If a for A were “poor” instead of “fair” to “good”, B would come first."),
        (FALLING, 20, 44, "If a for A were more than 44 instead of 20, B would come first."),
        (FALLING, 20, 79.6, "If a for A were 80 instead of 20, B would come first."),
        (FALLING, [10, 50], 44, "Not exact yet: a for A, 10 to 50. With more than 44, B would come first."),
        (FALLING, 20.2, 20.4, "If a for A were 21 or more instead of 20.2, B would come first."),
        (FALLING, [10, 44.4], 44.2, "Not exact yet: a for A, 10 to 44.4. With more than 44.2, B would come first."),
        (BENT, "90 of 100", 44, "If a for A were less than 44 of 100 instead of 90 of 100, B would come first."),
        (HILL, 40, 18, "If a for A were for example 51 instead of 40, B would come first."),
        (HILL, 30, 10, "If a for A were less than 10 instead of 30, B would come first."),
        (DOME, 50, 30, "If a for A were for example less than 30 instead of 50, B would come first."),
        (DOME, 50, 29.5, "If a for A were for example 29 or less instead of 50, B would come first."),
        (DOME, [40, 60], 20, "If a for B were for example 46 instead of 20, B would come first."),
        (
            BENT,
            "3 of 6",
            44,
            "Counted, so not exact: a for A, 50 of 100. With less than 44 of 100, B would come first.",
        ),
    ],
)
def test_answers_in_words(scale, first, second, sentence):
    assert sentence in said_on(scale, first, second)


@given(st.sampled_from([HILL, DOME, BENT]), st.integers(0, 100), st.integers(0, 100))
def test_the_answers_told_turn_it_and_are_an_example_where_others_do_so_too(scale, first, second):
    found = what_if(score(on_scale(scale, first, second), points({"k": 1})))
    assume(found.one_first)
    value = found.scores.case.criteria[0].attributes[0].value
    for flip, other in itertools.product(found.answers, (first, second)):
        if (flip.opinion == "A") == (other == second):
            turning = [x / 4 for x in range(401) if (value(x / 4) - value(other)) * flip.move > 1e-6]
            example, claimed = _claimed(answer_told(found.scores.case, flip))
            assert set(claimed) <= set(turning)
            assert example or not [x for x in turning if x.is_integer() and x not in claimed]
            assert not example or set(turning) - set(claimed)


def _claimed(sentence):
    """Return whether a sentence gives an example, and at which quarters of its scale it says that the order is turned."""
    example, than, number, on = re.search(
        r"were (for example )?(more than |less than )?(\d+)( or more| or less)? instead", sentence
    ).groups()
    at, quarters = int(number), [x / 4 for x in range(401)]
    beyond = {
        "more than ": lambda x: x > at,
        "less than ": lambda x: x < at,
        " or more": lambda x: x >= at,
        " or less": lambda x: x <= at,
    }
    return bool(example), [x for x in quarters if beyond.get(than or on, lambda x: x == at)(x)]


def test_an_open_answer_in_words():
    assert (
        "Still open: alpha for B. With 61 of 100 or more, B would come first."
        in look((60.2,), (None,), alpha=1).sentences()
    )


def test_an_answer_as_good_as_there_is_said_as_a_little_more():
    said = look((60.3,), (60.1,), alpha=1).sentences()
    assert "If alpha for A were just a little less instead of 60 of 100, B would come first." in said
