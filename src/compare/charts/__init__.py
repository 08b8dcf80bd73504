"""Pictures: one result in, one `Chart` out. Nothing is worked out here; every number comes from the result.

Only this room imports matplotlib, and never its global state.
"""

from compare.charts.chart import Chart
from compare.charts.of_case import grid, pros_cons
from compare.charts.of_scores import profile, totals

__all__ = ["Chart", "grid", "profile", "pros_cons", "totals"]
