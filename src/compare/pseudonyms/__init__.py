"""A copy of a case without names: labels for people, doctors and centres, and every day moved by the same secret step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from compare import limits
from compare.case import Case, GoalAttribute, built_in_criteria, standard_questions
from compare.errors import expect
from compare.fields import same_name
from compare.files.writing import as_tree
from compare.pseudonyms.days import Step, secret_step
from compare.pseudonyms.leaves import Leaf, leaves, renewed
from compare.pseudonyms.masking import Masks
from compare.pseudonyms.named import named_in
from compare.weights import pair_of
from compare.words import pseudonyms as said

__all__ = ["without_names"]

OLDEST = 90
"""Everybody who is older is this old in a copy."""

_TAKEN_OUT = frozenset(
    ("Contact.phone", "Contact.email", "Call.spoke_to", "Call.reference", "Doctor.publications", "Doctor.reviews")
)
_PUBLISHED = frozenset(
    ("Rating.source", "Case.sources", "Doctor.volume_source", "Criterion.source", "Attribute.source")
)
_NEED_NOT_DIFFER = frozenset(("Doctor.name", "Contact.name", "Plan.name", "Criterion.label", "Attribute.label"))
_GOALS = "Patient.goals"
_REFER = frozenset(("Opinion.asked", "Opinion.ratings", _GOALS))
"""Free texts that may be the name of something, and are called as that is."""
_JUDGEMENTS = "StatedWeights.pairwise"
_TWICE = re.compile(r"\b([^\W\d_]+) \(\1\)", re.IGNORECASE)
"""A label with the role that it was made from, as in "Son (son)"."""


def without_names(case: Case, *, secret: str | None = None) -> Case:
    """Return a copy of a case that can be shown to others: labels instead of names, every day moved.

    People are called by their role, doctors and centres by letters, wherever they are named. Every day moves by one secret step
    of whole weeks, so that what lies between two days stays. Telephone numbers, addresses, file numbers and whom an insurer sent are
    taken out; an age above 90 becomes 90. What was answered and what matters stay, so the scores are the same. A name that stands
    only in a free text, without a title and nowhere in a field for names, cannot be known: somebody has to read the copy through.

    Parameters
    ----------
    case : Case
        The case with its names.
    secret : str, optional
        A word that only the family knows. With the same word several files move by the same step; without one, the step comes
        from everything that stands in the case, names and all, so that the same file gives the same copy, and nobody who has only
        the copy can work it out.

    Returns
    -------
    Case
        The copy; its notice says what was done. Of a copy it makes the same copy again.

    Examples
    --------
    >>> case = Case(question="What suits Rosa?", opinions=[{"name": "Dr. Lee's plan", "doctor": "Dr. Lee"}],
    ...             people=[{"name": "Rosa", "role": "patient"}])
    >>> copy = without_names(case)
    >>> copy.question, copy.names, copy.people[0].name
    ('What suits Patient?', ("Doctor A's plan",), 'Patient')
    """
    expect(case, Case)
    done = said.NOTE in case.notice
    step = Step(0) if done else secret_step(case, secret)
    masks = Masks(named_in(case))
    built_in = case.criteria == built_in_criteria()
    kept = [leaf.value for criterion in case.criteria for leaf in leaves(criterion)] if built_in else []
    table = _table(case, masks, [*kept, *(question.question for question in standard_questions())])
    copy = renewed(case, partial(_changed, masks=masks, step=step, table=table))
    notice = copy.notice if done else " ".join(filter(None, [said.NOTE, copy.notice]))
    patient = copy.patient
    if patient and patient.age is not None:
        patient = patient.model_copy(update={"age": min(patient.age, OLDEST)})
    new = {"notice": notice, "patient": patient, "criteria": case.criteria if built_in else copy.criteria}
    return Case.model_validate(as_tree(_anchored(case, copy.model_copy(update=new))))


def _anchored(case: Case, copy: Case) -> Case:
    """Return a copy in which weights that count in the case count too: the ends of its scales are called as its criteria are."""
    for person, other in zip(case.people, copy.people, strict=True):
        copy = copy.anchored(other.name) if person.anchors and case.weights_by(person) else copy
    return copy


def _changed(leaf: Leaf, *, masks: Masks, step: Step, table: Mapping[str, str]) -> Any:
    if leaf.kind == "day":
        return step.moved(leaf.value)
    if leaf.place in _TAKEN_OUT:
        return None
    if leaf.place == _JUDGEMENTS:
        return " over ".join(table[name] for name in pair_of(leaf.value))
    if _is_name(leaf) or (leaf.place in _REFER and leaf.value in table):
        return table[leaf.value]
    label = masks.label_of(leaf.value) if leaf.place == "Doctor.name" else None
    text = label or masks.masked(step.in_text(leaf.value, published=leaf.place in _PUBLISHED))
    return _TWICE.sub(r"\1", text)[: limits.NAME_LETTERS if leaf.kind == "name" else limits.TEXT_LETTERS]


def _is_name(leaf: Leaf) -> bool:
    """Tell whether others refer to a text by what it says: two that differ must not become the same."""
    return leaf.kind in {"name", "level"} and leaf.place not in _NEED_NOT_DIFFER and leaf.place != _JUDGEMENTS


def _table(case: Case, masks: Masks, kept: Iterable[str]) -> dict[str, str]:
    """Return what every name, key and word of a scale is called in the copy."""
    table = {name: name for name in kept}
    taken = {same_name(name): same_name(name) for name in table}
    people = {person.name: masks.label_of(person.name) for person in case.people}
    answered = {
        asked.goal
        for criterion in case.criteria
        for asked in case.asked_on(criterion)
        if isinstance(asked, GoalAttribute)
    }
    for leaf in leaves(case):
        is_goal = leaf.place == _GOALS and leaf.value in answered
        if (_is_name(leaf) or is_goal) and leaf.value not in table:
            made = people.get(leaf.value) or masks.masked(leaf.value)[: limits.NAME_LETTERS - 5].strip()
            table[leaf.value] = _free(made, same_name(leaf.value), taken)
            taken[same_name(table[leaf.value])] = same_name(leaf.value)
    return table


def _free(name: str, origin: str, taken: Mapping[str, str]) -> str:
    number, free = 1, name
    while taken.get(same_name(free), origin) != origin:
        number += 1
        free = f"{name} ({number})"
    return free
