"""What is said of people together: whose weights differ, judgements that do not fit, a mixed plan, a decision."""

from __future__ import annotations

from compare.words.numbers import counted, whole

NOBODY_YET = (
    "Nobody has said yet what matters most. Each of you can say it, in any order; then it can be laid side by side."
)


def misfit(first: str, second: str, stated: float, fitting: float) -> str:
    """Say of two criteria what was said and what would fit the other judgements.

    Examples
    --------
    >>> misfit("Goals", "Cost", 6, 0.45)
    'One answer stands apart: Goals over Cost, 6 times as much. With the other answers, Cost over Goals, 2 times as much, would fit.'
    """
    lead = f"One answer stands apart: {_judged(first, second, stated)}."
    if _same(fitting):
        return f"{lead} With the other answers, the same for both would fit."
    if fitting > 1:
        return f"{lead} With the other answers, {times(fitting)} would fit."
    return f"{lead} With the other answers, {_judged(second, first, 1 / fitting)}, would fit."


def times(ratio: float) -> str:
    """Return how many times as much, in a whole number.

    Examples
    --------
    >>> times(2.2), times(1.1)
    ('2 times', '1 time')
    """
    return counted(int(whole(ratio)), "time")


def _judged(first: str, second: str, ratio: float) -> str:
    return f"{first} and {second} the same" if _same(ratio) else f"{first} over {second}, {times(ratio)} as much"


def _same(ratio: float) -> bool:
    return whole(max(ratio, 1 / ratio)) == "1"
