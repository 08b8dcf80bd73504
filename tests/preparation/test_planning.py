"""The plan: weeks and days, what is late, what comes after the day to decide; no clock, and nothing that needs two opinions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.preparation import plan
from compare.preparation.planning import moved
from compare.preparation.steps import lead_time, usual_steps
from compare.words import preparing as told

MONDAY = date(2026, 3, 2)


def planned(today=None, *, opinions=1, decide_by=None, entered_on=None, **ready):
    said = [{"name": f"Plan {place}", "pros": ["Done soon"]} for place in range(opinions)]
    case = compare.Case(opinions=said, decide_by=decide_by, entered_on=entered_on, preparation=ready or None)
    return plan(case, today=today)


def step(found, key):
    return next(each for each in found.steps if key in {each.key, each.label})


def test_an_empty_case_gives_the_six_steps_in_weeks_without_days():
    found = planned()
    assert [each.key for each in found.steps] == ["talk", "find", "records", "book", "visit", "compare"]
    assert [each.weeks for each in found.steps] == [(1, 1), (1, 2), (1, 2), (2, 3), (3, 4), (4, 5)]
    assert {(each.begins, each.ends, each.state) for each in found.steps} == {(None, None, "open")}
    assert told.NO_START in found.sentences()
    assert not found.late


@pytest.mark.parametrize("shown", usual_steps(), ids=lambda each: each.key)
def test_the_days_of_a_step_are_its_weeks_from_the_start(shown):
    found = step(planned(started=MONDAY), shown.key)
    first, last = shown.weeks
    assert found.begins == MONDAY + timedelta(weeks=first - 1)
    assert found.ends == MONDAY + timedelta(weeks=last, days=-1)


def test_today_counts_where_nobody_wrote_down_a_start():
    assert planned(MONDAY).start == MONDAY
    assert planned(MONDAY, started="2026-02-23").start == date(2026, 2, 23)
    assert planned(MONDAY, steps={"talk": {"done": "2026-02-20"}}).start == date(2026, 2, 20)


def test_without_a_day_it_is_told_as_of_the_last_day_that_the_case_notes():
    found = planned(started="2026-03-02", entered_on="2026-03-09", steps={"talk": {"done": "2026-03-11"}})
    assert (found.today, found.is_today) == (date(2026, 3, 11), False)
    assert told.counted_as_of(date(2026, 3, 11)) in found.sentences()


def test_what_the_family_noted_counts_more_than_the_list():
    noted = {"owner": "Ana", "due": "2026-03-30", "week": "2 to 4", "resources": ["a friend"], "note": "by bus"}
    found = step(planned(started=MONDAY, steps={"TALK to the current doctor": noted}), "talk")
    assert (found.owner, found.ends, found.at_hand, found.note) == ("Ana", date(2026, 3, 30), ("a friend",), "by bus")
    assert (found.weeks, found.begins) == ((2, 4), MONDAY + timedelta(weeks=1))


@pytest.mark.parametrize(
    ("text", "weeks"),
    [("2", (2, 2)), ("1 to 3", (1, 3)), ("weeks 2-4", (2, 4)), ("soon", (1, 1)), ("4 to 2", (1, 1)), ("0", (1, 1))],
)
def test_weeks_as_people_write_them(text, weeks):
    assert step(planned(steps={"talk": {"week": text}}), "talk").weeks == weeks


def test_a_step_of_ones_own_is_added_and_may_have_no_day():
    found = planned(MONDAY, steps={"Find somebody for the dog": {"owner": "Bo"}, "Buy a folder": {"week": "1"}})
    dog, folder = step(found, "Find somebody for the dog"), step(found, "Buy a folder")
    assert (dog.when, dog.key) == (told.NO_DAY, "")
    assert folder.ends == MONDAY + timedelta(days=6)
    assert found.next.label in {"Talk to the current doctor", "Buy a folder"}


def test_a_step_is_late_on_the_day_after_its_last():
    last = MONDAY + timedelta(days=6)
    assert not planned(last, started=MONDAY).late
    found = planned(last + timedelta(days=1), started=MONDAY)
    assert [each.key for each in found.late] == ["talk"]
    assert told.is_late("Talk to the current doctor", last, last + timedelta(days=1)) in found.sentences()


@pytest.mark.parametrize("state", ["done", "not needed"])
def test_what_is_over_is_never_late(state):
    assert not planned(
        date(2027, 1, 1), started=MONDAY, steps={each.key: {"state": state} for each in usual_steps()}
    ).late


def test_a_day_on_which_it_was_done_is_enough():
    assert step(planned(MONDAY, steps={"talk": {"done": "2026-03-01"}}), "talk").state == "done"


def test_steps_after_the_day_to_decide_are_warned_of():
    found = planned(MONDAY, decide_by="2026-03-29")
    assert [each.key for each in found.after] == ["compare"]
    assert told.overruns(["Review and compare"], date(2026, 3, 29)) in found.warnings()


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (13, "early visit or a video call"),
        (14, "Ask for an early visit"),
        (27, "Ask for an early visit"),
        (28, "enough for most"),
    ],
)
def test_what_is_left_is_held_against_two_to_four_weeks(days, says):
    assert lead_time() == (2, 4)
    found = planned(MONDAY, decide_by=MONDAY + timedelta(days=days))
    assert found.days_left == days
    assert any(says in text for text in found.warnings())


def test_no_lead_time_is_told_when_the_visit_is_booked():
    found = planned(MONDAY, decide_by="2026-03-20", visits=[{"date": "2026-03-16", "doctor": "Dr. Ember"}])
    assert not any("mostly takes" in text for text in found.sentences())
    assert told.day_of("Visit to Dr. Ember", date(2026, 3, 16), is_after=False) in found.sentences()
    assert told.day_of("Send papers to Dr. Ember", date(2026, 3, 9), is_after=False) in found.sentences()


def test_a_day_to_decide_that_has_passed_is_said():
    found = planned(MONDAY, decide_by="2026-03-01")
    assert told.passed(date(2026, 3, 1)) in found.warnings()


def test_without_a_day_to_decide_somebody_has_to_ask():
    assert told.NO_DECIDE_BY in planned(MONDAY).warnings()


def test_a_second_opinion_that_is_there_puts_the_way_to_it_behind():
    found = planned(MONDAY, opinions=2)
    assert [each.key for each in found.steps if each.is_open] == ["compare"]
    assert step(found, "compare").begins == MONDAY
    assert planned(MONDAY, opinions=2, steps={"records": {"state": "in progress"}}).next.key == "records"


@pytest.mark.parametrize(
    "second", [{}, {"doctor": {"specialty": None}, "plan": {}, "pros": []}, {"doctor": "Dr. Lee", "date": MONDAY}]
)
def test_an_opinion_of_which_nothing_is_said_yet_is_not_there(second):
    case = compare.Case(opinions=[{"name": "First", "pros": ["Done soon"]}, {"name": "Second", **second}])
    assert plan(case).next.key == "talk"


def test_when_time_is_short_every_step_ends_before_the_day_to_decide():
    found = planned(MONDAY, decide_by="2026-03-16", short_on_time=True, steps={"visit": {"due": "2026-03-12"}})
    assert found.is_squeezed
    assert not found.after
    assert step(found, "visit").ends == date(2026, 3, 12)
    assert told.SQUEEZED in found.sentences()
    assert not planned(MONDAY, decide_by="2026-06-16", short_on_time=True).is_squeezed


@given(st.dates(), st.dates(), st.dates(), st.booleans())
def test_no_day_breaks_the_plan_and_steps_begin_before_they_end(start, decide_by, visit, short):
    found = planned(decide_by=decide_by, started=start, visits=[{"date": visit}], short_on_time=short)
    assert all(each.begins <= each.ends for each in found.steps)
    assert found.plain()["steps"]


def test_a_calendar_has_two_ends():
    assert (moved(date.max, 9), moved(date.min, -9)) == (date.max, date.min)


def test_it_takes_a_case_and_a_day():
    with pytest.raises(compare.CompareError, match="takes"):
        plan({"opinions": []})
    with pytest.raises(compare.CompareError, match="takes"):
        plan(compare.Case(opinions=[{"name": "A"}]), today="2026-03-02")
