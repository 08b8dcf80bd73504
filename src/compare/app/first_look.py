"""The first screen: choose a case, see what was said, move what matters, take the page along."""

from __future__ import annotations

import html
from typing import Any

import ipywidgets as widgets

from compare.app import texts
from compare.app.browser import Choose, Live, Save, Saved
from compare.app.state import State
from compare.case import Case
from compare.errors import CompareError
from compare.samples import sample
from compare.scoring import Scores, score
from compare.statements import SideBySide, side_by_side

FIRST_SAMPLE = "prostate"


class FirstLook:
    """A screen with sliders for one case.

    Parameters
    ----------
    case : Case, optional
        What to look at first; without one, a sample.

    Examples
    --------
    >>> look = FirstLook()
    >>> look.scores.totals["Surgery"].low < look.scores.totals["Surgery"].high
    True
    """

    def __init__(self, case: Case | None = None) -> None:
        self.state = State(case) if case else State(sample(FIRST_SAMPLE), FIRST_SAMPLE)
        self.choose = Choose(self.state)
        self.live = Live(self.state)
        self.save = Save(
            Saved(texts.PAGE, "comparison.html", "text/html", self.page),
            Saved(texts.PICTURE, "comparison.png", "image/png", self.picture),
            Saved(texts.DRAWING, "comparison.svg", "image/svg+xml", self.drawing),
        )
        self._said = widgets.HTML()
        self.state.observe(self._show, "case")
        self._show()

    @property
    def case(self) -> Case:
        """Return the case that is open."""
        return self.state.case

    @property
    def scores(self) -> Scores:
        """Return the scores for the sliders as they stand; those of the case itself when all of them stand at 0."""
        return self.state.scores or score(self.case)

    @property
    def said(self) -> SideBySide:
        """Return what each doctor said, side by side."""
        return side_by_side(self.case)

    def page(self) -> bytes:
        """Return the page to take along, as HTML."""
        return self._saved_as(".html")

    def picture(self) -> bytes:
        """Return the page as one picture, PNG."""
        return self._saved_as(".png")

    def drawing(self) -> bytes:
        """Return the page as one drawing, SVG."""
        return self._saved_as(".svg")

    def _saved_as(self, ending: str) -> bytes:
        from compare.reports import report

        return report(self._something()).as_bytes(ending)

    def _something(self) -> Scores:
        scores = self.state.scores
        if scores is None:
            raise CompareError(texts.ZERO_EXPORT)
        return scores

    def _show(self, _change: object = None) -> None:
        self._said.value = self.said._repr_html_()

    def __repr__(self) -> str:
        """Return what stands in place of the screen where nothing can be moved."""
        return texts.PLACEHOLDER

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        lead = widgets.HTML(f"<p>{html.escape(texts.CHOOSE)}</p>")
        screen = widgets.VBox([lead, self.choose, self._said, self.live, self.save])
        return {**screen._repr_mimebundle_(), "text/plain": texts.PLACEHOLDER}
