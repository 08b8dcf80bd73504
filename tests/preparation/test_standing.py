"""Where a family stands: a line for each thing to prepare, what comes next, what cannot wait."""

from __future__ import annotations

import json
from datetime import date

import pytest

import compare
from compare.preparation import prepare
from compare.words import preparing as told


def test_every_thing_to_prepare_that_can_be_half_done_has_a_line():
    found = prepare(compare.Case(opinions=[{"name": "A"}]))
    assert set(found.lines) == set(told.PARTS) - {"reasons", "worries", "after"}
    assert all(found.lines.values())


def test_what_is_late_stands_below():
    found = prepare(compare.sample("getting-ready"), today=date(2026, 3, 24))
    assert found.sentences()[0] == "Next: Gather the records, by 22 March 2026 (Fionn)."
    assert any(text.startswith("Late by 2 days: Gather the records") for text in found.warnings)
    assert "The visit: Visit to Dr. Sorcha Devane: 7 April 2026." in str(found)


def test_json_has_the_same_lines():
    found = prepare(compare.sample("getting-ready"), today=date(2026, 3, 24))
    plain = json.loads(json.dumps(found.plain()))
    assert plain["parts"] == dict(found.lines)
    assert plain["late"] == ["Gather the records"]


@pytest.mark.parametrize("name", compare.sample_names())
def test_every_sample_says_where_it_stands(name):
    found = prepare(compare.sample(name))
    assert str(found).startswith(told.STANDING)
    assert found.table().shape == (len(found.lines), 2)
