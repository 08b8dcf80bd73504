"""Fields for what stands in a case: the value as people read it, and what was refused with the reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from compare.app.blocks import Act, Block, Field, Group, Row, Ticks
from compare.app.state import Place, State
from compare.app.typed import shown, shown_at, tree_of, value_at
from compare.errors import written
from compare.words import choices, entering
from compare.words import screens as told

__all__ = [
    "chosen",
    "field",
    "filled",
    "group",
    "items",
    "options",
    "pairs",
    "several",
    "shown",
    "ticks",
    "tree_of",
    "value_at",
]

Table = Mapping[str, tuple[str, str]]
"""Fields by the last step of their place: what each is called, and its form."""


def field(
    state: State,
    place: Place,
    label: str,
    form: str = "line",
    *,
    options: Sequence[tuple[str, ...]] = (),
    help: str = "",  # noqa: A002 - what the field calls it
    remark: str = "",
) -> Field:
    """Return the field of a place in the case, with what was typed there last.

    Parameters
    ----------
    state : State
        The state of the screen.
    place : sequence of str and int
        Where the value stands in the tree of the case.
    label, form, options, help, remark
        As in `compare.app.blocks.Field`.
    """
    typed, fault = state.drafts.get(tuple(place), ("", ""))
    value = typed if fault else shown_at(tree_of(state), place, form)
    return Field(tuple(place), label, form, value, options, help, _without_place(fault, place), remark)


def several(state: State, at: Place, table: Table) -> list[Field]:
    """Return the fields of a part of the case; those that can be chosen are offered by `choices.CHOICES`."""
    return [_one(state, (*at, key), label, form) for key, (label, form) in table.items()]


def _one(state: State, place: Place, label: str, form: str) -> Field:
    if form == "yes_no":
        return field(state, place, label, form, options=chosen(choices.YES_NO))
    if form == "choice":
        return field(state, place, label, form, options=chosen(choices.CHOICES[str(place[-1])]))
    if form == "pairs":
        return field(state, place, label, form, help=entering.PAIRS_HELP[str(place[-1])])
    return field(state, place, label, form, help=told.ONE_A_LINE if form == "lines" else "")


def pairs(fields: Sequence[Field]) -> list[Block]:
    """Return fields two by two, side by side where there is room."""
    return [Row(fields[place : place + 2]) for place in range(0, len(fields), 2)]


def items(state: State, place: Place, table: Table, add: str) -> list[Block]:
    """Return each item of a list with its fields, to be removed again, and a way to add one."""
    listed = value_at(tree_of(state), place) or []
    return [*(_item(state, (*place, at), table) for at in range(len(listed))), Act("add_item", add, [list(place)])]


def _item(state: State, where: Place, table: Table) -> Group:
    name = str(value_at(tree_of(state), (*where, "name")) or next(iter(table.values()))[0])
    remove = Act("remove", told.REMOVE, [list(where)], "quiet", name=entering.REMOVE_NAMED.format(name=name))
    return group(name, [*pairs(several(state, where, table)), remove], "/".join(map(str, where)))


def ticks(state: State, place: Place, label: str, words: Mapping[str, str]) -> Ticks:
    """Return the words of a list, each to be ticked; one that the list has beside them is offered too."""
    values = value_at(tree_of(state), place) or []
    known = [*words.items(), *((word, word) for word in values if word not in words)]
    fault = _without_place(state.drafts.get(tuple(place), ("", ""))[1], place)
    return Ticks(tuple(place), label, "member", "", known, fault=fault, values=values)


def group(title: str, blocks: Sequence[Block], name: str, *, remark: str | None = None) -> Group:
    """Return blocks that can be folded away, with how many of their fields are filled in."""
    return Group(title, blocks, entering.filled(*filled(blocks)) if remark is None else remark, folded=True, name=name)


def filled(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return how many fields among some blocks are filled in, and how many there are; a list of ticks is one field."""
    found = list(_fields(blocks))
    known = [bool(each.values) if isinstance(each, Ticks) else bool(each.value) and not each.fault for each in found]
    return sum(known), len(found)


def _fields(blocks: Sequence[Block]) -> Iterator[Field]:
    for block in blocks:
        if isinstance(block, Field):
            yield block
        elif isinstance(block, Row) or (isinstance(block, Group) and not block.folded):
            yield from _fields(block.blocks)


def options(words: Sequence[str], empty: str = told.NOT_ANSWERED) -> list[tuple[str, str]]:
    """Return words to choose from, the empty choice first."""
    return [("", empty), *((word, word) for word in words)]


def chosen(words: Mapping[str, str], empty: str = entering.NOT_SAID) -> list[tuple[str, str]]:
    """Return words to choose from with what each is called, the empty choice first."""
    return [("", empty), *words.items()]


def _without_place(fault: str, place: Place) -> str:
    """Return a reason without the line that says where it stands, if that is this very field."""
    if not fault:
        return ""
    first, _, rest = fault.partition("\n")
    here = written(tuple(place))
    return rest if rest and first and (here.startswith(first) or first.startswith(here)) else fault
