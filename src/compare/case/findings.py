"""What a doctor found, layer by layer, and whether they looked themselves."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_serializer, model_validator

from compare.fields import Name, Part, Text, When, YesNo, one_of


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


class Operability(Finding):
    """Whether the doctor thinks that it can be operated, in one of five words, and where that comes from (S0-33)."""

    answer: Annotated[str, one_of("operable", "borderline", "inoperable", "not applicable", "not stated")] | None = None


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
    operability: Operability | None = None
    prognosis: Finding | None = None
