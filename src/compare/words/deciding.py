"""What is said of a mixed plan and of a decision."""

from __future__ import annotations

from compare.words.numbers import whole

FITTING_FIX = {
    "stay": "to go on with another opinion, write switch; to mix plans, write combine",
    "switch": "to go on with the first opinion, write stay; to mix plans, write combine",
    "combine": "make the mixed plan with combine(...) first, then name it here",
    "third opinion": "leave the opinion out, or write stay, switch or combine",
    "take time": "leave the opinion out, or write stay, switch or combine",
    "undecided": "leave the opinion out, or write stay, switch or combine",
}
OUTCOMES = {
    "stay": "stay with {}",
    "switch": "change to {}",
    "combine": "take the mixed plan {}, which a doctor has to confirm",
    "third opinion": "hear one more opinion first",
    "take time": "take more time",
    "undecided": "not decided yet",
}


def part_from(treatment: str, opinion: str) -> str:
    """Return a part of a mixed plan and where it comes from.

    Examples
    --------
    >>> part_from("surgery", "B")
    'surgery from B'
    """
    return f"{treatment} from {opinion}"


def decided(outcome: str | None, opinion: str | None) -> str:
    """Return what was decided.

    Examples
    --------
    >>> decided("switch", "B"), decided("take time", None), decided(None, "B")
    ('change to B', 'take more time', 'B')
    """
    return OUTCOMES[outcome].format(opinion or "an opinion") if outcome else opinion or OUTCOMES["undecided"]


def out_of_10(confidence: float) -> str:
    """Return how sure somebody is, 0-10."""
    return f"{whole(confidence)} of 10"
