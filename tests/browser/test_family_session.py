"""A whole family session in the app as ``opinions app`` runs it: from an empty form to the page that is taken away."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from web_app import web_app

import compare
from compare.words import screens as told

SLOWEST = 30_000


@pytest.fixture(scope="module")
def served(browser, tmp_path_factory):
    with web_app(tmp_path_factory.mktemp("home")) as running:
        yield running


def go(page, key):
    page.locator(f"#oc-go-{key}").click()
    expect(page.get_by_role("heading", level=2)).to_have_text(told.TITLES[key])


def write(page, label, text, nth=0):
    """Type into a field and leave it; wait until the kernel has taken it over."""
    field = page.get_by_label(label, exact=True).nth(nth)
    field.fill(text)
    field.press("Tab")
    expect(page.get_by_label(label, exact=True).nth(nth)).to_have_value(text)


def opinion(page, place, name, travel):
    page.locator(".oa-pick").nth(place).click()
    expect(page.locator(f"#oc-opinions-{place}-name")).to_be_visible()
    write(page, told.OPINION_NAME, name)
    fold = page.locator("summary", has_text="Practical matters").first
    fold.click()
    field = page.locator('[id$="practicality-travel_5fminutes-answer"], [id*="travel"][type=text]').first
    field.fill(travel)
    field.press("Tab")


def test_from_an_empty_form_to_the_page_that_is_taken_away(page, served, tmp_path):
    page.set_default_timeout(SLOWEST)
    page.goto(served.address)
    expect(page.get_by_role("navigation", name=told.NAVIGATION)).to_be_visible(timeout=SLOWEST)
    page.get_by_role("button", name=told.NEW).click()
    expect(page.get_by_role("heading", level=2)).to_have_text(told.TITLES["said"])
    go(page, "start")
    write(page, told.QUESTION, "Surgery or radiation for Ana?")
    go(page, "preparing")
    page.get_by_label("Talk to the current doctor").check()
    expect(page.locator(".oa-strong", has_text="1 of 6 steps done.")).to_be_visible()
    go(page, "said")
    opinion(page, 0, "Surgery", "15")
    opinion(page, 1, "Radiation", "30 to 60")
    go(page, "matters")
    for name in ("Ana", "Luis"):
        page.get_by_role("button", name=told.ADD_PERSON).click()
        write(page, told.PERSON_NAME, name, nth=0 if name == "Ana" else 1)
    go(page, "compares")
    expect(page.locator(".oc-live")).to_be_visible()
    go(page, "asking")
    go(page, "deciding")
    write(page, told.STATEMENT, "We sleep on it.")
    go(page, "taking")
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
    with page.expect_download() as got:
        page.locator("#oc-download-case_2eyaml").click()
    got.value.save_as(tmp_path / "ours.yaml")
    case = compare.read(tmp_path / "ours.yaml")
    assert (case.question, case.names) == ("Surgery or radiation for Ana?", ("Surgery", "Radiation"))
    assert [person.name for person in case.people] == ["Ana", "Luis"]
    assert [step.state for step in case.preparation.steps.values()] == ["done"]
    assert case.opinion("Radiation").ratings["practicality"]["travel_minutes"].answer == (30.0, 60.0)
    with page.expect_download() as got:
        page.locator("#oc-download-comparison_2ehtml").click()
    text = got.value.path().read_text(encoding="utf-8")
    assert "Surgery or radiation for Ana?" in text
    assert "We sleep on it." in text
