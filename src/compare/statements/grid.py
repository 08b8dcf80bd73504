"""The questions and what each doctor said to them: rows the questions, columns the opinions, "not asked" in sight.

A question counts as answered where its answer is noted, and where a fact of the opinion answers it. The same table can
be printed empty, to take along to a visit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from compare import words
from compare.case import Case, Opinion, Rating, StandardQuestion, note_on, standard_questions
from compare.case.preparation import OwnQuestion
from compare.errors import expect
from compare.fields import same_name
from compare.statements.facts import in_words
from compare.tabular import Row, Spoken
from compare.words import grid as told
from compare.words import headings

Kind = Literal["standard", "own", "other"]
State = Literal["answered", "no answer", "not asked", "somebody else"]


@dataclass(frozen=True)
class Said:
    """What one doctor said to one question: the text, and whether it was asked at all."""

    text: str
    state: State

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be asked, or was asked without an answer."""
        return self.state in {"not asked", "no answer"}


@dataclass(frozen=True)
class GridRow:
    """One question and what each doctor said to it.

    Parameters
    ----------
    kind : {"standard", "own", "other"}
        Asked of every doctor alike; a question of the family's own; another one that some doctor was asked.
    question, ask, asked_by : str
        Its text; whom to ask and who asks it, where that is said.
    interview : bool
        Whether it is put to every doctor alike when two plans differ.
    said : sequence of Said
        What each doctor said, in the order of the columns.
    """

    kind: Kind
    question: str
    said: Sequence[Said]
    ask: str = ""
    asked_by: str = ""
    interview: bool = False


