"""The page that is taken along, opened from the disk: no kernel, no network, and a picture where no script runs."""

import random

import pytest
from axe_playwright_python.sync_playwright import Axe
from made_up import HOSTILE, PERCENT
from playwright.sync_api import expect

from compare.app.view import opening_points
from compare.case import Case
from compare.errors import visible
from compare.reports import report
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.weights import points as weights_of
from compare.weights import ranking
from compare.words import range_text

LARGEST_BYTES = 600_000


@pytest.fixture
def open_page(browser, tmp_path):
    """Open the page of a case from a file; it must ask for nothing else, and nothing in it may fail."""
    asked, failed, contexts = [], [], []

    def opened(scores, *, width=1280, **settings):
        path = report(scores).save(tmp_path / "page.html")
        contexts.append(browser.new_context(viewport={"width": width, "height": 900}, **settings))
        page = contexts[-1].new_page()
        page.on("request", lambda request: request.url == path.as_uri() or asked.append(request.url))
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.on("console", lambda message: message.type == "error" and failed.append(message.text))
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not [url for url in asked if not url.startswith("data:")]
    assert not failed


def large(opinions=5, people=4):
    """Return a case with 25 answers for each opinion, and people who weigh them each in their way."""
    draw = random.Random(3)
    keys = [f"part_{place}" for place in range(5)]
    parts = [{"key": f"a{place}", "value": PERCENT} for place in range(5)]
    criteria = [{"key": key, "label": f"Part {place}", "attributes": parts} for place, key in enumerate(keys)]
    said = [{"points": {key: draw.randint(1, 100) for key in keys}}, {"ranking": draw.sample(keys, 5)}]
    return Case.model_validate(
        {
            "criteria": criteria,
            "opinions": [
                {
                    "name": f"Plan {place}",
                    "ratings": {key: {part["key"]: draw.randint(0, 100) for part in parts} for key in keys},
                }
                for place in range(opinions)
            ],
            "people": [{"name": f"Person {place}", "weights": said[place % 2]} for place in range(people)],
        }
    )


@pytest.mark.parametrize("name", sample_names())
def test_its_first_totals_are_those_of_python(open_page, name):
    scores = score(sample(name))
    page = open_page(scores)
    expect(page.locator(".oc-total")).to_have_text([range_text(total) for total in scores.totals.values()])
    expect(page.locator(".live > figure")).to_be_hidden()


def test_its_sliders_move_the_totals_as_python_would_and_say_what_does_not_move(open_page):
    case = sample("prostate")
    page = open_page(score(case))
    page.get_by_role("slider", name="Side effects").press("Home")
    moved = score(case, weights_of(opening_points(case) | {"side_effects": 0}))
    expect(page.locator(".oc-total")).to_have_text([range_text(total) for total in moved.totals.values()])
    expect(page.locator(".oc-only-here")).to_contain_text("belong to the first position")
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator(".oc-total")).to_have_text([range_text(total) for total in score(case).totals.values()])


def test_each_person_has_sliders_of_their_own_on_the_page(open_page):
    case = sample("prostate")
    page = open_page(score(case))
    for person in ("Irene", "Jonas", "Walter"):
        page.get_by_role("radio", name=person).check()
        totals = score(case, person=person).totals.values()
        expect(page.locator(".oc-total")).to_have_text([range_text(total) for total in totals])


def test_a_page_of_moved_sliders_begins_where_they_stood(open_page):
    case = sample("prostate")
    scores = score(case, weights_of({key: 10 + 7 * place for place, key in enumerate(case.keys)}))
    page = open_page(scores)
    expect(page.get_by_role("radio", name="As on this page")).to_be_checked()
    expect(page.locator(".oc-total")).to_have_text([range_text(total) for total in scores.totals.values()])


