import pytest
from hypothesis import assume, given
from made_up import BENT, CURVE, FALLING, WORDS, case_of, direct, on_scale

from compare.scoring import score
from compare.sensitivity import what_if
from compare.values import DIRECT, Levels
from compare.weights import points

from .conftest import answered, means, reordered, scored


def flips(case, **given):
    return what_if(score(case, points(given) if given else None)).answers


def flip_of(case, opinion, **given):
    return next(flip for flip in flips(case, **given) if flip.opinion == opinion)


def scale_of(scores, flip):
    attributes = {attribute.key: attribute for attribute in scores.case.criterion(flip.criterion).attributes}
    return attributes[flip.attribute].value if flip.attribute else DIRECT


def nudged(scale, flip, by):
    """Return an answer a little beyond a flip (``by`` above 0) or before it, on the scale."""
    low, high = scale.knots[0][0], scale.knots[-1][0]
    step = by * (high - low) * (1 if flip.upward else -1)
    return min(max(flip.flips_at + step, low), high)


@given(scored())
def test_the_answer_put_into_the_case_turns_the_order_round(scores):
    found = what_if(scores)
    for flip in found.answers:
        scale = scale_of(scores, flip)
        beyond = flip.flips_at if isinstance(scale, Levels) else nudged(scale, flip, 1e-6)
        moved = means(answered(scores, flip, beyond))
        assert moved[flip.to] == max(moved.values())
        assert moved[flip.to] > moved[found.first] or flip.to == found.first


@given(scored())
def test_at_a_number_the_two_are_level_and_just_before_it_nothing_has_turned(scores):
    found = what_if(scores)
    assume(len(scores.leaders) == 1)
    for flip in found.answers:
        scale = scale_of(scores, flip)
        if not isinstance(scale, Levels):
            level, before = (means(answered(scores, flip, nudged(scale, flip, by))) for by in (0, -1e-6))
            assert level[flip.to] == pytest.approx(level[found.first], abs=1e-7)
            assert before[flip.to] <= before[found.first] + 1e-7


@given(scored())
def test_no_answer_that_is_left_out_can_turn_the_order_round(scores):
    found = what_if(scores)
    told = {(flip.opinion, flip.criterion, flip.attribute) for flip in found.answers}
    for opinion in scores.case.opinions:
        for criterion in scores.case.criteria:
            for attribute, _ in scores.case.answers(opinion, criterion):
                place = (opinion.name, criterion.key, attribute.key if attribute else None)
                scale = attribute.value if attribute else DIRECT
                if place not in told and scores.weights[criterion.key]:
                    assert not any(_turns(scores, found.first, place, end) for end in _turning_points(scale))


def _turning_points(scale):
    return list(scale.levels) if isinstance(scale, Levels) else [answer for answer, _ in scale.knots]


def _turns(scores, first, place, answer):
    class Flip:
        opinion, criterion, attribute = place

    moved = means(answered(scores, Flip, answer))
    return max(moved.values()) > moved[first] + 1e-6


@given(scored())
def test_the_smallest_move_comes_first(scores):
    moves = [round(abs(flip.move), 9) for flip in what_if(scores).answers]
    assert moves == sorted(moves)


@given(scored())
def test_an_answer_is_possible_where_it_is_open_and_never_where_it_is_exact(scores):
    assume(len(scores.leaders) == 1)
    for flip in what_if(scores).answers:
        if flip.given is None:
            assert flip.possible
        if isinstance(flip.given, float | str):
            assert not flip.possible


@given(scored())
def test_the_order_of_opinions_and_criteria_changes_nothing(scores):
    found, other = ([_facts(flip) for flip in what_if(each).answers] for each in (scores, reordered(scores)))
    assert [facts[:4] for facts in found] == [facts[:4] for facts in other]
    assert [facts[4] for facts in found] == pytest.approx([facts[4] for facts in other])


def _facts(flip):
    at = flip.flips_at if isinstance(flip.flips_at, str) else round(flip.flips_at, 6)
    return flip.opinion, flip.criterion, flip.attribute, (at if isinstance(at, str) else flip.to), flip.move


