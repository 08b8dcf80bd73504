"""Who gave an opinion and what they found, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Block, Group, Text
from compare.app.screens.fields import chosen, field, group, items, pairs, several, tree_of, value_at
from compare.app.state import Place, State
from compare.case import Layer, built_in_layers
from compare.case.opinion import LAYERS
from compare.words import choices, entering, headings
from compare.words import screens as told

FOUND_ON = {
    "diagnosis": ("diagnosis",),
    "pathology": ("pathology", "cell_type", "grade"),
    "biomarkers": ("biomarkers",),
    "imaging": ("imaging",),
    "stage": ("stage", "tnm", "extent"),
    "operability": ("operability",),
    "prognosis": ("prognosis",),
}
"""The findings of each layer on which a doctor can find something."""


def doctor(state: State, at: Place) -> Iterator[Group]:
    """Give who said it, when and how; then more about the doctor; then what was looked at."""
    number = at[1]
    who = [*several(state, (*at, "doctor"), entering.DOCTOR), *several(state, at, entering.VISIT)]
    more = several(state, (*at, "doctor"), entering.MORE_DOCTOR)
    looked = [
        field(state, (*at, "reviewed", key), label, "choice", options=chosen(choices.REVIEWED_AS))
        for key, label in entering.REVIEWED.items()
    ]
    yield group(
        entering.WHO,
        [
            *pairs(who),
            group(entering.MORE_ABOUT_DOCTOR, pairs(more), f"more {number}"),
            group(entering.LOOKED_AT, pairs(looked), f"looked {number}"),
            contacts(state, (*at, "doctor", "contacts")),
        ],
        f"doctor {number}",
    )


def contacts(state: State, place: Place) -> Group:
    """Return the people to call about a doctor, to be added and removed."""
    count = len(value_at(tree_of(state), place) or ())
    remark = str(count or entering.NOTHING_YET)
    blocks = items(state, place, entering.CONTACT, entering.ADD_CONTACT)
    return group(entering.CONTACTS, blocks, "/".join(map(str, place)), remark=remark)


def findings(state: State, at: Place) -> Group:
    """Return what the doctor found, with the question for each layer, and whether they looked themselves."""
    blocks = [
        Group("", list(_finding(state, (*at, "findings", key), layer.question if place == 0 else "")))
        for layer in built_in_layers()
        for place, key in enumerate(FOUND_ON.get(layer.key, ()))
    ]
    return group(entering.FOUND, blocks, f"found {at[1]}")


def _finding(state: State, where: Place, question: str) -> Iterator[Block]:
    key = str(where[-1])
    if key == "biomarkers":
        yield field(state, where, headings.TESTS, "pairs", help=f"{question} {entering.TESTS_HELP}")
        return
    label = headings.FINDING_FIELDS[key]
    if key == "tnm":
        yield field(state, where, label)
        return
    offered = chosen(choices.CHOICES[key]) if key == "operability" else []
    yield field(state, (*where, "answer"), label, "choice" if offered else "line", options=offered, help=question)
    yield _where_found(state, where)


def _where_found(state: State, where: Place) -> Group:
    fields = [
        field(state, (*where, "reread"), entering.REREAD, "yes_no", options=chosen(choices.YES_NO)),
        field(state, (*where, "said_by"), told.WHO_SAID),
        field(state, (*where, "words"), told.IN_WORDS),
        field(state, (*where, "when"), entering.WHEN),
        field(state, (*where, "written"), told.WRITTEN, "yes_no", options=chosen(choices.YES_NO)),
    ]
    said = value_at(tree_of(state), (*where, "said_by")) or ""
    return group(entering.WHERE_FROM, pairs(fields), "/".join(map(str, where)), remark=said)


def agreement(state: State, at: Place) -> Iterator[Group]:
    """Give how the doctor sees each layer beside the first opinion; nothing for the first opinion itself."""
    stated = value_at(tree_of(state), (*at, "agreement"))
    if at[1] == 0 and not stated:
        return
    layers: list[Layer] = [layer for layer in built_in_layers() if layer.key in LAYERS]
    fields = [
        field(state, (*at, "agreement", layer.key), layer.label, "choice", options=chosen(choices.AGREEMENT))
        for layer in layers
    ]
    yield group(entering.COMPARED, [Text(entering.COMPARED_NOTE, "note"), *pairs(fields)], f"compared {at[1]}")
