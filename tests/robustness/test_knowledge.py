import pytest
from made_up import case_of

from compare.errors import CompareError
from compare.robustness.knowledge import knowledge
from compare.weights import points

CRITERIA = [{"key": "gamma"}, {"key": "alpha"}, {"key": "beta"}]


def people(**weights):
    return [
        {"name": name, "role": "patient" if name == "Rosa" else "", "weights": how} for name, how in weights.items()
    ]


def of(knowing, *, weights=None, person=None, **stated):
    return knowledge(case_of({}, {}, criteria=CRITERIA, people=people(**stated)), knowing, weights, person)


def test_the_order_is_bound_by_name_not_by_position():
    known = of("order", Rosa={"ranking": ["beta", "gamma", "alpha"]})
    assert known.keys == ("alpha", "beta", "gamma")
    assert known.groups == ((1,), (2,), (0,))


def test_equal_shares_have_no_order_between_them():
    known = of("order", Rosa={"points": {"alpha": 50, "beta": 80, "gamma": 50}})
    assert known.groups == ((1,), (0, 2))


def test_an_order_needs_weights():
    with pytest.raises(CompareError, match="Nobody has said in which order") as caught:
        of("order")
    assert caught.value.fix


def test_ranges_are_those_of_the_person():
    ranges = {"alpha": (80, 100), "beta": (1, 2), "gamma": (0, 50)}
    known = of("ranges", Rosa={"swing_ranges": ranges})
    assert known.ranges == ((80, 100), (1, 2), (0, 50))
    assert (known.person, known.how) == ("Rosa", "swing_ranges")


def test_weights_that_are_not_ranges_are_refused_and_somebody_who_gave_ranges_is_named():
    ranges = {"swing_ranges": {"alpha": (80, 100), "beta": (1, 2), "gamma": (0, 50)}}
    with pytest.raises(CompareError, match="not ranges") as caught:
        of("ranges", Rosa={"points": {"alpha": 50, "beta": 80, "gamma": 50}}, Ben=ranges)
    assert (caught.value.found, caught.value.fix) == ("Rosa gave points", "name a person who gave ranges: Ben")
    assert of("ranges", Rosa={"equal": True}, Ben=ranges, person="Ben").person == "Ben"


@pytest.mark.parametrize("stated", [{}, {"Rosa": {"swing_ranges": {"alpha": (8, 9), "beta": (1, 2), "gamma": (0, 5)}}}])
def test_weights_of_a_call_are_never_ranges(stated):
    with pytest.raises(CompareError, match="not ranges") as caught:
        of("ranges", weights=points({"alpha": 1, "beta": 1, "gamma": 1}), **stated)
    assert caught.value.found == "weights in the call itself"


def test_somebody_without_weights_and_nobody_are_told_apart():
    equal = {"equal": True}
    for stated, person, found in (({"Ben": None}, "Ben", "Ben gave no weights"), ({}, None, "nobody gave weights")):
        with pytest.raises(CompareError, match="not ranges") as caught:
            of("ranges", person=person, **stated)
        assert caught.value.found == found
    with pytest.raises(CompareError) as caught:
        of("ranges", Rosa=equal)
    assert caught.value.found == "Rosa gave equal"


def test_weights_are_labelled_where_nobody_gave_any():
    assert of("weights").how is None
    assert of("weights").shares == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert of("weights", Rosa={"equal": True}).how == "equal"


def test_weights_of_a_call_are_bound_by_name():
    known = of("weights", weights=points({"beta": 30, "gamma": 60, "alpha": 10}))
    assert known.shares == pytest.approx((0.1, 0.3, 0.6))


@pytest.mark.parametrize("knowing", ["nothing", "order", "weights"])
def test_wrong_names_are_refused_whatever_is_known(knowing):
    with pytest.raises(CompareError, match="not a criterion"):
        of(knowing, weights=points({"beta": 30, "delta": 60}))
    with pytest.raises(CompareError, match="not a person"):
        of(knowing, person="Nobody")


def test_an_unknown_kind_of_knowledge_is_refused():
    with pytest.raises(CompareError) as caught:
        of("ordr")
    assert caught.value.fix == "did you mean `order`?"


@pytest.mark.parametrize(
    ("ranges", "point"),
    [
        ({"alpha": (50, 50), "beta": (50, 50), "gamma": (0, 0)}, (0.5, 0.5, 0)),
        ({"alpha": (0, 0), "beta": (2, 50), "gamma": (0, 0)}, (0, 1, 0)),
        ({"alpha": (0, 0), "beta": (2, 50), "gamma": (0, 9)}, None),
    ],
)
def test_ranges_may_leave_only_one_set_of_weights(ranges, point):
    assert of("ranges", Rosa={"swing_ranges": ranges}).point == point


def test_ranges_too_small_to_tell_from_nothing_are_none():
    ranges = {"alpha": (0, 1e-300), "beta": (50, 50 + 1e-12), "gamma": (0, 50)}
    assert of("ranges", Rosa={"swing_ranges": ranges}).ranges == ((0, 0), (50 + 1e-12, 50 + 1e-12), (0, 50))
