"""The kinds of field that a file is made of: names, texts, numbers, days, words from a list.

A blank field in a file counts as not filled in. A text may be written as a number (``stage: 3``); a number may be written
in quotes; a truth value is never either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from compare import limits
from compare.errors import CompareError, as_pydantic, did_you_mean, listed, quoted, unknown
from compare.faults import first_fault
from compare.trees import clean_text, is_number, number_from

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class Part(BaseModel):
    """A piece of a case: frozen, strict about its keys, blank fields left out."""

    model_config = ConfigDict(frozen=True, extra="forbid", revalidate_instances="never", defer_build=True)

    def __init__(self, /, **data: Any) -> None:
        try:
            super().__init__(**data)
        except ValidationError as error:
            raise first_fault(error) from None

    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]  # only what is made by hand comes this way

    @model_validator(mode="before")
    @classmethod
    def _known_keys(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        names = [field.alias or name for name, field in cls.model_fields.items()]
        for key in data:
            if key not in names and key not in cls.model_fields:
                fix = did_you_mean(str(key), names)
                raise as_pydantic(
                    CompareError(
                        "This key is not known here.",
                        path=(key,),
                        found=quoted(key),
                        allowed=listed(names),
                        fix=fix or "delete it, or use one of these",
                    )
                )
        return {key: value for key, value in data.items() if value is not None}


def as_number(raw: Any) -> float:
    """Return a number from a number or from digits in quotes; nothing else is one."""
    try:
        number = number_from(raw)
    except CompareError as error:
        raise as_pydantic(error) from None
    if number is not None:
        return number
    comma = isinstance(raw, str) and is_number(raw.strip().replace(",", "."))
    fix = f"write {raw.strip().replace(',', '.')}" if comma else "write digits, as in 12.5"
    raise as_pydantic(CompareError("This is not a number.", found=quoted(_told(raw)), allowed="a number", fix=fix))


def as_text(raw: Any) -> str:
    """Return text; a number is taken as it was written."""
    if isinstance(raw, str):
        return _clean(raw)
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return str(getattr(raw, "text", None) or (int(raw) if raw == int(raw) else raw))
    raise as_pydantic(
        CompareError("This is not a text.", found=quoted(_told(raw)), allowed="a text", fix="put it in quotes")
    )


def _clean(raw: str) -> str:
    try:
        return clean_text(raw)
    except CompareError as error:
        raise as_pydantic(error) from None


def as_name(raw: Any) -> str:
    """Return a name: one line of text that can be seen, at most 200 letters."""
    if not isinstance(raw, str):
        raise as_pydantic(
            CompareError("This is not a name.", found=quoted(_told(raw)), allowed="a text", fix="put it in quotes")
        )
    name = _clean(raw).strip()
    seen = any(unicodedata.category(char)[0] not in "CZM" for char in name)
    if not seen or "\n" in name or len(name) > limits.NAME_LETTERS:
        found = f"{len(name)} letters" if len(name) > limits.NAME_LETTERS else quoted(raw) or "nothing"
        raise as_pydantic(
            CompareError(
                "This is not a name.",
                found=found,
                allowed=f"one line of 1 to {limits.NAME_LETTERS} letters",
                fix="write a short name",
            )
        )
    return name


def as_key(raw: Any) -> str:
    """Return the key of a criterion or attribute: a name that can stand in ``--weights`` and in a column."""
    key = as_name(raw)
    for sign in (",", "=", "__", " over "):
        if sign in key:
            raise as_pydantic(
                CompareError(
                    "This cannot be a key.",
                    found=quoted(key),
                    allowed=f"a word without `{sign.strip()}`",
                    fix="rename it",
                )
            )
    return key


def same_name(name: str) -> str:
    r"""Return a form in which two spellings of one name are equal (width, case, composed letters, signs of no width).

    Examples
    --------
    >>> same_name("Ｄr. Ruíz") == same_name("dr. RUI\u0301Z") == same_name("Dr. Ruíz\u200b")
    True
    """
    if name.isascii():
        return name.casefold().strip()
    seen = "".join(char for char in name if unicodedata.category(char) != "Cf")
    return unicodedata.normalize("NFKC", seen).casefold().strip()


def _as_day(raw: Any) -> Any:
    if isinstance(raw, date):
        return raw
    if isinstance(raw, str) and _DAY.fullmatch(raw.strip()):
        try:
            return date.fromisoformat(raw.strip())
        except ValueError:
            raise as_pydantic(
                CompareError(
                    "There is no such day.",
                    found=quoted(raw),
                    allowed="a day of the calendar",
                    fix="look at the month and the day",
                )
            ) from None
    raise as_pydantic(
        CompareError(
            "This is not a day.",
            found=quoted(_told(raw)),
            allowed="year-month-day, as in 2026-03-31",
            fix="write it so",
        )
    )


def _as_when(raw: Any) -> str:
    text = raw.isoformat() if isinstance(raw, date) else as_text(raw)
    return _as_day(text).isoformat() if _DAY.fullmatch(text.strip()) else text


def _as_yes_no(raw: Any) -> bool:
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, str) and raw.strip().casefold() in _YES_NO:
        return _YES_NO[raw.strip().casefold()]
    raise as_pydantic(
        CompareError("This is not yes or no.", found=quoted(raw), allowed="yes, no", fix="write yes or no")
    )


def one_of(*options: str) -> BeforeValidator:
    """Return a check that takes one of several words, whatever their case, and suggests the nearest."""

    def check(raw: Any) -> str:
        word = as_text(raw).strip()
        for option in options:
            if same_name(word).replace("_", " ") == same_name(option):
                return option
        raise as_pydantic(unknown("one of the words for this", word, options))

    return BeforeValidator(check)


def sized(least: int = 0, most: int = limits.ITEMS) -> BeforeValidator:
    """Return a check of how many items a list or mapping has, made before any of them is looked at."""

    def check(items: Any) -> Any:
        if isinstance(items, list | tuple | dict) and not least <= len(items) <= most:
            amount = f"{least} to {most}" if least else f"at most {most}"
            raise as_pydantic(
                CompareError(
                    "This is not the right number of items.",
                    found=f"{len(items)}",
                    allowed=amount,
                    fix="keep the ones that count" if len(items) > most else "add what is missing",
                )
            )
        return items

    return BeforeValidator(check)


def first_twice(names: Iterable[str]) -> int | None:
    """Return the place of the first name that has been there before, or None."""
    seen: set[str] = set()
    for place, name in enumerate(names):
        if same_name(name) in seen:
            return place
        seen.add(same_name(name))
    return None


def _told(raw: Any) -> Any:
    if isinstance(raw, bool):
        return str(raw).lower()
    if isinstance(raw, dict):
        return f"a mapping with {', '.join(map(str, raw))}"
    if isinstance(raw, float):
        return getattr(raw, "text", f"{raw:g}")
    return "a list" if isinstance(raw, list | tuple) else "nothing" if raw is None else raw


Text = Annotated[str, BeforeValidator(as_text)]
Name = Annotated[str, BeforeValidator(as_name)]
Key = Annotated[str, BeforeValidator(as_key)]
Day = Annotated[date, BeforeValidator(_as_day)]
When = Annotated[str, BeforeValidator(_as_when)]
YesNo = Annotated[bool, BeforeValidator(_as_yes_no)]
Amount = Annotated[float, BeforeValidator(as_number)]
OnScale = Annotated[float, BeforeValidator(as_number), Field(ge=0, le=100)]
NotNegative = Annotated[float, BeforeValidator(as_number), Field(ge=0)]
OutOf10 = Annotated[float, BeforeValidator(as_number), Field(ge=0, le=10)]
Texts = Annotated[tuple[Text, ...], sized()]
Limited = sized()
YesNoUnknown = Annotated[str, one_of("yes", "no", "not known")]
