"""The live view alone, without a notebook and without a kernel: its numbers are Python's, and every case is drawn."""

import random
from importlib.resources import files
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from compare.app.view import answer_to, opening_points, start_of, view_of
from compare.case import Case
from compare.errors import visible
from compare.files import as_tree
from compare.reports.bundle import bundle
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.weights import points as weights_of
from compare.weights import ranking
from compare.words import range_text
from compare.words.live import LIVE

HOME_OF = {"rangeText": "nodes.js", "opened": "said.js", "pointsOf": "said.js", "turned": "said.js", "moved": "said.js"}
STYLE = files("compare.app").joinpath("live.css").read_text(encoding="utf-8")
IMPORT = "const live = await import('data:text/javascript,' + encodeURIComponent(source));"
WAYS = ("Give points", "Weigh the steps", "Put in order")
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
        return page.evaluate(script, [bundle(HOME_OF.get(name, "sums.js")), name, list(arguments)])

    return run


@pytest.fixture
def show(page):
    """Draw the view of a case; a kernel is played by whoever reads ``window.told``."""

    def draw(case, points=None, *, kernel=True, width=1200, said=None):
        points = points or opening_points(case)
        page.set_viewport_size({"width": width, "height": 900})
        page.set_content(
            f"<html lang=en style='color-scheme: light dark'><title>Live</title><style>{STYLE}</style><main id=here></main></html>"
        )
        script = f"""async ([source, view, given, kernel]) => {{ {IMPORT}
            window.told = [];
            window.heard = [];
            const moved = kernel ? (points, said) => (window.told.push(points), window.heard.push(said)) : null;
            window.live = live.mount(document.getElementById("here"), view, {{ ...given, moved }});
        }}"""
        given = {"points": points, "answer": answer_to(case, points), **({"said": said} if said else {})}
        page.evaluate(script, [bundle("live.js"), view_of(case), given, kernel])
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


def test_nobody_is_put_in_front_before_anybody_has_said_what_matters(show):
    case = Case.model_validate({**as_tree(sample("prostate")), "people": [{"name": "Walter"}]})
    page = show(case)
    expect(page.locator(".oc-headline")).to_have_text(LIVE["even"])
    expect(page.locator(".oc-badge:visible")).to_have_count(0)
    page.get_by_role("slider", name="Our goals").press("End")
    expect(page.locator(".oc-headline")).to_contain_text("with these sliders")
    page.get_by_role("button", name=LIVE["back"]).click()
    expect(page.locator(".oc-headline")).to_have_text(LIVE["even"])


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
    page.get_by_role("button", name="Put it back as it was").click()
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


KEYS = ("goals", "harms", "travel", "cost")
WEIGHING = {
    "criteria": [{"key": key, "label": key.title()} for key in KEYS],
    "opinions": [
        {"name": "Left", "ratings": {"goals": 90, "harms": 20, "travel": [10, 60]}},
        {"name": "Right", "ratings": {"goals": 30, "harms": 80, "travel": 50}},
    ],
    "people": [
        {
            "name": "Rosa",
            "role": "patient",
            "weights": {"swing": {"goals": 100, "harms": 60, "travel": 20, "cost": 20}},
        },
        {"name": "Ben", "weights": {"ranking": ["cost", "harms", "goals", "travel"]}},
        {"name": "Ada", "role": "sister"},
        {"name": "Tom", "weights": {"swing_ranges": {key: [20, 60] for key in KEYS}}},
    ],
}


@pytest.fixture
def family():
    return Case.model_validate(WEIGHING)


def test_weights_from_an_order_are_those_of_python(call):
    for n in range(1, 13):
        order = [f"k{place * 7 % 13}" for place in range(n)]
        assert call("centroid", order) == pytest.approx(dict(ranking(order)), abs=1e-9)


def test_an_order_gives_the_totals_of_python(call, family):
    order = list(family.people[1].weights.ranking)
    points = call("pointsOf", {"how": "ranking", "said": {"ranking": order}})
    scores = score(family, person="Ben")
    assert points == pytest.approx(start_of(family, family.people[1]), abs=1e-9)
    for found in call("totals", view_of(family)["opinions"], points):
        assert found["total"] == pytest.approx(ends(scores.totals[found["name"]]), abs=1e-9)


def test_another_way_begins_with_what_was_said_last_and_keeps_its_own(call):
    points = {"how": "points", "said": {"points": {"a": 20, "b": 40, "c": 20}}}
    swing = call("turned", points, "swing")
    assert call("pointsOf", swing) == {"a": 50, "b": 100, "c": 50}
    order = call("turned", swing, "ranking")
    assert order["said"]["ranking"] == ["b", "a", "c"]
    assert call("pointsOf", call("turned", order, "points")) == {"a": 20, "b": 40, "c": 20}


def test_points_that_an_order_gives_stay_an_order(call):
    person = {"how": "ranking", "said": {"ranking": ["a", "b", "c"]}}
    other = call("pointsOf", {"how": "ranking", "said": {"ranking": ["c", "a", "b"]}})
    assert call("moved", person, other)["said"]["ranking"] == ["c", "a", "b"]
    assert call("moved", person, {"a": 10, "b": 20, "c": 30})["how"] == "points"


def test_the_way_is_the_one_in_which_the_person_said_it(show, family):
    page = show(family)
    for label, way in [("Rosa (patient)", WAYS[1]), ("Ben", WAYS[2]), ("Ada (sister)", WAYS[0]), ("Tom", WAYS[0])]:
        page.get_by_role("radio", name=label).check()
        expect(page.get_by_role("radio", name=way)).to_be_checked()
    expect(page.locator(".oc-matters")).to_contain_text("Tom said it in another way")


