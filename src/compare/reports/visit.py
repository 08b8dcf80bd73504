"""The visit page: one page that a doctor reads in a minute, and a family takes along.

Where there is too much for one page, it shows less and says how much is in the family report; its letters stay as large.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compare import words
from compare.case import Case, Opinion
from compare.charts.style import SMALL_STRONG
from compare.disagreement import Difference, Differences, differences
from compare.group import Member, family
from compare.reports import captions
from compare.reports.document import Report
from compare.reports.fitting import (
    BODY,
    FULL,
    NUMBER,
    TITLE,
    column_widths,
    fitted,
    question_height,
    room_for,
    top_height,
)
from compare.reports.origin import about
from compare.reports.parts import Paragraphs, Part, Picture, Questions, Table
from compare.scoring import Scores
from compare.statements import Cell
from compare.unknowns import questions
from compare.words import differing, headings, visiting

_OPINION_WIDTHS = (17, 25, 28, 14, 16)
_PEOPLE_WIDTHS = (19, 52, 29)
_LAYER_WIDTHS = (14, 43, 15, 28)
_MOST_OPINIONS = 5
_WANTED_QUESTIONS = 3
_QUESTION_LINES = 2


@dataclass(frozen=True)
class Space:
    """How much of everything is shown: lines of each plan, people and lines of each, layers and lines of each."""

    plan_lines: int
    people: int
    person_lines: int
    layers: int
    layer_lines: int


_SPACES = (
    Space(4, 6, 3, 6, 4), Space(4, 5, 3, 4, 4), Space(3, 4, 2, 4, 3), Space(3, 4, 2, 3, 3), Space(3, 3, 2, 3, 2),
    Space(3, 3, 2, 2, 2), Space(2, 3, 2, 3, 2), Space(2, 3, 2, 2, 2), Space(2, 2, 2, 2, 2),
    Space(2, 2, 1, 2, 2), Space(2, 2, 1, 2, 1), Space(2, 1, 1, 1, 1),
)  # fmt: skip
"""From the most to the least; the first one that leaves room for some questions is taken."""


@dataclass(frozen=True)
class _Seen:
    """What the page is about, worked out once."""

    case: Case
    comparison: Picture
    members: Sequence[Member]
    found: Differences


def of_visit(scores: Scores) -> Report:
    """Return the visit page.

    Parameters
    ----------
    scores : Scores
        What was compared.

    Returns
    -------
    Report
        A ``sheet``: it fits on one page, A4 or Letter.

    Examples
    --------
    >>> from compare.samples import sample
    >>> from compare.scoring import score
    >>> [part.title for part in of_visit(score(sample("prostate"))).parts][:2]
    ['What each doctor says', 'How they compare']
    """
    case = scores.case
    title = fitted(case.question or captions.QUESTION_MISSING, FULL, 2, TITLE)
    notice = fitted(case.notice, FULL - 20, 2)
    told = [fitted(line, 0.6 * FULL, 1) for line in about(case)]
    asked = [str(asking) for asking in questions(scores).to_ask()]
    top = top_height(title, notice, told)
    wanted = sum(question_height(text) for text in _shortened(asked[:_WANTED_QUESTIONS]))
    seen = _Seen(case, _comparison(scores), family(case).members, differences(case))
    for space in _SPACES:
        parts = _parts(seen, space)
        room = room_for(parts, top) - 2 * 11
        if room >= wanted:
            break
    parts.append(_asking(asked, room))
    return Report(title, notice, told, parts, scores, "sheet")


def _parts(seen: _Seen, space: Space) -> list[Part]:
    return [_opinions(seen.case, space), seen.comparison, _people(seen.members, space), _differing(seen.found, space)]


def _opinions(case: Case, space: Space) -> Table:
    heads = ("", visiting.DOCTOR, visiting.PLAN, visiting.AIM, visiting.START)
    shown = case.opinions[:_MOST_OPINIONS]
    rows = [(opinion.name, _of_opinion(opinion)) for opinion in shown]
    points = _left_out(len(case.opinions) - len(shown), "opinion")
    return _table(visiting.OPINIONS, heads, rows, _OPINION_WIDTHS, lines=space.plan_lines, points=points)


def _of_opinion(opinion: Opinion) -> list[str | None]:
    doctor, plan = opinion.doctor, opinion.plan
    who = (doctor.name, doctor.specialty, doctor.centre) if doctor else ()
    treatments = differing.in_order(plan.sequence) or words.listing(plan.modalities) if plan else None
    return [
        ", ".join(text for text in who if text),
        words.source(plan.name, treatments, differing.in_trial(plan.trial.name) if plan.trial else None)
        if plan
        else None,
        plan.intent if plan else None,
        words.day(plan.earliest_start) if plan and plan.earliest_start else None,
    ]


def _comparison(scores: Scores) -> Picture:
    from compare import charts
    from compare.charts.parts import message

    chart = charts.brief(scores, scores.case.names[:_MOST_OPINIONS])
    return Picture(visiting.COMPARED, chart, lead=fitted(" ".join(message(scores)), BODY, 2))


def _people(members: Sequence[Member], space: Space) -> Part:
    if not members:
        return Paragraphs(visiting.MATTERS, [captions.NO_PEOPLE])
    shown = members[: space.people]
    rows = [(member.label, [_counting(member), "; ".join(member.person.concerns) or " "]) for member in shown]
    heads = (visiting.WHO, visiting.COUNTS, visiting.WORRIES)
    points = _left_out(len(members) - len(shown), "person", "people")
    return _table(visiting.MATTERS, heads, rows, _PEOPLE_WIDTHS, lines=space.person_lines, points=points)


def _counting(member: Member) -> str:
    """Return how much each part counts for a person, what counts most first."""
    scores = member.scores
    if scores is None:
        return member.silence
    order = sorted(scores.case.criteria, key=lambda criterion: -scores.weights[criterion.key])
    return ", ".join(f"{criterion.label} {words.whole(100 * scores.weights[criterion.key])}" for criterion in order)


def _differing(found: Differences, space: Space) -> Part:
    rows = _apart(found)
    alike = [row.layer.label for row in found.that_are("same")]
    same = [fitted(differing.alike(alike), BODY, 1)] if alike else []
    if not rows:
        return Paragraphs(visiting.DIFFER, [fitted(found.sentence(), BODY, 2), *same])
    heads = (visiting.STEP, visiting.SAID, visiting.HOW_MUCH, visiting.SETTLES)
    texts = [(row.layer.label, [_answers(row), row.in_words, row.specialty]) for row in rows[: space.layers]]
    points = [*_left_out(len(rows) - len(texts), "step"), *same]
    return _table(visiting.DIFFER, heads, texts, _LAYER_WIDTHS, lines=space.layer_lines, points=points)


def _apart(found: Differences) -> list[Difference]:
    """Return the layers on which doctors differ, large differences first; parts of a layer that is there are left out."""
    rows = [*found.that_are("major"), *found.that_are("minor")]
    keys = {row.layer.key for row in rows}
    return [row for row in rows if row.layer.part_of not in keys]


def _answers(row: Difference) -> str:
    """Return what each opinion says on a layer; those that say the same together."""
    said: dict[str, list[str]] = {}
    for name, text in row.answers.items():
        if text:
            said.setdefault(text, []).append(name)
    return "; ".join(visiting.said_by(names, text) for text, names in said.items())


def _asking(asked: Sequence[str], room: float) -> Part:
    """Return the questions that fit, at least one, and say how many do not."""
    if not asked:
        return Paragraphs(visiting.ASK, [captions.NOTHING_OPEN])
    shown: list[str] = []
    for text in _shortened(asked):
        room -= question_height(text)
        if shown and room < 0:
            break
        shown.append(text)
    points = [*_left_out(len(asked) - len(shown), "question"), visiting.CUT]
    return Questions(visiting.ASK, shown, points=[" ".join(points)])


def _shortened(asked: Sequence[str]) -> list[str]:
    return [fitted(text, BODY - NUMBER, _QUESTION_LINES) for text in asked]


def _table(
    title: str,
    heads: Sequence[str],
    rows: Sequence[tuple[str, Sequence[str | None]]],
    widths: Sequence[float],
    *,
    lines: int,
    points: Sequence[str],
) -> Table:
    """Return a table in which every cell takes at most some lines; what nobody stated is open."""
    first, *others = column_widths(widths)
    body = [
        (
            fitted(label, first, lines, SMALL_STRONG),
            [
                Cell(fitted(text or headings.NOT_STATED, width, lines).strip(), is_open=not text)
                for text, width in zip(texts, others, strict=True)
            ],
        )
        for label, texts in rows
    ]
    return Table(title, heads, body, widths=widths, points=points)


def _left_out(count: int, one: str, many: str | None = None) -> list[str]:
    return [visiting.more(count, one, many)] if count else []
