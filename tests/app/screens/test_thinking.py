"""Reasons to ask and worries: ticked by the word that a file has for them, kept in one's own words, answered by cards."""

import pytest
from on_screen import blocks_of, enter, group_at, new_case, state_of

from compare.app.acts import act
from compare.app.blocks import Points, Ticks
from compare.case import Case
from compare.preparation import answer_cards, reasons_to_ask
from compare.words import needing, preparing


def ticks_of(state, key):
    return next(block for block in blocks_of(state) if isinstance(block, Ticks) and block.place[-1] == key)


def ticked(state, key):
    """Return what is ticked of a list, as people read it."""
    found = ticks_of(state, key)
    return [label for word, label in found.options if word in found.values]


def points_of(state, what):
    return [
        text
        for block in group_at(state, preparing.PARTS[what]).blocks
        if isinstance(block, Points)
        for text in block.texts
    ]


@pytest.fixture
def state():
    return state_of("getting-ready", "preparing")


def test_what_the_file_names_in_any_spelling_is_ticked(state):
    assert ticked(state, "triggers") == ["A small hospital, far from a large one", "Target tests not done"]
    assert ticked(state, "reasons") == ["More information", "A specialist or a special centre"]
    assert ticked(state, "barriers") == ["Our doctor could be hurt", "We could lose time"]


def test_a_tick_goes_out_by_the_word_that_put_it_in(state):
    enter(state, "preparation", "reasons", "a specialised centre", typed="no")
    assert state.case.preparation.reasons == ("more information",)
    enter(state, "preparation", "reasons", "Peace of mind", typed="yes")
    assert state.case.preparation.reasons == ("more information", "Peace of mind")


def test_what_stands_in_the_other_list_of_the_file_is_ticked_under_its_label_and_goes_out():
    ready = {"reasons": ["rare"], "triggers": ["peace"], "challenges": ["lost_time"]}
    state = state_of(Case(opinions=[{"name": "A"}], preparation=ready), "preparing")
    shown = [ticked(state, key) for key in ready]
    assert shown == [["A rare cancer"], ["Peace of mind"], ["We could lose time"]]
    for key, [word] in ready.items():
        enter(state, "preparation", key, word, typed="no")
    assert state.case.preparation is None


def test_a_tick_never_moves_the_others(state):
    for key, word in (
        ("triggers", "A rare cancer"),
        ("barriers", "It could cost too much"),
        ("challenges", "It is all too much"),
    ):
        before = [label for _, label in ticks_of(state, key).options]
        enter(state, "preparation", key, word, typed="yes")
        assert [label for _, label in ticks_of(state, key).options] == before
        assert word in ticked(state, key)


def test_what_speaks_for_asking_is_said_with_what_the_case_shows_and_never_counted(state):
    found = reasons_to_ask(state.case)
    texts = points_of(state, "reasons")
    for ground in found.grounds:
        assert any(text.startswith(f"{ground.item.label}. ") for text in texts) == ground.holds
        assert all(any(seen in text for text in texts) for seen in ground.seen)
    assert needing.ASK_FOR_TIME in texts
    assert needing.SAME_IS_WORTH_IT in texts


def test_without_a_tick_it_says_so_and_nothing_speaks_for_anything():
    state = state_of(new_case(), "preparing")
    assert needing.NOTHING_TICKED in [getattr(block, "text", "") for block in blocks_of(state)]
    assert points_of(state, "reasons") == [needing.ASK_FOR_TIME, needing.SAME_IS_WORTH_IT]


def test_ones_own_words_are_kept_ticked_and_said():
    state = state_of(new_case(), "preparing")
    act(state, "add_words", [["preparation", "reasons"], "Aunt Vera <b>says</b> so"])
    act(state, "add_words", [["preparation", "barriers"], "The dog"])
    assert ticked(state, "reasons") == ["Aunt Vera <b>says</b> so"]
    assert "Aunt Vera <b>says</b> so" in points_of(state, "reasons")
    assert points_of(state, "worries") == [f"{needing.NO_CARD} The dog"]
    enter(state, "preparation", "reasons", "Aunt Vera <b>says</b> so", typed="no")
    enter(state, "preparation", "barriers", "The dog", typed="no")
    assert state.case == new_case()


def test_each_worry_that_is_ticked_has_its_card_and_no_other(state):
    for card in answer_cards(state.case).noted:
        points = [block.texts for block in group_at(state, card.label).blocks if isinstance(block, Points)]
        assert [list(texts) for texts in points[:2]] == [list(card.says), list(card.actions)]
    names = [getattr(block, "name", "") for block in blocks_of(state)]
    assert [name for name in names if name.startswith("card-")] == ["card-offend", "card-lost_time"]


def test_numbers_on_a_card_say_whom_they_count_and_where_they_are_from():
    state = state_of(Case(opinions=[{"name": "A"}], preparation={"barriers": ["same_answer"]}), "preparing")
    *_, points = [
        block.texts for block in group_at(state, "They may only say the same").blocks if isinstance(block, Points)
    ]
    assert sum("Who: " in text and "Source: " in text for text in points) == 4
    assert points[-1] == needing.FIGURES_NOTE


def test_what_to_say_is_kept(state):
    enter(state, "preparation", "script", typed="Thank you.\nCan you help us?")
    assert state.case.preparation.script == "Thank you.\nCan you help us?"
