"""Steps, records and doctors to ask: each where the file has it, under the name that the file has for it."""

import pytest
from on_screen import blocks_of, enter, field_at, fields_of, group_at, new_case, press, state_of

from compare.app.acts import act
from compare.app.blocks import Act, Card
from compare.app.panels import Enter
from compare.app.readying import TODAY
from compare.case import Case
from compare.preparation import plan, records
from compare.words import gathering, preparing, readiness

CT = "CT of the chest and belly"


@pytest.fixture
def state():
    state = state_of("getting-ready", "preparing")
    act(state, "choose", [TODAY, "2026-03-30"])
    return state


def ticks(state):
    """Return the boxes of the steps by their label."""
    return {block.label: block for block in blocks_of(state) if isinstance(block, Enter) and block.act == "tick_step"}


def places(state, *at):
    return [tuple(field.place) for field in fields_of(state) if tuple(field.place)[: len(at)] == at]


def test_every_step_has_a_box_with_its_days_where_it_stands_and_who_does_it(state):
    found = plan(state.case)
    assert list(ticks(state)) == [step.label for step in found.steps]
    assert [box.value == "yes" for box in ticks(state).values()] == [step.state == "done" for step in found.steps]
    assert ticks(state)["Gather the records"].help == "9 to 22 March 2026; begun, late; Fionn"


def test_a_step_is_noted_under_the_name_that_the_file_has_for_it():
    state = state_of(Case(opinions=[{"name": "A"}], preparation={"steps": {"BOOK": {"owner": "Ana"}}}), "preparing")
    assert field_at(state, "preparation", "steps", "BOOK", "owner").value == "Ana"
    press_tick(state, "Book the visit")
    assert {name: step.state for name, step in state.case.preparation.steps.items()} == {"BOOK": "done"}


def press_tick(state, label):
    box = ticks(state)[label]
    act(state, box.act, [*box.given, "no" if box.value == "yes" else "yes"])


def test_a_step_takes_who_when_and_what(state):
    at = ("preparation", "steps", "Review and compare")
    typed = {
        "state": "in progress",
        "owner": "Ana",
        "due": "2026-04-10",
        "week": "4 to 5",
        "resources": "pen\npaper",
        "note": "Two\nlines",
    }
    for key, text in typed.items():
        enter(state, *at, key, typed=text)
    step = state.case.preparation.steps["Review and compare"]
    assert step.model_dump(mode="json", exclude_none=True) == {**typed, "resources": ["pen", "paper"]}
    enter(state, *at, "state", typed="")
    assert state.case.preparation.steps["Review and compare"].state == "open"


def test_a_step_done_because_a_second_opinion_is_there_says_so_and_is_not_dated():
    state = state_of("prostate", "preparing")
    assert ticks(state)["Find a specialist"].help == preparing.SEEN
    assert places(state, "preparation", "steps", "Find a specialist") == []


def test_only_lines_of_ones_own_are_called_otherwise_and_taken_out(state):
    named = [block.given[0] for block in blocks_of(state) if isinstance(block, Enter) and block.act == "rename"]
    assert [place[-1] for place in named if place[1] == "steps"] == ["Ask Aunt Bríd to mind the dog"]
    assert [place[-1] for place in named if place[1] == "records"] == [*reordered(state)]
    press(state, readiness.REMOVE.format(name="Ask Aunt Bríd to mind the dog"))
    assert len(plan(state.case).steps) == 6


def reordered(state):
    """Return the names of the records that the file notes, in the order of their kinds."""
    return [each.name for each in records(state.case).held if each.name in state.case.preparation.records]


def test_the_report_and_what_it_was_made_from_are_two_ticks(state):
    at = ("preparation", "records", CT)
    assert [field_at(state, *at, key).value for key in ("have_report", "have_images")] == ["yes", "yes"]
    enter(state, *at, "have_images", typed="no")
    assert gathering.only_report(["Pathology report", CT]) in records(state.case).sentences()
    slides = ("preparation", "records", "Pathology report", "slides_sent")
    assert field_at(state, *slides).label == "The slides are sent"
    enter(state, *slides, typed="yes")
    assert state.case.preparation.records["Pathology report"].slides_sent is True


