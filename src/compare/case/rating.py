"""One answer with its source: who said it, when, in writing or not, in which words."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, model_serializer, model_validator

from compare.answers import NOT_KNOWN, Answer, parse_answer, plain_answer
from compare.errors import CompareError, as_pydantic
from compare.fields import Part, Text, When, YesNo, one_of


def _answer(raw: Any) -> Answer:
    try:
        return parse_answer(raw)
    except CompareError as error:
        raise as_pydantic(error) from None


class Rating(Part):
    """One answer and where it comes from.

    Parameters
    ----------
    answer : float, str, tuple, Count or None
        A number or level, a range, a count; None when nothing is known.
    why : str, optional
        Why nothing is known: ``not asked``, ``asked, no answer``, ``words only``, ``not applicable``, ``not known``.
    said_by, when, written, words : optional
        Who said it, when, whether it is in writing, in which words. A word such as "common" stays the doctor's word; it
        never becomes a number (rules R12, R13).
    time, group, source : str, optional
        For a chance: by what time, among which people, published where (rule R9).

    Examples
    --------
    >>> Rating.model_validate("8 of 129").answer
    Count(happened=8, total=129)
    >>> Rating.model_validate({"words": "quite common"}).why
    'words only'
    """

    answer: Annotated[Answer, BeforeValidator(_answer)] = None
    why: Annotated[str, one_of(*NOT_KNOWN)] | None = None
    said_by: Text | None = None
    when: When | None = None
    written: YesNo | None = None
    words: Text | None = None
    time: Text | None = None
    group: Text | None = None
    source: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, data: Any) -> Any:
        if isinstance(data, Rating):
            return data
        full = dict(data) if isinstance(data, dict) else {"answer": data}
        if isinstance(full.get("answer"), str) and full["answer"].strip().casefold() in NOT_KNOWN:
            full["why"] = full.pop("answer").strip().casefold()
        if full.get("answer") is None:
            full["why"] = full.get("why") or ("words only" if full.get("words") else "not asked")
        elif full.get("why") is not None:
            raise as_pydantic(
                CompareError(
                    "There is an answer and also a reason why there is none.",
                    path=("why",),
                    found=str(full["why"]),
                    allowed="an answer, or a reason",
                    fix="delete one of the two",
                )
            )
        return full

    @property
    def known(self) -> bool:
        """Tell whether there is an answer (a range is one)."""
        return self.answer is not None

    @model_serializer
    def plain(self) -> Any:
        """Return the answer as it stands in a file: the bare value where nothing else is said."""
        said = {key: value for key, value in self if key != "answer" and value is not None}
        implied = "words only" if self.words else "not asked"
        if self.known:
            return {"answer": plain_answer(self.answer), **said} if said else plain_answer(self.answer)
        if set(said) == {"why"}:
            return self.why
        if self.why == implied:
            said.pop("why")
        return said


RATING_KEYS = frozenset(Rating.model_fields)
"""The keys of a long answer; no attribute may be called so."""

NOT_ASKED = Rating(why="not asked")
