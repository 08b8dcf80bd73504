import pytest

from compare.case import Case
from compare.preparation import after_deciding
from compare.preparation.afterwards import Arranging
from compare.preparation.lists import checklist
from compare.words import deciding
from compare.words import visits as told

PLANS = [{"name": "A"}, {"name": "B", "plan": {"earliest_start": "2026-06-01", "next_dates": {"Scan": "2026-08-01"}}}]


def after(**decision):
    return after_deciding(Case(opinions=PLANS, decision=decision or None))


def test_nothing_is_decided():
    found = after()
    assert not found.is_decided
    assert found.sentences() == [told.NOT_DECIDED]
    assert found.dates == ((told.NEXT_SCAN, ""), (told.NEXT_VISIT, ""))


@pytest.mark.parametrize("outcome", deciding.OUTCOMES)
def test_every_outcome_has_something_to_arrange(outcome):
    keys = [item.key for item in after(outcome=outcome).arranging]
    assert "next_scan" in keys
    assert len(keys) > 1
    assert set(keys) == {
        line.key for line in checklist("arranging", Arranging) if not line.after or outcome in line.after
    }


def test_lists_name_outcomes_that_exist():
    assert {outcome for line in checklist("arranging", Arranging) for outcome in line.after} <= set(deciding.OUTCOMES)


def test_dates_of_the_plan_and_of_the_family():
    found = after(outcome="switch", opinion="B", next_dates={"Scan": "2026-07-15", "Call": "after Easter"})
    assert dict(found.dates) == {"Earliest start": "1 June 2026", "Scan": "15 July 2026", "Call": "after Easter"}
    assert found.sentences() == ["Decided: change to B."]
    assert dict(found.facts)["Care goes on"] == ""


def test_to_stay_is_a_result_and_surer_is_told():
    people = [{"name": "Rosa", "before": {"sure": 4}, "after": {"sure": 8}}, {"name": "Ben", "before": {"sure": 4}}]
    case = Case(opinions=PLANS, people=people, decision={"outcome": "stay", "opinion": "A", "care_transfer": "stay"})
    found = after_deciding(case)
    assert found.sentences()[1:] == [told.CONFIRMED, "How sure Rosa felt: 4 of 10 before, 8 of 10 after."]
    assert found.plain()["care_transfer"] == "stay"
    assert {row["block"] for row in found.rows()} == {"fact", "date", "arrange"}
