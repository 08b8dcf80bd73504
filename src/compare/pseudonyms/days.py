"""Days of a copy without names: all of them moved by one secret step of whole weeks, so that what lies between them stays."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial

from compare import words
from compare.case import Case
from compare.files.writing import as_tree
from compare.pseudonyms.common import common_words
from compare.words import pseudonyms as said

_LEAST_WEEKS, _WAYS = 4, 101


@cache
def _dates() -> re.Pattern[str]:
    """Return what finds dates as people write them; in digits, as 3/9/2026, nobody knows which number is the day."""
    known = common_words()
    sure = "|".join(sorted(set(known.months) - known.also_months, key=lambda name: (-len(name), name)))
    verb = "|".join(sorted(name.capitalize() for name in known.also_months))
    full = "|".join(sorted(name.capitalize() for name in known.full_months))
    month, year = rf"(?:(?i:{sure})|{verb})\b", r"(?:19|20)\d\d\b"
    before = r"(?i:in|by|until|till|before|after|since|during|from|early|late|mid|last|next|this|im|en|à)[\s-]+"
    return re.compile(
        rf"""
          (?<![\w-])(?P<iso>{year}-\d\d-\d\d)(?!\d)
        | (?<![\w-])(?P<iso_month>{year}-(?:0[1-9]|1[0-2]))(?![\w-])
        | (?<!\w)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(?P<month>{month})
          (?:[.,]?\s+(?:del?\s+)?(?P<year>{year}))?
        | \b(?P<month_us>{month})\.?\s+(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<year_us>{year}))?
        | (?<![\w./-])\d{{1,2}}(?P<sign>[./-])\d{{1,2}}(?P=sign)(?:\d{{4}}|\d\d)(?![\w/-])
        | (?P<alone>\b{month}\.?\s+(?:del?\s+|of\s+)?{year})
        | (?P<before>\b{before})(?P<verb>(?:{verb})\b(?:\s+{year})?)
        | (?P<bare>\b(?:{full})\b)
        """,
        re.VERBOSE,
    )


@dataclass(frozen=True)
class Step:
    """How far every day moves.

    Parameters
    ----------
    weeks : int
        Whole weeks, later or (below 0) earlier, so that days of the week stay; 0 leaves every day where it is.

    Examples
    --------
    >>> step = Step(-10)
    >>> step.moved(date(2026, 3, 23)), step.in_text("Seen on 23 March 2026, again on 3 April.")
    (datetime.date(2026, 1, 12), 'Seen on 12 January 2026, again on [day].')
    """

    weeks: int

    def moved(self, day: date) -> date:
        """Return a day moved by the step; the other way where the calendar ends."""
        move = timedelta(weeks=self.weeks)
        try:
            return day + move
        except OverflowError:
            return day - move

    def in_text(self, text: str, *, published: bool = False) -> str:
        """Return a text in which whole dates are moved, and days and months without a year are taken out.

        Parameters
        ----------
        text : str
            What somebody wrote.
        published : bool
            Whether it names something published: there a date is taken out, never changed into a wrong one.
        """
        return _dates().sub(partial(self._written, published=published), text) if self.weeks else text

    def _written(self, found: re.Match[str], *, published: bool) -> str:
        if found["alone"] or found["bare"] or found["verb"]:
            return f"{found['before'] or ''}{said.A_MONTH}"
        if found["iso_month"]:
            moved = self._moved(f"{found['iso_month']}-01")
            return moved.isoformat()[:7] if moved and not published else said.A_MONTH
        if published:
            return said.A_DAY
        if found["iso"]:
            moved = self._moved(found["iso"])
            return moved.isoformat() if moved else said.A_DAY
        moved = self._moved(_iso(found))
        return words.day(moved) if moved else said.A_DAY

    def _moved(self, iso: str) -> date | None:
        try:
            return self.moved(date.fromisoformat(iso))
        except ValueError:
            return None


def _iso(found: re.Match[str]) -> str:
    """Return a written date as year-month-day; nothing that is a date where the year is missing."""
    month, day, year = (found[name] or found[f"{name}_us"] or "" for name in ("month", "day", "year"))
    number = common_words().months.get(month.casefold(), 0)
    return f"{year}-{number:02}-{day:0>2}"


def secret_step(case: Case, secret: str | None = None) -> Step:
    """Return the step by which the days of a case move.

    It is a keyed hash of everything that stands in the case, names and all, so the same file gives the same copy. Whoever holds
    only the copy lacks what was hashed and cannot work it out; there are only some 200 steps, so that even guessed names can be
    tried against it hardly at all.

    Parameters
    ----------
    case : Case
        The case with its names.
    secret : str, optional
        A word that only the family knows; with it several files move alike.

    Returns
    -------
    Step
        4 to 104 weeks, earlier or later.
    """
    told = secret or json.dumps(as_tree(case), ensure_ascii=False, sort_keys=True)
    number = int.from_bytes(hmac.new(b"opinion-compare: days", told.encode(), hashlib.sha256).digest()[:8], "big")
    weeks = _LEAST_WEEKS + number // 2 % _WAYS
    return Step(-weeks if number % 2 else weeks)
