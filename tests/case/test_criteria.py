import re

import pytest
from made_up import PERCENT, WORDS
from pydantic import ValidationError

from compare.answers import Count
from compare.case import Attribute, Criterion, built_in_criteria
from compare.errors import CompareError
from compare.values import Levels

ATTRIBUTES = [attribute for criterion in built_in_criteria() for attribute in criterion.attributes]


def test_the_five_criteria():
    assert [criterion.key for criterion in built_in_criteria()] == [
        "rationale",
        "experience",
        "goals",
        "side_effects",
        "practicality",
    ]
    assert all(3 <= len(criterion.attributes) <= 5 for criterion in built_in_criteria())


@pytest.mark.parametrize("scale", [*built_in_criteria(), *ATTRIBUTES], ids=lambda scale: scale.key)
def test_each_has_a_label_a_question_both_anchors_somebody_to_ask_and_a_source(scale):
    assert all((scale.label, scale.question.endswith("?"), scale.ask, scale.worst, scale.best, scale.source))
    assert scale.label != scale.key
    assert len(scale.label) <= 28


@pytest.mark.parametrize("attribute", ATTRIBUTES, ids=lambda attribute: attribute.key)
def test_each_scale_runs_from_0_to_100(attribute):
    assert attribute.value.ends == (0, 100)
    assert attribute.worth(None).interval.width == 100


@pytest.mark.parametrize(
    "attribute", [a for a in ATTRIBUTES if isinstance(a.value, Levels)], ids=lambda attribute: attribute.key
)
def test_every_level_can_be_chosen(attribute):
    for word, value in attribute.value.levels.items():
        assert attribute.worth(word).interval.mean == value


@pytest.mark.parametrize("key", ["chance", "serious", "lasting"])
def test_chances_take_counts(key):
    attribute = next(attribute for attribute in ATTRIBUTES if attribute.key == key)
    mean = attribute.worth(Count(8, 129)).interval.mean
    assert mean == pytest.approx(900 / 131) or mean == pytest.approx(100 - 900 / 131)


def test_shares_within_a_criterion_add_up():
    criterion = Criterion(
        key="k", attributes=[{"key": "a", "value": PERCENT, "share": 3}, {"key": "b", "value": WORDS}]
    )
    assert criterion.shares == {"a": 0.75, "b": 0.25}


@pytest.mark.parametrize(
    ("scale", "anchors"),
    [
        (Attribute(key="a", value=WORDS), ("poor", "good")),
        (Attribute(key="a", value={"linear": {"worst": 45, "best": 5}}, unit="days"), ("45 days", "5 days")),
        (Attribute(key="a", value=PERCENT, worst="none", best="all"), ("none", "all")),
        (Criterion(key="k"), ("0", "100")),
        (
            Criterion(key="k", attributes=[{"key": "a", "value": WORDS}, {"key": "b", "value": PERCENT}]),
            ("poor; 0", "good; 100"),
        ),
    ],
)
def test_anchors_in_words(scale, anchors):
    assert scale.anchors == anchors


@pytest.mark.parametrize(
    "tree",
    [
        {"key": "k", "attributes": [{"key": "a", "value": PERCENT}, {"key": "A", "value": PERCENT}]},
        {"key": "k", "attributes": [{"key": "a", "value": PERCENT, "share": 0}]},
        {"key": "k", "attributes": [{"key": "a", "value": PERCENT, "share": -1}]},
        {"key": "k", "attributes": [{"key": "answer", "value": PERCENT}]},
        {"key": "k", "attributes": [{"key": "words", "value": PERCENT}]},
        {"key": "k", "attributes": [{"key": "a"}]},
        {"key": "a over b"},
        {"label": "no key"},
    ],
)
def test_criteria_that_cannot_be_used(tree):
    with pytest.raises(ValidationError):
        Criterion.model_validate(tree)


@pytest.mark.parametrize("value", [{}, "linear", {"linear": {"worst": 0, "best": 1}, "curve": [[0, 0], [1, 1]]}])
def test_a_scale_of_no_single_kind_is_refused_as_part_of_a_criterion(value):
    with pytest.raises(CompareError):
        Criterion(key="k", attributes=[{"key": "a", "value": value}])


def test_a_direct_rating_is_0_to_100():
    assert Criterion.direct(70.0).interval.mean == 70
    with pytest.raises(CompareError):
        Criterion.direct(101.0)


@pytest.mark.parametrize(("unit", "takes"), [("", True), ("of 100 people", True), ("weeks", False)])
def test_a_count_is_only_for_scales_of_people(unit, takes):
    attribute = Attribute(key="a", value=PERCENT, unit=unit)
    if takes:
        assert attribute.worth(Count(8, 129)).interval.width > 0
        return
    with pytest.raises(CompareError) as caught:
        attribute.worth(Count(8, 129))
    assert (caught.value.found, caught.value.fix) == ("8 of 129", "write a number or a range of weeks")


@pytest.mark.parametrize("criterion", built_in_criteria(), ids=lambda criterion: criterion.key)
def test_the_ends_of_a_criterion_name_the_ends_of_all_its_questions(criterion):
    for end in (criterion.worst, criterion.best):
        parts = re.split(r"\. |, | and ", end)
        assert len(parts) >= len(criterion.attributes)


@pytest.mark.parametrize("unit", ["", "of 100 people", "%", "percent", "people per 100"])
def test_a_count_fits_a_scale_out_of_100(unit):
    attribute = Attribute(key="a", unit=unit, value={"linear": {"worst": 0, "best": 100}})
    assert attribute.worth(Count(8, 129)).interval.low < 6.2


@pytest.mark.parametrize("unit", ["weeks", "days of the first 90", "steps"])
def test_a_count_does_not_fit_another_scale(unit):
    attribute = Attribute(key="a", unit=unit, value={"linear": {"worst": 0, "best": 100}})
    with pytest.raises(CompareError, match="read out of 100"):
        attribute.worth(Count(8, 129))
