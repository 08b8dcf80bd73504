import pytest
from hypothesis import given
from made_up import cases

from compare.case import Case
from compare.preparation import answer_cards
from compare.preparation.cards import AnswerCard, all_figures
from compare.preparation.lists import checklist
from compare.words import needing as told


def cards_of(**ready):
    return answer_cards(Case(opinions=[{"name": "A"}], preparation=ready))


def test_all_cards_are_there_without_a_worry():
    found = answer_cards(Case(opinions=[{"name": "A"}]))
    assert (list(found.noted), len(found.others)) == ([], len(checklist("cards", AnswerCard)))
    assert found.sentences() == [told.NOTHING_NOTED]


@pytest.mark.parametrize("field", ["barriers", "challenges"])
@pytest.mark.parametrize("card", checklist("cards", AnswerCard), ids=lambda card: card.key)
def test_a_worry_finds_its_card(card, field):
    for text in (card.key, card.label.upper(), *card.also):
        assert [each.key for each in cards_of(**{field: [text]}).noted] == [card.key]


def test_a_worry_without_a_card_is_kept_and_named():
    found = cards_of(barriers=["The dog"], challenges=["no_time"])
    assert found.own == ("The dog",)
    assert [card.key for card in found.noted] == ["no_time"]
    assert found.notes() == [f"{told.NO_CARD} The dog"]
    assert found.sentences()[0] == "You noted: “We are short on time” and “The dog”."


def test_being_short_on_time_is_a_trouble_too():
    assert [card.key for card in cards_of(short_on_time=True).noted] == ["no_time"]
    assert cards_of(short_on_time=False).noted == ()


def test_figures_come_with_what_they_leave_open():
    same = next(card for card in checklist("cards", AnswerCard) if card.key == "same_answer")
    assert len(same.counted) == len(all_figures()) + 1
    assert same.counted[-1] == told.FIGURES_NOTE
    assert "25" not in " ".join(same.counted).replace("2,700", "")


@given(cases())
def test_each_card_stands_once(case):
    found = answer_cards(case)
    keys = [card["key"] for card in found.plain()]
    assert sorted(keys) == sorted(card.key for card in checklist("cards", AnswerCard))
    assert {row["card"] for row in found.rows()} == {card.label for card in (*found.noted, *found.others)}
