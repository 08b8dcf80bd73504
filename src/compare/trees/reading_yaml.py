"""YAML 1.2 into a tree, by parse events.

Events, not a ready-made loader, because only they tell the line of every value, a key that stands twice, a tag, an
alias and the depth before anything is built. Words such as ``no`` and ``on`` stay text, as YAML 1.2 has it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml import events as ev
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.reader import ReaderError

from compare import limits
from compare.errors import CompareError, quoted
from compare.trees.node import (
    Node,
    check_length,
    check_line_length,
    check_size,
    clean_text,
    is_number,
    number_scalar,
    twice,
)

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_TAGS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool", "null", "map", "seq"))
_INFINITE = frozenset({".inf", "-.inf", "+.inf", ".nan"})


def parse_yaml(text: str) -> Node:
    """Return the tree of a YAML text.

    Raises
    ------
    CompareError
        Not YAML, two documents, a tag, an alias of more than a single value, a key twice, too deep, too many.

    Examples
    --------
    >>> parse_yaml("goals: 70").plain()
    {'goals': 70.0}
    """
    check_length(text)
    check_line_length(text)
    try:
        return _Builder(YAML(typ="safe", pure=True).parse(text)).document()
    except MarkedYAMLError as error:
        raise _not_yaml(error, text) from None
    except ReaderError as error:
        raise CompareError(
            "The file holds a character that YAML does not allow.",
            line=text.count("\n", 0, error.position) + 1,
            found=f"U+{error.character:04X}",
            allowed="letters, digits, signs, spaces and line ends",
            fix="delete the hidden character and type the text again",
        ) from None
    except (YAMLError, ValueError, AttributeError, NotImplementedError, OverflowError, AssertionError) as error:
        directive = next((n for n, line in enumerate(text.split("\n"), 1) if line.startswith("%")), None)
        raise CompareError(
            "This is not well-formed YAML.",
            line=directive,
            found=quoted(str(error)),
            allowed="YAML 1.2",
            fix="delete lines that begin with `%`" if directive else "look for a stray sign or escape",
        ) from None


def _not_yaml(error: MarkedYAMLError, text: str) -> CompareError:
    """Return the error for a line that is not YAML, in plain words where the reader's own are not."""
    problem, context = str(error.problem or ""), str(error.context or "")
    unclosed = "quoted scalar" in context
    mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else None
    if unclosed:
        fix = "close the quote sign that opens on this line"
    elif "\\t" in problem:
        fix = "a tab stands here: use spaces"
    elif "mapping values" in problem:
        fix = "put a text that holds a colon in quotes"
    else:
        fix = "look at this line and the one before: spaces at its start, a missing colon, bracket or quote sign"
    return CompareError(
        "This is not well-formed YAML.",
        line=None if line is None else line + 1,
        found=quoted(lines[line].strip()) if line is not None else quoted(problem),
        allowed="`key: value`, lists with `- `, texts with a colon or quote sign inside quotes",
        fix=fix,
    )


class _Builder:
    """Builds the tree from the stream of events."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self._anchors: dict[str, Node] = {}
        self._count = 0
        self._repeated = 0

    def document(self) -> Node:
        next(self._events)
        start = next(self._events)
        if isinstance(start, ev.StreamEndEvent):
            raise CompareError(
                "The file is empty.", found="nothing", allowed="a case", fix="`opinions new FILE` writes a template"
            )
        node = self._node(next(self._events), 0)
        next(self._events)
        after = next(self._events)
        if not isinstance(after, ev.StreamEndEvent):
            raise CompareError(
                "The file holds more than one document.",
                line=after.start_mark.line + 1,
                found="a second document after `---` or `...`",
                allowed="one case in one file",
                fix="move the second case into a file of its own",
            )
        return node

    def _node(self, event: Any, depth: int) -> Node:
        self._count += 1
        line = event.start_mark.line + 1
        check_size(self._count, depth, line)
        if isinstance(event, ev.AliasEvent):
            return self._alias(event, line)
        _check_tag(event, line)
        if isinstance(event, ev.ScalarEvent):
            node = _scalar(event, line)
            if event.anchor:
                self._anchors[event.anchor] = node
            return node
        if isinstance(event, ev.SequenceStartEvent):
            return Node([self._node(item, depth + 1) for item in self._until(ev.SequenceEndEvent)], line)
        return self._mapping(line, depth)

    def _mapping(self, line: int, depth: int) -> Node:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in self._until(ev.MappingEndEvent):
            at = event.start_mark.line + 1
            if not isinstance(event, ev.ScalarEvent):
                raise CompareError(
                    "A key must be a single word.",
                    line=at,
                    found="a list or a mapping as a key",
                    allowed="a word",
                    fix="write one word before the colon",
                )
            _check_tag(event, at)
            key = clean_text(event.value, at)
            if key in values:
                raise twice(key, lines[key], at)
            lines[key] = at
            values[key] = self._node(next(self._events), depth + 1)
        return Node(values, line, lines)

    def _until(self, end: type) -> Iterator[Any]:
        while not isinstance(event := next(self._events), end):
            yield event

    def _alias(self, event: Any, line: int) -> Node:
        if event.anchor not in self._anchors:
            raise CompareError(
                "A reference (`*`) may only repeat a single value that stands above it.",
                line=line,
                found=f"*{quoted(event.anchor)}",
                allowed="a reference to one word or number",
                fix="write the value out",
            )
        value = self._anchors[event.anchor].value
        self._repeated += len(str(value))
        if self._repeated > limits.TEXT_LETTERS:
            raise CompareError(
                "References repeat too much.",
                line=line,
                found=f"{self._repeated:,} letters",
                allowed=f"at most {limits.TEXT_LETTERS:,} letters in all",
                fix="write the values out",
            )
        return Node(value, line)


def _check_tag(event: Any, line: int) -> None:
    tag = str(event.tag) if event.tag else None
    if tag and tag not in {"!", *_TAGS}:
        raise CompareError(
            "Tags are not allowed in a case file.",
            line=line,
            found=quoted(tag),
            allowed="plain values without a word that begins with `!`",
            fix="delete the tag; put a text that begins with `!` in quotes",
        )


def _scalar(event: Any, line: int) -> Node:
    text, plain = event.value, event.implicit[0]
    tag = str(event.tag).rpartition(":")[2] if event.tag else None
    if tag in {"int", "float", "bool", "null"}:
        return Node(_tagged(tag, text, line), line)
    if not plain or tag == "str":
        return Node(clean_text(text, line), line)
    if text in _NULL:
        return Node(None, line)
    if text in _BOOL:
        return Node(_BOOL[text], line)
    if is_number(text):
        return Node(number_scalar(text, line), line)
    if text.casefold() in _INFINITE:
        raise CompareError(
            "This is not an ordinary number.", line=line, found=text, allowed="a number", fix="write it out"
        )
    return Node(clean_text(text, line), line)


def _tagged(tag: str, text: str, line: int) -> Any:
    if tag == "null" and text in _NULL:
        return None
    if tag == "bool" and text in _BOOL:
        return _BOOL[text]
    if tag in {"int", "float"} and is_number(text) and (tag == "float" or text.lstrip("+-").isdigit()):
        return number_scalar(text, line)
    raise CompareError(
        f"The tag says `{tag}`, the value is something else.",
        line=line,
        found=quoted(text),
        allowed="plain values without tags",
        fix="delete the tag",
    )
