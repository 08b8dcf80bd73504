"""The state of getting ready: reasons, records, calls, costs, questions, visits. All of it is optional."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from compare.case.opinion import Doctor
from compare.fields import (
    Day,
    Limited,
    Name,
    NotNegative,
    OnScale,
    Part,
    Text,
    Texts,
    When,
    YesNo,
    YesNoUnknown,
    one_of,
)

State = Annotated[str, one_of("open", "in progress", "done", "not needed")]
Coverage = Annotated[str, one_of("covered", "part", "not covered", "required", "not known")]


class Step(Part):
    """One step of the plan, in which week and with what at hand (S4-1..7, S4-94)."""

    state: State = "open"
    owner: Text | None = None
    due: Day | None = None
    done: Day | None = None
    week: Text | None = None
    resources: Texts = ()
    note: Text | None = None


class Record(Part):
    """One kind of record: the report and the images or slides are two separate ticks (S0-34..36, S4-12..20)."""

    needed: YesNo | None = None
    requested: Day | None = None
    received: Day | None = None
    sent: Day | None = None
    have_report: YesNo | None = None
    have_images: YesNo | None = None
    slides_sent: YesNo | None = None
    note: Text | None = None


class Specialist(Doctor):
    """A doctor who might give the next opinion, and what it takes to get there (S4-21..33)."""

    travel: Text | None = None
    visits: Text | None = None
    support_services: Text | None = None
    parking: Text | None = None
    lodging: Text | None = None
    by_video: YesNoUnknown | None = None
    earliest: When | None = None
    note: Text | None = None


class Call(Part):
    """One call to an insurer, what it pays (of 100) and whom it has under contract (S4-34..42)."""

    date: Day | None = None
    insurer: Text | None = None
    question: Text | None = None
    answer: Text | None = None
    spoke_to: Text | None = None
    reference: Text | None = None
    coverage: Coverage | None = None
    percent_covered: OnScale | None = None
    network: Text | None = None


class Cost(Part):
    """One cost and who pays it (S4-43..48, C4)."""

    what: Text
    low: NotNegative | None = None
    high: NotNegative | None = None
    currency: Text | None = None
    payer: Text | None = None
    per: Annotated[str, one_of("once", "month")] | None = None
    coverage: Coverage | None = None


class MedicalSummary(Part):
    """One page for the new doctor (S4-49..55)."""

    timeline: Texts = ()
    medicines: Texts = ()
    family_history: Texts = ()
    earlier_treatment: Texts = ()
    symptoms: Texts = ()


class OwnQuestion(Part):
    """A question of the family's own (S0-30)."""

    question: Text
    asked_by: Text | None = None
    ask: Text | None = None
    answered: YesNo | None = None


class Visit(Part):
    """The visit itself (S0-37, S0-38, S1-30..34, S4-63, S4-64)."""

    date: Day | None = None
    doctor: Text | None = None
    support_person: Text | None = None
    note_taker: Text | None = None
    recording_consent: YesNo | None = None
    diagnosis_understood: Text | None = None
    stage_understood: Text | None = None
    goal_understood: Text | None = None


class Preparation(Part):
    """How far the family has got (S0-5..7, S1-17..27, S3-10..19, S4-1..55, S4-89..93), and the script for the talk (S4-10)."""

    reasons: Texts = ()
    triggers: Texts = ()
    barriers: Texts = ()
    script: Text | None = None
    challenges: Texts = ()
    steps: dict[Text, Step] = Field(default_factory=dict)
    records: dict[Text, Record] = Field(default_factory=dict)
    specialists: Annotated[tuple[Specialist, ...], Limited] = ()
    calls: Annotated[tuple[Call, ...], Limited] = ()
    costs: Annotated[tuple[Cost, ...], Limited] = ()
    summary: MedicalSummary | None = None
    questions: Annotated[tuple[OwnQuestion, ...], Limited] = ()
    visits: Annotated[tuple[Visit, ...], Limited] = ()
    started: Day | None = None
    short_on_time: YesNo | None = None


class Decision(Part):
    """What was decided, in the person's own words (S0-40, S3-21..23, S4-82..88)."""

    outcome: Annotated[str, one_of("stay", "switch", "combine", "third opinion", "take time", "undecided")] | None = (
        None
    )
    opinion: Name | None = None
    statement: Text | None = None
    confidence: Annotated[NotNegative, Field(le=10)] | None = None
    decided_by: Text | None = None
    date: Day | None = None
    care_transfer: Annotated[str, one_of("stay", "transfer", "shared")] | None = None
    next_dates: dict[Text, When] = Field(default_factory=dict)
    open_points: Texts = ()
