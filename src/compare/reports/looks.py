"""The parts of a page that look at a comparison: where doctors and people differ, what would change it, how often."""

from __future__ import annotations

from collections.abc import Iterator

from compare.audit import balance
from compare.case import Case
from compare.disagreement import differences
from compare.group import family
from compare.outcomes import what_may_happen
from compare.reports import captions
from compare.reports.parts import Paragraphs, Part, Picture, Questions, Table
from compare.robustness import HowOften
from compare.scoring import Scores
from compare.sensitivity import what_if
from compare.statements import Cell
from compare.ties import tiebreak
from compare.unknowns import questions
from compare.words import headings
from compare.words import often as said

_MOST_QUESTIONS = 10
_MOST_OUTCOMES = 4


def differing(scores: Scores) -> Iterator[Part]:
    """Give where the doctors differ, layer by layer, and what to do about it; nothing where no layer is stated."""
    found = differences(scores.case)
    heads, *rows = found.shown()
    if any(text for layer in found.layers for text in layer.answers.values()):
        body = [(label, [Cell(text, is_open=text == headings.NOT_STATED) for text in cells]) for label, *cells in rows]
        yield Table(captions.DIFFERENCES, heads, body, points=tiebreak(scores).sentences())


def chances(case: Case) -> Iterator[Part]:
    """Give what may happen as a picture, where anybody gave a number."""
    from compare import charts

    if what_may_happen(case).stated:
        yield Picture(captions.CHANCES_DRAWN, charts.chances(case, most=_MOST_OUTCOMES, titled=False))


def changing(scores: Scores, often: HowOften | None) -> Iterator[Part]:
    """Give what would change it, and how often each comes first; nothing where there is nothing to compare."""
    from compare import charts

    if often is not None:
        look = what_if(scores)
        yield Picture(captions.WHAT_IF, charts.what_if(look, titled=False), points=look.sentences())
        drawn = {often.sentence(), often.exactness, said.OPEN_DRAWN}
        points = [text for text in often.sentences() if text not in drawn]
        yield Picture(captions.HOW_OFTEN, charts.how_often(often, titled=False), points=points)


def people(case: Case) -> Iterator[Part]:
    """Give what each person sees and on what they differ; nothing where nobody has said what matters."""
    from compare import charts

    view = family(case)
    if view.own:
        yield Picture(captions.PEOPLE, charts.family(view, titled=False), points=view.sentences())


def asking(scores: Scores) -> Iterator[Part]:
    """Give which open answers matter most, and what to ask next."""
    from compare import charts

    found = questions(scores)
    if found.answers:
        yield Picture(captions.OPEN_ANSWERS, charts.tornado(found, titled=False), points=[found.sentence()])
    asked = [str(each) for each in found.to_ask(_MOST_QUESTIONS)]
    yield (
        Questions(captions.ASK, asked, lead=captions.ASK_LEAD)
        if asked
        else Paragraphs(captions.ASK, [captions.NOTHING_OPEN])
    )


def lacking(case: Case) -> Iterator[Part]:
    """Give what the page still lacks."""
    yield Paragraphs(captions.STILL_LACKING, balance(case).sentences())
