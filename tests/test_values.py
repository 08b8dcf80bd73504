import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made_up import SCALES, WORDS, answers
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from scipy import integrate, stats

from compare.answers import Count
from compare.errors import CompareError
from compare.values import DIRECT, Curve, Levels, Linear, Value, ValueFunction


def scale_of(tree):
    return TypeAdapter(ValueFunction).validate_python(tree)


def curve_of(entry, **more):
    return Curve(points=[(x, 100 * v) for x, v in zip(entry["x"], entry["v"], strict=True)], **more)


def test_published_values(oracle):
    entries = [entry for entry in oracle("value_functions")["cases"] if entry.get("out_of_range") != "extrapolate"]
    for entry in entries:
        scale = curve_of(entry, outside=entry.get("out_of_range", "error"))
        for answer, value in entry["at"].items():
            assert scale(float(answer)) == pytest.approx(100 * value, abs=1e-9)
    assert len(entries) == 6


def test_published_straight_lines(oracle):
    for entry in [entry for entry in oracle("value_functions")["cases"] if len(entry["x"]) == 2]:
        (worst, best) = entry["x"] if entry["v"] == [0, 1] else reversed(entry["x"])
        for answer, value in entry["at"].items():
            assert Linear(worst=worst, best=best)(float(answer)) == pytest.approx(100 * value, abs=1e-9)


def test_no_value_beyond_the_ends_is_made_up(oracle):
    entry = next(entry for entry in oracle("value_functions")["cases"] if entry.get("out_of_range") == "extrapolate")
    with pytest.raises(CompareError):
        curve_of(entry, outside="extrapolate")
    for answer in entry["at"]:
        with pytest.raises(CompareError, match="off its scale"):
            curve_of(entry)(float(answer))


@pytest.mark.parametrize(
    ("answer", "found"), [(65.0000001, "65.0000001"), (Count(8, 129), "8 of 129, that is 6.2 of 100")]
)
def test_an_answer_off_its_scale_is_found_as_it_stands(answer, found):
    with pytest.raises(CompareError) as caught:
        Linear(worst=45, best=65).value(answer)
    assert caught.value.found == found


@pytest.mark.parametrize(("answer", "value"), [("poor", 0), ("fair", 60), ("good", 100)])
def test_levels(answer, value):
    assert scale_of(WORDS)(answer) == value


def test_an_unknown_level_brings_a_suggestion():
    with pytest.raises(CompareError, match="did you mean `good`"):
        scale_of(WORDS)("god")


@pytest.mark.parametrize("answer", [1.0, "1", "2A"])
def test_a_level_may_look_like_a_number(answer):
    assert Levels(levels={"1": 100, "2A": 75, "2B": 50}).value(answer).interval.low >= 75


@pytest.mark.parametrize("word", ["1000000", "1.0", "007", "2.10"])
def test_every_level_can_be_chosen(word):
    from compare.answers import parse_answer

    assert Levels(levels={word: 40, "other": 0}).value(parse_answer(word)) == Value.exact(40)


def test_a_level_that_cannot_be_chosen_is_refused():
    with pytest.raises(CompareError):
        Levels(levels={"yes": 100, "no": 0, "not known": 50})


@pytest.mark.parametrize("tree", SCALES)
def test_nobody_knows_is_as_wide_as_the_scale(tree):
    interval = scale_of(tree).value(None).interval
    assert (interval.low, interval.mean, interval.high) == (0, 50, 100)


@pytest.mark.parametrize("tree", SCALES)
def test_a_scale_written_and_read_back_is_the_same(tree):
    assert scale_of(scale_of(tree).model_dump()) == scale_of(tree)


def test_the_ends_of_a_range_become_bounds_and_the_mean_follows_the_bends():
    interval = Curve(points=[(0, 0), (20, 60), (100, 100)]).value((10.0, 60.0)).interval
    mean = integrate.quad(Curve(points=[(0, 0), (20, 60), (100, 100)]), 10, 60, points=[20])[0] / 50
    assert (interval.low, interval.high) == (30, 80)
    assert interval.mean == pytest.approx(mean, abs=1e-9)


def test_a_range_over_the_top_of_a_curve_reaches_the_top():
    interval = Curve(points=[(0, 0), (50, 100), (100, 20)]).value((40.0, 80.0)).interval
    assert (interval.low, interval.high) == (pytest.approx(52), 100)


