"""The glossary: words of the reports in plain words, and what people who work with them call them, from ``data/glossary.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from compare.trees import data_tree


@dataclass(frozen=True)
class Term:
    """A word and what it means.

    Parameters
    ----------
    term : str
        The word.
    means : str
        What it means, in plain words.
    also : tuple of str
        The forms in which it stands in a text.
    field : str
        What people who work with it call it; empty where they say the same.
    source : str
        Where the meaning was checked.
    """

    term: str
    means: str
    also: tuple[str, ...] = ()
    field: str = ""
    source: str = ""

    def is_in(self, text: str) -> bool:
        """Tell whether a text uses the word; a form with a capital letter is looked for as it is written.

        Examples
        --------
        >>> scan = Term("scan", "A picture of the inside.", ("scans", "CT"))
        >>> scan.is_in("Scans show nothing."), scan.is_in("A CT."), scan.is_in("Rejected")
        (True, True, False)
        """
        return bool(self._pattern.search(text))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = (re.escape(form) if form != form.lower() else f"(?i:{re.escape(form)})" for form in self.also)
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


@cache
def terms() -> tuple[Term, ...]:
    """Return the words of ``data/glossary.yaml``, by the alphabet.

    Examples
    --------
    >>> next(term.field for term in terms() if term.term == "scan")
    'imaging (CT, MRI, PET)'
    """
    found = (Term(**{**given, "also": tuple(given["also"])}) for given in data_tree("glossary")["terms"])
    return tuple(sorted(found, key=lambda term: term.term.casefold()))


def terms_in(texts: Iterable[str]) -> tuple[Term, ...]:
    """Return the words that stand in any of some texts, by the alphabet.

    Examples
    --------
    >>> [term.term for term in terms_in(["First surgery, then a scan."])]
    ['scan', 'surgery']
    """
    whole = "\n".join(texts)
    return tuple(term for term in terms() if term.is_in(whole))
