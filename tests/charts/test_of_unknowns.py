from __future__ import annotations

import pytest

import compare
from compare.charts import tornado
from compare.scoring import score
from compare.unknowns import questions
from compare.weights import points
from compare.words import asking

from .conftest import HOSTILE, artists, case_of, opinion, outside, overlaps, words_of


def look(*opinions, **weights):
    return questions(score(case_of(*opinions), points(weights) if weights else None))


def test_bars_show_how_far_ahead_or_behind_an_answer_could_put_an_opinion():
    chart = tornado(look(opinion("A", goals=50, home=[40, 60]), opinion("B", goals=50, home=50), goals=50, home=50))
    (bar,) = artists(chart, "bar")
    assert (bar.get_x(), bar.get_width()) == pytest.approx((50 + 50 * -5 / 6, 50 * 10 / 6))
    assert "−5 to +5" in words_of(chart)
    assert {"−6", "0", "+6", "behind", "level", "ahead"} <= set(words_of(chart))


def test_the_widest_bar_stands_on_top():
    chart = tornado(look(opinion("A", goals=[40, 60]), opinion("B", goals=50, home=50), goals=50, home=50))
    widths = [bar.get_width() for bar in artists(chart, "bar")]
    assert widths == sorted(widths, reverse=True)
    assert len(widths) == 2


def test_what_could_change_who_comes_first_is_said_in_words():
    far = tornado(look(opinion("A", goals=90, home=90), opinion("B", goals=10), goals=90, home=10))
    near = tornado(look(opinion("A", goals=50, home=50), opinion("B", goals=50), goals=50, home=50))
    assert asking.COULD_CHANGE_SHORT not in words_of(far)
    assert asking.COULD_CHANGE_SHORT in words_of(near)


@pytest.mark.parametrize(("known", "reach"), [(50, 50), (45, 60), (35, 80), (15, 100)])
def test_the_axis_ends_at_a_round_number_not_far_beyond_the_bars(known, reach):
    said = set(words_of(tornado(look(opinion("A", goals=known, home=0), opinion("B", home=0), goals=100, home=0))))
    assert {f"−{reach}", f"−{reach // 2}", "0", f"+{reach // 2}", f"+{reach}"} <= said


def test_nothing_open_is_said():
    chart = tornado(look(opinion("A", goals=50, home=50), opinion("B", goals=60, home=1)))
    assert asking.NOTHING_OPEN in words_of(chart)
    assert not artists(chart, "bar")


def test_one_opinion_has_nobody_to_be_ahead_of():
    chart = tornado(look(opinion("A", goals=50)))
    assert asking.TORNADO_NOTE_OF_ONE.split(",")[0] in " ".join(words_of(chart))
    assert {"lower", "as now", "higher"} <= set(words_of(chart))


def test_names_are_text(scores):
    chart = tornado(questions(score(case_of(opinion(HOSTILE), opinion("B", goals=3)))))
    assert any(HOSTILE[:20] in text for text in words_of(chart))
    assert "<b>" not in chart.svg()


@pytest.mark.parametrize("titled", [True, False])
def test_the_title_may_stand_outside(scores, titled):
    assert (asking.TORNADO_TITLE in words_of(tornado(questions(scores), titled=titled))) == titled


def test_many_long_names_neither_overlap_nor_leave_the_sheet(many_long):
    chart = tornado(questions(score(many_long)))
    assert overlaps(chart) == []
    assert outside(chart) == []


@pytest.mark.parametrize("name", compare.sample_names())
def test_every_sample_fits_and_says_so_in_words(name):
    chart = tornado(questions(score(compare.sample(name))))
    assert overlaps(chart) == []
    assert outside(chart) == []
    assert chart.alt.startswith("A bar for each open answer")
