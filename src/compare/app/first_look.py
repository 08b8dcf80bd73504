"""The first screen: choose a case, see what was said, move what matters, take the page along."""

from __future__ import annotations

import html
from typing import Any

import ipywidgets as widgets

from compare.app import texts
from compare.app.live import Live, Save
from compare.app.side_by_side import SideBySide, side_by_side
from compare.app.state import State
from compare.case import Case
from compare.errors import CompareError, visible
from compare.files import ENDINGS
from compare.samples import sample, samples
from compare.scoring import Scores, score

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
        self._state = State(case, "") if case else State(sample(FIRST_SAMPLE), FIRST_SAMPLE)
        self.live = Live(self._state)
        self._sample = _sample_chooser(self._state)
        self._upload = _file_chooser(self._state)
        self._message = widgets.HTML()
        self._said = widgets.HTML(layout={"overflow": "auto"})
        self._state.observe(self._show, ["case", "message", "source"])
        self._show()

    @property
    def case(self) -> Case:
        """Return the case that is open."""
        return self._state.case

    @property
    def scores(self) -> Scores:
        """Return the scores for the sliders as they stand; those of the case itself when all of them stand at 0."""
        return self._state.scores or score(self.case)

    @property
    def said(self) -> SideBySide:
        """Return what each doctor said, side by side."""
        return side_by_side(self.case)

    def page(self) -> bytes:
        """Return the page to take along, as HTML."""
        from compare.reports import report

        return report(self._moved_scores()).html().encode()

    def picture(self) -> bytes:
        """Return the chart as PNG."""
        from compare import charts

        return charts.totals(self._moved_scores()).png()

    def drawing(self) -> bytes:
        """Return the chart as SVG."""
        from compare import charts

        return charts.totals(self._moved_scores()).svg().encode()

    def _moved_scores(self) -> Scores:
        scores = self._state.scores
        if scores is None:
            raise CompareError(texts.ZERO_EXPORT)
        return scores

    def _show(self, _change: object = None) -> None:
        state = self._state
        self._said.value = self.said._repr_html_()
        self._message.value = _told(state.message)
        self._sample.value = state.source or None

    def _screen(self) -> widgets.VBox:
        saves = [
            Save(texts.PAGE, "comparison.html", "text/html", self.page),
            Save(texts.PICTURE, "comparison.png", "image/png", self.picture),
            Save(texts.DRAWING, "comparison.svg", "image/svg+xml", self.drawing),
        ]
        wrap = {"flex_flow": "row wrap", "align_items": "center", "overflow": "visible"}
        return widgets.VBox(
            [
                _paragraph(texts.CHOOSE),
                widgets.HBox([self._sample, self._upload], layout=wrap),
                self._message,
                self._said,
                self.live,
                widgets.HBox(saves, layout={**wrap, "grid_gap": "0.75rem", "padding": "1rem 0"}),
            ]
        )

    def __repr__(self) -> str:
        """Return what stands in place of the screen where nothing can be moved."""
        return texts.PLACEHOLDER

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        shown = self._screen()._repr_mimebundle_()
        return {**shown, "text/plain": texts.PLACEHOLDER}


def _sample_chooser(state: State) -> widgets.Dropdown:
    options = [(texts.OWN_FILE, None), *((name, name) for name in samples())]
    chooser = widgets.Dropdown(options=options, value=state.source or None, description=texts.SAMPLE)
    chooser.style.description_width = "initial"

    def chosen(change: dict[str, Any]) -> None:
        if change["new"] and change["new"] != state.source:
            state.open_sample(change["new"])

    chooser.observe(chosen, "value")
    return chooser


def _file_chooser(state: State) -> widgets.FileUpload:
    chooser = widgets.FileUpload(accept=",".join(ENDINGS), description=texts.UPLOAD, layout={"width": "auto"})

    def opened(change: dict[str, Any]) -> None:
        for file in change["new"]:
            state.open_file(file["name"], bytes(file["content"]))
        if change["new"]:
            chooser.value = ()

    chooser.observe(opened, "value")
    return chooser


def _paragraph(text: str) -> widgets.HTML:
    return widgets.HTML(f"<p>{html.escape(text)}</p>")


def _told(message: str) -> str:
    if not message:
        return ""
    style = "white-space:pre-wrap;border-inline-start:4px solid #b35900;padding:0.5rem 1rem;margin:0.5rem 0"
    return (
        f'<div role="alert" class="tex2jax_ignore mathjax_ignore" style="{style}">{html.escape(visible(message))}</div>'
    )
