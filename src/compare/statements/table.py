"""The table of what each doctor said: a column for each opinion, lines in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare import words
from compare.case import Case
from compare.errors import visible
from compare.tabular import Tabular, escaped
from compare.words import headings


@dataclass(frozen=True)
class Cell:
    """What one opinion says on one line: a text, what it is worth, a remark, and whether it is still open."""

    text: str
    number: str = ""
    remark: str = ""
    is_open: bool = False


Line = tuple[str, Sequence[Cell]]
"""A label, and a cell for each opinion."""


@dataclass(frozen=True)
class Group:
    """Lines that belong together, under a title."""

    title: str
    lines: Sequence[Line]


@dataclass(frozen=True, repr=False)
class SideBySide(Tabular):
    """What each doctor said.

    Parameters
    ----------
    case : Case
        Where it stands.
    facts, chances, reasons : Group
        The doctors and their plans; what may happen; what speaks for and against.
    answers : sequence of Group
        The answers, a group for each criterion.
    asked : Group
        What was asked, and what came back.
    sources : mapping
        Published sources, each with the number by which the remarks name it.
    others : Group
        Watch and wait, and other ways: always asked about (rule R19).
    decision : Group
        What was decided: lines of one cell, because they are about no single opinion; they stand below the table.
    """

    case: Case
    facts: Group
    answers: Sequence[Group]
    chances: Group
    reasons: Group
    asked: Group
    sources: Mapping[str, str]
    others: Group = Group("", ())
    decision: Group = Group("", ())

    @property
    def groups(self) -> list[Group]:
        """Return every group of lines with a cell for each opinion."""
        groups = (self.facts, *self.answers, self.chances, self.reasons, self.asked, self.others)
        return [group for group in groups if group.lines]

    def shown(self) -> Sequence[Sequence[str]]:
        """Return the heads, then a row for each line, a column for each opinion."""
        lines = (line for group in self.groups for line in group.lines)
        return [("", *self.case.names), *((label, *(cell.text for cell in cells)) for label, cells in lines)]

    def rows(self) -> Sequence[Mapping[str, str]]:
        """Return the same rows, with the title of their group."""
        return [
            {"group": group.title, "line": label}
            | {name: cell.text for name, cell in zip(self.case.names, cells, strict=True)}
            for group in self.groups
            for label, cells in group.lines
        ]

    def heading(self) -> str:
        """Return the line above the table."""
        return headings.WHAT_WAS_SAID

    def notes(self) -> Sequence[str]:
        """Return what was decided, a line for each thing recorded."""
        return [words.about(label, cells[0].text) for label, cells in self.decision.lines]

    def __repr__(self) -> str:
        """Return one short line, for where there is no room for a table."""
        return f"{headings.WHAT_WAS_SAID}: {words.listing([visible(name) for name in self.case.names])}"

    def _repr_html_(self) -> str:
        lead = "".join(f"<p>{escaped(text)}</p>" for text in (self.case.question, self.case.notice) if text)
        heads = "".join(f'<th scope="col" style="{_STYLE}">{escaped(name)}</th>' for name in self.case.names)
        body = "".join(self._group_html(group) for group in self.groups)
        notes = "".join(f"<p>{escaped(note)}</p>" for note in self.notes())
        return (
            f'<div class="tex2jax_ignore mathjax_ignore">{lead}<div style="overflow-x:auto" tabindex="0" role="group" '
            f'aria-label="{self.heading()}"><table><caption style="text-align:left">{self.heading()}</caption>'
            f"<thead><tr><td></td>{heads}</tr></thead>{body}</table></div>{notes}</div>"
        )

    def _group_html(self, group: Group) -> str:
        span = len(self.case.names) + 1
        title = f'<th colspan="{span}" scope="rowgroup" style="{_STYLE};max-width:none">{escaped(group.title)}</th>'
        rows = "".join(
            f'<tr><th scope="row" style="{_STYLE};font-weight:normal">{escaped(label)}</th>'
            + "".join(f'<td style="{_STYLE}">{escaped(cell.text)}</td>' for cell in cells)
            + "</tr>"
            for label, cells in group.lines
        )
        return f"<tbody><tr>{title}</tr>{rows}</tbody>"


_STYLE = (
    "text-align:left;vertical-align:top;white-space:normal;max-width:20em;padding:0.3em 1.2em 0.3em 0;line-height:1.4"
)
