import itertools

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from made_up import case_of, direct

from compare.errors import CompareError
from compare.scoring import CLOSE_GAP, score
from compare.sensitivity import trade_off
from compare.weights import points

from .conftest import KEYS, means, rated, reordered

THREE = ("alpha", "beta", "gamma")


def look(*rows, across=None, up=None, **given):
    return trade_off(score(direct(*rows), points(given) if given else None), across, up)


def area(polygon):
    """Return the area of a polygon: triangles about its first corner."""
    corners = np.array(polygon)
    return sum(
        abs(np.linalg.det(np.array([b - corners[0], c - corners[0]]))) / 2 for b, c in itertools.pairwise(corners[1:])
    )


def middle(polygon):
    return np.array(polygon).mean(axis=0)


def inside(point, polygon):
    """Tell whether a point lies in a convex polygon given anticlockwise."""
    corners = np.array(polygon)
    sides = np.roll(corners, -1, axis=0) - corners
    to = np.array(point) - corners
    return bool((sides[:, 0] * to[:, 1] - sides[:, 1] * to[:, 0] >= -1e-9).all())


def weighed(found, point):
    """Return the mean totals at a point of the map, straight from the sum."""
    scores = found.scores
    rest = [key for key in scores.case.keys if key not in {found.across, found.up}]
    left = sum(scores.weights[key] for key in rest)
    parts = {key: scores.weights[key] / left if left else 1 / len(rest) for key in rest}
    given = {
        found.across: point[0],
        found.up: point[1],
        **{key: (1 - sum(point)) * part for key, part in parts.items()},
    }
    return means(score(scores.case, points({key: 100 * max(0.0, share) for key, share in given.items()})))


maps = rated(least=3, most=6).map(trade_off)


@given(maps)
def test_the_regions_fill_the_triangle(found):
    assert sum(area(region.ahead) for _, region in found.groups if region.share) == pytest.approx(1 / 2, abs=1e-9)


@given(maps)
def test_the_shares_are_areas(found):
    for region in found.regions:
        assert region.share == pytest.approx(2 * area(region.ahead) if region.share else 0, abs=1e-9)
        assert region.clear_share == pytest.approx(2 * area(region.clear) if region.clear_share else 0, abs=1e-9)


@given(maps, st.lists(st.integers(1, 100), min_size=12, max_size=12))
def test_inside_a_region_its_opinion_is_first(found, mix):
    for region in found.regions:
        if region.share:
            part = np.array(mix[: len(region.ahead)]) / sum(mix[: len(region.ahead)])
            for point in (middle(region.ahead), part @ np.array(region.ahead)):
                totals = weighed(found, point)
                assert totals[region.opinion] >= max(totals.values()) - 1e-9


@given(maps)
def test_where_it_is_clear_the_lead_is_more_than_a_close_call(found):
    for region in found.regions:
        for corner in region.clear:
            assert inside(corner, region.ahead)
            totals = weighed(found, corner)
            assert all(
                totals[region.opinion] - total >= CLOSE_GAP - 1e-7
                for name, total in totals.items()
                if name != region.opinion
            )


@given(maps)
def test_where_it_is_not_clear_somebody_is_close(found):
    for region in found.regions:
        outer = [corner for corner in region.ahead if not region.clear or not inside(corner, region.clear)]
        for corner in outer:
            totals = weighed(found, corner)
            assert any(
                totals[region.opinion] - total < CLOSE_GAP + 1e-7
                for name, total in totals.items()
                if name != region.opinion
            )


@given(maps)
def test_the_present_weights_lie_in_the_region_of_the_first(found):
    weights = found.scores.weights
    assert found.here == (weights[found.across], weights[found.up])
    assume(len(found.scores.leaders) == 1)
    first = next(region for region in found.regions if region.opinion == found.scores.leaders[0])
    assert inside(found.here, first.ahead)


@given(rated(least=3, most=6))
def test_the_order_of_opinions_and_criteria_changes_nothing(scores):
    across, up = sorted(scores.case.keys)[:2]
    found, other = trade_off(scores, across, up), trade_off(reordered(scores), across, up)
    shares = {region.opinion: region.share for region in found.regions}
    assert {region.opinion: region.share for region in other.regions} == pytest.approx(shares, abs=1e-9)


