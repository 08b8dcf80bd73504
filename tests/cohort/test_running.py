import os
import random
import signal
import subprocess
import sys
from types import SimpleNamespace

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow import csv

import compare
from compare import cohort
from compare.cohort import aligning, reading_parquet, running
from compare.cohort.work import Work
from compare.errors import CompareError


def scored(paths, out, **options):
    cohort.score_files(paths, out, **options)
    return pq.read_table(out)


def by_opinion(table):
    """Return the rows in the order of case and opinion."""
    return sorted(table.to_pylist(), key=lambda row: (row["case"], row["opinion"]))


@pytest.fixture
def whole(many):
    """Return the rows of 60 cases, and what they come to when they are scored together."""
    rows, _ = many.made_up(60, seed=1)
    return rows, by_opinion(scored([many.write(rows, "whole.parquet")], many.folder / "whole.out.parquet"))


def test_the_file_says_what_single_cases_say(many):
    rows, cases = many.made_up(30, seed=4)
    table = scored([many.write(rows)], many.folder / "out.parquet", options=cohort.Options(shares=True)).to_pylist()
    at = 0
    for case in cases:
        scores = compare.score(case)
        for name in case.names:
            row = table[at]
            assert (row["opinion"], row["rank"]) == (name, scores.ranks[name])
            assert row["total"] == pytest.approx(scores.totals[name].mean, abs=1e-9)
            assert row["part__goals_high"] == pytest.approx(scores.parts[name]["goals"].high, abs=1e-9)
            assert row["first_share"] == pytest.approx(scores.first_shares[name], abs=1e-9)
            at += 1


@pytest.mark.usefixtures("few_at_a_time")
def test_cases_are_put_together_over_the_borders_of_batches(many, whole):
    rows, expected = whole
    assert by_opinion(scored([many.write(rows, row_group_size=11)], many.folder / "out.parquet")) == expected


@pytest.mark.usefixtures("few_at_a_time")
def test_cases_are_put_together_over_the_borders_of_files(many, whole):
    rows, expected = whole
    schema = many.batch_of(rows).schema
    paths = [many.folder / f"{at:03}.parquet" for at in range(0, len(rows), 13)]
    for path in paths:
        start = int(path.stem)
        pq.write_table(pa.Table.from_pylist(rows[start : start + 13], schema), path)
    assert by_opinion(scored(paths, many.folder / "out.parquet")) == expected


@pytest.mark.usefixtures("few_at_a_time")
@pytest.mark.parametrize("whole_numbers", [True, False])
def test_scattered_rows_come_to_the_same(many, whole, whole_numbers):
    rows, expected = whole
    rename = (lambda name: int(name[1:])) if whole_numbers else str
    mixed = [row | {"case": rename(row["case"])} for row in rows]
    random.Random(5).shuffle(mixed)
    found = by_opinion(scored([many.write(mixed)], many.folder / "out.parquet"))
    assert found == [row | {"case": rename(row["case"])} for row in expected]


@pytest.mark.usefixtures("few_at_a_time")
def test_cases_in_any_order_that_stand_together_are_not_sorted(many, whole, monkeypatch):
    rows, expected = whole
    monkeypatch.setattr(running, "sort_into", lambda *_: pytest.fail("sorted into buckets"))
    cases = [
        list(group) for group in {row["case"]: [r for r in rows if r["case"] == row["case"]] for row in rows}.values()
    ]
    random.Random(2).shuffle(cases)
    mixed = [row for case in cases for row in case]
    table = scored([many.write(mixed)], many.folder / "out.parquet")
    assert by_opinion(table) == expected
    assert table["case"].to_pylist() == [row["case"] for row in mixed]


def test_csv_and_parquet_come_to_the_same(many, whole):
    rows, expected = whole
    csv.write_csv(pa.Table.from_batches([many.batch_of(rows)]), many.folder / "in.csv")
    assert by_opinion(scored([many.folder / "in.csv"], many.folder / "out.parquet")) == expected
    cohort.score_files([many.folder / "in.csv"], many.folder / "out.csv")
    back = csv.read_csv(many.folder / "out.csv").to_pylist()
    assert [row["total"] for row in back] == pytest.approx([row["total"] for row in expected])


def test_the_same_input_gives_the_same_bytes_on_any_number_of_threads(many, few_at_a_time):
    path = many.write(many.made_up(40, seed=9)[0])
    made = []
    for threads in (1, 2, 5):
        cohort.score_files([path], many.folder / "out.parquet", threads=threads)
        made.append((many.folder / "out.parquet").read_bytes())
    assert made[0] == made[1] == made[2]


def test_a_faulty_file_leaves_nothing_behind_and_an_older_result_as_it_is(many):
    out = many.folder / "out.parquet"
    out.write_bytes(b"older")
    path = many.text("case,opinion,goals__chance\na,x,50\na,y,500\n")
    with pytest.raises(CompareError):
        cohort.score_files([path], out)
    assert sorted(each.name for each in many.folder.iterdir()) == ["cohort.csv", "out.parquet"]
    assert out.read_bytes() == b"older"


