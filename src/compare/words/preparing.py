"""Getting ready, in words: the plan, its days, and where each part stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from compare.words.numbers import counted, day, listing

STANDING = "Where things stand"
WHAT = "What"
NEXT = "What comes next"
PLAN = "The plan, week by week"
TITLE = "Getting a second opinion"
PARTS: Mapping[str, str] = {
    "reasons": "Whether to ask",
    "plan": "The plan",
    "records": "The records",
    "specialists": "Whom to ask",
    "insurer": "The insurer",
    "questions": "What to ask",
    "summary": "The medical summary",
    "packet": "The packet to send",
    "visit": "The visit",
    "worries": "Worries and troubles",
    "after": "After the decision",
}
"""What there is to prepare, and what each is called on a page."""

WHEN, WHO, STATE = "When", "Who", "Where it stands"
IN_SHORT = "In short"
STEPS = "The steps"
TO_DO = "What belongs to each step"
NOTES = "Notes"
LATE = "late"
AFTER = "after the day to decide"
PLAN_NOTE = (
    "A full bar is done, a striped one is begun, an empty one is open. A thick edge means late, or after the day to decide. "
    "A square on its corner is a visit."
)
DECIDE_DAY = "The day to decide"
NO_DAY = "no day yet"
STATES: Mapping[str, str] = {"open": "open", "in progress": "begun", "done": "done", "not needed": "not needed"}
TICKS: Mapping[str, str] = {"open": "☐", "in progress": "☐", "done": "☑", "not needed": "–"}

NO_DECIDE_BY = "No day to decide is written down. Ask the doctor how much time there really is."
NO_START = "There is no day to count from, so the plan shows weeks. Write down the day on which you start."
SQUEEZED = "Time is short, so the weeks are made shorter here. The last step ends before the day to decide."

SEEN = "There is a second opinion already."

_HURRY = (
    "That is short. Ask the doctor how much time there really is, and ask for an early visit or a video call. "
    "A few key questions are better than none."
)
_TIGHT = "That can be enough. Ask for an early visit."
_ENOUGH = "That is enough for most."


def title(what: str, question: str) -> str:
    """Return the title of a paper: what it is, and the question of the case.

    Examples
    --------
    >>> title("The plan", "Surgery or not?"), title("The plan", "")
    ('The plan: Surgery or not?', 'The plan')
    """
    return f"{what}: {question}" if question else what


def from_to(first: date, last: date) -> str:
    """Return two days as people write them, what they share only once.

    Examples
    --------
    >>> from_to(date(2026, 3, 2), date(2026, 3, 8)), from_to(date(2026, 3, 30), date(2026, 4, 5))
    ('2 to 8 March 2026', '30 March to 5 April 2026')
    """
    if first == last:
        return day(last)
    number, month, _ = day(first).split(" ")
    start = number if (first.year, first.month) == (last.year, last.month) else f"{number} {month}"
    return f"{start if first.year == last.year else day(first)} to {day(last)}"


def short_day(when: date) -> str:
    """Return a day without its year.

    Examples
    --------
    >>> short_day(date(2026, 9, 14))
    '14 Sep'
    """
    number, month, _ = day(when).split(" ")
    return f"{number} {month[:3]}"


def weeks(first: int, last: int) -> str:
    """Return weeks in words.

    Examples
    --------
    >>> weeks(1, 1), weeks(1, 2)
    ('week 1', 'weeks 1 to 2')
    """
    return f"week {first}" if first == last else f"weeks {first} to {last}"


def steps_done(done: int, every: int) -> str:
    """Say how many steps are done."""
    if not done:
        return f"Nothing is done yet: {counted(every, 'step')} to go."
    return f"All {every} steps are done." if done == every else f"{done} of {counted(every, 'step')} done."


def next_step(label: str, ends: date | None, owner: str = "") -> str:
    """Say what comes next, until when, and who does it."""
    until = f", by {day(ends)}" if ends else ""
    return f"Next: {label}{until}{f' ({owner})' if owner else ''}."


def until(label: str, owner: str) -> str:
    """Return what a step is called in a calendar, on its last day.

    Examples
    --------
    >>> until("Gather the records", "Ana")
    'By today: Gather the records (Ana)'
    """
    return f"By today: {label}{f' ({owner})' if owner else ''}"


def late_count(count: int) -> str:
    """Say how many steps are late."""
    return f"{counted(count, 'step')} late."


def is_late(label: str, ends: date, today: date) -> str:
    """Say by how many days a step is late."""
    return f"Late by {counted((today - ends).days, 'day')}: {label}. It was planned until {day(ends)}."


def overruns(labels: Sequence[str], decide_by: date) -> str:
    """Warn that steps end after the day to decide."""
    return (
        f"Warning: {listing(labels)} would end after the day to decide, {day(decide_by)}. "
        "Ask the doctor if that day can wait, or make these steps sooner."
    )


def passed(decide_by: date) -> str:
    """Say that the day to decide has passed."""
    return f"The day to decide, {day(decide_by)}, has passed. Ask the doctor how much time there is now."


def days_left(left: int, decide_by: date, lead: tuple[int, int] | None) -> str:
    """Say how many days are left, beside what a second opinion mostly takes."""
    there_are = f"{counted(left, 'day')} until the day to decide, {day(decide_by)}."
    if lead is None:
        return there_are
    least, most = lead
    remark = _HURRY if left < 7 * least else _TIGHT if left < 7 * most else _ENOUGH
    return f"{there_are} A second opinion mostly takes {least} to {most} weeks. {remark}"


def day_of(label: str, when: date, *, is_after: bool) -> str:
    """Say on which day something is, and that it comes after the day to decide."""
    return f"{label}: {day(when)}{', after the day to decide' if is_after else ''}."


def nobody(labels: Sequence[str], *, is_all: bool) -> str:
    """Say for which steps nobody is named."""
    if is_all:
        return "No step has a name beside it yet. Write down who does what."
    return f"Nobody is named yet for: {listing(labels)}."


def counted_as_of(when: date) -> str:
    """Say as of which day the plan is told."""
    return f"This is how it stood on {day(when)}. Say which day it is today to see what is late."


def at_hand(things: Sequence[str]) -> str:
    """Return what to have ready for a step."""
    return f"Have ready: {listing(things)}"


def done_on(when: date) -> str:
    """Return on which day a step was done."""
    return f"done {day(when)}"


def visit(doctor: str | None) -> str:
    """Return the name of a visit."""
    return f"Visit to {doctor}" if doctor else "The visit"


def send_summary(doctor: str | None) -> str:
    """Return what is sent a week before a visit."""
    return f"Send papers to {doctor}" if doctor else "Send the papers"


def today(when: date | None, *, is_today: bool) -> str:
    """Return the words at the line of today, or of the day as of which a plan is told."""
    return "" if when is None else f"{'today' if is_today else 'as of'} {short_day(when)}"


def decide_by(when: date | None, *, is_far: bool = False) -> str:
    """Return the words at the line of the day to decide; one that lies outside the picture has its year."""
    return "" if when is None else f"decide by {day(when) if is_far else short_day(when)}"


def who_and_state(owner: str, state: str) -> str:
    """Return who does a step, and where it stands."""
    return f"{state}; {owner}" if owner else state


def not_drawn(count: int) -> str:
    """Say how many steps have no place in the picture."""
    return f"{counted(count, 'more step')} not drawn; the table has them all."


def plan_alt(sentences: Sequence[str], steps: Sequence[tuple[str, str, str]]) -> str:
    """Return the words for the picture of the plan."""
    rows = [f"{label}: {when}, {state}." for label, when, state in steps]
    return " ".join(["A bar for each step of the plan, from its first to its last day.", *sentences, *rows])


def questions_left(own: int, every: int) -> str:
    """Say how many questions are still to be asked."""
    return f"{counted(every, 'question')} still to ask{f', {own} of them your own' if own else ''}."


def filled_in(done: int, every: int) -> str:
    """Say how many lines of a form are filled in."""
    return f"{done} of {counted(every, 'line')} filled in."


def clear(done: int, every: int) -> str:
    """Say how many of the things to understand are clear."""
    return f"{done} of the {every} things to understand are clear."


def visit_on(when: date | None, doctor: str | None) -> str:
    """Say when the next visit is."""
    if when is None:
        return "No visit is booked yet."
    return f"{visit(doctor)}: {day(when)}."
