"""The people who decide: who they are, what matters to them, what their first choice was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field, model_validator

from compare import weights
from compare.case.anchors import Anchors
from compare.errors import CompareError, as_pydantic, did_you_mean, listed, quoted
from compare.fields import (
    Amount,
    Key,
    Limited,
    Name,
    NotNegative,
    OnScale,
    OutOf10,
    Part,
    Text,
    Texts,
    When,
    YesNo,
    one_of,
)

Judgement = Name


_PATIENT = "patient"


class StatedWeights(Part):
    """What a person said about what matters, in exactly one way, kept as they said it."""

    equal: YesNo | None = None
    points: dict[Key, OnScale] | None = None
    swing: dict[Key, OnScale] | None = None
    ranking: Annotated[tuple[Key, ...], Limited] | None = None
    pairwise: dict[Judgement, Amount] | None = None
    swing_ranges: dict[Key, tuple[OnScale, OnScale]] | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> StatedWeights:
        given = [name for name in type(self).model_fields if getattr(self, name) is not None]
        if len(given) != 1 or self.equal is False:
            raise as_pydantic(
                CompareError(
                    "Weights are given in exactly one way.",
                    found=listed(given) or "nothing",
                    allowed=listed(type(self).model_fields),
                    fix="keep one of them; or leave `weights` out",
                )
            )
        return self

    @property
    def how(self) -> str:
        """Return the way they were given."""
        return next(name for name in type(self).model_fields if getattr(self, name) is not None)

    def on(self, names: Sequence[str]) -> weights.Weights:
        """Return the weights of the criteria ``names``.

        Raises
        ------
        CompareError
            A criterion is missing or unknown, or the judgements cannot be used.
        """
        if self.equal:
            return weights.equal(names, stated=True)
        given: Any = getattr(self, self.how)
        try:
            named = given if self.how != "pairwise" else dict.fromkeys(n for key in given for n in weights.pair_of(key))
            weights.check_names(named, names)
            stated: weights.Weights = getattr(weights, self.how)(given)
            return stated.bound_to(names)
        except CompareError as error:
            raise error.at(path=(self.how,)) from None


class GutChoice(Part):
    """Which opinion a person leaned to, asked before or after the weights (R21, S4-88)."""

    opinion: Name | None = None
    when: When | None = None
    words: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, data: Any) -> Any:
        return {"opinion": data} if isinstance(data, str) else data


class Certainty(Part):
    """How sure a person feels, 0-10, in four plain parts (R27); it never blocks anything."""

    knows_enough: OutOf10 | None = None
    clear_what_matters: OutOf10 | None = None
    supported: OutOf10 | None = None
    sure: OutOf10 | None = None


class Person(Part):
    """Somebody who says what matters to them.

    Parameters
    ----------
    name, role : str
        Whose weights these are; the role ``patient`` marks the patient.
    weights : StatedWeights, optional
        How they weigh the criteria; absent when they have not said.
    anchors : mapping of str to Anchors
        Under which ends of the scales they said so, by criterion; where it is absent nothing is held against it (R1).
    gut_first, gut_later : GutChoice, optional
        First and later choice.
    before, after : Certainty, optional
        How sure they felt before and after.
    first_look : mapping, optional
        Ratings given blind, by opinion and criterion, 0-100 (R15).
    concerns : list of str
        What else is on their mind.
    """

    name: Name
    role: Text = ""
    weights: StatedWeights | None = None
    anchors: dict[Key, Anchors] = Field(default_factory=dict)
    gut_first: GutChoice | None = None
    gut_later: GutChoice | None = None
    before: Certainty | None = None
    after: Certainty | None = None
    first_look: dict[Name, dict[Key, OnScale]] = Field(default_factory=dict)
    concerns: Texts = ()

    @model_validator(mode="after")
    def _spells_patient(self) -> Person:
        role = self.role.strip().casefold()
        if role != _PATIENT and did_you_mean(role, [_PATIENT], alike=0.84):
            raise as_pydantic(
                CompareError(
                    "This role is nearly `patient`, and the patient's weights count first.",
                    path=("role",),
                    found=quoted(self.role),
                    allowed="patient, or another word such as daughter",
                    fix="write `patient` if this is the patient",
                )
            )
        return self

    @property
    def is_patient(self) -> bool:
        """Tell whether this is the patient."""
        return self.role.strip().casefold() == _PATIENT


class Patient(Part):
    """Whose illness it is (S0-1, S2-4, S4-70, section 4.2), and the score of the COST-FACIT questions about money (PMC10772523)."""

    condition: Text | None = None
    stage: Text | None = None
    tnm: Text | None = None
    ecog: Annotated[Amount, Field(ge=0, le=5)] | None = None
    other_conditions: Texts = ()
    goals: Texts = ()
    approach: Annotated[Amount, Field(ge=1, le=5)] | None = None
    journey_point: (
        Annotated[
            str,
            one_of(
                "new diagnosis before treatment",
                "during treatment",
                "recurrence or progression",
                "after treatment",
                "other",
            ),
        ]
        | None
    ) = None
    fast_growing: YesNo | None = None
    fast_growing_said_by: Text | None = None
    primary_doctor: Annotated[str, one_of("told", "not told")] | None = None
    age: NotNegative | None = None
    cost_facit_score: NotNegative | None = None
