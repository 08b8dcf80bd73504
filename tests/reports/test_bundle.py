"""Modules as one text: every module once, after those that it needs, with its names to itself."""

import re
from importlib.resources import files

import pytest

from compare.reports.bundle import bundle

ENTRIES = ("live.js", "page.js", "sums.js", "nodes.js", "said.js", "ways.js", "drawn.js")


@pytest.mark.parametrize("name", ENTRIES)
def test_nothing_is_imported_any_more_and_only_the_last_module_exports(name):
    text = bundle(name)
    own = files("compare").joinpath("app", name).read_text(encoding="utf-8")
    assert not re.search(r"^import\b", text, re.MULTILINE)
    assert len(re.findall(r"^export\b", text, re.MULTILINE)) == len(re.findall(r"^export\b", own, re.MULTILINE))


def test_a_module_that_several_need_is_there_once_and_before_them():
    text = bundle("live.js")
    places = [text.index(f"const _{name} = ") for name in ("sums", "nodes", "drawn", "said", "ways")]
    assert places == sorted(places)
    assert text.count("export function totals") + text.count("function totals") == 1


def test_every_import_is_written_in_the_one_way_that_is_understood():
    for name in ENTRIES:
        own = files("compare").joinpath("app", name).read_text(encoding="utf-8")
        assert own.count("\nimport ") == len(re.findall(r'^import \{[^}]+\} from "\./[a-z]+\.js";$', own, re.MULTILINE))
