"""The words for where doctors differ, who can settle it, and when a third opinion may help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from compare.words.numbers import counted, day, listing, whole

RADIATION = "radiation"
NO_RADIATION = "no radiation"
NO_DRUGS = "no drugs"
NO_TRIAL = "not in a trial"
IN_TRIAL = "in a trial"

HEADING = "Where the doctors agree and differ"
AGREES = "Do they agree?"
SETTLES = "Who can settle it?"
AGREEMENT = {
    "same": "the same",
    "minor": "a small difference",
    "major": "a large difference",
    "not stated": "not stated",
}
NOT_SAID = "not stated"
SAID_SO = "a doctor said so"
NOTE = (
    "A difference is large or small because a doctor said so. Where no doctor did, the words themselves are compared; then "
    "ask how much it matters."
)
NOTHING_STATED = "Too little is stated to see where the doctors agree and differ. Each open point is a question to ask."
ALL_THE_SAME = "The doctors say the same on everything that can be compared so far."

BEGIN_HERE = "begin here"
MAP_NOTE = (
    "Each row is one step on the way to a plan. = the same, ≈ a small difference, ≠ a large difference, ? not stated by enough "
    "doctors to compare. A dashed box was not stated. Long answers are cut here; the table of what each doctor said has them whole."
)
MAP_ALT = "A table with a row for each step on the way to a plan, and a column for each opinion."
SO_FAR = "So far"

TIES_HEADING = "What can settle it"
DIFFER_MOST = "They differ most on"
THIRD_OPINION = "A third opinion"
MAY_HELP = "may help"
NOT_YET = "not yet"
STILL_MISSING = "Still missing"
NOTHING_TO_SETTLE = "nothing so far"
TOO_LITTLE_STATED = "too little is stated"
NOT_CLOSE = "By what matters to you, the results are not close."
NOT_CLOSE_AND_SAME = (
    "By what matters to you, the results are not close, and no doctor differs from another on what can be compared so far. "
    "So there is nothing to settle between them."
)
NO_LARGE = "There is no large difference so far that one more doctor could settle."
ONLY_VALUES = "What differs is about aims or about getting there. Talking it over helps more here than one more doctor."
NO_DECIDE_BY = "There is no day by which it has to be decided. Ask a doctor how much time there really is."
NO_DAY = "No day is noted in this case, so nobody can count the days that are left. Note when it was entered."
AT_THE_HOSPITAL, BY_THE_SURGEON = "at the hospital", "by this surgeon"
OTHER_FIELD = "A doctor of another field can add how they see it."
MISSING_FOR_THIRD = "Before a third opinion can be weighed up, this is missing."


def agreement(word: str, *, by_word_alone: bool) -> str:
    """Say how they agree, and that a doctor said so where the answers do not show it.

    Examples
    --------
    >>> agreement("same", by_word_alone=True)
    'the same, a doctor said so'
    """
    return f"{AGREEMENT[word]}, {SAID_SO}" if by_word_alone else AGREEMENT[word]


def in_order(steps: Sequence[str]) -> str:
    """Return the steps of a plan, one after the other."""
    return ", then ".join(steps)


def in_trial(name: str | None) -> str:
    """Say that a plan is a trial, and which."""
    return f"{IN_TRIAL}: {name}" if name else IN_TRIAL


def short(text: str, most: int = 70) -> str:
    """Return a text cut after a whole word where it is longer than ``most`` letters.

    Examples
    --------
    >>> short("one two three", 9)
    'one two…'
    """
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return f"{(cut.rsplit(' ', 1)[0] if ' ' in cut else cut).rstrip(' ,;:')}…"


def one_so_far(name: str) -> str:
    """Say kindly that there is nothing to compare with yet."""
    return f"There is one opinion so far: {name}. As soon as there is a second, you can see here where the two agree and differ."


def large(labels: Sequence[str]) -> str:
    """Name the layers with a large difference."""
    return f"The doctors differ a lot on: {listing(labels)}."


def small(labels: Sequence[str]) -> str:
    """Name the layers with a small difference."""
    return f"They differ a little on: {listing(labels)}."


def only_small(labels: Sequence[str]) -> str:
    """Name the layers with a small difference where there is no large one."""
    return f"The doctors differ a little on: {listing(labels)}."


def alike(labels: Sequence[str]) -> str:
    """Name the layers on which they say the same."""
    return f"They say the same on: {listing(labels)}."


def not_comparable(labels: Sequence[str]) -> str:
    """Name the layers on which too little is stated."""
    return f"Not stated by enough doctors to compare: {listing(labels)}. That can be asked."


def by_words_only(labels: Sequence[str]) -> str:
    """Name the layers on which nobody has said how much a difference matters."""
    what = "this difference matters" if len(labels) == 1 else "these differences matter"
    return f"Nobody has said how much {what}; only the words were compared: {listing(labels)}. Ask the doctors."


def settle(label: str, first_step: str, specialty: str) -> str:
    """Say where to begin, what to do first and who can settle it."""
    return f"Begin with: {label}. {first_step} {SETTLES} {_opened(specialty)}."


def further_up(label: str) -> str:
    """Say why to begin there."""
    return f"We begin with {label}, as a difference there can explain the ones that come after it."


def third_may_help(specialty: str, days: int, decide_by: date, weeks: tuple[float, float]) -> str:
    """Say that a third opinion may help, and why."""
    return (
        "A third opinion may help here: there is a large difference, every doctor was asked the same questions, and "
        f"{counted(days, 'day')} are left until {day(decide_by)}. It usually takes {_weeks(weeks)}. Whom to ask? {_opened(specialty)}."
    )


def not_asked(doctors: Sequence[str], questions: Sequence[str]) -> str:
    """Name what some doctors have not been asked yet."""
    return f"Not yet asked of {listing(doctors)}: {listing([f'“{question}”' for question in questions])}."


def too_little_time(days: int, decide_by: date, weeks: tuple[float, float]) -> str:
    """Say that there is no time for a third opinion as things stand."""
    left = "is left" if days == 1 else "are left"
    time = f"{counted(days, 'day')} {left} until {day(decide_by)}" if days >= 0 else f"{day(decide_by)} has gone by"
    return f"There is little time: {time}, and a third opinion takes {_weeks(weeks)}. Ask the doctor how much time there really is."


def ask_before_waiting(said_by: str | None) -> str:
    """Say that a fast-growing cancer leaves less time."""
    whom = said_by or "the doctor"
    return f"This cancer is noted as growing fast. Ask {whom} first how long it is safe to wait."


def own_treatment(who: str, specialty: str, treatments: Sequence[str]) -> str:
    """Say that a plan holds what its doctor does themselves."""
    return f"{who} plans {listing(treatments)}, which is also their own field ({specialty}). That is common and may well fit."


def own_trial(who: str) -> str:
    """Say that a plan is the trial of its doctor."""
    return f"{who} takes people into the trial of this plan. A doctor outside the trial can add how they see it."


def not_independent(who: str, independence: str) -> str:
    """Say that an opinion comes from near the other one."""
    return f"{who} works close to the other doctor ({independence}). Colleagues often see things alike; a view from elsewhere can add to it."


def missing_tests(opinion: str, tests: Sequence[str]) -> str:
    """Name tests that were not done."""
    return f"Tests not done for {opinion}: {listing(tests)}. Ask whether their results could change the plan."


def results_elsewhere(opinion: str, tests: Sequence[str], others: Sequence[str]) -> str:
    """Name tests that were not done for one opinion and that another one has."""
    return f"Tests not done for {opinion}: {listing(tests)}. There are results with {listing(others)}; ask for them to be passed on."


def few_operations(doctor: str, few: Mapping[str, tuple[float, float]], source: str) -> str:
    """Say that an operation is done less often than a published list asks for.

    Examples
    --------
    >>> print(few_operations("Dr. Lee", {"at the hospital": (9, 16)}, "Leapfrog 2024"))
    Dr. Lee, such operations a year: 9 at the hospital. A published list asks for 16 (Leapfrog 2024). Ask what that means here.
    """
    done = listing([f"{whole(count)} {where}" for where, (count, _) in few.items()])
    asked = listing([whole(least) for _, least in few.values()])
    return f"{doctor}, such operations a year: {done}. A published list asks for {asked} ({source}). Ask what that means here."


def old_studies(opinion: str, year: int) -> str:
    """Say from which year the studies behind a plan are, where that is long ago."""
    return f"{opinion}: the studies behind it are from {year}. Ask whether there are newer ones."


def starts_late(opinion: str, start: date, decide_by: date) -> str:
    """Say that a plan starts after the day by which it has to be decided."""
    return (
        f"{opinion} could start on {day(start)} at the earliest. That is after {day(decide_by)}, the day to decide by. "
        "Ask whether it is safe to wait that long."
    )


def comes_late(what: str, when: date, decide_by: date) -> str:
    """Say that a visit or a step comes after the day by which it has to be decided."""
    return f"{what} is set for {day(when)}. That is after {day(decide_by)}, the day to decide by. Ask whether one of the two can move."


def visit(doctor: str | None) -> str:
    """Name a visit."""
    return f"The visit to {doctor}" if doctor else "A visit"


def step(name: str) -> str:
    """Name a step of the plan of getting ready."""
    return f"“{name}”"


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _weeks(weeks: tuple[float, float]) -> str:
    return f"{whole(weeks[0])} to {whole(weeks[1])} weeks"