def test_eight_of_129_counts_as_beta_9_122():
    interval = DIRECT.value(Count(8, 129)).interval
    assert interval.mean == pytest.approx(100 * 9 / 131)
    assert interval.low == pytest.approx(100 * stats.beta(9, 122).ppf(0.025))
    assert interval.high == pytest.approx(100 * stats.beta(9, 122).ppf(0.975))


KINKED = {
    "rising": Curve(points=[(0, 0), (20, 60), (100, 100)]),
    "falling": Linear(worst=80, best=0, outside="clip"),
    "short": Linear(worst=45, best=65, outside="clip"),
    "hill": Curve(points=[(0, 0), (30, 100), (100, 20)]),
}


@pytest.mark.parametrize("scale", KINKED.values(), ids=KINKED)
@pytest.mark.parametrize(
    ("k", "n"), [(0, 1), (0, 40), (1, 2), (8, 129), (77, 129), (129, 129), (541, 553), (5000, 9000)]
)
def test_the_mean_of_a_counted_answer_is_the_integral(scale, k, n):
    chance = stats.beta(k + 1, n - k + 1)
    edges = sorted(
        {0.0, 1.0, *(min(max(x / 100, 0), 1) for x, _ in scale.knots), *chance.ppf([1e-9, 0.01, 0.5, 0.99, 1 - 1e-9])}
    )
    pieces = itertools.pairwise(edges)
    mean = sum(integrate.quad(lambda p: scale._line(100 * p) * chance.pdf(p), *piece)[0] for piece in pieces)
    assert scale.value(Count(k, n)).interval.mean == pytest.approx(mean, abs=1e-5)


def test_the_mean_lies_between_the_bounds_where_the_scale_is_flat_in_the_middle():
    interval = Curve(points=[(0, 0), (95, 0), (100, 100)]).value(Count(1, 2)).interval
    assert interval.low <= interval.mean <= interval.high


@pytest.mark.parametrize("answer", [Count(100, 129), (10.0, 90.0), 90.0])
def test_an_answer_off_its_scale_is_refused_or_clipped(answer):
    with pytest.raises(CompareError, match="20 to 60"):
        Linear(worst=20, best=60).value(answer)
    assert Linear(worst=20, best=60, outside="clip").value(answer).interval.high == pytest.approx(100, abs=1e-9)


def test_a_counted_answer_on_the_scale_may_draw_beyond_it():
    assert Linear(worst=5, best=60).value(Count(8, 129)).interval.low == 0


@pytest.mark.parametrize("tree", SCALES)
def test_bounds_hold_the_mean_and_the_pieces_add_up(tree):
    @given(answers(tree))
    def check(raw):
        from compare.answers import parse_answer

        value = scale_of(tree).value(parse_answer(raw))
        assert -1e-9 <= value.interval.low <= value.interval.mean + 1e-9 <= value.interval.high + 2e-9 <= 100 + 3e-9
        assert sum(share for share, *_ in value.pieces) == pytest.approx(1)

    check()


@pytest.mark.parametrize(
    "tree",
    [
        {},
        {"linear": {"worst": 0, "best": 1}, "curve": [[0, 0], [1, 1]]},
        {"linear": {"worst": 5, "best": 5}},
        {"linear": {"worst": 5}},
        {"linear": {"worst": 0, "best": 1, "middle": 2}},
        {"linear": [0, 100]},
        {"curve": [[0, 0]]},
        {"curve": [[0, 0], [0, 100]]},
        {"curve": [[0, 0], [1, 101]]},
        {"curve": [[0, 0, 0], [1, 1, 1]]},
        {"levels": {"only": 0}},
        {"levels": {"a": 0, "b": 101}},
        {"levels": {"a": 0, "b": True}},
        {"square": 1},
        "linear",
        None,
        {"linear": {"worst": 0, "best": 1}, "outside": "ignore"},
    ],
)
def test_not_a_scale(tree):
    with pytest.raises((ValidationError, PydanticCustomError)):
        scale_of(tree)


@pytest.mark.parametrize("tree", [{"linear": {"worst": -1e308, "best": 1e308}}, {"curve": [[-1e308, 0], [1e308, 100]]}])
def test_no_scale_gives_anything_but_a_number(tree):
    with pytest.raises(ValidationError, match="not an ordinary number"):
        scale_of(tree)


