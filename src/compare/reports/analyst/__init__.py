"""The report for analysts: the eight headings of ISPOR, filled from the file and from the results."""

from __future__ import annotations

from compare.explanation import explain
from compare.reports import captions
from compare.reports.analyst.inputs import inputs
from compare.reports.analyst.results import results
from compare.reports.document import Report
from compare.reports.origin import about
from compare.reports.parts import Paragraphs
from compare.robustness import HowOften, how_often
from compare.scoring import Scores


def of_analyst(scores: Scores, seed: int) -> Report:
    """Return the report for analysts.

    Parameters
    ----------
    scores : Scores
        What was compared.
    seed : int
        Where random draws begin.

    Returns
    -------
    Report
        Decision problem, criteria, performance, scoring, weighting, aggregation, uncertainty, reporting; each with what is reported,
        justified and validated as far as the file goes (Marsh 2016, Value in Health).
    """
    case = scores.case
    runs = _runs(scores, seed)
    drawn = max((run.draws for run in runs), default=0)
    parts = [Paragraphs(captions.IN_SHORT, explain(scores)), *inputs(scores), *results(scores, runs)]
    title = case.question or captions.QUESTION_MISSING
    origin = about(case, drawn, seed) if drawn else about(case)
    return Report(title, case.notice, origin, parts, scores)


def _runs(scores: Scores, seed: int) -> list[HowOften]:
    """Return how often each comes first: over all weights, and at the weights in use; none where nothing can be ordered."""
    if len(scores.case.opinions) == 1 or scores.nothing_known:
        return []
    return [how_often(scores.case, seed=seed), how_often(scores.case, "weights", weights=scores.weights, seed=seed)]
