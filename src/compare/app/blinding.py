"""What an opinion is without what gives it away: letters in an order drawn at random, and texts without names (R15, R16)."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

from compare.case import Case, Opinion
from compare.case.plan import Trial
from compare.fields import same_name

HIDDEN = "…"
_SHORTEST = 3
_LONG = 5
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "and the with without for from opinion plan first second third doctor hospital centre center clinic cancer university "
        "institute medical general national regional care new usual other same treatment team disease high low own only not "
        "one two into over under house city day days week weeks month months year years family drug drugs way home near oncology tumour tumor board",
    )
)
"""Words of names that say nothing by themselves."""


@dataclass(frozen=True)
class Blind:
    """The opinions of a case without what gives them away.

    Parameters
    ----------
    case : Case
        What the doctors said.
    seed : int
        From which number the order comes: of the opinions, of the parts, of for and against.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "Surgery", "doctor": "Dr. Lee"}, {"name": "Radiation"}])
    >>> look = Blind(case, 4)
    >>> look.letters, look.masked("Dr. Lee says: surgery in May.")
    (('Opinion A', 'Opinion B'), '… says: … in May.')
    """

    case: Case
    seed: int

    @property
    def order(self) -> tuple[int, ...]:
        """Return the places of the opinions in the case, in the order in which they are shown."""
        return self._shuffled(len(self.case.opinions), "opinions")

    @property
    def criteria(self) -> tuple[int, ...]:
        """Return the places of the criteria, in the order in which they are shown."""
        return self._shuffled(len(self.case.criteria), "criteria")

    @property
    def against_first(self) -> bool:
        """Tell whether what speaks against comes first."""
        return self._shuffled(2, "reasons")[0] == 1

    @property
    def letters(self) -> tuple[str, ...]:
        """Return what the opinions are called here, in the order shown; never as one of them is called in the case."""
        names = {same_name(name) for name in self.case.names}
        for signs in (ascii_uppercase, ascii_uppercase[::-1]):
            if not names & {same_name(sign) for sign in signs[: len(names)]} and len(names) <= len(signs):
                return tuple(f"Opinion {sign}" for sign in signs[: len(names)])
        return tuple(f"Opinion {number}" for number in range(1, len(names) + 1))

    def name(self, place: int) -> str:
        """Return the name of the opinion that is shown at a place."""
        return self.case.names[self.order[place]]

    def masked(self, text: str) -> str:
        """Return a text without what gives an opinion away."""
        seen = unicodedata.normalize("NFC", text)
        for given in self._given_away:
            seen = given.sub(HIDDEN, seen)
        return re.sub(rf"{HIDDEN}(?:[\s.]*{HIDDEN})+", HIDDEN, seen)

    @cached_property
    def _given_away(self) -> Sequence[re.Pattern[str]]:
        telling = {form for opinion in self.case.opinions for text in _names(opinion) for form in _forms(text)}
        telling |= {text for opinion in self.case.opinions for text in _remarks(opinion) if text.strip()}
        return [_pattern(text) for text in sorted(telling, key=lambda text: (-len(text), text))]

    def _shuffled(self, count: int, what: str) -> tuple[int, ...]:
        places = list(range(count))
        random.Random(f"{what} {self.seed}").shuffle(places)  # noqa: S311 - an order, no secret
        return tuple(places)


def _names(opinion: Opinion) -> Iterator[str]:
    """Give what an opinion, its doctor, its places and its treatments are called: each word of it may give it away."""
    yield opinion.name
    doctor, plan = opinion.doctor, opinion.plan
    if doctor:
        yield from filter(None, (doctor.name, doctor.specialty, doctor.centre))
        yield from (contact.name for contact in doctor.contacts)
    if plan:
        yield from filter(None, (plan.advising_site, plan.delivery_site))
        yield from (treatment for treatment in plan.modalities if treatment != "other")
    yield from (trial.site for trial in _trials(opinion) if trial.site)


def _remarks(opinion: Opinion) -> Iterator[str]:
    """Give other texts that may say whose opinion it is, as a whole."""
    doctor, plan = opinion.doctor, opinion.plan
    if doctor:
        yield from filter(None, (doctor.fellowship, doctor.referral_source, doctor.publications))
    if plan:
        yield from filter(None, (plan.name, plan.team))
    yield from (name for trial in _trials(opinion) for name in (trial.id, trial.name) if name)
    yield from (*opinion.team_members, *opinion.shared_with, *opinion.influenced_by)


def _trials(opinion: Opinion) -> tuple[Trial, ...]:
    own = opinion.plan.trial if opinion.plan else None
    return (*opinion.trials, own) if own else opinion.trials


def _forms(text: str) -> Iterator[str]:
    """Give a text and each of its words that says something."""
    whole = unicodedata.normalize("NFC", text).strip()
    if whole:
        yield whole
    for word in re.findall(r"[^\W\d_][\w'’-]*", whole):
        if len(word) >= _SHORTEST and word.casefold() not in _COMMON:
            yield word


def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds a text: a long one inside words too, and a long word in its other forms; a short one alone."""
    if len(text) >= _LONG:
        stem = text[:-1] if text.isalpha() and len(text) > _LONG else text
        return re.compile(rf"\w*{re.escape(stem)}\w*", re.IGNORECASE)
    before, after = (r"(?<![^\W_])", r"(?![^\W_])") if text.isascii() and text.isalnum() else ("", "")
    return re.compile(f"{before}{re.escape(text)}{after}", re.IGNORECASE)
