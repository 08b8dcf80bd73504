from __future__ import annotations

import subprocess
import sys

import pytest

from compare import charts, words
from compare.charts import captions, poster
from compare.explanation import explain
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
