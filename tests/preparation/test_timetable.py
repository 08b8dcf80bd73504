"""A plan as a table, as sentences, as rows and as JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest

import compare
from compare.preparation import plan
from compare.words import preparing as told


@pytest.fixture
def found():
    return plan(compare.sample("getting-ready"), today=date(2026, 3, 24))


def test_the_table_has_a_row_for_each_step_with_days_owner_and_state(found):
    heads, *rows = found.shown()
    assert heads == ("", told.WHEN, told.WHO, told.STATE)
    assert rows[0] == ("Talk to the current doctor", "9 to 15 March 2026", "Nuala", "done 11 March 2026")
    assert rows[2][3] == "begun, late"
    assert len(rows) == len(found.steps) == 7


def test_rows_and_json_hold_the_same_steps(found):
    plain = json.loads(json.dumps(found.plain(), allow_nan=False))
    assert [row["label"] for row in found.rows()] == [row["label"] for row in plain["steps"]]
    assert plain["late"] == ["Gather the records"]
    assert plain["steps"][0] | {"begins": "2026-03-09", "ends": "2026-03-15", "done": "2026-03-11"} == plain["steps"][0]
    assert (plain["today"], plain["decide_by"], plain["days_left"]) == ("2026-03-24", "2026-04-14", 21)
    assert len(found.table()) == 7


def test_the_next_step_is_the_open_one_that_ends_first(found):
    assert found.next.label == "Gather the records"
    assert found.sentence() == "3 of 7 steps done. 1 step late."


def test_when_all_is_done_nothing_is_next():
    steps = {key: {"state": "done"} for key in ("talk", "find", "records", "book", "visit", "compare")}
    found = plan(compare.Case(opinions=[{"name": "A"}], preparation={"steps": steps}))
    assert found.next is None
    assert found.sentence() == "All 6 steps are done."


def test_steps_nobody_needs_do_not_count():
    found = plan(compare.Case(opinions=[{"name": "A"}], preparation={"steps": {"book": {"state": "not needed"}}}))
    assert found.heading() == "Nothing is done yet: 5 steps to go."


def test_it_says_the_same_each_time_and_shows_itself(found):
    again = plan(compare.sample("getting-ready"), today=date(2026, 3, 24))
    assert str(again) == str(found)
    assert "Ask Aunt Bríd" in found._repr_html_()
    assert repr(found) == found.sentence()


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (("2026-03-02", "2026-03-02"), "2 March 2026"),
        (("2026-03-02", "2026-03-08"), "2 to 8 March 2026"),
        (("2026-03-30", "2026-04-05"), "30 March to 5 April 2026"),
        (("2026-12-28", "2027-01-03"), "28 December 2026 to 3 January 2027"),
    ],
)
def test_days_say_what_they_share_once(days, text):
    assert told.from_to(*map(date.fromisoformat, days)) == text
