"""What may happen with each opinion: how many of 100 people, by when, among whom, says who.

The same outcome is found in every opinion by its name. A doctor's word stays a word: it never becomes a number (rules R12
and R13), and what nobody stated stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compare import words
from compare.answers import Count
from compare.case import NOT_ASKED, Case, Effect, Rating
from compare.errors import expect, unknown
from compare.fields import same_name
from compare.tabular import Row, Spoken
from compare.words import chances as told

State = Literal["number", "words", "open", "does not apply"]

_NOT_NAMED = Rating(why="not known")

CONVENTION = {
    "very common": (10.0, 100.0),
    "common": (1.0, 10.0),
    "uncommon": (0.1, 1.0),
    "rare": (0.01, 0.1),
    "very rare": (0.0, 0.01),
}
"""What five words mean on leaflets of medicines, of 100 people: from (included) and to (European Commission 2009, CIOMS)."""


@dataclass(frozen=True)
class Chance:
    """What one opinion says about one outcome.

    Parameters
    ----------
    opinion : str
        Whose word it is.
    rating : Rating
        The answer with its time, group, source and words.

    Examples
    --------
    >>> chance = Chance("Surgery", Rating(answer="8 of 129"))
    >>> chance.state, round(chance.low, 1), chance.icons, chance.frames[1]
    ('number', 6.2, (6, 0), 'does not happen to 94 of 100')
    """

    opinion: str
    rating: Rating

    @property
    def state(self) -> State:
        """Tell whether there is a number, only words, nothing yet, or nothing to ask."""
        if self.rating.known:
            return "number"
        if self.rating.why == "not applicable":
            return "does not apply"
        return "words" if self.rating.words else "open"

    @property
    def low(self) -> float | None:
        """Return the least of 100 people, 0-100; None without a number."""
        return self._ends[0] if self._ends else None

    @property
    def high(self) -> float | None:
        """Return the most of 100 people, 0-100; None without a number."""
        return self._ends[1] if self._ends else None

    @property
    def icons(self) -> tuple[int, int]:
        """Return how many of 100 dots are filled, and how many more lie inside the range."""
        if not self._ends:
            return 0, 0
        least, most = (int(words.whole(end)) for end in self._ends)
        return least, most - least

    @property
    def frames(self) -> tuple[str, str]:
        """Return to how many of 100 it happens and to how many not; without a number, what there is and nothing."""
        if self._ends:
            return told.frames(*self._ends)
        if self.rating.words:
            return words.said(self.rating.words), ""
        return (told.DOES_NOT_APPLY if self.state == "does not apply" else str(self.rating.why)), ""

    @property
    def amounts(self) -> tuple[str, str] | None:
        """Return to how many of 100 it happens and to how many not, without the verb; None without a number."""
        return told.amounts(*self._ends) if self._ends else None

    @property
    def convention(self) -> str | None:
        """Return the numbers that the doctor's word stands for by convention, where it is one of the five and alone."""
        word = " ".join(same_name(self.rating.words or "").strip(" .!\"'“”").split())
        return told.band(*CONVENTION[word]) if self.state == "words" and word in CONVENTION else None

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the count behind the number, the time and the group; what is missing is said (rule R9)."""
        if self.state != "number":
            return ()
        answer = self.rating.answer
        count = [told.counted_people(str(answer))] if isinstance(answer, Count) else []
        return (*count, told.by_when(self.rating.time), told.among(self.rating.group))

    @property
    def where_from(self) -> str:
        """Return where it was published, or who said it; or that nobody stated it (rule R9)."""
        return told.from_source(self.rating.source, self.rating.said_by)

    @property
    def _ends(self) -> tuple[float, float] | None:
        answer = self.rating.answer
        if isinstance(answer, Count):
            return answer.of_100, answer.of_100
        if isinstance(answer, tuple):
            first, last = answer
            return (first, last) if isinstance(first, float) and isinstance(last, float) else None
        return (answer, answer) if isinstance(answer, float) else None


@dataclass(frozen=True)
class Outcome:
    """One thing that may happen, and what each opinion says about it, in the order of the case."""

    name: str
    side_effect: bool
    chances: tuple[Chance, ...]

    @property
    def stated(self) -> tuple[Chance, ...]:
        """Return the chances that are numbers."""
        return tuple(chance for chance in self.chances if chance.state == "number")

    @property
    def times(self) -> frozenset[str]:
        """Return the times that the numbers are for; an empty text where nobody stated it."""
        return frozenset(same_name(chance.rating.time or "") for chance in self.stated)

    @property
    def warning(self) -> str | None:
        """Return what to say where two numbers are not for the same time, or nobody stated for which."""
        if len(self.stated) < 2 or (len(self.times) == 1 and "" not in self.times):
            return None
        return told.TIMES_OPEN if "" in self.times else told.TIMES_DIFFER


@dataclass(frozen=True, repr=False)
class Outcomes(Spoken):
    """What may happen with each opinion.

    Parameters
    ----------
    case : Case
        Where it was said.
    outcomes : tuple of Outcome
        Everything that was named, the outcomes first, then the side effects, in the order of the case.
    """

    case: Case
    outcomes: tuple[Outcome, ...]

    @property
    def stated(self) -> tuple[Outcome, ...]:
        """Return what at least one opinion gives a number for."""
        return tuple(outcome for outcome in self.outcomes if outcome.stated)

    def most_stated(self, most: int) -> tuple[Outcome, ...]:
        """Return at most so many outcomes, those that most opinions give a number for, in the file's order."""
        kept = sorted(self.stated, key=lambda outcome: -len(outcome.stated))[:most]
        return tuple(outcome for outcome in self.stated if outcome in kept)

    @property
    def only_named(self) -> tuple[str, ...]:
        """Return the names of what nobody gives a number for."""
        return tuple(outcome.name for outcome in self.outcomes if not outcome.stated)

    def rows(self) -> Sequence[Row]:
        """Return a row for each outcome and opinion: the ends of 100 in full, and where they come from."""
        return [
            {
                "outcome": outcome.name,
                "opinion": chance.opinion,
                "state": chance.state,
                "low": chance.low,
                "high": chance.high,
                **{field: getattr(chance.rating, field) for field in ("time", "group", "source", "said_by", "words")},
            }
            for outcome in self.outcomes
            for chance in outcome.chances
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each outcome, a column for each opinion."""
        rows = [(o.name, *(_short(chance) for chance in o.chances)) for o in self.outcomes]
        return [("", *self.case.names), *rows]

    def heading(self) -> str:
        """Return the line above the table."""
        return told.HEADING

    def notes(self) -> Sequence[str]:
        """Return where two numbers do not go together, and that a number is not about one person."""
        warnings = [f"{outcome.name}: {outcome.warning}" for outcome in self.outcomes if outcome.warning]
        return (*warnings, told.NOT_ONE_PERSON)

    def sentences(self) -> list[str]:
        """Return what each opinion states, number by number, both frames side by side; without numbers, what to ask."""
        made = [
            told.one_chance(outcome.name, chance.opinion, *chance.frames, *chance.facts, chance.where_from)
            for outcome in self.stated
            for chance in outcome.stated
        ]
        made += [f"{outcome.name}: {outcome.warning}" for outcome in self.stated if outcome.warning]
        made += [
            told.only_words(outcome.name, chance.opinion, chance.rating.words or "", chance.convention)
            for outcome in self.outcomes
            for chance in outcome.chances
            if chance.state == "words"
        ]
        return made if self.stated else [told.NO_NUMBERS, *made, told.ASK_FOR_NUMBERS]

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return f"{told.HEADING}: {len(self.outcomes)}"


def what_may_happen(case: Case, outcome: str | None = None) -> Outcomes:
    """Return what may happen with each opinion.

    Parameters
    ----------
    case : Case
        The opinions with their outcomes and side effects.
    outcome : str, optional
        Only this one, whatever its spelling of capitals and accents.

    Returns
    -------
    Outcomes
        The same outcome in one place for all opinions; an opinion that does not name it is open there.

    Raises
    ------
    CompareError
        No opinion names that outcome, or something else than a case was passed.

    Examples
    --------
    >>> effects = [{"name": "Leakage", "chance": {"answer": "8 of 129", "time": "1 year"}}]
    >>> case = Case(opinions=[{"name": "A", "side_effects": effects}, {"name": "B"}])
    >>> print(what_may_happen(case).sentence())
    Leakage, A: happens to 6 of 100, does not happen to 94 of 100 (counted: 8 of 129; time: 1 year; group not stated; source not stated).
    """
    expect(case, Case)
    named: dict[str, tuple[str, bool]] = {}
    for side_effect, field in ((False, "outcomes"), (True, "side_effects")):
        for opinion in case.opinions:
            for effect in getattr(opinion, field):
                named.setdefault(same_name(effect.name), (effect.name, side_effect))
    if outcome is not None:
        if same_name(outcome) not in named:
            raise unknown("an outcome or side effect of this case", outcome, [name for name, _ in named.values()])
        named = {same_name(outcome): named[same_name(outcome)]}
    by_opinion = [(o.name, _ratings((*o.outcomes, *o.side_effects))) for o in case.opinions]
    return Outcomes(
        case,
        tuple(
            Outcome(name, side_effect, tuple(Chance(who, given.get(key, _NOT_NAMED)) for who, given in by_opinion))
            for key, (name, side_effect) in named.items()
        ),
    )


def _short(chance: Chance) -> str:
    return words.happens(chance.rating.answer) if chance.state == "number" else chance.frames[0]


def _ratings(effects: Sequence[Effect]) -> dict[str, Rating]:
    return {same_name(effect.name): effect.chance or NOT_ASKED for effect in effects}