def test_direct_ratings_by_hand():
    case = direct((70, 40), (50, 30))  # half each: 55 against 40
    assert [(flip.opinion, flip.criterion, flip.flips_at) for flip in flips(case)] == [
        ("A", "alpha", 40),
        ("A", "beta", 10),
        ("B", "alpha", 80),
        ("B", "beta", 60),
    ]
    assert all(flip.to == "B" and abs(flip.move) == 30 for flip in flips(case))


def test_an_answer_that_cannot_reach_far_enough_is_left_out():
    case = direct((100, 90), (30, 20))  # half each: 95 against 25
    assert flips(case) == ()


def test_an_answer_that_counts_for_nothing_is_left_out():
    case = direct((70, 40), (50, 30))
    assert {flip.criterion for flip in flips(case, alpha=100, beta=0)} == {"alpha"}


def test_the_answer_that_reaches_just_the_end_of_its_scale_does_not_turn_it():
    assert [flip.opinion for flip in flips(on_scale(WORDS, "good", "fair"))] == ["A"]
    assert [flip.opinion for flip in flips(direct((100,), (50,)))] == ["A"]


def test_counted_answers():
    case = on_scale(BENT, "60 of 100", 20)
    flip = flip_of(case, "A")
    assert flip.flips_at == pytest.approx(20)
    assert (flip.upward, flip.possible) == (False, False)
    assert flip_of(on_scale(BENT, "3 of 6", 40), "A").possible


def test_ranges():
    flip = flip_of(on_scale(FALLING, [10, 30], 24), "A")
    assert (flip.given, flip.flips_at, flip.upward, flip.possible) == ((10.0, 30.0), pytest.approx(24), True, True)


def test_levels():
    flip = flip_of(on_scale(WORDS, "good", "fair"), "A")
    assert (flip.flips_at, flip.upward, flip.to) == ("poor", False, "B")
    assert flip_of(on_scale(WORDS, "fair", "poor"), "B").flips_at == "good"


def test_a_level_that_would_only_be_equal_does_not_turn_it():
    assert [flip.opinion for flip in flips(on_scale(WORDS, "good", "poor"))] == []


def test_a_curve():
    flip = flip_of(on_scale(CURVE, -0.5, 0.05), "B")
    assert (flip.flips_at, flip.upward) == (pytest.approx(-0.5), False)


HILL = {"curve": [[0, 0], [30, 100], [60, 40], [100, 80]]}


def test_a_curve_that_rises_and_falls_turns_at_the_nearest_answer():
    assert flip_of(on_scale(HILL, 30, 18), "A").flips_at == pytest.approx(18)  # worth 60 at 18, 50 and 75
    assert flip_of(on_scale(HILL, 40, 18), "A").flips_at == pytest.approx(50)
    flip = flip_of(on_scale(HILL, 18, 10), "B")
    assert (flip.flips_at, flip.upward) == (pytest.approx(18), True)
    assert flip_of(on_scale(HILL, 90, 60), "B").flips_at == pytest.approx(45)


def test_a_stretch_where_the_curve_is_level_is_passed():
    flat = {"curve": [[0, 0], [20, 60], [40, 60], [100, 100]]}
    assert flip_of(on_scale(flat, 30, 10), "B").flips_at == pytest.approx(40)
    assert flip_of(on_scale(flat, 100, 30), "A").flips_at == pytest.approx(20)


def test_an_answer_nobody_knows():
    flip = flip_of(direct((80,), (None,)), "B")
    assert (flip.given, flip.flips_at, flip.possible) == (None, 80, True)


def test_who_comes_first_when_the_first_falls_is_the_next():
    assert {flip.to for flip in flips(direct((80,), (50,), (60,))) if flip.opinion == "A"} == {"C"}


def test_ties_turn_at_the_answers_as_they_are():
    found = flips(direct((60,), (60,)))
    assert [(flip.opinion, flip.flips_at, flip.move, flip.to) for flip in found] == [
        ("A", 60, 0, "B"),
        ("B", 60, 0, "B"),
    ]


def test_everything_unknown_turns_with_any_answer():
    assert len(flips(case_of({}, {}, criteria=[{"key": "k"}]))) == 2
