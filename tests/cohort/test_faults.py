"""Files that must be refused: one error with file, row, column, what was found, what is allowed; nothing is written."""

import datetime as dt
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

HEAD = "case,opinion,goals__chance,goals__goal_fit\n"
TWO = "a,x,50,all our goals\na,y,40,our first goal\n"

CRITERIA = ("rationale", "experience", "goals", "side_effects", "practicality")
BAD_CSV = {
    "no header column": ("opinion,goals__chance\nx,1\n", ["column case", "missing"]),
    "unknown column": (HEAD.replace("chance", "chanse") + TWO, ["column goals__chanse", "did you mean `goals__chance`"]),
    "the same column twice": ("case,opinion,goals__chance,goals__chance\na,x,1,2\na,y,1,2\n", ["goals__chance", "same name"]),
    "no answers": ("case,opinion\na,x\na,y\n", ["no column of answers"]),
    "one end of a range": ("case,opinion,goals__chance_low\na,x,1\na,y,2\n", ["goals__chance_low", "goals__chance_high"]),
    "no rows": (HEAD, ["no rows"]),
    "nothing": ("", ["empty"]),
    "a word for a number": (HEAD + TWO + "b,x,many,\nb,y,1,\n", ["line 4, row 3, column goals__chance", "many"]),
    "a decimal comma": (HEAD + 'a,x,"12,5",\na,y,4,\n', ["row 1, column goals__chance", "write 12.5"]),
    "weights in one row of a case": (
        f"case,opinion,goals__chance,{','.join(f'weight__{key}' for key in CRITERIA)}\na,x,4,1,1,1,1,1\na,y,4,,,,,\n",
        ["row 2, column weight__", "nothing after 1"],
    ),
    "a comma for thousands": (HEAD + 'a,x,"1,000",\na,y,4,\n', ["write 1.000, or 1000 if the comma parts the thousands"]),
    "many commas": (HEAD + 'a,x,"1,000,000",\na,y,4,\n', ["write 1000000"]),
    "not a number": (HEAD + "a,x,nan,\na,y,4,\n", ["row 1, column goals__chance"]),
    "infinity": (HEAD + "a,x,4,\na,y,inf,\n", ["row 2, column goals__chance", "inf"]),
    "off the scale": (HEAD + "a,x,4,\na,y,140,\n", ["row 2, column goals__chance", "140", "0 to 100"]),
    "no level": (HEAD + "a,x,4,all our goal\na,y,14,\n", ["row 1, column goals__goal_fit", "did you mean `all our goals`"]),
    "one opinion": (HEAD + TWO + "b,x,1,\nc,x,2,\nc,y,2,\n", ["row 3, column case", "one opinion", "b"]),
    "an opinion twice": (HEAD + TWO + "a,X ,1,\n", ["row 3, column opinion", "twice"]),
    "no case": (HEAD + TWO + ",x,1,\n,y,2,\n", ["row 3, column case", "nothing"]),
    "no opinion": (HEAD + "a,x,1,\na, ,2,\n", ["row 2, column opinion", "nothing"]),
    "one field more": (HEAD + TWO + "b,x,1,,\nb,y,1,\n", ["line 4, row 3", "5 fields", "4 fields"]),
    "one field fewer": (HEAD + TWO + "b,x,1\n", ["line 4, row 3", "3 fields"]),
    "cut off": (HEAD + TWO[:-18], ["row 2", "fields"]),
    "semicolons": (HEAD.replace(",", ";") + TWO.replace(",", ";"), ["semicolons", "commas"]),
    "tabs": (HEAD.replace(",", "\t") + TWO.replace(",", "\t"), ["tabs"]),
    "another encoding": (HEAD.encode() + "a,Grüße,1,\n".encode("latin-1"), ["UTF-8"]),
    "no text": (b"PK\x03\x04" + bytes(300), ["cohort.csv"]),
    "zeros after a crash": (bytes(500), ["cohort.csv"]),
    "a range turned round": (
        "case,opinion,goals__chance_low,goals__chance_high\na,x,60,40\na,y,1,2\n", ["row 1, column goals__chance_low", "wrong way"],
    ),
    "an answer and a range": (
        "case,opinion,goals__chance,goals__chance_low,goals__chance_high\na,x,,4,6\na,y,1,1,2\n", ["row 2", "answered twice"],
    ),
    "a whole and a part": (HEAD.replace("\n", ",rating__goals\n") + "a,x,1,,50\na,y,1,,\n", ["row 1, column rating__goals", "twice"]),
    "half a range": ("case,opinion,goals__chance_low,goals__chance_high\na,x,40,\na,y,1,2\n", ["row 1", "two ends"]),
    "a kind that there is not": (HEAD.replace("\n", ",kind\n") + "a,x,1,,first\na,y,1,,secnd\n", ["row 2, column kind", "did you mean `second`"]),
    "weights for some": (HEAD.replace("\n", ",weight__goals\n") + "a,x,1,,50\na,y,1,,50\n", ["weight__rationale"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_CSV)
@pytest.mark.parametrize("command", ["check", "score"])
def test_bad_csv_is_refused_with_its_place(many, opinions, name, command):
    content, told = BAD_CSV[name]
    path = many.text(content)
    out = many.folder / "out.parquet"
    done = opinions("cohort", command, path, *(("-o", out) if command == "score" else ()))
    assert done.code == 2
    assert len(done.lines) <= 12
    assert not done.out
    assert path.name in done.lines[0]
    assert all(word in done.err for word in told), done.err
    assert [each.name for each in many.folder.iterdir()] == [path.name]


WEIGHTS = [f"weight__{key}" for key in ("rationale", "experience", "goals", "side_effects", "practicality")]


def weighted(*rows):
    names = ["case", "opinion", "rating__goals", *WEIGHTS]
    return {name: [row[at] for row in rows] for at, name in enumerate(names)}


BAD_PARQUET = {
    "text for numbers": ({"case": ["a", "a"], "opinion": ["x", "y"], "goals__chance": ["1", "2"]}, ["column goals__chance", "string", "numbers"]),
    "truth values": ({"case": ["a", "a"], "opinion": ["x", "y"], "goals__chance": [True, False]}, ["column goals__chance", "bool"]),
    "numbers for levels": ({"case": ["a", "a"], "opinion": ["x", "y"], "goals__goal_fit": [1, 2]}, ["column goals__goal_fit", "int64", "text"]),
    "a case by a fraction": ({"case": [1.5, 1.5], "opinion": ["x", "y"], "goals__chance": [1, 2]}, ["column case", "double"]),
    "a day for an opinion": ({"case": ["a", "a"], "opinion": [dt.date(2026, 1, 2)] * 2, "goals__chance": [1, 2]}, ["column opinion", "date"]),
    "not a number": ({"case": ["a", "a"], "opinion": ["x", "y"], "goals__chance": [1.0, float("nan")]}, ["row 2, column goals__chance", "NaN"]),
    "off the scale": ({"case": ["a", "a"], "opinion": ["x", "y"], "goals__approach": [-1, 2]}, ["row 1, column goals__approach", "0 to 4"]),
    "endless": ({"case": ["a", "a"], "opinion": ["x", "y"], "practicality__travel_minutes": [1.0, float("inf")]}, ["row 2, column practicality__travel_minutes", "inf"]),
    "no rows": ({"case": [], "opinion": [], "goals__chance": []}, ["no rows"]),
    "a weight below 0": (weighted(("a", "x", 1.0, -1.0, 1.0, 1.0, 1.0, 1.0), ("a", "y", 1.0, -1.0, 1.0, 1.0, 1.0, 1.0)), ["row 1, column weight__rationale", "0 to 100"]),
    "a weight missing": (weighted(("a", "x", 1.0, None, 1.0, 1.0, 1.0, 1.0), ("a", "y", 1.0, None, 1.0, 1.0, 1.0, 1.0)), ["row 1", "no weight"]),
    "no weight counts": (weighted(("a", "x", 1.0, *[0.0] * 5), ("a", "y", 1.0, *[0.0] * 5)), ["row 1", "No criterion counts"]),
    "weights that change": (weighted(("a", "x", 1.0, 5.0, 1.0, 1.0, 1.0, 1.0), ("a", "y", 1.0, 6.0, 1.0, 1.0, 1.0, 1.0)), ["row 2, column weight__rationale", "change within a case"]),
    "too many opinions": ({"case": ["a"] * 201, "opinion": list(range(201)), "goals__chance": [1] * 201}, ["row 1, column case", "201", "200"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_PARQUET)
def test_bad_parquet_is_refused_with_its_place(many, opinions, name):
    columns, told = BAD_PARQUET[name]
    path = many.folder / "cohort.parquet"
    kinds = {"case": pa.string(), "opinion": pa.string(), "goals__chance": pa.int64()} if name == "no rows" else {}
    table = {column: pa.array(values, kinds.get(column)) for column, values in columns.items()}
    pq.write_table(
        pa.table(
            {key: values.cast(pa.float64()) if values.type == pa.null() else values for key, values in table.items()}
        ),
        path,
    )
    done = opinions("cohort", "check", path)
    assert (done.code, len(done.lines) <= 12, done.out) == (2, True, "")
    assert path.name in done.lines[0]
    assert all(word in done.err for word in told), done.err


def test_a_file_that_is_cut_off_is_refused(many, opinions):
    path = many.write(many.made_up(50)[0])
    path.write_bytes(path.read_bytes()[:-200])
    assert "cut off" in opinions("cohort", "check", path).err


def test_a_file_that_is_damaged_inside_is_refused(many, opinions):
    path = many.write(many.made_up(300, seed=1)[0], compression="gzip")
    data = bytearray(path.read_bytes())
    data[200:4000] = bytes(3800)
    path.write_bytes(data)
    done = opinions("cohort", "score", path, "-o", many.folder / "out.parquet")
    assert (done.code, "cohort.parquet" in done.lines[0]) == (2, True)
    assert not (many.folder / "out.parquet").exists()


def test_a_foreign_file_is_refused(many, opinions):
    path = many.text("hello", "cohort.parquet")
    assert "something else" in opinions("cohort", "check", path).err


@pytest.mark.parametrize("name", ["there-is-none.parquet", ".", "case.yaml"])
def test_what_is_no_file_of_many_cases_is_refused(many, opinions, name):
    many.text("schema: 1", "case.yaml")
    assert opinions("cohort", "check", many.folder / name).code == 2


def test_files_of_one_name_are_told_apart_by_their_folders(many, opinions):
    for name in ("north", "south"):
        (many.folder / name).mkdir()
    first = many.text(HEAD + TWO, "north/year.csv")
    second = many.text(HEAD + TWO.replace("a,", "b,").replace("40", "140"), "south/year.csv")
    assert opinions("cohort", "check", first, second).lines[0] == "south/year.csv, line 3, row 2, column goals__chance"
    second.write_text("case,opinion\n", encoding="utf-8")
    assert "south/year.csv" in opinions("cohort", "check", first, second).lines[0]


def test_a_file_that_is_named_twice_is_refused(many, opinions):
    path = many.text(HEAD + TWO)
    again = many.folder / "again.csv"
    again.symlink_to(path)
    assert "named twice" in opinions("cohort", "check", path, path).err
    done = opinions("cohort", "summary", path, again)
    assert (done.code, done.lines[0], "cohort.csv" in done.err) == (2, "again.csv", True)


def test_files_with_other_columns_are_refused(many, opinions):
    first = many.text(HEAD + TWO, "first.csv")
    second = many.text("case,opinion,goals__chance\nb,x,50\nb,y,1\n", "second.csv")
    done = opinions("cohort", "check", first, second)
    assert done.code == 2
    assert done.lines[0] == "second.csv, column goals__goal_fit"


def test_files_with_other_kinds_of_names_are_refused(many, opinions):
    rows = [{"case": 1, "opinion": name, "goals__chance": 1.0} for name in "xy"]
    first = many.write(rows, "first.parquet")
    second = many.write([row | {"case": "b"} for row in rows], "second.parquet")
    assert opinions("cohort", "check", first, second).lines[0] == "second.parquet, column case"


def test_the_first_fault_is_told_with_the_number_of_all(many, opinions):
    path = many.text(HEAD + TWO + "b,x,-1,\nb,y,200,none\nb,z,3,\n")
    done = opinions("cohort", "check", path)
    assert done.lines[0] == "cohort.csv, line 4, row 3, column goals__chance"
    assert "There are 2 more like this." in done.err


def test_faults_are_told_at_the_row_that_they_came_from_where_rows_are_scattered(many, opinions):
    rows = many.made_up(30, seed=1)[0]
    mixed = rows[::2] + rows[1::2]
    at = next(place for place, row in enumerate(mixed) if "goals__chance" in row and place > 30)
    mixed[at] = mixed[at] | {"goals__chance": 500.0}
    done = opinions("cohort", "check", many.write(mixed))
    assert done.lines[0] == f"cohort.parquet, row {at + 1}, column goals__chance"


GOOD = {
    "a mark": b"\xef\xbb\xbf" + (HEAD + TWO).encode(),
    "UTF-16": (HEAD + TWO).encode("utf-16"),
    "ends of lines": (HEAD + TWO).replace("\n", "\r\n").encode(),
    "blank lines": (HEAD + "\n" + TWO + "\n\n").encode(),
    "quoted": b'"case","opinion","goals__chance","goals__goal_fit"\n"a","x","50","all our goals"\na,y,40,"our first goal"\n',
    "another order": b"goals__goal_fit,opinion,goals__chance,case\nall our goals,x,50,a\nour first goal,y,40,a\n",
    "no end of line": (HEAD + TWO)[:-1].encode(),
    "a note": (HEAD.replace("\n", ",note__who\n") + TWO.replace("\n", ",=me\n")).encode(),
    "layers": (HEAD.replace("\n", ",stage,cancer,kind\n") + TWO.replace("\n", ",3,lung,first\n")).encode(),
}


@pytest.mark.parametrize("name", GOOD)
def test_odd_files_in_order_are_taken(many, opinions, name):
    path = many.text(GOOD[name])
    assert opinions("cohort", "check", path).code == 0
    out = many.folder / "out.parquet"
    assert opinions("cohort", "score", path, "-o", out).code == 0
    found = pq.read_table(out).to_pylist()
    assert [(row["opinion"], round(row["part__goals"], 6), row["rank"]) for row in found] == [
        ("x", 13.333333, 1),
        ("y", 11.333333, 2),
    ]


def test_not_known_is_never_0(many, opinions):
    path = many.text(HEAD + "a,x,not asked,\na,y,,not known\n")
    out = many.folder / "out.csv"
    assert opinions("cohort", "score", path, "-o", out, "--json").code == 0
    assert [line.split(",")[2:5] for line in out.read_text().splitlines()[1:]] == [["0", "50", "100"]] * 2


def test_nothing_in_a_result_is_a_formula(many, opinions):
    path = many.text(HEAD + "=1+1,@x,1,\n=1+1,+y,2,\n")
    out = many.folder / "out.csv"
    assert opinions("cohort", "score", path, "-o", out).code == 0
    assert [line.split(",")[:2] for line in out.read_text().splitlines()[1:]] == [
        ['"\'=1+1"', '"\'@x"'],
        ['"\'=1+1"', '"\'+y"'],
    ]


def test_one_document_for_programs(many, opinions):
    path = many.text(HEAD + TWO)
    done = opinions("cohort", "check", path, "--json")
    assert json.loads(done.out) == {
        "ok": True, "cases": 1, "opinions": 2, "open": 36, "level": 0,
        "sure": {"whatever": 0, "likely": 0, "too close": 1},
    }  # fmt: skip
    done = opinions(
        "cohort",
        "score",
        path,
        "-o",
        many.folder / "out.parquet",
        "--json",
        "--weights",
        "goals=50,rationale=0,experience=0,side_effects=0,practicality=0",
    )
    found = json.loads(done.out)
    assert (found["wrote"], found["weights"]["shares"]["goals"], done.err) == ("out.parquet", 1.0, "")


@pytest.mark.parametrize(
    "extra",
    [
        ("--person", "Rosa"),
        ("--weights", "goals=1"),
        ("--seed", "-1"),
        ("-o", "out.txt"),
        ("-o", "no/such/out.csv"),
        ("--criteria", "none.yaml"),
    ],
)
def test_a_call_that_is_wrong_is_refused(many, opinions, extra):
    path = many.text(HEAD + TWO)
    out = () if "-o" in extra else ("-o", many.folder / "out.parquet")
    assert opinions("cohort", "score", path, *out, *extra).code == 2
    assert [each.name for each in many.folder.iterdir()] == ["cohort.csv"]


def test_own_criteria_come_from_a_case(many, opinions):
    many.text(
        "schema: 1\ncriteria:\n  - {key: alive, attributes: [{key: two, value: {linear: {worst: 45, best: 65}}}]}\nopinions: [{name: A}]\n",
        "own.yaml",
    )
    path = many.text("case,opinion,alive__two\na,x,55\na,y,65\n")
    out = many.folder / "out.parquet"
    assert opinions("cohort", "score", path, "-o", out, "--criteria", many.folder / "own.yaml").code == 0
    assert pq.read_table(out)["total"].to_pylist() == [50, 100]
