import pytest
from on_screen import enter, field_at, fields_of, new_case, state_of

from compare.app.acts import act
from compare.app.entering import enter as put_in
from compare.app.entering import set_field
from compare.app.typed import shown_at
from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree
from compare.samples import sample_names

SCREENS = ("start", "said", "matters")


def each_screen(name):
    """Give a state for each screen of a sample, and for each opinion of it."""
    for screen in SCREENS:
        state = state_of(name, screen)
        for place in range(len(state.case.opinions) if screen == "said" else 1):
            act(state, "show_opinion", [place])
            yield state


@pytest.mark.parametrize("name", sample_names())
def test_a_field_that_is_given_its_own_value_changes_nothing(name):
    for state in each_screen(name):
        before = state.case
        for field in list(fields_of(state)):
            put_in(state, tuple(field.place), field.form, field.value)
            assert state.case == before, field
        assert state.drafts == {}
        assert state.before == ()


@pytest.mark.parametrize("name", sample_names())
def test_every_field_has_a_place_of_its_own_and_a_label(name):
    for state in each_screen(name):
        found = list(fields_of(state))
        assert len({tuple(field.place) for field in found}) == len(found) >= 3
        assert all(field.label for field in found)


@pytest.mark.parametrize("name", sample_names())
def test_every_field_can_be_emptied_or_says_why_not(name):
    for state in each_screen(name):
        before = state.case
        for field in list(fields_of(state)):
            set_field(state, field.place, field.form, "")
            left = shown_at(as_tree(state.case), field.place, field.form)
            assert state.case == before or left in {"", "no", "not asked", "words only"}, field
            state.undo()
        assert Case(**as_tree(state.case)) == state.case


CHANCE = ("opinions", 0, "ratings", "goals", "chance")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("50 to 65", "50 to 65"),
        ("50-65", "50 to 65"),
        (" 50 – 65 ", "50 to 65"),
        ("[50, 65]", "50 to 65"),
        ("8 of 129", "8 of 129"),
        ("8 out of 129", "8 of 129"),
        ("8/129", "8 of 129"),
        ("42.9", "42.9"),
        ("0", "0"),
    ],
)
def test_a_number_is_typed_as_people_do(typed, shown):
    state = state_of(new_case())
    enter(state, *CHANCE, "answer", typed=typed)
    assert field_at(state, *CHANCE, "answer").value == shown
    assert state.drafts == {}


@pytest.mark.parametrize(
    "typed", ["12,5", "140", "-1", "about 30", "65 to 50", "9 of 8", "5 to 10 to 15", "1e99", "<b>"]
)
def test_what_a_file_may_not_hold_is_refused_at_the_field_in_the_words_of_the_file(typed):
    state, before = state_of(new_case()), new_case()
    enter(state, *CHANCE, "answer", typed=typed)
    field = field_at(state, *CHANCE, "answer")
    assert state.case == before
    assert field.value == typed
    assert "opinions[" not in field.fault
    with pytest.raises(CompareError) as refused:
        Case(opinions=[{"name": "A", "ratings": {"goals": {"chance": [65, 50] if typed == "65 to 50" else typed}}}])
    assert str(refused.value).endswith(field.fault)


def test_what_was_refused_is_still_there_after_another_screen_and_another_change():
    state = state_of(new_case())
    enter(state, *CHANCE, "answer", typed="many")
    enter(state, "opinions", 0, "doctor", "name", typed="Dr. Lee")
    act(state, "go", ["matters"])
    act(state, "go", ["said"])
    assert field_at(state, *CHANCE, "answer").value == "many"
    enter(state, *CHANCE, "answer", typed="")
    assert field_at(state, *CHANCE, "answer").fault == ""
    assert state.drafts == {}


def test_a_name_that_is_taken_away_is_asked_for_and_shown_empty():
    state = state_of(new_case())
    enter(state, "opinions", 0, "name", typed="")
    field = field_at(state, "opinions", 0, "name")
    assert (field.value, bool(field.fault)) == ("", True)
    assert state.case.names == ("A", "B")


def test_a_draft_of_a_later_opinion_moves_up_when_one_is_removed():
    state = state_of(new_case())
    act(state, "show_opinion", [1])
    enter(state, "opinions", 1, *CHANCE[2:], "answer", typed="many")
    act(state, "remove_opinion", [0])
    assert field_at(state, *CHANCE, "answer").value == "many"
    act(state, "undo", [])
    assert state.case.names == ("A", "B")


