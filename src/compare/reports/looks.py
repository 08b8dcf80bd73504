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
from compare.sensitivity import trade_off, what_if
from compare.statements import Cell
from compare.ties import tiebreak
from compare.unknowns import questions
from compare.words import chances as told
from compare.words import headings, reporting
from compare.words import often as said

_MOST_QUESTIONS = 10
_MOST_FIELDS = 24
"""How many fields of a hundred dots a report holds at most; more opinions leave room for fewer outcomes."""

_LEAST_FOR_A_MAP = 3
_BESIDE = 2
"""How many outcomes share a picture, so that it fits on a sheet of paper."""


def differing(scores: Scores) -> Iterator[Part]:
    """Give where the doctors differ, layer by layer, and what to do about it; nothing where no layer is stated."""
    found = differences(scores.case)
    heads, *rows = found.shown()
    points = tiebreak(scores).sentences()
    if len(found.names) == 1:
        yield Paragraphs(captions.DIFFERENCES, [], points=points)
    elif any(text for layer in found.layers for text in layer.answers.values()):
        body = [(label, [Cell(text, is_open=text == headings.NOT_STATED) for text in cells]) for label, *cells in rows]
        yield Table(captions.DIFFERENCES, heads, body, points=points)


def chances(case: Case) -> Iterator[Part]:
    """Give what may happen as pictures, outcomes and then side effects, where anybody gave a number."""
    from compare import charts

    found = what_may_happen(case)
    drawn = found.most_stated(max(_BESIDE, _MOST_FIELDS // len(case.opinions)))
    for title, unwanted in ((captions.CHANCES_DRAWN, False), (reporting.EFFECTS_DRAWN, True)):
        names = [outcome.name for outcome in drawn if outcome.side_effect == unwanted]
        groups = [names[start : start + _BESIDE] for start in range(0, len(names), _BESIDE)]
        for place, group in enumerate(groups, 1):
            part = reporting.part_of(title, place, len(groups))
            yield Picture(part, charts.chances(case, group, titled=False))
    left = len(found.stated) - len(drawn)
    texts = [
        *([told.not_drawn(left)] if left else []),
        *([told.left_out(found.only_named)] if found.only_named else []),
    ]
    if texts:
        yield Paragraphs(reporting.NOT_DRAWN, texts)


def changing(scores: Scores, often: HowOften | None) -> Iterator[Part]:
    """Give what would change it, and how often each comes first; nothing where there is nothing to compare."""
    from compare import charts

    if often is not None:
        look = what_if(scores)
        yield Picture(captions.WHAT_IF, charts.what_if(look, titled=False), points=look.sentences())
        drawn = {often.sentence(), often.exactness, said.OPEN_DRAWN}
        points = [text for text in often.sentences() if text not in drawn]
        if len(scores.case.criteria) >= _LEAST_FOR_A_MAP:
            pair = trade_off(scores)
            yield Picture(reporting.TWO_WEIGHTS, charts.weight_map(pair, titled=False), points=pair.sentences()[2:])
        yield Picture(captions.HOW_OFTEN, charts.how_often(often, titled=False), points=points)


def people(case: Case) -> Iterator[Part]:
    """Give what each person sees and on what they differ; nothing where nobody has said what matters."""
    from compare import charts

    view = family(case)
    if view.own:
        yield Picture(captions.PEOPLE, charts.family(view, titled=False), points=view.sentences())


def open_answers(scores: Scores) -> Iterator[Part]:
    """Give which open answers matter most, where any is open."""
    from compare import charts

    found = questions(scores)
    if found.answers:
        yield Picture(captions.OPEN_ANSWERS, charts.tornado(found, titled=False), points=[found.sentence()])


def asking(scores: Scores) -> Part:
    """Return what to ask next."""
    asked = [str(each) for each in questions(scores).to_ask(_MOST_QUESTIONS)]
    if not asked:
        return Paragraphs(captions.ASK, [captions.NOTHING_OPEN])
    return Questions(captions.ASK, asked, lead=captions.ASK_LEAD)


def lacking(case: Case) -> Iterator[Part]:
    """Give what the page still lacks."""
    yield Paragraphs(captions.STILL_LACKING, balance(case).sentences())