@dataclass(frozen=True, repr=False)
class QuestionGrid(Spoken):
    """The questions and what each doctor said to them.

    Parameters
    ----------
    case : Case
        Where it stands.
    lines : sequence of GridRow
        The questions to every doctor, the family's own, then others that were asked.
    is_empty : bool
        Whether it is the form to fill in at a visit.
    """

    case: Case
    lines: Sequence[GridRow]
    is_empty: bool = False

    @property
    def empty(self) -> QuestionGrid:
        """Return the same questions as a form for a visit, with nothing filled in."""
        return replace(self, is_empty=True)

    @property
    def doctors(self) -> tuple[Opinion, ...]:
        """Return the opinions of the columns: a plan put together from several is nobody who could be asked."""
        return self.case.of_doctors

    @property
    def names(self) -> tuple[str, ...]:
        """Return the heads of the columns."""
        return tuple(opinion.name for opinion in self.doctors)

    def missing(self, name: str) -> tuple[str, ...]:
        """Return the questions that the doctor of an opinion has not been asked."""
        place = self.names.index(name)
        return tuple(line.question for line in self.lines if line.said[place].state == "not asked")

    def sentences(self) -> list[str]:
        """Return how many questions each doctor has not been asked yet."""
        missing = {name: len(self.missing(name)) for name in self.names}
        if not any(missing.values()):
            return [told.ALL_ASKED]
        return [told.still_to_ask(name, count, len(self.lines)) for name, count in missing.items() if count]

    def plain(self) -> list[dict[str, Any]]:
        """Return the questions as plain texts, for JSON: the answer of each opinion and whether it was asked."""
        return [
            {
                "kind": line.kind,
                "question": line.question,
                "ask": line.ask or None,
                "asked_by": line.asked_by or None,
                "interview": line.interview,
                "answers": {} if self.is_empty else _answers(self.names, line),
            }
            for line in self.lines
        ]

    def rows(self) -> Sequence[Row]:
        """Return a row for each question, with a column for each opinion."""
        return [
            {
                "kind": line.kind,
                "question": line.question,
                "asked_by": line.asked_by or None,
                "interview": line.interview,
            }
            | ({} if self.is_empty else {name: said.text for name, said in self._of(line)})
            for line in self.lines
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each question: what each doctor said, or a tick and room to write."""
        if self.is_empty:
            heads = (told.QUESTION, told.ASKED, told.ANSWER)
            return [heads, *((told.put_by(line.question, line.asked_by), told.TICK, "") for line in self.lines)]
        rows = ((told.put_by(line.question, line.asked_by), *(said.text for said in line.said)) for line in self.lines)
        return [("", *self.names), *rows]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.FORM_TITLE if self.is_empty else told.TITLE

    def notes(self) -> Sequence[str]:
        """Return what is still to be asked; below the form, a line for who takes notes."""
        return [f"{told.NOTE_TAKER}: ____________________"] if self.is_empty else self.sentences()

    def _of(self, line: GridRow) -> Iterator[tuple[str, Said]]:
        yield from zip(self.names, line.said, strict=True)


def question_grid(case: Case) -> QuestionGrid:
    """Return the questions and what each doctor said to them.

    Parameters
    ----------
    case : Case
        What the doctors said; one opinion is enough.

    Returns
    -------
    QuestionGrid
        A row for each question, a column for each opinion; ``.empty`` is the form to take along to a visit.

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> grid = question_grid(Case(opinions=[{"name": "A", "written": True}, {"name": "B"}]))
    >>> next(line for line in grid.lines if line.question == "Can we have this in writing?").said
    (Said(text='In writing: yes', state='answered'), Said(text='not asked', state='not asked'))
    """
    expect(case, Case)
    own = case.noted.questions
    alone = len(case.of_doctors) == 1
    standard = [question for question in standard_questions() if not (alone and question.needs_two)]
    known = {same_name(text) for text in (*(q.question for q in standard_questions()), *(q.question for q in own))}
    others = {same_name(text): text for opinion in case.opinions for text in opinion.asked}
    lines = [
        *(_standard(case, question) for question in standard),
        *(_own(case, question) for question in own),
        *(_other(case, text) for name, text in others.items() if name not in known),
    ]
    return QuestionGrid(case, tuple(lines))


def _answers(names: Sequence[str], line: GridRow) -> dict[str, dict[str, str]]:
    return {name: {"state": said.state, "text": said.text} for name, said in zip(names, line.said, strict=True)}


def _standard(case: Case, question: StandardQuestion) -> GridRow:
    said = tuple(_noted(opinion, question.question) or _known(case, opinion, question) for opinion in case.of_doctors)
    return GridRow("standard", question.question, said, ask=question.ask, interview=question.interview)


def _own(case: Case, own: OwnQuestion) -> GridRow:
    said = tuple(_noted(opinion, own.question) or _not_noted(case, own, opinion) for opinion in case.of_doctors)
    return GridRow("own", own.question, said, ask=own.ask or "", asked_by=own.asked_by or "")


def _other(case: Case, text: str) -> GridRow:
    return GridRow("other", text, tuple(_noted(opinion, text) or _NOT_ASKED for opinion in case.of_doctors))


def _noted(opinion: Opinion, question: str) -> Said | None:
    text = note_on(opinion, question)
    if text is None:
        return None
    return Said(text, "answered") if text.strip() else Said(told.NO_ANSWER, "no answer")


def _known(case: Case, opinion: Opinion, question: StandardQuestion) -> Said:
    """Return what the fields of an opinion say to a question that was not noted."""
    facts = question.facts_of(opinion)
    texts = (_fact(case, path, value, labelled=len(facts) > 1) for path, value in facts.items())
    text = "; ".join(dict.fromkeys(texts))
    return Said(text, "answered") if text else _NOT_ASKED


def _not_noted(case: Case, own: OwnQuestion, opinion: Opinion) -> Said:
    """Return the state of a question of the family's own: for another doctor, answered but not noted, or not asked."""
    if own.ask and not _is_for(own.ask, opinion) and any(_is_for(own.ask, other) for other in case.opinions):
        return Said("", "somebody else")
    return Said(told.NOT_NOTED, "answered") if own.answered else _NOT_ASKED


def _is_for(whom: str, opinion: Opinion) -> bool:
    names = (opinion.name, opinion.doctor.name if opinion.doctor else None)
    return any(same_name(name) in same_name(whom) for name in names if name)


def _fact(case: Case, path: str, value: Any, *, labelled: bool) -> str:
    text = _told(case, path, value)
    label = _LABELS.get(path) if labelled or isinstance(value, bool) else None
    return words.about(label, text) if label else text


def _told(case: Case, path: str, value: Any) -> str:
    if isinstance(value, Rating):
        return _rated(case, path, value)
    if path == "philosophy":
        return told.step_of_care(words.whole(value))
    return words.answer(value, told.UNITS.get(path, "")) if isinstance(value, float) else in_words(value)


def _rated(case: Case, path: str, rating: Rating) -> str:
    """Return an answer on a scale with its unit, and in the doctor's own words."""
    _, criterion, attribute = path.split(".")
    attributes = (each for own in case.criteria if own.key == criterion for each in own.attributes)
    unit = next((each.unit for each in attributes if each.key == attribute), "")
    answered = words.answer(rating.answer, unit) if rating.known else None
    return words.source(answered, words.said(rating.words) if rating.words else None)


_NOT_ASKED = Said(told.NOT_ASKED, "not asked")

_LABELS: Mapping[str, str] = {
    **headings.OPINION_FIELDS,
    **headings.ALSO_SAID_FIELDS,
    **{f"plan.{field}": label for field, label in headings.PLAN_FIELDS.items()},
    "pros": headings.FOR,
    "cons": headings.AGAINST,
}
