import pytest

from compare.case import Criterion, built_in_criteria
from compare.cohort import Format
from compare.errors import CompareError


def test_every_question_has_its_columns():
    form = Format.of(["case", "opinion", "goals__chance"])
    asked = {asked.column for asked in form.questions}
    expected = {f"{c.key}__{a.key}" for c in built_in_criteria() for a in c.attributes}
    assert asked == expected | {f"rating__{c.key}" for c in built_in_criteria()}


def test_shares_of_a_criterion_add_up_to_1():
    form = Format.of(["case", "opinion", "goals__chance"])
    for key in form.keys:
        assert sum(asked.share for asked, _ in form.by_criterion[key] if asked.attribute) == pytest.approx(1)


def test_columns_are_told_apart_by_what_they_hold():
    names = [
        "case",
        "opinion",
        "kind",
        "stage",
        "note__x",
        "goals__goal_fit",
        "goals__chance_low",
        "goals__chance_high",
    ]
    form = Format.of(names)
    assert form.word_columns == ("goals__goal_fit",)
    assert form.number_columns == ("goals__chance_low", "goals__chance_high")
    assert form.kept == ("case", "opinion", "kind")


def test_criteria_whose_columns_could_be_taken_for_one_another_are_refused():
    scale = {"linear": {"worst": 0, "best": 1}}
    own = [Criterion(key="a", attributes=[{"key": "x", "value": scale}, {"key": "x_low", "value": scale}])]
    with pytest.raises(CompareError, match="columns of the same name"):
        Format.of(["case", "opinion", "a__x"], own)


def test_a_criterion_named_like_a_layer_is_no_trouble():
    form = Format.of(["case", "opinion", "practicality", "rating__practicality"])
    assert form.answer_columns == ("rating__practicality",)
