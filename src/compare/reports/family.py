"""The report for the family at home: every look at the comparison, in the order in which a family reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compare import words
from compare.case import Case
from compare.explanation import explain
from compare.reports import captions, looks
from compare.reports.document import Report
from compare.reports.glossary import glossary
from compare.reports.live import first_answer, view_of
from compare.reports.origin import about
from compare.reports.parts import Card, Cards, Chapter, Fields, Live, Paragraphs, Part, Picture, Table
from compare.reports.reading_level import how_hard
from compare.robustness import how_often
from compare.scoring import Scores, score
from compare.statements import Cell, Group, SideBySide, side_by_side
from compare.words import headings, reporting
from compare.words.moved_ends import asked_again


def of_family(scores: Scores, seed: int) -> Report:
    """Return the report for the family at home.

    Parameters
    ----------
    scores : Scores
        What was compared.
    seed : int
        Where random draws begin.

    Returns
    -------
    Report
        The result in short, then chapter by chapter: how the plans compare, what the doctors say, what may happen, what
        matters to whom, how sure all that is, what to do next, and what stands behind the paper.
    """
    case, said = scores.case, side_by_side(scores.case)
    often = None if len(case.opinions) == 1 or scores.nothing_known else how_often(case, seed=seed)
    chapters = {
        reporting.COMPARED: _compared(scores),
        reporting.SAID: _said(scores, said),
        reporting.HAPPENS: [*_group(said, said.chances, captions.CHANCES_LEAD), *looks.chances(case)],
        reporting.MATTERS: [_what_matters(case), *looks.people(case), *_on_their_minds(case)],
        reporting.SURE: [*looks.changing(scores, often), *looks.open_answers(scores)],
        reporting.NEXT: [looks.asking(scores), *_decided(said)],
        reporting.THIS_PAPER: [*looks.lacking(case), *_sources(said), *_notes(case)],
    }
    parts = [Paragraphs(captions.IN_SHORT, explain(scores)), *_what_about(case), *_in_chapters(chapters)]
    parts += glossary(parts)
    title = case.question or captions.QUESTION_MISSING
    origin = about(case, often.draws, often.seed) if often else about(case)
    return Report(title, case.notice, origin, [*parts, *how_hard(parts)], scores)


def _in_chapters(chapters: dict[str, Iterable[Part]]) -> Iterator[Part]:
    for title, group in chapters.items():
        parts = list(group)
        if parts:
            yield from (Chapter(title), *parts)


def _what_about(case: Case) -> Iterator[Part]:
    """Give the illness and what is hoped for, where the file says it."""
    patient = case.patient
    if patient is None:
        return
    told = {
        reporting.ILLNESS: patient.condition,
        reporting.STAGE: words.source(patient.stage, patient.tnm),
        reporting.OTHER_ILLNESS: "; ".join(patient.other_conditions),
        reporting.GOALS: reporting.in_order(patient.goals) if patient.goals else None,
        reporting.COUNTRY: case.country,
    }
    fields = [(label, text) for label, text in told.items() if text]
    if fields:
        yield Fields(reporting.WHAT_ABOUT, fields)


def _compared(scores: Scores) -> Iterator[Part]:
    from compare import charts

    view, first = view_of(scores.case, scores), first_answer(scores)
    yield Live(captions.HOW_THEY_COMPARE, charts.totals(scores, titled=False), view, first)
    yield _totals(scores)
    yield Picture(captions.PART_BY_PART, charts.profile(scores, titled=False))


def _said(scores: Scores, said: SideBySide) -> Iterator[Part]:
    yield from _group(said, said.facts)
    yield _answers(said)
    yield _for_and_against(scores.case)
    yield from looks.differing(scores)
    yield from _group(said, said.others)
    yield from _group(said, said.asked)


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
    weighing = {person.name: score(case, person=person.name) for person in case.people if case.weights_by(person)}
    if not weighing:
        again = [asked_again(person.name, moved) for person in case.people if (moved := case.moved_for(person))]
        return Paragraphs(captions.MATTERS, again or [captions.NO_PEOPLE])
    roles = {person.name: person.role for person in case.people}
    heads = ["", *(words.named(name, roles[name]) for name in weighing)]
    rows: list[tuple[str, Sequence[Cell]]] = [
        (criterion.label, [Cell(words.whole(100 * scores.weights[criterion.key])) for scores in weighing.values()])
        for criterion in case.criteria
    ]
    fits = [Cell(words.first_for(scores.leaders, close=scores.close_call)) for scores in weighing.values()]
    if is_compared := len(case.opinions) > 1:
        rows.append((captions.FITS, fits))
    return Table(captions.MATTERS, heads, rows, lead=captions.MATTERS_LEAD, last_is_total=is_compared)


def _sources(said: SideBySide) -> Iterator[Paragraphs]:
    """Give the sources with their numbers, each as fully as the file tells it, then those that no answer names."""
    told = {text: next((full for full in said.case.sources if full.startswith(text)), text) for text in said.sources}
    more = [text for text in said.case.sources if text not in told.values()]
    texts = [*(f"{number} {told[text]}" for text, number in said.sources.items()), *more]
    if texts:
        yield Paragraphs(captions.SOURCES, texts)


def _on_their_minds(case: Case) -> Iterator[Part]:
    cards = [
        Card(words.named(person.name, person.role), {reporting.CONCERNS: person.concerns})
        for person in case.people
        if person.concerns
    ]
    if cards:
        yield Cards(reporting.ON_THEIR_MINDS, cards, reporting.NOTHING_SAID)


def _notes(case: Case) -> Iterator[Part]:
    told = [(opinion.name, opinion.notes) for opinion in case.opinions if opinion.notes]
    texts = [*([case.notes] if case.notes else []), *(words.about(name, text) for name, text in told)]
    if texts:
        yield Paragraphs(reporting.NOTES, texts)
