"""What goes on the page, in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from compare import words
from compare.case import Case
from compare.errors import unknown
from compare.explanation import explain
from compare.reports import captions, looks
from compare.reports.document import Report
from compare.reports.live import first_answer, view_of
from compare.reports.origin import about
from compare.reports.parts import Card, Cards, Live, Paragraphs, Part, Picture, Table
from compare.robustness import how_often
from compare.scoring import Scores, score
from compare.statements import Cell, Group, SideBySide, side_by_side
from compare.words import headings

Kind = Literal["family", "visit"]
"""For whom a report is: the family at home, the visit, the analyst."""


def report(scores: Scores, *, seed: int = 0, kind: Kind = "family") -> Report:
    """Return a paper about a comparison.

    Parameters
    ----------
    scores : Scores
        What was compared.
    seed : int
        Where random draws begin; the same seed gives the same page.
    kind : {"family", "visit"}
        ``family`` shows every look at the comparison, ``visit`` is one page for the doctor.

    Returns
    -------
    Report
        Its parts; ``.save("page.html")`` writes it, or in another of its `endings`.

    Raises
    ------
    CompareError
        There is no such kind.

    Examples
    --------
    >>> from compare.samples import sample
    >>> report(score(sample("prostate"))).parts[0].title
    'In short'
    """
    if kind not in KINDS:
        raise unknown("a kind of report", kind, tuple(KINDS))
    return KINDS[kind](scores, seed)


def of_family(scores: Scores, seed: int) -> Report:
    """Return the paper for the family at home: every look at the comparison."""
    from compare import charts

    case, said = scores.case, side_by_side(scores.case)
    often = None if len(case.opinions) == 1 or scores.nothing_known else how_often(case, seed=seed)
    parts: list[Part] = [
        Paragraphs(captions.IN_SHORT, explain(scores)),
        Live(
            captions.HOW_THEY_COMPARE, charts.totals(scores, titled=False), view_of(case, scores), first_answer(scores)
        ),
        _totals(scores),
        Picture(captions.PART_BY_PART, charts.profile(scores, titled=False)),
        *looks.changing(scores, often),
        *looks.differing(scores),
        _answers(said),
        *_group(said, said.facts),
        *_group(said, said.chances, captions.CHANCES_LEAD),
        *looks.chances(case),
        *_group(said, said.others),
        *_group(said, said.asked),
        _for_and_against(case),
        _what_matters(case),
        *looks.people(case),
        *looks.asking(scores),
        *_decided(said),
        *looks.lacking(case),
        *_sources(said),
    ]
    title = case.question or captions.QUESTION_MISSING
    return Report(title, case.notice, about(case, often.draws, often.seed) if often else about(case), parts, scores)


def _totals(scores: Scores) -> Table:
    heads, *rows = scores.shown()
    body = [(label, [Cell(text, is_open=text == words.NOT_KNOWN) for text in cells]) for label, *cells in rows]
    return Table(captions.HOW_THEY_COMPARE_NUMBERS, heads, body, last_is_total=True, lead=scores.heading())


def _answers(said: SideBySide) -> Table:
    rows: list[tuple[str, Sequence[Cell]]] = []
    for group in said.answers:
        rows.append((group.title, ()))
        rows.extend(group.lines)
    return Table(headings.WHAT_WAS_SAID, ["", *said.case.names], rows, lead=captions.WHAT_WAS_SAID_LEAD)


def _group(said: SideBySide, group: Group, lead: str = "") -> Iterator[Table]:
    if group.lines:
        yield Table(group.title, ["", *said.case.names], group.lines, lead=lead)


def _decided(said: SideBySide) -> Iterator[Table]:
    if said.decision.lines:
        yield Table(said.decision.title, ["", ""], said.decision.lines)


def _for_and_against(case: Case) -> Cards:
    cards = [
        Card(opinion.name, {headings.FOR: opinion.pros, headings.AGAINST: opinion.cons}) for opinion in case.opinions
    ]
    return Cards(headings.FOR_AND_AGAINST, cards, captions.NOTHING_YET)


def _what_matters(case: Case) -> Table | Paragraphs:
    weighing = {person.name: score(case, person=person.name) for person in case.people if person.weights}
    if not weighing:
        return Paragraphs(captions.MATTERS, [captions.NO_PEOPLE])
    roles = {person.name: person.role for person in case.people}
    heads = ["", *(words.named(name, roles[name]) for name in weighing)]
    rows: list[tuple[str, Sequence[Cell]]] = [
        (criterion.label, [Cell(words.whole(100 * scores.weights[criterion.key])) for scores in weighing.values()])
        for criterion in case.criteria
    ]
    rows.append(
        (
            captions.FITS,
            [Cell(words.first_for(scores.leaders, close=scores.close_call)) for scores in weighing.values()],
        )
    )
    return Table(captions.MATTERS, heads, rows, lead=captions.MATTERS_LEAD, last_is_total=True)


def _sources(said: SideBySide) -> Iterator[Paragraphs]:
    more = [text for text in said.case.sources if not any(text.startswith(known) for known in said.sources)]
    texts = [*(f"{number} {text}" for text, number in said.sources.items()), *more]
    if texts:
        yield Paragraphs(captions.SOURCES, texts)


def _visit(scores: Scores, _seed: int) -> Report:
    from compare.reports.visit import of_visit

    return of_visit(scores)


KINDS: Mapping[str, Callable[[Scores, int], Report]] = {
    "family": of_family,
    "visit": _visit,
}
"""The kinds of report, each made from scores and a seed."""
