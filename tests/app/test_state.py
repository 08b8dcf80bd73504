import pytest

from compare.app.state import State
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
