"""The one error that people meet.

It says where (file, line, place), what was found, what is allowed and what to do. Everything that is wrong
with a file, a call or an answer is told through it; whatever else escapes is a fault of the program itself.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from pydantic_core import PydanticCustomError

Path = tuple[str | int, ...]

_LONGEST_QUOTE = 80
_LONGEST_LIST = 20
_LONGEST_LINE = 320
_LONGEST_GUESS = 60

_MADE_WITH = {
    "Case": ("a Case", "read one with compare.read(...)"),
    "Scores": ("Scores", "make them with compare.score(case)"),
    "Weights": ("Weights", "make them with compare.points({...}) or another of its kind"),
    "WhatIf": ("what compare.what_if(scores) gives", "make it with compare.what_if(scores)"),
    "TradeOff": ("what compare.trade_off(scores) gives", "make it with compare.trade_off(scores)"),
    "HowOften": ("what compare.how_often(case) gives", "make it with compare.how_often(case)"),
    "Questions": ("what compare.questions(scores) gives", "make it with compare.questions(scores)"),
    "Differences": ("what compare.differences(case) gives", "make it with compare.differences(case)"),
    "FamilyView": ("what compare.family(case) gives", "make it with compare.family(case)"),
}
"""What each kind of value is called in an error, and how to come by one."""


class Place(int):
    """A place in a table: counted as a line is, so that places can be put in order, and named as people find it.

    Examples
    --------
    >>> print(CompareError("This is no day.", file="case.xlsx", line=Place(7, "sheet Start, cell E7")))
    case.xlsx, sheet Start, cell E7
    This is no day.
    """

    named: str

    def __new__(cls, order: int, named: str) -> Self:
        """Make a place from its order and its name."""
        place = super().__new__(cls, order)
        place.named = named
        return place

    def __str__(self) -> str:
        """Return its name."""
        return self.named

    def __reduce__(self) -> tuple[type[Place], tuple[int, str]]:
        """Keep the name when copied."""
        return type(self), (int(self), self.named)


@dataclass
class CompareError(Exception):
    """Something in a file or in a call is wrong.

    Parameters
    ----------
    problem : str
        What is wrong, in one sentence.
    file : str, optional
        The file's name.
    line : int or Place, optional
        The line in it, from 1; or the sheet and the cell, or the line and the column.
    path : tuple of str and int
        The keys that lead to the place, from the top of the case.
    found, allowed, fix : str, optional
        What stands there, what may stand there, what to do.

    Examples
    --------
    >>> print(CompareError("This answer is off its scale.", found="140", allowed="0 to 100"))
    This answer is off its scale.
      found:   140
      allowed: 0 to 100
    """

    problem: str
    file: str | None = None
    line: int | None = None
    path: Path = ()
    found: str | None = None
    allowed: str | None = None
    fix: str | None = None
    more: int = 0

    def __str__(self) -> str:
        """Give the whole message, at most eight lines."""
        place = written(self.path)
        where = ", ".join(
            part
            for part in (visible(self.file) if self.file else "", at_line(self.line) if self.line else "", place)
            if part
        )
        labelled = {"found": self.found, "allowed": self.allowed, "to do": self.fix}
        rows = [
            f"  {label + ':':<9}{visible(text) or 'nothing'}" for label, text in labelled.items() if text is not None
        ]
        if self.more:
            rows.append(f"  There {'is' if self.more == 1 else 'are'} {self.more} more like this.")
        return "\n".join([*([where] if where else []), visible(self.problem), *rows])

    def _render_traceback_(self) -> list[str]:
        """Show the message alone in a notebook (IPython asks for this)."""
        return str(self).splitlines()

    def at(self, *, file: str | None = None, line: int | None = None, path: Path = ()) -> CompareError:
        """Return the same error with its place named; ``path`` goes in front of the path it has."""
        return replace(self, file=file or self.file, line=line or self.line, path=(*path, *self.path))

    def __reduce__(self) -> tuple[type[CompareError], tuple[Any, ...]]:
        """Let the error travel between processes."""
        fields = (self.problem, self.file, self.line, self.path, self.found, self.allowed, self.fix, self.more)
        return type(self), fields


class MissingExtraError(CompareError):
    """An optional library is not installed."""


def missing_extra(library: str, extra: str) -> MissingExtraError:
    """Return the error for an optional library that is not there, with the command that installs it."""
    return MissingExtraError(
        f"This needs {library}, which is not installed.", fix=f'pip install "opinion-compare[{extra}]"'
    )


def as_pydantic(error: CompareError) -> PydanticCustomError:
    """Wrap an error so that pydantic carries it to the door, where its place is looked up."""
    return PydanticCustomError("compare", "{problem}", {"problem": error.problem, "error": error})


def at_line(line: int) -> str:
    """Return in words where a line is, or a place of another kind."""
    return visible(str(line)) if isinstance(line, Place) else f"line {line}"


def quoted(value: object) -> str:
    """Return a value as one short piece of visible text, for the ``found`` of an error."""
    text = value if isinstance(value, str) else f"{value:.15g}" if isinstance(value, float) else repr(value)
    text = visible(text).replace("\n", " ")
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}… ({len(text)} letters)"


def listed(options: Iterable[object]) -> str:
    """Return the allowed words as one line."""
    words = [quoted(str(option)) for option in options]
    shown = ", ".join(words[:_LONGEST_LIST])
    shown = shown if len(shown) <= _LONGEST_LINE else f"{shown[:_LONGEST_LINE]}…"
    return shown if len(words) <= _LONGEST_LIST else f"{shown} … ({len(words)} in all)"


def did_you_mean(word: str, options: Iterable[str], alike: float = 0.72) -> str | None:
    """Return a suggestion for a misspelt word, or None.

    Examples
    --------
    >>> did_you_mean("side_efects", ["goals", "side_effects"])
    'did you mean `side_effects`?'
    """
    if len(word) > _LONGEST_GUESS:
        return None
    known = {option.casefold(): option for option in options if len(option) <= _LONGEST_GUESS}
    spellings = (word.casefold().replace(" ", "_"), word.casefold())
    close = [near for spelt in spellings for near in difflib.get_close_matches(spelt, known, n=1, cutoff=alike)]
    return f"did you mean `{known[close[0]]}`?" if close else None


def wrong_ending(file: str, ending: str, what: str, endings: Iterable[str]) -> CompareError:
    """Return the error for a file whose name has an ending that cannot be read or written."""
    return CompareError(
        f"{what} cannot be kept in a file of this kind.",
        file=file,
        found=quoted(ending or "no ending"),
        allowed=listed(endings),
        fix="give the file one of these endings",
    )


def expect(value: object, kind: type[Any], *, or_nothing: bool = False) -> None:
    """Refuse a value of another kind than a function takes, and say how to come by the kind that it takes.

    Parameters
    ----------
    value : object
        What was passed.
    kind : type
        What is taken: `Case`, `Scores`, `Weights` or a result.
    or_nothing : bool
        Whether None will do as well.

    Raises
    ------
    CompareError
        The value is of another kind.
    """
    if isinstance(value, kind) or (or_nothing and value is None):
        return
    called, fix = _MADE_WITH.get(kind.__name__, (kind.__name__, None))
    called += " or nothing" if or_nothing else ""
    raise CompareError(f"This takes {called}.", found=type(value).__name__, allowed=called, fix=fix)


def unknown(what: str, word: str, options: Sequence[str], path: Path = ()) -> CompareError:
    """Return the error for a word that is not one of ``options``."""
    return CompareError(
        f"This is not {what}.",
        path=path,
        found=quoted(word),
        allowed=listed(options),
        fix=did_you_mean(word, options) or "use one of these, spelt the same",
    )


def written(path: Path) -> str:
    """Return a path as people write it: ``opinions[2].ratings.goals`` (counted from 1)."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return quoted(text) if text else ""


def visible(text: str) -> str:
    """Return text with every control, direction override and half character spelt out.

    Examples
    --------
    >>> visible("a" + chr(0x1b) + "b")
    'a<U+001B>b'
    """
    if text.isprintable():
        return text
    return "".join(f"<U+{ord(char):04X}>" if is_hidden(char) and char != "\n" else char for char in text)


def is_hidden(char: str) -> bool:
    """Tell whether a character is a control, a direction override, half a character or not a character at all."""
    code = ord(char)
    return (
        unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )
