"""Pictures: one result in, one `Chart` out. Nothing is worked out here; every number comes from the result.

Only this room imports matplotlib, and never its global state; it is loaded when the first picture is asked for, so that
`palette` is there for pages and apps without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.charts.chart import Chart
    from compare.charts.of_all import poster
    from compare.charts.of_case import grid, pros_cons
    from compare.charts.of_scores import profile, totals

__all__ = ["Chart", "grid", "poster", "profile", "pros_cons", "totals"]

_ROOMS = {
    "Chart": "chart",
    "grid": "of_case",
    "poster": "of_all",
    "profile": "of_scores",
    "pros_cons": "of_case",
    "totals": "of_scores",
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
