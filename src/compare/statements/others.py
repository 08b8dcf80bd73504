"""Other ways, always asked about (rule R19): watch and wait, no treatment now, a way that nobody has named."""

from __future__ import annotations

from collections.abc import Iterator

from compare import words
from compare.audit.remarks import options_of
from compare.case import Case, Opinion, OtherOption
from compare.fields import same_name
from compare.statements.table import Cell, Line
from compare.words import headings

_WAITING = {"active surveillance", "watchful waiting"}
_NOBODY = "nobody"


def others(case: Case) -> list[Line]:
    """Return a line for watching and waiting, one for each other option, and one for a way that nobody has named.

    What the family says of an option stands in its label, so that no doctor seems to have said it.
    """
    named = [option for option in case.other_options if _NOBODY not in same_name(option.option)]
    another = [option for option in case.other_options if option not in named]
    return [
        *_waiting(case),
        *((_label(option), [_named(opinion, option) for opinion in case.opinions]) for option in named),
        *((_label(option), [_other(opinion, option) for opinion in case.opinions]) for option in another or [_ANOTHER]),
    ]


def _waiting(case: Case) -> Iterator[Line]:
    state = options_of(case).waiting
    if state == "planned":
        plans = ((headings.THIS_PLAN if _waits(opinion) else headings.NOT_THIS_PLAN) for opinion in case.opinions)
        yield headings.WAIT, [Cell(text) for text in plans]
    elif state == "missing":
        yield headings.WAIT, [Cell(headings.ASK_ABOUT_WAITING, is_open=True) for _ in case.opinions]


def _waits(opinion: Opinion) -> bool:
    return bool(opinion.plan and _WAITING & {*opinion.plan.modalities, opinion.plan.intent})


def _answered(option: OtherOption) -> bool:
    return option.considered is not None or bool(option.why)


def _label(option: OtherOption) -> str:
    if not _answered(option):
        return option.option
    return words.about(option.option, words.source(headings.TALKED_ABOUT[option.considered], option.why))


def _named(opinion: Opinion, option: OtherOption) -> Cell:
    """Return whether a doctor named an option too; open where nobody has answered it."""
    if same_name(option.option) in {same_name(text) for text in opinion.alternatives}:
        return Cell(headings.NAMED_BY_THIS_DOCTOR)
    return Cell("") if _answered(option) else Cell(headings.NOT_TALKED_ABOUT, is_open=True)


def _other(opinion: Opinion, option: OtherOption) -> Cell:
    """Return the other ways that a doctor named; open where neither the doctor nor the family has answered."""
    if opinion.alternatives:
        return Cell("; ".join(opinion.alternatives))
    return Cell("") if _answered(option) else Cell(headings.ASK_FOR_ANOTHER, is_open=True)


_ANOTHER = OtherOption(option=headings.NOBODY_NAMED)
