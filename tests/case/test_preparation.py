import pytest
from pydantic import ValidationError

from compare.case import Case, Decision, Preparation

FULL = {
    "reasons": ["more information"],
    "steps": {"Talk": {"state": "Done", "owner": "Ana", "due": "2026-01-31", "week": "1 to 2", "resources": ["nurse"]}},
    "records": {"Pathology": {"have_report": "yes", "slides_sent": "no", "received": "2026-01-31"}},
    "specialists": [{"name": "Dr. A"}],
    "calls": [
        {"coverage": "not known", "reference": 4711, "insurer": "X", "percent_covered": 80, "network": "outside"}
    ],
    "costs": [{"what": "train", "low": 10, "high": "20", "per": "month"}],
    "summary": {"medicines": ["x"]},
    "questions": [{"question": "Why?", "asked_by": "Ana", "answered": False}],
    "visits": [{"note_taker": "Ana", "recording_consent": "yes"}],
    "started": "2026-01-01",
    "short_on_time": "yes",
    "script": "Thank you for all you do.",
}


def test_everything_is_kept():
    from compare.files import read_text, written_as

    case = Case(
        opinions=[{"name": "A"}],
        preparation=FULL,
        decision={"opinion": "A", "confidence": 7, "next_dates": {"scan": "in May"}},
    )
    for ending in (".yaml", ".json"):
        assert read_text(written_as(case, ending), ending) == case
    assert case.preparation.steps["Talk"].state == "done"
    assert case.preparation.calls[0].reference == "4711"


@pytest.mark.parametrize(
    "tree",
    [
        {"steps": {"Talk": {"state": "perhaps"}}},
        {"records": {"Pathology": {"have_report": "maybe"}}},
        {"costs": [{"low": 1}]},
        {"costs": [{"what": "x", "low": -1}]},
        {"calls": [{"coverage": "all"}]},
        {"calls": [{"percent_covered": 101}]},
        {"questions": [{}]},
        {"started": "soon"},
        {"reason": []},
    ],
)
def test_what_it_does_not_hold(tree):
    with pytest.raises(ValidationError):
        Preparation.model_validate(tree)


@pytest.mark.parametrize(
    "tree", [{"confidence": 11}, {"confidence": -1}, {"outcome": "win"}, {"care_transfer": "away"}]
)
def test_bounds_of_a_decision(tree):
    with pytest.raises(ValidationError):
        Decision.model_validate(tree)
