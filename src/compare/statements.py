"""What each doctor said, side by side: one column for each opinion, every open answer in sight.

Pages, screens and notebooks show this one table; none of them looks into the case for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare import words
from compare.case import Attribute, Case, Criterion, Effect, Opinion, Rating
from compare.errors import visible
from compare.tabular import Tabular, escaped
from compare.values import Value
from compare.words import headings


@dataclass(frozen=True)
class Cell:
    """What one opinion says on one line: a text, what it is worth, a remark, and whether it is still open."""

    text: str
    number: str = ""
    remark: str = ""
    is_open: bool = False


Line = tuple[str, Sequence[Cell]]
"""A label, and a cell for each opinion."""


@dataclass(frozen=True)
class Group:
    """Lines that belong together, under a title."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, repr=False)
class SideBySide(Tabular):
    """What each doctor said.

    Parameters
    ----------
    case : Case
        Where it stands.
    facts, chances, reasons : Group
        The doctors and their plans; what may happen; what speaks for and against.
    answers : sequence of Group
        The answers, a group for each criterion.
    sources : mapping
        Published sources, each with the number by which the remarks name it.
    """

    case: Case
    facts: Group
    answers: Sequence[Group]
    chances: Group
    reasons: Group
    sources: Mapping[str, str]

    @property
    def groups(self) -> list[Group]:
        """Return every group that has lines."""
        return [group for group in (self.facts, *self.answers, self.chances, self.reasons) if group.lines]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each line, a column for each opinion."""
        lines = (line for group in self.groups for line in group.lines)
        return [("", *self.case.names), *((label, *(cell.text for cell in cells)) for label, cells in lines)]

    def rows(self) -> Sequence[Mapping[str, str]]:
        """Return the same rows, with the title of their group."""
        return [
            {"group": group.title, "line": label}
            | {name: cell.text for name, cell in zip(self.case.names, cells, strict=True)}
            for group in self.groups
            for label, cells in group.lines
        ]

    def heading(self) -> str:
        """Return the line above the table."""
        return headings.WHAT_WAS_SAID

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return f"{headings.WHAT_WAS_SAID}: {words.listing([visible(name) for name in self.case.names])}"

    def _repr_html_(self) -> str:
        lead = "".join(f"<p>{escaped(text)}</p>" for text in (self.case.question, self.case.notice) if text)
        heads = "".join(f'<th scope="col" style="{_STYLE}">{escaped(name)}</th>' for name in self.case.names)
        body = "".join(self._group_html(group) for group in self.groups)
        return (
            f'<div class="tex2jax_ignore mathjax_ignore">{lead}<div style="overflow-x:auto" tabindex="0" role="group" '
            f'aria-label="{self.heading()}"><table><caption style="text-align:left">{self.heading()}</caption>'
            f"<thead><tr><td></td>{heads}</tr></thead>{body}</table></div></div>"
        )

    def _group_html(self, group: Group) -> str:
        span = len(self.case.names) + 1
        title = f'<th colspan="{span}" scope="rowgroup" style="{_STYLE};max-width:none">{escaped(group.title)}</th>'
        rows = "".join(
            f'<tr><th scope="row" style="{_STYLE};font-weight:normal">{escaped(label)}</th>'
            + "".join(f'<td style="{_STYLE}">{escaped(cell.text)}</td>' for cell in cells)
            + "</tr>"
            for label, cells in group.lines
        )
        return f"<tbody><tr>{title}</tr>{rows}</tbody>"


_STYLE = (
    "text-align:left;vertical-align:top;white-space:normal;max-width:20em;padding:0.3em 1.2em 0.3em 0;line-height:1.4"
)


def side_by_side(case: Case) -> SideBySide:
    """Return what each doctor said, side by side.

    Parameters
    ----------
    case : Case
        What the doctors said.

    Returns
    -------
    SideBySide
        Who said it and what they plan; every answer by criterion; what may happen; what speaks for and against.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}], criteria=[{"key": "goals"}])
    >>> print(side_by_side(case))
    What each doctor said
    <BLANKLINE>
            A          B
    goals  70  not asked
    """
    sources = _source_numbers(case)
    return SideBySide(
        case,
        facts=Group(headings.WHO_AND_WHAT, _facts(case)),
        answers=[Group(c.label, list(_answers(case, c, sources))) for c in case.criteria],
        chances=Group(headings.CHANCES, _chances(case, sources)),
        reasons=Group(headings.FOR_AND_AGAINST, list(_reasons(case))),
        sources=sources,
    )


def _facts(case: Case) -> list[Line]:
    """Return who the doctors are, what they found and what they plan: a line for each fact that anybody stated."""
    facts = [_facts_of(opinion) for opinion in case.opinions]
    order = [*headings.DOCTOR_FIELDS.values(), *headings.OPINION_FIELDS.values(), headings.IN_WRITING]
    order += [*headings.FINDING_FIELDS.values(), headings.TESTS, *headings.PLAN_FIELDS.values()]
    stated = [label for label in order if any(label in own for own in facts)]
    return [(label, [_stated(own.get(label)) for own in facts]) for label in stated]


def _stated(text: str | None) -> Cell:
    return Cell(headings.NOT_STATED, is_open=True) if text is None else Cell(text)


def _facts_of(opinion: Opinion) -> dict[str, str]:
    facts = {
        **_fields(opinion.doctor, headings.DOCTOR_FIELDS),
        **_fields(opinion, headings.OPINION_FIELDS),
        **_fields(opinion.findings, headings.FINDING_FIELDS),
        **_fields(opinion.plan, headings.PLAN_FIELDS),
    }
    if opinion.written is not None:
        facts[headings.IN_WRITING] = words.YES_NO[opinion.written]
    if opinion.findings and opinion.findings.biomarkers:
        tests = [words.about(name, test.result or test.state) for name, test in opinion.findings.biomarkers.items()]
        facts[headings.TESTS] = "; ".join(tests)
    return facts


def _fields(part: Any, labels: Mapping[str, str]) -> dict[str, str]:
    found = {label: getattr(part, field, None) for field, label in labels.items()}
    return {label: _in_words(value) for label, value in found.items() if value not in (None, ())}


def _in_words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, date):
        return words.day(value)
    said = getattr(value, "answer", value)
    return str(said) if said is not None else str(value.words or words.NOT_KNOWN)


def _answers(case: Case, criterion: Criterion, sources: Mapping[str, str]) -> Iterator[Line]:
    """Give a line for each attribute, and one for the whole criterion where an opinion is rated directly."""
    given = [dict(_keyed(case, opinion, criterion)) for opinion in case.opinions]
    places: list[Attribute | None] = [*criterion.attributes]
    if any(None in answers for answers in given):
        places.insert(0, None)
    for attribute in places:
        key = attribute.key if attribute else None
        label = attribute.label if attribute else headings.WHOLE if criterion.attributes else criterion.label
        yield label, [_answered(answers.get(key), attribute, sources) for answers in given]


def _keyed(case: Case, opinion: Opinion, criterion: Criterion) -> Iterator[tuple[str | None, tuple[Rating, Value]]]:
    worths = case.worth[opinion.name][criterion.key]
    for (attribute, rating), (_, value) in zip(case.answers(opinion, criterion), worths, strict=True):
        yield (attribute.key if attribute else None), (rating, value)


def _answered(given: tuple[Rating, Value] | None, attribute: Attribute | None, sources: Mapping[str, str]) -> Cell:
    if given is None:
        return Cell("")
    rating, value = given
    remark = words.source(rating.said_by, rating.when, rating.time, rating.group, sources.get(rating.source or ""))
    said = words.said(rating.words) if rating.words else None
    if not rating.known:
        return Cell(words.source(str(rating.why), said), remark=remark, is_open=True)
    text = words.answer(rating.answer, attribute.unit if attribute else "")
    return Cell(text, number=words.range_text(value.interval), remark=words.source(said, remark))


def _chances(case: Case, sources: Mapping[str, str]) -> list[Line]:
    """Return what may happen, the same outcome on one line, both how often and how often not (R9, R10)."""
    effects = [{effect.name: effect for effect in (*o.outcomes, *o.side_effects)} for o in case.opinions]
    labels = list(dict.fromkeys(name for group in effects for name in group))
    return [(label, [_chance(group.get(label), sources) for group in effects]) for label in labels]


def _chance(effect: Effect | None, sources: Mapping[str, str]) -> Cell:
    if effect is None:
        return Cell(words.NOT_KNOWN, is_open=True)
    chance = effect.chance or Rating()
    time = chance.time or (words.TIME_NOT_STATED if chance.known else None)
    source = sources.get(chance.source or "")
    remark = words.source(time, chance.group, effect.lasts, chance.said_by, source)
    said = words.said(chance.words) if chance.words else None
    if not chance.known:
        return Cell(words.source(str(chance.why), said), remark=remark, is_open=True)
    return Cell(words.happens(chance.answer), remark=words.source(said, remark))


def _reasons(case: Case) -> Iterator[Line]:
    for label, field in ((headings.FOR, "pros"), (headings.AGAINST, "cons")):
        lists = [getattr(opinion, field) for opinion in case.opinions]
        if any(lists):
            yield label, [_stated("; ".join(items) or None) for items in lists]


def _source_numbers(case: Case) -> dict[str, str]:
    effects = (effect for opinion in case.opinions for effect in (*opinion.outcomes, *opinion.side_effects))
    ratings = [
        *(rating for o in case.opinions for c in case.criteria for _, rating in case.answers(o, c)),
        *(effect.chance for effect in effects if effect.chance),
    ]
    texts = dict.fromkeys(rating.source for rating in ratings if rating.source)
    return {text: f"[{place}]" for place, text in enumerate(texts, 1)}
