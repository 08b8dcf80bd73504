import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import HOSTILE, names, texts
from on_screen import enter, field_at, new_case, state_of

from compare.app.blocks import Field, Group, Row, Text, Ticks
from compare.app.screens.fields import chosen, field, filled, group, options
from compare.app.typed import level_of, level_options, pairs_of, shown, value_at, value_of
from compare.case import Attribute
from compare.errors import CompareError
from compare.files import as_tree

LEVELS = {"near to home": 0, "near": 40, "home": 100}


def test_the_value_of_a_place_is_found_through_lists_and_bare_answers():
    tree = {"a": [{"b": 5}], "c": "IIIA"}
    assert value_at(tree, ("a", 0, "b")) == 5
    assert value_at(tree, ("a", 1, "b")) is None
    assert value_at(tree, ("c", "answer")) == "IIIA"
    assert value_at(tree, ("c", "words")) is None
    assert value_at(tree, ("x", "y", 3)) is None


@given(st.lists(names, min_size=1, max_size=5))
def test_a_list_is_shown_and_read_alike(items):
    assert value_of("lines", shown(items, "lines")) == items


@given(st.lists(st.integers(0, 100), min_size=2, max_size=2))
def test_a_range_is_shown_and_read_alike(ends):
    assert [int(end) for end in value_of("answer", shown(ends, "answer"))] == ends


@given(st.dictionaries(names.filter(lambda name: ":" not in name), names, max_size=4))
def test_names_and_results_are_shown_and_read_alike(pairs):
    assert pairs_of(shown(pairs, "pairs"), {}) == (pairs or None)


@given(st.sampled_from(["EGFR", ":", ": x", "x:", "x: "]))
def test_a_line_without_a_name_or_a_result_is_refused(line):
    with pytest.raises(CompareError):
        pairs_of(line, {})


@given(texts)
def test_whatever_is_typed_into_a_note_is_kept_as_typed_or_refused_as_typed(typed):
    state = state_of(new_case())
    place = ("opinions", 0, "notes")
    enter(state, *place, typed=typed)
    field = field_at(state, *place)
    assert field.value == (typed if field.fault else typed.strip())
    assert (as_tree(state.case)["opinions"][0].get("notes") or "") == ("" if field.fault else typed.strip())


@pytest.mark.parametrize("typed", HOSTILE)
def test_no_text_breaks_a_field_for_a_number_or_a_level(typed):
    state = state_of(new_case())
    for keys in (("goals", "chance"), ("rationale", "evidence")):
        place = ("opinions", 0, "ratings", *keys, "answer")
        enter(state, *place, typed=typed)
        field = field_at(state, *place)
        assert field.fault == "" or field.value == typed


def test_a_level_whose_name_looks_like_a_range_is_a_level():
    near = Attribute.model_validate({"key": "a", "value": {"levels": LEVELS}})
    assert level_of(near, "near to home") == "near to home"
    assert level_of(near, "near to home to near") == ["near to home", "near"]
    assert level_of(near, "") is None


def test_the_reasons_why_nothing_is_known_stand_in_a_group_of_their_own():
    near = Attribute.model_validate({"key": "a", "value": {"levels": LEVELS}})
    groups = [entry[2] if len(entry) > 2 else "" for entry in level_options(near)]
    assert groups == ["", "", "", "", "Somewhere between", "Somewhere between", *["Nothing known: why?"] * 4]


def test_what_is_filled_in_is_counted_in_rows_and_open_groups_and_not_in_folded_ones():
    one, none = Field(("a",), "a", value="x"), Field(("b",), "b")
    refused, ticked = Field(("c",), "c", value="x", fault="no"), Ticks(("d",), "d", values=["x"])
    assert filled([one, Row([none, refused]), Group("", [ticked]), Text("t"), group("g", [one], "g")]) == (2, 4)
    assert group("g", [one, none], "g").remark == "1 of 2 filled in"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("people[1].name", "This is not a name."),
        ("people[1]", "This is not a name."),
        ("people[2].name", "people[2].name\nThis is not a name."),
    ],
)
def test_the_place_is_left_out_of_a_reason_at_its_own_field_only(said, shown):
    state = state_of(new_case(people=[{"name": "Rosa"}]), "matters")
    place = ("people", 0, "name")
    state.drafts = {place: ("x", f"{said}\nThis is not a name.")}
    assert field(state, place, "Name").fault == shown


def test_choices_begin_with_an_empty_one():
    assert options(["a"])[0] == ("", "Not asked yet")
    assert chosen({"a": "An a"}) == [("", "Not said"), ("a", "An a")]
