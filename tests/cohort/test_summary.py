"""What is counted in many cases: held to a plain loop, to statsmodels, and to what one family's case says."""

from __future__ import annotations

import itertools
from collections import Counter

import numpy as np
import pytest

pa = pytest.importorskip("pyarrow")
proportion = pytest.importorskip("statsmodels.stats.proportion")

import pyarrow.csv as pacsv  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from compare import equal, points, score  # noqa: E402
from compare.cohort.making import blocks  # noqa: E402
from compare.cohort.said import OUTCOMES, Said  # noqa: E402
from compare.cohort.shares import TOGETHER, Topic, shares_of, wilson  # noqa: E402
from compare.cohort.summary import summarise  # noqa: E402
from compare.cohort.weighing import LEADS  # noqa: E402
from compare.errors import CompareError  # noqa: E402

from .test_suppression import attack, is_small  # noqa: E402

LAYERS = ("pathology", "stage", "treatment", "intent")


@pytest.fixture(scope="module")
def rows():
    return pa.Table.from_batches(blocks(700, seed=9))


@pytest.fixture(scope="module")
def file(rows, tmp_path_factory):
    path = tmp_path_factory.mktemp("cohort") / "made-up.parquet"
    pq.write_table(rows, path)
    return path


def plain_compared(first, later, differs="major"):
    """Return how two answers compare, by a plain rule."""
    if later in ("same", "minor", "major"):
        return later
    if first is None or later is None:
        return "not stated"
    one, other = (text.casefold() for text in (first, later))
    return "same" if one == other else differs if one.split(":")[0] != other.split(":")[0] else "minor"


@pytest.mark.parametrize(("count", "of"), [(0, 30), (7, 30), (30, 30), (1, 11), (5_000, 10_000_000)])
def test_intervals_are_those_of_wilson_in_statsmodels(count, of):
    assert wilson(count, of) == pytest.approx(proportion.proportion_confint(count, of, method="wilson"), abs=1e-12)


ANSWERS = [None, "surgery", "Surgery: open", "surgery: keyhole", "radiation", "same", "minor", "major", "not known"]


@pytest.mark.parametrize("layer", ["treatment", "imaging"])
def test_answers_compare_as_in_one_familys_case(layer):
    said = Said.of(pa.array(ANSWERS), layer)
    differs = {"treatment": "major", "imaging": "minor"}[layer]
    for (one, first), (other, later) in itertools.product(enumerate(ANSWERS), repeat=2):
        found = OUTCOMES[said.compared(np.array([one]), np.array([other]))[0]]
        plain = [None if text in ("not known", "same", "minor", "major") else text for text in (first, later)]
        expected = later if later in ("same", "minor", "major") else plain_compared(*plain, differs)
        assert found == expected, (first, later)


def test_rates_are_those_of_a_plain_loop(rows, file):
    found = summarise([file], by="cancer", show_small=True)
    table = rows.to_pandas()
    for layer in LAYERS:
        counted = Counter()
        for _, case in table.groupby("case"):
            first, second = (case[case.kind == kind].iloc[0] for kind in ("first", "second"))
            answers = [value if isinstance(value, str) else None for value in (first[layer], second[layer])]
            counted[str(first.cancer), plain_compared(*answers)] += 1
        for group, shares in found.on(layer, "cancer").items():
            assert {share.outcome: share.count for share in shares} == {
                outcome: counted[group, outcome] for outcome in OUTCOMES[:3]
            }


def test_groups_add_up_to_all_cases(file):
    found = summarise([file], by=["cancer", "specialty", "centre", "year"], show_small=True)
    for topic in found.topics:
        (whole,) = found.on(topic.name).values()
        for by in found.by:
            counted = Counter()
            for shares in found.on(topic.name, by).values():
                counted.update({share.outcome: share.count for share in shares})
            assert counted == {share.outcome: share.count for share in whole}


def test_the_order_of_rows_and_the_kind_of_file_do_not_matter(rows, file, tmp_path):
    mixed = rows.take(pa.array(np.random.default_rng(1).permutation(len(rows))))
    names = [name for name in mixed.column_names if pa.types.is_dictionary(mixed[name].type)]
    text = pa.table(
        {name: mixed[name].cast(pa.string()) if name in names else mixed[name] for name in mixed.column_names}
    )
    scattered, sheet = tmp_path / "mixed.parquet", tmp_path / "mixed.csv"
    pq.write_table(mixed, scattered)
    pacsv.write_csv(text, sheet)
    expected = summarise([file], "year").plain()
    for path in (scattered, sheet):
        found = summarise([path], "year").plain()
        assert found["shares"] == expected["shares"]
        assert sorted(map(str, found["answers"])) == sorted(map(str, expected["answers"]))


