"""A text without names: each name, or a part of one, becomes a label; addresses, telephone and file numbers are taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from compare.pseudonyms.common import common_words
from compare.pseudonyms.named import WORD, Named, by_word, folded, has_capital, has_case
from compare.words import pseudonyms as said

_SHORT = 2
_LONG = 5
_MOST_ENDING = 4
_BETWEEN = re.compile(r"[\s.'’\-\u2010-\u2015]{0,3}")
_PRIVATE = (
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), said.A_MAIL),
    (re.compile(r"(?<![\w./-])(?:\+|00)[1-9](?:[\s().\-/]{0,2}\d){6,14}(?!\w)"), said.A_PHONE),
    (re.compile(r"(?<![\w./-])\(?0\d{1,5}\)?(?:[\s./-]{0,2}\d){5,10}(?!\w)"), said.A_PHONE),
    (re.compile(r"(?<![\w./-])(?:\(\d{3}\)\s?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\w)"), said.A_PHONE),
    (
        re.compile(
            r"\b(?i:(case|claim|file|member|policy|record|reference|patient|insurance|hospital|mrn|nhs|ssn|ref|id)"
            r"((?:\s+(?:no|nr|number|id|reference))?\.?\s*[:#]?\s*))(?=[\w/-]*\d{3})[\w/-]{4,}"
        ),
        rf"\1\2{re.escape(said.A_NUMBER)}".replace("\\[", "[").replace("\\]", "]"),
    ),
    (re.compile(r"\b(?:9\d|1[0-3]\d)(?=[\s-]+years?[\s-]+old\b)"), said.AN_AGE),
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)


@dataclass(frozen=True)
class _Word:
    """A word of a text: where it begins and ends, as it is written, folded, and whom it may name."""

    start: int
    end: int
    text: str
    form: str
    names: frozenset[int]


@dataclass(frozen=True)
class Masks:
    """What stands in place of every name of a case.

    Parameters
    ----------
    named : sequence of Named
        Everybody and every place that the case names.

    Examples
    --------
    >>> masks = Masks([Named("person", "Walter", frozenset({"walter"}), "Patient"),
    ...                Named("doctor", "Dr. Ivo Lee", frozenset({"ivo", "lee"}), "Doctor A")])
    >>> masks.masked("Walter's letter to Dr. I. Lee, ivo@lee.org, tel. 0171 555 0199")
    "Patient's letter to Doctor A, [e-mail], tel. [phone]"
    """

    named: Sequence[Named]

    def masked(self, text: str) -> str:
        """Return a text without the names of the case, addresses, telephone and file numbers."""
        for pattern, instead in _PRIVATE:
            text = pattern.sub(instead, text)
        text = _ADDRESS.sub(self._address, text)
        for pattern, instead in self._whole:
            text = pattern.sub(lambda _, label=instead: label, text)  # type: ignore[misc]
        return self._by_words(text)

    def label_of(self, name: str) -> str | None:
        """Return the label of somebody by the whole name, None for anybody else."""
        return next((each.label for each in self.named if each.name == name), None)

    @cached_property
    def _places(self) -> dict[str, frozenset[int]]:
        return by_word(self.named)

    @cached_property
    def _whole(self) -> list[tuple[re.Pattern[str], str]]:
        """Return what is found as a whole: names of everyday words, and names in a script without capitals, also inside words."""
        plain = [(each.name, each.label) for each in self.named if not each.words and len(WORD.findall(each.name)) > 1]
        found = [(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE), label) for name, label in plain]
        pieces: dict[str, set[str]] = {}
        for each in self.named:
            for piece in (each.name, *each.name.split()):
                if len(piece) > 1 and not has_case(piece) and any(map(str.isalpha, piece)):
                    pieces.setdefault(piece, set()).add(each.label)
        for piece in sorted(pieces, key=lambda piece: (-len(piece), piece)):
            label = min(pieces[piece]) if len(pieces[piece]) == 1 else said.A_NAME
            found.append((re.compile(re.escape(piece)), label))
        return found

    def _address(self, found: re.Match[str]) -> str:
        form = folded(found[0])
        return said.AN_ADDRESS if any(len(word) >= _LONG - 1 and word in form for word in self._places) else found[0]

    def _by_words(self, text: str) -> str:
        words = [self._word(found) for found in WORD.finditer(text)]
        made, done, at = [], 0, 0
        while at < len(words):
            if not words[at].names:
                at += 1
                continue
            first, last, names = self._run(text, words, at)
            while first > 0 and words[first - 1].start >= done and self._leads(text, words, first - 1, names):
                first -= 1
            made += [text[done : words[first].start], self._label(words[first : last + 1], names)]
            done, at = words[last].end, last + 1
        return "".join([*made, text[done:]])

    def _word(self, found: re.Match[str]) -> _Word:
        """Return a word with those whom it names, and its end without the ending of a case, as in "Walters"."""
        text, form = found[0], folded(found[0])
        names, end = self._names(text, form), found.end()
        if not names and form.endswith("s") and len(form) > _SHORT + 1:
            names, end = self._names(text[:-1], form[:-1]), found.end() - 1
        if not names and has_capital(text):
            least = max(_LONG if form.isascii() else _LONG - 1, len(form) - _MOST_ENDING)
            longest = (form[:length] for length in range(len(form) - 1, least - 1, -1))
            names, end = next((self._places[part] for part in longest if part in self._places), names), found.end()
        return _Word(found.start(), end if names else found.end(), text, form, names)

    def _names(self, text: str, form: str) -> frozenset[int]:
        everyday = len(form) <= _SHORT or form in common_words().also_words
        return self._places.get(form, frozenset()) if has_capital(text) or not everyday else frozenset()

    def _run(self, text: str, words: Sequence[_Word], at: int) -> tuple[int, int, frozenset[int]]:
        """Return the first and the last word of a name that begins here, and whom it may name."""
        names, last, sure = words[at].names, at, at
        while last + 1 < len(words) and self._joined(text, words[last], words[last + 1]):
            follower = words[last + 1]
            again = follower.form == words[last].form
            both = names & (follower.names or (frozenset() if again else self._places.get(follower.form, frozenset())))
            if not both and names != self._glued(follower, names):
                break
            last += 1
            names, sure = (both, last) if both else (names, last if self._ends(follower, names) else sure)
        return at, sure, names

    def _glued(self, word: _Word, names: frozenset[int]) -> frozenset[int]:
        """Return those in whose name a word may stand between two others: a particle, an initial, a word of a place."""
        return frozenset(
            place for place in names if word.form in self.named[place].all_words or self._ends(word, {place})
        )

    def _ends(self, word: _Word, names: Sequence[int] | frozenset[int] | set[int]) -> bool:
        """Tell whether a word belongs to the end of a name: "Hospital" behind the name of a centre."""
        return (
            word.form in common_words().institutions
            and has_capital(word.text)
            and all(self.named[p].sort == "centre" for p in names)
        )

    def _leads(self, text: str, words: Sequence[_Word], at: int, names: frozenset[int]) -> bool:
        """Tell whether a word belongs to the beginning of a name: a title, an initial, a word of a place."""
        word = words[at]
        if word.names or not self._joined(text, word, words[at + 1]):
            return False
        people = [self.named[place] for place in names if self.named[place].sort != "centre"]
        first_letters = {other[0] for each in people for other in each.words}
        initial = len(word.form) == 1 and has_capital(word.text) and word.form in first_letters
        title = bool(people) and word.form in common_words().titles
        own = word.form != words[at + 1].form and any(word.form in each.all_words for each in people)
        return initial or title or own or self._ends(word, names)

    @staticmethod
    def _joined(text: str, word: _Word, follower: _Word) -> bool:
        return bool(_BETWEEN.fullmatch(text[word.end : follower.start]))

    def _label(self, run: Sequence[_Word], names: frozenset[int]) -> str:
        forms = {word.form for word in run}
        titled = bool(forms & common_words().doctor_titles)
        kept = [place for place in sorted(names) if (self.named[place].sort == "doctor") == titled] or sorted(names)
        exact = [place for place in kept if self.named[place].words and self.named[place].words <= forms]
        labels = {self.named[place].label for place in (exact or kept)}
        return min(labels) if len(labels) == 1 else said.A_NAME
