"""A form for each opinion, made from the criteria and the layers; what is open is counted and never scolded."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Act, Block, Card, Group, Pick, Row, Text
from compare.app.screens.answers import known_of, of_criterion
from compare.app.screens.doctors import agreement, doctor, findings
from compare.app.screens.fields import chosen, field
from compare.app.screens.plans import also, asked, effects, plan, reasons, trials
from compare.app.state import State
from compare.audit.remarks import options_of
from compare.case import OtherOption
from compare.words import choices, entering
from compare.words import screens as told

SHOWN = "opinion"
"""Under which name the state remembers the opinion that is shown."""


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen: which opinion, its form, the ways that nobody plans."""
    counts = [known_of(state, opinion) for opinion in state.case.opinions]
    known, total = (sum(column) for column in zip(*counts, strict=True))
    yield Text(entering.opinions_open(known, total, len(counts)), "note")
    items = [
        (name, entering.SHORT_FILLED.format(known=known, total=total))
        for name, (known, total) in zip(state.case.names, counts, strict=True)
    ]
    place = shown_opinion(state)
    yield Row(
        [
            Pick(entering.OPINIONS, "show_opinion", items, place),
            Act("add_opinion", told.ADD_OPINION),
        ]
    )
    name = state.case.names[place]
    yield Card(
        name, list(_opinion(state, place)), told.still_open(counts[place][1] - counts[place][0], counts[place][1])
    )
    yield Card(entering.OTHER_WAYS, list(_others(state)), name="others")


def shown_opinion(state: State) -> int:
    """Return the place of the opinion that is shown."""
    return min(int(state.chosen.get(SHOWN, "0")), len(state.case.opinions) - 1)


def _opinion(state: State, place: int) -> Iterator[Block]:
    at = ("opinions", place)
    name = state.case.names[place]
    yield field(state, (*at, "name"), told.OPINION_NAME, help=told.OPINION_NAME_HELP)
    yield from doctor(state, at)
    yield findings(state, at)
    yield plan(state, at)
    yield trials(state, at)
    yield from (of_criterion(state, at, criterion) for criterion in state.case.criteria)
    yield effects(state, at)
    yield reasons(state, at)
    yield asked(state, at)
    yield from agreement(state, at)
    yield also(state, at)
    alone = len(state.case.opinions) == 1
    yield Row(
        [
            Act("copy_opinion", told.COPY, [place], "quiet", name=entering.COPY_NAMED.format(name=name)),
            Act(
                "remove_opinion",
                told.REMOVE,
                [place],
                "quiet",
                off=alone,
                name=entering.REMOVE_NAMED.format(name=name),
            ),
        ]
    )


def _others(state: State) -> Iterator[Block]:
    yield Text(entering.OTHER_WAYS_NOTE, "note")
    yield from (_other(state, place, option) for place, option in enumerate(state.case.other_options))
    waiting = [Act("add_waiting", entering.ADD_WAITING)] if options_of(state.case).waiting == "missing" else []
    yield Row([*waiting, Act("add_option", entering.ADD_OPTION)])


def _other(state: State, place: int, option: OtherOption) -> Group:
    at = ("other_options", place)
    talked = field(state, (*at, "considered"), entering.CONSIDERED, "yes_no", options=chosen(choices.YES_NO))
    remove = Act("remove", told.REMOVE, [list(at)], "quiet", name=entering.REMOVE_NAMED.format(name=option.option))
    return Group(
        option.option,
        [
            field(state, (*at, "option"), entering.OPTION),
            Row([talked, field(state, (*at, "why"), entering.WHY_NOT)]),
            remove,
        ],
        name=f"other {place}",
    )
