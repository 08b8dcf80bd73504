"""What stands on a screen of the app, without a browser: its fields and buttons, and what pressing and typing does."""

from compare.app.acts import act, set_field
from compare.app.blocks import Act, Field, Ticks
from compare.app.screens import SCREENS
from compare.app.state import State
from compare.case import Case
from compare.samples import sample

LONG = "Radiation with hormones " * 8 + "for now"


def state_of(source="prostate", screen="said"):
    """Return a state of a sample (by its name) or of a case, on a screen."""
    state = State(sample(source), source) if isinstance(source, str) else State(source)
    state.screen = screen
    return state


def new_case(**more):
    """Return a case of two empty opinions."""
    return Case(**{"opinions": [{"name": "A"}, {"name": "B"}], **more})


def blocks_of(state):
    """Give every block on the screen that is shown, those within others too."""
    waiting = list(SCREENS[state.screen](state))
    while waiting:
        block = waiting.pop(0)
        yield block
        waiting = [*getattr(block, "blocks", ()), *waiting]


def fields_of(state):
    """Give every field, and each word that can be ticked as a field of its own."""
    for block in blocks_of(state):
        if isinstance(block, Ticks):
            for word, label in block.options:
                yield Field((*block.place, word), label, "member", "yes" if word in block.values else "no")
        elif isinstance(block, Field):
            yield block


def field_at(state, *place):
    """Return the field of a place."""
    return next(field for field in fields_of(state) if tuple(field.place) == place)


def enter(state, *place, typed):
    """Type into the field of a place."""
    field = field_at(state, *place)
    set_field(state, field.place, field.form, typed)


def press(state, label):
    """Press the first button of that label or name."""
    button = next(block for block in blocks_of(state) if isinstance(block, Act) and label in {block.label, block.name})
    act(state, button.act, button.given)


def group_at(state, title):
    """Return the group of that title."""
    return next(
        block for block in blocks_of(state) if getattr(block, "title", "") == title and hasattr(block, "blocks")
    )
