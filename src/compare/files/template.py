"""An empty case to fill in, with every question and both ends of every scale beside the place for the answer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from compare.answers import FORMS
from compare.case import Attribute, Criterion, built_in_criteria
from compare.files.reading import read_text
from compare.files.writing import WITH_COMMENTS, written_as_bytes
from compare.values import Levels

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
    weights:         # remove the sign # before ONE of these lines and change the numbers (0 to 100)
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
    return text.encode("utf-8") if ending in WITH_COMMENTS else written_as_bytes(read_text(text), ending)


def _weights(criteria: tuple[Criterion, ...]) -> Iterator[str]:
    keys = [criterion.key for criterion in criteria]
    yield f"      # points: {{{', '.join(f'{key}: 50' for key in keys)}}}"
    yield f"      # ranking: [{', '.join(keys)}]   # the most important first"


def _criterion(criterion: Criterion, *, with_questions: bool) -> Iterator[str]:
    yield f"      # {criterion.label}"
    yield f"      {criterion.key}:"
    for attribute in criterion.attributes:
        if with_questions:
            yield from _comment(f"{attribute.question} (0 = {attribute.anchors[0]}; 100 = {attribute.anchors[1]})")
            yield from _comment(f"Answer: {_allowed(attribute)}")
        yield f"        {attribute.key}:"


def _allowed(attribute: Attribute) -> str:
    unit = f" {attribute.unit}" if attribute.unit and not isinstance(attribute.value, Levels) else ""
    return f"{attribute.value.allowed}{unit}"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _WIDTH, initial_indent="        # ", subsequent_indent="        #   ")
