"""The tree: scalars, lists and mappings, each with the line on which it stands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any, Self

from compare import limits
from compare.errors import CompareError, Path, Place, at_line, is_hidden, quoted

_NUMBER = re.compile(r"[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?", re.ASCII)


class Number(float):
    """A float that remembers how it was written, so that a version ``4.10`` stays ``4.10`` where text is meant.

    Examples
    --------
    >>> Number("4.10"), Number("4.10").text
    (4.1, '4.10')
    """

    text: str

    def __new__(cls, text: str) -> Self:
        """Read a number from the text in which it was written."""
        number = super().__new__(cls, text)
        number.text = text
        return number

    def __reduce__(self) -> tuple[type[Number], tuple[str]]:
        """Keep the written form when copied."""
        return type(self), (self.text,)


def is_number(text: str) -> bool:
    """Tell whether text is a plain decimal number in ASCII digits.

    Examples
    --------
    >>> [is_number(text) for text in ("12.5", "-3", "1e3", "12,5", "1_000", "nan", "０")]
    [True, True, True, False, False, False, False]
    """
    return _NUMBER.fullmatch(text) is not None


@dataclass(frozen=True)
class Node:
    """A value and its place.

    Parameters
    ----------
    value
        None, bool, `Number` or str; or a list of nodes; or a mapping from key to node.
    line : int or Place
        The line on which the value begins, from 1; or its place in a table.
    key_lines : mapping
        For a mapping: the line of each key.
    """

    value: Any
    line: int
    key_lines: dict[str, int] = field(default_factory=dict)

    def plain(self) -> Any:
        """Return the tree as plain Python values, texts in Unicode normal form C."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def line_of(self, path: Path, *, value: bool = False) -> int:
        """Return the line of the deepest place that exists on a path; steps that lead nowhere are passed over.

        Parameters
        ----------
        path : tuple of str and int
            The keys that lead to the place.
        value : bool
            Whether the place of a single value is wanted, rather than that of its key: in a table they are two cells.
        """
        node, line = self, self.line
        for step in path:
            below = node._below(step)
            if below is not None:
                line = node.key_lines.get(str(step), below.line)
                node = below
        return node.line if value and not isinstance(node.value, dict | list) else line

    def known(self, path: Path) -> Path:
        """Return a path without the steps that the tree does not have."""
        node, steps = self, []
        for step in path:
            below = node._below(step)
            if below is not None:
                node = below
                steps.append(step)
        return tuple(steps)

    def _below(self, step: str | int) -> Node | None:
        if isinstance(self.value, dict):
            below: Node | None = self.value.get(step)
            return below
        inside = isinstance(self.value, list) and isinstance(step, int) and step < len(self.value)
        return self.value[int(step)] if inside else None


def clean_text(text: str, line: int | None = None) -> str:
    """Return text in normal form C, or say which character may not stand in a case."""
    if len(text) > limits.TEXT_LETTERS:
        raise CompareError(
            "This text is too long.",
            line=line,
            found=f"{len(text)} letters",
            allowed=f"at most {limits.TEXT_LETTERS} letters",
            fix="shorten it, or keep the long text in a file of its own",
        )
    if not text.isprintable():
        for char in text:
            if is_hidden(char) and char not in "\n\t":
                raise CompareError(
                    "This text holds a character that cannot be seen and may turn the text round or break a page.",
                    line=line,
                    found=f"{quoted(text)} with U+{ord(char):04X}",
                    allowed="letters, digits, signs, spaces and line ends",
                    fix="delete the hidden character and type the text again",
                )
    return unicodedata.normalize("NFC", text)


def number_from(raw: object) -> float | None:
    """Return a number from a number or from its digits; None for anything else.

    Raises
    ------
    CompareError
        The number is too long or too large.
    """
    if isinstance(raw, str) and is_number(raw.strip()):
        raw = number_scalar(raw.strip())
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        return None
    if not abs(raw) <= limits.LARGEST_NUMBER:
        raise CompareError(
            "This is not an ordinary number.",
            found=quoted(getattr(raw, "text", raw)),
            allowed=f"at most {limits.LARGEST_NUMBER:,}",
            fix="check its digits and its unit",
        )
    return float(raw)


def number_scalar(text: str, line: int | None = None) -> Number:
    """Return a number that remembers how it was written, or say that it is too long or too large."""
    if len(text) > limits.NUMBER_DIGITS:
        raise CompareError(
            "This number is too long.",
            line=line,
            found=f"{text[: limits.NUMBER_DIGITS]}… ({len(text)} digits)",
            allowed=f"at most {limits.NUMBER_DIGITS} digits",
            fix="write a shorter number",
        )
    number = Number(text)
    if number in {float("inf"), float("-inf")}:
        raise CompareError(
            "This number is too large.", line=line, found=text, allowed="an ordinary number", fix="write it out"
        )
    return number


def check_length(text: str) -> None:
    """Refuse, before anything is read, a text with too many or too long lines."""
    lines = text.count("\n")
    if lines > limits.LINES or text.count(",") > limits.LINES + lines:
        raise CompareError(
            "The file holds too many lines or values.",
            line=limits.LINES,
            found=f"{lines:,} lines, {text.count(','):,} commas",
            allowed=f"at most {limits.LINES:,} lines and {limits.VALUES:,} values",
            fix="keep one family's case in one file",
        )


def check_line_length(text: str) -> None:
    """Refuse a text with a line that is longer than any that people write."""
    longest = max((len(line), -number) for number, line in enumerate(text.split("\n"), 1))
    if longest[0] > limits.LINE_LETTERS:
        raise CompareError(
            "This line is too long.",
            line=-longest[1],
            found=f"{longest[0]:,} letters",
            allowed=f"at most {limits.LINE_LETTERS:,} letters in a line, {limits.TEXT_LETTERS:,} in a text",
            fix="shorten it, or keep the long text in a file of its own",
        )


def check_size(count: int, depth: int, line: int) -> None:
    """Refuse a tree with too many values or too many levels."""
    if count > limits.VALUES:
        raise CompareError(
            "The file holds too many values.",
            line=line,
            found=f"more than {limits.VALUES:,}",
            allowed=f"at most {limits.VALUES:,} values",
            fix="split the file into one file for each family's case",
        )
    if depth > limits.DEPTH:
        raise CompareError(
            "The file is nested too deeply.",
            line=line,
            found=f"more than {limits.DEPTH} levels",
            allowed=f"at most {limits.DEPTH} levels",
            fix="write it flatter; a case needs about 8 levels",
        )


def twice(key: str, first: int, second: int) -> CompareError:
    """Return the error for a key that stands twice in one mapping."""
    return CompareError(
        "The same key stands twice.",
        line=second,
        found=f"{quoted(key)} {_both(first, second)}",
        allowed="each key once",
        fix="keep one of the two",
    )


def _both(first: int, second: int) -> str:
    if isinstance(first, Place) or isinstance(second, Place):
        return f"in {at_line(first)} and in {at_line(second)}"
    return f"on lines {first} and {second}"
