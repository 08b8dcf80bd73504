from __future__ import annotations

from datetime import date

import pytest

import compare
from compare import charts
from compare.charts.of_preparation import MOST_STEPS
from compare.preparation import plan
from compare.words import preparing as told

from .conftest import HOSTILE, LONG, artists, outside, overlaps, words_of

MONDAY = date(2026, 3, 2)


def drawn(today=None, *, titled=True, decide_by=None, **ready):
    case = compare.Case(opinions=[{"name": "A"}], decide_by=decide_by, preparation=ready or None)
    return charts.plan(plan(case, today=today), titled=titled)


def bars(chart):
    return [(bar.get_x(), bar.get_width()) for bar in artists(chart, "step")]


def test_bars_lie_from_the_first_to_the_last_day_of_each_step():
    """Five weeks are the whole scale: week 1 is 0 to 20, weeks 4 to 5 are 60 to 100."""
    expected = [(0, 20), (0, 40), (0, 40), (20, 40), (40, 40), (60, 40)]
    for chart in (drawn(), drawn(MONDAY)):
        assert bars(chart) == [pytest.approx(ends) for ends in expected]


def test_without_days_there_are_weeks_and_no_marks():
    chart = drawn(decide_by="2026-03-30")
    assert {"week 1", "week 5"} <= set(words_of(chart))
    assert not artists(chart, "today")
    assert not artists(chart, "decide")


def test_today_and_the_day_to_decide_stand_at_their_days():
    chart = drawn(date(2026, 3, 9), started=MONDAY, decide_by="2026-03-22")
    (today,), (decide,) = artists(chart, "today"), artists(chart, "decide")
    assert today.get_xdata()[0] == pytest.approx(20)
    assert decide.get_xdata()[0] == pytest.approx(60)
    assert {"today 9 Mar", "decide by 22 Mar"} <= set(words_of(chart))
    (shade,) = artists(chart, "after")
    assert (shade.get_x(), shade.get_width()) == (pytest.approx(60), pytest.approx(40))


def test_a_day_that_nobody_named_today_is_called_as_of():
    assert "as of 2 Mar" in words_of(drawn(started=MONDAY))


def test_a_day_to_decide_that_lies_far_away_is_named_and_not_drawn():
    chart = drawn(MONDAY, decide_by="2027-12-24")
    assert "decide by 24 December 2027" in words_of(chart)
    assert not artists(chart, "decide")
    assert bars(chart)[0] == pytest.approx((0, 20))


def test_late_steps_have_a_thick_edge_and_say_so():
    chart = drawn(date(2026, 3, 12), started=MONDAY, steps={"find": {"state": "done"}})
    thick = [bar.get_linewidth() > 1.5 for bar in artists(chart, "step")]
    assert thick == [True, False, False, False, False, False]
    assert "open, late" in words_of(chart)
    assert artists(chart, "step")[1].get_facecolor() != artists(chart, "step")[2].get_facecolor()


def test_a_visit_and_what_is_sent_before_it_have_lanes_of_their_own():
    chart = drawn(MONDAY, visits=[{"date": "2026-03-20", "doctor": "Dr. Ember"}])
    assert {"Visit to Dr. Ember", "20 March 2026", "Send papers to Dr. Ember", "13 March 2026"} <= set(words_of(chart))


def test_more_steps_than_there_is_room_for_are_counted():
    chart = drawn(MONDAY, steps={f"Own step {place}": {"week": "2"} for place in range(MOST_STEPS)})
    assert len(bars(chart)) == MOST_STEPS
    assert told.not_drawn(6) in words_of(chart)


def test_a_step_without_a_day_is_left_to_the_table():
    chart = drawn(MONDAY, steps={"Some day": {}})
    assert "Some day" not in words_of(chart)
    assert told.not_drawn(1) in words_of(chart)


@pytest.mark.parametrize("titled", [True, False])
def test_the_title_may_stand_outside(titled):
    assert (told.PLAN in words_of(drawn(titled=titled))) == titled


HARD = {
    "long": {LONG: {"owner": LONG, "due": "2026-03-20"}, HOSTILE: {"week": "1", "owner": HOSTILE}},
    "other scripts": {"שאלו את הרופא": {"week": "2", "owner": "دانا"}, "Ångström é": {"week": "3"}},
    "far": {"Then": {"due": "2099-01-01"}},
}


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("decide_by", ["2026-03-10", "2026-03-11", "2026-04-05", None])
def test_nothing_overlaps_or_is_cut(name, decide_by):
    visits = [{"date": "2026-03-20", "doctor": LONG[:100]}, {"date": "2026-03-21"}]
    chart = drawn(date(2026, 3, 9), started=MONDAY, decide_by=decide_by, steps=HARD[name], visits=visits)
    assert overlaps(chart) == []
    assert outside(chart) == []
    assert "<b>" not in chart.svg()


@pytest.mark.parametrize("name", compare.sample_names())
def test_every_sample_fits_and_says_so_in_words(name):
    made = plan(compare.sample(name))
    chart = charts.plan(made)
    assert overlaps(chart) == []
    assert outside(chart) == []
    assert all(step.label in chart.alt for step in made.steps)


def test_the_last_day_of_the_calendar_can_be_drawn():
    assert drawn(started="9999-12-20").png()[1:4] == b"PNG"


def test_something_else_than_a_plan_is_refused():
    with pytest.raises(compare.CompareError, match="takes"):
        charts.plan(compare.Case(opinions=[{"name": "A"}]))
