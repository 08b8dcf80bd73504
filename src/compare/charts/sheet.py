"""A sheet on which a picture is laid out from top to bottom, in points; its height grows with what is put on it.

Two axes share the sheet and its height in points: ``page`` measures across in points, ``scale`` from 0 to 100 (see `Sheet.measure`). So bars and
ranges keep their own numbers, and words stand where there is room for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from compare.charts import palette
from compare.charts.chart import Chart
from compare.charts.palette import Sign
from compare.charts.style import BODY, MOST_LINES, SMALL, STRONG, TITLE, Type, clean, from_left, wrapped

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

WIDTH = 547.0
MARGIN = 12.0
POINTS = 72

_BASELINE = 0.36

Drawn = TypeVar("Drawn", bound="Artist")


class Sheet:
    """A sheet of paper of a given width, in points, filled from the top.

    Parameters
    ----------
    width : float
        Of the whole sheet.
    """

    left: float
    right: float
    scale: Axes

    def __init__(self, width: float = WIDTH) -> None:
        self.width = width
        self.y = MARGIN
        self.figure = Figure(figsize=(width / POINTS, 1), dpi=POINTS, facecolor=palette.PAPER)
        FigureCanvasAgg(self.figure)
        self.page = self._axes("page", 0, width)
        self.page.set_zorder(1)
        self.page.set_xlim(0, width)

    def measure(self, left: float, right: float) -> None:
        """Say where 0 and 100 of the scale stand from here on, in points from the left."""
        self.left, self.right = left, right
        self.scale = self._axes("scale", left, right)
        self.scale.set_xlim(0, 100)

    @property
    def inner(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    def title(self, text: str) -> None:
        """Write the title."""
        self.lines(text, TITLE, ours=False)
        self.y += 2

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y += height

    def lines(
        self, text: str, kind: Type = BODY, colour: str = palette.INK, limit: int = MOST_LINES, *, ours: bool = True
    ) -> None:
        """Write a text between the margins and go below it; a sentence of ours reads from left to right, theirs as it begins."""
        rows = wrapped(text, self.inner, kind, limit)
        self.write(from_left(rows) if ours else rows, MARGIN, self.y, kind, colour=colour)
        self.y += len(rows) * kind.leading

    def banner(self, texts: Sequence[str], limit: int) -> None:
        """Write in a band what must not be overlooked, and go below it."""
        rows = [row for text in texts for row in wrapped(text, self.inner - 20, STRONG, limit)]
        height = len(rows) * STRONG.leading + 8
        self.box(MARGIN, self.y, self.inner, height, facecolor=palette.BAND)
        self.box(MARGIN, self.y, 4, height, facecolor=palette.INK)
        self.write(from_left(rows), MARGIN + 12, self.y + 4, STRONG)
        self.space(height)

    def notes(self, *texts: str) -> None:
        """Write the small print at the foot."""
        self.y += 8
        for text in texts:
            self.lines(text, SMALL, palette.QUIET_INK, limit=6)

    def write(self, rows: Sequence[str], x: float, top: float, kind: Type, *, align: str = "left", **look: Any) -> None:
        """Write lines one below the other, the first with its top at ``top``."""
        style = {"color": look.pop("colour", palette.INK), "fontproperties": kind.font, **look}
        for place, row in enumerate(rows):
            middle = top + (place + 0.5) * kind.leading
            self.page.text(x, middle + _BASELINE * kind.size, row, ha=align, va="baseline", **style)

    def box(self, x: float, top: float, width: float, height: float, **look: Any) -> Rectangle:
        """Draw a rectangle, measured in points."""
        return self._added(self.page, Rectangle((x, top), width, height, **_look(look)))

    def bar(self, start: float, length: float, top: float, height: float, **look: Any) -> Rectangle:
        """Draw a rectangle whose start and length are on the scale, 0-100."""
        return self._added(self.scale, Rectangle((start, top), length, height, **_look(look)))

    def rule(self, xs: tuple[float, float], ys: tuple[float, float], **look: Any) -> Line2D:
        """Draw a line, measured in points."""
        return self._added(self.page, Line2D(xs, ys, **look))

    def span(self, xs: tuple[float, float], ys: tuple[float, float], **look: Any) -> Line2D:
        """Draw a line whose ends are on the scale, 0-100."""
        return self._added(self.scale, Line2D(xs, ys, **look))

    def point(self, x: float, y: float, sign: Sign, size: float = 7, *, on_scale: bool = True) -> Line2D:
        """Draw the marker of a sign."""
        marker = Line2D(
            [x], [y], linestyle="none", marker=sign.marker, markersize=size, markerfacecolor=sign.colour,
            markeredgecolor=palette.PAPER, markeredgewidth=0.7, zorder=5,
        )  # fmt: skip
        return self._added(self.scale if on_scale else self.page, marker)

    def grid(self, top: float, bottom: float, at: Sequence[float] = (0, 25, 50, 75, 100)) -> None:
        """Draw thin lines down the scale."""
        for value in at:
            self.span((value, value), (top, bottom), color=palette.LINE, linewidth=0.6, zorder=0)

    def ticks(self, ends: tuple[str, str], at: Sequence[float] = (0, 25, 50, 75, 100)) -> None:
        """Write the numbers of the scale, with words below its two ends, and go below them."""
        words = {0.0: ends[0], 100.0: ends[1]}
        for value in at:
            align = "left" if value == 0 else "right" if value == 100 else "center"
            rows = [f"{value:g}", words.get(value, "")]
            self.write(rows, self.across(value), self.y, SMALL, align=align, colour=palette.QUIET_INK)
        self.y += 2 * SMALL.leading

    def across(self, value: float) -> float:
        """Return where a value of the scale stands, in points from the left."""
        return self.left + (self.right - self.left) * value / 100

    def chart(self, name: str, alt: str) -> Chart:
        """Cut the sheet below what is on it and return the picture."""
        height = self.y + MARGIN
        self.figure.set_size_inches(self.width / POINTS, height / POINTS)
        for axes in self.figure.axes:
            axes.set_ylim(height, 0)
        return Chart(name, self.figure, clean(alt))

    def _axes(self, label: str, left: float, right: float) -> Axes:
        axes = self.figure.add_axes((left / self.width, 0, (right - left) / self.width, 1), label=label)
        axes.set_axis_off()
        return axes

    @staticmethod
    def _added(axes: Axes, artist: Drawn) -> Drawn:
        axes.add_artist(artist)
        artist.set_clip_on(False)
        return artist


def _look(look: dict[str, Any]) -> dict[str, Any]:
    return {"linewidth": 0, "edgecolor": "none", **look}
