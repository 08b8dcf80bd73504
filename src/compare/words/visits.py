"""The words of the papers for a visit: the summary, the packet, the sheet to take along, and what comes after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from compare.words.numbers import counted, day, listing

SUMMARY_TITLE = "Medical summary"
SUMMARY_LEAD = "One page for the new doctor. What is missing has a line to write on."
PATIENT = "Patient"
FITNESS = "Fitness (ECOG, 0 to 4)"
FOUND = "What tissue, tests and scans show"
OTHER_CONDITIONS = "Other illnesses"
TIMELINE = "What happened when"
MEDICINES = "Medicines and supplements"
FAMILY_HISTORY = "Cancer in the family"
EARLIER = "Treatment and operations so far"
SYMPTOMS = "Symptoms, and how they change"
PLAN_SO_FAR = "The plan so far"
HOPES = "What matters most to us"
SEND_BY = "To be sent by"
OUR_QUESTIONS = "Our questions"
ALL_FILLED = "Every line of the summary is filled in."

COVER_TITLE = "Cover sheet"
TO = "To"
FROM = "From"
ABOUT = "About"
WE_ASK = "What we ask"
WHY_REMOTE = "Why we ask"
CALL_BACK = "Where to reach us"
DOCTOR_AT_HOME = "Our doctor at home"
INDEX_TITLE = "What is in the packet"
INDEX_LEAD = "The report is one tick; the pictures, slides or tissue are another."
RECORD, REPORT, MORE, SENT = "Record", "Report", "Pictures, slides", "Sent on"
NOTHING_ENCLOSED = "Nothing is in the packet yet."

SHEET_TITLE = "Sheet for the visit"
VISIT = "The visit"
VISIT_DATE, VISIT_DOCTOR = "Date", "Doctor"
SUPPORT_PERSON = "Comes along"
NOTE_TAKER = "Takes notes"
RECORDING = "May we record it?"
RECORDING_STATE = {True: "yes, everybody agrees", False: "no", None: ""}
BEFORE = "Before"
FIRST_PLAN = "The first plan, in short"
FIRST_PLAN_LEAD = "Know it well: the new doctor will speak about it."
MUST_KNOW = "Three things to understand"
MUST_KNOW_LEAD = "Do not leave before these three are clear to you. Write them in your own words."
KNOW_DIAGNOSIS, KNOW_STAGE, KNOW_GOAL = (
    "What is the illness?",
    "How far has it spread?",
    "What is the treatment to reach?",
)
TO_ASK = "Questions"
TO_ASK_LEAD = "Tick each one when it has been asked."
LATER = "If there is time"
NOTES = "What the doctor says"
NOTES_LEAD = "A few words under each heading are enough."
AFTER = "After"
READY = "The diagnosis, the stage and the goal are clear."
NOTHING_LEFT = "Every question on the list has been asked."

INTERVIEW_TITLE = "The same questions to every doctor"
INTERVIEW_LEAD = "When two plans differ, ask every doctor the same. Then the answers can be compared."
ALL_INTERVIEWED = "Every doctor has been asked all of them."

AFTER_TITLE = "After the decision"
DECISION = "What we decided"
NEXT_DATES = "Next dates"
OPEN_POINTS = "Still open"
TO_ARRANGE = "To arrange"
NOT_DECIDED = "Nothing is decided yet. To take time is a decision too, if a doctor says that it is safe."
CONFIRMED = "To go on with the first plan, after asking elsewhere, is a result too."
NEXT_SCAN, NEXT_VISIT = "Next scan", "Next visit"


def send_by(when: date, doctor: str | None, visit: date) -> str:
    """Say by which day something has to be sent, a week before a visit.

    Examples
    --------
    >>> send_by(date(2026, 5, 3), "Dr. Fern", date(2026, 5, 10))
    '3 May 2026, a week before the visit to Dr. Fern on 10 May 2026'
    """
    return f"{day(when)}, a week before the visit{f' to {doctor}' if doctor else ''} on {day(visit)}"


def to_send(when: str) -> str:
    """Say when the summary has to be sent."""
    return f"Send it by {when}."


def a_week_ahead() -> str:
    """Say when to send it while there is no date."""
    return "Send it at least a week before the visit."


def still_to_write(labels: Sequence[str]) -> str:
    """Name the lines that are empty."""
    return f"Still to write: {'; '.join(labels)}."


def of_age(name: str, age: str) -> str:
    """Return a name and an age; either may be missing."""
    return ", ".join(text for text in (name, f"{age} years" if age else "") if text)


def by(name: str, text: str) -> str:
    """Return what somebody said and who."""
    return f"{text} ({name})"


def not_yet_clear(labels: Sequence[str]) -> str:
    """Name what has to be clear before the visit is over."""
    return f"Not clear yet: {'; '.join(labels)}"


def how_many_to_ask(count: int) -> str:
    """Say how many questions are on the list."""
    return f"{counted(count, 'question')} {'is' if count == 1 else 'are'} still to be asked." if count else NOTHING_LEFT


def enclosed(names: Sequence[str]) -> str:
    """Name the records of which something is in the packet."""
    return f"In the packet so far: {listing(names)}."


def not_enclosed(names: Sequence[str]) -> str:
    """Name the records of which something is still missing."""
    return f"Still to get, in whole or in part: {listing(names)}."


def it_was_decided(what: str) -> str:
    """Say what was decided."""
    return f"Decided: {what}."


def felt_sure(name: str, before: str, after: str) -> str:
    """Say how sure somebody felt before and after.

    Examples
    --------
    >>> felt_sure("Rosa", "4 of 10", "8 of 10")
    'How sure Rosa felt: 4 of 10 before, 8 of 10 after.'
    """
    return f"How sure {name} felt: {before} before, {after} after."
