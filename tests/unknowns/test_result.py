import pytest
from made_up import PERCENT, case_of, direct, on_scale

import compare
from compare.scoring import score
from compare.unknowns import questions
from compare.weights import points

CRITERIA = [
    {"key": "small", "question": "Small?", "ask": "the centre"},
    {"key": "large", "question": "Large?"},
    {"key": "known", "question": "Known?"},
]


def test_a_question_about_several_opinions_is_put_once():
    case = case_of({"known": 5}, {"small": 5, "known": 90}, {"known": 9, "small": 9}, criteria=CRITERIA)
    asked = questions(score(case, points({"small": 10, "large": 60, "known": 30}))).to_ask(kinds=["answer"])
    assert [str(each) for each in asked] == [
        "Large? Ask every doctor. The answer could change who comes first.",
        "Small? Ask the centre, about A.",
    ]


def test_as_many_as_wanted():
    look = questions(score(case_of({"known": 5}, {"known": 5}, criteria=CRITERIA)))
    assert len(look.to_ask(2)) == 2
    assert len(look.sentences(3)) == 4


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (((50,), (60,)), "No answer is open, and none is a range."),
        (((50,), (None,)), "1 answer is still open or not exact. It could change who comes first."),
        (
            ((None,), (None,)),
            "2 answers are still open or not exact. Each of them could change who comes first on its own.",
        ),
    ],
)
def test_how_many_could_change_who_comes_first(rows, sentence):
    assert questions(score(direct(*rows, keys=("alpha",)))).sentence() == sentence


def test_several_answers_together_may_do_what_none_does_alone():
    case = direct((70, None, 50), (30, None, 50), keys=("alpha", "beta", "gamma"))
    told = {
        weight: questions(score(case, points({"alpha": weight, "beta": 60, "gamma": 1}))).sentence()
        for weight in (99, 1)
    }
    alone = direct((80, None), (20, None), keys=("alpha", "beta"))
    both = questions(score(alone, points({"alpha": 50, "beta": 50}))).sentence()
    assert (
        both
        == "2 answers are still open or not exact. None could change who comes first on its own, but several together could."
    )
    assert told[99] != told[1]


def test_rows_hold_everything_in_full():
    table = questions(score(on_scale(PERCENT, None, 50))).table()
    assert list(table.columns[:5]) == ["kind", "opinion", "criterion", "attribute", "layer"]
    assert table.worth[0] == pytest.approx(12.5)


@pytest.mark.parametrize("name", compare.sample_names())
def test_every_sample_has_something_to_ask_in_whole_words(name):
    look = questions(score(compare.sample(name)))
    assert len(look.to_ask()) > 5
    assert "What to ask next" in str(look)
    assert not any("  " in sentence or ".." in sentence for sentence in look.sentences(50))


def test_with_one_opinion_nothing_is_said_of_who_comes_first():
    told = questions(score(case_of({"known": 5}, criteria=CRITERIA))).sentences(50)
    assert told[0] == "2 answers are still open or not exact. There is one opinion so far; comparing needs two."
    assert not any("comes first" in sentence or "other doctor" in sentence for sentence in told)
    full = questions(score(direct((50,), keys=("alpha",)))).sentence()
    assert full == "No answer is open, and none is a range. There is one opinion so far; comparing needs two."
