"""Compare what two or more cancer doctors recommend, by what matters to the people concerned.

A `Case` is what the doctors said, `Weights` are what matters, `score` multiplies one by the other and gives `Scores`;
everything else looks at `Scores`: `explain` in sentences, `charts` in pictures, `report` on a page. An answer that nobody
knows is an `Interval` as wide as its scale. It never says which treatment to choose.

    case = compare.read("case.yaml")         compare.save(case, "case.json")      compare.sample("prostate")
    scores = compare.score(case)             compare.score(case, compare.swing({"goals": 100, ...}))
    compare.explain(scores)                  compare.charts.totals(scores)        compare.report(scores).save("page.html")
    compare.what_if(scores)                  compare.how_often(case)              compare.questions(scores)
    compare.differences(case)                compare.tiebreak(scores)             compare.family(case)

Every name is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare import charts, cohort
    from compare.app import App, FirstLook
    from compare.audit import balance
    from compare.case import Attribute, Case, Criterion, Opinion, Person, Rating
    from compare.decisions import combine, decide
    from compare.disagreement import differences
    from compare.errors import CompareError
    from compare.explanation import explain
    from compare.files import read, save
    from compare.folders import read_folder
    from compare.group import family
    from compare.interval import Interval
    from compare.outcomes import what_may_happen
    from compare.pseudonyms import without_names
    from compare.reports import Report, report
    from compare.robustness import how_often
    from compare.samples import sample, sample_names
    from compare.scoring import Scores, score
    from compare.sensitivity import trade_off, what_if
    from compare.statements import side_by_side
    from compare.ties import tiebreak
    from compare.unknowns import questions
    from compare.weights import Weights, equal, pairwise, points, ranking, swing, swing_ranges

__all__ = [
    "App",
    "Attribute",
    "Case",
    "CompareError",
    "Criterion",
    "FirstLook",
    "Interval",
    "Opinion",
    "Person",
    "Rating",
    "Report",
    "Scores",
    "Weights",
    "balance",
    "charts",
    "cohort",
    "combine",
    "decide",
    "differences",
    "equal",
    "explain",
    "family",
    "how_often",
    "pairwise",
    "points",
    "questions",
    "ranking",
    "read",
    "read_folder",
    "report",
    "sample",
    "sample_names",
    "save",
    "score",
    "side_by_side",
    "swing",
    "swing_ranges",
    "tiebreak",
    "trade_off",
    "what_if",
    "what_may_happen",
    "without_names",
]

_ROOMS = (
    "case",
    "errors",
    "explanation",
    "files",
    "interval",
    "samples",
    "scoring",
    "statements",
    "weights",
    "sensitivity",
    "unknowns",
    "disagreement",
    "ties",
    "group",
    "decisions",
    "audit",
    "outcomes",
    "pseudonyms",
    "robustness",
    "reports",
    "folders",
    "app",
)
"""Where the names are looked for, the light rooms first."""


def __getattr__(name: str) -> Any:
    """Load a public name at its first use."""
    if name in {"charts", "cohort"}:
        return import_module(f"compare.{name}")
    for room in _ROOMS if name in __all__ else ():
        module = import_module(f"compare.{room}")
        if hasattr(module, name):
            globals()[name] = getattr(module, name)
            return globals()[name]
    message = f"module 'compare' has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
