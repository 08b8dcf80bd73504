"""Every file that can be taken away is what its name says, for the case as it stands, with names or without."""

import io
import zipfile

import pytest
from on_screen import state_of

from compare.app.acts import act
from compare.app.taking_away import NAMES, PAPER, PAPERS_OF_PARTS, UNNAMED, paper_of, taken
from compare.case import Case
from compare.errors import CompareError
from compare.files import read_data
from compare.pseudonyms import without_names
from compare.samples import sample
from compare.words import taking

STARTS = {
    ".pdf": b"%PDF", ".docx": b"PK", ".xlsx": b"PK", ".html": b"<!DOCTYPE html>", ".png": b"\x89PNG", ".svg": b"<svg",
    ".csv": b"", ".ics": b"BEGIN:VCALENDAR", ".yaml": b"# opinion-compare case", ".json": b"{",
}  # fmt: skip
ALL = [name for names in (*NAMES.values(), *PAPERS_OF_PARTS.values()) for name in names]


@pytest.fixture(scope="module")
def state():
    return state_of("lung-stage-3", "taking")


@pytest.fixture
def unnamed():
    state = state_of("lung-stage-3", "taking")
    act(state, "choose", [UNNAMED, "yes"])
    return state


@pytest.mark.parametrize("name", ALL)
def test_every_file_is_what_its_name_says(state, name):
    file = taken(state, name)
    assert file.name == name
    assert file.data.startswith(STARTS[name[name.index(".") :]])
    assert file.mime.count("/") == 1


@pytest.mark.parametrize("name", NAMES[taking.CASE])
def test_every_file_of_the_case_reads_as_the_case(state, name):
    assert read_data(taken(state, name).data, name[name.index(".") :]) == state.case


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../case.yaml",
        "case.txt",
        "getting-ready-plan.ics",
        "getting-ready-.pdf",
        "visit.png",
        "case-without-names.yaml",
    ],
)
def test_a_name_that_no_button_has_gives_nothing(state, name):
    assert taken(state, name) is None


@pytest.mark.parametrize(
    "name", ["visit.html", "comparison.html", "analyst.html", "comparison.csv", "comparison.svg", "case.yaml"]
)
def test_without_names_no_name_is_in_any_file_and_its_name_says_so(unnamed, name):
    file = taken(unnamed, name)
    text = file.data.decode("utf-8-sig")
    stem, _, ending = name.partition(".")
    assert file.name == f"{stem}-without-names.{ending}"
    case = sample("lung-stage-3")
    names = [word for person in case.people for word in person.name.split()]
    names += [word for opinion in case.opinions for word in opinion.doctor.name.removeprefix("Dr. ").split()]
    assert len(names) > 4
    assert [word for word in names if word in text] == []


def test_without_names_the_case_is_the_copy_and_the_one_at_hand_stays(unnamed):
    before = unnamed.case
    assert read_data(taken(unnamed, "case.json").data, ".json") == without_names(before)
    assert unnamed.case == before


def test_without_names_it_is_still_the_view_of_whoever_was_looked_at(unnamed):
    person = sample("lung-stage-3").people[1]
    unnamed.person = person.name
    assert person.name not in (text := taken(unnamed, "comparison.csv").data.decode("utf-8-sig"))
    unnamed.person = ""
    assert text != taken(unnamed, "comparison.csv").data.decode("utf-8-sig")


def test_the_paper_is_of_the_size_that_was_chosen():
    state = state_of("prostate", "taking")
    usual = taken(state, "visit.docx").data
    act(state, "choose", [PAPER, "Letter"])
    widths = [
        zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml") for data in (usual, taken(state, "visit.docx").data)
    ]
    assert b'w:w="11906"' in widths[0]
    assert b'w:w="12240"' in widths[1]
    act(state, "choose", [PAPER, "a wall"])
    assert paper_of(state) == "A4"


def test_where_every_slider_stands_at_0_only_the_case_and_what_is_to_prepare_can_be_taken_away():
    state = state_of("prostate", "taking")
    state.points = dict.fromkeys(state.points, 0.0)
    with pytest.raises(CompareError, match="Every slider stands at 0"):
        taken(state, "visit.html")
    assert taken(state, "case.yaml").data
    assert taken(state, "getting-ready.html").data


@pytest.mark.parametrize(
    "name", ["visit.html", "comparison.html", "analyst.html", "visit.pdf", "comparison.xlsx", "case.xlsx"]
)
def test_a_case_with_little_in_it_can_be_taken_away_too(name):
    assert taken(state_of(Case(opinions=[{"name": "A"}]), "taking"), name).data
