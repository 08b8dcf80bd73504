"""What is entered in the app with a mouse, a finger or the keyboard: orders, lists, everything that is new in the forms."""

import re

import pytest
from played import playing, serious
from playwright.sync_api import expect

from compare.case import Case
from compare.samples import sample
from compare.words import entering, mattering

ORDER = ["goals", "rationale", "side_effects", "experience", "practicality"]
RANKED = {
    "opinions": [{"name": "A"}, {"name": "B"}],
    "people": [{"name": "Rosa", "weights": {"ranking": ORDER}}],
}


@pytest.fixture
def ranked(page):
    """The form of what matters, in which one person has put the parts in order."""
    played = playing(page)(Case(**RANKED))
    played.go("matters")
    page.locator(".oa-order").evaluate("list => list.scrollIntoView()")
    return played


def said(played):
    return list(played.app.case.people[0].weights.ranking)


def line(played, label):
    return played.page.locator(".oa-order > li").filter(has_text=label)


def shown(played):
    """Return the labels as they stand in the list."""
    return played.page.locator(".oa-order strong").all_inner_texts()


def drag(played, label, to):
    """Take a line by its grip and hold it over another one."""
    start, end = (line(played, text).locator(".oa-grip").bounding_box() for text in (label, to))
    mouse = played.page.mouse
    mouse.move(start["x"] + 8, start["y"] + 8)
    mouse.down()
    mouse.move(end["x"] + 8, end["y"] + end["height"], steps=12)


def test_the_order_is_told_once_the_dragged_line_is_let_go(ranked):
    drag(ranked, "Our goals", "Side effects")
    assert shown(ranked)[:3] == ["Medical reasons", "Side effects", "Our goals"]
    assert said(ranked) == ORDER
    ranked.page.mouse.up()
    expect(ranked.page.locator(".oa-order strong").nth(2)).to_have_text("Our goals")
    assert said(ranked) == ["rationale", "side_effects", "goals", "experience", "practicality"]
    assert len(ranked.app.state.before) == 1
    ranked.page.locator("#oc-undo").click()
    expect(ranked.page.locator(".oa-order strong").first).to_have_text("Our goals")
    assert said(ranked) == ORDER


def test_a_line_that_comes_back_to_its_place_changes_nothing(ranked):
    drag(ranked, "Our goals", "Side effects")
    box = line(ranked, "Medical reasons").bounding_box()
    ranked.page.mouse.move(box["x"] + 8, box["y"] - 40, steps=12)
    ranked.page.mouse.up()
    assert shown(ranked)[0] == "Our goals"
    assert ranked.app.state.before == ()


def test_a_finger_drags_the_order_too_and_a_broken_off_drag_changes_nothing(ranked):
    finger, first = ranked.page.context.new_cdp_session(ranked.page), ranked.page.locator(".oa-order strong").first

    def touch(kind, *points):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    for end, changes in (("touchCancel", False), ("touchEnd", True)):
        box, to = (line(ranked, text).locator(".oa-grip").bounding_box() for text in ("Our goals", "Medical reasons"))
        touch("touchStart", {"x": box["x"] + 8, "y": box["y"] + 8})
        for part in (0.4, 0.8, 1.2):
            touch("touchMove", {"x": box["x"] + 8, "y": box["y"] + 8 + part * (to["y"] - box["y"] + 20)})
        expect(first).to_have_text("Medical reasons")
        touch(end)
        expect(ranked.page.locator(".oc-held")).to_have_count(0)
        expect(first).to_have_text("Medical reasons" if changes else "Our goals")
        assert (said(ranked) != ORDER) == changes


def test_the_order_is_moved_by_the_keyboard_alone_and_the_focus_stays(ranked):
    down = ranked.page.get_by_role("button", name=mattering.DOWN.format(label="Our goals"))
    down.focus()
    ranked.page.keyboard.press("ArrowDown")
    expect(down).to_be_focused()
    ranked.page.keyboard.press("Enter")
    expect(down).to_be_focused()
    assert said(ranked)[2] == "goals"
    ranked.page.keyboard.press("ArrowUp")
    ranked.page.keyboard.press("ArrowUp")
    ranked.page.keyboard.press("ArrowUp")
    assert said(ranked) == ORDER
    expect(down).to_have_accessible_description(f"{mattering.AT.format(n=1, all=5)} counts for 46 of 100")
    assert serious(ranked.page) == []


