"""Costs: ranges by payer, by currency, once or each month; an open payer may be us, or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import compare
from compare.preparation.costs import by_payer, lines_of, out_of_pocket
from compare.words import paying as told


def lines(*costs, people=()):
    case = compare.Case(opinions=[{"name": "A"}], people=list(people), preparation={"costs": list(costs)})
    return lines_of(case)


def ours(*costs, **more):
    return [(each.currency, each.per, each.low, each.high) for each in out_of_pocket(lines(*costs, **more))]


EUR = {"currency": "EUR", "low": 10, "high": 20}


@pytest.mark.parametrize(
    ("cost", "found"),
    [
        ({"payer": "us"}, [("EUR", "once", 10, 20)]),
        ({"payer": "Rosa"}, [("EUR", "once", 10, 20)]),
        ({"payer": "the charity"}, []),
        ({"coverage": "covered"}, []),
        ({"coverage": "not covered"}, [("EUR", "once", 10, 20)]),
        ({"coverage": "part"}, [("EUR", "once", 0, 20)]),
        ({}, [("EUR", "once", 0, 20)]),
        ({"payer": "us", "coverage": "covered"}, [("EUR", "once", 10, 20)]),
    ],
)
def test_who_pays_decides_what_is_ours(cost, found):
    assert ours({"what": "x", **EUR, **cost}, people=[{"name": "Rosa", "role": "patient"}]) == found


def test_currencies_and_months_are_never_added():
    found = ours(
        {"what": "a", **EUR, "payer": "us"},
        {"what": "b", "currency": "eur", "low": 1, "high": 2, "payer": "we"},
        {"what": "c", "currency": "NZD", "low": 5, "high": 5, "payer": "us"},
        {"what": "d", **EUR, "per": "month", "payer": "us"},
    )
    assert found == [("EUR", "once", 11, 22), ("NZD", "once", 5, 5), ("EUR", "month", 10, 20)]


def test_an_amount_without_an_upper_end_leaves_the_sum_open():
    assert ours({"what": "a", "low": 10, "currency": "EUR", "payer": "us"}, {"what": "b", **EUR, "payer": "us"}) == [
        ("EUR", "once", 20, None)
    ]


def test_the_ends_of_a_range_may_be_written_either_way():
    (line,) = lines({"what": "a", "low": 20, "high": 10})
    assert (line.low, line.high) == (10, 20)


def test_what_others_pay_is_told_for_each():
    found = by_payer(lines({"what": "a", **EUR, "payer": "Charity"}, {"what": "b", **EUR, "coverage": "covered"}))
    assert [(each.payer, each.high) for each in found] == [("Charity", 20), (told.INSURER, 20)]


amounts = st.integers(0, 10**6)
costs = st.lists(
    st.fixed_dictionaries(
        {"what": st.just("x"), "low": amounts, "high": amounts},
        optional={
            "currency": st.sampled_from(["EUR", "USD", "NZD"]),
            "payer": st.sampled_from(["us", "charity"]),
            "per": st.sampled_from(["once", "month"]),
            "coverage": st.sampled_from(["covered", "part", "not covered", "not known", "required"]),
        },
    ),
    max_size=8,
)


@given(costs)
def test_what_is_ours_and_what_others_pay_make_up_the_whole(given_costs):
    made = lines(*given_costs)
    whole = sum(line.high for line in made)
    assert sum(each.high for each in (*out_of_pocket(made), *by_payer(made))) == whole
    assert all(0 <= each.low <= each.high for each in out_of_pocket(made))


@pytest.mark.parametrize(
    ("ends", "text"),
    [
        ((1200, 2400), "1\u00a0200 to 2\u00a0400 EUR"),
        ((5, 5), "5 EUR"),
        ((0, 30), "up to 30 EUR"),
        ((0, 0), "0 EUR"),
        ((7, None), "7 EUR or more"),
        ((0, None), "not known"),
    ],
)
def test_amounts_in_words(ends, text):
    assert told.between(*ends, "EUR") == text
