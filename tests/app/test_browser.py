"""The widgets without a browser: their traits, and what they answer."""

import pytest

from compare.app import texts
from compare.app.browser import Choose, Live, Save, Saved
from compare.app.state import State
from compare.app.view import answer_to, view_of
from compare.errors import CompareError
from compare.samples import sample, sample_names

OWN = b"schema: 1\nopinions: [{name: Left}, {name: Right}]\n"


@pytest.fixture
def state():
    return State(sample("prostate"), "prostate")


@pytest.fixture
def sent(monkeypatch):
    messages = []
    monkeypatch.setattr(Save, "send", lambda _, content, buffers=None: messages.append((content, buffers)))
    return messages


def test_a_move_in_the_browser_is_answered_with_its_sentences(state):
    live = Live(state)
    moved = {**state.points, "goals": 7}
    live.points = moved
    assert state.points == moved
    assert live.answer == answer_to(state.case, moved)


def test_a_move_that_is_none_leaves_the_state_and_is_answered_for_it(state):
    live, before = Live(state), dict(state.points)
    live.points = {"goals": "much"}
    assert state.points == before
    assert live.answer["points"] == before


def test_all_sliders_at_0_are_answered_in_words(state):
    live = Live(state)
    live.points = dict.fromkeys(state.points, 0)
    assert live.answer["sentences"] == [texts.ALL_ZERO]


def test_another_case_is_drawn_from_the_start(state):
    live = Live(state)
    live.points = {**state.points, "goals": 7}
    state.open_sample("lung-stage-3")
    assert live.view == view_of(state.case)
    assert live.points == live.view["start"] == live.answer["points"]


def test_choosing_a_sample_or_a_file_changes_the_state(state):
    choose = Choose(state)
    assert choose.names == list(sample_names())
    choose._chosen(choose, {"kind": "sample", "name": "lung-stage-3"}, [])
    assert (state.source, choose.source) == ("lung-stage-3", "lung-stage-3")
    choose._chosen(choose, {"kind": "file", "name": "own.yaml", "size": len(OWN)}, [memoryview(OWN)])
    assert state.case.names == ("Left", "Right")
    assert (choose.source, choose.message) == ("", state.message)


@pytest.mark.parametrize("message", [{"kind": "sample", "name": "../secret"}, {"kind": "other"}, {}])
def test_anything_else_that_is_told_is_passed_over(state, message):
    before = state.case
    Choose(state)._chosen(None, message, [])
    assert state.case is before


def test_a_button_sends_the_bytes_under_the_fixed_name(sent):
    save = Save(Saved("Save it", "comparison.txt", "text/plain", lambda: b"abc"))
    save._wanted(save, {"kind": "comparison.txt"}, [])
    save._wanted(save, {"kind": "something else"}, [])
    assert sent == [({"name": "comparison.txt", "mime": "text/plain", "text": "Saved: comparison.txt"}, [b"abc"])]


def test_an_error_is_said_beside_the_button(sent):
    def refuse():
        raise CompareError(texts.ZERO_EXPORT)

    save = Save(Saved("Save it", "comparison.txt", "text/plain", refuse))
    save._wanted(save, {"kind": "comparison.txt"}, [])
    assert sent == [({"text": texts.ZERO_EXPORT}, None)]


def test_a_fault_of_the_program_is_owned_up_to(sent):
    save = Save(Saved("Save it", "comparison.txt", "text/plain", lambda: bytes([1 // 0])))
    with pytest.raises(ZeroDivisionError):
        save._wanted(save, {"kind": "comparison.txt"}, [])
    assert sent == [({"text": texts.FAULT}, None)]


def test_the_sentences_are_those_of_whoever_is_looked_at(state):
    live = Live(state)
    names = [person.name for person in state.case.people]
    for place in (1, 2, 0):
        points = live.view["people"][place]["points"]
        with live.hold_trait_notifications():
            live.points, live.said = points, {"person": place, "how": "points", "value": points}
        assert live.answer == answer_to(state.case, points, names[place])
        assert names[place] in live.answer["sentences"][0]


@pytest.mark.parametrize("said", [{}, {"person": 99}, {"person": -1}, {"person": "Rosa"}, {"person": None}])
def test_what_is_told_of_somebody_who_is_not_there_is_passed_over(state, said):
    live = Live(state)
    live.said = said
    assert live.answer == answer_to(state.case, state.points)
