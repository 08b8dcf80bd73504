import pytest
from on_screen import LONG, enter, field_at, new_case, press, state_of

from compare.app.acts import ACTS, act
from compare.case import Case
from compare.files import written_as
from compare.limits import ITEMS, NAME_LETTERS


def test_a_new_comparison_is_empty_and_the_one_before_can_be_had_back():
    state = state_of("prostate", "start")
    before = state.case
    press(state, "New comparison")
    assert (len(state.case.opinions), state.case.nothing_known, state.screen) == (2, True, "said")
    assert "Take back" in state.message
    act(state, "undo", [])
    assert state.case == before


def test_an_opinion_is_added_and_shown():
    state = state_of(new_case())
    press(state, "Add an opinion")
    assert state.case.names == ("A", "B", "Opinion 3")
    assert field_at(state, "opinions", 2, "name").value == "Opinion 3"


def test_the_name_of_a_new_opinion_is_one_that_nobody_has():
    state = state_of(Case(opinions=[{"name": "opinion 3"}, {"name": "Opinion 4"}]))
    press(state, "Add an opinion")
    assert state.case.names[-1] == "Opinion 5"


def test_a_copy_holds_everything_but_the_name():
    state = state_of("prostate")
    press(state, "Copy")
    press(state, "Copy")
    first, *_, copied = state.case.opinions
    assert copied.name == "Surgery (copy) (copy)"
    assert copied.ratings == first.ratings
    assert copied.plan == first.plan


def test_a_copy_of_a_copy_of_a_long_name_finds_room():
    state = state_of(Case(opinions=[{"name": LONG[:NAME_LETTERS]}]))
    for place in (0, 0, 1):
        act(state, "copy_opinion", [place])
    assert len(set(state.case.names)) == 4
    assert all(len(name) <= NAME_LETTERS for name in state.case.names)


def test_an_opinion_that_is_removed_can_be_had_back_and_that_is_said():
    state = state_of("prostate")
    before = state.case
    press(state, "Remove Surgery")
    assert state.case.names == before.names[1:]
    assert "“Take back”" in state.message
    act(state, "undo", [])
    assert state.case == before


def test_a_choice_goes_with_the_opinion_that_it_named_and_that_is_said():
    people = [{"name": "Rosa", "gut_first": "A", "first_look": {"A": {"goals": 7}, "B": {}}}, {"name": "Ben"}]
    state = state_of(Case(opinions=[{"name": "A"}, {"name": "B"}], people=people, decision={"opinion": "A"}))
    press(state, "Remove A")
    assert state.case.names == ("B",)
    assert state.case.people[0].gut_first is None
    assert "A" not in state.case.people[0].first_look
    assert "Rosa" in state.message
    assert "Ben" not in state.message


def test_one_opinion_always_stays():
    state = state_of(Case(opinions=[{"name": "A"}]))
    act(state, "remove_opinion", [0])
    assert state.case.names == ("A",)
    assert "One opinion" in state.message


def test_the_opinion_that_was_shown_stays_when_one_before_it_goes():
    state = state_of("prostate")
    act(state, "show_opinion", [2])
    act(state, "remove_opinion", [0])
    assert field_at(state, "opinions", 1, "name").value == "Active surveillance"


def test_more_opinions_than_a_case_holds_are_refused_in_the_message():
    state = state_of(Case(opinions=[{"name": f"N{n}"} for n in range(ITEMS)]))
    act(state, "add_opinion", [])
    assert len(state.case.opinions) == ITEMS
    assert "number of items" in state.message
    assert state.drafts == {}


@pytest.mark.parametrize(
    ("kind", "label"), [("side_effects", "Add a side effect"), ("outcomes", "Add a way it may turn out")]
)
def test_something_that_may_happen_is_added_filled_in_and_removed(kind, label):
    state = state_of(new_case())
    press(state, label)
    press(state, label)
    enter(state, "opinions", 0, kind, 1, "chance", "answer", typed="8 of 129")
    enter(state, "opinions", 0, kind, 1, "grade", typed="3")
    effect = getattr(state.case.opinions[0], kind)[1]
    assert (str(effect.chance.answer), effect.grade) == ("8 of 129", 3)
    act(state, "remove", [["opinions", 0, kind, 0]])
    assert getattr(state.case.opinions[0], kind) == (effect,)
    act(state, "remove", [["opinions", 0, kind, 0]])
    assert state.case == new_case()


@pytest.mark.parametrize("typed", ["18 %", "18%", "18"])
def test_a_chance_may_be_typed_with_a_percent_sign(typed):
    state = state_of(new_case())
    press(state, "Add a side effect")
    enter(state, "opinions", 0, "side_effects", 0, "chance", "answer", typed=typed)
    assert state.case.opinions[0].side_effects[0].chance.answer == 18


def test_watching_and_waiting_is_offered_until_somebody_spoke_of_it():
    state = state_of(new_case())
    press(state, "Add “watch and wait”")
    enter(state, "other_options", 0, "considered", typed="no")
    enter(state, "other_options", 0, "why", typed="It grows too fast")
    assert (state.case.other_options[0].considered, state.case.other_options[0].why) == (False, "It grows too fast")
    with pytest.raises(StopIteration):
        press(state, "Add “watch and wait”")
    press(state, "Add another way")
    press(state, "Remove Another way 2")
    assert len(state.case.other_options) == 1


def test_a_person_is_added_and_removed():
    state = state_of(new_case(), "matters")
    press(state, "Add a person")
    press(state, "Add a person")
    assert [person.name for person in state.case.people] == ["Person 1", "Person 2"]
    press(state, "Remove Person 1")
    assert [person.name for person in state.case.people] == ["Person 2"]
    assert "Person 1" in state.message


def test_a_file_of_the_folder_is_opened_by_its_name_and_nothing_else_is(tmp_path):
    state = state_of("prostate", "start")
    (tmp_path / "own.yaml").write_text(written_as(new_case()), encoding="utf-8")
    (tmp_path.parent / "outside.yaml").write_text(written_as(new_case()), encoding="utf-8")
    state.folder = tmp_path
    act(state, "open_kept", ["../outside.yaml"])
    assert state.source == "prostate"
    act(state, "open_kept", ["own.yaml"])
    assert state.case == new_case()


def test_what_cannot_be_done_is_said(tmp_path):
    state = state_of("prostate", "start")
    (tmp_path / "broken.yaml").write_text("opinionz: []", encoding="utf-8")
    state.folder = tmp_path
    act(state, "open_kept", ["broken.yaml"])
    assert "opinionz" in state.message
    assert state.source == "prostate"


def test_every_act_is_named_once():
    assert {"new", "sample", "go", "undo", "redo", "remove", "reorder"} <= set(ACTS)
