"""The plan as a calendar, read back with icalendar: whole days, names that stay, no clock, text that stays text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given
from made_up import HOSTILE, names, texts

import compare
from compare.errors import is_hidden
from compare.preparation import plan
from compare.reports.to_ics import calendar

MONDAY = date(2026, 3, 2)


def made(today=MONDAY, *, decide_by=None, **ready):
    return plan(
        compare.Case(question="Which?", opinions=[{"name": "A"}], decide_by=decide_by, preparation=ready), today=today
    )


def events(found, **options):
    return icalendar.Calendar.from_ical(calendar(found, **options)).walk("VEVENT")


def titles(found):
    return {str(event["summary"]): event["dtstart"].dt for event in events(found)}


def test_each_open_step_stands_on_its_last_day():
    assert titles(made()) == {f"By today: {step.label}": step.ends for step in made().steps}


def test_what_is_done_is_left_out_and_who_does_it_is_named():
    found = titles(made(steps={"talk": {"state": "done"}, "find": {"owner": "Ana"}, "book": {"state": "not needed"}}))
    assert "By today: Find a specialist (Ana)" in found
    assert len(found) == 4


def test_visits_the_day_to_decide_and_later_dates_are_there():
    case = compare.Case(
        opinions=[{"name": "A", "plan": {"next_dates": {"Scan": "2026-06-01"}}}],
        decide_by="2026-04-01",
        decision={"next_dates": {"Blood test": "2026-05-01", "Holiday": "in June"}},
        preparation={"visits": [{"date": "2026-03-20", "doctor": "Dr. Ember"}]},
    )
    found = titles(plan(case, today=MONDAY))
    assert found["Visit to Dr. Ember"] == date(2026, 3, 20)
    assert found["Send papers to Dr. Ember"] == date(2026, 3, 13)
    assert found["The day to decide"] == date(2026, 4, 1)
    assert (found["Scan"], found["Blood test"]) == (date(2026, 6, 1), date(2026, 5, 1))
    assert "Holiday" not in found
    assert "By today: Go to the visit" not in found


def test_days_are_whole_days_and_no_clock_is_asked():
    for event in events(made()):
        assert event["dtend"].dt - event["dtstart"].dt == timedelta(days=1)
        assert type(event["dtstart"].dt) is date
        assert event["dtstamp"].dt == datetime(2026, 3, 2, tzinfo=UTC)
    assert calendar(made()) == calendar(made())


def uids(found):
    return {str(event["summary"]): str(event["uid"]) for event in events(found)}


def test_an_entry_keeps_its_name_when_its_day_moves():
    later = made(date(2026, 3, 9))
    assert uids(made()) == uids(later)
    assert titles(made()) != titles(later)


def test_names_differ_within_a_file_and_between_cases_and_tell_nothing():
    twice = made(visits=[{"date": "2026-03-20", "doctor": "Dr. E"}, {"date": "2026-03-27", "doctor": "Dr. E"}])
    found = [str(event["uid"]) for event in events(twice)]
    assert len(set(found)) == len(found)
    other = plan(compare.Case(question="Other?", opinions=[{"name": "A"}]), today=MONDAY)
    assert set(found).isdisjoint(uids(other).values())
    assert not any("Which" in uid or "Dr" in uid for uid in found)


def test_a_reminder_only_where_it_is_asked_for():
    assert b"VALARM" not in calendar(made())
    alarms = icalendar.Calendar.from_ical(calendar(made(), remind_days=2)).walk("VALARM")
    assert {alarm["trigger"].dt for alarm in alarms} == {timedelta(days=-2)}
    assert len(alarms) == 6


@given(names, texts)
def test_case_text_comes_back_as_it_was_typed(name, note):
    data = calendar(made(steps={f"{name} (own)": {"week": "1", "note": note, "owner": "Ana"}}))
    (event,) = [event for event in icalendar.Calendar.from_ical(data).walk("VEVENT") if "(own)" in event["summary"]]
    kept = compare.Case(opinions=[{"name": "A"}], notes=note).notes or ""
    assert event["summary"] == f"By today: {name} (own) (Ana)"
    assert str(event.get("description", "")) == kept.replace("\t", " ")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not any(is_hidden(char) and char not in "\r\n" for char in data.decode())


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_begins_a_line_of_its_own(text):
    hostile = f"{text}\nEND:VEVENT\nBEGIN:VALARM;{text}"
    data = calendar(made(steps={"Own": {"week": "1", "note": hostile, "owner": hostile}}))
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 7
    assert b"\r\nBEGIN:VALARM" not in data
    assert data.count(b"\r\nEND:VEVENT") == 7


def test_a_plan_without_days_says_what_to_do():
    with pytest.raises(compare.CompareError, match="no days") as caught:
        calendar(plan(compare.Case(opinions=[{"name": "A"}])))
    assert "--today" in caught.value.fix


def test_the_last_day_of_the_calendar_is_no_fault():
    assert events(made(date.max))
