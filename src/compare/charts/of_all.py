"""The comparison on one sheet: the sentences, the totals, and part by part."""

from __future__ import annotations

from collections.abc import Sequence

from compare import words
from compare.charts import captions, palette
from compare.charts.chart import Chart
from compare.charts.of_scores import put_profile, put_totals
from compare.charts.parts import heading, message, still_open
from compare.charts.sheet import Sheet
from compare.charts.style import BODY, SMALL, TITLE, drawing
from compare.errors import expect
from compare.explanation import explain
from compare.scoring import Scores

_SENTENCE_LINES = 5


def poster(scores: Scores, about: Sequence[str] = ()) -> Chart:
    """Draw the comparison on one sheet to take along.

    Parameters
    ----------
    scores : Scores
        What was compared.
    about : sequence of str
        Who entered it, when, made with what; stands at the foot.

    Returns
    -------
    Chart
        The question, the explanation in sentences, the totals, and every criterion with its ranges.

    Examples
    --------
    >>> from compare.case import Case
    >>> from compare.scoring import score
    >>> poster(score(Case(opinions=[{"name": "A", "ratings": {"goals": 70}}]))).name
    'poster'
    """
    expect(scores, Scores)
    with drawing():
        sheet = Sheet()
        heading(sheet, scores, scores.case.question or captions.POSTER_TITLE)
        if scores.case.notice:
            sheet.lines(scores.case.notice, SMALL, palette.QUIET_INK, ours=False)
            sheet.space(6)
        for sentence in explain(scores):
            sheet.lines(sentence, BODY, limit=_SENTENCE_LINES)
            sheet.space(3)
        for title, put in ((captions.TOTALS_TITLE, put_totals), (captions.PROFILE_TITLE, put_profile)):
            sheet.space(14)
            sheet.lines(title, TITLE)
            sheet.space(6)
            put(sheet, scores)
        sheet.notes(words.LIMITS, words.CAUTION, *about)
        return sheet.chart("poster", captions.totals_alt([*message(scores), still_open(scores)]))
