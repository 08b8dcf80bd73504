"""The first notebook in JupyterLab, as a caregiver uses it."""

from pathlib import Path

import pytest
import screens
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from compare.app.view import opening_points, scored
from compare.errors import CompareError
from compare.files import read
from compare.reports import report
from compare.samples import sample
from compare.words import range_text

SLOWEST = 30_000


@pytest.fixture
def notebook(page, lab):
    page.set_default_timeout(SLOWEST)
    expect.set_options(timeout=SLOWEST)
    screens.run_all_cells(page, lab)
    yield page
    expect.set_options(timeout=5_000)


def test_a_family_moves_what_matters_and_takes_the_page_along(notebook, tmp_path):
    case = sample("prostate")
    start = opening_points(case)
    check_totals(notebook, start)

    notebook.locator('.oc-live input[data-key="goals"]').press("ArrowLeft")
    moved = {**start, "goals": start["goals"] - 1}
    expect(notebook.locator('.oc-live input[data-key="goals"]')).to_be_focused()
    check_totals(notebook, moved)
    expect(notebook.locator(".oc-sentences li").first).to_contain_text("By the weights given")

    drag_to(notebook, "experience", 1.0)
    drag_to(notebook, "side_effects", 0.0)
    moved |= {"experience": 100, "side_effects": 0}
    check_totals(notebook, moved)
    expect(notebook.locator(".oc-sentences li").first).to_contain_text("Radiation with hormones fits most closely")

    html = saved(notebook, "Save the page (HTML)", tmp_path).read_text(encoding="utf-8")
    assert html == report(scored(case, moved)).html()
    assert saved(notebook, "Save the chart (PNG)", tmp_path).read_bytes()[:4] == b"\x89PNG"
    assert saved(notebook, "Save the chart (SVG)", tmp_path).read_bytes().startswith(b"<svg")
    check_accessible(notebook)


def test_an_own_file_opens_and_a_faulty_one_is_refused_with_its_line(notebook, tmp_path):
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("schema: 1\nopinions:\n  - name: Left\n    rating: {}\n", encoding="utf-8")
    choose_file(notebook, faulty)
    with pytest.raises(CompareError) as refused:
        read(faulty)
    for line in str(refused.value).splitlines():
        expect(notebook.get_by_role("alert")).to_contain_text(line)
    expect(notebook.locator(".oc-name").first).to_have_text("Surgery")

    own = tmp_path / "own.yaml"
    own.write_text(
        "schema: 1\nopinions: [{name: <b>Left</b> $x$, ratings: {goals: 70}}, {name: يمين}]\n"
        "people: [{name: Ana, weights: {ranking: [goals, rationale, side_effects, experience, practicality]}}]\n",
        encoding="utf-8",
    )
    choose_file(notebook, own)
    expect(notebook.locator(".oc-name")).to_have_text(["<b>Left</b> $x$", "يمين"])
    expect(notebook.locator(".oc-headline")).to_contain_text("<b>Left</b> $x$")

    notebook.get_by_label("Practice data").select_option("lung-stage-3")
    expect(notebook.locator(".oc-name")).to_have_text(list(sample("lung-stage-3").names))


def check_totals(page, points):
    """See the numbers of Python on the screen, and the sentences settled for them."""
    scores = scored(sample("prostate"), points)
    expect(page.locator(".oc-total")).to_have_text([range_text(total) for total in scores.totals.values()])
    expect(page.locator('.oc-live[data-settled="true"]')).to_be_visible()


def drag_to(page, key, share):
    slider = page.locator(f'.oc-live input[data-key="{key}"]')
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()


def choose_file(page, path):
    with page.expect_file_chooser() as chooser:
        page.get_by_text("Open your own file").click()
    chooser.value.set_files(path)


def saved(page, button, folder) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def check_accessible(page):
    found = (
        Axe()
        .run(page, context={"include": [[".oc-live"], [".oc-bar"], [".widget-html-content"]]})
        .response["violations"]
    )
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}] == []
