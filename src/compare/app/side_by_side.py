"""What each doctor said, side by side: one column for each opinion, every open answer in sight."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from compare import words
from compare.app import texts
from compare.case import Attribute, Case, Criterion, Opinion, Rating
from compare.errors import visible
from compare.tabular import Tabular

Line = tuple[str, Sequence[str]]
"""A label, and what each opinion says on it."""

_CELL = (
    "text-align:left;vertical-align:top;white-space:normal;max-width:20em;padding:0.3em 1.2em 0.3em 0;line-height:1.4"
)


@dataclass(frozen=True, repr=False)
class SideBySide(Tabular):
    """What each doctor said, as a table with a heading above each group of lines.

    Parameters
    ----------
    names : sequence of str
        The opinions.
    groups : sequence
        Titles, each with its lines; a line is a label and one text for each opinion.
    lead : sequence of str
        What stands above the table: what has to be decided, and what the file says about itself.
    """

    names: Sequence[str]
    groups: Sequence[tuple[str, Sequence[Line]]]
    lead: Sequence[str] = ()

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each line, a column for each opinion."""
        return [("", *self.names), *((label, *cells) for _, lines in self.groups for label, cells in lines)]

    def rows(self) -> Sequence[Mapping[str, str]]:
        """Return the same rows, with the title of their group."""
        return [
            {"group": title, "line": label, **dict(zip(self.names, cells, strict=True))}
            for title, lines in self.groups
            for label, cells in lines
        ]

    def heading(self) -> str:
        """Return the line above the table."""
        return texts.SAID

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return f"{texts.SAID}: {words.listing([visible(name) for name in self.names])}"

    def _repr_html_(self) -> str:
        heads = "".join(f'<th scope="col" style="{_CELL}">{_escaped(name)}</th>' for name in self.names)
        lead = "".join(f"<p>{_escaped(text)}</p>" for text in self.lead)
        body = "".join(self._group(title, lines) for title, lines in self.groups)
        return (
            f'<div class="tex2jax_ignore mathjax_ignore">{lead}<div style="overflow-x:auto" tabindex="0" role="group" '
            f'aria-label="{texts.SAID}"><table><caption style="text-align:left">{texts.SAID}</caption>'
            f"<thead><tr><td></td>{heads}</tr></thead>{body}</table></div></div>"
        )

    def _group(self, title: str, lines: Sequence[Line]) -> str:
        head = f'<th colspan="{len(self.names) + 1}" scope="rowgroup" style="{_CELL};max-width:none">{_escaped(title)}</th>'
        rows = "".join(
            f'<tr><th scope="row" style="{_CELL};font-weight:normal">{_escaped(label)}</th>'
            + "".join(f'<td style="{_CELL}">{_escaped(cell)}</td>' for cell in cells)
            + "</tr>"
            for label, cells in lines
        )
        return f"<tbody><tr>{head}</tr>{rows}</tbody>"


def side_by_side(case: Case) -> SideBySide:
    """Return what each doctor said, side by side.

    Parameters
    ----------
    case : Case
        What the doctors said.

    Returns
    -------
    SideBySide
        Who said it and what they plan; every answer by criterion; what speaks for and against.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}], criteria=[{"key": "goals"}])
    >>> print(side_by_side(case))
    What each doctor said
    <BLANKLINE>
            A          B
    goals  70  not asked
    """
    groups = [
        (texts.WHO_AND_WHAT, list(_facts(case))),
        *((criterion.label, list(_answers(case, criterion))) for criterion in case.criteria),
        (texts.FOR_AND_AGAINST, list(_reasons(case))),
    ]
    lead = [text for text in (case.question, case.notice) if text]
    return SideBySide(case.names, [(title, lines) for title, lines in groups if lines], lead)


def _facts(case: Case) -> Iterator[Line]:
    facts = [_facts_of(opinion) for opinion in case.opinions]
    for label in facts[0]:
        if any(fact[label] for fact in facts):
            yield label, [fact[label] or texts.NOT_SAID for fact in facts]


def _facts_of(opinion: Opinion) -> dict[str, str]:
    doctor, plan, findings = opinion.doctor, opinion.plan, opinion.findings
    return {
        texts.WHO: (doctor and doctor.name) or "",
        texts.SPECIALTY: (doctor and doctor.specialty) or "",
        texts.CENTRE: (doctor and doctor.centre) or "",
        texts.SAID_ON: str(opinion.date or ""),
        texts.DIAGNOSIS: (findings and findings.diagnosis and findings.diagnosis.answer) or "",
        texts.STAGE: (findings and findings.stage and findings.stage.answer) or "",
        texts.PLAN: (plan and (plan.name or words.listing(plan.modalities))) or "",
        texts.INTENT: (plan and plan.intent) or "",
        texts.STEPS: "; ".join(plan.sequence) if plan else "",
        texts.FALLBACK: "; ".join(plan.contingencies) if plan else "",
    }


def _answers(case: Case, criterion: Criterion) -> Iterator[Line]:
    """Give a line for each attribute, and one for the whole criterion where an opinion is rated directly."""
    given = [dict(_keyed(case, opinion, criterion)) for opinion in case.opinions]
    places: list[Attribute | None] = [*criterion.attributes]
    if any(None in answers for answers in given):
        places.insert(0, None)
    for attribute in places:
        key = attribute.key if attribute else None
        label = attribute.label if attribute else criterion.label
        unit = attribute.unit if attribute else ""
        yield label, [_said(answers[key], unit) if key in answers else "" for answers in given]


def _keyed(case: Case, opinion: Opinion, criterion: Criterion) -> Iterator[tuple[str | None, Rating]]:
    for attribute, rating in case.answers(opinion, criterion):
        yield (attribute.key if attribute else None), rating


def _said(rating: Rating, unit: str) -> str:
    if rating.known:
        return words.answer(rating.answer, unit)
    return words.source(str(rating.why), words.said(rating.words) if rating.words else None)


def _reasons(case: Case) -> Iterator[Line]:
    for label, field in ((texts.PROS, "pros"), (texts.CONS, "cons")):
        lists = [getattr(opinion, field) for opinion in case.opinions]
        if any(lists):
            yield label, ["; ".join(items) or texts.NOT_SAID for items in lists]


def _escaped(text: str) -> str:
    return f"<bdi>{html.escape(visible(text))}</bdi>".replace("\n", "<br>")
