"""What each opinion says on each layer, and how far two opinions are apart on it by their own words.

A layer on which a doctor said nothing is open: it is asked about, and never taken for agreement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from compare import words
from compare.case.findings import Findings
from compare.case.layers import Layer, built_in_layers, layer_rules
from compare.case.opinion import Opinion
from compare.case.plan import Plan
from compare.fields import same_name
from compare.words import differing, headings

HowFar = Literal["same", "minor", "major"]


@dataclass(frozen=True)
class Statement:
    """What an opinion says on a layer.

    Parameters
    ----------
    text : str
        What was said, for people.
    compared : mapping
        The parts by which it is compared, by name; a part that only one opinion states says nothing.
    details : mapping
        Further parts; where only they differ, the difference is minor.
    """

    text: str
    compared: Mapping[str, str]
    details: Mapping[str, str] = field(default_factory=dict)


def statement_on(opinion: Opinion, layer: Layer) -> Statement | None:
    """Return what an opinion states on a layer, with the parts by which it is compared; None where it states nothing."""
    return _READERS[layer.key](opinion) if layer.key in _READERS else None


def said_on(opinion: Opinion, layer: Layer) -> str | None:
    """Return what an opinion states on a layer, as short text; None where it states nothing.

    Examples
    --------
    >>> radiation = next(layer for layer in built_in_layers() if layer.key == "radiation")
    >>> said_on(Opinion(name="A", plan={"modalities": ["surgery"]}), radiation)
    'no radiation'
    >>> said_on(Opinion(name="A"), radiation) is None
    True
    """
    said = statement_on(opinion, layer)
    return said.text if said else None


def open_layers(opinion: Opinion) -> tuple[Layer, ...]:
    """Return the layers on which an opinion states nothing, in the order of the chain."""
    return tuple(layer for layer in built_in_layers() if statement_on(opinion, layer) is None)


def how_far_apart(one: Opinion, other: Opinion, layer: Layer) -> HowFar | None:
    """Return how far two opinions are apart on a layer by their own words; None where they cannot be compared.

    Parameters
    ----------
    one, other : Opinion
        The two opinions; their order does not matter.
    layer : Layer
        On what they are compared.
    """
    first, second = statement_on(one, layer), statement_on(other, layer)
    if first is None or second is None or not first.compared.keys() & second.compared.keys():
        return None
    if _differ(first.compared, second.compared, layer):
        return layer.differs
    return "minor" if _differ(first.details, second.details, layer) else "same"


def drugs_of(plan: Plan) -> tuple[str, ...]:
    """Return the kinds of drug that a plan uses, in the order of the rules."""
    return tuple(kind.key for kind in layer_rules().treatments if kind.drug and kind.key in plan.modalities)


def own_treatments(opinion: Opinion) -> tuple[str, ...]:
    """Return the treatments of a plan that its doctor's own specialty gives (S1-20).

    Examples
    --------
    >>> own_treatments(Opinion(name="A", doctor={"specialty": "Urologist"}, plan={"modalities": ["surgery", "radiation"]}))
    ('surgery',)
    """
    specialty = opinion.doctor.specialty if opinion.doctor else None
    if not specialty or not opinion.plan:
        return ()
    given = [kind.key for kind in layer_rules().treatments if kind.is_given_by(specialty)]
    return tuple(kind for kind in given if kind in opinion.plan.modalities)


def who(opinion: Opinion) -> str:
    """Return the doctor with the name of their opinion, or that name alone."""
    name = opinion.doctor.name if opinion.doctor else None
    return words.named(name, opinion.name) if name else opinion.name


def is_trial(plan: Plan) -> bool:
    """Tell whether a plan is a trial or part of one."""
    return plan.trial is not None or _TRIAL in {*plan.modalities, plan.intent}


_TRIAL = "clinical trial"
_HEAD = re.compile(r"[,;]\s+|\s+\(")
_SIGNS = re.compile(r"[\s;:()'\"]|[.,](?!\d)")
_SAYS_NOTHING = frozenset({"", "not stated", "not known", "not asked", "unknown"})


def _differ(one: Mapping[str, str], other: Mapping[str, str], layer: Layer) -> bool:
    return any(_plain(one[part], layer) != _plain(other[part], layer) for part in one.keys() & other.keys())


def _plain(text: str, layer: Layer) -> str:
    """Return a text without case, spaces and signs, and without the name of its layer: "Stage III A" and "IIIA" say the same."""
    known = same_name(text)
    return _SIGNS.sub("", known.removeprefix(same_name(layer.label)).removeprefix("grade ")) or known


def _findings(*fields: str) -> Callable[[Opinion], Statement | None]:
    """Return a reader of findings; what stands after the first comma of a finding is a detail of it."""

    def read(opinion: Opinion) -> Statement | None:
        found = dict(_found(opinion.findings, fields))
        parts = {name: _HEAD.split(text, maxsplit=1) for name, text in found.items()}
        heads, rest = ({name: part[at] for name, part in parts.items() if len(part) > at} for at in (0, 1))
        return Statement("; ".join(_told(*finding) for finding in found.items()), heads, rest) if found else None

    return read


def _told(name: str, text: str) -> str:
    bare = name == "grade" and "grade" not in same_name(text)
    return headings.GRADE.format(text) if bare else text


def _found(findings: Findings | None, fields: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in fields:
        finding = getattr(findings, name, None)
        text = finding if isinstance(finding, str) else getattr(finding, "answer", None)
        quote = getattr(finding, "words", None)
        if text and same_name(text) not in _SAYS_NOTHING:
            yield name, text
        elif quote:
            yield name, words.said(quote)


def _tests(opinion: Opinion) -> Statement | None:
    tests = opinion.findings.biomarkers if opinion.findings else {}
    if not tests:
        return None
    text = "; ".join(words.about(name, test.result or test.state) for name, test in tests.items())
    done = {same_name(name): test.result for name, test in tests.items() if test.state == "done" and test.result}
    states = {same_name(name): test.state for name, test in tests.items()}
    return Statement(text, done, states)


def _operability(opinion: Opinion) -> Statement | None:
    said = _findings("operability")(opinion)
    return Statement(said.text, {said.text: said.text}) if said and said.text == "not applicable" else said


def _treatment(opinion: Opinion) -> Statement | None:
    plan = opinion.plan
    if plan is None or not (plan.name or plan.modalities):
        return None
    kinds = {"kinds": " ".join(sorted(plan.modalities))} if plan.modalities else {}
    listed = words.listing(plan.modalities)
    return Statement(plan.name or listed, kinds or {"name": plan.name or ""})


def _radiation(opinion: Opinion) -> Statement | None:
    plan = opinion.plan
    if plan is None or not plan.modalities:
        return None
    if "radiation" not in plan.modalities:
        return Statement(differing.NO_RADIATION, {"planned": "no"})
    rays = next(kind for kind in layer_rules().treatments if kind.key == "radiation")
    steps = "; ".join(step for step in plan.sequence if rays.is_named_in(step))
    return Statement(steps or differing.RADIATION, {"planned": "yes"}, {"kind": steps} if steps else {})


def _drugs(opinion: Opinion) -> Statement | None:
    plan = opinion.plan
    if plan is None or not plan.modalities:
        return None
    kinds = drugs_of(plan)
    if not kinds:
        return Statement(differing.NO_DRUGS, {"kinds": ""})
    named = words.listing(kinds)
    if not plan.sequence:
        return Statement(named, {"kinds": named})
    order = differing.in_order(plan.sequence)
    return Statement(words.about(named, order), {"kinds": named}, {"order": order})


def _trial(opinion: Opinion) -> Statement | None:
    plan = opinion.plan
    if plan is None or not (plan.trial or plan.modalities or plan.intent):
        return None
    if not is_trial(plan):
        return Statement(differing.NO_TRIAL, {"in": "no"})
    name = (plan.trial.name or plan.trial.id) if plan.trial else None
    return Statement(differing.in_trial(name), {"in": "yes", **({"which": name} if name else {})})


def _of_plan(name: str) -> Callable[[Opinion], Statement | None]:
    def read(opinion: Opinion) -> Statement | None:
        text = getattr(opinion.plan, name, None)
        return Statement(text, {name: text}) if text else None

    return read


_READERS: Mapping[str, Callable[[Opinion], Statement | None]] = {
    "diagnosis": _findings("diagnosis"),
    "pathology": _findings("pathology", "cell_type", "grade"),
    "biomarkers": _tests,
    "imaging": _findings("imaging"),
    "stage": _findings("stage", "tnm", "extent"),
    "operability": _operability,
    "treatment": _treatment,
    "radiation": _radiation,
    "drugs": _drugs,
    "trial": _trial,
    "prognosis": _findings("prognosis"),
    "intent": _of_plan("intent"),
    "practicality": _of_plan("delivery_site"),
}
