import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.answers import NOT_KNOWN, Count, parse_answer, plain_answer, plain_number
from compare.errors import CompareError


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        (70, 70.0),
        ("70", 70.0),
        (" 2A ", "2A"),
        ("8 of 129", Count(8, 129)),
        (" 0 of 5 ", Count(0, 5)),
        ([50, 65], (50.0, 65.0)),
        (["poor", "fair"], ("poor", "fair")),
        ([5, 5], (5.0, 5.0)),
        ("no", "no"),
        (None, None),
        *((word, None) for word in NOT_KNOWN),
    ],
)
def test_every_form(raw, answer):
    assert parse_answer(raw) == answer


@pytest.mark.parametrize(
    "raw", [True, False, {}, {"a": 1}, [1], [1, 2, 3], [], [65, 50], "9 of 8", "0 of 0", [[1, 2], 3], [True, 3]]
)
def test_not_an_answer(raw):
    with pytest.raises(CompareError) as caught:
        parse_answer(raw)
    assert caught.value.found
    assert caught.value.allowed


@pytest.mark.parametrize("raw", [float("nan"), float("inf"), float("-inf")])
def test_no_answer_is_infinite(raw):
    with pytest.raises(CompareError):
        parse_answer(raw)


@pytest.mark.parametrize("raw", ["1e400", ["0", "1e400"]])
def test_no_answer_in_quotes_is_infinite(raw):
    with pytest.raises(CompareError):
        parse_answer(raw)


def test_a_range_the_wrong_way_round_is_refused_with_the_right_one():
    with pytest.raises(CompareError, match=r"write \[50, 65\]"):
        parse_answer([65, 50])


def test_eight_of_129_is_six_of_100():
    assert Count(8, 129).of_100 == pytest.approx(6.2016, abs=1e-4)
    assert str(Count(8, 129)) == "8 of 129"


@pytest.mark.parametrize(("number", "plain"), [(50.0, "50"), (62.5, "62.5"), (-0.7, "-0.7"), (1e300, "1e+300")])
def test_whole_numbers_are_written_without_a_point(number, plain):
    assert str(plain_number(number)) == plain


single = st.one_of(st.floats(-1e6, 1e6), st.sampled_from(["poor", "2A", "no"]))


@given(
    st.one_of(
        single, st.tuples(st.floats(-9, 0), st.floats(0, 9)), st.builds(Count, st.integers(0, 5), st.integers(5, 99))
    )
)
def test_written_and_read_back(answer):
    assert parse_answer(plain_answer(answer)) == answer
