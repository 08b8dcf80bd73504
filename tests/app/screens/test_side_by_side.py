import json

import pytest

from compare.app.acts import act
from compare.app.screens.side_by_side import OUTCOME, blocks
from compare.app.state import State
from compare.case import Case
from compare.samples import sample
from compare.words import seeing as told


@pytest.fixture
def state():
    return State(sample("prostate"))


def plain(state):
    return [block.plain() for block in blocks(state)]


def kinds(found):
    return [block["kind"] for group in found for block in group.get("blocks", [group])]


def test_the_first_thing_is_where_they_differ_and_what_settles_it(state):
    first = plain(state)[0]
    assert [block["kind"] for block in first["blocks"]][:3] == ["text", "table", "points"]
    assert first["blocks"][1]["heads"][1:4] == list(state.case.names)


def test_every_answer_has_a_place(state):
    titles = [group.get("title") for group in plain(state)]
    assert set(titles) >= {criterion.label for criterion in state.case.criteria}


def test_no_picture_is_drawn_before_it_is_asked_for(state):
    assert "picture" not in kinds(plain(state))


def test_what_may_happen_is_shown_as_dots_and_in_both_frames_once_it_is_chosen(state):
    act(state, "choose", [OUTCOME, "Leakage that needs pads"])
    found = json.dumps(plain(state))
    assert "data:" not in found
    assert "picture" in kinds(plain(state))
    assert "does not happen to" in found


def test_a_picture_is_drawn_once_for_a_case(state):
    act(state, "choose", [OUTCOME, "Stool leakage"])
    one, two = (
        next(b for g in blocks(state) for b in getattr(g, "blocks", []) if b.kind == "picture") for _ in range(2)
    )
    assert one is two


def test_an_outcome_that_is_gone_is_not_drawn(state):
    act(state, "choose", [OUTCOME, "No such thing"])
    assert "picture" not in kinds(plain(state))


def test_one_opinion_waits_for_the_second():
    assert plain(State(Case(opinions=[{"name": "A"}])))[0]["text"] == told.ONE_SO_FAR


def test_a_mixed_plan_is_marked():
    hybrid = {"name": "Mix", "kind": "hybrid", "plan": {"needs_doctor_to_confirm": True}}
    found = plain(State(Case(opinions=[{"name": "A", "doctor": "Lee", "findings": {"stage": "III"}}, {"name": "B", "findings": {"stage": "II"}}, hybrid])))  # fmt: skip
    assert told.MADE_UP_OF_TWO.format(name="Mix") in [block.get("text") for block in found]
