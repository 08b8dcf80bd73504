import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import HOSTILE, SCALES, cases, names, texts

from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree, read, read_text, save, written_as

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # only how a failure is shown

ENDINGS = (".yaml", ".json")

long_texts = st.dictionaries(texts, texts, max_size=3)

sources = st.fixed_dictionaries(
    {},
    optional={
        "said_by": texts,
        "words": texts,
        "when": st.one_of(texts.filter(lambda text: "-" not in text), st.dates().map(str)),
        "written": st.booleans(),
        "time": texts,
        "group": texts,
        "source": texts,
    },
)
ratings = st.one_of(
    st.floats(0, 100),
    st.tuples(st.floats(0, 50), st.floats(50, 100)).map(list),
    st.sampled_from(["8 of 129", "not asked", "asked, no answer", "words only", None]),
)

opinions = st.fixed_dictionaries(
    {"name": names},
    optional={
        "pros": st.lists(texts, max_size=4),
        "notes": texts,
        "asked": long_texts,
        "rapport": texts,
        "date": st.dates().map(str),
        "written": st.booleans(),
        "philosophy": st.floats(1, 5),
        "doctor": st.fixed_dictionaries({}, optional={"name": names, "specialty": texts, "years": st.floats(0, 60)}),
        "findings": st.fixed_dictionaries(
            {},
            optional={
                "stage": texts,
                "tnm": texts,
                "imaging": st.fixed_dictionaries({"answer": texts, "reread": st.booleans()}),
            },
        ),
        "ratings": st.fixed_dictionaries(
            {},
            optional={
                "goals": ratings,
                "experience": st.tuples(ratings, sources).map(lambda pair: {"answer": pair[0], **pair[1]}),
            },
        ),
    },
)

whole_cases = st.fixed_dictionaries(
    {"question": texts, "opinions": st.lists(opinions, min_size=1, max_size=3, unique_by=lambda opinion: opinion["name"].casefold())},
    optional={
        "notes": texts,
        "sources": st.lists(texts, max_size=3),
        "country": texts,
        "patient": st.fixed_dictionaries({}, optional={"condition": texts, "goals": st.lists(texts, max_size=3), "ecog": st.integers(0, 5)}),
        "people": st.just([{"name": "Rosa", "role": "patient", "weights": {"equal": True}}, {"name": "no"}]),
        "preparation": st.fixed_dictionaries({}, optional={"records": st.dictionaries(texts, st.just({"have_report": True}), max_size=2)}),
    },
)  # fmt: skip


def case_from(tree):
    from hypothesis import assume
    from pydantic import ValidationError

    try:
        return Case.model_validate(tree)
    except ValidationError:
        assume(False)


@pytest.mark.parametrize("ending", ENDINGS)
def test_read_back_equal_whatever_the_texts(ending):
    @given(whole_cases)
    def check(tree):
        case = case_from(tree)
        assert read_text(written_as(case, ending), ending) == case

    check()


@pytest.mark.parametrize("ending", ENDINGS)
def test_read_back_equal_whatever_the_criteria_and_answers(ending):
    @given(cases())
    def check(case):
        assert read_text(written_as(case, ending), ending) == case

    check()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_texts_in_every_place(tmp_path, ending, text):
    tree = {
        "question": text,
        "notes": text,
        "sources": [text, text],
        "opinions": [{"name": "A", "pros": [text], "asked": {text: text}}],
    }
    case = Case.model_validate(tree)
    assert read(save(case, tmp_path / f"case{ending}")) == case
    assert case.notes.replace("\u0301", "") or text == ""


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "name",
    [
        "no",
        "1e3",
        "~",
        "null",
        "3",
        "2026-01-31",
        "a: b",
        "- a",
        "#x",
        "שלום",
        "👩‍👩‍👧",
        "zero\u200bwidth",
        "=cmd",
        "'",
        '"',
    ],
)
def test_hostile_names(tmp_path, ending, name):
    case = Case.model_validate(
        {"opinions": [{"name": name}], "people": [{"name": name, "gut_first": name}], "decision": {"opinion": name}}
    )
    assert read(save(case, tmp_path / f"case{ending}")) == case


@pytest.mark.parametrize("text", [":-)", ":0"])
def test_a_text_that_begins_with_a_colon(text):
    case = Case(opinions=[{"name": "A", "asked": {"Why?": text, text: "x"}, "doctor": {"specialty": text}}])
    assert read_text(written_as(case)) == case


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("ending", ENDINGS)
def test_scales_are_kept(ending, scale):
    case = Case.model_validate(
        {"criteria": [{"key": "k", "attributes": [{"key": "a", "value": scale}]}], "opinions": [{"name": "A"}]}
    )
    assert read_text(written_as(case, ending), ending) == case


@pytest.mark.parametrize(
    "weights",
    [
        {"equal": True},
        {"points": {"a": 1, "b": 2.5}},
        {"swing": {"a": 100, "b": 0}},
        {"ranking": ["b", "a"]},
        {"pairwise": {"a over b": 0.3333333333333333}},
        {"swing_ranges": {"a": [1, 2], "b": [0, 100]}},
    ],
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_weights_are_kept_as_they_were_said(ending, weights):
    tree = {
        "criteria": [{"key": "a"}, {"key": "b"}],
        "opinions": [{"name": "A"}],
        "people": [{"name": "R", "weights": weights}],
    }
    case = Case.model_validate(tree)
    assert read_text(written_as(case, ending), ending) == case
    assert as_tree(case)["people"][0]["weights"] == weights


def test_both_formats_hold_the_same_tree():
    case = read_text('{schema: 1, opinions: [{name: A, ratings: {goals: "8 of 129"}}]}')
    assert json.loads(written_as(case, ".json")) == as_tree(case)


def test_the_same_case_gives_the_same_bytes():
    text = "{schema: 1, question: q, opinions: [{name: A, pros: [x, y]}]}"
    assert written_as(read_text(text)) == written_as(read_text(text))


def test_other_endings_are_refused(tmp_path):
    with pytest.raises(CompareError, match=r"\.yaml, \.yml, \.json"):
        save(Case(opinions=[{"name": "A"}]), tmp_path / "case.txt")
    assert list(tmp_path.iterdir()) == []


def test_what_would_be_lost_is_not_saved(tmp_path, monkeypatch):
    other = '{"schema": 1, "opinions": [{"name": "B"}]}'
    monkeypatch.setattr("compare.files.writing.written_as", lambda *_: other)
    with pytest.raises(CompareError, match="without losing something"):
        save(Case(opinions=[{"name": "A"}]), tmp_path / "case.json")
    assert list(tmp_path.iterdir()) == []
