import pytest
from made_up import COMPARED

from compare.app.acts import act
from compare.app.screens.compares import ACROSS, KNOWING, UP, axes, blocks, told_of
from compare.app.state import State
from compare.case import Case
from compare.samples import sample
from compare.sensitivity import what_if
from compare.words import seeing as told


@pytest.fixture
def state():
    made = State(sample("prostate"))
    made.screen = "compares"
    return made


def flat(state):
    return [inner for block in blocks(state) for inner in (getattr(block, "blocks", None) or [block])]


def kinds(state):
    return [block.kind for block in flat(state)]


def test_sentences_that_follow_the_sliders_come_with_every_answer(state):
    answer = told_of(state)
    follows = {block.key: list(block.texts) for block in flat(state) if block.kind == "follow"}
    assert follows == {"flips": answer["flips"], "questions": answer["questions"]}
    state.move({**state.points, "goals": 0})
    assert told_of(state)["flips"] != answer["flips"]


def test_no_picture_and_no_draw_before_it_is_asked_for(state):
    assert "picture" not in kinds(state)


@pytest.mark.parametrize("name", ["what_if", "how_often", "map"])
def test_a_picture_stands_once_it_was_asked_for_and_goes_again(state, name):
    act(state, "draw", [name])
    assert kinds(state).count("picture") == 1
    act(state, "show", [name])
    assert "picture" not in kinds(state)


def test_a_picture_stays_for_the_sliders_as_they_stood_until_it_is_drawn_again(state):
    act(state, "draw", ["map"])
    before = next(block for block in flat(state) if block.kind == "picture")
    state.move({**state.points, "goals": 0})
    assert next(block for block in flat(state) if block.kind == "picture") is before
    act(state, "draw", ["map"])
    assert next(block for block in flat(state) if block.kind == "picture") != before


@pytest.mark.parametrize("knowing", ["nothing", "order", "weights", "no such thing"])
def test_how_often_can_hold_fast_what_people_choose(state, knowing):
    act(state, "choose", [KNOWING, knowing])
    act(state, "draw", ["how_often"])
    texts = [text for block in flat(state) if block.kind == "points" for text in block.texts]
    assert any("in 62 of 100" in text for text in texts) == (knowing in {"nothing", "no such thing"})


def test_the_map_is_of_two_different_parts(state):
    assert len(set(axes(state))) == 2
    act(state, "choose", [ACROSS, "goals"])
    act(state, "choose", [UP, "goals"])
    across, up = axes(state)
    assert across == "goals" != up
    act(state, "choose", [UP, "side_effects"])
    assert axes(state) == ("goals", "side_effects")


@pytest.mark.parametrize(
    ("case", "text"),
    [
        (Case(opinions=[{"name": "A"}]), told.NEEDS_ANSWERS),
        (Case(opinions=[{"name": "A"}, {"name": "B"}]), told.NEEDS_ANSWERS),
    ],
)
def test_with_nothing_to_compare_it_says_so(case, text):
    assert [block.text for block in blocks(State(case)) if block.kind == "text"] == [text]


def test_with_every_slider_at_0_it_says_so(state):
    state.move(dict.fromkeys(state.points, 0))
    assert [block.text for block in blocks(state) if block.kind == "text"] == [told.SLIDERS_AT_0]
    assert told_of(state)["flips"] == []


def test_two_parts_have_no_map():
    rows = [{"name": "A", "ratings": {"goals": 70}}, {"name": "B", "ratings": {"goals": 30}}]
    state = State(Case(criteria=[{"key": "goals"}, {"key": "cost"}], opinions=rows))
    assert told.MAP_NEEDS in [getattr(block, "text", "") for block in flat(state)]


@pytest.mark.parametrize("name", COMPARED)
def test_every_move_is_answered_for_the_sliders_as_they_stand(name):
    state = State(sample(name))
    state.screen = "compares"
    for points in (0, 100):
        state.move(dict.fromkeys(state.points, 0) | {"goals": 100, "experience": points})
        assert told_of(state)["flips"] == what_if(state.scores).sentences()
