"""The live view alone, without a notebook and without a kernel: its numbers are Python's, and every case is drawn."""

import random
from importlib.resources import files
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from compare.app.view import answer_to, opening_points, view_of
from compare.case import Case
from compare.errors import visible
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.weights import points as weights_of
from compare.words import range_text

MODULE = files("compare.app").joinpath("live.js").read_text(encoding="utf-8")
STYLE = files("compare.app").joinpath("live.css").read_text(encoding="utf-8")
IMPORT = "const live = await import('data:text/javascript,' + encodeURIComponent(source));"
NAMES = (
    "Operation first, then chemotherapy, at the university hospital in the next county, as the tumour board proposed",
    "رأي الدكتورة ليلى: العلاج الإشعاعي",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "<img src=x onerror=alert(1)> {name} $&",
    "Watch and wait",
    "手術",
)


def made_up(count, seed=1):
    """Return a case of ``count`` opinions with answers that are known, ranges and open."""
    draw = random.Random(seed)
    answers = [lambda: draw.uniform(0, 100), lambda: sorted([draw.uniform(0, 100), draw.uniform(0, 100)]), lambda: None]
    keys = ("rationale", "experience", "goals", "side_effects", "practicality")
    opinions = [{"name": name, "ratings": {key: draw.choice(answers)() for key in keys}} for name in NAMES[:count]]
    return Case.model_validate({"schema": 1, "opinions": opinions})


@pytest.fixture
def call(page):
    """Call an exported function of the module."""
    page.set_content("<p>empty</p>")

    def run(name, *arguments):
        script = f"async ([source, name, given]) => {{ {IMPORT} return live[name](...given); }}"
        return page.evaluate(script, [MODULE, name, list(arguments)])

    return run


@pytest.fixture
def show(page):
    """Draw the view of a case; a kernel is played by whoever reads ``window.told``."""

    def draw(case, points=None, *, kernel=True, width=1200):
        points = points or opening_points(case)
        page.set_viewport_size({"width": width, "height": 900})
        page.set_content(f"<html lang=en><title>Live</title><style>{STYLE}</style><main id=here></main></html>")
        script = f"""async ([source, view, points, answer, kernel]) => {{ {IMPORT}
            window.told = [];
            const moved = kernel ? (points) => window.told.push(points) : null;
            window.live = live.mount(document.getElementById("here"), view, {{ points, answer, moved }});
        }}"""
        page.evaluate(script, [MODULE, view_of(case), points, answer_to(case, points), kernel])
        return page

    return draw


@pytest.mark.parametrize(
    "case", [*map(sample, sample_names()), *map(made_up, (1, 2, 6))], ids=lambda case: case.names[0][:9]
)
def test_its_totals_and_parts_are_those_of_python(call, case):
    draw = random.Random(len(case.names))
    view = view_of(case)
    for _ in range(20):
        points = {key: draw.choice([0, 1, 37, 100, draw.uniform(0, 100)]) for key in case.keys} | {case.keys[0]: 5}
        scores = score(case, weights_of(points))
        for found in call("totals", view["opinions"], points):
            name = next(name for name in case.names if visible(name) == found["name"])
            assert found["total"] == pytest.approx(ends(scores.totals[name]), abs=1e-9)
            assert found["rank"] == scores.ranks[name]
            for key in case.keys:
                assert found["parts"][key] == pytest.approx(ends(scores.parts[name][key]), abs=1e-9)


def test_when_nothing_counts_there_is_no_total(call):
    assert call("totals", [{"name": "A", "values": {"x": [1, 2, 3]}}], {"x": 0}) is None
    assert call("shares", {"x": 0, "y": 0}) is None
    assert call("shares", {"x": 1, "y": 3}) == {"x": 0.25, "y": 0.75}


@pytest.mark.parametrize(
    ("means", "close", "kind", "places"),
    [
        ([60, 50], [], "highest", [0]),
        ([50, 60, 10], [], "highest", [1]),
        ([50, 54.9], [], "close", [1, 0]),
        ([50, 55], [], "highest", [1]),
        ([50, 60, 55], [1, 2], "close", [1, 2]),
        ([60, 60, 20], [], "equal", [0, 1]),
        ([60, 60, 58], [], "close", [0, 1, 2]),
        ([60], [], "one", []),
    ],
)
def test_it_claims_no_more_of_the_order_than_python_does(call, means, close, kind, places):
    opinions = [{"name": str(at), "values": {"x": [mean, mean, mean]}} for at, mean in enumerate(means)]
    found = call("verdict", call("totals", opinions, {"x": 1}), 5, close)
    assert found == {"kind": kind, "places": places}


def test_where_nothing_is_known_no_order_is_claimed(call):
    opinions = [{"name": name, "values": {"x": [0, 50, 100]}} for name in "AB"]
    assert call("verdict", call("totals", opinions, {"x": 1}), 5)["kind"] == "unknown"


