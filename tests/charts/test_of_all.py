from __future__ import annotations

import subprocess
import sys

import pytest

from compare import charts, words
from compare.charts import captions, poster
from compare.charts.style import FROM_LEFT
from compare.errors import CompareError
from compare.explanation import explain
from compare.group import family
from compare.robustness import how_often
from compare.scoring import score

from .conftest import artists, case_of, opinion, outside, overlaps, words_of


def test_sentences_bars_and_lanes_stand_on_one_sheet(scores):
    chart = poster(scores)
    said = " ".join(words_of(chart))
    assert all(sentence in said for sentence in explain(scores))
    assert words.CAUTION in said
    assert {captions.TOTALS_TITLE, captions.PROFILE_TITLE, "Which?"} <= set(words_of(chart))
    assert artists(chart, "part")
    assert "New fits most closely" in chart.alt


def test_long_names_do_not_run_into_each_other(many_long):
    chart = poster(score(many_long))
    assert overlaps(chart) == []
    assert outside(chart) == []


def test_notice_and_missing_question():
    case = case_of(opinion("A", goals=5), opinion("B")).model_copy(update={"question": "", "notice": "Practice data."})
    assert {captions.POSTER_TITLE, "Practice data."} <= set(words_of(poster(score(case))))


def test_colours_are_there_without_matplotlib():
    code = "import sys, compare.charts.palette as p; print(p.INK, 'matplotlib' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["#1B1B1B", "False"]


def test_what_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="pie"):
        _ = charts.pie
    assert set(charts.__all__) <= set(dir(charts))


HEBREW, ARABIC, URDU = "ניתוח", "العلاج الإشعاعي", "علاج اردو"


def from_right_to_left():
    """Return a case in which every name reads from right to left; one opinion is ahead, two come to the same."""
    people = [{"name": "דנה", "role": "patient", "weights": {"points": {"goals": 80, "home": 20}}}]
    opinions = [
        opinion(HEBREW, goals=90, home=60),
        opinion(ARABIC, goals=40, home=50),
        opinion(URDU, goals=40, home=50),
    ]
    return case_of(*opinions, people=people)


@pytest.mark.parametrize(
    "drawn",
    [
        lambda case: charts.totals(score(case)),
        lambda case: poster(score(case)),
        lambda case: charts.how_often(how_often(case, draws=200)),
        lambda case: charts.family(family(case)),
    ],
    ids=["totals", "poster", "how_often", "family"],
)
def test_a_sentence_that_begins_with_a_name_from_right_to_left_is_not_turned_round(drawn):
    case = from_right_to_left()
    texts = words_of(drawn(case))
    names = {HEBREW, ARABIC, URDU, "דנה"}
    turned = [text for text in texts if text[0] in "".join(names) and text not in names]
    assert turned == []
    assert [text for text in texts if text.startswith(FROM_LEFT)]
    assert HEBREW in texts


@pytest.mark.parametrize("name", ["totals", "profile", "grid", "pros_cons", "poster"])
def test_a_chart_says_what_it_takes(name):
    with pytest.raises(CompareError, match="This takes"):
        getattr(charts, name)("case.yaml")
