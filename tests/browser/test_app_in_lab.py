"""The app in JupyterLab: the same widget, its keys, its words; nothing of the notebook gets in its way."""

import pytest
import screens
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from compare.words import screens as told

SLOWEST = 30_000


@pytest.fixture
def app(page, lab):
    page.set_default_timeout(SLOWEST)
    screens.run_all_cells(page, lab.replace("01_first_look", "00_the_app"), ".oa")
    return page


def test_the_app_is_used_by_keyboard_in_a_notebook(app):
    app.locator("#oc-go-compares").press("Enter")
    expect(app.locator(".oa h2")).to_have_text(told.TITLES["compares"], timeout=SLOWEST)
    slider = app.locator('.oc-live input[type="range"]').first
    before = int(slider.input_value())
    slider.press("ArrowLeft")
    expect(slider).to_be_focused()
    assert int(slider.input_value()) == before - 1
    expect(app.locator(".oc-live")).to_have_attribute("data-settled", "true", timeout=SLOWEST)
    app.locator("#oc-go-taking").press("Enter")
    expect(app.locator(".oa h2")).to_have_text(told.TITLES["taking"], timeout=SLOWEST)
    with app.expect_download() as got:
        app.locator("#oc-download-comparison_2ehtml").click()
    assert got.value.path().read_bytes().startswith(b"<!DOCTYPE html>")
    found = Axe().run(app, context=".oa").response["violations"]
    assert [each["id"] for each in found if each["impact"] in {"serious", "critical"}] == []