def test_it_writes_ranges_as_python_does(call):
    texts = view_of(made_up(2))["texts"]
    for low, mean, high in [
        (0, 50, 100),
        (2.5, 2.5, 2.5),
        (0, 0, 0),
        (50.2, 61.4, 70),
        (49.5, 50.4, 50.49),
        (99.5, 100, 100),
    ]:
        interval = type("Ends", (), {"low": low, "mean": mean, "high": high})()
        assert call("rangeText", [low, mean, high], texts) == range_text(interval)


def test_a_slider_has_a_name_an_anchor_at_each_end_and_says_what_it_counts_for(show):
    page = show(sample("prostate"))
    slider = page.get_by_role("slider", name="Side effects")
    expect(slider).to_have_attribute("aria-valuetext", "90 points, counts for 28 of 100")
    for anchor in sample("prostate").criterion("side_effects").anchors:
        assert anchor in page.locator(f"#{slider.get_attribute('aria-describedby')}").inner_text()


def test_a_move_changes_the_numbers_at_once_and_tells_the_kernel(show):
    case = sample("prostate")
    page = show(case)
    page.get_by_role("slider", name="Our goals").press("Home")
    moved = opening_points(case) | {"goals": 0}
    assert page.evaluate("told") == [moved]
    totals = [range_text(total) for total in score(case, weights_of(moved)).totals.values()]
    expect(page.locator(".oc-total")).to_have_text(totals)
    expect(page.locator("tfoot td").nth(1)).to_have_text(totals[0])
    expect(page.locator('.oc-live[data-settled="false"]')).to_be_visible()
    page.evaluate("answer => live.setAnswer(answer)", answer_to(case, moved))
    expect(page.locator('.oc-live[data-settled="true"]')).to_be_visible()
    expect(page.locator(".oc-sentences")).to_contain_text(answer_to(case, moved)["sentences"][0])


def test_a_late_answer_to_an_earlier_move_is_not_shown(show):
    case = sample("prostate")
    page = show(case)
    before = page.locator(".oc-sentences").inner_text()
    page.get_by_role("slider", name="Our goals").press("Home")
    page.evaluate("answer => live.setAnswer(answer)", answer_to(case, opening_points(case) | {"goals": 50}))
    assert page.locator(".oc-sentences").inner_text() == before
    expect(page.locator('.oc-live[data-settled="false"]')).to_be_visible()


def test_without_a_kernel_the_old_sentences_do_not_stay_beside_new_numbers(show):
    page = show(sample("prostate"), kernel=False)
    first = page.locator(".oc-sentences").inner_text()
    page.get_by_role("slider", name="Our goals").press("Home")
    expect(page.locator(".oc-sentences li")).to_have_text([view_of(made_up(1))["texts"]["words_at_start"]])
    page.get_by_role("button", name="Put the sliders back").click()
    assert page.locator(".oc-sentences").inner_text() == first


def test_with_every_slider_at_0_it_says_so_in_words(show):
    case = sample("prostate")
    page = show(case, dict.fromkeys(case.keys, 0))
    expect(page.locator(".oc-headline")).to_contain_text("every slider stands at 0")
    expect(page.locator(".oc-total")).to_have_text(["–"] * 3)
    expect(page.locator(".oc-badge:visible")).to_have_count(0)


def test_the_result_is_told_to_a_screen_reader_once_it_rests(show):
    page = show(sample("prostate"))
    status = page.get_by_role("status")
    expect(status).to_have_text(page.locator(".oc-headline").inner_text())
    page.get_by_role("slider", name="Our goals").press("Home")
    expect(status).to_have_text(page.locator(".oc-headline").inner_text())
    assert status.get_attribute("aria-live") == "polite"


def test_the_bars_are_as_long_as_the_parts(show):
    case = sample("prostate")
    page = show(case)
    widths = page.locator(".oc-segment").evaluate_all("all => all.map(one => parseFloat(one.style.width))")
    parts = [scores[key].mean for scores in score(case).parts.values() for key in case.keys]
    assert widths == pytest.approx(parts, abs=1e-3)
    whiskers = page.locator(".oc-whisker").evaluate_all("all => all.map(one => parseFloat(one.style.left))")
    assert whiskers == pytest.approx([total.low for total in score(case).totals.values()], abs=1e-3)


def test_names_are_text_and_keep_their_reading_direction(show):
    page = show(made_up(6))
    expect(page.locator("bdi.oc-name")).to_have_text(list(NAMES))
    expect(page.locator("thead bdi")).to_have_text(list(NAMES))
    assert page.locator("img").count() == 0


@pytest.mark.parametrize(("count", "width", "scheme"), [*product((1, 2, 5, 6), (390, 1200), ("light", "dark"))])
def test_it_fits_the_page_and_axe_finds_nothing_serious(show, page, count, width, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    show(made_up(count), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, context=".oc-live").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}] == []


def ends(interval):
    return [interval.low, interval.mean, interval.high]
