from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare import words
from compare.pseudonyms.days import Step

EARLIER = Step(-10)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Seen on 2026-03-23.", "Seen on 2026-01-12."),
        ("in 2026-03", "in 2025-12"),
        ("on 23 March 2026", "on 12 January 2026"),
        ("on the 23rd of March, 2026", "on the 12 January 2026"),
        ("March 23, 2026", "12 January 2026"),
        ("Mar. 23rd, 2026", "12 January 2026"),
        ("am 23. März 2026", "am 12 January 2026"),
        ("le 23 mars 2026", "le 12 January 2026"),
        ("el 23 de marzo de 2026", "el 12 January 2026"),
        ("the letter of 20 August", "the letter of [day]"),
        ("3/9/2026, 3.9.26 and 03-09-2026", "[day], [day] and [day]"),
        ("30 February 2026", "[day]"),
        ("the wedding in September", "the wedding in [month]"),
        ("exams in May, since March 2026", "exams in [month], since [month]"),
        ("Sept. 2026", "[month]"),
    ],
)
def test_dates_are_moved_or_taken_out(text, moved):
    assert EARLIER.in_text(text) == moved


@pytest.mark.parametrize(
    "text",
    [
        "N Engl J Med 2023;388:1547-1558, doi:10.1056/NEJMoa2502931, PMC9844511",
        "12 of 553, 18 to 24 of 100, 0.5 to 0.9, version 1.2.3, 4.5.",
        "2 of 3 may need more; they march on; May I ask?",
        "CheckMate 816, stage IB to IIIA, T1c N0 M0, Gleason 3+4",
        "s12962-017-0063-x",
        "15 years (median), years 7 to 12, 90 days",
    ],
)
def test_what_is_no_date_stays(text):
    assert EARLIER.in_text(text) == text


def test_the_date_of_something_published_is_taken_out_and_never_made_false():
    assert EARLIER.in_text("Letter of 23 March 2026, seen 2026-04-01", published=True) == "Letter of [day], seen [day]"


@given(st.dates(), st.integers(-104, 104).filter(bool))
def test_every_day_of_the_calendar_moves_and_never_stays(day, weeks):
    moved = Step(weeks).moved(day)
    assert moved != day
    assert moved.weekday() == day.weekday()


@given(st.dates(date(1920, 1, 1), date(2080, 1, 1)))
def test_a_written_day_moves_as_a_day_does(day):
    assert EARLIER.in_text(words.day(day)) == words.day(EARLIER.moved(day))
    assert EARLIER.in_text(day.isoformat()) == EARLIER.moved(day).isoformat()
