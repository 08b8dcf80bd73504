"""The expected value of knowing one answer before deciding (EVPPI), in closed form."""

from __future__ import annotations

from collections.abc import Sequence

from compare.distributions import Piece


def worth_of_knowing(pieces: Sequence[Piece], rest: float, counts: float, rival: float) -> float:
    """Return the expected value of knowing one answer: ``E[max(rival, rest + counts * v)] - max(rival, rest + counts * E[v])``.

    Only the answer's own opinion moves with it, and totals are linear in it, so each uniform piece has a closed form
    (Felli & Hazen 1998, MDM 18:95).

    Parameters
    ----------
    pieces : sequence of (share, low, high)
        What the answer may be worth, 0-100, as a mixture of uniform pieces.
    rest : float
        The mean total of its opinion without this answer, 0-100.
    counts : float
        How much of the total the answer makes, 0-1.
    rival : float
        The highest mean total of the other opinions, 0-100.

    Returns
    -------
    float
        Points of the total, 0-100; 0 where no answer could change who is first.

    Examples
    --------
    >>> worth_of_knowing([(1.0, 0.0, 100.0)], rest=0, counts=1, rival=50)
    12.5
    """
    low = rest + counts * min(piece[1] for piece in pieces)
    high = rest + counts * max(piece[2] for piece in pieces)
    if high <= rival or low >= rival:
        return 0.0
    knowing = sum(share * _higher(rest + counts * a, rest + counts * b, rival) for share, a, b in pieces)
    mean = rest + counts * sum(share * (a + b) / 2 for share, a, b in pieces)
    return max(0.0, knowing - max(rival, mean))


def _higher(low: float, high: float, rival: float) -> float:
    """Return the mean of the higher one: ``rival``, or a number anywhere from ``low`` to ``high``."""
    if high <= rival:
        return rival
    if low >= rival:
        return (low + high) / 2
    return rival + (high - rival) ** 2 / (2 * (high - low))
