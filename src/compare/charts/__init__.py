"""Pictures: one result in, one `Chart` out. Nothing is worked out here; every number comes from the result.

Only this room imports matplotlib, and never its global state; it is loaded when the first picture is asked for, so that
`palette` is there for pages and apps without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.charts.chart import Chart
    from compare.charts.in_brief import brief
    from compare.charts.of_all import poster
    from compare.charts.of_answers import agreement, flow
    from compare.charts.of_case import grid, pros_cons
    from compare.charts.of_chances import chances
    from compare.charts.of_cohort import drivers, rates, spread
    from compare.charts.of_disagreement import differences
    from compare.charts.of_group import family
    from compare.charts.of_preparation import plan
    from compare.charts.of_robustness import how_often
    from compare.charts.of_scores import profile, totals
    from compare.charts.of_sensitivity import weight_map, what_if
    from compare.charts.of_unknowns import tornado

__all__ = [
    "Chart",
    "agreement",
    "brief",
    "chances",
    "differences",
    "drivers",
    "family",
    "flow",
    "grid",
    "how_often",
    "plan",
    "poster",
    "profile",
    "pros_cons",
    "rates",
    "spread",
    "tornado",
    "totals",
    "weight_map",
    "what_if",
]

_ROOMS = {
    "Chart": "chart",
    "agreement": "of_answers",
    "brief": "in_brief",
    "chances": "of_chances",
    "differences": "of_disagreement",
    "drivers": "of_cohort",
    "family": "of_group",
    "flow": "of_answers",
    "grid": "of_case",
    "how_often": "of_robustness",
    "plan": "of_preparation",
    "poster": "of_all",
    "profile": "of_scores",
    "pros_cons": "of_case",
    "rates": "of_cohort",
    "spread": "of_cohort",
    "tornado": "of_unknowns",
    "totals": "of_scores",
    "weight_map": "of_sensitivity",
    "what_if": "of_sensitivity",
}


def __getattr__(name: str) -> Any:
    """Load the room of a picture when it is first asked for."""
    if name in _ROOMS:
        return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    """Name what can be asked for."""
    return sorted({*globals(), *__all__})
