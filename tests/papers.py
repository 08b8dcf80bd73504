"""Papers about the sample cases, each made once for all tests of a process."""

from functools import cache

import compare
from compare.reports import Report


@cache
def paper_of(name: str, kind: str = "family") -> Report:
    """Return a paper about a sample case."""
    return compare.report(compare.score(compare.sample(name)), kind=kind)


@cache
def html_of(name: str, kind: str = "family") -> str:
    """Return a paper about a sample case as HTML."""
    return paper_of(name, kind).html()
