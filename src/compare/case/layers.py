"""The layers on which opinions can differ, from what the tissue shows to where the treatment is given, and who settles what.

All of it is read from ``data/layers.yaml``, which a clinician can change.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Literal

from compare.case.plan import Modality
from compare.fields import Amount, Key, Limited, Name, Part, Text, Texts, YesNo, one_of, same_name, sized
from compare.trees import data_tree


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


class Volume(Part):
    """How many operations a year a published list asks for, of the hospital and of the surgeon (S0-13, section 4.5)."""

    operation: Name
    named: Texts
    hospital: Amount
    surgeon: Amount
    source: Text

    def is_for(self, illness: str) -> bool:
        """Tell whether it is about an illness."""
        return _begins(illness, self.named)


class LayerRules(Part):
    """Everything in ``data/layers.yaml``."""

    layers: Annotated[tuple[Layer, ...], sized(1)]
    treatments: Annotated[tuple[Treatment, ...], Limited] = ()
    third_opinion: ThirdOpinionTime
    volumes: Annotated[tuple[Volume, ...], Limited] = ()
    old_studies_years: Amount


@cache
def layer_rules() -> LayerRules:
    """Return the rules of ``data/layers.yaml``."""
    return LayerRules.model_validate(data_tree("layers"))


def built_in_layers() -> tuple[Layer, ...]:
    """Return the layers, in the order of the chain: a difference further up often explains one further down.

    Examples
    --------
    >>> [layer.key for layer in built_in_layers()][:4]
    ['diagnosis', 'pathology', 'biomarkers', 'imaging']
    """
    return layer_rules().layers


def _begins(text: str, beginnings: Iterable[str]) -> bool:
    return any(f" {beginning}" in f" {same_name(text)}" for beginning in beginnings)
