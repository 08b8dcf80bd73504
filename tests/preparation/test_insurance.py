"""The insurer: questions, the log, what is never taken for granted, and what holds in one country only."""

from __future__ import annotations

import json

import pytest

import compare
from compare.preparation import insurer
from compare.words import paying as told


def asked(*calls, country=None, **ready):
    case = compare.Case(opinions=[{"name": "A"}], country=country, preparation={"calls": list(calls), **ready})
    return insurer(case)


def answers(found):
    return {each.key: each.answer for each in found.questions if each.answer}


def every_text(found):
    return [*(each.question for each in found.questions), *found.help, *found.after_a_no]


def test_nothing_is_taken_for_granted():
    assert told.NEVER_ASSUMED in asked().sentences()
    assert told.NEVER_ASSUMED in asked({"coverage": "not known"}).sentences()


def test_a_call_answers_by_its_question_its_key_or_its_fields():
    found = asked(
        {"question": "is a second opinion covered by our plan?", "answer": "yes"},
        {"question": "how_many", "answer": "two"},
        {"percent_covered": 60, "network": "outside", "reference": 4711},
        {"question": "Must you agree first? Do we need a letter from our doctor?"},
    )
    assert answers(found) == {
        "covered": "yes",
        "how_many": "two",
        "share": "they pay 60 of 100",
        "network": "outside",
        "name": "4711",
        "agree_first": told.NO_ANSWER,
    }


def test_the_last_call_that_spoke_of_it_counts():
    found = asked({"coverage": "covered"}, {"coverage": "not covered", "spoke_to": "Mr. Dane", "reference": "8"}, {})
    assert found.said_no
    assert found.sentences()[1] == "They said: not covered (Mr. Dane, number 8)."
    assert any(text.startswith("They said no. What can be done") for text in found.sentences())


def test_a_call_without_a_name_or_a_number_is_named():
    said = " ".join(
        asked({"date": "2026-03-10", "spoke_to": "Ms. Vane"}, {"spoke_to": "B", "reference": "1"}).sentences()
    )
    assert "missing for the call of 10 March 2026." in said
    assert "call 2" not in said


@pytest.mark.parametrize("country", ["United States", "usa", "US", "The United States"])
def test_what_holds_in_the_united_states_stands_there_without_a_label(country):
    texts = every_text(asked(country=country))
    assert any("Medicare" in text for text in texts)
    assert not any("In the United States" in text for text in texts)


def test_where_no_country_is_stated_it_is_labelled():
    local = [
        text for text in every_text(asked()) if "Medicare" in text or "commissioner" in text or "US dollars" in text
    ]
    assert len(local) == 3
    assert all(text.startswith("In the United States: ") for text in local)


@pytest.mark.parametrize("country", ["Ireland", "Germany", "New Zealand"])
def test_elsewhere_it_is_left_out(country):
    texts = " ".join(every_text(asked(country=country)))
    for word in ("Medicare", "commissioner", "dollars", "United States"):
        assert word not in texts


def test_amounts_in_different_money_stand_side_by_side():
    costs = [{"what": "a", "high": 5, "currency": money, "payer": "us"} for money in ("EUR", "USD")]
    said = asked(costs=costs).sentences()
    assert "For us: up to 5 EUR, once." in said
    assert "For us: up to 5 USD, once." in said
    assert told.NOT_ADDED in said


def test_json_holds_everything_plain():
    plain = json.loads(json.dumps(insurer(compare.sample("getting-ready")).plain(), allow_nan=False))
    assert {row["currency"] for row in plain["out_of_pocket"]} == {"EUR"}
    assert plain["calls"][0]["reference"] == "SM-20417"
    assert plain["calls"][0]["date"] == "2026-03-12"


def test_the_table_shows_what_is_not_asked_yet():
    found = asked()
    assert {row[1] for row in found.shown()[1:]} == {told.NOT_ASKED}
    assert found.heading() == "0 of 9 questions to the insurer answered."
