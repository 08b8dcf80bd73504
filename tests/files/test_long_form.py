import pytest
from hypothesis import given
from whole_cases import cases_of_any_kind

import compare
from compare.errors import CompareError
from compare.files import as_tree
from compare.files.long_csv import COLUMNS
from compare.files.long_form import Entry, name_in, rows_of, tree_of
from compare.samples import sample_names
from compare.trees import Node

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # only how a failure is shown


def entries(*rows):
    return [Entry.at(steps, node(value, line)) for line, (steps, value) in enumerate(rows, 1)]


def node(value, line):
    return Node([node(item, line) for item in value] if isinstance(value, list) else value, line)


@given(cases_of_any_kind())
def test_no_value_stands_too_deep_or_twice(case):
    rows = list(rows_of(as_tree(case)))
    assert max(len(steps) for steps, _ in rows) < len(COLUMNS)
    assert len({steps for steps, _ in rows}) == len(rows)


@pytest.mark.parametrize("name", sample_names())
def test_the_rows_of_a_sample_make_its_tree(name):
    tree = as_tree(compare.sample(name))
    assert compare.Case.model_validate(tree_of(entries(*rows_of(tree))).plain()) == compare.sample(name)


def test_an_order_of_rows_is_kept_for_opinions_and_does_not_matter_for_items():
    made = tree_of(
        entries((("opinions", "B", "pros", 2), "y"), (("opinions", "A"), {}), (("opinions", "B", "pros", 1), "x"))
    )
    assert made.plain() == {"opinions": [{"name": "B", "pros": ["x", "y"]}, {"name": "A"}]}


def test_a_list_without_a_gap_though_a_row_was_deleted():
    assert tree_of(entries((("sources", 1), "a"), (("sources", 7), "b"))).plain() == {"sources": ["a", "b"]}


def test_a_blank_item_and_a_blank_question_are_left_out_but_their_opinion_is_there():
    rows = [(("opinions", "A", "pros", 1), None), (("opinions", "A", "asked", "Why?"), None), (("sources", 1), None)]
    assert tree_of(entries(*rows)).plain() == {"opinions": [{"name": "A"}]}


def test_a_blank_field_is_there_so_that_a_misspelt_one_is_refused():
    assert tree_of(entries((("patient", "stgae"), None))).plain() == {"patient": {"stgae": None}}


def test_a_blank_row_gives_way_to_a_value():
    rows = [(("opinions", "A", "ratings", "goals"), 70), (("opinions", "A", "ratings", "goals", "chance"), None)]
    assert tree_of(entries(*rows)).plain()["opinions"][0]["ratings"] == {"goals": 70}


def test_every_value_knows_its_line():
    tree = tree_of(entries((("question",), "q"), (("opinions", "A", "plan", "intent"), "curative")))
    assert tree.line_of(("opinions", 0, "plan", "intent")) == 2
    assert tree.line_of(("opinions", 0, "name")) == 2


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([(("notes",), "a"), (("notes",), "b")], "notes on lines 1 and 2"),
        ([(("patient",), "a"), (("patient", "stage"), "b")], "patient, and also patient, stage"),
        ([(("opinions", "A", "name"), "B")], "name on lines 1 and 1"),
    ],
)
def test_two_values_in_one_place(rows, found):
    with pytest.raises(CompareError) as caught:
        tree_of(entries(*rows))
    assert found in caught.value.found


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        (("opinions",), "name"),
        (("opinions", "A", "side_effects"), "name"),
        (("criteria", "k", "attributes"), "key"),
        (("opinions", "A", "ratings", "people"), None),
        (("patient", "goals"), None),
    ],
)
def test_which_items_stand_under_a_name(steps, name):
    assert name_in(steps) == name
