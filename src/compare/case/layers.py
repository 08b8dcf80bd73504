"""The layers on which opinions can differ, from what the tissue shows to where the treatment is given, and who settles what.

The rules stand in ``data/layers.yaml``; here it is read from an opinion what its doctor said on each layer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import Field

from compare import words
from compare.case.findings import Findings
from compare.case.opinion import Opinion
from compare.case.plan import Modality, Plan
from compare.fields import Amount, Key, Name, Part, Text, Texts, YesNo, one_of, same_name, sized
from compare.trees import parse_yaml
from compare.words import differing

HowFar = Literal["same", "minor", "major"]


class Layer(Part):
    """One layer on which opinions can differ.

    Parameters
    ----------
    key, label : str
        Its name in files, its name for people.
    question, ask : str
        What to ask a doctor who has not stated it, and whom.
    first_step, specialty : str
        What to do first when it differs, and who can settle it.
    differs : {"minor", "major"}
        What a difference counts as when no doctor has said how much it matters.
    values_only : bool
        Whether one more doctor would not help.
    part_of : str, optional
        The wider layer that it is a part of.
    source : str
        Where the rule comes from; ``D:`` marks a proposal of this project.
    """

    key: Key
    label: Name
    question: Text
    ask: Text
    first_step: Text
    specialty: Text
    differs: Annotated[Literal["minor", "major"], one_of("minor", "major")]
    values_only: YesNo = False
    part_of: Key | None = None
    source: Text = ""


class InterviewQuestion(Part):
    """One question to put to every doctor alike when plans differ (S2-18..24), and the fact that also settles it."""

    question: Text
    met_by: Literal["written", "talked_with_other_doctor"] | None = None
    source: Text = ""

    def put_to(self, opinion: Opinion) -> bool:
        """Tell whether this doctor was asked; a question without an answer was asked all the same."""
        asked = {same_name(question) for question in opinion.asked}
        return same_name(self.question) in asked or bool(self.met_by and getattr(opinion, self.met_by))


class Treatment(Part):
    """A kind of treatment: whether it is a drug, how a step of a plan names it, which specialties give it themselves."""

    key: Modality
    drug: YesNo = False
    named: Texts = ()
    specialties: Texts = ()

    def is_named_in(self, text: str) -> bool:
        """Tell whether a step of a plan names this treatment."""
        return _begins(text, self.named)

    def is_given_by(self, specialty: str) -> bool:
        """Tell whether doctors of a specialty give this treatment themselves."""
        return _begins(specialty, self.specialties)


class ThirdOpinionTime(Part):
    """How long a third opinion takes (S4-7): at least so many days before the decision, and from how many weeks to how many."""

    least_days: Amount
    weeks: tuple[Amount, Amount]


class LayerRules(Part):
    """Everything in ``data/layers.yaml``."""

    layers: Annotated[tuple[Layer, ...], sized(1)]
    interview: Annotated[tuple[InterviewQuestion, ...], sized(1)]
    treatments: tuple[Treatment, ...] = Field(default_factory=tuple)
    third_opinion: ThirdOpinionTime


@cache
def layer_rules() -> LayerRules:
    """Return the rules of ``data/layers.yaml``."""
    text = files("compare").joinpath("data", "layers.yaml").read_text(encoding="utf-8")
    return LayerRules.model_validate(parse_yaml(text).plain())


def built_in_layers() -> tuple[Layer, ...]:
    """Return the layers, in the order of the chain: a difference further up often explains one further down.

    Examples
    --------
    >>> [layer.key for layer in built_in_layers()][:4]
    ['diagnosis', 'pathology', 'biomarkers', 'imaging']
    """
    return layer_rules().layers


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


def is_trial(plan: Plan) -> bool:
    """Tell whether a plan is a trial or part of one."""
    return plan.trial is not None or _TRIAL in {*plan.modalities, plan.intent}


_TRIAL = "clinical trial"
_HEAD = re.compile(r"[,;]\s+|\s+\(")
_SIGNS = re.compile(r"[\s;:()'\"]|[.,](?!\d)")
_SAYS_NOTHING = frozenset({"", "not stated", "not known", "not asked", "unknown"})


def _begins(text: str, beginnings: Iterable[str]) -> bool:
    return any(f" {beginning}" in f" {same_name(text)}" for beginning in beginnings)


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
        return Statement("; ".join(found.values()), heads, rest) if found else None

    return read


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
    return Statement(said.text, {}) if said and said.text == "not applicable" else said


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
    order = {f"order of {' '.join(sorted(plan.modalities))}": " ".join(plan.sequence)}
    return Statement(words.about(named, differing.in_order(plan.sequence)), {"kinds": named}, order)


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
