"""The columns say what one family's case says: 300 made-up cases, each scored by itself as well."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import compare
from compare.case import Criterion
from compare.cohort import Format, Options, score_batch
from compare.cohort.standing import SURE
from compare.robustness.exact import first_shares_of_pairs

OWN = (
    Criterion(key="alive", attributes=[{"key": "two_years", "value": {"linear": {"worst": 45, "best": 65}}, "share": 3}, {"key": "how", "value": {"levels": {"1": 0, "2A": 60, "good": 100}}}]),
    Criterion(key="mood"),
    Criterion(key="sugar", attributes=[{"key": "hba1c", "value": {"curve": [[-0.7, 100], [-0.3, 50], [0.4, 60]]}}]),
)  # fmt: skip


def sure_of(scores, name):
    pairs = [pair for pair in scores.ahead if pair.first == scores.order[0]]
    if name == scores.order[0]:
        return min((pair.sure for pair in pairs), key=SURE.index)
    return next(pair.sure for pair in pairs if pair.second == name)


def check_same(found, cases):
    row = 0
    for case in cases:
        scores = compare.score(case)
        for name in case.names:
            for end in ("low", "mean", "high"):
                assert getattr(found.sums.total, end)[row] == pytest.approx(getattr(scores.totals[name], end), abs=1e-9)
                for key in case.keys:
                    part = getattr(found.sums.parts[key], end)[row]
                    assert part == pytest.approx(getattr(scores.parts[name][key], end), abs=1e-9)
            assert found.ranks[row] == scores.ranks[name]
            assert SURE[found.sure[row]] == sure_of(scores, name)
            if not np.isnan(found.shares[row]):
                assert found.shares[row] == pytest.approx(scores.first_shares[name], abs=1e-9)
            row += 1
    assert row == len(found.batch)


@pytest.mark.parametrize("shares", [True, False])
def test_columns_and_single_cases_agree(many, shares):
    rows, cases = many.made_up(300, seed=3)
    batch = many.batch_of(rows)
    found = score_batch(batch, Format.of(batch.schema.names), Options(shares=shares))
    assert found.faults == ()
    assert np.isnan(found.shares).any() != shares
    check_same(found, cases)


def test_own_criteria_and_single_cases_agree(many):
    rows, cases = many.made_up(80, seed=5, criteria=OWN)
    batch = many.batch_of(rows)
    check_same(score_batch(batch, Format.of(batch.schema.names, OWN), Options(shares=True)), cases)


def test_weights_of_the_call_count_in_every_case(many):
    rows, cases = many.made_up(30, seed=7)
    weights = compare.points({"rationale": 10, "experience": 0, "goals": 50, "side_effects": 40, "practicality": 5})
    batch = many.batch_of(rows)
    found = score_batch(batch, Format.of(batch.schema.names), Options(weights=weights))
    totals = [total.mean for case in cases for total in compare.score(case, weights).totals.values()]
    assert found.sums.total.mean == pytest.approx(totals, abs=1e-9)


def test_open_answers_are_counted_as_in_a_single_case(many):
    rows, cases = many.made_up(40, seed=11)
    batch = many.batch_of(rows)
    found = score_batch(batch, Format.of(batch.schema.names))
    assert found.sums.open == sum(compare.score(case).open_count for case in cases)


def test_of_all_weights_where_everything_is_known(many):
    rows = [
        {"case": "a", "opinion": "New", **{f"rating__{key}": value for key, value in given.items()}}
        for given in (dict.fromkeys(("goals", "experience"), 75.0), dict.fromkeys(("goals", "experience"), 25.0))
    ]
    rows[1]["opinion"] = "Usual"
    for key, pair in {"rationale": (25, 75), "side_effects": (12.5, 87.5), "practicality": (0, 10)}.items():
        rows[0][f"rating__{key}"], rows[1][f"rating__{key}"] = map(float, pair)
    batch = many.batch_of(rows)
    found = score_batch(batch, Format.of(batch.schema.names), Options(any_weights=True))
    expected = first_shares_of_pairs(np.array([[-50.0, 50, 50, -75, -10]]))[0]
    assert found.any_weights == pytest.approx([expected, 1 - expected], abs=1e-12)


def test_of_all_weights_is_left_open_where_an_answer_is(many):
    batch = many.batch_of(
        [{"case": "a", "opinion": "A", "rating__goals": 40.0}, {"case": "a", "opinion": "B", "rating__goals": 50.0}]
    )
    assert np.isnan(score_batch(batch, Format.of(batch.schema.names), Options(any_weights=True)).any_weights).all()


def test_equal_opinions_share_the_rank_and_the_first_places(many):
    every = {f"rating__{key}": 60.0 for key in ("rationale", "experience", "goals", "side_effects", "practicality")}
    batch = many.batch_of([{"case": 1, "opinion": name, **every} for name in "ABC"])
    found = score_batch(batch, Format.of(batch.schema.names))
    assert found.ranks.tolist() == [1, 1, 1]
    assert found.shares == pytest.approx([1 / 3] * 3)
    assert {SURE[place] for place in found.sure} == {"too close"}


@pytest.mark.parametrize("kind", [pa.float32(), pa.float64(), pa.int16()])
def test_every_kind_of_number_is_taken(kind):
    batch = pa.RecordBatch.from_pydict(
        {"case": ["a", "a"], "opinion": ["x", "y"], "goals__chance": pa.array([50, None], kind)}
    )
    found = score_batch(batch, Format.of(batch.schema.names))
    assert found.sums.values["goals"].mean == pytest.approx([50, 50])
    assert found.sums.values["goals"].low == pytest.approx([50 / 3, 0])
    assert not found.faults


def test_slices_of_a_batch_are_read_where_they_begin(many):
    rows, _ = many.made_up(20, seed=2)
    batch = many.batch_of(rows)
    form = Format.of(batch.schema.names)
    start = next(at for at, row in enumerate(rows) if row["case"] == "c00007")
    whole, part = score_batch(batch, form), score_batch(batch.slice(start), form)
    assert part.sums.total.high.tolist() == whole.sums.total.high[start:].tolist()
    assert part.sure.tolist() == whole.sure[start:].tolist()


def test_columns_without_a_single_answer_are_open(many):
    nothing = pa.nulls(2)
    table = {
        "case": ["a", "a"],
        "opinion": ["x", "y"],
        "goals__chance": nothing,
        "goals__goal_fit": nothing,
        "cancer": nothing,
    }
    path = many.folder / "empty.parquet"
    pq.write_table(pa.table(table), path)
    compare.cohort.score_files([path], many.folder / "out.parquet")
    assert pq.read_table(many.folder / "out.parquet")["total_high"].to_pylist() == pytest.approx([100, 100])
