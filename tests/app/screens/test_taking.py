from pathlib import Path

import pytest
from on_screen import blocks_of, state_of

from compare.app.acts import act
from compare.app.blocks import Act, Group, Points, Text
from compare.app.panels import Enter
from compare.app.screens.taking import blocks
from compare.app.taking_away import NAMES, PAPER, UNNAMED
from compare.audit import balance
from compare.samples import sample
from compare.words import keeping, papers, pseudonyms, taking


@pytest.fixture
def state():
    return state_of("prostate", "taking")


def entered(state):
    """Return the fields of the screen that do something, by what they are told first."""
    return {
        block.given[0] if block.given else block.act: block for block in blocks_of(state) if isinstance(block, Enter)
    }


def texts(state):
    return [block.text for block in blocks_of(state) if isinstance(block, Text)]


def test_every_file_is_one_click_away_under_what_it_is_for(state):
    groups = {block.title: block for block in blocks(state) if isinstance(block, Group)}
    for what, names in NAMES.items():
        buttons = [block for row in groups[taking.TITLES[what]].blocks if row.kind == "row" for block in row.blocks]
        assert [block.given for block in buttons] == [[name] for name in names]
    found = [block for block in blocks_of(state) if isinstance(block, Act)]
    assert len({block.name for block in found}) == len(found)
    assert all(block.label in block.name for block in found)


def test_every_paper_is_offered_in_every_format_that_fits_it():
    endings = {name.partition(".")[2] for name in (*NAMES["visit"], *NAMES["comparison"], *NAMES["sheets"])}
    assert endings == {ending[1:] for ending in papers.ENDINGS}


def test_the_size_of_paper_and_names_are_chosen_once_for_all(state):
    assert entered(state)[PAPER].value == "A4"
    assert [key for key, _ in entered(state)[PAPER].options] == list(papers.PAPERS)
    assert taking.PRIVATE in texts(state)
    act(state, "choose", [PAPER, "Letter"])
    act(state, "choose", [UNNAMED, "yes"])
    assert entered(state)[PAPER].value == "Letter"
    assert entered(state)[UNNAMED].value == "yes"
    assert pseudonyms.NOTE in texts(state)
    assert taking.PRIVATE not in texts(state)


def test_what_is_lacking_is_said_in_sentences(state):
    [points] = [block for block in blocks_of(state) if isinstance(block, Points)]
    assert list(points.texts) == balance(sample("prostate")).sentences()


def test_a_case_can_be_kept_in_the_folder_from_here(state, tmp_path):
    assert "keep_as" not in entered(state)
    state.folder = tmp_path
    assert "keep_as" in entered(state)
    act(state, "keep_as", ["My mother"])
    assert state.path == Path(tmp_path / "my-mother.yaml")
    assert keeping.saved("my-mother.yaml") in texts(state)