def test_half_and_half_by_hand():
    found = look((80, 0, 50), (0, 80, 50), across="alpha", up="beta", alpha=20, beta=30, gamma=50)
    assert [set(region.ahead) for region in found.regions] == [
        {(0, 0), (1, 0), (0.5, 0.5)},
        {(0, 0), (0.5, 0.5), (0, 1)},
    ]
    assert [region.share for region in found.regions] == [pytest.approx(0.5), pytest.approx(0.5)]
    assert found.here == (pytest.approx(0.2), pytest.approx(0.3))
    assert [region.clear_share for region in found.regions] == [pytest.approx((15 / 16) ** 2 / 2)] * 2


def test_the_two_between_which_the_least_weight_turns_it_are_shown_where_none_is_named():
    scores = score(direct((80, 0, 50), (0, 80, 50)), points({"alpha": 40, "beta": 10, "gamma": 50}))
    assert (trade_off(scores).across, trade_off(scores).up) == ("alpha", "beta")
    assert (trade_off(scores, up="beta").across, trade_off(scores, "gamma").up) == ("alpha", "alpha")


def test_the_two_heaviest_are_shown_where_nothing_turns_it():
    scores = score(direct((80, 60, 50), (0, 50, 50)), points({"alpha": 10, "beta": 50, "gamma": 40}))
    assert (trade_off(scores).across, trade_off(scores).up) == ("beta", "gamma")


def test_where_the_two_are_all_that_counts_the_others_count_the_same():
    found = look((0, 0, 90, 30), (50, 50, 20, 80), across="alpha", up="beta", alpha=50, beta=50, gamma=0, delta=0)
    totals = weighed(found, (0, 0))
    assert totals == {"A": 60, "B": 50}
    assert (0, 0) in found.regions[0].ahead


def test_equal_opinions_share_a_region():
    found = look((50, 20, 50), (50, 20, 50), (20, 60, 50))
    assert [names for names, _ in found.groups] == [("A", "B"), ("C",)]
    assert found.regions[0].ahead == found.regions[1].ahead


def test_everything_unknown_is_one_region_of_all():
    found = trade_off(score(case_of({}, {}, {})))
    assert [(names, region.share) for names, region in found.groups] == [(("A", "B", "C"), 1)]


def test_one_opinion_has_the_whole_map():
    assert [region.clear_share for region in look((50, 20, 10)).regions] == [1]


def test_who_is_never_first_has_no_region():
    assert look((90, 90, 90), (10, 10, 10)).regions[1].ahead == ()


@pytest.mark.parametrize(
    ("keys", "named", "problem"),
    [
        (2, {}, "third criterion"),
        (3, {"across": "alfa"}, "criterion of this case"),
        (3, {"across": "alpha", "up": "alpha"}, "two criteria"),
    ],
)
def test_what_is_no_map(keys, named, problem):
    scores = score(direct((10,) * keys, (20,) * keys, keys=KEYS))
    with pytest.raises(CompareError, match=problem):
        trade_off(scores, **named)


def test_a_map_is_a_table_for_people_and_for_analysts():
    found = look((90, 10, 10), (10, 90, 90), (0, 0, 0), across="alpha", up="beta")
    assert found.shown()[1:] == [
        ("A", "25 of 100", "22 of 100"),
        ("B", "75 of 100", "72 of 100"),
        ("C", "0 of 100", "0 of 100"),
    ]
    assert found.table()["share_of_map"].tolist() == pytest.approx([0.25, 0.75, 0])
    assert found.heading() == "Who comes first, for every weight of alpha and beta"


def test_the_sentences_of_a_map():
    found = look((90, 10, 10), (10, 90, 90), (0, 0, 0), across="alpha", up="beta", alpha=60, beta=20, gamma=20)
    assert found.sentences() == [
        "By the weights given, A comes first now.",
        "Of 100 evenly spread ways to weigh alpha, beta and the rest, 75 put B first and 25 put A first.",
        "C comes first nowhere on this map.",
    ]
    assert found.sentence() == found.sentences()[0]
    assert all(sentence in str(found).replace("\n", " ") for sentence in found.sentences())


def test_first_everywhere_is_said():
    found = look((90, 90, 90), (10, 10, 10), across="alpha", up="beta")
    assert found.sentences()[1:] == ["Every way to share the weight between alpha, beta and the rest puts A first."]


def test_the_sentences_of_a_map_without_anything_to_compare():
    assert look((50, 20, 10)).sentences() == ["There is one opinion so far, so nothing can change who comes first."]
    assert "Nothing is known yet about A and B." in trade_off(score(case_of({}, {}))).sentence()
    assert "A and B come out equal now" in look((50, 20, 10), (20, 50, 10), alpha=50, beta=50, gamma=0).sentence()
