import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import weighted_cases
from ruamel.yaml import YAML

import compare
from compare import words
from compare.answers import Count
from compare.explanation import explain
from compare.interval import Interval

SOURCE = Path(compare.__file__).parent
SAMPLES = SOURCE.parents[1] / "data" / "samples"

ADVICE = re.compile(
    r"\bbest (?:treatment|option|choice|plan|opinion|doctor|decision)s?\b|\byou (?:should|must|ought)\b"
    r"|\brecommended (?:option|choice|plan|treatment)\b|\b(?:correct|right|wrong) (?:opinion|choice|decision|treatment)\b"
    r"|\bwe (?:recommend|advise)\b",
    re.IGNORECASE,
)
"""What this program never says to a family."""

FAMILY_FILES = sorted(SOURCE.rglob("*.py"))
PAGES = sorted(path for ending in ("js", "css", "j2", "typ", "ipynb") for path in SOURCE.rglob(f"*.{ending}"))
TOLD = sorted(
    [
        SOURCE.parents[1] / "README.md",
        *(SOURCE.parents[1] / "docs").glob("*.md"),
        *(SOURCE.parents[1] / "notebooks").glob("*.ipynb"),
    ]
)
FAMILY_DATA = sorted([*(SOURCE / "data").glob("*.yaml"), *SAMPLES.glob("*.yaml")])


def strings_of(path):
    """Give every text of a Python file that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bodies = [node.body for node in ast.walk(tree) if hasattr(node, "body") and isinstance(node.body, list)]
    alone = {id(line.value) for body in bodies for line in body if isinstance(line, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return [node.value for node in texts if id(node) not in alone]


def texts_of(tree):
    """Give every text of a plain tree, keys and values."""
    if isinstance(tree, dict):
        return [text for pair in tree.items() for part in pair for text in texts_of(part)]
    return [text for item in tree for text in texts_of(item)] if isinstance(tree, list) else [str(tree)]


@pytest.mark.parametrize("path", FAMILY_FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_text_of_the_program_gives_advice(path):
    assert [text for text in strings_of(path) if ADVICE.search(text)] == []


@pytest.mark.parametrize("path", FAMILY_DATA, ids=lambda path: path.name)
def test_no_text_of_the_data_gives_advice(path):
    tree = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    assert [text for text in texts_of(tree) if ADVICE.search(text)] == []


@pytest.mark.parametrize("path", [*PAGES, *TOLD], ids=lambda path: path.name)
def test_no_page_template_or_guide_gives_advice(path):
    assert [line for line in path.read_text(encoding="utf-8").splitlines() if ADVICE.search(line)] == []


def test_the_search_for_advice_looks_at_something():
    assert {path.suffix for path in PAGES} == {".js", ".css", ".j2", ".typ", ".ipynb"}
    assert len(FAMILY_FILES) >= 4
    assert len(FAMILY_DATA) >= 2
    assert any("too close to call" in text for path in FAMILY_FILES for text in strings_of(path))
    assert ADVICE.search("The best treatment is here. You should take it.")


@given(weighted_cases)
def test_no_sentence_or_table_gives_advice(drawn):
    for scores in (compare.score(drawn[0], compare.points(drawn[1])), compare.score(drawn[0])):
        shown = " ".join(
            [
                str(scores),
                *explain(scores),
                *compare.questions(scores).sentences(),
                *compare.what_if(scores).sentences(),
                *compare.tiebreak(scores).sentences(),
                *compare.balance(scores.case).sentences(),
                *compare.family(scores.case).sentences(),
            ]
        )
        assert not ADVICE.search(shown)


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (0.49, "0"), (0.5, "1"), (1.5, "2"), (2.5, "3"), (61.4, "61"), (99.5, "100"), (-0.2, "0"), (-1.6, "-2")],
)
def test_whole_numbers(number, text):
    assert words.whole(number) == text


@given(st.floats(-1000, 1000))
def test_a_whole_number_is_never_more_than_a_half_away(number):
    assert abs(int(words.whole(number)) - number) <= 0.5 + 1e-9


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ((0, 50, 100), "not known"),
        ((50, 61.4, 70), "61 (50 to 70)"),
        ((61.4, 61.4, 61.4), "61"),
        ((20, 50, 80), "50 (20 to 80)"),
    ],
)
def test_ranges(ends, text):
    assert words.range_text(Interval(*ends)) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0 of 100"),
        (0.004, "fewer than 1 of 100"),
        (0.5, "50 of 100"),
        (0.9951, "more than 99 of 100"),
        (1, "100 of 100"),
    ],
)
def test_shares(share, text):
    assert words.of_100(share) == text


@given(st.floats(0, 1))
def test_only_certainty_is_0_or_100_of_100(share):
    assert (words.of_100(share) in {"0 of 100", "100 of 100"}) == (share in {0, 1})


@pytest.mark.parametrize(
    ("names", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists(names, text):
    assert words.listing(names) == text


@pytest.mark.parametrize(("amount", "text"), [(0.2, "less than 1 point"), (1, "1 point"), (7.6, "8 points")])
def test_points(amount, text):
    assert words.points(amount) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 people"), (1, "1 person"), (2, "2 people")])
def test_counts(count, text):
    assert words.counted(count, "person", "people") == text


@pytest.mark.parametrize(
    ("answer", "unit", "text"),
    [
        ((18.0, 24.0), "of 100", "18 to 24 of 100"),
        ((18.0, 18.0), "weeks", "18 weeks"),
        (Count(8, 129), "", "8 of 129"),
        (1.0, "weeks", "1 week"),
        (-0.5, "mmol/L", "-0.5 mmol/L"),
        (("poor", "fair"), "x", "poor to fair"),
    ],
)
def test_answers_as_they_were_given(answer, unit, text):
    assert words.answer(answer, unit) == text


@given(st.one_of(st.floats(0, 100), st.builds(Count, st.integers(0, 9), st.integers(9, 500))))
def test_yes_and_no_stand_side_by_side_and_add_up(answer):
    told = re.match(
        r"yes: (fewer than |more than )?(\d+) of 100, no: (fewer than |more than )?(\d+)", words.happens(answer)
    )
    assert int(told[2]) + int(told[4]) == 100
    assert (told[1], told[3]) in {(None, None), ("fewer than ", "more than "), ("more than ", "fewer than ")}


def test_days():
    assert words.day(date(2026, 9, 4)) == "4 September 2026"


@pytest.mark.parametrize("text", [words.CAUTION, words.LIMITS, words.HOW_TO_READ, words.NO_WEIGHTS, words.NEEDS_TWO])
def test_fixed_lines_are_short_sentences(text):
    assert max(len(sentence.split()) for sentence in re.split(r"[.;:] ?", text)) <= 28
