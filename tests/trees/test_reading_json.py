import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import texts

from compare.errors import CompareError
from compare.trees import parse_json

numbers = st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e12, 1e12))
trees = st.recursive(
    st.one_of(st.none(), st.booleans(), numbers, texts.filter(lambda text: "\u0301" not in text)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text("abcé :", max_size=4), inner, max_size=4)
    ),
    max_leaves=15,
)


@given(trees, st.sampled_from([None, 1, 4]), st.booleans())
def test_every_tree_is_read_as_the_standard_library_reads_it(tree, indent, ascii_only):
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_only)
    assert parse_json(text).plain() == normal(json.loads(text))


def normal(tree):
    from unicodedata import normalize

    if isinstance(tree, dict):
        return {normal(key): normal(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [normal(item) for item in tree]
    return normalize("NFC", tree) if isinstance(tree, str) else tree


@given(st.text(st.sampled_from('{}[]":,0123456789.eE+-truefalsnul \\\n'), max_size=30))
def test_what_the_standard_library_refuses_is_refused(text):
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        with pytest.raises(CompareError):
            parse_json(text)
    else:
        assert abs(value) > 1e12 or parse_json(text).plain() == value if isinstance(value, float | int) else True


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ('{"a": 1,\n "a": 2}', 2, "lines 1 and 2"),
        ('{"a": NaN}', 1, "NaN"),
        ('{"a": 1e400}', 1, "1e400"),
        ('{"a"\n: tru}', 2, "tru"),
        ('{"a": "b\nc"}', 1, ""),
        ('{"a": 1}\n\n x', 3, "x"),
        ("{'a': 1}", 1, "'a'"),
        ("[1 2]", 1, "2"),
        ("[1,]", 1, "]"),
        ("[", 1, "the end of the file"),
        ('"a', 1, ""),
        ("", None, "nothing"),
        ("[" * 100_000, 1, "more than 40 levels"),
    ],
)
def test_faults_with_their_line(text, line, found):
    with pytest.raises(CompareError) as caught:
        parse_json(text)
    assert caught.value.line == line
    assert found in caught.value.found


def test_a_line_is_counted_once_however_long_the_file():
    text = "[" + ",\n".join(["1"] * 5000) + "]"
    assert parse_json(text).line_of((4999,)) == 5000
