import re
from pathlib import Path

import pytest
from hypothesis import given
from made_up import texts
from on_screen import state_of

from compare.app import blocks
from compare.app.blocks import Act, Block, Field, Group, Row, Text
from compare.app.entering import FORMS
from compare.app.screens import SCREENS
from compare.errors import is_hidden

HERE = Path(blocks.__file__).parent
DRAWING = (HERE / "blocks.js").read_text(encoding="utf-8")


def kinds():
    """Return every kind of block that `compare.app.blocks` has."""
    found, waiting = set(), [Block]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        found |= {kind.kind} if kind is not Block and kind.__module__ == blocks.__name__ else set()
    return found


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_the_browser_draws_every_kind(kind):
    assert re.search(rf"^  {kind}: ", DRAWING, re.MULTILINE)


def test_the_browser_draws_no_kind_that_python_does_not_say():
    table = DRAWING.partition("export const drawers = {")[2].partition("\n};")[0]
    assert set(re.findall(r"^  (\w+): ", table, re.MULTILINE)) == kinds()


@pytest.mark.parametrize("form", sorted({*FORMS} - {"chance", "member", "asked"}))
def test_the_browser_knows_every_form_that_is_not_a_line(form):
    assert f'"{form}"' in DRAWING


@given(texts)
def test_every_text_is_made_visible(text):
    plain = Group(text, [Row([Text(text), Field(("a",), text, value=text)])], remark=text).plain()
    inner = plain["blocks"][0]["blocks"]
    for shown in (plain["title"], plain["remark"], inner[0]["text"], inner[1]["label"], inner[1]["value"]):
        assert not any(is_hidden(char) for char in shown if char != "\n")


def test_a_block_is_plain_data_with_its_kind():
    assert Act("go", "Next", ["said"]).plain() == {
        "kind": "act",
        "act": "go",
        "label": "Next",
        "given": ["said"],
        "tone": "plain",
        "off": False,
        "note": "",
        "name": "",
        "wait": "",
    }


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_made_of_plain_data(screen):
    import json

    for source in ("prostate", "lung-stage-3"):
        state = state_of(source, screen)
        assert json.dumps([block.plain() for block in SCREENS[screen](state)])