def test_a_kind_of_record_of_which_nothing_is_noted_is_noted_by_its_first_tick():
    state = state_of(new_case(), "preparing")
    before = [held.name for held in records(state.case).held]
    for name in before:
        enter(state, "preparation", "records", name, "have_report", typed="yes")
    assert list(state.case.preparation.records) == before == [held.name for held in records(state.case).held]
    assert records(state.case).sentences()[0] == "5 of 8 records complete."


def test_a_tick_that_fits_no_such_record_is_shown_where_the_file_has_it():
    noted = {"Blood tests": {"slides_sent": True}, "Letter of Dr. Lee": {"have_images": False}}
    state = state_of(Case(opinions=[{"name": "A"}], preparation={"records": noted}), "preparing")
    assert field_at(state, "preparation", "records", "Blood tests", "slides_sent").value == "yes"
    assert field_at(state, "preparation", "records", "Letter of Dr. Lee", "have_images").value == "no"
    assert ("preparation", "records", "Blood tests", "have_images") not in places(state, "preparation", "records")


def test_that_there_is_no_such_record_stands_beside_its_name(state):
    assert group_at(state, "Operation reports").remark == gathering.NOT_NEEDED
    enter(state, "preparation", "records", "Operation reports", "needed", typed="yes")
    assert group_at(state, "Operation reports").remark == ""


def test_what_to_ask_for_is_listed_by_name(state):
    [points] = group_at(state, readiness.TO_ASK_FOR).blocks
    assert list(points.texts) == records(state.case).to_ask_for()


def test_where_nothing_is_missing_nothing_is_to_be_asked_for():
    every = {"have_report": True, "have_images": True, "slides_sent": True}
    noted = {held.name: every for held in records(new_case()).held}
    state = state_of(Case(opinions=[{"name": "A"}], preparation={"records": noted}), "preparing")
    assert readiness.TO_ASK_FOR not in [getattr(block, "title", "") for block in blocks_of(state)]


def test_a_doctor_to_ask_takes_everything_that_there_is_to_find_out(state):
    cards = [block.title for block in blocks_of(state) if isinstance(block, Card)]
    assert {"Dr. Sorcha Devane", "Dr. Pádraig Ó hUiginn"} <= set(cards)
    press(state, readiness.ADD_DOCTOR)
    at = ("preparation", "specialists", 2)
    assert "Doctor 3" in [block.title for block in blocks_of(state) if isinstance(block, Card)]
    for key, typed in (("name", "Dr. Lee"), ("years", "12"), ("by_video", "not known"), ("earliest", "in May")):
        enter(state, *at, key, typed=typed)
    doctor = state.case.preparation.specialists[2]
    assert (doctor.name, doctor.years, doctor.by_video, doctor.earliest) == ("Dr. Lee", 12, "not known", "in May")
    enter(state, *at, "years", typed="many")
    assert field_at(state, *at, "years").fault


def test_whom_to_call_about_a_doctor_is_added_and_removed(state):
    press(state, readiness.REMOVE.format(name="Orla"))
    assert state.case.preparation.specialists[0].contacts == ()
    add = [block for block in blocks_of(state) if isinstance(block, Act) and block.act == "add_item"]
    act(state, "add_item", next(block for block in add if block.given[0][1:3] == ["specialists", 1]).given)
    assert [contact.name for contact in state.case.preparation.specialists[1].contacts] == ["Contact 1"]


def test_a_doctor_is_taken_out_and_what_was_refused_follows_the_next(state):
    enter(state, "preparation", "specialists", 1, "years", typed="many")
    press(state, readiness.REMOVE.format(name="Dr. Sorcha Devane"))
    assert [doctor.name for doctor in state.case.preparation.specialists] == ["Dr. Pádraig Ó hUiginn"]
    assert field_at(state, "preparation", "specialists", 0, "years").value == "many"
