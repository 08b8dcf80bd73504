"""A part answered as a whole or question by question: nothing goes without a word, and everything can come back."""

import pytest
from on_screen import enter, field_at, fields_of, new_case, state_of

from compare.app.acts import act
from compare.app.wholes import AT_ONCE, BY_GOAL, QUESTIONS, WHOLE
from compare.case import Case
from compare.files import read_text, written_as
from compare.words import entering

GOALS = ("opinions", 0, "ratings", "goals")


@pytest.fixture
def state():
    return state_of(Case(opinions=[{"name": "A", "ratings": {"goals": {"approach": 2, "chance": "8 of 129"}}}]))


def turn(state, way):
    enter(state, *GOALS, typed=way)


def answers(state):
    """Return the last steps of the fields in which the part is answered."""
    found = [tuple(field.place)[4:] for field in fields_of(state) if tuple(field.place)[:4] == GOALS]
    return {steps[0] for steps in found if steps and steps[-1] == "answer"}


def test_a_part_is_answered_question_by_question_until_people_want_it_otherwise(state):
    assert field_at(state, *GOALS).value == QUESTIONS
    assert answers(state) == {"goal_fit", "approach", "chance"}
    turn(state, WHOLE)
    assert field_at(state, *GOALS).value == WHOLE
    assert answers(state) == {"answer"}


def test_what_would_be_put_aside_is_said_before_and_what_was_after(state):
    told = field_at(state, *GOALS).help
    assert told == entering.WOULD_GO_ASIDE.format(
        way=entering.WAYS[WHOLE], what="Distance from our way and Chance of the goal named"
    )
    turn(state, WHOLE)
    assert field_at(state, *GOALS).help == entering.PUT_ASIDE.format(
        way=entering.WAYS[QUESTIONS], what="Distance from our way and Chance of the goal named"
    )
    enter(state, *GOALS, "answer", typed="60 to 80")
    assert "would put aside: 60 to 80." in field_at(state, *GOALS).help


def test_each_way_has_back_what_it_held(state):
    before = state.case
    turn(state, WHOLE)
    enter(state, *GOALS, "answer", typed="70")
    turn(state, QUESTIONS)
    assert state.case == before
    turn(state, WHOLE)
    assert state.case.opinions[0].ratings["goals"].answer == 70


def test_taking_back_brings_it_back_too(state):
    before = state.case
    turn(state, WHOLE)
    act(state, "undo", [])
    assert state.case == before
    assert "put aside" in field_at(state, *GOALS).help
    assert field_at(state, *GOALS).value == QUESTIONS


def test_nothing_is_said_where_nothing_was_entered():
    state = state_of(new_case())
    assert field_at(state, *GOALS).help == ""
    turn(state, WHOLE)
    assert field_at(state, *GOALS).help == ""
    turn(state, QUESTIONS)
    assert state.case == new_case()


def test_a_number_for_the_whole_that_is_cleared_leaves_the_way_as_it_is(state):
    turn(state, WHOLE)
    enter(state, *GOALS, "answer", typed="70")
    enter(state, *GOALS, "answer", typed="")
    assert field_at(state, *GOALS).value == WHOLE
    assert not state.case.opinions[0].ratings["goals"].known
    assert read_text(written_as(state.case)) == state.case


def test_an_answer_to_a_question_that_is_cleared_leaves_no_trace():
    state = state_of(new_case())
    enter(state, *GOALS, "chance", "answer", typed="70")
    enter(state, *GOALS, "chance", "answer", typed="")
    assert state.case == new_case()


def test_words_without_a_number_are_put_aside_as_such():
    state = state_of(Case(opinions=[{"name": "A", "ratings": {"goals": {"words": "fits well"}}}]))
    assert field_at(state, *GOALS).value == WHOLE
    assert entering.WHY["words only"] in field_at(state, *GOALS).help
    turn(state, QUESTIONS)
    assert state.case.opinions[0].ratings == {}
    turn(state, WHOLE)
    assert state.case.opinions[0].ratings["goals"].words == "fits well"


