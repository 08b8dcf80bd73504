"""What it costs and who pays: ranges by currency, never added across currencies, never once with each month.

An amount that nobody knows is a range. What is covered "in part", or by nobody named, can be ours wholly or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from compare.case import Case
from compare.case.preparation import Cost
from compare.fields import same_name
from compare.words import paying as told

_OUR_WORDS = frozenset(
    {"us", "we", "our", "family", "our family", "the family", "self", "me", "i", "patient", "ourselves"}
)


@dataclass(frozen=True)
class Line:
    """One cost, and how much of it can be ours.

    Parameters
    ----------
    what : str
        For what.
    low, high : float, optional
        The amount, as stated; None where it is not known.
    currency : str
        As stated; empty where it is not.
    per : str
        ``once`` or ``month``; once where it is not stated.
    payer : str
        Who pays, as stated; empty where it is not.
    coverage : str
        What the insurer does, as stated; empty where it is not.
    is_ours : bool, optional
        Whether the family pays it; None where that is open.
    """

    what: str
    low: float | None
    high: float | None
    currency: str
    per: str
    payer: str
    coverage: str
    is_ours: bool | None

    @property
    def ours(self) -> tuple[float, float | None]:
        """Return the least and the most that the family may have to pay; no most where nobody knows it."""
        if self.is_ours is False:
            return 0.0, 0.0
        least = (self.low or 0.0) if self.is_ours else 0.0
        return least, self.high


@dataclass(frozen=True)
class Sum:
    """What one payer pays in one currency, once or each month.

    Parameters
    ----------
    payer : str
        Who pays; `told.US` for the family.
    currency, per : str
        In what, and how often.
    low, high : float
        The least, and the most as far as amounts are known; None where an amount has no upper end.
    """

    payer: str
    currency: str
    per: str
    low: float
    high: float | None

    def sentence(self) -> str:
        """Say it in a sentence."""
        return told.sum_of(self.payer, self.low, self.high, self.currency, self.per)


def lines_of(case: Case) -> tuple[Line, ...]:
    """Return the costs of a case, each with who pays it."""
    ours = _OUR_WORDS | {same_name(person.name) for person in case.people}
    return tuple(_line(cost, ours) for cost in case.noted.costs)


def out_of_pocket(lines: Iterable[Line]) -> tuple[Sum, ...]:
    """Return what the family may have to pay, for each currency, once and each month.

    Examples
    --------
    >>> train = Line("Train", 40, 60, "EUR", "once", "us", "", True)
    >>> fee = Line("Fee", 100, None, "EUR", "once", "", "", None)
    >>> [(each.low, each.high) for each in out_of_pocket([train, fee])]
    [(40.0, None)]
    """
    open_or_ours = (line for line in lines if line.is_ours is not False)
    return _added((told.US, line, *line.ours) for line in open_or_ours)


def by_payer(lines: Iterable[Line]) -> tuple[Sum, ...]:
    """Return what everybody else pays, as stated, for each payer, currency, once and each month."""
    others = (line for line in lines if line.is_ours is False)
    return _added((line.payer or told.INSURER, line, line.low or 0.0, line.high) for line in others)


def _line(cost: Cost, ours: frozenset[str]) -> Line:
    low, high = (cost.low, cost.high) if cost.low is None or cost.high is None else sorted((cost.low, cost.high))
    return Line(
        cost.what,
        low,
        high,
        cost.currency or "",
        cost.per or "once",
        cost.payer or "",
        cost.coverage or "",
        _is_ours(cost, ours),
    )


def _is_ours(cost: Cost, ours: frozenset[str]) -> bool | None:
    if cost.payer:
        return same_name(cost.payer) in ours
    known: Mapping[str | None, bool] = {"covered": False, "not covered": True}
    return known.get(cost.coverage)


def _added(parts: Iterable[tuple[str, Line, float, float | None]]) -> tuple[Sum, ...]:
    sums: dict[tuple[str, str, str], Sum] = {}
    for payer, line, low, high in parts:
        key = (same_name(payer), same_name(line.currency), line.per)
        before = sums.get(key, Sum(payer, line.currency, line.per, 0.0, 0.0))
        most = None if before.high is None or high is None else before.high + high
        sums[key] = Sum(before.payer, before.currency, before.per, before.low + low, most)
    return tuple(sums.values())
