"""What goes on the page, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from compare import words
from compare.case import Attribute, Case, Criterion, Effect, Opinion, Rating
from compare.explanation import explain, what_to_ask
from compare.reports import captions
from compare.reports.document import Report
from compare.reports.parts import Card, Cards, Cell, Paragraphs, Part, Picture, Questions, Table
from compare.scoring import Scores, score
from compare.values import Value

_MOST_QUESTIONS = 10


def report(scores: Scores) -> Report:
    """Return the page about a comparison.

    Parameters
    ----------
    scores : Scores
        What was compared.

    Returns
    -------
    Report
        Its parts; ``.save("page.html")`` writes it, also as ``.png``, ``.svg``, ``.pdf`` and ``.csv``.

    Examples
    --------
    >>> from compare.samples import sample
    >>> report(score(sample("prostate"))).parts[0].title
    'In short'
    """
    from compare import charts

    case = scores.case
    parts: list[Part | None] = [
        Paragraphs(captions.IN_SHORT, explain(scores)),
        Picture(captions.HOW_THEY_COMPARE, charts.totals(scores, titled=False)),
        _totals(scores),
        Picture(captions.PART_BY_PART, charts.profile(scores, titled=False)),
        _answers(scores),
        _doctors(case),
        _chances(case),
        _for_and_against(case),
        _what_matters(case),
        _questions(scores),
        _sources(case),
    ]
    title = case.question or captions.QUESTION_MISSING
    return Report(title, case.notice, _about(case), [part for part in parts if part is not None], scores)


def _about(case: Case) -> list[str]:
    from importlib.metadata import version

    facts = {
        words.ENTERED_BY: case.entered_by,
        words.ENTERED_ON: words.day(case.entered_on) if case.entered_on else None,
        words.DECIDE_BY: words.source(words.day(case.decide_by), case.decide_by_said_by) if case.decide_by else None,
        words.MADE_WITH: f"opinion-compare {version('opinion-compare')}; {words.NOTHING_DRAWN}",
    }
    return [words.about(label, str(text)) for label, text in facts.items() if text]


def _totals(scores: Scores) -> Table:
    heads, *rows = scores.shown()
    body = [(label, [Cell(text, is_open=text == words.NOT_KNOWN) for text in cells]) for label, *cells in rows]
    return Table(captions.HOW_THEY_COMPARE_NUMBERS, heads, body, last_is_total=True, lead=scores.heading())


def _answers(scores: Scores) -> Table:
    case = scores.case
    rows: list[tuple[str, Sequence[Cell]]] = []
    for criterion in case.criteria:
        rows.append((criterion.label, ()))
        rows.extend(_answer_rows(case, criterion))
    return Table(captions.WHAT_WAS_SAID, ["", *case.names], rows, lead=captions.WHAT_WAS_SAID_LEAD)


def _answer_rows(case: Case, criterion: Criterion) -> Iterator[tuple[str, list[Cell]]]:
    """Give a row for each attribute, and one for the whole criterion where an opinion is rated directly."""
    places: list[Attribute | None] = [*criterion.attributes]
    numbers = _source_numbers(case)
    given = {opinion.name: dict(_keyed(case, opinion, criterion)) for opinion in case.opinions}
    if any(None in answers for answers in given.values()):
        places.insert(0, None)
    for attribute in places:
        key = attribute.key if attribute else None
        cells = [
            _cell(*given[name][key], attribute, numbers) if key in given[name] else Cell("") for name in case.names
        ]
        yield (attribute.label if attribute else captions.WHOLE), cells


def _keyed(case: Case, opinion: Opinion, criterion: Criterion) -> Iterator[tuple[str | None, tuple[Rating, Value]]]:
    worths = case.worth[opinion.name][criterion.key]
    for (attribute, rating), (_, value) in zip(case.answers(opinion, criterion), worths, strict=True):
        yield (attribute.key if attribute else None), (rating, value)


def _cell(rating: Rating, value: Value, attribute: Attribute | None, numbers: Mapping[str, str]) -> Cell:
    remark = words.source(
        words.said(rating.words) if rating.words else None,
        rating.said_by,
        rating.when,
        rating.time,
        rating.group,
        numbers.get(rating.source or ""),
    )
    if not rating.known:
        return Cell(str(rating.why), remark=remark, is_open=True)
    text = words.answer(rating.answer, attribute.unit if attribute else "")
    return Cell(text, number=words.range_text(value.interval), remark=remark)


def _doctors(case: Case) -> Table | None:
    """Return who the doctors are, what they found and what they plan, a row for each fact that anybody stated."""
    facts = {opinion.name: _all_facts(opinion) for opinion in case.opinions}
    order = [*captions.DOCTOR_FIELDS.values(), *captions.OPINION_FIELDS.values(), captions.IN_WRITING]
    order += [*captions.FINDING_FIELDS.values(), captions.TESTS, *captions.PLAN_FIELDS.values()]
    stated = [label for label in order if any(label in own for own in facts.values())]
    if not stated:
        return None
    rows = [(label, [_fact_cell(facts[name].get(label)) for name in case.names]) for label in stated]
    return Table(captions.WHO_AND_WHAT, ["", *case.names], rows)


def _fact_cell(text: str | None) -> Cell:
    return Cell(captions.NOT_STATED, is_open=True) if text is None else Cell(text)


def _all_facts(opinion: Opinion) -> dict[str, str]:
    facts = {
        **_facts(opinion.doctor, captions.DOCTOR_FIELDS),
        **_facts(opinion, captions.OPINION_FIELDS),
        **_facts(opinion.findings, captions.FINDING_FIELDS),
        **_facts(opinion.plan, captions.PLAN_FIELDS),
    }
    if opinion.written is not None:
        facts[captions.IN_WRITING] = words.IN_WRITING[opinion.written]
    if opinion.findings and opinion.findings.biomarkers:
        tests = [words.about(name, test.result or test.state) for name, test in opinion.findings.biomarkers.items()]
        facts[captions.TESTS] = "; ".join(tests)
    return facts


def _facts(source: Any, labels: Mapping[str, str]) -> dict[str, str]:
    found = {label: getattr(source, field, None) for field, label in labels.items()}
    return {label: _fact(value) for label, value in found.items() if value not in (None, ())}


def _fact(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, date):
        return words.day(value)
    said = getattr(value, "answer", value)
    return str(said) if said is not None else str(value.words or words.NOT_KNOWN)


def _chances(case: Case) -> Table | None:
    """Return what may happen, the same outcome on one row, both how often and how often not (R9, R10)."""
    effects = {
        opinion.name: {effect.name: effect for effect in (*opinion.outcomes, *opinion.side_effects)}
        for opinion in case.opinions
    }
    labels = list(dict.fromkeys(name for group in effects.values() for name in group))
    if not labels:
        return None
    numbers = _source_numbers(case)
    rows = [(label, [_effect_cell(effects[name].get(label), numbers) for name in case.names]) for label in labels]
    return Table(captions.CHANCES, ["", *case.names], rows, lead=captions.CHANCES_LEAD)


def _effect_cell(effect: Effect | None, numbers: Mapping[str, str]) -> Cell:
    if effect is None:
        return Cell(words.NOT_KNOWN, is_open=True)
    chance = effect.chance or Rating.model_validate(None)
    remark = words.source(
        words.said(chance.words) if chance.words else None,
        chance.time or (words.TIME_NOT_STATED if chance.known else None),
        chance.group,
        effect.lasts,
        chance.said_by,
        numbers.get(chance.source or ""),
    )
    if not chance.known:
        return Cell(str(chance.why), remark=remark, is_open=True)
    return Cell(words.happens(chance.answer), remark=remark)


def _for_and_against(case: Case) -> Cards:
    cards = [
        Card(opinion.name, {}, {captions.FOR: opinion.pros, captions.AGAINST: opinion.cons})
        for opinion in case.opinions
    ]
    return Cards(captions.FOR_AND_AGAINST, cards, captions.NOTHING_YET)


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


def _questions(scores: Scores) -> Questions | Paragraphs:
    questions = what_to_ask(scores, _MOST_QUESTIONS)
    if not questions:
        return Paragraphs(captions.ASK, [captions.NOTHING_OPEN])
    return Questions(captions.ASK, questions, lead=captions.ASK_LEAD)


def _sources(case: Case) -> Paragraphs | None:
    numbered = [f"{number} {text}" for text, number in _source_numbers(case).items()]
    texts = [*numbered, *case.sources]
    return Paragraphs(captions.SOURCES, texts) if texts else None


def _source_numbers(case: Case) -> dict[str, str]:
    """Return the published sources of all answers and chances, each with the number that stands beside them."""
    effects = (effect for opinion in case.opinions for effect in (*opinion.outcomes, *opinion.side_effects))
    ratings = [
        *(rating for o in case.opinions for c in case.criteria for _, rating in case.answers(o, c)),
        *(effect.chance for effect in effects if effect.chance),
    ]
    texts = dict.fromkeys(rating.source for rating in ratings if rating.source)
    return {text: f"[{place}]" for place, text in enumerate(texts, 1)}
