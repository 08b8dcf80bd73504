"""The words of a copy without names: labels, what stands where something was taken out."""

from __future__ import annotations

from string import ascii_uppercase

NOTE = "Names and dates were replaced by a program. Read it through before you pass it on."
"""Stands on everything that is made from a copy without names."""

DOCTOR, CENTRE, PERSON = "Doctor", "Centre", "Person"
A_NAME, A_DAY, A_MONTH, A_MAIL, A_PHONE, A_NUMBER, AN_ADDRESS, AN_AGE = (
    "[name]", "[day]", "[month]", "[e-mail]", "[phone]", "[number]", "[web address]", "90",
)  # fmt: skip


def lettered(kind: str, place: int) -> str:
    """Return the label of a doctor or a centre.

    Examples
    --------
    >>> lettered(DOCTOR, 0), lettered(CENTRE, 27)
    ('Doctor A', 'Centre 28')
    """
    return f"{kind} {ascii_uppercase[place] if place < len(ascii_uppercase) else place + 1}"


def numbered(kind: str, number: int) -> str:
    """Return the label of somebody without a role, or of one of several with the same."""
    return f"{kind} {number}"
