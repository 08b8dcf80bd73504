"""What cannot be seen by running the notebooks: that nothing is missing in them, and nothing stands in them that must not."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from test_words import ADVICE

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
FOR_FAMILIES = [path for path in NOTEBOOKS if path.stem != "04_methods"]


def cells_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def text_of(cell):
    return "".join(cell["source"])


def sections_of(path):
    """Return the numbered sections: the text of the first cell, and all code below it."""
    sections = []
    for cell in cells_of(path):
        if cell["cell_type"] == "markdown" and text_of(cell).startswith("## "):
            sections.append([text_of(cell), ""])
        elif cell["cell_type"] == "code" and sections:
            sections[-1][1] += text_of(cell)
    return [section for section in sections if re.match(r"## \d", section[0])]


def shown_in(path):
    """Return everything that people read: the text, and the outputs as plain text."""
    cells = cells_of(path)
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    texts = [output.get("text") or output["data"].get("text/plain", []) for output in outputs]
    return "\n".join([*(text_of(cell) for cell in cells if cell["cell_type"] == "markdown"), *map("".join, texts)])


METHODS = sections_of(FOLDER / "04_methods.ipynb")


def test_there_are_at_least_eight_methods():
    assert len(METHODS) >= 8


@pytest.mark.parametrize(("text", "code"), METHODS, ids=[text.split("\n")[0] for text, _ in METHODS])
def test_every_method_has_its_formula_its_source_and_a_number_that_is_held(text, code):
    assert "$$" in text
    assert re.search(r"\*\*Source\.\*\*.*\b(19|20)\d\d\b", text, re.DOTALL)
    assert re.search(r"assert .*apart\(table\) <", code)


def test_every_cell_of_methods_that_puts_numbers_side_by_side_holds_them():
    code = [text_of(cell) for cell in cells_of(FOLDER / "04_methods.ipynb") if cell["cell_type"] == "code"]
    compared = [text for text in code[1:] if "beside(" in text]
    assert len(compared) >= 20
    assert [text for text in compared if "assert" not in text] == []


@pytest.mark.parametrize(("name", "least"), [("03_family", 5), ("07_cohort_study", 2)])
def test_every_cell_that_can_be_moved_is_followed_by_one_that_can_be_read(name, least):
    cells = [cell for cell in cells_of(FOLDER / f"{name}.ipynb") if cell["cell_type"] == "code"]
    tags = [cell["metadata"].get("tags", []) for cell in cells]
    after = [following for before, following in pairwise(tags) if "widget" in before]
    assert len(after) >= least
    assert all("twin" in following for following in after)


@pytest.mark.parametrize("path", FOR_FAMILIES, ids=lambda path: path.stem)
def test_no_notebook_for_families_gives_advice(path):
    assert ADVICE.findall(shown_in(path)) == []


def test_a_family_reads_whole_numbers():
    assert re.findall(r"\d[.,]\d", shown_in(FOLDER / "03_family.ipynb")) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_was_run_and_keeps_no_widget_warning_or_time(path):
    code = [cell for cell in cells_of(path) if cell["cell_type"] == "code"]
    outputs = [output for cell in code for output in cell["outputs"]]
    kinds = {kind for output in outputs for kind in output.get("data", {})}
    assert outputs
    assert not any("widget" in kind for kind in kinds)
    assert not any(output["output_type"] == "error" or output.get("name") == "stderr" for output in outputs)
    assert not any("execution" in cell["metadata"] for cell in code)
