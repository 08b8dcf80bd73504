"""When two results are too close to call is told in the case, said wherever it is used, and as usual where nothing is told."""

from __future__ import annotations

import pytest

import compare
from compare.case import Closeness
from compare.errors import CompareError
from compare.files import as_tree, read, save
from compare.reports.live import view_of
from compare.weights import points


def case_of(**more):
    opinions = [{"name": "A", "ratings": {"goals": 62}}, {"name": "B", "ratings": {"goals": 54}}]
    return compare.Case.model_validate({"criteria": [{"key": "goals"}], "opinions": opinions, **more})


@pytest.mark.parametrize(("gap", "close"), [(None, False), (8, False), (9, True)])
def test_a_case_draws_the_line_where_it_says(gap, close):
    scores = compare.score(case_of(**({"close_call": {"gap": gap}} if gap else {})), points({"goals": 1}))
    assert scores.close_call == close
    assert (f"less than {gap} apart" in " ".join(compare.explain(scores))) == close
    assert view_of(scores.case)["close_gap"] == (gap or 5)


@pytest.mark.parametrize(("ahead_in", "sure"), [(60, "likely"), (90, "too close")])
def test_how_often_one_has_to_be_ahead_can_be_told_too(ahead_in, sure):
    opinions = [{"name": "A", "ratings": {"goals": [50, 100]}}, {"name": "B", "ratings": {"goals": [30, 70]}}]
    case = case_of(opinions=opinions, close_call={"ahead_in": ahead_in})
    (pair,) = compare.score(case, points({"goals": 1})).ahead
    assert 0.6 < pair.share < 0.9
    assert pair.sure == sure


def test_the_family_view_says_what_it_calls_close():
    people = [{"name": "Rosa", "weights": {"points": {"goals": 1}}}]
    said = compare.family(case_of(people=people, close_call={"gap": 12, "ahead_in": 75})).notes()
    assert "less than 12 apart" in said[-1]
    assert "25 to 75 of 100 ways" in said[-1]
    assert len(compare.family(case_of(people=people)).notes()) == 1


@pytest.mark.parametrize("ending", [".yaml", ".json", ".xlsx", ".csv"])
def test_it_is_kept_in_every_format(tmp_path, ending):
    case = case_of(close_call={"gap": 7, "ahead_in": 70})
    assert as_tree(read(save(case, tmp_path / f"case{ending}")))["close_call"] == {"gap": 7, "ahead_in": 70}


@pytest.mark.parametrize("wrong", [{"gap": 2.5}, {"gap": -1}, {"ahead_in": 40}, {"ahead_in": 101}, {"gaps": 5}])
def test_lines_that_cannot_be_drawn_are_refused(wrong):
    with pytest.raises(CompareError):
        Closeness(**wrong)
