"""Getting ready in the app, from the first tick to the paper: with a mouse, by the keyboard alone, with any names."""

import re

import pytest
from played import playing, serious
from playwright.sync_api import expect

from compare.app.readying import TODAY
from compare.case import Case
from compare.samples import sample
from compare.words import preparing, readiness, screens, taking

ONE = {"opinions": [{"name": "Surgery"}]}
ARABIC = "د. ليلى حداد"


@pytest.fixture
def ready(page):
    """Return what opens the screen for a case as of a day."""

    def opened(case=None, day="2026-03-20", **size):
        played = playing(page)(case or Case(**ONE), **size)
        played.app.state.chosen = {TODAY: day}
        played.go("preparing")
        return played

    return opened


def unfold(page, title):
    page.locator("summary", has_text=re.compile(f"^{re.escape(title)}")).first.click()


def write(page, label, text):
    """Type into a field and leave it, then wait until it is drawn again with what was typed."""
    field = page.get_by_label(label, exact=True).last
    field.fill(text)
    field.press("Tab")
    expect(page.get_by_label(label, exact=True).last).to_have_value(text)


def test_a_family_with_one_opinion_goes_from_the_first_button_to_the_papers(page):
    played = playing(page)(Case(**ONE))
    page.get_by_role("button", name=screens.NEW_READY).click()
    expect(page.get_by_role("heading", level=2)).to_have_text(screens.TITLES["preparing"])
    unfold(page, preparing.PARTS["reasons"])
    page.get_by_label("A rare cancer", exact=True).check()
    expect(page.locator("li", has_text="Few doctors see it often.")).to_be_visible()
    write(page, readiness.STARTED, "2026-03-09")
    page.get_by_label("Talk to the current doctor").check()
    expect(page.locator(".oa-strong", has_text="1 of 6 steps done.")).to_be_visible()
    unfold(page, preparing.PARTS["records"])
    page.get_by_label(readiness.RECORD_REPORT).first.check()
    unfold(page, preparing.PARTS["specialists"])
    page.get_by_role("button", name=readiness.ADD_DOCTOR).click()
    write(page, "Doctor", ARABIC)
    unfold(page, preparing.PARTS["insurer"])
    page.get_by_role("button", name=readiness.NOTE_ANSWER).first.click()
    unfold(page, "Call 1")
    write(page, "What they said", "Yes, with a letter")
    unfold(page, preparing.PARTS["visit"])
    page.get_by_role("button", name=readiness.ADD_VISIT).click()
    page.locator("summary", has_text="The visit").last.click()
    write(page, "Who comes along", "Ben")
    kept = played.app.case.preparation
    assert (kept.triggers, kept.started.isoformat()) == (("A rare cancer",), "2026-03-09")
    assert kept.steps["Talk to the current doctor"].state == "done"
    assert next(iter(kept.records.values())).have_report is True
    assert (kept.specialists[0].name, kept.calls[0].answer) == (ARABIC, "Yes, with a letter")
    assert kept.visits[0].support_person == "Ben"
    assert serious(page) == []
    with page.expect_download() as got:
        page.get_by_role("button", name=f"{readiness.ALL_PAPERS}: {taking.FORMATS['.html']}").click()
    text = got.value.path().read_text(encoding="utf-8")
    assert all(words in text for words in (ARABIC, "Yes, with a letter", "A rare cancer"))
    with page.expect_download() as got:
        page.get_by_role("button", name=f"{preparing.PARTS['plan']}: {taking.FORMATS['.ics']}").click()
    assert got.value.suggested_filename == "getting-ready.ics"
    assert b"Find a specialist" in got.value.path().read_bytes()


def test_a_step_is_ticked_off_added_and_removed_by_the_keyboard_alone(ready):
    played = ready()
    page, keys = played.page, played.page.keyboard
    box = page.get_by_label("Talk to the current doctor")
    box.focus()
    keys.press("Space")
    expect(page.locator(".oa-strong", has_text="1 of 6 steps done.")).to_be_visible()
    expect(box).to_be_focused()
    own = page.get_by_label(readiness.NEW_STEP)
    own.focus()
    keys.type("Ask a friend to drive")
    keys.press("Enter")
    expect(page.get_by_label("Ask a friend to drive")).to_be_visible()
    expect(own).to_be_focused()
    expect(own).to_have_value("")
    page.locator("#oc-undo").focus()
    keys.press("Enter")
    expect(page.get_by_label("Ask a friend to drive")).to_have_count(0)
    assert [step.state for step in played.app.case.preparation.steps.values()] == ["done"]


def test_a_day_typed_part_by_part_is_taken_over_once_it_is_whole(ready):
    played = ready(sample("getting-ready"))
    page, keys = played.page, played.page.keyboard
    day = page.get_by_label(readiness.TODAY)
    day.focus()
    keys.type("03302026")
    for _ in range(2):
        keys.press("Tab")
    expect(page.locator("li", has_text="Late by 8 days: Gather the records.")).to_be_visible()
    expect(page.get_by_label(readiness.TODAY)).to_have_value("2026-03-30")
    assert played.app.case == sample("getting-ready")


def test_the_note_of_a_step_says_when_it_is_where_it_stands_and_who_does_it(ready):
    page = ready(sample("getting-ready"), "2026-03-30").page
    box = page.get_by_label("Gather the records")
    expect(box).to_have_accessible_description("9 to 22 March 2026; begun, late; Fionn")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_open_to_the_last_fold_it_is_free_of_serious_barriers_and_fits(ready, scheme, width):
    page = ready(sample("getting-ready"), scheme=scheme, width=width).page
    for _ in range(4):
        page.evaluate("document.querySelectorAll('details:not([open])').forEach((fold) => (fold.open = true))")
        page.wait_for_timeout(50)
    assert page.locator("details:not([open])").count() == 0
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "\"double\" - 'single'", "two\nlines", ARABIC, "__proto__", "a" * 2000]
)
def test_whatever_a_step_is_called_stays_text_and_can_be_removed(ready, name):
    steps = {name: {"owner": name}, "Next one": {"note": name}}
    played = ready(Case(**ONE, preparation={"steps": steps, "triggers": [name]}))
    page = played.page
    assert page.locator("script, iframe, img, svg").count() == 0
    box = page.locator("input[id^='oc-tick_step']").nth(6)
    box.check()
    expect(page.locator("input[id^='oc-tick_step']").nth(6)).to_be_checked()
    stated = {each: step.state for each, step in played.app.case.preparation.steps.items()}
    assert list(stated.values()) == ["done", "open"]
    page.locator("summary", has_text=readiness.STEP_MORE).nth(6).click()
    page.get_by_role("button", name=re.compile("^Remove")).first.click()
    expect(page.locator("input[id^='oc-tick_step']")).to_have_count(7)
    assert list(played.app.case.preparation.steps) == ["Next one"]
