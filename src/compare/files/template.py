"""An empty case to fill in, with every question and both ends of every scale beside the place for the answer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from compare.answers import FORMS, NOT_KNOWN
from compare.case import SCHEMA, Attribute, Case, Criterion, Opinion, built_in_criteria
from compare.files.long_csv import csv_form
from compare.files.long_form import Steps
from compare.files.reading import read_text
from compare.files.workbook.forms import Line, Section, opinion_sections, start_sections
from compare.files.writing import WITH_COMMENTS, written_as_bytes
from compare.values import Levels
from compare.words import sheets

_WIDTH = 110
_OPINIONS = ("First opinion", "Second opinion")

_HEAD = f"""\
# A case: what the doctors said, and what matters to us.
# Fill in what you know. What is left empty counts as "not asked yet"; nothing is ever counted as 0 because it is missing.
# An answer is {FORMS}.
# To say where an answer comes from, write it as {{answer: ..., said_by: ..., when: 2026-01-31, written: yes, words: "..."}}.
# Then: opinions check FILE, opinions compare FILE, opinions report FILE -o page.html
"""

_BEFORE = """\
schema: 1
question:            # what has to be decided, in one sentence
entered_by:
entered_on:          # as in 2026-01-31
decide_by:           # until when there is time, as a doctor said it, as in 2026-03-31
decide_by_said_by:

patient:
  condition:
  stage:
  goals: []          # what matters most first, as in [longest life, keep daily function, stay at home]
  approach:          # 1 = do everything possible ... 5 = comfort first

people:              # who says what matters; add as many as there are
  - name: Patient
    role: patient
    weights:         # how much does each of these steps matter?
"""

_OPINION = """\
  - name: {name}   # call it what you call it, as in Surgery
    doctor: {{name: , specialty: , centre: }}
    date:
    mode:            # in person, video, phone, email, records review
    written:         # yes or no: do you have it in writing?
    findings: {{diagnosis: , pathology: , stage: , imaging: }}
    plan: {{name: , intent: , modalities: []}}
    pros: []
    cons: []
    side_effects: [] # as in {{name: tiredness, chance: {{answer: 8 of 129, time: first year}}, grade: 2}}
    ratings:
"""


def new_case_text() -> str:
    """Return a commented template for a case with two opinions, in YAML; it is a valid case as it stands."""
    criteria = built_in_criteria()
    lines = [*textwrap.dedent(_HEAD).splitlines(), "", *_BEFORE.splitlines(), *_weights(criteria), "", "opinions:"]
    for place, name in enumerate(_OPINIONS):
        lines.extend(_OPINION.format(name=name).splitlines())
        for criterion in criteria:
            lines.extend(_criterion(criterion, with_questions=place == 0))
    return "\n".join(lines) + "\n"


def new_case_bytes(ending: str = ".yaml") -> bytes:
    """Return an empty case to fill in, as what is in a file of any of the formats."""
    text = new_case_text()
    if ending in WITH_COMMENTS:
        return text.encode("utf-8")
    if ending == ".csv":
        return csv_form(_csv_rows()).encode("utf-8")
    case = read_text(text)
    return written_as_bytes(
        case if ending == ".json" else Case(opinions=_named(case.names), people=case.people), ending
    )


def _named(names: Iterable[str]) -> list[Opinion]:
    return [Opinion(name=name) for name in names]


def _csv_rows() -> Iterator[tuple[Steps, Any, str]]:
    """Give a row for each place of the form, with what belongs there."""
    criteria = built_in_criteria()
    yield ("schema",), SCHEMA, sheets.VERSION
    yield from _form_rows((), (section for section in start_sections() if section.title != sheets.DECISION))
    for person in read_text(new_case_text()).people:
        yield ("people", person.name, "role"), person.role, ""
        for criterion in criteria:
            worst, top = criterion.anchors
            yield ("people", person.name, "weights", "points", criterion.key), None, sheets.FROM_TO.format(worst, top)
    for name in _OPINIONS:
        yield from _form_rows(("opinions", name), opinion_sections(criteria))


def _form_rows(base: Steps, sections: Iterable[Section]) -> Iterator[tuple[Steps, Any, str]]:
    for line in (line for section in sections for line in section.lines if line.key != "name"):
        told = "; ".join(part for part in (line.label, line.hint, _ends(line)) if part)
        if line.shape == "item":
            yield from (((*base, *line.steps, place), None, told) for place in range(1, line.count + 1))
        elif line.shape == "asked" and line.label:
            yield (*base, *line.steps, line.label), None, sheets.ASKED_LEAD
        elif not line.many:
            yield (*base, *line.steps), None, told


def _ends(line: Line) -> str:
    words = ", ".join(word for word in line.picks.get("answer", ()) if word not in NOT_KNOWN)
    return "; ".join(part for part in (sheets.FROM_TO.format(*line.ends) if any(line.ends) else "", words) if part)


def _weights(criteria: tuple[Criterion, ...]) -> Iterator[str]:
    keys = [criterion.key for criterion in criteria]
    for criterion in criteria:
        yield from _comment(f"{criterion.key}: {sheets.FROM_TO.format(*criterion.anchors)}", "      # ")
    yield "      # Remove the sign # before ONE of these two lines, and change the numbers (0 to 100) or the order."
    yield f"      # points: {{{', '.join(f'{key}: 50' for key in keys)}}}"
    yield f"      # ranking: [{', '.join(keys)}]   # the most important first"


def _criterion(criterion: Criterion, *, with_questions: bool) -> Iterator[str]:
    yield f"      # {criterion.label}"
    yield f"      {criterion.key}:"
    for attribute in criterion.attributes:
        if with_questions:
            yield from _comment(f"{attribute.question} (0 = {attribute.anchors[0]}; 100 = {attribute.anchors[1]})")
            yield from _comment(f"Answer: {_allowed(attribute)}")
            if attribute.each_goal:
                allowed = attribute.each_goal.value.allowed
                yield from _comment(f"Or an answer for each goal, as in {{stay at home: ...}}: {allowed}")
        yield f"        {attribute.key}:"


def _allowed(attribute: Attribute) -> str:
    unit = f" {attribute.unit}" if attribute.unit and not isinstance(attribute.value, Levels) else ""
    return f"{attribute.value.allowed}{unit}"


def _comment(text: str, begin: str = "        # ") -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent=begin, subsequent_indent=f"{begin}  ")
