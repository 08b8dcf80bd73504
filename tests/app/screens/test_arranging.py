"""The insurer's answers at their questions, the costs, the summary and the visits: typed, counted, taken out."""

import pytest
from on_screen import blocks_of, enter, field_at, group_at, new_case, press, state_of

from compare.app.blocks import Act, Group, Points, Text
from compare.case import Case
from compare.preparation import insurer, medical_summary, visit_sheet
from compare.words import paying, preparing, readiness

COVERED = "Is a second opinion covered by our plan?"


@pytest.fixture
def state():
    return state_of("getting-ready", "preparing")


def at_question(state, question):
    """Return the blocks below a question to the insurer."""
    is_it = lambda block: isinstance(block, Text) and block.text == question  # noqa: E731
    return next(b.blocks for b in blocks_of(state) if isinstance(b, Group) and b.blocks and is_it(b.blocks[0]))


def said(state, what):
    *_, points = [block for block in group_at(state, preparing.PARTS[what]).blocks if isinstance(block, Points)]
    return list(points.texts)


def test_every_question_stands_there_with_its_answer_and_its_calls(state):
    for asked in insurer(state.case).questions:
        texts = [block.text for block in at_question(state, asked.question) if isinstance(block, Text)]
        assert texts == [asked.question, *([asked.answer] if asked.answer else [])]
    folds = [block.title for block in at_question(state, COVERED) if isinstance(block, Group)]
    assert folds == ["The call of 12 March 2026"]


def test_an_answer_is_noted_where_its_question_stands():
    state = state_of(new_case(), "preparing")
    for number, asked in enumerate(insurer(state.case).questions):
        [button] = [block for block in at_question(state, asked.question) if isinstance(block, Act)]
        press(state, button.name)
        enter(state, "preparation", "calls", number, "answer", typed=f"Yes {number}")
        assert [block.title for block in at_question(state, asked.question) if isinstance(block, Group)]
    assert [each.answer for each in insurer(state.case).questions] == [f"Yes {number}" for number in range(9)]


def test_a_call_about_something_else_stands_by_itself():
    calls = [{"question": "Who pays the taxi?"}, {"date": "2026-03-12"}, {"question": "covered"}]
    state = state_of(Case(opinions=[{"name": "A"}], preparation={"calls": calls}), "preparing")
    others = [block.title for block in group_at(state, readiness.OTHER_CALLS).blocks if isinstance(block, Group)]
    assert others == ["Call 1", "The call of 12 March 2026"]


def test_no_call_is_lost_whatever_holds_in_another_country():
    question = "If no doctor in the network can do this, do you pay the network rate?"
    ready = {"calls": [{"question": question, "answer": "No"}]}
    state = state_of(Case(opinions=[{"name": "A"}], country="Ireland", preparation=ready), "preparing")
    assert field_at(state, "preparation", "calls", 0, "answer").value == "No"


def test_what_the_insurer_said_is_typed_and_told(state):
    at = ("preparation", "calls", 1)
    for key, typed in (("coverage", "part"), ("percent_covered", "80"), ("reference", "4711"), ("network", "Dr. Lee")):
        enter(state, *at, key, typed=typed)
    assert "They said: covered in part (Mr. Dane, number 4711)." in said(state, "insurer")
    enter(state, *at, "percent_covered", typed="180")
    assert "100" in field_at(state, *at, "percent_covered").fault
    assert state.case.preparation.calls[1].percent_covered == 80


def test_costs_are_added_up_as_they_are_typed():
    state = state_of(new_case(), "preparing")
    press(state, readiness.ADD_COST)
    for key, typed in (
        ("what", "Train"),
        ("low", "60"),
        ("high", "90"),
        ("currency", "EUR"),
        ("payer", "us"),
        ("per", "once"),
    ):
        enter(state, "preparation", "costs", 0, key, typed=typed)
    assert "For us: 60 to 90 EUR, once." in said(state, "insurer")
    assert group_at(state, paying.COSTS).blocks[0].title == "Train"
    enter(state, "preparation", "costs", 0, "what", typed="")
    assert field_at(state, "preparation", "costs", 0, "what").fault
    press(state, readiness.REMOVE.format(name="Train"))
    assert state.case == new_case()


def test_the_summary_is_written_a_line_for_each(state):
    enter(state, "preparation", "summary", "earlier_treatment", typed="None so far\n")
    assert state.case.preparation.summary.earlier_treatment == ("None so far",)
    assert said(state, "summary") == medical_summary(state.case).sentences()
    assert "Every line of the summary is filled in." in said(state, "summary")


def test_a_visit_is_booked_and_what_is_clear_is_written_down(state):
    for key in ("stage_understood", "goal_understood"):
        enter(state, "preparation", "visits", 0, key, typed="We know")
    assert said(state, "visit") == visit_sheet(state.case).sentences()
    assert said(state, "visit")[0] == "The diagnosis, the stage and the goal are clear."
    press(state, readiness.ADD_VISIT)
    enter(state, "preparation", "visits", 1, "date", typed="2026-05-02")
    enter(state, "preparation", "visits", 1, "recording_consent", typed="no")
    assert state.case.preparation.visits[1].recording_consent is False
    assert "Not clear yet" in said(state, "visit")[0]
    press(state, readiness.REMOVE.format(name="The visit"))
    assert len(state.case.preparation.visits) == 1
