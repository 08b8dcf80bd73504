"""Every screen of the app, drawn by a real browser; the Python side is played in the same process, without a kernel."""

import json

import pytest
from made_up import HOSTILE
from played import playing, serious
from playwright.sync_api import expect

import compare
from compare.app.shell import App
from compare.case import Case

SCREENS = list(App().page["screens"])
KEYS = [screen["key"] for screen in SCREENS]


@pytest.fixture
def play(page):
    return playing(page)


def hostile_case():
    """Return a case whose every text is hostile."""
    texts = [text for text in HOSTILE if text.strip() and "\n" not in text and len(text) <= 200]
    opinions = [
        {"name": name, "pros": list(HOSTILE[:40]), "cons": [name], "doctor": {"name": name, "centre": name}, "notes": name,
         "plan": {"name": name}, "findings": {"stage": name}, "asked": {name: name}}
        for name in ("<script>alert(1)</script>", "$x^2$ costs $5 and $6", "שלום עולם")
    ]  # fmt: skip
    people = [{"name": name, "role": "friend"} for name in texts[-3:]]
    return Case.model_validate({"question": "<b>{0} %s</b>", "opinions": opinions, "people": people})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("key", KEYS)
def test_every_screen_is_free_of_serious_barriers(play, key, scheme):
    played = play(compare.sample("lung-stage-3"), scheme=scheme)
    played.go(key)
    for fold in played.page.locator("summary").all()[:3]:
        fold.click()
    assert serious(played.page) == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("width", [390, 1200])
def test_no_screen_is_wider_than_its_window(play, key, width):
    played = play(compare.sample("colon-stage-4"), width=width)
    played.go(key)
    assert played.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("key", KEYS)
def test_hostile_texts_stay_texts_on_every_screen(play, key):
    played = play(hostile_case())
    played.go(key)
    assert played.page.locator("#here script, #here b, #here iframe").count() == 0
    expect(played.page.locator(".oa-question")).to_have_text("<b>{0} %s</b>")


@pytest.mark.parametrize("case", [None, Case(opinions=[{"name": "Alone"}])], ids=["empty", "one opinion"])
@pytest.mark.parametrize("key", KEYS)
def test_every_screen_has_something_to_say_when_there_is_little(play, case, key):
    played = play(case)
    played.go(key)
    assert len(played.page.locator("main").inner_text()) > 60


def test_what_is_typed_goes_into_the_case_and_can_be_taken_back(play):
    played = play(compare.sample("prostate"))
    question = played.page.get_by_label("What has to be decided?")
    question.fill("Now or later?")
    question.press("Tab")
    expect(played.page.locator(".oa-question")).to_have_text("Now or later?")
    assert played.app.case.question == "Now or later?"
    played.page.locator("#oc-undo").click()
    expect(played.page.locator(".oa-question")).to_have_text("Which plan for Walter's early prostate cancer?")


def test_what_cannot_be_taken_over_stays_in_its_field_with_the_reason(play):
    played = play(compare.sample("prostate"))
    day = {"place": ["decide_by"], "kind": "set", "form": "line", "typed": "soon"}
    played.page.evaluate("(message) => window.told(message, [])", day)
    played.go("said")
    played.go("start")
    assert "This is not a day." in played.page.locator("[role=alert]").first.inner_text()
    assert played.app.case.decide_by == compare.sample("prostate").decide_by


def test_the_keyboard_alone_reaches_every_screen_and_the_focus_is_not_lost(play):
    played = play(compare.sample("prostate"))
    played.page.locator("#oc-go-start").focus()
    for key in KEYS[1:]:
        played.page.locator(f"#oc-go-{key}").focus()
        played.page.keyboard.press("Enter")
        expect(played.page.locator("nav [aria-current=page]")).to_have_id(f"oc-go-{key}")
        expect(played.page.locator(":focus")).to_have_id("oc-title")


def test_a_slider_moves_the_totals_and_the_sentences_follow(play):
    played = play(compare.sample("prostate"))
    played.go("compares")
    slider = played.page.locator('.oc-live input[type="range"]').first
    slider.focus()
    for _ in range(5):
        played.page.keyboard.press("ArrowRight")
    expect(played.page.locator(".oc-live")).to_have_attribute("data-settled", "true")
    assert played.app.points["rationale"] == compare.sample("prostate").speaker.weights.swing["rationale"] + 5


def test_a_file_of_ones_own_is_opened(play, tmp_path):
    own = tmp_path / "ours.json"
    own.write_text(json.dumps({"schema": 1, "question": "Ours?", "opinions": [{"name": "A"}]}), encoding="utf-8")
    played = play(compare.sample("prostate"))
    played.page.locator("#oc-open").set_input_files(own)
    expect(played.page.locator(".oa-question")).to_have_text("Ours?")
    own.write_text("schema: 2", encoding="utf-8")
    played.page.locator("#oc-open").set_input_files(own)
    expect(played.page.locator(".oa-message")).not_to_be_empty()
    assert played.app.case.question == "Ours?"