@pytest.mark.usefixtures("few_at_a_time")
def test_a_run_that_was_stopped_goes_on_where_it_was(many, whole, monkeypatch):
    rows, expected = whole
    path, out, done = many.write(rows), many.folder / "out.parquet", []
    scoring = running.found_in

    def counted(batch, *rest, **more):
        done.append(len(batch))
        if len(done) == 18:
            raise KeyboardInterrupt
        return scoring(batch, *rest, **more)

    monkeypatch.setattr(running, "found_in", counted)
    with pytest.raises(KeyboardInterrupt):
        cohort.score_files([path], out, threads=1)
    assert not out.exists()
    kept = sorted(each.name for each in (many.folder / ".out.parquet.work").glob("part-*.json"))
    assert kept
    assert by_opinion(scored([path], out, threads=1)) == expected
    assert sum(done[18:]) <= len(rows) - 50 * len(kept) + 8
    assert not (many.folder / ".out.parquet.work").exists()


def test_parts_of_other_files_or_options_are_thrown_away(many, whole):
    rows, expected = whole
    path, out = many.write(rows), many.folder / "out.parquet"
    old = many.folder / ".out.parquet.work"
    old.mkdir()
    (old / "about.json").write_text('{"fingerprint": "another", "pid": 999999999}')
    (old / "part-00000.json").write_text('{"cases": 999}')
    assert by_opinion(scored([path], out)) == expected


def test_a_folder_of_somebody_else_is_left_alone(many):
    path, theirs = many.write(many.made_up(3)[0]), many.folder / ".out.parquet.work"
    theirs.mkdir()
    (theirs / "letter.txt").write_text("mine")
    with pytest.raises(CompareError, match="A folder stands where"):
        cohort.score_files([path], many.folder / "out.parquet")
    assert (theirs / "letter.txt").read_text() == "mine"


def test_two_runs_do_not_write_the_same_file(many):
    with Work.beside(many.folder / "out.parquet", "one"):
        about = many.folder / ".out.parquet.work" / "about.json"
        about.write_text(about.read_text().replace(str(os.getpid()), str(os.getppid())))
        with pytest.raises(CompareError, match="Another run"), Work.beside(many.folder / "out.parquet", "one"):
            pass


KILLED = """
import sys
from compare.cohort import running, work, score_files
running.PART_ROWS = 2000
from compare.cohort import reading_parquet
reading_parquet.BATCH_ROWS = 1000
inner = work.Work.note_done
def note(self, part, tally):
    inner(self, part, tally)
    print(part, flush=True)
work.Work.note_done = note
score_files([sys.argv[1]], sys.argv[2], threads=1)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("after", [0, 2])
def test_a_killed_run_leaves_no_half_file_and_can_go_on(many, monkeypatch, after):
    monkeypatch.setattr(running, "PART_ROWS", 2000)
    monkeypatch.setattr(reading_parquet, "BATCH_ROWS", 1000)
    rows, _ = many.made_up(40, seed=8)
    copies = [row | {"case": f"{copy:03}-{row['case']}"} for copy in range(100) for row in rows]
    path, out = many.write(copies), many.folder / "out.parquet"
    program = subprocess.Popen([sys.executable, "-c", KILLED, path, out], stdout=subprocess.PIPE, text=True)
    for _ in range(after + 1):
        program.stdout.readline()
    program.kill()
    program.wait()
    program.stdout.close()
    if out.exists():
        assert pq.read_metadata(out).num_rows == len(copies)
    whole = scored([path], many.folder / "whole.parquet")
    assert scored([path], out).equals(whole)
    assert not (many.folder / ".out.parquet.work").exists()


def test_no_room_is_said_before_any_work(many, monkeypatch):
    path = many.write(many.made_up(3)[0])
    monkeypatch.setattr("compare.cohort.space.shutil.disk_usage", lambda _: SimpleNamespace(free=10))
    with pytest.raises(CompareError, match="not enough room"):
        cohort.score_files([path], many.folder / "out.parquet")
    assert not list(many.folder.glob(".*"))


def test_the_result_never_takes_the_place_of_its_input(many):
    path = many.write(many.made_up(3)[0])
    with pytest.raises(CompareError, match="take the place"):
        cohort.score_files([path], path)


def test_checking_counts_what_scoring_counts(many):
    path = many.write(many.made_up(25, seed=3)[0])
    found = cohort.check_files([path])
    assert found.plain() == cohort.score_files([path], many.folder / "out.parquet").plain()
    assert found.cases == 25
    assert sum(found.sure.values()) == 25


def test_fingerprints_tell_cases_that_come_back():
    seen = aligning.Prints()
    seen.note(pa.array(["b", "a"]))
    seen.note(pa.array(["a", "c"]))
    with pytest.raises(aligning.ScatteredError):
        seen.note(pa.array(["d", "b", "x", "y", "z"]))


def test_names_that_ascend_need_no_fingerprints():
    seen = aligning.Ascending()
    seen.note(pa.array([1, 2]))
    seen.note(pa.array([2, 5]))
    with pytest.raises(aligning.ScatteredError):
        seen.note(pa.array([4]))


def test_a_folder_that_cannot_be_written_is_said_plainly(many, monkeypatch):
    path = many.write(many.made_up(3)[0])

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("compare.cohort.work.writer_of", full)
    with pytest.raises(CompareError, match="No space left"):
        cohort.score_files([path], many.folder / "out.parquet")
    assert [each.name for each in many.folder.iterdir()] == [path.name]


def test_a_link_stays_a_link(many):
    path, real = many.write(many.made_up(3)[0]), many.folder / "real"
    real.mkdir()
    (real / "scores.parquet").write_bytes(b"old")
    link = many.folder / "link.parquet"
    link.symlink_to(real / "scores.parquet")
    cohort.score_files([path], link)
    assert link.is_symlink()
    assert pq.read_metadata(real / "scores.parquet").num_rows > 0
    assert [each.name for each in real.iterdir()] == ["scores.parquet"]
