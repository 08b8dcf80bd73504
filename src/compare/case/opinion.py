"""What one doctor said: who they are, what they found, what they plan, what it would do.

The numbers behind the fields (S0-2, S1-4 ...) are those of the sources that asked for them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_serializer, model_validator

from compare.case.plan import Plan
from compare.case.rating import RATING_KEYS, Rating
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
    When,
    YesNo,
    YesNoUnknown,
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


class Finding(Part):
    """What a doctor found on one layer, and whether they looked themselves (S0-33, S2-6)."""

    answer: Text | None = None
    reread: YesNo | None = None
    said_by: Text | None = None
    when: When | None = None
    written: YesNo | None = None
    words: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, data: Any) -> Any:
        return {"answer": data} if isinstance(data, str | float | int) and not isinstance(data, bool) else data

    @model_serializer
    def plain(self) -> Any:
        """Return the finding as it stands in a file: the bare text where nothing else is said."""
        said = {key: value for key, value in self if value is not None}
        return self.answer if set(said) == {"answer"} else said


_STATES = ("done", "not done", "not known", "not applicable")


class Biomarker(Part):
    """Whether a test for a treatment target was done, and its result (S0-12, S2-8)."""

    state: Annotated[str, one_of(*_STATES)]
    result: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        word = data.strip().casefold()
        return {"state": word} if word in _STATES else {"state": "done", "result": data}

    @model_serializer
    def plain(self) -> Any:
        """Return the test as it stands in a file: its result, or its state."""
        if self.result is None:
            return self.state
        plain = self.state == "done" and self.result.strip().casefold() not in _STATES
        return self.result if plain else {"state": self.state, "result": self.result}


class Findings(Part):
    """What the doctor found, layer by layer (S0-33, S1-4..7, S2-6..9)."""

    diagnosis: Finding | None = None
    pathology: Finding | None = None
    cell_type: Finding | None = None
    grade: Finding | None = None
    stage: Finding | None = None
    tnm: Text | None = None
    extent: Finding | None = None
    biomarkers: dict[Name, Biomarker] = Field(default_factory=dict)
    imaging: Finding | None = None
    operability: (
        Annotated[str, one_of("operable", "borderline", "inoperable", "not applicable", "not stated")] | None
    ) = None
    prognosis: Finding | None = None


class Effect(Part):
    """Something that may happen, wanted or not: how often, by when, how bad, how long (section 4.4)."""

    name: Name
    chance: Rating | None = None
    grade: Annotated[Amount, Field(ge=1, le=5)] | None = None
    onset: Annotated[str, one_of("acute", "late")] | None = None
    lasts: Text | None = None
    manageable: YesNoUnknown | None = None


class Reviews(Part):
    """What the doctor looked at (S1-4..8)."""

    pathology: Reviewed | None = None
    target_tests: Reviewed | None = None
    stage: Reviewed | None = None
    physical_condition: Reviewed | None = None
    proposed_plan: Reviewed | None = None


def _form(ratings: Any) -> str:
    if isinstance(ratings, Rating) or not isinstance(ratings, dict):
        return "(one answer)"
    return "(one answer)" if any(key in RATING_KEYS for key in ratings) else "(attributes)"


CriterionRating = Annotated[
    Annotated[Rating, Tag("(one answer)")] | Annotated[dict[Key, Rating], Tag("(attributes)")], Discriminator(_form)
]
"""One answer for the whole criterion, or one for each attribute."""


def _without_blanks(ratings: dict[str, Any]) -> dict[str, Any]:
    kept = {
        key: {name: answer for name, answer in given.items() if answer is not None}
        if isinstance(given, dict)
        else given
        for key, given in ratings.items()
    }
    return {key: given for key, given in kept.items() if given is not None and given != {}}


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
        Answers by criterion: one answer, or one by attribute.
    outcomes, side_effects : list of Effect
        What may happen.
    asked : mapping
        Questions that were put to this doctor and what they said ("" when there was no answer).
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

    def rating(self, criterion: str, attribute: str | None = None) -> Rating | None:
        """Return the answer on a criterion (or on one attribute of it), None where there is none."""
        given = self.ratings.get(criterion)
        if attribute is None:
            return given if isinstance(given, Rating) else None
        return given.get(attribute) if isinstance(given, dict) else None
