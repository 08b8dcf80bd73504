"""JSON into a tree: the standard library's reader, asked to remember the line of every value."""

from __future__ import annotations

import json
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from compare.errors import CompareError, quoted
from compare.trees.node import Node, check_length, check_size, clean_text, is_number, number_scalar, twice

_SPACE = " \t\n\r"
_WORDS = {"true": True, "false": False, "null": None}


def parse_json(text: str) -> Node:
    """Return the tree of a JSON text.

    Raises
    ------
    CompareError
        Not JSON, NaN or Infinity, a key twice, too deep, too many.

    Examples
    --------
    >>> parse_json('{"goals": 70}').plain()
    {'goals': 70.0}
    """
    check_length(text)
    try:
        return _Reader(text).document()
    except JSONDecodeError as error:
        raise CompareError(
            "This is not well-formed JSON.",
            line=error.lineno,
            found=quoted(text[error.pos : error.pos + 30] or "the end of the file"),
            allowed=f"{error.msg[:1].lower()}{error.msg[1:]}",
            fix="look at this line and the one before: a missing comma, quote sign or bracket",
        ) from None


class _Reader:
    """Reads one value after the other and counts the lines as it goes."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._counted = 0
        self._count = 0

    def document(self) -> Node:
        if not self._text.strip():
            raise CompareError(
                "The file is empty.", found="nothing", allowed="a case", fix="`opinions new FILE` writes a template"
            )
        node = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise JSONDecodeError("One value and then the end of the file", self._text, self._at)
        return node

    def _value(self, depth: int) -> Node:
        char, line = self._skip(), self._line
        self._count += 1
        check_size(self._count, depth, line)
        if char == "{":
            return self._mapping(line, depth)
        if char == "[":
            return self._sequence(line, depth)
        if char == '"':
            return Node(clean_text(self._string(), line), line)
        return Node(self._word(line), line)

    def _mapping(self, line: int, depth: int) -> Node:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for _ in self._items("}"):
            if self._skip() != '"':
                raise JSONDecodeError("A key in double quotes", self._text, self._at)
            at = self._line
            key = clean_text(self._string(), at)
            if key in values:
                raise twice(key, lines[key], at)
            self._expect(":")
            lines[key], values[key] = at, self._value(depth + 1)
        return Node(values, line, lines)

    def _sequence(self, line: int, depth: int) -> Node:
        return Node([self._value(depth + 1) for _ in self._items("]")], line)

    def _items(self, end: str) -> Any:
        self._at += 1
        if self._skip() == end:
            self._at += 1
            return
        while True:
            yield
            if self._skip() == end:
                self._at += 1
                return
            self._expect(",")

    def _expect(self, char: str) -> None:
        if self._skip() != char:
            raise JSONDecodeError(f"`{char}`", self._text, self._at)
        self._at += 1

    def _string(self) -> str:
        try:
            value, self._at = scanstring(self._text, self._at + 1, True)  # noqa: FBT003 - it takes no names
        except JSONDecodeError as error:
            raise JSONDecodeError("A text that ends with a quote sign on its line", self._text, error.pos) from None
        return str(value)

    def _word(self, line: int) -> Any:
        start = self._at
        while self._at < len(self._text) and self._text[self._at] not in ',]}:"' + _SPACE:
            self._at += 1
        word = self._text[start : self._at]
        if word in _WORDS:
            return _WORDS[word]
        if is_number(word) and _json_number(word):
            return number_scalar(word, line)
        raise JSONDecodeError("A number, a text in double quotes, true, false or null", self._text, start)

    def _skip(self) -> str:
        """Pass over white space, count its line ends, and return the next character ('' at the end)."""
        while self._at < len(self._text) and self._text[self._at] in _SPACE:
            self._at += 1
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._text[self._at : self._at + 1]


def _json_number(word: str) -> bool:
    try:
        json.loads(word, parse_int=str)
    except JSONDecodeError:
        return False
    return True