def test_with_the_keyboard_alone_an_order_is_given(open_page):
    case = sample("breast")
    page = open_page(score(case))
    press_until(page, "Tab", 'document.activeElement.matches("[name$=y]")')
    press_until(page, "ArrowRight", 'document.activeElement.labels[0].textContent === "Put in order"')
    press_until(page, "Tab", 'document.activeElement.matches(".oc-item:nth-child(2) .oc-step")')
    order = page.locator(".oc-item").evaluate_all("all => all.map(one => one.dataset.key)")
    page.keyboard.press("ArrowUp")
    moved = score(case, ranking([order[1], order[0], *order[2:]]))
    expect(page.locator(".oc-total")).to_have_text([range_text(total) for total in moved.totals.values()])
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_on_paper_and_without_a_script_there_is_the_picture(open_page):
    page = open_page(score(sample("prostate")))
    page.emulate_media(media="print")
    expect(page.locator(".live > figure")).to_be_visible()
    expect(page.locator(".oc-live")).to_be_hidden()
    assert "Put it back" not in page.inner_text("main")
    plain = open_page(score(sample("prostate")), java_script_enabled=False)
    expect(plain.locator(".live > figure")).to_be_visible()
    expect(plain.locator("#live")).to_be_hidden()


def test_the_page_runs_no_script_but_its_own(browser, tmp_path):
    context = browser.new_context()
    page = context.new_page()
    page.goto(report(score(sample("prostate"))).save(tmp_path / "page.html").as_uri())
    foreign = (
        "const made = document.createElement('script'); made.textContent = 'window.ran = 1'; document.body.append(made)"
    )
    assert page.evaluate(f"() => {{ {foreign}; return window.ran ?? 0; }}") == 0
    assert page.evaluate("fetch('data:text/plain,x').then(() => 'went', () => 'refused')") == "refused"
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_hostile_texts_show_as_typed(open_page, width):
    labels = [text if len(text.strip()) < 200 and "\n" not in text.strip() else "plain" for text in HOSTILE]
    anchored = [
        {"key": f"k{at}", "label": label, "worst": text, "best": text}
        for at, (text, label) in enumerate(zip(HOSTILE, labels, strict=True))
    ]
    case = Case.model_validate(
        {
            "criteria": anchored,
            "opinions": [{"name": "<img src=x onerror=alert(1)>"}, {"name": "</script><b>{name} $& شكرا"}],
            "people": [{"name": "{n}</bdi>", "role": "<u>"}, {"name": "Rosa " + "a" * 195}],
        }
    )
    page = open_page(score(case), width=width)
    assert typed_in(page, ".oc-slider label bdi") == [visible(criterion.label) for criterion in case.criteria]
    anchors = [visible(anchor) for criterion in case.criteria for anchor in criterion.anchors]
    assert typed_in(page, ".oc-slider .oc-anchors bdi") == anchors
    assert typed_in(page, ".oc-name") == list(case.names)
    expect(page.locator(".oc-choice label").first).to_have_text("{n}</bdi> (<u>)")
    assert page.locator("#live img, #live b, #live u").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_serious_and_the_page_stays_light(open_page, scheme, width):
    page = open_page(score(large()), width=width, color_scheme=scheme, reduced_motion="reduce")
    page.locator("summary").click()
    for way in ("Weigh the steps", "Put in order"):
        page.get_by_role("radio", name=way).check()
        found = Axe().run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("getComputedStyle(document.querySelector('.oc-live')).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("case", [sample("colon-stage-4"), large()], ids=["sample", "large"])
def test_it_is_live_by_itself_and_small(open_page, case):
    scores = score(case)
    open_page(scores).locator(".is-live .oc-total").first.wait_for()
    assert len(report(scores).html().encode()) <= LARGEST_BYTES


def typed_in(page, selector):
    return page.locator(selector).evaluate_all("all => all.map(one => one.textContent)")


def press_until(page, key, holds, most=80):
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate(f"Boolean({holds})"):
            return
    raise AssertionError(holds)
