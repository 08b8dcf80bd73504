"""The insurer: what to ask, what was said on the phone, what it costs, and what to do after a no.

Whether something is paid is a fact that somebody checked, with a name and a number of the call; it is never taken for
granted. What holds in one country only is said to hold there, or left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from compare import words
from compare.case import Case
from compare.case.preparation import Call
from compare.errors import expect
from compare.fields import Text, same_name
from compare.preparation.costs import Line, Sum, by_payer, lines_of, out_of_pocket
from compare.preparation.lists import Item, checklist
from compare.tabular import Row, Spoken
from compare.words import paying as told

_US = frozenset({"us", "u.s.", "usa", "u.s.a.", "united states", "the united states", "united states of america"})


class Local(Item):
    """A line that may hold in one country only."""

    country: Text = ""


class ToAsk(Local):
    """A question to the insurer."""

    label: Text = ""
    question: Text
    known_from: Text = ""


@dataclass(frozen=True)
class Asked:
    """A question to the insurer, and what came back.

    Parameters
    ----------
    key, question : str
        What to ask.
    answer : str
        What is noted, empty for nothing yet.
    """

    key: str
    question: str
    answer: str


@dataclass(frozen=True, repr=False)
class Insurer(Spoken):
    """The insurer and the costs.

    Parameters
    ----------
    case : Case
        Whose they are.
    questions : tuple of Asked
        What to ask, with the answers noted.
    calls : tuple of Call
        The log of the calls.
    costs : tuple of Line
        Every cost, with who pays it.
    ours, others : tuple of Sum
        What the family may have to pay, and what others pay, by currency.
    help, after_a_no : tuple of str
        Who can help with money; what to do when the insurer says no.
    """

    case: Case
    questions: tuple[Asked, ...]
    calls: tuple[Call, ...]
    costs: tuple[Line, ...]
    ours: tuple[Sum, ...]
    others: tuple[Sum, ...]
    help: tuple[str, ...]
    after_a_no: tuple[str, ...]

    @property
    def open_questions(self) -> tuple[Asked, ...]:
        """Return the questions without an answer."""
        return tuple(each for each in self.questions if not each.answer)

    @property
    def said_no(self) -> bool:
        """Tell whether the last call that spoke of it said that it is not covered."""
        stated = [call.coverage for call in self.calls if call.coverage]
        return bool(stated) and stated[-1] == "not covered"

    def rows(self) -> Sequence[Row]:
        """Return a row for each call."""
        return [call.model_dump() for call in self.calls]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each question with its answer."""
        return [("", told.ANSWER), *((each.question, each.answer or told.NOT_ASKED) for each in self.questions)]

    def heading(self) -> str:
        """Return how many questions are answered."""
        return told.answered(len(self.questions) - len(self.open_questions), len(self.questions))

    def notes(self) -> Sequence[str]:
        """Return the sentences below the table."""
        return self.sentences()[1:]

    def sentence(self) -> str:
        """Return how many questions are answered, and what was said about paying."""
        return f"{self.heading()} {self._on_coverage()}"

    def on_calls(self) -> list[str]:
        """Return how many questions are answered, what was said about paying, and what is missing in the log."""
        unproved = [
            told.call(place, call.date)
            for place, call in enumerate(self.calls, 1)
            if not (call.spoke_to and call.reference)
        ]
        return [
            self.heading(),
            self._on_coverage(),
            *([told.unproved(unproved)] if unproved else []),
        ]

    def sentences(self) -> list[str]:
        """Return what was said, what is missing in the log, what it may cost, what to do after a no."""
        return [
            *self.on_calls(),
            *(each.sentence() for each in (*self.ours, *self.others)),
            *([told.NOT_ADDED] if len(self.ours) > 1 else []),
            *([told.steps_after_a_no(self.after_a_no)] if self.said_no else []),
        ]

    def _on_coverage(self) -> str:
        stated = [call for call in self.calls if call.coverage and call.coverage != "not known"]
        if not stated:
            return told.NEVER_ASSUMED
        last = stated[-1]
        return told.coverage(last.coverage or "", last.spoke_to, last.reference)

    def plain(self) -> dict[str, Any]:
        """Return everything as plain mappings and lists, as for JSON; days as year-month-day."""
        return {
            "questions": [asdict(each) for each in self.questions],
            "calls": [call.model_dump(mode="json") for call in self.calls],
            "costs": [asdict(line) for line in self.costs],
            "out_of_pocket": [asdict(each) for each in self.ours],
            "paid_by_others": [asdict(each) for each in self.others],
            "help": list(self.help),
            "after_a_no": list(self.after_a_no),
            "sentences": self.sentences(),
        }

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return self.sentence()


def insurer(case: Case) -> Insurer:
    """Return what to ask the insurer, what was said, and what it may cost.

    Parameters
    ----------
    case : Case
        What the family noted.

    Returns
    -------
    Insurer
        Questions, calls, costs by payer and currency, help, and what to do after a no (S4-34..48, S4-90).

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> call = {"coverage": "covered", "spoke_to": "Ms. Vane", "reference": "4711"}
    >>> insurer(Case(opinions=[{"name": "Surgery"}], preparation={"calls": [call]})).sentences()[1]
    'They said: covered (Ms. Vane, number 4711).'
    """
    expect(case, Case)
    costs = lines_of(case)
    return Insurer(
        case=case,
        questions=tuple(_asked(case, each) for each in checklist("insurer_questions", ToAsk) if holds_in(case, each)),
        calls=case.noted.calls,
        costs=costs,
        ours=out_of_pocket(costs),
        others=by_payer(costs),
        help=_lines(case, "insurer_help"),
        after_a_no=_lines(case, "insurer_says_no"),
    )


def holds_in(case: Case, line: Local) -> bool:
    """Tell whether a line holds in the country of a case; where no country is stated, every line is shown."""
    return not line.country or case.country is None or same_name(case.country) in _US


def _lines(case: Case, name: str) -> tuple[str, ...]:
    return tuple(_labelled(case, line, line.label) for line in checklist(name, Local) if holds_in(case, line))


def _labelled(case: Case, line: Local, text: str) -> str:
    """Say in which country a line holds, where the case does not name its country."""
    return told.in_the_us(text) if line.country and case.country is None else text


def _asked(case: Case, given: ToAsk) -> Asked:
    calls = case.noted.calls
    return Asked(given.key, _labelled(case, given, given.question), "; ".join(dict.fromkeys(_answers(given, calls))))


def _answers(given: ToAsk, calls: Sequence[Call]) -> list[str]:
    found: list[str] = []
    for call in calls:
        if call.question and same_name(call.question) in {same_name(given.question), same_name(given.key)}:
            found.append(call.answer or told.NO_ANSWER)
        elif given.known_from and (value := getattr(call, given.known_from)) is not None:
            found.append(_shown(given.known_from, value))
    return found


def _shown(field: str, value: Any) -> str:
    shown: Mapping[str, Any] = {"percent_covered": told.percent, "coverage": told.COVERAGE.get}
    return str(shown.get(field, words.answer)(value))
