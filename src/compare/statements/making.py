"""What goes into the table: the answers, what may happen, what speaks for and against, what was asked."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from compare import words
from compare.answers import NOT_KNOWN, Count
from compare.case import Attribute, Case, Criterion, Effect, GoalAttribute, Opinion, Rating
from compare.fields import same_name
from compare.outcomes import Chance
from compare.statements.decision import decision_lines
from compare.statements.facts import facts, stated
from compare.statements.others import others
from compare.statements.table import Cell, Group, Line, SideBySide
from compare.values import Value
from compare.words import chances, headings

_NOT_ASKED, _NO_REPLY, *_ = NOT_KNOWN
_PEOPLE = "of 100 people"


def side_by_side(case: Case) -> SideBySide:
    """Return what each doctor said, side by side.

    Parameters
    ----------
    case : Case
        What the doctors said.

    Returns
    -------
    SideBySide
        Who said it and what they plan; every answer by criterion; what may happen; what speaks for and against; what was
        asked; other ways; what was decided.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}], criteria=[{"key": "goals"}])
    >>> print(side_by_side(case).groups[0].lines[0])
    ('goals', [Cell(text='70', number='70', remark='', is_open=False), Cell(text='not asked', number='', remark='', is_open=True)])
    """
    sources = _source_numbers(case)
    return SideBySide(
        case,
        facts=Group(headings.WHO_AND_WHAT, facts(case)),
        answers=[Group(c.label, list(_answers(case, c, sources))) for c in case.criteria],
        chances=Group(headings.CHANCES, _chances(case, sources)),
        reasons=Group(headings.FOR_AND_AGAINST, list(_reasons(case))),
        asked=Group(headings.WHAT_WAS_ASKED, _asked(case)),
        sources=sources,
        others=Group(headings.OTHER_WAYS, others(case)),
        decision=Group(headings.WHAT_WAS_DECIDED, decision_lines(case.decision)),
    )


def _answers(case: Case, criterion: Criterion, sources: Mapping[str, str]) -> Iterator[Line]:
    """Give a line for each attribute or goal, and one for the whole criterion where an opinion is rated directly."""
    given = [dict(_keyed(case, opinion, criterion)) for opinion in case.opinions]
    places: list[Attribute | None] = [*case.asked_on(criterion)]
    if any(None in answers for answers in given):
        places.insert(0, None)
    for attribute in places:
        key = attribute.key if attribute else None
        label = attribute.label if attribute else headings.WHOLE if criterion.attributes else criterion.label
        yield (
            label,
            [
                _answered(*answers[key], attribute, sources) if key in answers else elsewhere(answers, attribute)
                for answers in given
            ],
        )


def _keyed(case: Case, opinion: Opinion, criterion: Criterion) -> Iterator[tuple[str | None, tuple[Rating, Value]]]:
    worths = case.worth[opinion.name][criterion.key]
    for (attribute, rating), (_, value) in zip(case.answers(opinion, criterion), worths, strict=True):
        yield (attribute.key if attribute else None), (rating, value)


def elsewhere(answers: Container[str | None], attribute: Attribute | None) -> Cell:
    """Return the cell that says where an opinion has its answer instead; a blank one beside a part that is rated as a whole.

    Parameters
    ----------
    answers : container of str or None
        The keys of what the opinion answers on the criterion; None for the whole of it.
    attribute : Attribute or None
        What it does not answer by itself; None for the whole criterion.
    """
    if attribute is None or None in answers:
        return Cell("")
    return Cell(headings.IN_ONE if isinstance(attribute, GoalAttribute) else headings.BY_GOAL)


def _answered(rating: Rating, value: Value, attribute: Attribute | None, sources: Mapping[str, str]) -> Cell:
    is_chance = isinstance(rating.answer, Count) or bool(attribute and attribute.unit.startswith(_PEOPLE))
    told = _by_when(rating) if is_chance else (rating.time, rating.group)
    remark = words.source(rating.said_by, rating.when, *told, sources.get(rating.source or ""))
    said = words.said(rating.words) if rating.words else None
    if not rating.known:
        return Cell(words.source(str(rating.why), said), remark=remark, is_open=True)
    text = (
        words.happens(rating.answer) if is_chance else words.answer(rating.answer, attribute.unit if attribute else "")
    )
    return Cell(text, number=words.range_text(value.interval), remark=words.source(said, remark))


def _by_when(rating: Rating) -> tuple[str | None, ...]:
    """Return by what time and among whom a chance holds, or that nobody stated it; of a word its convention (R9, R13)."""
    if not rating.known:
        return (Chance("", rating).convention, rating.time, rating.group)
    source = None if rating.source or rating.said_by else chances.SOURCE_NOT_STATED
    return (rating.time or words.TIME_NOT_STATED, rating.group or chances.GROUP_NOT_STATED, source)


def _chances(case: Case, sources: Mapping[str, str]) -> list[Line]:
    """Return what may happen, the same outcome on one line, both how often and how often not (R9, R10)."""
    effects = [{same_name(e.name): e for e in (*o.outcomes, *o.side_effects)} for o in case.opinions]
    labels: dict[str, str] = {}
    for name, effect in (item for group in effects for item in group.items()):
        labels.setdefault(name, effect.name)
    return [(label, [_chance(group.get(name), sources) for group in effects]) for name, label in labels.items()]


def _chance(effect: Effect | None, sources: Mapping[str, str]) -> Cell:
    if effect is None:
        return Cell(words.NOT_KNOWN, is_open=True)
    chance = effect.chance or Rating()
    grade = headings.GRADE.format(words.whole(effect.grade)) if effect.grade is not None else None
    onset, care = headings.BEGINS.get(effect.onset or ""), headings.MANAGEABLE.get(effect.manageable or "")
    known = (*_by_when(chance), grade, onset, effect.lasts, care, chance.said_by, sources.get(chance.source or ""))
    remark = words.source(*known)
    said = words.said(chance.words) if chance.words else None
    if not chance.known:
        return Cell(words.source(str(chance.why), said), remark=remark, is_open=True)
    return Cell(words.happens(chance.answer), remark=words.source(said, remark))


def _reasons(case: Case) -> Iterator[Line]:
    for label, field in ((headings.FOR, "pros"), (headings.AGAINST, "cons")):
        lists = [getattr(opinion, field) for opinion in case.opinions]
        if any(lists):
            yield label, [stated("; ".join(items) or None) for items in lists]


def _asked(case: Case) -> list[Line]:
    questions = dict.fromkeys(question for opinion in case.opinions for question in opinion.asked)
    return [(question, [_reply(opinion.asked.get(question)) for opinion in case.opinions]) for question in questions]


def _reply(text: str | None) -> Cell:
    if text is None:
        return Cell(_NOT_ASKED, is_open=True)
    return Cell(text) if text.strip() else Cell(_NO_REPLY, is_open=True)


def _source_numbers(case: Case) -> dict[str, str]:
    effects = (effect for opinion in case.opinions for effect in (*opinion.outcomes, *opinion.side_effects))
    ratings = [
        *(rating for o in case.opinions for c in case.criteria for _, rating in case.answers(o, c)),
        *(effect.chance for effect in effects if effect.chance),
    ]
    texts = dict.fromkeys(rating.source for rating in ratings if rating.source)
    return {text: f"[{place}]" for place, text in enumerate(texts, 1)}
