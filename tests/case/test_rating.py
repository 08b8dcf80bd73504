import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import texts
from pydantic import ValidationError

from compare.answers import NOT_KNOWN, Count
from compare.case import NOT_ASKED, Rating

read = Rating.model_validate


@pytest.mark.parametrize(
    ("raw", "answer", "why"),
    [
        (70, 70.0, None),
        ("8 of 129", Count(8, 129), None),
        ([50, 65], (50.0, 65.0), None),
        ("2A", "2A", None),
        (None, None, "not asked"),
        ({}, None, "not asked"),
        ("Asked, no answer", None, "asked, no answer"),
        ({"answer": "not applicable"}, None, "not applicable"),
        ({"words": "quite common"}, None, "words only"),
        ({"words": "quite common", "why": "not asked"}, None, "not asked"),
        ({"answer": 3, "words": "three"}, 3.0, None),
    ],
)
def test_short_and_long_answers(raw, answer, why):
    assert (read(raw).answer, read(raw).why) == (answer, why)
    assert read(raw).known == (answer is not None)


@pytest.mark.parametrize("word", ["common", "rare", "good prognosis"])
def test_a_word_never_becomes_a_number(word):
    assert read({"words": word}).answer is None
    assert read({"words": word}).words == word


@pytest.mark.parametrize(
    "raw", [True, [1, 2, 3], {"answer": 3, "why": "not asked"}, {"why": "because"}, {"anwser": 3}, {"answer": {}}]
)
def test_not_a_rating(raw):
    with pytest.raises(ValidationError):
        read(raw)


sources = st.fixed_dictionaries(
    {}, optional={"said_by": texts, "words": texts, "written": st.booleans(), "time": texts, "group": texts}
)


@given(st.one_of(st.floats(0, 9), st.sampled_from(["8 of 129", "2A", *NOT_KNOWN]), st.just([1, 2])), sources)
def test_written_and_read_back(answer, source):
    rating = read({"answer": answer, **source})
    assert read(rating.model_dump()) == rating


def test_bare_answers_are_written_bare():
    assert [read(raw).model_dump() for raw in (70, "8 of 129", "not asked", [1, 2.5])] == [
        70,
        "8 of 129",
        "not asked",
        [1, 2.5],
    ]
    assert NOT_ASKED.model_dump() == "not asked"