def test_contacts_and_trials_are_added_filled_in_and_removed(page):
    played = playing(page)(Case(opinions=[{"name": "A"}, {"name": "B"}]))
    played.go("said")
    page.locator("summary", has_text=entering.WHO).click()
    page.locator("summary", has_text=entering.CONTACTS).click()
    page.get_by_role("button", name=entering.ADD_CONTACT).click()
    page.locator("summary", has_text="Contact 1").click()
    page.get_by_label("Phone", exact=True).fill("012 345")
    page.get_by_label("Phone", exact=True).press("Tab")
    page.locator("summary", has_text=entering.TRIALS).click()
    page.get_by_role("button", name=entering.ADD_TRIAL).click()
    expect(page.locator("summary", has_text="Trial 1")).to_be_visible()
    given = played.app.case.opinions[0]
    assert (given.doctor.contacts[0].phone, given.trials[0].name) == ("012 345", "Trial 1")
    assert serious(page) == []
    page.get_by_role("button", name="Remove Contact 1").click()
    expect(page.locator("summary", has_text="Contact 1")).to_have_count(0)
    assert played.app.case.opinions[0].doctor is None


def test_dates_that_are_none_stay_in_their_field_with_the_reason(page):
    played = playing(page)(Case(opinions=[{"name": "A"}, {"name": "B"}]))
    played.go("deciding")
    page.locator("summary", has_text="What comes next").click()
    dates = page.get_by_label("Dates to come")
    dates.fill("First visit: 2026-02-31")
    dates.press("Tab")
    expect(page.get_by_role("alert")).to_contain_text("2026-02-31")
    expect(dates).to_have_value("First visit: 2026-02-31")
    dates.fill("First visit: 2026-03-31")
    dates.press("Tab")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert dict(played.app.case.decision.next_dates) == {"First visit": "2026-03-31"}


def test_goals_are_answered_one_by_one(page):
    wanted = ["Live long", "Stay at home"]
    played = playing(page)(
        Case(patient={"goals": wanted}, opinions=[{"name": "A", "ratings": {"goals": {"chance": 50}}}])
    )
    played.go("said")
    page.locator("summary", has_text="Our goals").click()
    page.get_by_label(entering.GOALS_ANSWERED_HOW).select_option("goals")
    page.get_by_label("Does this plan serve this goal: Stay at home?").select_option("partly")
    expect(page.get_by_label("Does this plan serve this goal: Stay at home?")).to_have_value("partly")
    fit = played.app.case.opinions[0].ratings["goals"]["goal_fit"]
    assert {goal: rating.answer for goal, rating in fit.items()} == {"Live long": None, "Stay at home": "partly"}
    assert serious(page) == []


def test_a_part_is_answered_as_a_whole_and_back_and_says_what_is_put_aside(page):
    played = playing(page)(sample("prostate"))
    played.go("said")
    page.locator("summary", has_text="Our goals").click()
    before = played.app.case
    way = page.get_by_label(entering.ANSWERED_HOW)
    expect(way).to_have_accessible_description(re.compile("^“As a whole, from 0 to 100” would put aside: "))
    way.focus()
    way.select_option("whole")
    expect(way).to_be_focused()
    number = page.locator("#oc-opinions-0-ratings-goals-answer")
    number.fill("60 to 80")
    number.press("Tab")
    expect(way).to_have_accessible_description(re.compile("^Put aside: .* would put aside: 60 to 80", re.DOTALL))
    assert played.app.case.opinions[0].ratings["goals"].answer == (60, 80)
    assert serious(page) == []
    way.select_option("")
    expect(number).to_have_count(0)
    assert played.app.case == before
