"""How hard a paper is to read is counted from its own sentences, by a formula that a library works out alike."""

import pytest
import readability
from papers import paper_of

import compare
from compare.reports.glossary import texts_of
from compare.reports.parts import Paragraphs
from compare.reports.reading_level import grade, how_hard
from compare.words import reporting

EASY = "Ask the doctor what they would do next, and write down what they say."
HARD = (
    "Multidisciplinary deliberation necessitates comprehensive consideration of heterogeneous prognostic determinants."
)


@pytest.mark.parametrize("texts", [[EASY], [HARD], [EASY, HARD], [f"{EASY} {HARD}"]])
def test_it_is_the_index_that_the_library_gives(texts):
    lines = "\n".join(texts).replace(". ", ".\n").replace(",", "").replace(".", "")
    assert grade(texts) == pytest.approx(readability.getmeasures(lines, lang="en")["readability grades"]["ARI"])


def test_names_and_numbers_are_no_sentences():
    assert grade(["Radiation with hormones", "81 of 100", ""]) is None
    assert grade([EASY, "Radioimmunotherapy"]) == grade([EASY])
    assert list(how_hard([Paragraphs("Plan", ["Surgery"])])) == []


@pytest.mark.parametrize("name", compare.sample_names())
def test_the_report_for_the_family_prints_how_hard_it_is(name):
    *parts, last = paper_of(name).parts
    assert last == Paragraphs(reporting.HOW_HARD, [reporting.how_hard(grade(texts_of(parts)))])
    assert grade(texts_of(parts)) < 8
