"""What is said about many cases together: how often opinions differ, how far doctors agree, what weights and open answers do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from compare.words import numbers
from compare.words.numbers import counted

COMMAND = "Count how often opinions differ in many cases, and on what."

TITLE = "Second opinions in many cases"
HEADS = ("Second opinion, of 100 cases", "Same", "A little different", "Quite different", "Cases")
ALL_LAYERS = "All of these together"
ALL_CASES = "All cases"
HIDDEN = "hidden"
NONE = "–"
NOT_STATED = "not stated"

BY = {
    "cancer": "cancer",
    "specialty": "specialty of the second doctor",
    "centre": "second doctor's centre",
    "year": "year",
}

OUTCOMES = {"same": "same", "minor": "a little different", "major": "quite different", NOT_STATED: "not stated"}
LEADS = {
    "less than 5": "less than 5 points", "5 to 10": "5 to 10", "10 to 20": "10 to 20", "20 to 30": "20 to 30", "30 or more": "30 or more",
}  # fmt: skip
OPEN = {"settled": "nothing open could turn it", "could turn": "open answers could turn it"}
SHARES = {
    "always": "with any weights", "mostly": "with 75 of 100 weights or more", "more often than not": "with 50 to 74 of 100",
    "less often": "with fewer than 50",
}  # fmt: skip
TURNS = {"stays": "the same stays ahead", "turns": "another one comes first", "level": "level"}

COEFFICIENTS = {
    "cohen": "Cohen's kappa",
    "weighted": "Cohen's kappa, linear weights",
    "fleiss": "Fleiss's kappa",
    "alpha": "Krippendorff's alpha",
    "ac1": "Gwet's AC1",
}

RATES = "How often the second opinion differs"
RATES_LEAD = "The second opinion of each case beside the first, of 100 cases in which both have said something; a third one does not count here. In brackets: the 95 % interval."
AGREEMENT = "How far doctors agree beyond chance"
AGREEMENT_LEAD = "1 is full agreement, 0 is what chance alone gives. The kappas of Cohen compare the first opinion of each case with its last: the third, where there are three. So they may differ from the rates, which stop at the second. The other numbers take all opinions. In brackets: the 95 % interval."
FLOW = "From the first plan to the last"
FLOW_LEAD = "What the first opinion of each case says, and what its last one says: the third, where there are three."
SAME_AND_OTHER = "First and last opinion"
SPREAD = "How far the opinion that is ahead is before the next"
SPREAD_LEAD = "Points of 100, with the weights of the people in each case, or equal ones."
DRIVERS = "What the difference comes from"
DRIVERS_LEAD = "Of 100 cases, in how many each criterion gives the most of the lead; and by how many points of 100 it sets two opinions apart, on average."
UNKNOWN = "What open answers decide"
UNKNOWN_LEAD = "Whether answers that nobody knows could put another opinion ahead."
WEIGHTS = "What other weights would do"
WEIGHTS_LEAD = "In what share of all possible weights the same opinion stays before the next one, with open answers in their middle."
HALVES = "Half of all weight on one criterion"
HALVES_LEAD = (
    "Equal weights beside half of all weight on one criterion: how often another opinion is ahead, of all of a case."
)
ABOUT_DATA = "About these numbers"

SELECTION = (
    "People who ask for a second opinion are not like all people with cancer. Mostly those with a doubt ask, and large centres are "
    "sent the hard cases. So differences are more frequent here than among all."
)
NO_JUDGE = "A difference does not say who was right. Nothing here says which treatment, doctor or centre does better."
WITHOUT_COEFFICIENTS = "A dash: too few cases, or a number that would give a hidden count away."
COMPARED = "Another answer counts as quite different where the layer's rule says so; the same answer with another detail is a little different."
SMALL_HIDDEN = (
    "Counts of 1 to 10 are hidden, and others that would give them back. Groups of 1 to 10 cases are put together."
)
SMALL_SHOWN = "Counts of 1 to 10 are shown. Somebody may know the people behind them: keep this paper to yourself."
WILSON = "Intervals of shares are those of Wilson (1927); a case is counted once."

IN_SHORT = "In short"
AHEAD = "Who is ahead, and why"
CASES = "Cases"
ANY, HALF_ON = "any", "half on "
"""All layers together, and half of all weight on a criterion, as they are called in results."""


class Shared(Protocol):
    """A share with its interval."""

    @property
    def share(self) -> float | None:
        """Return the share."""

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return its ends."""

    @property
    def hidden(self) -> bool:
        """Tell whether it is hidden."""


def heading(cases: int) -> str:
    """Say how much was looked at.

    Examples
    --------
    >>> heading(1200)
    '1,200 cases'
    """
    return counted(cases, "case").replace(str(cases), f"{cases:,}", 1)


