import copy
import pickle

import pytest
from made_up import HOSTILE

from compare import limits
from compare.errors import CompareError
from compare.trees import Number, clean_text, is_number, number_from, parse_json, parse_yaml

TEXT = """\
a: 1
b:
  - x
  - c: y

    d: [p,
        q]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("a",), 1),
        (("b",), 2),
        (("b", 0), 3),
        (("b", 1, "d"), 6),
        (("b", 1, "d", 1), 7),
        (("b", 1, "no", "d"), 6),
        (("z",), 1),
    ],
)
def test_every_value_knows_its_line(path, line):
    assert parse_yaml(TEXT).line_of(path) == line


def test_json_and_yaml_give_the_same_tree():
    text = '{"a": 1,\n "b": ["x", {"c": null, "d": [true, 2.5e3]}]}'
    assert parse_json(text) == parse_yaml(text)


def test_steps_that_lead_nowhere_are_left_out():
    assert parse_yaml(TEXT).known(("b", "(tag)", 1, "c", "[key]")) == ("b", 1, "c")


@pytest.mark.parametrize("travel", [copy.deepcopy, lambda number: pickle.loads(pickle.dumps(number))])
def test_a_number_remembers_how_it_was_written(travel):
    number = travel(Number("4.10"))
    assert (number, number.text) == (4.1, "4.10")


@pytest.mark.parametrize("text", ["1", "-3", "+.5", "1e3", "1E-3", "12.", "007"])
def test_numbers(text):
    assert is_number(text)
    assert number_from(text) == float(text)


@pytest.mark.parametrize(
    "text", ["", " ", "1,5", "1_0", "nan", "inf", "１", "0x1", "1:30", "--1", "1e", ".", "1 2", "one"]
)
def test_not_numbers(text):
    assert not is_number(text)
    assert number_from(text) is None


@pytest.mark.parametrize("raw", [True, None, [], "a"])
def test_other_values_are_no_numbers(raw):
    assert number_from(raw) is None


@pytest.mark.parametrize("raw", ["1e400", "-1e13", 1e13, float("nan"), float("inf"), 10**400, "1" * 41])
def test_numbers_out_of_bounds(raw):
    with pytest.raises(CompareError):
        number_from(raw)


@pytest.mark.parametrize("text", HOSTILE)
def test_odd_texts_are_welcome_and_end_in_normal_form_c(text):
    assert clean_text(clean_text(text)) == clean_text(text)
    assert "e\u0301" not in clean_text(text)


def test_a_text_has_a_longest_length():
    assert clean_text("x" * limits.TEXT_LETTERS)
    with pytest.raises(CompareError, match="20001 letters"):
        clean_text("x" * (limits.TEXT_LETTERS + 1), 7)
