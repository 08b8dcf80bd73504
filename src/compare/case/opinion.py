"""What one doctor said: who they are, what they found, what they plan, what it would do.

The numbers behind the fields (S0-2, S1-4 ...) are those of the sources that asked for them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator

from compare.answers import Answer, Count, plain_answer
from compare.case.findings import Findings
from compare.case.plan import Plan, Trial
from compare.case.rating import RATING_KEYS, Rating
from compare.errors import CompareError, as_pydantic, quoted
from compare.fields import (
    Amount,
    Day,
    Key,
    Limited,
    Name,
    NotNegative,
    Part,
    Text,
    Texts,
    YesNo,
    YesNoUnknown,
    first_twice,
    one_of,
)

LAYERS = ("diagnosis", "pathology", "stage", "biomarkers", "imaging", "operability", "prognosis", "treatment", "intent")
"""The layers on which two opinions may differ."""

AGREEMENT = ("same", "minor", "major", "not stated")

Layer = Annotated[str, one_of(*LAYERS)]
Agreement = Annotated[str, one_of(*AGREEMENT)]
Reviewed = Annotated[str, one_of("reviewed", "not reviewed", "not known")]


class Contact(Part):
    """Somebody to call (S2-17)."""

    name: Name
    role: Text | None = None
    phone: Text | None = None
    email: Text | None = None


class Doctor(Part):
    """Who gave the opinion (S0-2, S0-8, S0-13, S1-2, S2-5, S4-21..26); reviews are noted and never scored."""

    name: Name | None = None
    specialty: Text | None = None
    centre: Text | None = None
    centre_type: Annotated[str, one_of("community", "teaching", "national cancer centre", "other")] | None = None
    dedicated_interest: Annotated[str, one_of("this cancer", "broad cancer", "none known")] | None = None
    subtype_match: YesNoUnknown | None = None
    board_certified: YesNoUnknown | None = None
    fellowship: Text | None = None
    years: NotNegative | None = None
    patients_per_year: NotNegative | None = None
    hospital_cases_per_year: NotNegative | None = None
    surgeon_cases_per_year: NotNegative | None = None
    volume_source: Text | None = None
    volume_year: Text | None = None
    technique_available: YesNoUnknown | None = None
    publications: Text | None = None
    enrols_trial: YesNoUnknown | None = None
    referral_source: Text | None = None
    reviews: Text | None = None
    contacts: Annotated[tuple[Contact, ...], Limited] = ()


class Effect(Part):
    """Something that may happen, wanted or not: how often (of 100 people), by when, how bad, how long (section 4.4)."""

    name: Name
    chance: Rating | None = None
    grade: Annotated[Amount, Field(ge=1, le=5)] | None = None
    onset: Annotated[str, one_of("acute", "late")] | None = None
    lasts: Text | None = None
    manageable: YesNoUnknown | None = None

    @model_validator(mode="after")
    def _of_100(self) -> Effect:
        if self.chance and not _is_chance(self.chance.answer):
            answer = self.chance.answer
            raise as_pydantic(
                CompareError(
                    "This is not a chance out of 100 people.",
                    path=("chance",),
                    found=quoted(plain_answer(answer)),
                    allowed='a number from 0 to 100, a range such as [5, 10], a count such as "8 of 129"',
                    fix=f"write {{words: {quoted(answer)}}}" if isinstance(answer, str) else "count people out of 100",
                )
            )
        return self


def _is_chance(answer: Answer) -> bool:
    ends = answer if isinstance(answer, tuple) else (answer,)
    return (
        answer is None or isinstance(answer, Count) or all(isinstance(end, float) and 0 <= end <= 100 for end in ends)
    )


class Reviews(Part):
    """What the doctor looked at (S1-4..8)."""

    pathology: Reviewed | None = None
    target_tests: Reviewed | None = None
    stage: Reviewed | None = None
    physical_condition: Reviewed | None = None
    proposed_plan: Reviewed | None = None


def _form(given: Any) -> str:
    return "(several)" if isinstance(given, dict) and RATING_KEYS.isdisjoint(given) else "(one answer)"


def _form_of_attribute(given: Any) -> str:
    return _form(given) if given else "(one answer)"


ByGoal = dict[Text, Rating]
"""An answer for each goal of the patient, under the goal as it stands in ``patient.goals``."""

AttributeRating = Annotated[
    Annotated[Rating, Tag("(one answer)")] | Annotated[ByGoal, Tag("(several)")], Discriminator(_form_of_attribute)
]
"""One answer for the whole attribute, or one for each goal."""

CriterionRating = Annotated[
    Annotated[Rating, Tag("(one answer)")] | Annotated[dict[Key, AttributeRating], Tag("(several)")],
    Discriminator(_form),
]
"""One answer for the whole criterion, or one for each attribute."""


def _without_blanks(ratings: dict[str, Any]) -> dict[str, Any]:
    kept = {
        key: {name: _filled(answer) for name, answer in given.items() if answer is not None}
        if isinstance(given, dict)
        else given
        for key, given in ratings.items()
    }
    return {key: given for key, given in kept.items() if given is not None and given != {}}


def _filled(given: Any) -> Any:
    """Return the answers to an attribute without the goals that are blank."""
    return {goal: answer for goal, answer in given.items() if answer is not None} if isinstance(given, dict) else given


class Opinion(Part):
    """What one doctor or team recommends.

    Parameters
    ----------
    name : str
        What the opinion is called on every page, as in "Surgery first".
    doctor, date, mode, independence, written ...
        Who gave it and how (S0-1..5, S1-3, S1-9..12, S3-13).
    findings, agreement, plan : optional
        What was found, how it agrees with the first opinion layer by layer, what is planned.
    ratings : mapping
        Answers by criterion: one answer, or one by attribute; an attribute about goals: one answer, or one by goal.
    outcomes, side_effects : list of Effect
        What may happen.
    asked : mapping
        Questions that were put to this doctor and what they said ("" when there was no answer).
    alternatives, further_tests : list of str
        Options not thought of before, with the reasons (S4-57, S4-67); tests or visits still wanted (S4-69).
    trials : list of Trial
        Trials that this doctor named, here or elsewhere (S0-21).
    talked_with_other_doctor : bool, optional
        Whether the two doctors have talked (S2-24, S4-74).
    """

    name: Name
    doctor: Doctor | None = None
    kind: Annotated[str, one_of("first", "second", "third", "later", "hybrid")] | None = None
    date: Day | None = None
    mode: Annotated[str, one_of("in person", "video", "phone", "email", "records review")] | None = None
    independence: (
        Annotated[str, one_of("different institution", "same institution, other team", "same practice")] | None
    ) = None
    route: Annotated[str, one_of("doctor referred", "self-referred", "insurer required", "other")] | None = None
    initiated_by: Text | None = None
    written: YesNo | None = None
    shared_with: Texts = ()
    team_members: Texts = ()
    reviewed: Reviews | None = None
    agrees_with_diagnosis: Annotated[str, one_of("yes", "partly", "no", "not stated")] | None = None
    findings: Findings | None = None
    agreement: dict[Layer, Agreement] = Field(default_factory=dict)
    plan: Plan | None = None
    philosophy: Annotated[Amount, Field(ge=1, le=5)] | None = None
    influenced_by: Texts = ()
    ratings: dict[Key, CriterionRating] = Field(default_factory=dict)
    outcomes: Annotated[tuple[Effect, ...], Limited] = ()
    side_effects: Annotated[tuple[Effect, ...], Limited] = ()
    pros: Texts = ()
    cons: Texts = ()
    asked: dict[Text, Text] = Field(default_factory=dict)
    alternatives: Texts = ()
    further_tests: Texts = ()
    trials: Annotated[tuple[Trial, ...], Limited] = ()
    talked_with_other_doctor: YesNo | None = None
    rapport: Text | None = None
    notes: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, data: Any) -> Any:
        """Take a doctor's bare name, and leave blank answers out."""
        if not isinstance(data, dict):
            return data
        full = dict(data)
        if isinstance(full.get("doctor"), str):
            full["doctor"] = {"name": full["doctor"]}
        if isinstance(full.get("ratings"), dict):
            full["ratings"] = _without_blanks(full["ratings"])
        return full

    @model_validator(mode="after")
    def _distinct_effects(self) -> Opinion:
        effects = [("outcomes", place, effect.name) for place, effect in enumerate(self.outcomes)]
        effects += [("side_effects", place, effect.name) for place, effect in enumerate(self.side_effects)]
        twice = first_twice(name for *_, name in effects)
        if twice is not None:
            group, place, name = effects[twice]
            raise as_pydantic(
                CompareError(
                    "Two things that may happen have the same name.",
                    path=(group, place, "name"),
                    found=quoted(name),
                    allowed="each name once, in outcomes and side_effects together",
                    fix="give each a name of its own, or delete one",
                )
            )
        return self
