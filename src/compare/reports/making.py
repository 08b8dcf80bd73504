"""The kinds of report, and for whom each of them is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from compare.errors import expect, unknown
from compare.reports.document import Report
from compare.scoring import Scores

Kind = Literal["family", "visit", "analyst"]
"""For whom a report is: the family at home, the visit, the analyst."""


def report(scores: Scores, *, seed: int = 0, kind: Kind = "family") -> Report:
    """Return a paper about a comparison.

    Parameters
    ----------
    scores : Scores
        What was compared.
    seed : int
        Where random draws begin; the same seed gives the same page.
    kind : {"family", "visit", "analyst"}
        ``family`` shows every look at the comparison, ``visit`` is one page for the doctor, ``analyst`` has the eight headings of
        ISPOR with every number.

    Returns
    -------
    Report
        Its parts; ``.save("page.html")`` writes it, or in another of its `endings`.

    Raises
    ------
    CompareError
        There is no such kind.

    Examples
    --------
    >>> from compare.samples import sample
    >>> from compare.scoring import score
    >>> report(score(sample("prostate"))).parts[0].title
    'In short'
    """
    expect(scores, Scores)
    if kind not in KINDS:
        raise unknown("a kind of report", kind, tuple(KINDS))
    return KINDS[kind](scores, seed)


def _family(scores: Scores, seed: int) -> Report:
    from compare.reports.family import of_family

    return of_family(scores, seed)


def _visit(scores: Scores, _seed: int) -> Report:
    from compare.reports.visit import of_visit

    return of_visit(scores)


def _analyst(scores: Scores, seed: int) -> Report:
    from compare.reports.analyst import of_analyst

    return of_analyst(scores, seed)


KINDS: Mapping[str, Callable[[Scores, int], Report]] = {
    "family": _family,
    "visit": _visit,
    "analyst": _analyst,
}
"""The kinds of report, each made from scores and a seed."""
