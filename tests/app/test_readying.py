"""What the buttons of getting ready do to the case: one change each, which can be taken back; and which day it is."""

from datetime import date, datetime

import pytest
from on_screen import new_case, state_of

import compare
from compare.app.acts import act
from compare.app.entering import set_field
from compare.app.readying import RECORDS, STEPS, TODAY, today_of
from compare.app.shell import App
from compare.preparation import plan
from compare.words import readiness

TALK = "Talk to the current doctor"


@pytest.fixture
def state():
    return state_of(new_case(), "preparing")


def ready(state):
    return state.case.preparation


def put(state, *place, typed, form="line"):
    set_field(state, ("preparation", *place), form, typed)


def test_a_step_is_ticked_off_and_back_and_its_notes_stay(state):
    put(state, "steps", TALK, "owner", typed="Ana")
    act(state, "tick_step", [TALK, "yes"])
    assert (ready(state).steps[TALK].state, ready(state).steps[TALK].owner) == ("done", "Ana")
    put(state, "steps", TALK, "done", typed="2026-03-02", form="day")
    act(state, "tick_step", [TALK, "no"])
    step = ready(state).steps[TALK]
    assert (step.state, step.done, step.owner) == ("open", None, "Ana")
    assert [one.state for one in plan(state.case).steps] == ["open"] * 6
    for _ in range(4):
        act(state, "undo", [])
    assert state.case == new_case()


def test_a_step_that_is_done_because_a_second_opinion_is_there_can_be_opened_again():
    state = state_of("prostate", "preparing")
    assert "find" not in state.case.preparation.steps
    act(state, "tick_step", ["Find a specialist", "no"])
    assert [step.key for step in plan(state.case).steps if step.is_open] == ["find", "compare"]


@pytest.mark.parametrize("place", [STEPS, RECORDS])
def test_a_line_of_ones_own_is_added_called_otherwise_in_its_place_and_taken_out(state, place):
    listed = lambda: list(getattr(ready(state), place[1]))  # noqa: E731
    for name in ("First", " Second ", "third"):
        act(state, "add_named", [list(place), name])
    assert listed() == ["First", "Second", "third"]
    put(state, place[1], "Second", "note", typed="kept")
    act(state, "rename", [[*place, "Second"], "Zweite <b>"])
    assert listed() == ["First", "Zweite <b>", "third"]
    assert getattr(ready(state), place[1])["Zweite <b>"].note == "kept"
    act(state, "take_out", [[*place, "Zweite <b>"], "Zweite <b>"])
    assert listed() == ["First", "third"]
    assert "Zweite <b> was removed" in state.message
    act(state, "undo", [])
    assert listed() == ["First", "Zweite <b>", "third"]


@pytest.mark.parametrize("typed", ["first", " FIRST "])
def test_no_two_lines_have_one_name(state, typed):
    act(state, "add_named", [list(STEPS), "First"])
    act(state, "add_named", [list(STEPS), "Second"])
    before = state.case
    act(state, "add_named", [list(STEPS), typed])
    assert state.message == readiness.NAME_TAKEN.format(name=typed.strip())
    act(state, "rename", [[*STEPS, "Second"], typed])
    assert state.message == readiness.NAME_TAKEN.format(name=typed.strip())
    assert state.case == before


def test_a_line_can_be_written_otherwise_and_never_without_a_name(state):
    act(state, "add_named", [list(STEPS), "first"])
    act(state, "rename", [[*STEPS, "first"], "First"])
    assert list(ready(state).steps) == ["First"]
    act(state, "rename", [[*STEPS, "First"], "  "])
    assert state.message == readiness.NOT_A_NAME
    assert list(ready(state).steps) == ["First"]
    for place in ("gone", "First"):
        act(state, "rename", [[*STEPS, place], "First"])
    act(state, "add_named", [list(STEPS), " "])
    assert list(ready(state).steps) == ["First"]


def test_a_name_of_ones_own_stays_when_nothing_else_is_noted_any_more(state):
    act(state, "add_named", [list(RECORDS), "CT of the chest"])
    put(state, "records", "CT of the chest", "note", typed="soon")
    put(state, "records", "CT of the chest", "note", typed="")
    assert list(ready(state).records) == ["CT of the chest"]


def test_what_was_refused_goes_with_the_line_and_never_to_another(state):
    for name in ("One", "Two"):
        act(state, "add_named", [list(STEPS), name])
        put(state, "steps", name, "due", typed="soon", form="day")
    assert len(state.drafts) == 2
    act(state, "take_out", [[*STEPS, "One"], "One"])
    assert list(state.drafts) == [("preparation", "steps", "Two", "due")]
    act(state, "rename", [[*STEPS, "Two"], "Three"])
    assert state.drafts == {}


@pytest.mark.parametrize(
    ("kind", "more", "field", "value"),
    [
        ("specialists", {}, "name", None),
        ("calls", {"question": "Who?"}, "question", "Who?"),
        ("costs", {}, "what", readiness.NEW_COST),
        ("visits", {}, "doctor", None),
    ],
)
def test_an_item_is_added_and_taken_out_and_nothing_is_left(state, kind, more, field, value):
    act(state, "add_to", [kind, more])
    act(state, "add_to", [kind, more])
    assert [getattr(item, field) for item in getattr(ready(state), kind)] == [value, value]
    act(state, "take_out", [["preparation", kind, 0], "It"])
    act(state, "take_out", [["preparation", kind, 0], "It"])
    assert state.case == new_case()
    act(state, "take_out", [["preparation", kind, 0], "It"])
    assert state.case == new_case()


def test_words_of_ones_own_are_added_once(state):
    for typed in ("Aunt Vera says so", "Aunt Vera says so ", " "):
        act(state, "add_words", [["preparation", "reasons"], typed])
    assert ready(state).reasons == ("Aunt Vera says so",)


def test_words_that_no_file_may_hold_are_refused_in_the_message(state):
    act(state, "add_words", [["preparation", "reasons"], "a" * 30_000])
    assert "letters" in state.message
    act(state, "add_named", [list(STEPS), "a\ud800"])
    assert state.message
    assert (state.case, state.drafts) == (new_case(), {})


def test_what_is_noted_is_saved_as_everything_else(tmp_path):
    app = App(new_case(), tmp_path / "ours.yaml")
    for message in (
        {"kind": "act", "act": "tick_step", "given": [TALK, "yes"]},
        {"kind": "act", "act": "add_named", "given": [list(RECORDS), "CT: of the chest"]},
        {"kind": "set", "place": [*RECORDS, "CT: of the chest", "received"], "form": "day", "typed": "2026-03-02"},
    ):
        app._told(app, message, [])
    app.keeper.flush()
    kept = compare.read(tmp_path / "ours.yaml").preparation
    assert kept == app.case.preparation
    assert (kept.steps[TALK].state, kept.records["CT: of the chest"].received) == ("done", date(2026, 3, 2))


def test_the_day_is_that_of_this_computer_until_another_one_is_named(state):
    before = datetime.now().astimezone().date()
    assert before <= today_of(state) <= datetime.now().astimezone().date()
    act(state, "choose", [TODAY, "2026-03-20"])
    assert today_of(state) == date(2026, 3, 20)
    act(state, "choose", [TODAY, ""])
    assert today_of(state) is None
    assert state.case == new_case()
