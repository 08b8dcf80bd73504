"""The insurer and the costs, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from compare.words.numbers import counted, day, listing, whole

QUESTIONS = "What to ask the insurer"
QUESTIONS_LEAD = "Write down who said it, and the number of the call. A yes in writing counts most."
CALLS = "Calls to the insurer"
COSTS = "What it may cost"
COSTS_LEAD = "An amount that is open counts from nothing up to the whole."
SUMS = "Who pays how much"
HELP = "Who can help with the cost"
AFTER_A_NO = "If the insurer says no"
QUESTION, ANSWER = "Question", "Answer"
DAY, SPOKE_TO, REFERENCE, SAID = "Day", "Spoke to", "Number of the call", "What was said"
AMOUNT, HOW_OFTEN, PAYER, COVERED = "Amount", "How often", "Who pays", "Insurer"
NOT_ASKED = "not asked yet"
NO_ANSWER = "asked, no answer"
NEVER_ASSUMED = "Nobody has found out yet what the insurer pays. Do not count on it before they say so."
NOT_ADDED = "Amounts in different money, or once and each month, are never added up."
US, INSURER, OPEN_PAYER = "us", "the insurer", "open"
NOT_KNOWN_AMOUNT = "not known"

COVERAGE: Mapping[str, str] = {
    "covered": "covered",
    "part": "covered in part",
    "not covered": "not covered",
    "required": "they ask for a second opinion",
    "not known": "not known",
}
PER: Mapping[str, str] = {"once": "once", "month": "each month"}

_SPACE = "\u00a0"


def in_the_us(text: str) -> str:
    """Say that something holds in the United States only."""
    return f"In the United States: {text}"


def percent(amount: float) -> str:
    """Return which share an insurer pays."""
    return f"they pay {whole(amount)} of 100"


def amount(number: float) -> str:
    r"""Return an amount as a whole number, in groups of three.

    Examples
    --------
    >>> amount(2400), amount(950.4)
    ('2\xa0400', '950')
    """
    return f"{int(whole(number)):,}".replace(",", _SPACE)


def between(low: float | None, high: float | None, currency: str) -> str:
    """Return an amount that may be a range, or open at an end.

    Examples
    --------
    >>> between(40, 60, "EUR"), between(40, None, "EUR"), between(None, 60, ""), between(None, None, "EUR")
    ('40 to 60 EUR', '40 EUR or more', 'up to 60', 'not known')
    """
    unit = f" {currency}" if currency else ""
    if high is None:
        return f"{amount(low)}{unit} or more" if low else NOT_KNOWN_AMOUNT
    if low is None or (low == 0 and high > 0):
        return f"up to {amount(high)}{unit}"
    return f"{amount(low)}{unit}" if amount(low) == amount(high) else f"{amount(low)} to {amount(high)}{unit}"


def sum_of(payer: str, low: float, high: float | None, currency: str, per: str) -> str:
    """Say what one payer pays in all."""
    who = "For us" if payer == US else f"For {payer}"
    unit = "" if currency else " (in which money is not stated)"
    return f"{who}: {between(low, high, currency)}{unit}, {PER[per]}."


def answered(done: int, every: int) -> str:
    """Say how many questions to the insurer are answered."""
    return f"{done} of {counted(every, 'question')} to the insurer answered."


def coverage(word: str, spoke_to: str | None, reference: str | None) -> str:
    """Say what an insurer said about paying, and who said it."""
    proof = ", ".join(part for part in (spoke_to, f"number {reference}" if reference else "") if part)
    return f"They said: {COVERAGE[word]}{f' ({proof})' if proof else ''}."


def call(place: int, when: date | None) -> str:
    """Return what a call is called."""
    return f"the call of {day(when)}" if when else f"call {place}"


def unproved(calls: Sequence[str]) -> str:
    """Say which calls lack a name or a number."""
    return f"A name or a number is missing for {listing(calls)}. Ask for it: a call without them is hard to prove."


def steps_after_a_no(steps: Sequence[str]) -> str:
    """Say what can be done after a no."""
    return f"They said no. What can be done: {'. '.join(steps)}."