def test_what_the_sum_makes_of_a_case_is_what_one_familys_case_says(many):
    rows, cases = many.made_up(60, seed=4, sizes=(2, 2, 3))
    found = summarise([many.write(rows)], show_small=True)
    leads, criteria, turns = Counter(), Counter(), Counter()
    for case in cases:
        scores = score(case)
        order = sorted(case.names, key=lambda name: -scores.totals[name].mean)
        first, second = order[:2]
        lead = scores.totals[first].mean - scores.totals[second].mean
        leads[LEADS[np.searchsorted([5, 10, 20, 30], lead, side="right")]] += 1
        parts = {key: scores.parts[first][key].mean - scores.parts[second][key].mean for key in case.keys}
        criteria[max(parts, key=parts.get)] += 1
        turns[any(scores.totals[name].high >= scores.totals[first].low for name in order[1:])] += 1
    counted = {
        topic: {s.outcome: s.count for s in found.on(topic)[""]} for topic in ("lead", "comes from", "open answers")
    }
    assert {name: count for name, count in counted["lead"].items() if count} == leads
    assert {name: count for name, count in counted["comes from"].items() if count} == criteria
    assert counted["open answers"]["could turn"] == turns[True]


def test_shares_of_weights_are_those_of_drawn_weights(many):
    rows, cases = many.made_up(40, seed=6, sizes=(2,))
    found = summarise([many.write(rows)], show_small=True, weights=equal(cases[0].keys))
    drawn = np.random.default_rng(0).dirichlet(np.ones(len(cases[0].keys)), 4_000)
    often = Counter()
    for case in cases:
        scores = score(case, equal(case.keys))
        first, second = sorted(case.names, key=lambda name: -scores.totals[name].mean)
        apart = np.array([scores.values[first][key].mean - scores.values[second][key].mean for key in case.keys])
        share = (drawn @ apart > 0).mean()
        often["always" if (apart >= 0).all() else "mostly" if share >= 0.75 else "rest"] += 1
    counted = {share.outcome: share.count for share in found.on("weights")[""]}
    assert counted["always"] == often["always"]
    assert abs(counted["mostly"] - often["mostly"]) <= 1


@pytest.mark.parametrize("sizes", [(2,), (3, 4)])
def test_half_of_all_weight_on_one_criterion_turns_what_scoring_says(many, sizes):
    rows, cases = many.made_up(50, seed=8, sizes=sizes)
    found = summarise([many.write(rows)], show_small=True, weights=equal(cases[0].keys))
    for key in cases[0].keys:
        more = points({other: 50 if other == key else 12.5 for other in cases[0].keys})
        turned = 0
        for case in cases:
            one, other = (score(case, weights).totals for weights in (equal(case.keys), more))
            leaders = [max(case.names, key=lambda name, totals=totals: totals[name].mean) for totals in (one, other)]
            turned += leaders[0] != leaders[1]
        assert {share.outcome: share.count for share in found.on(f"half on {key}")[""]}["turns"] == turned


def test_part_of_a_large_file_is_scored_and_all_of_it_counted(rows, tmp_path):
    path = tmp_path / "groups.parquet"
    pq.write_table(rows, path, row_group_size=150)
    part, whole = summarise([path], "cancer", scored_rows=400), summarise([path], "cancer")
    assert part.counts.answers == whole.counts.answers
    assert [share for share in part.shares if share.topic in LAYERS] == [s for s in whole.shares if s.topic in LAYERS]
    assert 50 < part.counts.scored < whole.counts.scored == 700
    assert "worked out for" in " ".join(part.notes())


def test_a_fault_is_named_with_its_row(many):
    rows, _ = many.made_up(30, seed=2)
    rows[17]["goals__chance"] = 400.0
    rows[17].pop("rating__goals", None)
    rows[17].pop("goals__chance_low", None)
    rows[17].pop("goals__chance_high", None)
    with pytest.raises(CompareError, match="off its scale") as caught:
        summarise([many.write(rows)])
    assert "row 18" in str(caught.value)


def test_rows_of_a_case_may_stand_in_any_order(many):
    rows = [
        {"case": f"c{at:03}", "opinion": kind, "kind": kind, "treatment": said, "goals__chance": 50.0}
        for at in range(20)
        for kind, said in (("third", "radiation"), ("second", "surgery: open"), ("first", "surgery"))
    ]
    found = summarise([many.write(rows)])
    assert [share.count for share in found.on("treatment")[""]] == [0, 20, 0]
    assert found.pairs("treatment").plain() == [
        {"layer": "treatment", "first": "surgery", "last": "radiation", "count": 20}
    ]