def test_one_persons_sliders_never_move_anothers(show, family):
    page = show(family)
    page.get_by_role("slider", name="Goals").press("Home")
    page.get_by_role("radio", name="Ada").check()
    expect(page.get_by_role("slider", name="Goals")).to_have_value("50")
    expect(page.locator(".oc-matters")).to_contain_text("Ada has not said yet what matters most")
    page.get_by_role("slider", name="Cost").press("End")
    page.get_by_role("radio", name="Rosa").check()
    assert [slider.input_value() for slider in page.get_by_role("slider").all()] == ["0", "60", "20", "20"]
    page.get_by_role("button", name="Put it back").click()
    assert [slider.input_value() for slider in page.get_by_role("slider").all()] == ["100", "60", "20", "20"]


def test_python_hears_who_said_what_in_which_way(show, family):
    page = show(family)
    page.get_by_role("radio", name="Ben").check()
    page.get_by_role("button", name="Move up: Goals").click()
    order = ["cost", "goals", "harms", "travel"]
    assert page.evaluate("heard.at(-1)") == {"person": 1, "how": "ranking", "value": order}
    assert page.evaluate("told.at(-1)") == pytest.approx(
        {key: 100 * part / max(ranking(order).values()) for key, part in ranking(order).items()}
    )


def test_what_was_said_before_can_be_handed_over_again(show, family):
    order = ["travel", "cost", "goals", "harms"]
    points = {key: 100 * part / max(ranking(order).values()) for key, part in ranking(order).items()}
    page = show(family, points, said={"person": 1, "how": "ranking", "value": order})
    expect(page.get_by_role("radio", name="Ben")).to_be_checked()
    assert listed(page) == order


def test_with_one_person_there_is_no_choice_of_persons(show):
    page = show(made_up(2))
    expect(page.get_by_role("group", name="Whose view")).to_be_hidden()
    expect(page.locator(".oc-matters")).to_contain_text("Nobody has said yet what matters most")


def test_the_order_is_moved_by_keys_and_the_focus_stays(show, family):
    page = show(family)
    page.get_by_role("radio", name="Ben").check()
    down = page.get_by_role("button", name="Move down: Cost")
    down.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert listed(page) == ["harms", "goals", "cost", "travel"]
    expect(down).to_be_focused()
    expect(page.locator(".oc-matters [role=status]")).to_have_text(
        "Cost is now number 3 of 4. It counts for 15 of 100."
    )
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert listed(page) == ["cost", "harms", "goals", "travel"]
    expect(page.get_by_role("button", name="Move up: Cost")).to_have_attribute("aria-disabled", "true")


def test_the_order_is_moved_by_dragging(show, family):
    page = show(family)
    page.get_by_role("radio", name="Ben").check()
    start, end = (page.locator(f'[data-key="{key}"] .oc-grip').bounding_box() for key in ("cost", "travel"))
    page.mouse.move(start["x"] + 8, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 8, end["y"] + 60, steps=12)
    page.mouse.up()
    assert listed(page) == ["harms", "goals", "travel", "cost"]
    expect(page.locator(".oc-held")).to_have_count(0)


def test_a_finger_drags_too_and_a_broken_off_drag_changes_nothing(show, family):
    page = show(family)
    page.get_by_role("radio", name="Ben").check()
    page.get_by_role("button", name="Move down: Travel").scroll_into_view_if_needed()
    finger = page.context.new_cdp_session(page)
    box, to = (page.locator(f'[data-key="{key}"] .oc-grip').bounding_box() for key in ("cost", "goals"))
    spot = {"x": box["x"] + 8, "y": box["y"] + 12}
    for end, before, after in (("touchEnd", "chgt", "hgct"), ("touchCancel", "hgct", "hgct")):
        assert initials(page) == before
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [spot]})
        for step in (0.4, 0.8, 1.2):
            there = {"x": spot["x"], "y": spot["y"] + step * (to["y"] - box["y"] + 20)}
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [there]})
        assert initials(page) != before
        finger.send("Input.dispatchTouchEvent", {"type": end, "touchPoints": []})
        assert initials(page) == after
        expect(page.locator(".oc-held")).to_have_count(0)


def test_the_widest_step_stands_at_100(show, family):
    page = show(family)
    expect(page.get_by_role("button", name="Move them up together")).to_be_hidden()
    page.get_by_role("slider", name="Goals").fill("30")
    page.get_by_role("button", name="Move them up together").click()
    assert [slider.input_value() for slider in page.get_by_role("slider").all()] == ["50", "100", "33", "33"]


def test_both_ends_of_the_step_stand_beside_every_slider_and_in_the_order(show, family):
    page = show(family)
    for way in WAYS:
        page.get_by_role("radio", name=way).check()
        shown = page.locator(".oc-anchors:visible").all_inner_texts()
        assert len(shown) == 4
        for text, criterion in zip(
            shown, family.criteria if way != WAYS[2] else map(family.criterion, listed(page)), strict=True
        ):
            assert all(anchor in text for anchor in criterion.anchors)


def test_without_a_kernel_it_says_what_sliders_cannot_tell(show, family):
    page = show(family, kernel=False)
    expect(page.locator(".oc-rule")).to_be_hidden()
    page.get_by_role("slider", name="Harms").press("Home")
    expect(page.locator(".oc-headline")).to_contain_text("Highest with these sliders: Left")
    expect(page.locator(".oc-rule")).to_contain_text("Less than 5 points apart is too close to call.")
    show(family)
    page.get_by_role("slider", name="Harms").press("Home")
    expect(page.locator(".oc-rule")).to_be_hidden()


def initials(page):
    return "".join(key[0] for key in listed(page))


def listed(page):
    return page.locator(".oc-item").evaluate_all("all => all.map(one => one.dataset.key)")


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
