"""The records: the report and what it was made from are two ticks; what is missing is asked for by name."""

from __future__ import annotations

import json

import pytest

import compare
from compare.preparation import records
from compare.preparation.folder import Kind, cells
from compare.preparation.lists import checklist


def held(**noted):
    return records(compare.Case(opinions=[{"name": "A"}], preparation={"records": noted.get("of", noted)}))


def what(found, name):
    return [each.is_more for each in found.missing if name in each.names]


def test_an_empty_case_lacks_all_eight_kinds():
    found = records(compare.Case(opinions=[{"name": "A"}]))
    assert [each.kind for each in found.held] == [kind.key for kind in checklist("records", Kind)]
    assert len(found.held) == 8
    assert not found.complete
    assert len(found.to_ask_for()) == 8 + sum(bool(kind.more) for kind in checklist("records", Kind))


def test_a_kind_that_is_noted_by_its_own_label_stays_that_kind():
    kinds = checklist("records", Kind)
    found = held(of={kind.label: {"have_report": True} for kind in kinds})
    assert [(each.kind, each.name) for each in found.held] == [(kind.key, kind.label) for kind in kinds]


@pytest.mark.parametrize(
    ("ticks", "lacks"),
    [
        ({}, [False, True]),
        ({"have_report": True}, [True]),
        ({"have_images": True}, [False]),
        ({"have_report": True, "have_images": True}, []),
        ({"have_report": True, "have_images": False}, [True]),
        ({"received": "2026-03-02"}, [False, True]),
    ],
)
def test_report_and_pictures_are_two_ticks(ticks, lacks):
    assert what(held(MRI=ticks), "MRI") == lacks


def test_each_scan_is_looked_at_by_itself():
    found = held(of={"MRI": {"have_report": True, "have_images": True}, "CT of the chest": {"have_report": True}})
    assert what(found, "MRI") == []
    assert what(found, "CT of the chest") == [True]


def test_tissue_that_was_sent_is_there_and_its_report_is_not():
    found = held(of={"Tissue slides": {"slides_sent": True}})
    assert what(found, "Tissue slides") == [False]
    both = held(of={"Tissue slides": {"slides_sent": True}, "Pathology report": {"have_report": True}})
    assert what(both, "Tissue slides") == what(both, "Pathology report") == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Pathology report", "pathology"),
        ("Glass slides", "pathology"),
        ("PET-CT", "scans"),
        ("CT of the chest", "scans"),
        ("Mammogram", "scans"),
        ("X-ray of the hip", "scans"),
        ("Biopsy of the liver", "tissue"),
        ("PSA", "blood"),
        ("Operation report", "operations"),
        ("Chemotherapy in 2024", "treatment"),
        ("EGFR gene test", "genes"),
        ("Letter of Dr. Fern", "notes"),
        ("Doctor's diary", ""),
        ("Actions", ""),
    ],
)
def test_a_record_is_known_by_its_name(name, kind):
    assert [each.kind for each in held(of={name: {}}).held if each.name == name] == [kind]


def test_a_record_of_ones_own_stands_last_and_needs_its_report():
    found = held(of={"Diary": {"requested": "2026-03-02"}})
    assert (found.held[-1].name, what(found, "Diary")) == ("Diary", [False])


def test_what_does_not_exist_is_not_missing():
    found = held(of={"Operation reports": {"needed": False}})
    assert what(found, "Operation reports") == []
    assert len(found.needed) == 7
    assert "none" in str(found)


def test_what_was_asked_for_and_what_can_be_sent_are_said():
    found = records(compare.sample("getting-ready"))
    said = " ".join(found.sentences())
    assert "Only the report is here for: Pathology report." in said
    assert "Asked for, and not complete yet: Pathology report and MRI of the pelvis." in said
    assert "Complete, and not sent on yet: CT of the chest and belly." in said
    assert found.heading() == "2 of 8 records complete."


def test_ticks_and_days_stand_in_the_row():
    (row,) = [each for each in held(MRI={"have_report": True, "received": "2026-03-13"}).held if each.name == "MRI"]
    assert tuple(cells(row)) == ("☑", "☐ pictures", "", "13 March 2026", "")


def test_json_says_which_are_complete():
    plain = json.loads(json.dumps(records(compare.sample("prostate")).plain()))
    assert [row["record"] for row in plain["records"] if row["complete"]] == ["Pathology report", "MRI"]
    assert plain["to_ask_for"]
    assert {"records", "what", "requested"} == set(plain["missing"][0])