def line(label: str, group: str) -> str:
    """Return the label of a line: all cases, or a group of them.

    Examples
    --------
    >>> line("Stage", ""), line("Stage", "lung")
    ('Stage', '  lung')
    """
    return f"  {group}" if group else label


def of_100(share: float | None) -> str:
    """Return how many of 100, as a whole number; a dash where there is nothing to count.

    Examples
    --------
    >>> of_100(0.234), of_100(None)
    ('23', '–')
    """
    return NONE if share is None else numbers.of_100(share).removesuffix(" of 100")


def cell(share: Shared) -> str:
    """Return a share of 100 with its interval.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> cell(Made(share=0.233, interval=(0.1179, 0.4093), hidden=False)), cell(Made(share=None, interval=None, hidden=True))
    ('23 (12 to 41)', 'hidden')
    """
    if share.hidden:
        return HIDDEN
    if share.share is None or share.interval is None:
        return NONE
    low, high = (numbers.whole(100 * end) for end in share.interval)
    return f"{of_100(share.share)} ({low} to {high})"


def count(number: int | None) -> str:
    """Return a count; the word for a hidden one where there is none.

    Examples
    --------
    >>> count(12345), count(None)
    ('12,345', 'hidden')
    """
    return HIDDEN if number is None else f"{number:,}"


def coefficient(value: float, low: float, high: float) -> str:
    """Return a coefficient with its interval, two digits.

    Examples
    --------
    >>> coefficient(0.7434, 0.419, 1.0)
    '0.74 (0.42 to 1.00)'
    """
    return f"{value:.2f} ({low:.2f} to {high:.2f})"


def named(name: str, value: float, low: float, high: float) -> str:
    """Return a coefficient with its name.

    Examples
    --------
    >>> named("ac1", 0.9, 0.85, 0.95)
    "Gwet's AC1 0.90 (0.85 to 0.95)"
    """
    return f"{COEFFICIENTS[name]} {coefficient(value, low, high)}"


def confirmed(share: Shared) -> str:
    """Say how often a second opinion confirms the first in all that both have said.

    Examples
    --------
    >>> from types import SimpleNamespace as Made
    >>> confirmed(Made(share=0.5, interval=(0.48, 0.52), hidden=False))
    'Of 100 second opinions, 50 (48 to 52) say the same as the first in all that both have said.'
    """
    return f"Of 100 second opinions, {cell(share)} say the same as the first in all that both have said."


def could_turn(share: Shared) -> str:
    """Say how often open answers could put another opinion ahead."""
    return f"In {cell(share)} of 100 cases, answers that nobody knows could put another opinion ahead."


def any_weights(share: Shared) -> str:
    """Say how often the weights do not matter."""
    return f"In {cell(share)} of 100 cases, the same opinion is ahead of the next whatever the weights are."


def comes_from(label: str, share: Shared) -> str:
    """Say which criterion gives the most of the lead most often."""
    return f"What gives the most of a lead most often: {label}, in {cell(share)} of 100 cases."


def part_scored(scored: int, cases: int) -> str:
    """Say on how many cases the sum was looked at, where that is not all of them; nothing else.

    Examples
    --------
    >>> part_scored(5000, 100000), part_scored(10, 10)
    ('Who is ahead was worked out for 5,000 of the cases, evenly over the files.', '')
    """
    if scored >= cases:
        return ""
    return f"Who is ahead was worked out for {scored:,} of the cases, evenly over the files."


def alone(cases: int) -> str:
    """Say that cases with one opinion are left out; a small number is not told.

    Examples
    --------
    >>> alone(200), alone(3), alone(0)
    ('200 cases with one opinion are left out.', 'A few cases with one opinion are left out.', '')
    """
    if not cases:
        return ""
    return f"{f'{cases:,}' if cases > 10 else 'A few'} cases with one opinion are left out."


def by(name: str) -> str:
    """Return the title of what is grouped.

    Examples
    --------
    >>> by("centre")
    "By second doctor's centre"
    """
    return f"By {BY[name]}"


def of_sums(labels: Mapping[str, str]) -> Mapping[str, tuple[str, str, Mapping[str, str]]]:
    """Return for each thing that is counted of the sums its title, how to read it, and its outcomes in words."""
    return {
        "lead": (SPREAD, SPREAD_LEAD, LEADS),
        "comes from": (DRIVERS, DRIVERS_LEAD, {**labels, "level": TURNS["level"]}),
        "open answers": (UNKNOWN, UNKNOWN_LEAD, OPEN),
        "weights": (WEIGHTS, WEIGHTS_LEAD, SHARES),
    }
