from pathlib import Path

from compare.app.acts import act
from compare.app.screens.taking import DOWNLOADS, blocks
from compare.app.state import State
from compare.audit import balance
from compare.samples import sample
from compare.words import keeping


def flat(state):
    return [inner for block in blocks(state) for inner in (getattr(block, "blocks", None) or [block])]


def test_every_export_is_one_click_away():
    buttons = [block for row in flat(State(sample("prostate"))) if row.kind == "row" for block in row.blocks]
    assert [block.given for block in buttons] == [[name] for name in DOWNLOADS]
    assert {name.rpartition(".")[2] for name in DOWNLOADS} == {"html", "pdf", "png", "svg", "csv", "yaml", "json"}


def test_what_is_lacking_is_said_in_sentences():
    case = sample("prostate")
    [points] = [block for block in flat(State(case)) if block.kind == "points"]
    assert list(points.texts) == balance(case).sentences()


def test_a_case_can_be_kept_in_the_folder_from_here(tmp_path):
    state = State(sample("prostate"))
    assert not [block for block in flat(state) if block.kind == "enter"]
    state.folder = tmp_path
    assert [block.act for block in flat(state) if block.kind == "enter"] == ["keep_as"]
    act(state, "keep_as", ["My mother"])
    assert state.path == Path(tmp_path / "my-mother.yaml")
    assert keeping.saved("my-mother.yaml") in [getattr(block, "text", "") for block in flat(state)]
