"""Questions as a table and as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from compare import words
from compare.scoring import Scores
from compare.tabular import Row, Spoken
from compare.unknowns.reach import together
from compare.words import asking

Kind = Literal["answer", "layer", "standard"]


@dataclass(frozen=True)
class Question:
    """One question about one opinion.

    Parameters
    ----------
    opinion : str
        About which opinion.
    criterion, attribute : str or None
        Which answer is missing; None for a layer or a standard question, the attribute also for a whole criterion.
    question, ask : str
        What to ask, and whom.
    worth : float
        The expected value of knowing the answer before deciding, in points of the total, 0-100.
    could_change_first : bool
        Whether some answer would put another opinion first, the others staying at their means.
    low, high : float
        Between which ends this answer alone could move the total of its opinion, 0-100.
    settled : bool
        Whether the range was published somewhere: more cannot be known by asking.
    layer : str or None
        The layer that the doctor has not spoken about.
    """

    opinion: str
    criterion: str | None
    attribute: str | None
    question: str
    ask: str
    worth: float = 0.0
    could_change_first: bool = False
    low: float = 0.0
    high: float = 0.0
    settled: bool = False
    layer: str | None = None

    @property
    def width(self) -> float:
        """Return how far the answer could move the total of its opinion, 0-100."""
        return self.high - self.low

    @property
    def kind(self) -> Kind:
        """Return what kind of question it is."""
        if self.criterion is not None:
            return "answer"
        return "standard" if self.layer is None else "layer"


@dataclass(frozen=True)
class Asking:
    """One question as it is put: whom to ask what, about which opinions, and whether the answer could change who is first."""

    question: str
    ask: str
    about: tuple[str, ...]
    kind: Kind
    could_change_first: bool
    everybody: bool

    def __str__(self) -> str:
        """Return the question in one line."""
        if self.everybody and self.ask == words.THE_DOCTOR:
            asked = asking.ask_every_doctor(self.question)
        else:
            asked = words.ask(self.ask, self.about, self.question)
        return f"{asked} {asking.COULD_CHANGE}" if self.could_change_first else asked


@dataclass(frozen=True, repr=False)
class Questions(Spoken):
    """What to ask next, the most useful first.

    Parameters
    ----------
    scores : Scores
        What was compared.
    items : sequence of Question
        Open answers by what knowing them is worth, then open layers, then standard questions.
    """

    scores: Scores
    items: Sequence[Question]

    def to_ask(
        self, most: int | None = None, *, kinds: Iterable[Kind] = ("answer", "layer", "standard")
    ) -> list[Asking]:
        """Return the questions as they are put: each once, with all opinions it is about; published answers are not asked again.

        Parameters
        ----------
        most : int, optional
            How many to return at most.
        kinds : iterable of {"answer", "layer", "standard"}
            Which kinds.
        """
        groups: dict[tuple[Kind, str, str], list[Question]] = {}
        for item in self.items:
            if not item.settled and item.kind in kinds:
                groups.setdefault((item.kind, item.ask, item.question), []).append(item)
        return [self._asking(*key, group) for key, group in groups.items()][:most]

    def _asking(self, kind: Kind, ask: str, question: str, group: Sequence[Question]) -> Asking:
        about = {item.opinion for item in group}
        names = tuple(name for name in self.scores.case.names if name in about)
        everybody = len(names) == len(self.scores.case.names) > 1
        return Asking(question, ask, names, kind, any(item.could_change_first for item in group), everybody)

    @property
    def answers(self) -> list[Question]:
        """Return the open and ranged answers alone, the most useful first."""
        return [item for item in self.items if item.kind == "answer"]

    def sentences(self, most: int = 5) -> list[str]:
        """Return how many open answers could change who comes first, and the most useful questions."""
        return [self._how_many(), *map(str, self.to_ask(most))]

    def _how_many(self) -> str:
        if len(self.scores.case.opinions) == 1:
            return asking.how_many_of_one(len(self.answers))
        deciding = sum(item.could_change_first for item in self.answers)
        return asking.how_many(len(self.answers), deciding, together=together(self.scores))

    def plain(self) -> list[dict[str, Any]]:
        """Return the questions as plain texts, numbers and truth values, for JSON."""
        keys = ("opinion", "criterion", "attribute", "question", "ask", "worth", "could_change_first")
        return [{key: getattr(item, key) for key in keys} for item in self.items]

    def rows(self) -> Sequence[Row]:
        """Return a row for each question, in full."""
        return [
            {
                "kind": item.kind,
                "opinion": item.opinion,
                "criterion": item.criterion,
                "attribute": item.attribute,
                "layer": item.layer,
                "question": item.question,
                "ask": item.ask,
                "worth": item.worth,
                "could_change_first": item.could_change_first,
                "total_low": item.low,
                "total_high": item.high,
                "settled": item.settled,
            }
            for item in self.items
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads and a row for each question as it is put."""
        rows = [
            (
                asked.question,
                asking.EVERY_OPINION if asked.everybody else words.listing(asked.about),
                asked.ask,
                words.YES_NO[asked.could_change_first],
            )
            for asked in self.to_ask()
        ]
        return [(asking.QUESTION, asking.ABOUT, asking.WHOM, asking.COULD_CHANGE_HEAD), *rows]

    def heading(self) -> str:
        """Return the line above the table."""
        return words.WHAT_TO_ASK

    def notes(self) -> Sequence[str]:
        """Return how many open answers could change who comes first."""
        return (self.sentence(),)
