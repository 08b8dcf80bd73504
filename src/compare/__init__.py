"""Compare what two or more cancer doctors recommend, by what matters to the people concerned.

A `Case` is what the doctors said, `Weights` are what matters, `score` multiplies one by the other and gives `Scores`;
everything else looks at `Scores`: `explain` in sentences, `charts` in pictures, `report` on a page. An answer that nobody
knows is an `Interval` as wide as its scale. It never says which treatment to choose.

    case = compare.read("case.yaml")         compare.save(case, "case.json")      compare.sample("prostate")
    scores = compare.score(case)             compare.score(case, compare.swing({"goals": 100, ...}))
    compare.explain(scores)                  compare.charts.totals(scores)        compare.report(scores).save("page.html")
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from compare.case import Attribute, Case, Criterion, Opinion, Person, Rating
from compare.errors import CompareError
from compare.explanation import explain, what_to_ask
from compare.files import read, save
from compare.interval import Interval
from compare.samples import sample, samples
from compare.scoring import Ahead, Scores, score
from compare.weights import Weights, equal, pairwise, points, ranking, swing, swing_ranges

if TYPE_CHECKING:
    from compare import charts
    from compare.reports import Report, report

__all__ = [
    "Ahead",
    "Attribute",
    "Case",
    "CompareError",
    "Criterion",
    "Interval",
    "Opinion",
    "Person",
    "Rating",
    "Report",
    "Scores",
    "Weights",
    "charts",
    "equal",
    "explain",
    "pairwise",
    "points",
    "ranking",
    "read",
    "report",
    "sample",
    "samples",
    "save",
    "score",
    "swing",
    "swing_ranges",
    "what_to_ask",
]

_AT_FIRST_USE = {"Report": "compare.reports", "report": "compare.reports"}


def __getattr__(name: str) -> Any:
    """Load what needs a heavy library when it is first used."""
    if name == "charts":
        return import_module("compare.charts")
    if name in _AT_FIRST_USE:
        return getattr(import_module(_AT_FIRST_USE[name]), name)
    message = f"module 'compare' has no attribute {name!r}"
    raise AttributeError(message)