def test_cases_with_one_opinion_are_left_out(many):
    rows = [
        {"case": f"c{at:03}", "opinion": f"O{place}", "stage": "I", "goals__chance": 50.0}
        for at in range(40)
        for place in range(1 if at % 2 else 2)
    ]
    found = summarise([many.write(rows)])
    assert [share.count for share in found.on("stage")[""]] == [20, 0, 0]
    assert "20 cases with one opinion" in " ".join(found.notes())


def test_a_layer_with_too_many_different_answers_has_rates_and_no_matrix(many):
    rows = [
        {"case": f"c{at:03}", "opinion": name, "treatment": f"plan {at}" if turn else "surgery", "stage": "I", "goals__chance": 50.0}
        for at in range(80)
        for turn, name in enumerate("AB")
    ]  # fmt: skip
    found = summarise([many.write(rows)])
    assert [share.count for share in found.on("treatment")[""]] == [0, 0, 80]
    assert found.agreement["treatment"] == ()
    assert found.pairs("treatment").names == ()
    assert found.pairs("stage").names == ("I",)


def test_too_few_cases_are_refused(many):
    rows, _ = many.made_up(10, seed=2)
    with pytest.raises(CompareError, match="too few cases"):
        summarise([many.write(rows)])
    assert summarise([many.write(rows)], show_small=True).counts.cases == 10


def test_nobody_can_be_grouped_by_what_there_is_not(file):
    with pytest.raises(CompareError, match="hospital"):
        summarise([file], "hospital")


def test_small_groups_are_put_together():
    counted = Counter(
        {("cancer", name, "stage", "same"): count for name, count in (("a", 40), ("b", 6), ("c", 3), ("d", 30))}
    )
    counted["", "", "stage", "same"] = 79
    shares = list(shares_of(counted, Topic("stage", ("same",)), ("cancer",), show_small=False))
    assert [(share.group, share.of) for share in shares if share.by] == [("a", 40), (TOGETHER, 39)]


def test_however_many_groups_are_small_they_are_one():
    sizes = {"a": 40, "b": 8, "c": 7, "d": 6, "e": 5, "f": 0}
    counted = Counter({("cancer", name, "stage", "same"): count for name, count in sizes.items()})
    counted["", "", "stage", "same"] = 66
    shares = shares_of(counted, Topic("stage", ("same",)), ("cancer",), show_small=False)
    assert [(share.group, share.of) for share in shares if share.by] == [("a", 40), (TOGETHER, 26)]


def test_no_small_count_is_shown_anywhere(file):
    found = summarise([file], by=["cancer", "specialty", "centre", "year"])
    counts = [count for share in found.shares for count in (share.count, share.of) if count is not None]
    counts += [row["count"] for row in found.plain()["answers"] if row["count"] is not None]
    assert not [count for count in counts if 0 < count < 11]
    assert any(share.hidden for share in found.shares)


def test_a_solver_finds_no_small_count_in_what_is_shown(file):
    shown, full = (summarise([file], by=["cancer", "specialty"], show_small=small) for small in (False, True))
    for topic in shown.topics:
        (whole,), (truth,) = shown.on(topic.name).values(), full.on(topic.name).values()
        hidden_sums = np.array([share.hidden for share in whole])
        assert not any(is_small(np.array([share.count for share in truth])) & ~hidden_sums)
        tables, masks = [], []
        for by in shown.by:
            groups, known = shown.on(topic.name, by), full.on(topic.name, by)
            apart = [[share.count for share in shares] for name, shares in known.items() if name not in groups]
            rows = [
                [share.count for share in known[name]] if name in known else np.sum(apart, axis=0) for name in groups
            ]
            tables.append(np.array(rows))
            masks.append(np.array([[share.hidden for share in shares] for shares in groups.values()]))
        assert attack(tables, masks, hidden_sums) == 0, topic.name


def test_a_layer_of_which_nobody_says_anything_has_no_sentence(many):
    rows, _ = many.made_up(30, seed=2)
    found = summarise([many.write([row | {"stage": None} for row in rows])], show_small=True)
    assert not any("say the same" in text for text in found.sentences())
    assert len(found.sentences()) >= 2


def test_the_result_prints_itself(file):
    found = summarise([file], "cancer")
    assert "Under the microscope" in str(found)
    assert len(found.table()) == len(found.shares)
    assert found.plain()["small_hidden"]


def two_doctors(folder, counts, name="two.parquet"):
    """Write cases of two opinions: how many by what the first and the second say on the treatment."""
    said = [pair for pair, times in counts.items() for _ in range(times)]
    rows = [(f"c{at:05}", f"O{place}", text) for at, pair in enumerate(said) for place, text in enumerate(pair)]
    case, opinion, treatment = (list(column) for column in zip(*rows, strict=True))
    goals = [float(at % 90) for at in range(len(rows))]
    pq.write_table(
        pa.table({"case": case, "opinion": opinion, "treatment": treatment, "goals__chance": goals}), folder / name
    )
    return folder / name