@given(st.floats(-0.7, 0.4), st.floats(-0.7, 0.4))
def test_a_falling_curve_never_rises(first, second):
    curve = Curve(points=[(-0.7, 100), (-0.3, 50), (0.4, 0)])
    assert curve(min(first, second)) >= curve(max(first, second))


@pytest.mark.parametrize(
    ("scale", "given", "wanted", "falling", "expected"),
    [
        (KINKED["rising"], 60.0, 30, True, (10, False)),
        (KINKED["rising"], 60.0, 90, False, (80, True)),
        (KINKED["falling"], 20.0, 50, True, (40, True)),
        (KINKED["falling"], 60.0, 50, False, (40, False)),
        (KINKED["hill"], 30.0, 60, True, (18, False)),
        (KINKED["hill"], 50.0, 60, True, (65, True)),
        (KINKED["hill"], 90.0, 60, False, (65, False)),
        (KINKED["hill"], 1.0, 60, False, (18, True)),
        (KINKED["falling"], None, 25, True, (60, True)),
        (KINKED["rising"], (10.0, 30.0), 45, True, (15, False)),
        (KINKED["rising"], Count(60, 100), 30, True, (10, False)),
        (KINKED["rising"], 60.0, 0, True, None),
        (KINKED["rising"], 60.0, 100, False, None),
        (KINKED["hill"], 90.0, 100, False, None),
        (Curve(points=[(0, 0), (20, 60), (40, 60), (100, 100)]), 10.0, 60, False, (40, True)),
        (Curve(points=[(0, 0), (20, 60), (40, 60), (100, 100)]), 90.0, 60, True, (20, False)),
    ],
)
def test_where_a_number_turns(scale, given, wanted, falling, expected):
    found = scale.turning(given, wanted, falling=falling)
    assert found == (expected and (pytest.approx(expected[0]), expected[1]))


@pytest.mark.parametrize(
    ("wanted", "falling", "expected"),
    [
        (70, True, ("fair", False)),
        (60, True, ("poor", False)),
        (60 + 1e-12, True, ("poor", False)),
        (0, True, None),
        (59, False, ("fair", True)),
        (60, False, ("good", True)),
        (100, False, None),
    ],
)
def test_where_a_level_turns(wanted, falling, expected):
    assert scale_of(WORDS).turning("good", wanted, falling=falling) == expected


@given(
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 100)), min_size=2, max_size=6, unique_by=lambda knot: knot[0]
    ),
    st.floats(0, 1),
    st.floats(1, 99),
    st.booleans(),
)
def test_the_number_where_it_turns_is_the_nearest_one_beyond_which_it_passes(knots, part, wanted, falling):
    scale = Curve(points=knots)
    assume(scale.ends[0] < wanted < scale.ends[1])
    low, high = scale.knots[0][0], scale.knots[-1][0]
    given = low + part * (high - low)
    found = scale.turning(given, wanted, falling=falling)
    passed = [
        x for x in np.linspace(low, high, 401) if (scale(x) < wanted - 1e-6 if falling else scale(x) > wanted + 1e-6)
    ]
    answer, upward = found
    assert scale(answer) == pytest.approx(wanted, abs=1e-6)
    just = min(max(answer + (1e-4 if upward else -1e-4), low), high)
    assert scale(just) < wanted if falling else scale(just) > wanted
    if (scale(given) >= wanted) if falling else (scale(given) <= wanted):
        assert all(abs(x - given) >= abs(answer - given) - 1e-6 for x in passed)


@pytest.mark.parametrize(
    ("tree", "anchors"),
    [
        ({"linear": {"worst": 45, "best": 65}}, ((45, 0), (65, 100))),
        ({"linear": {"worst": 80, "best": 0}}, ((80, 0), (0, 100))),
        ({"curve": [[0, 0], [50, 100], [100, 20]]}, ((0, 0), (50, 100))),
        ({"curve": [[0, 90], [5, 90], [10, 10], [20, 10]]}, ((20, 10), (0, 90))),
        ({"levels": {"good": 100, "fair": 60, "poor": 0, "bad": 0}}, (("bad", 0), ("good", 100))),
    ],
)
def test_the_anchors_are_the_answers_that_are_worth_least_and_most(tree, anchors):
    scale = scale_of(tree)
    assert scale.anchors == anchors
    assert scale.ends == tuple(value for _, value in anchors)
    assert tuple(scale(answer) for answer, _ in anchors) == scale.ends
