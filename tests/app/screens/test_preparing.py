"""How things stand with getting ready, in plain words as of a day that can be named; and every paper from here."""

import pytest
from on_screen import blocks_of, enter, field_at, group_at, new_case, state_of

from compare.app.acts import act
from compare.app.blocks import Act, Card, Group, Picture, Points, Text
from compare.app.panels import Enter
from compare.app.readying import TODAY
from compare.app.screens import SCREENS
from compare.app.taking_away import taken
from compare.case import Case
from compare.preparation import prepare, short_on_time
from compare.scoring import score
from compare.words import preparing, readiness


@pytest.fixture
def state():
    return on("2026-03-30")


def on(day, source="getting-ready"):
    state = state_of(source, "preparing")
    act(state, "choose", [TODAY, day])
    return state


def said(state):
    """Return the sentences of the card that says how things stand."""
    inside = group_at(state, preparing.STANDING).blocks
    [lead] = [block.text for block in inside if isinstance(block, Text)]
    [points] = [block.texts for block in inside if isinstance(block, Points)]
    return [lead, *points]


def test_it_comes_before_what_the_doctors_said_and_nothing_has_to_be_filled_in():
    assert list(SCREENS)[:3] == ["start", "preparing", "said"]
    state = on("2026-03-30", Case(opinions=[{"name": "A"}]))
    assert said(state)[:2] == [
        "Nothing is done yet: 6 steps to go.",
        "Next: Talk to the current doctor, by 5 April 2026.",
    ]


def test_what_is_late_and_next_is_said_as_of_the_day_that_stands_there(state):
    assert "Late by 8 days: Gather the records. It was planned until 22 March 2026." in said(state)
    assert "15 days until the day to decide, 14 April 2026." in said(state)
    assert not any(text.startswith("Late") for text in said(on("2026-03-20")))
    assert any("how it stood on 18 March 2026" in text for text in said(on("")))
    day = next(block for block in blocks_of(state) if isinstance(block, Enter) and block.given == [TODAY])
    assert (day.form, day.value) == ("day", "2026-03-30")


def test_the_start_and_the_day_to_decide_move_the_plan():
    state = on("2026-03-30", new_case())
    assert field_at(state, "preparation", "started").help == readiness.NOT_STARTED
    enter(state, "preparation", "started", typed="2026-03-02")
    enter(state, "decide_by", typed="2026-04-01")
    assert field_at(state, "preparation", "started").help == readiness.STARTED_HELP
    assert any(text.startswith("Late by 22 days: Talk to the current doctor") for text in said(state))
    assert "2 days until the day to decide, 1 April 2026" in " ".join(said(state))


def test_when_time_is_short_the_questions_that_count_most_are_there(state):
    enter(state, "preparation", "short_on_time", typed="yes")
    [points] = group_at(state, "Five questions that count most").blocks
    assert list(points.texts) == list(short_on_time(score(state.case)).questions)
    assert len(points.texts) == 5


def test_every_part_stands_there_with_its_line_and_its_papers(state):
    found = prepare(state.case)
    for what, title in preparing.PARTS.items():
        part = group_at(state, title)
        assert part.remark == ("" if isinstance(part, Card) else found.lines.get(what, "")) or what == "packet"
        names = [button.given[0] for button in blocks_within(part) if button.act == "download"]
        assert names[:2] == [f"getting-ready-{what}.pdf", f"getting-ready-{what}.docx"]
        assert ("getting-ready.ics" in names) == (what == "plan")


def blocks_within(group):
    """Give the buttons in the rows of a group."""
    return [button for row in group.blocks if row.kind == "row" for button in row.blocks if isinstance(button, Act)]


def test_every_button_for_a_file_gives_one_and_says_which(state):
    buttons = [block for block in blocks_of(state) if isinstance(block, Act) and block.act == "download"]
    names = {button.given[0] for button in buttons}
    assert len(names) == 11 * 2 + 4
    assert all(taken(state, name) for name in names if name.endswith((".html", ".ics")))
    assert all(button.label in button.name for button in buttons)


def test_the_paper_says_what_the_screen_says_and_without_names_nothing_of_the_day(state):
    page = taken(state, "getting-ready.html").data.decode()
    assert "Late by 8 days: Gather the records" in page
    assert page == taken(on("2026-03-30"), "getting-ready.html").data.decode()
    act(state, "choose", ["without names", "yes"])
    file = taken(state, "getting-ready.html")
    assert file.name == "getting-ready-without-names.html"
    assert not any(text in file.data.decode() for text in ("Tolland", "Nuala", "Late by"))


def test_a_calendar_without_a_day_is_refused_in_words():
    from compare.app.shell import App

    app = App(Case(opinions=[{"name": "A"}]))
    app.state.chosen = {TODAY: ""}
    app._told(app, {"kind": "act", "act": "download", "given": ["getting-ready.ics"]}, [])
    assert "no day" in app.page["message"].casefold()


def test_the_picture_of_the_plan_is_drawn_once_it_is_asked_for(state):
    assert not any(isinstance(block, Picture) for block in blocks_of(state))
    act(state, "show", ["plan"])
    [picture] = [block for block in blocks_of(state) if isinstance(block, Picture)]
    assert "Gather the records: 9 to 22 March 2026, begun, late" in picture.alt
    assert readiness.HIDE_PICTURE in [block.label for block in blocks_of(state) if isinstance(block, Act)]


def test_no_sum_of_reasons_stands_anywhere_on_the_screen(state):
    part = group_at(state, preparing.PARTS["reasons"])
    texts = [part.remark, *(block.text for block in part.blocks if isinstance(block, Text))]
    assert not any(sign.isdigit() for text in texts for sign in text)


def test_every_fold_has_a_name_of_its_own(state):
    folds = [block.name or block.title for block in blocks_of(state) if isinstance(block, Group) and block.folded]
    assert len(folds) == len(set(folds)) > 20
