"""Everything that a case can hold has a place on a screen, or a reason why it has none."""

import types
import typing

import pytest
from on_screen import blocks_of, state_of
from pydantic import BaseModel

from compare.app.acts import act
from compare.app.blocks import Field, Order
from compare.app.panels import Enter
from compare.app.screens import SCREENS
from compare.case import Case

ANY = "*"
"""What stands for each item of a list and each key of a mapping."""

ON_NO_SCREEN = {
    ("schema",): "the program writes it",
    ("criteria",): "scales are made with care, in the file; the screens use them",
    ("close_call",): "two conventions for those who know them, in the file; the screens say them",
    ("people", ANY, "gut_first", "when"): "asked before the weights; a day adds nothing to that",
    ("people", ANY, "gut_later", "when"): "asked after the weights; a day adds nothing to that",
    ("people", ANY, "weights", "equal"): "chosen as a way to weigh",
    ("opinions", ANY, "ratings", ANY, ANY, ANY, "why"): "chosen where the answer for the goal is",
    ("people", ANY, "anchors"): "kept by the program beside the weights; what has changed since is told",
}
BY_AN_ACT = {
    "rate": ("people", ANY, "first_look", ANY, ANY),
    "outcome": ("decision", "outcome"),
    "plan": ("decision", "opinion"),
    "tick_step": ("preparation", "steps", ANY, "state"),
}
"""What is entered by a field that does something, instead of standing in the case."""
WHOLE = {"lines", "pairs", "member"}
"""Forms in which one field holds a whole list or mapping."""
KEYS = ("rationale", "experience", "goals", "side_effects", "practicality")
WEIGHTS = (
    {"points": dict.fromkeys(KEYS, 50)},
    {"swing": dict.fromkeys(KEYS, 50)},
    {"ranking": KEYS},
    {"swing_ranges": {key: [40, 60] for key in KEYS}},
    {"pairwise": {f"{first} over {second}": 1 for first in KEYS for second in KEYS if first < second}},
)


def parts_of(kind):
    """Give what a type can hold, as the steps to it (`ANY` for an item of a list or mapping) and its model, None for none."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        yield from parts_of(inner[0])
    elif origin in {typing.Union, types.UnionType}:
        yield from (part for each in inner if each is not type(None) for part in parts_of(each))
    elif origin is dict or (origin is tuple and inner[-1] is Ellipsis):
        yield from (((ANY, *steps), part) for steps, part in parts_of(inner[1 if origin is dict else 0]))
    else:
        yield (), kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def held_by(model, before=()):
    """Give the place of everything that a model can hold, as ``("people", ANY, "name")``."""
    for name, info in model.model_fields.items():
        for steps, part in parts_of(info.annotation):
            place = (*before, info.alias or name, *steps)
            yield from held_by(part, place) if part else [place]


HELD = sorted(set(held_by(Case)))


def full_case():
    """Return a case that has an item in each of its lists, and a person for each way to weigh."""
    effect = [{"name": "Pain", "chance": 5}]
    told = {
        "plan": {"modalities": ["surgery"], "trial": {"name": "T"}},
        "doctor": {"contacts": [{"name": "Ann"}]},
        "trials": [{"name": "U"}],
        "outcomes": effect,
        "side_effects": [{"name": "Tired"}],
    }
    people = [{"name": f"P{place}", "weights": weights} for place, weights in enumerate(WEIGHTS)]
    case = {
        "patient": {"goals": ["Stay at home"]},
        "opinions": [
            {"name": "A", "kind": "first", **told, "ratings": {"goals": {"goal_fit": {"Stay at home": "yes"}}}},
            {"name": "B", **told, "ratings": {"goals": 70}},
        ],
        "people": people,
        "other_options": [{"option": "Wait"}],
        "decision": {"outcome": "stay", "opinion": "A"},
        "preparation": {
            "questions": [{"question": "When?"}],
            "specialists": [{"contacts": [{"name": "Ann"}]}],
            "calls": [{}],
            "costs": [{"what": "Train"}],
            "visits": [{}],
        },
    }
    return Case(**case)


def shown():
    """Give the place of every field on every screen of a full case."""
    for screen in SCREENS:
        state = state_of(full_case(), screen)
        for number in (0, 1):
            act(state, "show_opinion", [number])
            yield from filter(None, map(place_of, blocks_of(state)))
    state = state_of(full_case(), "side_by_side")
    act(state, "blind", [0])
    yield from filter(None, map(place_of, blocks_of(state)))


def place_of(block):
    """Return what a block lets people enter, None for a block that does not."""
    if isinstance(block, Field):
        return (*block.place, ANY) if block.form in WHOLE else tuple(block.place)
    if isinstance(block, Order):
        return ("people", ANY, "weights", "ranking", ANY)
    return BY_AN_ACT.get(block.act) if isinstance(block, Enter) else None


SHOWN = frozenset(shown())


def fits(shown, held):
    """Tell whether a field holds something: by itself, or as one of the lines in it."""
    within = len(held) == len(shown) or (len(held) > len(shown) and shown[-1] == ANY)
    return within and all(there in {here, ANY} for here, there in zip(shown, held, strict=False))


def is_left_out(place, by):
    return place[: len(by)] == by


@pytest.mark.parametrize("place", HELD, ids=".".join)
def test_everything_that_a_case_can_hold_has_a_place_on_a_screen_or_a_reason(place):
    assert any(fits(shown, place) for shown in SHOWN) or any(is_left_out(place, by) for by in ON_NO_SCREEN)


@pytest.mark.parametrize("by", ON_NO_SCREEN, ids=".".join)
def test_every_reason_is_still_needed(by):
    left = [place for place in HELD if is_left_out(place, by)]
    assert left
    assert not all(any(fits(shown, place) for shown in SHOWN) for place in left)


def test_the_case_is_walked_through_to_its_ends():
    ends = {
        ("opinions", ANY, "ratings", ANY, ANY, "answer"),
        ("opinions", ANY, "plan", "trial", "site"),
        ("people", ANY, "before", "sure"),
    }
    assert len(HELD) > 200
    assert ends <= set(HELD)
