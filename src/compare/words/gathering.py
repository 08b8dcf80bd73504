"""The records and the specialists, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.words.numbers import counted, listing

RECORDS = "The records"
REPORT, MORE = "Report", "Pictures, slides"
REQUESTED, RECEIVED, SENT = "Asked for on", "Here since", "Sent on"
NOT_NEEDED = "none"
ASK_FOR = "What to ask for"
RECORDS_LEAD = "The report is one tick; the pictures, slides or tissue are another. The new doctor looks at both."
PAPER_AND_FILES = "Ask for every record on paper and as a file."
NOTHING_MISSING = "Nothing is missing."

SPECIALISTS = "Whom to ask for the second opinion"
TO_FIND_OUT = "What to find out"
ANSWERS = "What we found out"
WHERE_TO_ASK = "Where to ask for names"
NOT_RANKED = "Nobody is ranked here. What others say about a doctor is noted and never counted."
GROUPS: Mapping[str, str] = {
    "who": "Who it is",
    "experience": "Experience",
    "trip": "The trip",
    "noted": "Noted, never counted",
}

_FIRST = 3
_DONE, _OPEN = "☑", "☐"


def tick(*, is_done: bool, of: str = "") -> str:
    """Return a box, ticked or empty, with what it is for.

    Examples
    --------
    >>> tick(is_done=True), tick(is_done=False, of="slides")
    ('☑', '☐ slides')
    """
    return f"{_DONE if is_done else _OPEN} {of}".strip()


def with_note(name: str, note: str | None) -> str:
    """Return a record and what is noted of it.

    Examples
    --------
    >>> with_note("MRI", "on 24 March"), with_note("MRI", None)
    ('MRI (on 24 March)', 'MRI')
    """
    return f"{name} ({note})" if note else name


def complete(there: int, needed: int) -> str:
    """Say how many records are complete."""
    if not needed:
        return NOTHING_MISSING
    if there == needed:
        return f"All {counted(needed, 'record')} are complete."
    return f"{there} of {counted(needed, 'record')} complete."


def ask_for(name: str, what: str) -> str:
    """Return what to ask for, by name."""
    return name if name == what else f"{name}: {what}"


def only_report(names: Sequence[str]) -> str:
    """Say of which records only the report is here."""
    return f"Only the report is here for: {listing(names)}. The new doctor needs more than the report."


def waiting(names: Sequence[str]) -> str:
    """Say what was asked for and is not complete."""
    return f"Asked for, and not complete yet: {listing(names)}."


def can_be_sent(names: Sequence[str]) -> str:
    """Say what is here and can be sent on."""
    return f"Complete, and not sent on yet: {listing(names)}."


def specialist(place: int) -> str:
    """Return what a doctor without a name is called.

    Examples
    --------
    >>> specialist(2)
    'Doctor 2'
    """
    return f"Doctor {place}"


def doctors_noted(count: int) -> str:
    """Say how many doctors are noted."""
    if not count:
        return "No doctor is noted yet for the second opinion."
    return f"{counted(count, 'doctor')} noted for the second opinion."


def to_find_out(name: str, labels: Sequence[str]) -> str:
    """Say what is not known of a doctor, the first few of it."""
    more = len(labels) - _FIRST
    shown = [*labels[:_FIRST], f"{more} more"] if more > 0 else list(labels)
    return f"Still to find out about {name}: {listing(shown)}."


def where_to_ask(places: Sequence[str]) -> str:
    """Say where to ask for names."""
    return f"Ask for more than one name. {'. '.join(places)}."
