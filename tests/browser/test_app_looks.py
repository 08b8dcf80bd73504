"""The app where little fits: twice as large, on a small screen, with long names and names from right to left, without motion."""

import pytest
from played import Played, serious
from playwright.sync_api import expect

import compare
from compare.app.screens import SCREENS
from compare.app.shell import App
from compare.case import Case

LONG = "Zwischenuntersuchungsergebnisbesprechung " * 4
NAMES = (
    "Dr. Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausenbergerdorff: radiation with hormones, then wait",
    "ניתוח בבית החולים האוניברסיטאי",
    "Łódź, Señora Ñáñez",
    "العلاج الإشعاعي ثم المناعي",
    "W" * 120,
)
OPEN_ALL = """async () => {
  for (let round = 0; round < 4; round += 1) {
    document.querySelectorAll("details:not([open])").forEach((fold) => (fold.open = true));
    await new Promise((done) => setTimeout(done, 50));
  }
}"""
MOVING = """() => [...document.querySelectorAll("#here, #here *")].filter((one) => {
  const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
  return animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior !== "auto";
}).map((one) => one.className).concat(document.getAnimations().length ? ["running"] : [])"""


def crowded(count):
    """Return a case of some opinions in which every text is long and names come in every direction."""
    told = {
        "doctor": {
            "name": NAMES[0],
            "centre": LONG,
            "contacts": [{"name": NAMES[1], "email": f"{'a' * 60}@b.example"}],
        },
        "findings": {"diagnosis": LONG, "biomarkers": {"EGFR" * 10: "no change found"}},
        "plan": {"name": LONG, "modalities": ["surgery", "chemotherapy"], "sequence": [LONG, LONG]},
        "ratings": {"goals": {"chance": "8 of 129"}, "side_effects": 40, "practicality": {"travel_minutes": [20, 90]}},
        "side_effects": [{"name": NAMES[4], "chance": {"answer": [5, 10], "words": LONG}}],
        "trials": [{"name": NAMES[3], "site": LONG}],
        "pros": [LONG, NAMES[1]],
        "cons": [NAMES[4]],
        "asked": {LONG: LONG},
    }
    order = ["goals", "rationale", "experience", "side_effects", "practicality"]
    people = [
        {
            "name": NAMES[1],
            "role": "patient",
            "weights": {"swing": dict(zip(order, (100, 10, 20, 70, 5), strict=True))},
        },
        {"name": NAMES[4], "weights": {"ranking": order}},
    ]
    return Case(
        question=LONG,
        notice=LONG,
        sources=[LONG],
        people=people,
        opinions=[{"name": name, **told} for name in NAMES[:count]],
        other_options=[{"option": NAMES[4], "why": LONG}],
        decision={"outcome": "take time", "statement": LONG},
        preparation=crowded_preparation(),
    )


def crowded_preparation():
    """Return a preparation in which every list has an item with a long name."""
    return {
        "questions": [{"question": LONG, "ask": NAMES[3]}],
        "reasons": [LONG, NAMES[1]],
        "barriers": [NAMES[4], "offend", "same_answer"],
        "steps": {
            NAMES[4]: {"owner": LONG, "note": LONG},
            NAMES[3]: {"resources": [LONG]},
            "talk": {"owner": NAMES[1]},
        },
        "records": {NAMES[4]: {"note": LONG}, f"CT {LONG}": {"have_report": True, "slides_sent": True}},
        "specialists": [{"name": name, "centre": LONG, "contacts": [{"name": NAMES[4]}]} for name in NAMES[:2]],
        "calls": [{"question": LONG, "answer": LONG, "spoke_to": NAMES[1], "coverage": "part"}],
        "costs": [{"what": LONG, "low": 10, "high": 1e9, "currency": NAMES[4], "payer": NAMES[1]}],
        "summary": {"timeline": [LONG, NAMES[1]], "medicines": [NAMES[4]]},
        "visits": [{"doctor": name, "date": "2026-04-07", "stage_understood": LONG} for name in NAMES],
        "short_on_time": True,
    }


