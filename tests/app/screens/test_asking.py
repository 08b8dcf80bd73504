import pytest

from compare.app.acts import act, set_field
from compare.app.screens.asking import MOST, blocks
from compare.app.state import State
from compare.case import Case, standard_questions
from compare.samples import sample
from compare.words import seeing as told

CRITERIA = [{"key": "goals", "question": "Does it fit?"}, {"key": "cost", "question": "What does it cost?"}]
CASE = Case(
    criteria=CRITERIA,
    opinions=[{"name": "A", "ratings": {"goals": 90, "cost": [40, 50]}}, {"name": "B", "ratings": {"cost": [40, 50]}}],
)


@pytest.fixture
def state():
    return State(CASE)


def groups(state):
    return {block.title: list(block.blocks) for block in blocks(state) if block.kind == "group"}


def titles(state, section):
    return [block.title for block in groups(state).get(section, []) if block.kind == "group"]


def question(state, section, place=0):
    return [block for block in groups(state)[section] if block.kind == "group"][place]


def test_it_comes_in_sections_the_most_useful_first(state):
    assert list(groups(state)) == [told.OPEN_ANSWERS, told.OPEN_LAYERS, told.FOR_EVERYONE, told.YOUR_OWN]
    assert titles(state, told.OPEN_ANSWERS) == ["1. Does it fit?", "2. What does it cost?"]


def test_a_section_shows_the_first_few_and_all_when_asked(state):
    assert len(titles(state, told.FOR_EVERYONE)) == MOST
    act(state, "show", ["standard"])
    assert len(titles(state, told.FOR_EVERYONE)) == len(standard_questions())


def test_a_question_that_is_ticked_off_is_kept_with_every_opinion_it_is_about(state):
    act(state, "tick_off", ["What does it cost?", ["A", "B"], "yes"])
    assert [opinion.asked for opinion in state.case.opinions] == [{"What does it cost?": ""}] * 2
    assert titles(state, told.OPEN_ANSWERS) == ["1. Does it fit?"]
    assert titles(state, told.ASKED_ALREADY) == ["What does it cost?"]
    assert question(state, told.ASKED_ALREADY).remark == "0 of 2 answers noted"


def test_a_tick_can_be_taken_back_and_an_answer_cannot_be_lost_by_it(state):
    act(state, "tick_off", ["What does it cost?", ["A", "B"], "yes"])
    set_field(state, ("opinions", 0, "asked", "What does it cost?"), "long", "Nothing.")
    act(state, "tick_off", ["What does it cost?", ["A", "B"], "yes"])
    act(state, "tick_off", ["What does it cost?", ["A", "B"], "no"])
    assert [opinion.asked for opinion in state.case.opinions] == [{"What does it cost?": "Nothing."}, {}]


def test_an_answer_is_typed_where_the_question_stands(state):
    fields = [block for block in question(state, told.OPEN_ANSWERS).blocks if block.kind == "field"]
    assert [list(field.place) for field in fields] == [["opinions", 1, "asked", "Does it fit?"]]
    set_field(state, fields[0].place, "long", "It does.")
    assert state.case.opinions[1].asked == {"Does it fit?": "It does."}


def test_questions_of_ones_own_are_added_ticked_off_and_removed(state):
    act(state, "add_question", [])
    at = ("preparation", "questions", 0)
    set_field(state, (*at, "question"), "line", "May I swim?")
    set_field(state, (*at, "asked_by"), "line", "Ben")
    set_field(state, (*at, "answered"), "tick", "yes")
    own = state.case.preparation.questions[0]
    assert (own.question, own.asked_by, own.answered) == ("May I swim?", "Ben", True)
    act(state, "remove_question", [0])
    assert not (state.case.preparation and state.case.preparation.questions)


def test_with_every_slider_at_0_ones_own_questions_stay(state):
    state.move(dict.fromkeys(state.points, 0))
    assert list(groups(state)) == [told.YOUR_OWN]


def test_a_question_to_everybody_says_so():
    found = question(State(sample("prostate")), told.OPEN_ANSWERS)
    assert found.blocks[0].text == "Ask every doctor."
