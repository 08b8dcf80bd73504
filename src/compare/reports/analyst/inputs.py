"""What goes into the analysis: the decision problem, criteria, performance, value functions and weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare import words
from compare.answers import Answer, Count, plain_answer
from compare.audit import balance
from compare.case import Attribute, Case, Person, Rating, built_in_criteria
from compare.distributions import central_interval, counted
from compare.reports.parts import Chapter, Fields, Paragraphs, Part, Table
from compare.scoring import Scores
from compare.statements import Cell, elsewhere, side_by_side
from compare.values import DIRECT, Levels, ValueFunction
from compare.words import analysis as said
from compare.words import headings
from compare.words.moved_ends import asked_again

Row = tuple[str, Sequence[Cell]]


def inputs(scores: Scores) -> Iterator[Part]:
    """Give the first five headings."""
    case = scores.case
    yield from _problem(scores)
    yield from _criteria(case)
    yield from _performance(case)
    yield from _scoring(scores)
    yield from _weighting(case)


def cells(*texts: str) -> list[Cell]:
    """Return texts as cells of a table."""
    return [Cell(text) for text in texts]


def _problem(scores: Scores) -> Iterator[Part]:
    case, patient = scores.case, scores.case.patient
    plans = [
        words.source(o.name, o.plan.name if o.plan else None, o.plan.intent if o.plan else None) for o in case.opinions
    ]
    others = [words.source(option.option, option.why) for option in case.other_options]
    whose = words.named(scores.person, case.person(scores.person).role) if scores.person else scores.heading()
    told = {
        said.QUESTION: case.question,
        said.CONDITION: patient.condition if patient else None,
        said.STAGE: words.source(patient.stage, patient.tnm) if patient else None,
        said.POINT: patient.journey_point if patient else None,
        said.GOALS: "; ".join(patient.goals) if patient else None,
        said.OPTIONS: " | ".join(plans),
        said.NOT_COMPARED: " | ".join(others) or said.NONE,
        said.PEOPLE: "; ".join(words.named(person.name, person.role) for person in case.people) or said.NONE,
        said.IN_USE: f"{whose}; {said.HOW[scores.weights.how] if scores.weights.given else said.NOBODYS}",
        said.DEADLINE: words.day(case.decide_by) if case.decide_by else None,
        said.COUNTRY: case.country,
    }
    points = said.problem(len(case.opinions), len(case.people), waiting=balance(case).options.waiting)
    yield Chapter(said.PROBLEM, points=points)
    yield Fields(said.FRAME, [(label, text or said.NOT_STATED) for label, text in told.items()])


def _criteria(case: Case) -> Iterator[Part]:
    doubles = [double.sentence() for double in balance(case).doubles]
    attributes = sum(len(criterion.attributes) for criterion in case.criteria)
    built_in = case.criteria == built_in_criteria()
    yield Chapter(said.CRITERIA, points=said.criteria(len(case.criteria), attributes, doubles, built_in=built_in))
    rows = [
        (c.key, cells(c.label, *c.anchors, str(len(c.attributes)), c.source or said.NOT_STATED)) for c in case.criteria
    ]
    heads = [said.CRITERION, said.LABEL, said.WORST, said.BEST, said.ATTRIBUTES, said.SOURCE]
    yield Table(said.CRITERIA_TABLE, heads, rows, widths=(1.2, 1.2, 2.3, 2.3, 1, 1.4))


def _performance(case: Case) -> Iterator[Part]:
    ratings = [rating for o in case.opinions for c in case.criteria for _, rating in case.answers(o, c)]
    known = [rating for rating in ratings if rating.known]
    sourced, written = sum(bool(r.source) for r in known), sum(bool(r.written) for r in known)
    table = side_by_side(case)
    yield Chapter(said.PERFORMANCE, points=said.performance(len(known), len(ratings), sourced, written))
    yield Table(said.MATRIX, ["", *case.names], list(_matrix(case, table.sources)), lead=said.MATRIX_LEAD)
    if table.chances.lines:
        yield Table(said.OUTCOMES, ["", *case.names], table.chances.lines)
    if table.sources:
        yield Paragraphs(said.SOURCES, [f"{number} {text}" for text, number in table.sources.items()])


def _matrix(case: Case, sources: Mapping[str, str]) -> Iterator[Row]:
    for criterion in case.criteria:
        yield criterion.label, ()
        given = [{a.key if a else None: r for a, r in case.answers(o, criterion)} for o in case.opinions]
        places: list[Attribute | None] = [*case.asked_on(criterion)]
        if not places or any(None in answers for answers in given):
            places.insert(0, None)
        for place in places:
            label = place.label if place else headings.WHOLE
            key = place.key if place else None
            yield (
                label,
                [
                    _answer(answers[key], place, sources) if key in answers else elsewhere(answers, place)
                    for answers in given
                ],
            )


def _answer(rating: Rating, attribute: Attribute | None, sources: Mapping[str, str]) -> Cell:
    ends = None
    if isinstance(rating.answer, Count):
        low, high = central_interval(counted(rating.answer.happened, rating.answer.total))
        ends = (100 * low, 100 * high)
    remark = words.source(
        said.distribution(rating.answer, rating.why, ends),
        rating.said_by, rating.when, rating.time, rating.group, sources.get(rating.source or ""),
        words.said(rating.words) if rating.words else None,
    )  # fmt: skip
    return Cell(_given(rating.answer, attribute), remark=remark, is_open=not rating.known)


def _given(answer: Answer, attribute: Attribute | None) -> str:
    """Return an answer as it was given, with its decimals and its unit."""
    text = said.answer(plain_answer(answer))
    has_unit = attribute and answer is not None and not isinstance(answer, str | Count)
    return f"{text} {attribute.unit}".strip() if attribute and has_unit else text


def _scoring(scores: Scores) -> Iterator[Part]:
    case = scores.case
    rows: list[Row] = []
    for criterion in case.criteria:
        rows.append((criterion.label, ()))
        for attribute in case.asked_on(criterion):
            share = said.decimal(criterion.share_of(attribute))
            told = cells(
                _function(attribute.value), _outside(attribute.value), share, attribute.source or said.NOT_STATED
            )
            rows.append((attribute.label, told))
        if not criterion.attributes:
            rows.append((headings.WHOLE, cells(_function(DIRECT), _outside(DIRECT), "1.000", said.NOT_STATED)))
    kinds = dict.fromkeys(_kind(a.value) for c in case.criteria for a in case.asked_on(c)) or {_kind(DIRECT): None}
    yield Chapter(said.SCORING, points=said.scoring(list(kinds)))
    heads = ["", said.FUNCTION, said.OUTSIDE, said.SHARE, said.SOURCE]
    yield Table(said.FUNCTIONS, heads, rows, widths=(1.4, 2.6, 0.8, 0.7, 2))
    values = [
        (c.label, cells(*(said.interval(scores.values[name][c.key]) for name in case.names))) for c in case.criteria
    ]
    yield Table(said.VALUES, ["", *case.names], values)


def _kind(value: ValueFunction) -> str:
    return type(value).__name__.lower()


def _function(value: ValueFunction) -> str:
    if isinstance(value, Levels):
        return said.function("levels", sorted(value.levels.items(), key=lambda level: level[1]))
    return said.function(_kind(value), value.knots)


def _outside(value: ValueFunction) -> str:
    return "" if isinstance(value, Levels) else value.outside


def _weighting(case: Case) -> Iterator[Part]:
    stated = [(person, given) for person in case.people if (given := case.weights_by(person))]
    gave, found = [person for person, _ in stated], {person.name: given.on(case.keys) for person, given in stated}
    checked = [(name, given.consistency) for name, given in found.items() if given.consistency]
    again = [asked_again(person.name, moved) for person in case.people if (moved := case.moved_for(person))]
    points = said.weighting(len(gave), len(case.people), checked=bool(checked))
    yield Chapter(said.WEIGHTING, points=[*points, *(f"{said.REPORTED}: {text}" for text in again)])
    if not gave:
        yield Paragraphs(said.WEIGHTS, [said.NOBODYS])
        return
    heads = ["", *(words.named(person.name, person.role) for person in gave)]
    rows: list[Row] = [(said.ELICITED, cells(*(said.HOW[given.how] for given in found.values())))]
    rows += [(c.label, cells(*(said.decimal(given[c.key], 4) for given in found.values()))) for c in case.criteria]
    rows.append((said.SAID, cells(*map(_as_said, gave))))
    yield Table(said.WEIGHTS, heads, rows)
    if checked:
        labels = {criterion.key: criterion.label for criterion in case.criteria}
        body = [
            (name, cells(said.decimal(c.ratio, 4), c.table, c.worst.sentence(labels) if c.worst else said.NONE))
            for name, c in checked
        ]
        heads = ["", said.RATIO, said.TABLE, said.SECOND_LOOK]
        yield Table(said.CONSISTENCY, heads, body, widths=(1, 1, 1, 3))


def _as_said(person: Person) -> str:
    """Return what somebody said, in the way in which they said it."""
    given = getattr(person.weights, person.weights.how) if person.weights else None
    if isinstance(given, tuple):
        return " > ".join(given)
    if isinstance(given, dict):
        return "; ".join(f"{key}: {_number(value)}" for key, value in given.items())
    return ""


def _number(value: float | tuple[float, float]) -> str:
    return f"{value[0]:g} to {value[1]:g}" if isinstance(value, tuple) else f"{value:g}"
