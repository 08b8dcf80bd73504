import pytest

from compare.app.state import MOST_STEPS, State
from compare.limits import FILE_BYTES
from compare.samples import sample

OWN = b"schema: 1\nopinions: [{name: Left, ratings: {goals: 70}}, {name: Right}]\n"


@pytest.fixture
def state():
    return State(sample("prostate"), "prostate")


def test_a_sample_brings_its_own_sliders(state):
    state.open_sample("lung-stage-3")
    assert state.case == sample("lung-stage-3")
    assert set(state.points) == set(state.case.keys)
    assert (state.source, state.message) == ("lung-stage-3", "")


def test_an_own_file_is_opened_and_named_without_its_folder(state):
    state.open_file("/somewhere/private/own.yaml", OWN, len(OWN))
    assert state.case.names == ("Left", "Right")
    assert state.source == ""
    assert "own.yaml" in state.message
    assert "private" not in state.message


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("own.yaml", b"schema: 1\nopinionz: []\n", "opinionz"),
        ("own.docx", b"PK\x03\x04", ".docx"),
        ("own.yaml", b"\xff\xfe\xff", "UTF"),
        ("own.json", b"", "own.json"),
        ("", b"", "no ending"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_the_case_stays(state, name, data, said):
    before, points = state.case, state.points
    state.open_file(name, data, len(data))
    assert said in state.message
    assert "still the one before" in state.message
    assert state.case is before
    assert state.points == points


def test_a_file_that_was_too_large_to_hand_over_is_refused(state):
    state.open_file("own.yaml", b"", FILE_BYTES + 1)
    assert "too large" in state.message


def test_a_move_is_taken_over_only_if_it_is_whole(state):
    moved = {**state.points, "goals": 3}
    state.move({**moved, "more": 1})
    assert state.points == moved
    for wrong in ({"goals": 3}, {**moved, "goals": 101}, {**moved, "goals": "3"}, {**moved, "goals": None}, {}):
        state.move(wrong)
        assert state.points == moved


def test_all_sliders_at_0_give_no_scores(state):
    state.move(dict.fromkeys(state.points, 0))
    assert state.scores is None


def test_changes_are_taken_back_one_by_one_and_done_again(state):
    before = state.case
    for question in ("One?", "Two?"):
        state.put(("question",), question)
    state.undo()
    assert state.case.question == "One?"
    state.undo()
    assert state.case is before
    state.undo()
    state.redo()
    state.redo()
    state.redo()
    assert state.case.question == "Two?"


def test_a_new_change_forgets_what_was_taken_back(state):
    state.put(("question",), "One?")
    state.undo()
    state.put(("question",), "Two?")
    state.redo()
    assert state.case.question == "Two?"


def test_only_so_many_changes_are_remembered(state):
    for number in range(MOST_STEPS + 5):
        state.put(("question",), f"{number}?")
    assert len(state.before) == MOST_STEPS


def test_opening_another_case_can_be_taken_back_with_its_name(state):
    state.open_sample("lung-stage-3")
    state.undo()
    assert (state.case, state.source) == (sample("prostate"), "prostate")


def test_what_is_refused_stays_as_a_draft_until_it_fits(state):
    assert not state.put(("decide_by",), "soon", "soon")
    assert state.drafts["decide_by",][0] == "soon"
    assert "year-month-day" in state.drafts["decide_by",][1]
    assert state.case == sample("prostate")
    assert state.put(("decide_by",), "2026-12-01")
    assert state.drafts == {}


def test_the_sliders_follow_what_people_say_and_stay_otherwise(state):
    moved = {**state.points, "goals": 3}
    state.move(moved)
    state.put(("question",), "Other?")
    assert state.points == moved
    place = state.case.people.index(state.case.speaker)
    state.put(("people", place, "weights"), {"points": dict.fromkeys(state.case.keys, 40)})
    assert state.points == dict.fromkeys(state.case.keys, 40)


def test_whoever_is_looked_at_and_is_taken_out_is_looked_at_no_longer(state):
    name = state.case.people[1].name
    state.person = state.blind = name
    state.put(("people", 1), None)
    assert (state.person, state.blind) == ("", "")


def test_a_look_is_worked_out_once_for_a_case(state):
    calls = []
    for _ in range(2):
        assert state.look("length", lambda: calls.append(1) or len(state.case.names)) == 3
    state.put(("question",), "Other?")
    state.look("length", lambda: calls.append(2) or 3)
    assert calls == [1, 2]


def test_only_so_many_looks_are_kept(state):
    for number in range(200):
        state.look(number, lambda: 1)
    assert len(state._looks) < 100


def test_an_opinion_that_is_renamed_is_renamed_wherever_it_is_named(state):
    old = state.case.names[0]
    state.put(("people", 0, "first_look", old, "goals"), 60)
    state.put(("decision", "opinion"), old)
    state.put(("opinions", 0, "name"), "Operation")
    assert state.case.people[0].first_look == {"Operation": {"goals": 60}}
    assert state.case.decision.opinion == "Operation"
