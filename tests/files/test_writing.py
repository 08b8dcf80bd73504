import json

import pytest
from hypothesis import given, settings
from made_up import HOSTILE, SCALES, cases
from whole_cases import cases_of_any_kind

from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree, read, read_data, read_text, save, written_as, written_as_bytes

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # only how a failure is shown

TEXTS = (".yaml", ".json", ".csv")
ENDINGS = (*TEXTS, ".xlsx")

FEW = {".xlsx": settings(max_examples=8)}
"""A workbook takes longer to write than a text."""


@pytest.mark.parametrize("ending", ENDINGS)
def test_read_back_equal_whatever_is_filled_in(ending):
    @FEW.get(ending, settings())
    @given(cases_of_any_kind())
    def check(case):
        assert read_data(written_as_bytes(case, ending), ending) == case

    check()


@pytest.mark.parametrize("ending", ENDINGS)
def test_read_back_equal_whatever_the_criteria_and_answers(ending):
    @FEW.get(ending, settings())
    @given(cases())
    def check(case):
        assert read_data(written_as_bytes(case, ending), ending) == case

    check()


@pytest.mark.parametrize("ending", ENDINGS)
def test_hostile_texts_in_every_field(ending):
    case = Case.model_validate(
        {
            "question": "q",
            "sources": HOSTILE,
            "opinions": [
                {"name": str(place), "asked": {text: text}, "pros": [text], "findings": {"stage": text, "tnm": text}}
                for place, text in enumerate(HOSTILE)
            ],
        }
    )
    assert read_data(written_as_bytes(case, ending), ending) == case


@pytest.mark.parametrize("ending", TEXTS)
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


@pytest.mark.parametrize("ending", TEXTS)
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
    assert read_data(written_as_bytes(case, ending), ending) == case


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
    assert read_data(written_as_bytes(case, ending), ending) == case
    assert as_tree(case)["people"][0]["weights"] == weights


def test_both_formats_hold_the_same_tree():
    case = read_text('{schema: 1, opinions: [{name: A, ratings: {goals: "8 of 129"}}]}')
    assert json.loads(written_as(case, ".json")) == as_tree(case)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_case_gives_the_same_bytes(ending):
    text = "{schema: 1, question: q, opinions: [{name: A, pros: [x, y]}]}"
    assert written_as_bytes(read_text(text), ending) == written_as_bytes(read_text(text), ending)


def test_a_workbook_is_no_text():
    with pytest.raises(CompareError, match="not text"):
        written_as(Case(opinions=[{"name": "A"}]), ".xlsx")


def test_other_endings_are_refused(tmp_path):
    with pytest.raises(CompareError, match=r"\.yaml, \.yml, \.json, \.csv, \.xlsx"):
        save(Case(opinions=[{"name": "A"}]), tmp_path / "case.txt")
    assert list(tmp_path.iterdir()) == []


def test_hostile_names_in_a_workbook():
    names = [
        "no",
        "1e3",
        "~",
        "3",
        "2026-01-31",
        "a: b",
        "#x",
        "#N/A",
        "שלום",
        "👩‍👩‍👧",
        "=cmd",
        "'",
        '"',
        "asked, no answer",
        "{}",
        "[a]",
    ]
    case = Case.model_validate(
        {
            "opinions": [{"name": name, "side_effects": [{"name": name, "chance": 5}]} for name in names],
            "people": [{"name": name, "gut_first": name} for name in names],
        }
    )
    assert read_data(written_as_bytes(case, ".xlsx"), ".xlsx") == case


def test_what_would_be_lost_is_not_saved(tmp_path, monkeypatch):
    other = '{"schema": 1, "opinions": [{"name": "B"}]}'
    monkeypatch.setattr("compare.files.writing.written_as", lambda *_: other)
    with pytest.raises(CompareError, match="without losing something"):
        save(Case(opinions=[{"name": "A"}]), tmp_path / "case.json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".yaml", ".json", ".csv", ".xlsx"])
def test_answers_by_goal_come_back_from_every_format(ending, tmp_path):
    goals = ["Live: long, and well", "no", "1", '"quoted"', "=home", "two words "]
    long = {
        "answer": ["no", "partly"],
        "said_by": "Dr. Lee",
        "when": "2026-03-02",
        "written": True,
        "words": "we'll see",
    }
    fit = dict(zip(goals, ["yes", "no", long, "not known", {"words": "maybe"}, "partly"], strict=True))
    case = Case(patient={"goals": goals}, opinions=[{"name": "A", "ratings": {"goals": {"goal_fit": fit}}}])
    assert len(case.opinions[0].ratings["goals"]["goal_fit"]) == len(goals)
    path = save(case, tmp_path / f"case{ending}")
    assert read(path) == case