FEW = {
    "few details where doctors agree": {
        ("surgery: open", "surgery: open"): 197, ("surgery: open", "surgery: keyhole"): 3, ("radiation", "radiation"): 150,
    },
    "few changes": {("surgery", "surgery"): 200, ("radiation", "radiation"): 150, ("surgery", "radiation"): 3},
    "few details": {
        ("surgery: open", "surgery: open"): 197, ("surgery: open", "surgery: keyhole"): 3, ("radiation", "radiation"): 150,
        ("surgery", "radiation"): 25, ("radiation", "surgery"): 15,
    },
}  # fmt: skip


@pytest.mark.parametrize("counts", FEW.values(), ids=FEW)
def test_rates_and_matrix_together_give_no_hidden_count_away(tmp_path, counts):
    found = summarise([two_doctors(tmp_path, counts)])
    shares, pairs = found.on("treatment")[""], found.pairs("treatment")
    assert sum(share.hidden for share in shares) == 2
    same = np.eye(2, dtype=bool)
    low, high = np.where(pairs.hidden, 0, pairs.table), np.where(pairs.hidden, 400, pairs.table)
    for part in (same, ~same):
        assert high[part].sum() - low[part].sum() >= 5
    assert found.agreement["treatment"] == ()
    assert summarise([two_doctors(tmp_path, counts)], show_small=True).agreement["treatment"]


def test_coefficients_of_few_cases_are_told_where_nothing_is_hidden(tmp_path):
    large = {("surgery", "surgery"): 60, ("radiation", "radiation"): 40, ("surgery", "radiation"): 20}
    rare = {**large, ("radiation", "surgery"): 2}
    assert summarise([two_doctors(tmp_path, large)]).agreement["treatment"]
    assert not summarise([two_doctors(tmp_path, rare)]).agreement["treatment"]
    assert summarise([two_doctors(tmp_path, {pair: 20 * times for pair, times in rare.items()})]).agreement["treatment"]


def test_how_many_cases_have_one_opinion_cannot_be_worked_out(rows, tmp_path):
    one = rows.slice(0, 1).set_column(0, rows.field(0), pa.array([10**6]))
    table = pa.concat_tables([rows, one])
    pq.write_table(table, tmp_path / "alone.parquet")
    told = summarise([tmp_path / "alone.parquet"])
    assert (told.plain()["cases"], told.plain()["scored"]) == (700, 700)
    assert told.cautions()[0] == "A few cases with one opinion are left out."


def test_kinds_in_capital_letters_put_the_first_opinion_first(tmp_path):
    rows = [f"c{at},B,Second,radiation,50\nc{at},A,First,surgery,60\n" for at in range(30)]
    (tmp_path / "x.csv").write_text("case,opinion,kind,treatment,goals__chance\n" + "".join(rows))
    pairs = summarise([tmp_path / "x.csv"]).pairs("treatment")
    assert pairs.table[pairs.names.index("surgery"), pairs.names.index("radiation")] == 30


def test_an_answer_and_a_group_spelt_differently_in_another_file_are_the_same(rows, file, tmp_path):
    loud = rows.to_pandas()
    half = loud.case > 300
    for name in ("treatment", "cancer"):
        loud[name] = (
            loud[name]
            .astype(object)
            .where(~half, loud[name].astype(str).str.upper().replace({"NONE": None, "NAN": None}))
        )
    paths = []
    for name, part in (("a", loud[~half]), ("b", loud[half])):
        paths.append(tmp_path / f"{name}.parquet")
        part.to_parquet(paths[-1])
    whole, split = (summarise(which, by="cancer", show_small=True) for which in ([file], paths))
    assert split.plain()["agreement"] == whole.plain()["agreement"]
    assert {name.casefold() for name in split.on("stage", "cancer")} == set(whole.on("stage", "cancer"))
    assert len(split.on("stage", "cancer")) == len(whole.on("stage", "cancer"))


def test_a_row_without_a_case_is_a_fault_and_no_case_with_one_opinion(many):
    path = many.text("case,opinion,stage,goals__chance\n" + "a,x,1,50\na,y,2,50\n,x,1,50\n,y,1,50\n")
    with pytest.raises(CompareError) as caught:
        summarise([path], show_small=True)
    assert str(caught.value).splitlines()[:2] == ["cohort.csv, line 4, row 3, column case", "No case is named here."]
    assert caught.value.more == 1