def test_a_refused_number_for_the_whole_stays_in_its_field(state):
    turn(state, WHOLE)
    enter(state, *GOALS, "answer", typed="170")
    field = field_at(state, *GOALS, "answer")
    assert (field.value, bool(field.fault)) == ("170", True)
    assert field_at(state, *GOALS).fault == ""


def test_what_is_put_aside_follows_an_opinion_to_another_name(state):
    turn(state, WHOLE)
    enter(state, "opinions", 0, "name", typed="Another")
    turn(state, QUESTIONS)
    assert set(state.case.opinions[0].ratings["goals"]) == {"approach", "chance"}


def test_another_case_has_nothing_put_aside(state):
    turn(state, WHOLE)
    state.open(state.before[0].case)
    assert state.aside == {}


def test_a_part_without_questions_has_no_choice_of_way():
    state = state_of(Case(opinions=[{"name": "A"}], criteria=[{"key": "goals"}]))
    assert [field for field in fields_of(state) if field.form == "whole"] == []


FIT = (*GOALS, "goal_fit")
WANTED = ["Live long", "Stay at home"]


def with_goals(**ratings):
    return state_of(Case(patient={"goals": WANTED}, opinions=[{"name": "A", "ratings": {"goals": ratings}}]))


def fit_of(state):
    return state.case.opinions[0].ratings["goals"]["goal_fit"]


def test_goals_can_be_answered_one_by_one_where_they_are_written():
    assert FIT not in {tuple(field.place) for field in fields_of(state_of(new_case()))}
    state = with_goals(chance=50)
    assert (field_at(state, *FIT).label, field_at(state, *FIT).value) == (entering.GOALS_ANSWERED_HOW, AT_ONCE)
    enter(state, *FIT, typed=BY_GOAL)
    assert field_at(state, *FIT).value == BY_GOAL
    assert [field_at(state, *FIT, goal, "answer").label for goal in WANTED] == [
        "Does this plan serve this goal: Live long?",
        "Does this plan serve this goal: Stay at home?",
    ]
    enter(state, *FIT, "Live long", "answer", typed="yes")
    enter(state, *FIT, "Live long", "said_by", typed="Walter")
    enter(state, *FIT, "Stay at home", "answer", typed="no to partly")
    assert fit_of(state)["Live long"].plain() == {"answer": "yes", "said_by": "Walter"}
    assert fit_of(state)["Stay at home"].answer == ("no", "partly")
    assert read_text(written_as(state.case)) == state.case


def test_an_answer_to_a_goal_that_is_cleared_leaves_the_way_as_it_is():
    state = with_goals(goal_fit={"Live long": "yes"})
    enter(state, *FIT, "Live long", "answer", typed="")
    assert field_at(state, *FIT).value == BY_GOAL
    assert not fit_of(state)["Live long"].known
    enter(state, *FIT, "Live long", "answer", typed="not known")
    assert fit_of(state)["Live long"].why == "not known"


def test_one_answer_and_those_by_goal_are_put_aside_for_each_other():
    state = with_goals(goal_fit="our first goal")
    assert field_at(state, *FIT).help == entering.WOULD_GO_ASIDE.format(
        way=entering.GOAL_WAYS[BY_GOAL], what="our first goal"
    )
    enter(state, *FIT, typed=BY_GOAL)
    enter(state, *FIT, "Stay at home", "answer", typed="partly")
    assert "would put aside: Stay at home." in field_at(state, *FIT).help
    enter(state, *FIT, typed=AT_ONCE)
    assert fit_of(state).answer == "our first goal"
    enter(state, *FIT, typed=BY_GOAL)
    assert {goal: rating.answer for goal, rating in fit_of(state).items()} == {
        "Live long": None,
        "Stay at home": "partly",
    }


def test_the_choice_goes_back_where_nothing_was_said():
    state = with_goals(chance=50)
    before = state.case
    enter(state, *FIT, typed=BY_GOAL)
    assert state.case != before
    enter(state, *FIT, typed=AT_ONCE)
    assert state.case == before
