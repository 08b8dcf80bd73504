"""Made-up cases: their rates are the published ones, and the same seed gives the same rows."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pa = pytest.importorskip("pyarrow")
proportion = pytest.importorskip("statsmodels.stats.proportion")

import pyarrow.csv as pacsv  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from compare.cohort import check_files  # noqa: E402
from compare.cohort.making import blocks, make_cohort  # noqa: E402
from compare.cohort.making.published import published  # noqa: E402
from compare.errors import CompareError  # noqa: E402
from compare.samples import sample_names  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = {
    row["population"]: row
    for row in json.loads((ROOT / "tests" / "oracles" / "second_opinion_rates.json").read_text(encoding="utf-8"))[
        "rows"
    ]
}


@pytest.fixture(scope="module")
def pairs():
    """Return 120,000 made-up cases, first and second opinion side by side."""
    rows = pa.Table.from_batches(blocks(120_000, seed=11)).to_pandas()
    first, second = (rows[rows.kind == kind].set_index("case") for kind in ("first", "second"))
    return first.join(second.add_suffix("_2"))


def differs(pairs, layer):
    """Return for each case in which both said something whether it differs: not, a little, a lot."""
    both = pairs[[layer, f"{layer}_2", "cancer"]].dropna()
    one, other = both[layer].astype(str), both[f"{layer}_2"].astype(str)
    main = one.str.split(":").str[0] != other.str.split(":").str[0]
    return np.where(main, "major", np.where(one != other, "minor", "same")), both.cancer


def rate(pairs, cancers, layer, outcomes):
    found, cancer = differs(pairs, layer)
    chosen = cancer.isin(cancers).to_numpy()
    return np.isin(found[chosen], outcomes).mean()


def inside(rate, population, key, n=None):
    """Tell whether a rate lies in the 95 % interval of a published one."""
    row = PUBLISHED[population]
    share, n = row[key], n or row["n"]
    low, high = proportion.proportion_confint(share * n, n, method="wilson")
    return low <= rate <= high


GENERAL = ["lung", "colorectal", "myeloma"]


@pytest.mark.parametrize(
    ("cancers", "outcomes", "population", "key"),
    [
        (["lymphoma"], ["major"], "lymphoma, Nebraska 2009-10", "major"),
        (["sarcoma"], ["major"], "sarcoma, 3 European regions", "complete_discordance"),
        (["sarcoma"], ["minor"], "sarcoma, 3 European regions", "partial"),
        (["sarcoma"], ["same"], "sarcoma, 3 European regions", "full_concordance"),
        (["head and neck"], ["minor"], "oral & maxillofacial pathology, UCSF", "minor"),
        (["head and neck"], ["major"], "oral & maxillofacial pathology, UCSF", "major"),
        (["head and neck"], ["minor", "major"], "oral & maxillofacial pathology, UCSF", "total"),
        (GENERAL, ["minor"], "surgical pathology, Moffitt 2015", "minor"),
        (GENERAL, ["major"], "surgical pathology, Moffitt 2015", "major"),
        (GENERAL, ["minor", "major"], "surgical pathology, Moffitt 2015", "total"),
        (["breast"], ["minor", "major"], "breast, MUSC tumour board 2015-16", "pathology_reread"),
    ],
)
def test_what_the_microscope_shows_differs_as_often_as_published(pairs, cancers, outcomes, population, key):
    assert inside(rate(pairs, cancers, "pathology", outcomes), population, key)


def test_breast_finds_further_cancer_and_changes_the_diagnosis_as_often_as_published(pairs):
    breast = pairs[pairs.cancer == "breast"]
    assert inside(rate(pairs, ["breast"], "stage", ["major"]), "breast, MUSC tumour board 2015-16", "additional_cancer")
    both = breast[["pathology", "pathology_2", "stage", "stage_2", "cancer"]].dropna()
    any_change = (differs(both, "pathology")[0] != "same") | (differs(both, "stage")[0] == "major")
    assert inside(any_change.mean(), "breast, MUSC tumour board 2015-16", "diagnosis_change")


@pytest.mark.parametrize(
    ("cancer", "population"),
    [
        ("colorectal", "colorectal, MSK 2018"),
        ("head and neck", "head and neck, MSK 2018"),
        ("lung", "lung, MSK 2018"),
        ("myeloma", "myeloma, MSK 2018"),
    ],
)
def test_plans_change_for_the_better_as_often_as_published(pairs, cancer, population):
    chosen = pairs[pairs.cancer == cancer]
    assert inside((chosen.note__expected_2 == "better").mean(), population, "meaningful_treatment_change_positive")


def test_some_are_worse_off_as_often_as_published(pairs):
    worse = (pairs.note__expected_2 == "worse").mean()
    assert 0.01 <= worse <= 0.02
    assert inside(worse, "all four MSK groups", "negative_expected_outcome")


def test_plans_move_where_the_published_ones_moved(pairs):
    row = PUBLISHED["all four MSK groups"]
    moved = pairs[pairs.note__expected_2 == "better"].note__plan_moved_2
    for word, count in (
        ("to watching", row["shift_to_observation"]),
        ("less extensive", row["surgery_reduced_or_dropped"]),
    ):
        low, high = proportion.proportion_confint(count, round(row["n"] * row["meaningful_positive"]), method="wilson")
        assert low <= (moved == word).mean() <= high
    watching = pairs[pairs.note__plan_moved_2 == "to watching"].treatment_2.dropna()
    assert watching.astype(str).str.startswith("active surveillance").all()


def test_another_diagnosis_changes_the_treatment_as_often_as_published(pairs):
    both = pairs[pairs.cancer == "lymphoma"][
        ["pathology", "pathology_2", "treatment", "treatment_2", "cancer"]
    ].dropna()
    changed = (differs(both, "pathology")[0] == "major") & (differs(both, "treatment")[0] == "major")
    assert inside(changed.mean(), "lymphoma, Nebraska 2009-10", "therapy_change")


def test_where_the_tissue_was_first_read_matters_as_published(pairs):
    row = PUBLISHED["lymphoma, Nebraska 2009-10"]
    lymphoma = pairs[pairs.cancer == "lymphoma"]
    for academic, key in ((True, "academic_origin"), (False, "non_academic_origin")):
        chosen = lymphoma[(lymphoma.centre_type != "community") == academic]
        assert rate(chosen, ["lymphoma"], "pathology", ["major"]) == pytest.approx(row[key], abs=0.02)


def test_treatment_also_changes_where_the_diagnosis_is_the_same(pairs):
    both = pairs[["pathology", "pathology_2", "treatment", "treatment_2", "cancer"]].dropna()
    same = both[differs(both, "pathology")[0] == "same"]
    assert 0.1 < (differs(same, "treatment")[0] == "major").mean() < 0.5


def test_at_least_30_of_100_confirm_everything(pairs):
    layers = ("pathology", "stage", "treatment", "intent")
    both = pairs[["cancer", *(f"{layer}{end}" for layer in layers for end in ("", "_2"))]].dropna()
    confirmed = np.all([differs(both, layer)[0] == "same" for layer in layers], axis=0)
    low, high = PUBLISHED["oncology systematic review (13 studies)"]["confirmed"]
    assert low <= confirmed.mean() <= high
    assert confirmed.mean() >= 0.30


def test_every_rate_that_is_used_stands_in_the_published_table():
    numbers = {value for row in PUBLISHED.values() for value in row.values() if isinstance(value, float | int)}
    derived = {9 / 42, 21 / 42}
    told = {"prostate (review of literature)": {0.013}}
    for rule in published().rates.values():
        known = numbers | derived | told["prostate (review of literature)"]
        assert any(rule.rate == pytest.approx(value) for value in known), rule.key
    assert "1.3%" in PUBLISHED["prostate (review of literature)"]["note"]


def test_shares_of_cancers_are_a_whole():
    assert sum(kind.share for kind in published().kinds) == pytest.approx(1)
    for kind in published().kinds:
        assert 0 < kind.after_none(published().after_major) < 1
        assert len(kind.plans) == 5


def test_the_first_cases_are_the_same_whatever_the_number_of_all():
    few = pa.Table.from_batches(blocks(300, seed=5))
    many = pa.Table.from_batches(blocks(17_000, seed=5))
    assert many.slice(0, len(few)).equals(few)
    assert not pa.Table.from_batches(blocks(300, seed=6)).equals(few)


def test_blocks_do_not_repeat_each_other():
    whole = pa.Table.from_batches(blocks(32_768, seed=5)).to_pandas()
    parts = [whole[(whole.case > start) & (whole.case <= start + 100)].drop(columns="case") for start in (0, 16_384)]
    assert not parts[0].head(150).reset_index(drop=True).equals(parts[1].head(150).reset_index(drop=True))


@pytest.mark.parametrize("ending", [".parquet", ".csv"])
def test_a_file_of_made_up_cases_is_in_order_and_has_a_card(tmp_path, ending):
    out = tmp_path / f"made-up{ending}"
    rows = make_cohort(out, 250, seed=3)
    assert check_files([out]).opinions == rows
    read = pq.read_table(out) if ending == ".parquet" else pacsv.read_csv(out)
    assert len(read) == rows
    card = (tmp_path / "made-up.md").read_text(encoding="utf-8")
    assert "250 cases" in card
    assert "seed 3" in card
    assert "referral selection" in card
    assert all(rate.source in card for rate in published().rates.values())
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["made-up.md", out.name])


def test_the_same_call_gives_the_same_bytes(tmp_path):
    files = [tmp_path / f"{name}.parquet" for name in "ab"]
    for path in files:
        make_cohort(path, 60, seed=3)
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(("name", "cases"), [("x.xlsx", 10), ("x.csv", 0), ("no/x.csv", 10), ("x.csv", 10**12)])
def test_a_call_that_makes_no_sense_writes_nothing(tmp_path, name, cases):
    with pytest.raises(CompareError):
        make_cohort(tmp_path / name, cases)
    assert not list(tmp_path.iterdir())


def test_a_folder_in_which_nobody_may_write_is_told(tmp_path, monkeypatch):
    def refused(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("compare.cohort.making.pa.OSFile", refused)
    with pytest.raises(CompareError, match="could not be written"):
        make_cohort(tmp_path / "made.csv", 10)
    assert not list(tmp_path.iterdir())


def test_the_cases_that_come_along_are_small_and_no_sample_case():
    path = ROOT / "data" / "samples" / "cohort-2000.parquet"
    assert path.stat().st_size < 1_000_000
    assert check_files([path]).cases == 2_000
    assert path.with_suffix(".md").exists()
    assert not any("cohort" in name for name in sample_names())


def test_the_cases_that_come_along_are_those_of_seed_0():
    told = pq.read_table(ROOT / "data" / "samples" / "cohort-2000.parquet")
    assert told.to_pandas().astype(str).equals(pa.Table.from_batches(blocks(2_000, seed=0)).to_pandas().astype(str))
