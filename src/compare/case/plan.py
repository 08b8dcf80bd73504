"""What a doctor would do: the treatments, their aim and order, the trial, what comes if it does not work."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from compare.fields import Amount, Day, Limited, Name, Part, Text, Texts, When, YesNo, YesNoUnknown, one_of

Modality = Annotated[
    str,
    one_of(
        "surgery", "radiation", "chemotherapy", "immunotherapy", "targeted drug", "hormone therapy", "transplant",
        "liver-directed treatment", "active surveillance", "watchful waiting", "supportive care", "clinical trial", "other",
    ),
]  # fmt: skip
Intent = Annotated[
    str,
    one_of(
        "curative", "neoadjuvant", "adjuvant", "consolidation", "maintenance", "life-prolonging", "palliative", "supportive",
        "active surveillance", "watchful waiting", "clinical trial", "end of life",
    ),
]  # fmt: skip


class Trial(Part):
    """A clinical trial (S0-10, S0-21, S0-24, S1-22)."""

    id: Text | None = None
    name: Text | None = None
    site: Text | None = None
    travel_paid: YesNoUnknown | None = None
    eligible: YesNoUnknown | None = None
    checked_by: Text | None = None


class OtherOption(Part):
    """A way that no opinion plans, such as watch and wait or no treatment now, answered or dismissed (R19)."""

    option: Text
    considered: YesNo | None = None
    why: Text | None = None


class Guideline(Part):
    """The guideline that the doctor named (S2-29)."""

    name: Text
    version: Text | None = None
    date: When | None = None
    category: Text | None = None


class Plan(Part):
    """What the doctor would do (S0-9, S0-15, S0-21..28, S1-8, S1-28, S3-9, S4-81)."""

    name: Name | None = None
    modalities: Annotated[tuple[Modality, ...], Limited] = ()
    intent: Intent | None = None
    palliative_care_offered: YesNo | None = None
    sequence: Texts = ()
    trial: Trial | None = None
    contingencies: Texts = ()
    advising_site: Text | None = None
    delivery_site: Text | None = None
    unavailable_locally: Texts = ()
    guideline: Guideline | None = None
    evidence_date: When | None = None
    evidence_blocks: dict[Text, Annotated[Amount, Field(ge=1, le=5)]] = Field(default_factory=dict)
    earliest_start: Day | None = None
    next_dates: dict[Text, Day] = Field(default_factory=dict)
    built_from: Texts = ()
    needs_doctor_to_confirm: YesNo | None = None
    integrative_therapies: Text | None = None
    team: Text | None = None
