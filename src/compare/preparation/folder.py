"""The records to gather: what is here, what is missing, and what to ask for by name.

A report and what it was made from (pictures, slides, tissue) are two separate ticks: the new doctor looks at both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from compare import words
from compare.case import Case
from compare.case.preparation import Record
from compare.errors import expect
from compare.fields import Text, Texts, YesNo
from compare.preparation.lists import Item, checklist
from compare.tabular import Row, Spoken
from compare.words import gathering as told

_WORDS = re.compile(r"(?=\b([\w-]+))")
"""Every word, and what stands behind each hyphen in it: "PET-CT" is a CT as well."""
_SHORT = 3
"""Names as short as "CT" have to be the whole word."""


class Kind(Item):
    """A kind of record, as ``data/checklists.yaml`` lists it."""

    ask_for: Text = ""
    ask_for_one: Text = ""
    more: Text = ""
    ask_more: Text = ""
    each: YesNo = False
    named: Texts = ()

    def holds(self, name: str) -> bool:
        """Tell whether a record of this name is of this kind.

        Examples
        --------
        >>> Kind(key="scans", label="Scans", named=["ct", "mammogra"]).holds("CT of the chest")
        True
        >>> Kind(key="scans", label="Scans", named=["ct", "mammogra"]).holds("Doctor's letter")
        False
        """
        return self.is_named(name) or any(
            word == start or (len(start) > _SHORT and word.startswith(start))
            for word in _WORDS.findall(name.casefold())
            for start in self.named
        )


@dataclass(frozen=True)
class Held:
    """What is noted of one record, or of a whole kind of which nothing is noted yet.

    Parameters
    ----------
    kind : str
        The key of its kind; empty for a record of the family's own.
    name : str
        What the family calls it, or the label of its kind.
    more : str
        What there is beside the report: "pictures", "slides", "tissue"; empty for nothing.
    record : Record
        The days and ticks.
    """

    kind: str
    name: str
    more: str
    record: Record

    @property
    def is_needed(self) -> bool:
        """Tell whether somebody said that there is no such record."""
        return self.record.needed is not False

    @property
    def has_report(self) -> bool:
        """Tell whether the report is here."""
        return bool(self.record.have_report)

    @property
    def has_more(self) -> bool:
        """Tell whether the pictures are here, or the slides or the tissue sent."""
        return bool(self.record.have_images or self.record.slides_sent)


@dataclass(frozen=True)
class Missing:
    """Something to ask for.

    Parameters
    ----------
    names : tuple of str
        The records that lack it, one or a whole kind.
    what : str
        What to ask for, in words.
    is_more : bool
        Whether it is what the report was made from, not the report.
    requested : date, optional
        When it was asked for.
    """

    names: tuple[str, ...]
    what: str
    is_more: bool
    requested: date | None

    @property
    def name(self) -> str:
        """Return the first of the records that lack it."""
        return self.names[0]


@dataclass(frozen=True, repr=False)
class Records(Spoken):
    """The records, kind by kind.

    Parameters
    ----------
    case : Case
        Whose records they are.
    held : tuple of Held
        What is noted, in the order of the kinds; the family's own records last.
    missing : tuple of Missing
        What to ask for.
    """

    case: Case
    held: tuple[Held, ...]
    missing: tuple[Missing, ...]

    @property
    def needed(self) -> tuple[Held, ...]:
        """Return the records without those of which there are none."""
        return tuple(each for each in self.held if each.is_needed)

    @property
    def complete(self) -> tuple[Held, ...]:
        """Return the records of which nothing is missing."""
        lacking = {name for each in self.missing for name in each.names}
        return tuple(each for each in self.needed if each.name not in lacking)

    @property
    def not_sent(self) -> tuple[str, ...]:
        """Return the records that are complete and not sent on yet."""
        return tuple(each.name for each in self.complete if not (each.record.sent or each.record.slides_sent))

    def rows(self) -> Sequence[Row]:
        """Return a row for each record, with its days and ticks."""
        return [
            {"kind": each.kind, "record": each.name, "more": each.more, **each.record.model_dump()}
            for each in self.held
        ]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each record: report, pictures or slides, and its days."""
        heads = ("", told.REPORT, told.MORE, told.REQUESTED, told.RECEIVED, told.SENT)
        return [heads, *((each.name, *cells(each)) for each in self.held)]

    def heading(self) -> str:
        """Return how many records are complete."""
        return told.complete(len(self.complete), len(self.needed))

    def notes(self) -> Sequence[str]:
        """Return what to ask for, a line for each."""
        return self.sentences()[1:]

    def sentences(self) -> list[str]:
        """Return how much is here, what to ask for by name, what was asked for, what can be sent on."""
        waiting = list(dict.fromkeys(each.name for each in self.missing if each.requested))
        only_report = [each.name for each in self.needed if each.has_report and each.more and not each.has_more]
        return [
            self.heading(),
            *([told.only_report(only_report)] if only_report else []),
            *([told.waiting(waiting)] if waiting else []),
            *([told.can_be_sent(self.not_sent)] if self.not_sent else []),
            *([told.PAPER_AND_FILES] if self.missing else []),
        ]

    def to_ask_for(self) -> list[str]:
        """Return what to ask for by name, a line for each thing that is missing."""
        return [told.ask_for(each.name, each.what) for each in self.missing]

    def plain(self) -> dict[str, Any]:
        """Return everything as plain mappings and lists, as for JSON; days as year-month-day."""
        return {
            "records": [
                {"kind": each.kind, "record": each.name, "more": each.more or None, "complete": each in self.complete}
                | each.record.model_dump(mode="json")
                for each in self.held
            ],
            "missing": [
                {
                    "records": list(each.names),
                    "what": each.what,
                    "requested": each.requested.isoformat() if each.requested else None,
                }
                for each in self.missing
            ],
            "to_ask_for": self.to_ask_for(),
            "sentences": self.sentences(),
        }