@pytest.fixture
def shown(browser):
    """Open a case in a window of its own: half as wide as usual, with two dots for one, and without motion."""
    contexts = []

    def opened(case, width=600, scheme="light"):
        contexts.append(
            browser.new_context(
                viewport={"width": width, "height": 450},
                device_scale_factor=2,
                reduced_motion="reduce",
                color_scheme=scheme,
            )
        )
        return Played(contexts[-1].new_page(), App(case))

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("count", [2, 5])
@pytest.mark.parametrize("width", [320, 600])
@pytest.mark.parametrize("key", SCREENS)
def test_twice_as_large_nothing_is_wider_than_the_window_and_nothing_moves(shown, key, width, count):
    played = shown(crowded(count), width)
    played.go(key)
    played.page.evaluate(OPEN_ALL)
    assert played.page.evaluate("document.documentElement.scrollWidth") <= width
    assert played.page.evaluate(MOVING) == []


@pytest.mark.parametrize("key", SCREENS)
def test_twice_as_large_and_dark_every_screen_is_free_of_serious_barriers(shown, key):
    played = shown(crowded(2), scheme="dark")
    played.go(key)
    played.page.evaluate(OPEN_ALL)
    assert serious(played.page) == []


def test_a_picture_stays_as_large_as_it_can_be_read_and_moves_in_its_frame(shown):
    played = shown(compare.sample("prostate"), width=390)
    played.go("compares")
    played.page.locator("#oc-draw-what_if").click()
    picture = played.page.locator(".oa-picture").first
    expect(picture).to_be_visible()
    assert picture.bounding_box()["width"] >= 540
    assert played.page.evaluate("document.documentElement.scrollWidth") <= 390
    frame = played.page.get_by_role("group", name="A picture")
    frame.focus()
    played.page.keyboard.press("ArrowRight")
    played.page.wait_for_function("document.querySelector('.oa-scroll:has(img)').scrollLeft > 0")


def test_what_a_row_is_about_stays_in_sight_when_a_table_is_moved_sideways(shown):
    played = shown(crowded(5), width=390)
    played.go("side_by_side")
    frame = played.page.locator(".oa-scroll").first
    label = frame.locator("tbody th").first
    before = label.bounding_box()["x"]
    assert frame.evaluate("(frame) => { frame.scrollLeft = 200; return frame.scrollLeft; }") == 200
    assert label.bounding_box()["x"] == before


def test_a_sentence_that_begins_with_a_name_from_right_to_left_is_not_turned_round(shown):
    told = {"name": NAMES[1], "outcomes": [{"name": "Pain", "chance": 5}, {"name": "Tired", "chance": 7}]}
    played = shown(Case(opinions=[{**told, "name": NAMES[1]}, {"name": NAMES[3]}]))
    played.go("taking")
    sentence = played.page.locator("li", has_text="of 2 for").first
    assert sentence.evaluate("(one) => getComputedStyle(one).direction") == "ltr"
    assert sentence.locator("bdi").all_inner_texts()[0] == NAMES[1]
    played.go("said")
    played.page.get_by_role("button", name=f"Remove {NAMES[1]}").click()
    message = played.page.locator("main > .oa-message")
    expect(message).to_contain_text("was removed")
    assert message.evaluate("(one) => getComputedStyle(one).direction") == "ltr"
    assert message.locator("bdi").inner_text() == NAMES[1]


def test_words_of_people_keep_their_own_direction(shown):
    played = shown(Case(question=NAMES[1], opinions=[{"name": NAMES[3], "pros": [NAMES[1]]}, {"name": "B"}]))
    assert played.page.locator(".oa-question").evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    played.go("side_by_side")
    cell = played.page.locator("td", has_text=NAMES[1]).first
    assert cell.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
