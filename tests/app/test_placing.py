"""A value at its place in a tree: answers follow the goals, and whatever else stands there stays."""

from on_screen import enter, field_at, state_of

from compare.app.placing import placed
from compare.case import Case
from compare.words import entering

GOALS = ["Live long", "Stay at home", "See my friends"]


def state_by_goal(fit, **more):
    ratings = {"goals": {"goal_fit": fit, "chance": {"answer": 50, "words": "about half"}}}
    return state_of(Case(patient={"goals": GOALS, **more}, opinions=[{"name": "A", "ratings": ratings}]), "matters")


def answers_of(state):
    return {goal: rating.answer for goal, rating in state.case.opinions[0].ratings["goals"]["goal_fit"].items()}


def test_the_tree_that_was_there_stays_as_it_is():
    tree = {"patient": {"goals": ["A"]}, "opinions": [{"name": "A"}]}
    assert placed(tree, ("patient", "goals"), ["B"])["patient"] == {"goals": ["B"]}
    assert tree["patient"] == {"goals": ["A"]}


def test_an_answer_follows_its_goal_to_other_words_and_another_place():
    state = state_by_goal({"Live long": "yes", "Stay at home": "no"})
    enter(state, "patient", "goals", typed="See my friends\nStay at my home\nLive long")
    assert answers_of(state) == {"Live long": "yes", "Stay at my home": "no"}
    assert state.message == ""
    assert state.case.opinions[0].ratings["goals"]["chance"].words == "about half"


def test_an_answer_never_goes_to_another_goal():
    state = state_by_goal({"Live long": "yes", "Stay at home": "no"})
    enter(state, "patient", "goals", typed="Grow vegetables\nStay at home\nSee my friends")
    assert answers_of(state) == {"Stay at home": "no"}


def test_what_goes_with_a_goal_is_told_and_can_be_had_back():
    state = state_by_goal({"Live long": "yes"})
    enter(state, "patient", "goals", typed="Stay at home")
    assert "goal_fit" not in state.case.opinions[0].ratings["goals"]
    assert state.message == entering.GOALS_LEFT
    state.undo()
    assert answers_of(state) == {"Live long": "yes"}


def test_the_goals_can_all_be_taken_out():
    state = state_by_goal({"Live long": "yes"})
    enter(state, "patient", "goals", typed="")
    assert state.case.goals == ()
    assert field_at(state, "patient", "goals").fault == ""


def test_a_goal_that_stands_twice_is_refused_in_its_field():
    state = state_by_goal({"Live long": "yes"})
    enter(state, "patient", "goals", typed="Live long\nlive long")
    assert "This goal stands there twice." in field_at(state, "patient", "goals").fault
    assert state.case.goals == tuple(GOALS)
