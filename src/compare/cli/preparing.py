"""The command that helps to get ready: what to do when, what to gather, to ask, to send, and what is late."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from compare import words
from compare.case import Case
from compare.cli.commands import wrote
from compare.cli.output import bullets, filled, not_the_input, say_blocks, say_json
from compare.cli.whose import case_of
from compare.errors import CompareError, quoted
from compare.files import read
from compare.preparation import insurer, plan, records, specialists
from compare.preparation import prepare as standing
from compare.preparation.afterwards import after_deciding
from compare.preparation.cards import answer_cards
from compare.preparation.folder import Records
from compare.preparation.needing import reasons_to_ask
from compare.preparation.packet import remote_packet
from compare.preparation.summary import medical_summary
from compare.preparation.visiting import visit_sheet
from compare.pseudonyms.days import secret_step
from compare.statements import question_grid
from compare.words import gathering
from compare.words.pseudonyms import NOTE

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

_RESULTS: Mapping[str, Callable[[Case], Any]] = {
    "reasons": reasons_to_ask,
    "records": records,
    "specialists": specialists,
    "insurer": insurer,
    "questions": question_grid,
    "summary": medical_summary,
    "packet": remote_packet,
    "visit": visit_sheet,
    "worries": answer_cards,
    "after": after_deciding,
}


def prepare(options: argparse.Namespace) -> None:
    """Say where a family stands with getting ready, or put it on a page."""
    case = case_of(options)
    today = _today(options)
    if options.out is not None:
        from compare.reports.preparing import save_preparing

        out = not_the_input(options.out, options.file)
        try:
            wrote(save_preparing(case, out, options.what or "", today=today, paper=options.paper), options)
        except CompareError as error:
            raise error.at(file=error.file or Path(options.file).name) from None
        return
    found = _found(case, options.what, today)
    if options.json:
        say_json(found.plain())
        return
    asked = f"{gathering.ASK_FOR}:\n{bullets(found.to_ask_for())}" if isinstance(found, Records) else ""
    say_blocks(filled(case.question), filled(case.notice), str(found), asked, filled(words.CAUTION))


def _found(case: Case, what: str | None, today: date | None) -> Any:
    if what is None:
        return standing(case, today=today)
    return plan(case, today=today) if what == "plan" else _RESULTS[what](case)


def _today(options: argparse.Namespace) -> date | None:
    """Return which day it is; in a copy without names it moves as every other day."""
    if options.today is None:
        return None
    day = _day(options.today)
    original = read(options.file)
    is_moved = options.without_names and NOTE not in original.notice
    return secret_step(original).moved(day) if is_moved else day


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        raise CompareError(
            "This is not a day.",
            path=("--today",),
            found=quoted(text),
            allowed="a day of the calendar as year-month-day, as in 2026-03-31",
            fix="write it so, or leave it out",
        ) from None
