"""The list of steps: every step of the data is whole, and says when and what in plain words."""

from __future__ import annotations

from importlib.resources import files

import pytest
from ruamel.yaml import YAML

from compare.preparation.steps import VISIT, lead_time, usual_steps

DATA = YAML(typ="safe", pure=True).load(files("compare").joinpath("data", "plan.yaml").read_text("utf-8"))


def test_the_steps_are_those_of_the_data():
    assert [(step.key, step.label, list(step.weeks)) for step in usual_steps()] == [
        (each["key"], each["label"], each["weeks"]) for each in DATA["steps"]
    ]
    assert lead_time() == tuple(DATA["lead_time"]["weeks"]) == (2, 4)


@pytest.mark.parametrize("each", DATA["steps"], ids=lambda each: each["key"])
def test_every_step_is_whole_and_names_its_source(each):
    assert 1 <= each["weeks"][0] <= each["weeks"][1]
    assert each["to_do"]
    assert each["at_hand"]
    assert each["source"].startswith("S")


def test_one_step_brings_the_second_opinion():
    assert [step.key for step in usual_steps()].count(VISIT) == 1


def test_a_step_that_is_over_is_not_open():
    step = usual_steps()[0]
    assert step.is_open
    assert step.when == "week 1"
