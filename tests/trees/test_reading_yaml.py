import pytest

from compare import limits
from compare.errors import CompareError
from compare.trees import parse_yaml


def plain(text):
    return parse_yaml(text).plain()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[no, yes, on, off, y, n]", ["no", "yes", "on", "off", "y", "n"]),
        ("[true, False, TRUE]", [True, False, True]),
        ("[~, null, Null, ]", [None, None, None]),
        ("[1:30, 0x10, 0o7, 1_000, '12,5']", ["1:30", "0x10", "0o7", "1_000", "12,5"]),
        ("[010, 1e3, -.5]", [10.0, 1000.0, -0.5]),
        ("['1', \"true\", '~']", ["1", "true", "~"]),
        ("[2026-01-31, 2026-02-30]", ["2026-01-31", "2026-02-30"]),
        ("[!!str 1, !!int 1, !!float 1, !!bool true, !!null ~, !!str true]", ["1", 1.0, 1.0, True, None, "true"]),
        ("{a: &x b, c: *x}", {"a": "b", "c": "b"}),
        ("? a\n: b", {"a": "b"}),
        ("{1: a, true: b, ~: c}", {"1": "a", "true": "b", "~": "c"}),
        ("a: |\n  x\n   y\nb: >\n  p\n  q\n", {"a": "x\n y\n", "b": "p q\n"}),
        (r'"\x41\u00e9\U0001F469\t"', "Aé👩\t"),
        ("%YAML 1.1\n---\n[no, 010]", ["no", 10.0]),
        ("<<: a", {"<<": "a"}),
    ],
)
def test_yaml_1_2(text, value):
    assert plain(text) == value
    assert repr(plain(text)) == repr(value)


@pytest.mark.parametrize("text", ["!!int 1.5", "!!int a", "!!bool 1", "!!null x", "!!float nan", "!!int 1e3"])
def test_a_tag_that_says_something_else(text):
    with pytest.raises(CompareError, match="something else"):
        parse_yaml(text)


@pytest.mark.parametrize("text", [".inf", "-.INF", ".NaN"])
def test_numbers_that_are_none(text):
    with pytest.raises(CompareError, match="not an ordinary number"):
        parse_yaml(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "empty"), ("# x", "empty"), ("a\n---\nb", "more than one document"), ("{[a]: b}", "single word")],
)
def test_other_faults(text, problem):
    with pytest.raises(CompareError, match=problem):
        parse_yaml(text)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_has_an_end(opening):
    with pytest.raises(CompareError):
        parse_yaml(opening * 3000)


def test_the_deepest_tree_that_is_allowed():
    assert plain("[" * limits.DEPTH + "]" * limits.DEPTH)
    with pytest.raises(CompareError, match="too deeply"):
        parse_yaml("[" * (limits.DEPTH + 2) + "]" * (limits.DEPTH + 2))


def test_references_have_a_budget():
    long = "x" * (limits.TEXT_LETTERS // 4)
    assert len(plain(f"[&a {long}, *a, *a, *a]")) == 4
    with pytest.raises(CompareError, match="References repeat too much"):
        parse_yaml(f"[&a {long}, *a, *a, *a, *a, *a, *a]")


def test_a_key_twice_names_both_lines():
    with pytest.raises(CompareError, match="lines 1 and 3"):
        parse_yaml("a: 1\nb: 2\n'a': 3\n")