def records(case: Case) -> Records:
    """Return the records of a case, kind by kind, and what is missing.

    Parameters
    ----------
    case : Case
        What the family noted.

    Returns
    -------
    Records
        Every kind of record: here, asked for, sent; report and pictures or slides are two separate ticks.

    Raises
    ------
    CompareError
        Something else than a case.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "Surgery"}], preparation={"records": {"MRI": {"have_report": True}}})
    >>> [each.what for each in records(case).missing if each.name == "MRI"][0][:23]
    'the pictures themselves'
    """
    expect(case, Case)
    noted = case.noted.records
    kinds = checklist("records", Kind)
    of_kind = {name: _kind_of(name, kinds) for name in noted}
    groups = [(kind, tuple(_held(kind, noted, of_kind))) for kind in kinds]
    own = tuple(Held("", name, "", record) for name, record in noted.items() if not of_kind[name])
    missing = [each for kind, held in groups for each in _missing(kind, held)]
    missing += [_asked([each], each.name, is_more=False) for each in own if each.is_needed and not each.has_report]
    return Records(case, tuple(each for _, held in groups for each in held) + own, tuple(missing))


def _kind_of(name: str, kinds: Sequence[Kind]) -> str:
    """Return the key of the kind of a record: the one of that very name, else the first of which a word stands in it."""
    named = [kind.key for kind in kinds if kind.is_named(name)]
    return next(iter(named), next((kind.key for kind in kinds if kind.holds(name)), ""))


def _held(kind: Kind, noted: Mapping[str, Record], of_kind: Mapping[str, str]) -> Iterator[Held]:
    names = [name for name in noted if of_kind[name] == kind.key]
    if not names:
        yield Held(kind.key, kind.label, kind.more, Record())
    for name in names:
        yield Held(kind.key, name, kind.more, noted[name])


def _missing(kind: Kind, held: Sequence[Held]) -> Iterator[Missing]:
    """Give what is missing of a kind: record by record, or of all its records together."""
    for group in [[each] for each in held] if kind.each else [held]:
        needed = [each for each in group if each.is_needed]
        if needed and not any(each.has_report for each in needed):
            is_named = kind.each and needed[0].name != kind.label
            yield _asked(needed, kind.ask_for_one if is_named else kind.ask_for, is_more=False)
        if needed and kind.more and not any(each.has_more for each in needed):
            yield _asked(needed, kind.ask_more, is_more=True)


def _asked(needed: Sequence[Held], what: str, *, is_more: bool) -> Missing:
    requested = next((each.record.requested for each in needed if each.record.requested), None)
    return Missing(tuple(each.name for each in needed), what, is_more=is_more, requested=requested)


def cells(held: Held) -> Iterable[str]:
    """Return the cells of a record: report, pictures or slides, asked for, here, sent."""
    record = held.record
    if not held.is_needed:
        return (told.NOT_NEEDED, "", "", "", "")
    more = told.tick(is_done=held.has_more, of=held.more) if held.more else ""
    days = (words.day(when) if when else "" for when in (record.requested, record.received, record.sent))
    return (told.tick(is_done=held.has_report), more, *days)
