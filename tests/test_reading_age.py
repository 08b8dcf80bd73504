"""Every fixed text for families reads at grade 7 or lower (R26), by the automated readability index: letters a word, words a sentence."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path

import pytest
import readability
from ruamel.yaml import YAML

PACKAGE = Path(str(files("compare")))
HIGHEST_GRADE = 7
SHORTEST = 8
"""How many words a text needs before a grade of its own says anything; up to 7.9 it is still grade 7."""

FOR_ANALYSTS = ("analysis", "cohort")
ROOMS = [
    *(path for path in sorted(PACKAGE.glob("words/*.py")) if not path.name.startswith(FOR_ANALYSTS)),
    PACKAGE / "app" / "texts.py",
    PACKAGE / "charts" / "captions.py",
    PACKAGE / "reports" / "captions.py",
]
NO_SENTENCES = {"names.yaml"}
DATA = [path for path in sorted(PACKAGE.glob("data/*.yaml")) if path.name not in NO_SENTENCES]
NAMES_OF_THINGS = {"a full team (surgery, drugs, radiation, pathology, imaging)"}
NOT_WORDS = {"key", "note", "source", "layer", "specialty", "known_from", "field", "fields"}


def _texts_of(path):
    """Return the sentences in a module: constants as they stand, a name in place of whatever is filled in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed_over = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed_over |= {id(part) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "Rosa" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            yield node.value


def _texts_in(data, key=""):
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _texts_in(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from _texts_in(value, key)
    elif isinstance(data, str) and key not in NOT_WORDS:
        yield data


def _sentences(text):
    filled = re.sub(r"\{\w*\}", "Rosa", text)
    pieces = re.split(r"(?<=[.!?:;])\s+|\n", filled)
    return [words for piece in pieces if (words := re.findall(r"[A-Za-z']+", piece))]


def _grade(sentences):
    return readability.getmeasures("\n".join(" ".join(words) for words in sentences), lang="en")["readability grades"][
        "ARI"
    ]


def _found(texts):
    """Return the sentences of all texts together, and the texts that are too hard by themselves."""
    together, hard = [], []
    for text in texts:
        sentences = _sentences(text)
        count = sum(map(len, sentences))
        if text not in NAMES_OF_THINGS and count >= SHORTEST and _grade(sentences) >= HIGHEST_GRADE + 1:
            hard.append(text)
        together += sentences if count >= SHORTEST else []
    return together, hard


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_family_reads_is_easy_to_read(path):
    together, hard = _found(_texts_of(path))
    assert not hard
    assert not together or _grade(together) <= HIGHEST_GRADE


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_the_words_in_the_data_are_easy_to_read(path):
    together, hard = _found(_texts_in(YAML(typ="safe").load(path.read_text(encoding="utf-8"))))
    assert not hard
    assert not together or _grade(together) <= HIGHEST_GRADE


def test_a_hard_text_is_found():
    hard = "Multidisciplinary deliberation necessitates comprehensive consideration of heterogeneous prognostic determinants."
    easy = "Ask the doctor what they would do next, and write down what they say."
    assert _found([hard, easy])[1] == [hard]
