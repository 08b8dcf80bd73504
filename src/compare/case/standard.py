"""The questions that every doctor can be asked alike, read from data."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter

from compare.case.opinion import Opinion
from compare.case.rating import Rating
from compare.fields import Key, Name, Part, Text, Texts, YesNo, same_name, sized
from compare.trees import data_tree


class StandardQuestion(Part):
    """One question to every doctor.

    Parameters
    ----------
    key, question : str
        Its name, and its text: the key under which an answer is noted in ``asked``.
    ask : str
        Whom to ask; without it, the doctor who gave the opinion.
    interview : bool
        Whether it belongs to the questions put to every doctor when two plans differ (S2-18..24).
    needs_two : bool
        Whether it speaks of another doctor's opinion, so that it is not asked while there is one.
    urgent : bool
        Whether it is among the few to ask when time is short (S4-93).
    known_from : list of str
        The fields of an opinion that answer it too, as ``plan.guideline``.
    source : str
        The requests behind it.
    """

    key: Key
    question: Name
    ask: Text = ""
    interview: YesNo = False
    needs_two: YesNo = False
    urgent: YesNo = False
    known_from: Texts = ()
    source: Text = ""

    def asked_of(self, opinion: Opinion) -> bool:
        """Tell whether this was put to a doctor, or answered without being asked; an empty answer counts as asked.

        Examples
        --------
        >>> question = StandardQuestion(key="written", question="Can we have this in writing?", known_from=["written"])
        >>> question.asked_of(Opinion(name="A")), question.asked_of(Opinion(name="A", written=True))
        (False, True)
        """
        return note_on(opinion, self.question) is not None or bool(self.facts_of(opinion))

    def facts_of(self, opinion: Opinion) -> dict[str, Any]:
        """Return the fields of an opinion that answer this question, by their path; nothing that is not known."""
        found = {path: _at(opinion, path) for path in self.known_from}
        return {path: value for path, value in found.items() if _says_something(value)}


def note_on(opinion: Opinion, question: str) -> str | None:
    """Return what is noted under a question: an empty text where it was asked and not answered, None where not asked.

    Examples
    --------
    >>> note_on(Opinion(name="A", asked={"Can I work?": "Half days"}), "can I work?")
    'Half days'
    """
    noted = (text for asked, text in opinion.asked.items() if same_name(asked) == same_name(question))
    return next(noted, None)


def _at(opinion: Opinion, path: str) -> Any:
    place: Any = opinion
    for step in path.split("."):
        place = place.get(step) if isinstance(place, dict) else getattr(place, step, None)
    return place


def _says_something(value: Any) -> bool:
    if isinstance(value, Rating):
        return value.known or bool(value.words)
    return value is not False and value not in (None, (), {}, "not stated", "not known")


@cache
def standard_questions() -> tuple[StandardQuestion, ...]:
    """Return the questions of ``data/questions.yaml``, in their order.

    Examples
    --------
    >>> standard_questions()[0].question
    'Why does your plan differ from the other one?'
    """
    several = Annotated[tuple[StandardQuestion, ...], sized(1)]
    return TypeAdapter(several).validate_python(data_tree("questions")["questions"])


def interview_questions() -> tuple[StandardQuestion, ...]:
    """Return the questions to put to every doctor alike when two plans differ (S2-18..24)."""
    return tuple(question for question in standard_questions() if question.interview)