def test_a_draft_of_what_is_removed_goes_with_it():
    state = state_of(new_case())
    enter(state, *CHANCE, "answer", typed="many")
    act(state, "remove_opinion", [0])
    assert state.drafts == {}


def test_the_last_thing_taken_out_of_a_part_takes_the_part_along():
    state = state_of(new_case())
    enter(state, "opinions", 0, "plan", "trial", "name", typed="X")
    enter(state, "opinions", 0, "plan", "trial", "name", typed="")
    enter(state, "opinions", 0, "plan", "guideline", "name", typed="")
    assert state.case == new_case()


def test_a_reason_takes_the_place_of_an_answer_and_an_answer_that_of_a_reason():
    state = state_of(new_case())
    enter(state, *CHANCE, "words", typed="most of them")
    assert field_at(state, *CHANCE, "why").value == "words only"
    enter(state, *CHANCE, "answer", typed="70")
    assert field_at(state, *CHANCE, "why").value == ""
    enter(state, *CHANCE, "why", typed="asked, no answer")
    rating = state.case.opinions[0].ratings["goals"]["chance"]
    assert (rating.answer, rating.why, rating.words) == (None, "asked, no answer", "most of them")
    enter(state, *CHANCE, "answer", typed="60")
    assert state.case.opinions[0].ratings["goals"]["chance"].answer == 60


EVIDENCE = ("opinions", 0, "ratings", "rationale", "evidence")


def test_a_level_is_chosen_alone_between_two_or_with_a_reason():
    state = state_of(new_case())
    offered = [value for value, *_ in field_at(state, *EVIDENCE, "answer").options]
    assert {"2A", "2A to 2B", "high to moderate", "asked, no answer"} <= set(offered)
    assert "3 to high" not in offered
    for choice in offered:
        enter(state, *EVIDENCE, "answer", typed=choice)
        assert field_at(state, *EVIDENCE, "answer").value == choice
        assert state.drafts == {}


def test_a_level_that_is_not_on_the_scale_is_refused():
    state = state_of(new_case())
    enter(state, *EVIDENCE, "answer", typed="strong")
    assert "2A" in field_at(state, *EVIDENCE, "answer").fault


def test_a_list_of_ticks_keeps_its_order_and_vanishes_when_empty():
    state = state_of(new_case())
    for word, typed in (("surgery", "yes"), ("radiation", "yes"), ("surgery", "no")):
        enter(state, "opinions", 0, "plan", "modalities", word, typed=typed)
    assert state.case.opinions[0].plan.modalities == ("radiation",)
    enter(state, "opinions", 0, "plan", "modalities", "radiation", typed="no")
    assert state.case == new_case()


def test_tests_are_typed_one_a_line():
    state = state_of(new_case())
    place = ("opinions", 0, "findings", "biomarkers")
    enter(state, *place, typed="EGFR: no change found\n\nALK: Not done")
    found = state.case.opinions[0].findings.biomarkers
    assert (found["EGFR"].result, found["ALK"].state) == ("no change found", "not done")
    enter(state, *place, typed="EGFR no change")
    assert "a name, a colon" in field_at(state, *place).fault
    assert field_at(state, *place).value == "EGFR no change"
    enter(state, *place, typed="ALK: a\nALK: b")
    assert "twice" in field_at(state, *place).fault


def test_a_test_with_a_state_and_a_result_keeps_both_when_another_line_changes():
    case = new_case()
    odd = {"PD-L1": {"state": "not known", "result": "waiting"}}
    state = state_of(Case(opinions=[{"name": "A", "findings": {"biomarkers": odd}}, *case.opinions[1:]]))
    place = ("opinions", 0, "findings", "biomarkers")
    enter(state, *place, typed=f"{field_at(state, *place).value}\nALK: not done")
    assert as_tree(state.case)["opinions"][0]["findings"]["biomarkers"] == {**odd, "ALK": "not done"}


def test_a_question_can_be_asked_answered_and_asked_without_an_answer():
    state = state_of(new_case())
    place = ("opinions", 0, "asked", "Which guideline do you follow?")
    enter(state, *place, "asked", typed="yes")
    assert state.case.opinions[0].asked == {place[-1]: ""}
    enter(state, *place, typed="The national one")
    assert state.case.opinions[0].asked == {place[-1]: "The national one"}
    enter(state, *place, typed="")
    enter(state, *place, "asked", typed="no")
    assert state.case == new_case()
