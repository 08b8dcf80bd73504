"""The report for analysts: eight headings, and the numbers of the results under them."""

import pytest
from hypothesis import given, settings
from made_up import weighted_cases
from papers import paper_of

import compare
from compare.reports import report
from compare.reports.parts import Chapter, Fields, Table
from compare.words import analysis as said

HEADINGS = [
    said.PROBLEM, said.CRITERIA, said.PERFORMANCE, said.SCORING, said.WEIGHTING, said.AGGREGATION, said.UNCERTAINTY, said.REPORTING,
]  # fmt: skip


@pytest.fixture(scope="module")
def scores():
    return compare.score(compare.sample("lung-stage-3"))


@pytest.fixture(scope="module")
def parts(scores):
    return {part.title: part for part in report(scores, kind="analyst", seed=7).parts}


def rows(part):
    assert isinstance(part, Table)
    return {label: [cell.text for cell in cells] for label, cells in part.rows}


def test_the_eight_headings_are_reported_justified_and_validated(parts):
    chapters = [part for part in parts.values() if isinstance(part, Chapter)]
    assert [part.title for part in chapters] == HEADINGS
    for part in chapters:
        assert [text.partition(":")[0] for text in part.points] == [said.REPORTED, said.JUSTIFIED, said.VALIDATED]


def test_every_answer_has_its_distribution_and_where_it_comes_from(parts):
    table = dict(parts[said.MATRIX].rows)
    chance = table["Chance of the goal named"][0]
    assert chance.text == "38.2 to 47.4 of 100 people"
    assert chance.remark.startswith("uniform between the ends; 5 years; PACIFIC")
    assert table["Lasting side effects"][1].remark == "uniform over the scale (not asked)"
    counted = {part.title: part for part in paper_of("prostate", "analyst").parts}
    assert (
        "Beta(542, 13), 95 % from 96.2 to 98.7" in dict(counted[said.MATRIX].rows)["Chance of the goal named"][0].remark
    )


def test_totals_and_contributions_are_those_of_the_scores(parts, scores):
    totals = rows(parts[said.TOTALS])
    contributions = rows(parts[said.PARTS])
    for place, name in enumerate(scores.case.names):
        assert totals[name][0] == said.interval(scores.totals[name])
        assert totals[name][2] == str(scores.ranks[name])
        parted = sum(float(texts[place].split()[0]) for label, texts in contributions.items() if label != said.TOTAL)
        assert parted == pytest.approx(scores.totals[name].mean, abs=0.003)


def test_weights_of_each_person_are_told_with_how_and_how_consistent(parts, scores):
    table = rows(parts[said.WEIGHTS])
    assert table[said.ELICITED] == [said.HOW["swing_ranges"], said.HOW["pairwise"]]
    rosa = compare.score(scores.case, person="Rosa").weights
    assert [float(table[c.label][0]) for c in scores.case.criteria] == pytest.approx([*rosa.values()], abs=5e-5)
    marta = compare.score(scores.case, person="Marta").weights
    assert rows(parts[said.CONSISTENCY])["Marta"][:2] == [f"{marta.consistency.ratio:.4f}", "Saaty 1980"]


def test_what_would_change_it_is_that_of_the_looks(parts, scores):
    look = compare.what_if(scores)
    stability = rows(parts[said.STABILITY])
    assert [texts[:3] for texts in stability.values()] == [
        [f"{flip.share:.4f}", f"{flip.low:.4f}", f"{flip.high:.4f}"] for flip in look.weights.values()
    ]
    assert f"{look.nearest.distance:.4f}" in parts[said.NEAREST].lead
    assert len(parts[said.ANSWER_FLIPS].rows) == len(look.answers)
    worth = [cells[1].text for _, cells in parts[said.VALUE_OF_KNOWING].rows]
    assert worth == [f"{one.worth:.4f}" for one in compare.questions(scores).answers]


def test_how_often_is_told_over_all_weights_and_at_these(parts, scores):
    every = compare.how_often(scores.case, seed=7)
    here = compare.how_often(scores.case, "weights", weights=scores.weights, seed=7)
    for run in (every, here):
        table = rows(parts[said.SMAA[run.knowing]])
        assert [float(table[name][0]) for name in run.first] == pytest.approx([*run.first.values()], abs=5e-4)
    central = rows(parts[said.CENTRAL])
    for name, weights in every.central_weights.items():
        assert [float(text) for text in central[name][:-1]] == pytest.approx([*weights.values()], abs=5e-5)
    assert rows(parts[said.RUNS])[said.SMAA["nothing"]][:2] == ["100,000", "7"]


def test_value_functions_are_told_by_their_points(parts):
    table = rows(parts[said.FUNCTIONS])
    assert table["Recovery"][:3] == ["linear: 0 → 100, 26 → 0", "clip", "0.250"]
    assert table["Patients like us a year"][0] == "curve: 0 → 0, 5 → 30, 20 → 60, 50 → 85, 100 → 100"
    assert table["Reasons explained"][0] == "levels: not explained → 0, in part → 50, clearly → 100"


def test_assumptions_limits_and_where_it_comes_from_stand_at_the_end(parts):
    assert any("preferentially independent" in text for text in parts[said.ASSUMPTIONS].texts)
    assert any("5 of 100" in text and "0.40 to 0.60" in text for text in parts[said.ASSUMPTIONS].texts)
    assert compare.words.CAUTION in parts[said.LIMITS].texts
    assert isinstance(parts[said.PROVENANCE], Fields)
    assert any("seed 7" in text for _, text in parts[said.PROVENANCE].fields)


@pytest.mark.parametrize(
    ("case", "text"),
    [
        (compare.Case(opinions=[{"name": "A", "ratings": {"goals": 70}}]), said.ONE_OPINION),
        (compare.Case(opinions=[{"name": "A"}, {"name": "B"}]), said.NOTHING_KNOWN),
    ],
)
def test_where_nothing_can_be_ordered_it_says_so(case, text):
    made = report(compare.score(case), kind="analyst")
    assert any(text in getattr(part, "texts", ()) for part in made.parts)
    assert made.as_bytes(".html")


@given(weighted_cases)
@settings(max_examples=8)
def test_any_case_has_its_eight_headings(drawn):
    case, weights = drawn
    made = report(compare.score(case, compare.points(weights)), kind="analyst")
    assert [part.title for part in made.parts if isinstance(part, Chapter)] == HEADINGS
