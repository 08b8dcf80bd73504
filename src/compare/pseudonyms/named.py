"""Who is named in a case: people, doctors and centres, each with the words by which a text may name them and a label instead."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from compare.case import Case, Person
from compare.fields import same_name
from compare.pseudonyms.common import common_words
from compare.pseudonyms.leaves import Leaf, leaves
from compare.words import pseudonyms as said

Sort = Literal["person", "doctor", "centre"]

WORD = re.compile(r"[^\W_]+")
_LONGEST_ROLE = 30
_FEW_WORDS = 3
_SHORTEST_STEM = 4
_TOGETHER = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]{2,})+")
"""Words in one, as in O'Brien and Anne-Marie; some leave the sign out."""
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?(?!\w)")
_APART = re.compile(r"[,;:/&+()\[\]]|\b(?:and|und|et|y|with|or)\b", re.IGNORECASE)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})

_NAMES = frozenset(
    (
        "Case.entered_by",
        "Decision.decided_by",
        "Step.owner",
        "OwnQuestion.asked_by",
        "Visit.doctor",
        "Visit.support_person",
        "Visit.note_taker",
        "Contact.name",
        "Opinion.team_members",
        "Opinion.shared_with",
    )
)
"""Fields that hold a name, even one without a capital letter."""

_MENTIONS = frozenset(
    (
        "Case.decide_by_said_by",
        "Patient.fast_growing_said_by",
        "Rating.said_by",
        "Finding.said_by",
        "Trial.checked_by",
        "OwnQuestion.ask",
        "Opinion.initiated_by",
        "Doctor.referral_source",
        "Plan.team",
    )
)
"""Fields in which somebody is named among other words."""

_PLACES = frozenset(("Doctor.fellowship", "Plan.advising_site", "Plan.delivery_site", "Trial.site"))
"""Fields in which a place is named among other words."""


@dataclass(frozen=True)
class Named:
    """Somebody or a place that a case names.

    Parameters
    ----------
    sort : {"person", "doctor", "centre"}
        What it is.
    name : str
        As it stands in the case.
    words : frozenset of str
        The words of the name that tell who it is, folded.
    label : str
        What stands in its place.
    """

    sort: Sort
    name: str
    words: frozenset[str]
    label: str

    @property
    def all_words(self) -> frozenset[str]:
        """Return every word of the name, folded, titles and particles too."""
        return frozenset(map(folded, WORD.findall(self.name)))


def folded(word: str) -> str:
    """Return a form in which a word is the same with and without capitals and accents.

    Examples
    --------
    >>> folded("Ruíz"), folded("Łukasz"), folded("Groß")
    ('ruiz', 'lukasz', 'gross')
    """
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(char for char in plain if unicodedata.category(char) not in {"Mn", "Cf"})


def spellings(word: str) -> set[str]:
    """Return the forms in which a word of a name may be written: without accents, with two letters for one, without its ending.

    Examples
    --------
    >>> sorted(spellings("Jürgen")), sorted(spellings("Ольга"))
    (['juergen', 'jurgen'], ['ольг', 'ольга'])
    """
    form = folded(word)
    stem = {form[:-1]} if not form.isascii() and len(form) > _SHORTEST_STEM else set()
    return {form, folded(unicodedata.normalize("NFC", word.casefold()).translate(_TWO_LETTERS)), *stem}


def has_capital(word: str) -> bool:
    """Tell whether a word begins with a capital letter."""
    return word[:1] != word[:1].lower()


def has_case(text: str) -> bool:
    """Tell whether a text is in a script that knows capital letters."""
    return text.lower() != text.upper()


def named_in(case: Case) -> tuple[Named, ...]:
    """Return everybody and every place that a case names, people first, then doctors, centres, and whoever stands elsewhere.

    Parameters
    ----------
    case : Case
        People, doctors and centres in their own fields; others in the fields that hold names, or behind a title in any text.

    Returns
    -------
    tuple of Named
        Each once; a name that is a part of another's is the other's.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A", "doctor": "Dr. Ivo Lee"}], people=[{"name": "Rosa", "role": "patient"}])
    >>> [(each.name, each.label) for each in named_in(case)]
    [('Rosa', 'Patient'), ('Dr. Ivo Lee', 'Doctor A')]
    """
    found: list[Named] = [
        Named("person", person.name, _telling(person.name, bare=True), label)
        for person, label in zip(case.people, _labels(case.people), strict=True)
    ]
    for sort, name, bare in _mentions(case):
        telling = _telling(name, bare=bare)
        if (telling or bare) and not any(_same(name, telling, other) for other in found):
            found.append(Named(sort, name, telling, _label(sort, found)))
    return tuple(found)


