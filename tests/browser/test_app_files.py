"""What comes into the app and goes out of it, in a browser: files of one's own in, every paper out."""

import json

import pytest
from openpyxl import load_workbook
from played import playing, serious
from playwright.sync_api import expect

import compare
from compare.app.taking_away import NAMES
from compare.case import Case
from compare.files import read_data, written_as_bytes
from compare.words import screens as told
from compare.words import taking

CASE = Case(question="Ours?", opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])


@pytest.fixture
def play(page):
    return playing(page)


def saved(played, name):
    """Press the button of a file and return what arrives: its name and its content."""
    with played.page.expect_download() as got:
        played.page.locator(f"#oc-download-{name.replace('.', '_2e')}").click()
    return got.value.suggested_filename, got.value.path().read_bytes()


def test_every_file_arrives_under_its_name(play):
    played = play(compare.sample("sarcoma"))
    played.go("taking")
    for name in (name for names in NAMES.values() for name in names):
        arrived, data = saved(played, name)
        assert (arrived, bool(data)) == (name, True)
        expect(played.page.locator("main > .oa-message")).to_have_text(f"Saved: {name}")


def test_without_names_and_on_another_paper(play):
    played = play(compare.sample("sarcoma"))
    played.go("taking")
    names = played.page.get_by_label(taking.WITHOUT_NAMES)
    names.check()
    expect(names).to_be_checked()
    played.page.get_by_label(taking.PAPER).select_option("Letter")
    assert serious(played.page) == []
    arrived, data = saved(played, "visit.html")
    assert arrived == "visit-without-names.html"
    patient = next(person.name for person in compare.sample("sarcoma").people if person.is_patient)
    assert patient not in data.decode()
    assert "Letter" in data.decode()


def test_while_a_file_is_made_it_says_so(play):
    played = play(compare.sample("sarcoma"))
    played.go("taking")
    played.page.evaluate("() => { window.told = () => new Promise(() => {}); }")
    played.page.locator("#oc-download-visit_2epdf").click()
    expect(played.page.locator("main > .oa-message")).to_have_text(taking.ONE_MOMENT)


@pytest.mark.parametrize("ending", [".yaml", ".json", ".csv", ".xlsx"])
def test_a_file_of_ones_own_is_opened_in_every_format(play, tmp_path, ending):
    own = tmp_path / f"ours{ending}"
    own.write_bytes(written_as_bytes(CASE, ending))
    played = play(compare.sample("prostate"))
    played.page.locator("#oc-open").set_input_files(own)
    expect(played.page.locator(".oa-question")).to_have_text("Ours?")
    assert played.app.case == CASE


@pytest.mark.parametrize(
    ("name", "content"),
    [("ours.xlsx", b"PK not a workbook"), ("ours.csv", b"a,b\n1,2\n"), ("ours.json", b"{"), ("ours.txt", b"hello")],
)
def test_a_file_that_is_none_is_refused_in_the_words_of_the_reader_and_nothing_is_lost(play, tmp_path, name, content):
    own = tmp_path / name
    own.write_bytes(content)
    played = play(CASE)
    played.page.locator("#oc-open").set_input_files(own)
    with pytest.raises(compare.CompareError) as refused:
        compare.read(own)
    expect(played.page.locator("main > .oa-message")).to_contain_text(str(refused.value).splitlines()[1])
    expect(played.page.locator(".oa-question")).to_have_text("Ours?")
    assert played.app.case == CASE


def test_a_workbook_that_somebody_filled_in_comes_back(play, tmp_path):
    played = play(CASE)
    played.go("taking")
    own = tmp_path / "filled.xlsx"
    own.write_bytes(saved(played, "case.xlsx")[1])
    book = load_workbook(own)
    cell = next(cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == "Ours?")
    cell.value = "Filled in?"
    book.save(own)
    played.go("start")
    played.page.locator("#oc-open").set_input_files(own)
    expect(played.page.get_by_label(told.QUESTION)).to_have_value("Filled in?")
    assert played.app.case.opinions == CASE.opinions


def test_a_saved_case_is_opened_again_as_it_was(play, tmp_path):
    played = play(compare.sample("lymphoma"))
    played.go("taking")
    _, data = saved(played, "case.json")
    assert json.loads(data)["schema"] == 1
    assert read_data(data, ".json") == compare.sample("lymphoma")