def _labels(people: Sequence[Person]) -> list[str]:
    """Return a label for each person: their role, numbered where several have the same; else a number."""
    own = {word for person in people for word in _telling(person.name, bare=True)}
    roles = [" ".join(person.role.split()) for person in people]
    roles = [
        role if len(role) <= _LONGEST_ROLE and not own & {*map(folded, WORD.findall(role))} else "" for role in roles
    ]
    counts, seen = Counter(map(same_name, roles)), Counter[str]()
    labels = []
    for place, role in enumerate(roles, 1):
        seen[same_name(role)] += 1
        capital = role[:1].upper() + role[1:]
        several = counts[same_name(role)] > 1
        number = seen[same_name(role)] if several else None
        labels.append(
            said.numbered(capital, number) if role and number else capital or said.numbered(said.PERSON, place)
        )
    return labels


def _label(sort: Sort, found: Sequence[Named]) -> str:
    place = sum(each.sort == sort for each in found)
    if sort == "person":
        return said.numbered(said.PERSON, place + 1)
    return said.lettered(said.DOCTOR if sort == "doctor" else said.CENTRE, place)


def _same(name: str, telling: frozenset[str], other: Named) -> bool:
    return same_name(name) == same_name(other.name) or bool(telling and telling <= other.words)


def _mentions(case: Case) -> Iterator[tuple[Sort, str, bool]]:
    """Give what is named where: the sort, the name, and whether the field holds nothing but the name."""
    given = list(leaves(case))
    for place, sort in (("Doctor.name", "doctor"), ("Doctor.centre", "centre")):
        yield from ((sort, leaf.value, True) for leaf in given if leaf.place == place)  # type: ignore[misc]
    for leaf in given:
        if leaf.place in _NAMES | _MENTIONS | _PLACES:
            yield from _pieces(leaf)
    for leaf in given:
        if leaf.kind in {"text", "name"}:
            yield from _titled(leaf.value)


def _pieces(leaf: Leaf) -> Iterator[tuple[Sort, str, bool]]:
    for piece in filter(None, map(str.strip, _APART.split(leaf.value))):
        words = {folded(word) for word in WORD.findall(piece)}
        doctor = bool(words & common_words().doctor_titles)
        place = leaf.place in _PLACES or bool(words & common_words().institutions)
        sort: Sort = "doctor" if doctor else "centre" if place else "person"
        if leaf.place in _NAMES or any(map(has_capital, WORD.findall(piece))) or not has_case(piece):
            yield sort, piece, False


@cache
def _behind_titles() -> re.Pattern[str]:
    title = rf"(?i:{'|'.join(sorted(common_words().titles))})\b\.?"
    word = r"[^\W\d_][\w'’-]+"
    return re.compile(rf"\b({title}(?:\s+{title})*)\s+((?:[^\W\d_]\.\s*)*{word})((?:\s+{word})?)")


def _titled(text: str) -> Iterator[tuple[Sort, str, bool]]:
    """Give the names behind a title, as in "Nurse Kathy"."""
    for title, name, second in _behind_titles().findall(_POSSESSIVE.sub("", text)):
        if has_capital(name) and has_capital(title):
            doctor = bool({folded(word) for word in WORD.findall(title)} & common_words().doctor_titles)
            is_surname = second.strip().istitle() and second.strip().casefold() not in common_words().months
            yield ("doctor" if doctor else "person"), f"{title} {name}{second if is_surname else ''}", False


def _telling(name: str, *, bare: bool) -> frozenset[str]:
    """Return the words of a name that tell who it is; of several words those with a capital letter, where any has one."""
    words = [word for word in WORD.findall(name) if len(word) > 1 and not word.isdigit()]
    capital = [word for word in words if has_capital(word) or not has_case(word)]
    kept = capital or (words if bare or len(words) <= _FEW_WORDS else [])
    kept += [re.sub(r"\W", "", together) for together in _TOGETHER.findall(name) if kept]
    return frozenset(form for word in kept if folded(word) not in common_words().every_day for form in spellings(word))


def by_word(named: Iterable[Named]) -> dict[str, frozenset[int]]:
    """Return for each telling word the places of those whose name has it."""
    places: dict[str, frozenset[int]] = {}
    for place, each in enumerate(named):
        for word in each.words:
            places[word] = places.get(word, frozenset()) | {place}
    return places
