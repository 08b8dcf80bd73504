import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bad_files import FOREIGN, HEAD, JSON, YAML

import compare
from compare.samples import sample_names, sample_path

TWO = """\
schema: 1
question: Which?
criteria: [{key: goals, label: Goals}, {key: cost, label: Cost}]
opinions:
  - {name: New, ratings: {goals: [60, 80], cost: 20}}
  - {name: Usual, ratings: {goals: 40, cost: 90}}
people:
  - {name: Rosa, role: patient, weights: {swing: {goals: 100, cost: 25}}}
  - {name: Ben, role: son, weights: {pairwise: {goals over cost: 1}}}
  - {name: Ida, role: friend}
"""


@pytest.fixture
def two(case_file):
    return case_file(TWO)


def snapshot(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# What is refused


@pytest.mark.parametrize(("text", "line", "found"), YAML.values(), ids=YAML)
def test_bad_yaml_is_refused_with_code_2(opinions, case_file, text, line, found):
    check_refused(opinions, case_file(text), line)


@pytest.mark.parametrize(("text", "line", "found"), JSON.values(), ids=JSON)
def test_bad_json_is_refused_with_code_2(opinions, case_file, text, line, found):
    check_refused(opinions, case_file(text, "case.json"), line)


@pytest.mark.parametrize(("data", "found"), FOREIGN.values(), ids=FOREIGN)
def test_foreign_files_are_refused_with_code_2(opinions, case_file, data, found):
    check_refused(opinions, case_file(data), None)


def check_refused(opinions, path, line):
    before = snapshot(path.parent)
    done = opinions("check", path)
    assert (done.code, done.out) == (2, "")
    assert 2 <= len(done.lines) <= 12
    assert path.name in done.lines[0]
    assert line is None or f"line {line}" in done.lines[0]
    assert "Traceback" not in done.err
    assert max(map(len, done.lines)) <= 410
    assert not any(ord(char) < 32 and char != "\n" for char in done.err)
    assert snapshot(path.parent) == before


@pytest.mark.parametrize(
    "command", [("compare",), ("check", "--json"), ("convert", "{out}"), ("report", "-o", "{page}")]
)
@pytest.mark.parametrize("name", ["a misspelt key", "a newer schema", "alias of itself"])
def test_every_command_refuses_and_writes_nothing(opinions, case_file, command, name):
    path = case_file(YAML[name][0])
    words = [word.format(out=path.parent / "out.json", page=path.parent / "page.html") for word in command]
    done = opinions(words[0], path, *words[1:])
    assert (done.code, done.out, list(path.parent.iterdir())) == (2, "", [path])


def make_nothing(path):
    pass


@pytest.mark.parametrize(
    "make",
    [
        make_nothing,
        Path.mkdir,
        os.mkfifo,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.symlink_to(path),
    ],
)
def test_what_is_no_file_is_refused_at_once(opinions, tmp_path, make):
    make(tmp_path / "case.yaml")
    done = opinions("compare", tmp_path / "case.yaml")
    assert (done.code, done.out) == (2, "")
    assert done.lines[0] == "case.yaml"


@pytest.mark.parametrize(
    "call",
    [
        (),
        ("compar", "x"),
        ("check",),
        ("check", "a.yaml", "b.yaml"),
        ("check", "a.yaml", "--colour"),
        ("compare", "a.yaml", "--seed", "x"),
        ("sample",),
        ("sample", "cases"),
        ("sample", "case", "prostat"),
        ("report", "a.yaml"),
    ],
)
def test_calls_that_cannot_be_understood(opinions, call):
    done = opinions(*call)
    assert (done.code, done.out) == (2, "")
    assert len(done.lines) <= 12
    assert "found:" in done.err


def test_a_misspelt_command_brings_a_suggestion(opinions):
    assert "did you mean `compare`?" in opinions("compar", "x").err


@pytest.mark.parametrize(
    "weights", ["", "goals", "goals=", "=3", "goals=x", "goals=nan", "goals=1e400", "goals=1_0,cost=1", "goals=１,cost=1", "goals=3", "goals=3,goals=4", "goals=3,costs=4", "goals=0,cost=0", "goals=-1,cost=4", "goals=101,cost=4", "goals=3,cost=4,"]
)  # fmt: skip
def test_weights_that_cannot_be_used(opinions, two, weights):
    done = opinions("compare", two, f"--weights={weights}")
    assert (done.code, done.out) == (2, "")
    assert "case.yaml" in done.err
    assert len(done.lines) <= 12


@pytest.mark.parametrize(
    ("weights", "found"), [("goals=1e400,cost=1", "1e400"), ("goals=-1,cost=4", "-1"), ("", "nothing")]
)
def test_weights_are_found_as_they_were_typed(opinions, two, weights, found):
    done = opinions("compare", two, f"--weights={weights}")
    assert f"found:   {found}" in done.err
    assert "to do:" in done.err


def test_a_person_who_is_not_there(opinions, two):
    done = opinions("compare", two, "--person", "Rsoa")
    assert done.code == 2
    assert "case.yaml" in done.lines[0]
    assert "did you mean `Rosa`?" in done.err


def test_a_fault_of_the_program_is_told_in_two_lines_with_code_1(opinions, two, monkeypatch):
    monkeypatch.setattr("compare.cli.whose.score", lambda *_, **__: 1 / 0)
    done = opinions("compare", two)
    assert (done.code, len(done.lines)) == (1, 2)
    assert "ZeroDivisionError" not in done.err
    assert "ZeroDivisionError" in opinions("compare", two, "--debug").err


def test_ctrl_c(opinions, two, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.cli.whose.score", stop)
    assert opinions("compare", two).code == 130


# compare


def document(opinions, *call):
    done = opinions(*call, "--json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


@pytest.fixture
def run_json(opinions, two):
    """Run a command on the case with two opinions and return its JSON."""
    return lambda command, *options: document(opinions, command, two, *options)


ENDS = {"low", "mean", "high"}


@pytest.mark.parametrize("file", ["two", *sample_names()])
def test_the_json_has_exactly_the_keys_of_the_contract(opinions, two, file):
    made = document(opinions, "compare", two if file == "two" else sample_path(file))
    assert set(made) == {"schema", "question", "person", "weights", "opinions", "ahead", "close_call", "explanation"}
    assert set(made["weights"]) == {"how", "shares", "consistency"}
    for opinion in made["opinions"]:
        assert set(opinion) == {"name", "total", "criteria", "first_share", "rank"}
        assert set(opinion["total"]) == ENDS
        assert set(opinion["criteria"]) == set(made["weights"]["shares"])
        for cell in opinion["criteria"].values():
            assert set(cell) == {"value", "part"}
            assert set(cell["value"]) == set(cell["part"]) == ENDS
    for pair in made["ahead"]:
        assert set(pair) == {"first", "second", "share", "sure"}
        assert pair["sure"] in {"whatever", "likely", "too close"}
    assert all(isinstance(sentence, str) for sentence in made["explanation"])


def test_the_numbers_of_the_json(opinions, two):
    made = document(opinions, "compare", two)
    assert (made["schema"], made["question"], made["person"], made["close_call"]) == (1, "Which?", "Rosa", False)
    assert made["weights"] == {"how": "swing", "shares": {"goals": 0.8, "cost": 0.2}, "consistency": None}
    new, usual = made["opinions"]
    assert new["total"] == pytest.approx({"low": 52, "mean": 60, "high": 68})
    assert new["criteria"]["goals"]["part"] == pytest.approx({"low": 48, "mean": 56, "high": 64})
    assert usual["total"]["mean"] == pytest.approx(50)
    assert (new["rank"], usual["rank"], new["first_share"]) == (1, 2, 1.0)
    assert made["ahead"] == [{"first": "New", "second": "Usual", "share": 1.0, "sure": "whatever"}]


@pytest.mark.parametrize(
    ("options", "person", "how", "goals"),
    [
        ((), "Rosa", "swing", 0.8),
        (("--person", "ben"), "Ben", "pairwise", 0.5),
        (("--weights", "cost=30, goals=10"), None, "points", 0.25),
        (("--weights", "cost=30,goals=10", "--person", "Ida"), None, "points", 0.25),
        (("--person", "Ida"), "Ida", "equal", 0.5),
    ],
)
def test_whose_weights(run_json, options, person, how, goals):
    made = run_json("compare", *options)
    assert (made["person"], made["weights"]["how"]) == (person, how)
    assert made["weights"]["shares"]["goals"] == pytest.approx(goals)


def test_pairwise_weights_bring_their_consistency(opinions, two):
    assert document(opinions, "compare", two, "--person", "Ben")["weights"]["consistency"] == {
        "ratio": 0.0,
        "table": "Saaty 1980",
    }


def test_nobodys_weights_are_equal_and_labelled(opinions, case_file):
    path = case_file(TWO.partition("people:")[0])
    made = document(opinions, "compare", path)
    assert (made["person"], made["weights"]["how"]) == (None, "equal")
    assert "No weights given" in opinions("compare", path).out


@pytest.mark.parametrize("name", sample_names())
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_same_call_gives_the_same_bytes(name, options):
    def run(seed):
        call = [sys.executable, "-m", "compare", "compare", str(sample_path(name)), *options]
        return subprocess.run(call, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}).stdout

    assert run("1") == run("2") != b""


def test_people_see_a_table_sentences_questions_and_the_caution(opinions):
    out = opinions("compare", sample_path("prostate")).out
    for part in ("By what Walter said matters", "In all", "fits most closely", "What to ask next", "not medical"):
        assert part in out
    assert max(map(len, out.splitlines())) <= 160


def test_json_is_one_document_without_nan(opinions, two):
    out = opinions("compare", two, "--json").out
    assert "NaN" not in out
    assert json.loads(out)
    assert out.endswith("}\n")


def test_hostile_names_reach_the_terminal_visible(opinions, case_file):
    path = case_file(
        json.dumps({"schema": 1, "opinions": [{"name": "<b>$x$ 学 =cmd"}, {"name": "zero\u200bwidth"}]}), "case.json"
    )
    done = opinions("compare", path)
    assert done.code == 0
    assert "<b>$x$" in done.out
    assert "\x1b" not in done.out


# check


def test_check_counts(opinions, two):
    assert document(opinions, "check", two) == {
        "ok": True,
        "opinions": 2,
        "people": 3,
        "answers": 4,
        "open": 0,
        "notes": ["Where nobody is named, the weights of Rosa count."],
    }
    first, second = opinions("check", two).out.splitlines()
    assert first == "case.yaml is in order: 2 opinions, 3 people, no answer is open."
    assert second == "Where nobody is named, the weights of Rosa count."


def test_one_opinion_passes_and_says_that_comparing_needs_two(opinions, case_file):
    path = case_file(HEAD)
    assert "comparing needs two" in opinions("check", path).out
    assert document(opinions, "check", path)["notes"]


def test_one_opinion_compared_shows_what_is_known_and_what_to_ask(opinions, case_file):
    path = case_file(HEAD + "    ratings: {goals: {chance: '8 of 129'}}\n")
    done = opinions("compare", path)
    assert done.code == 0
    assert "There is one opinion so far: A." in done.out
    assert "What to ask next:" in done.out
    assert document(opinions, "compare", path)["ahead"] == []


# new, convert, sample, limits


@pytest.mark.parametrize("name", ["mine.yaml", "mine.yml", "mine.json"])
def test_new_writes_a_valid_case_once(opinions, tmp_path, name):
    path = tmp_path / name
    assert opinions("new", path).code == 0
    written = path.read_bytes()
    assert document(opinions, "check", path)["open"] == document(opinions, "check", path)["answers"] == 40
    assert opinions("compare", path).code == 0
    assert opinions("new", path).code == 2
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (written, [path])


@pytest.mark.parametrize("name", ["mine.txt", "mine", "no-folder/mine.yaml"])
def test_new_refuses_other_places(opinions, tmp_path, name):
    assert opinions("new", tmp_path / name).code == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", sample_names())
def test_converted_there_and_back_is_the_same_case(opinions, tmp_path, name):
    opinions("convert", sample_path(name), tmp_path / "a.json")
    opinions("convert", tmp_path / "a.json", tmp_path / "b.yaml")
    assert compare.read(tmp_path / "b.yaml") == compare.read(tmp_path / "a.json") == compare.sample(name)


@pytest.mark.parametrize("way", ["same", "dots", "link", "hard link"])
def test_convert_never_writes_over_its_input(opinions, two, way):
    out = {"same": two, "dots": two.parent / "." / two.name}.get(way, two.parent / "other.yaml")
    if way == "link":
        out.symlink_to(two)
    if way == "hard link":
        out.hardlink_to(two)
    assert opinions("convert", two, out).code == 2
    assert two.read_text(encoding="utf-8") == TWO


@pytest.mark.parametrize(
    ("file", "out"), [("missing.yaml", "case.yaml"), ("missing.yaml", "new.yaml"), ("case.yaml", "out.txt")]
)
def test_convert_tells_what_is_wrong(opinions, two, file, out):
    before = snapshot(two.parent)
    done = opinions("convert", two.parent / file, two.parent / out)
    assert (done.code, snapshot(two.parent)) == (2, before)


def test_samples_are_listed_shown_and_written_once(opinions, tmp_path):
    assert document(opinions, "sample", "case") == list(sample_names())
    assert opinions("sample", "case", "prostate").out == sample_path("prostate").read_text(encoding="utf-8")
    assert document(opinions, "sample", "case", "prostate")["schema"] == 1
    assert opinions("sample", "case", "--out", tmp_path / "p.yaml").code == 0
    assert (tmp_path / "p.yaml").read_bytes() == sample_path("prostate").read_bytes()
    assert opinions("sample", "case", "breast", "--out", tmp_path / "p.yaml").code == 2
    assert opinions("sample", "case", "breast", "-o", tmp_path / "b.json").code == 0
    assert compare.read(tmp_path / "b.json") == compare.sample("breast")


def test_limits_are_printed(opinions):
    from compare import limits

    assert document(opinions, "limits") == limits.TABLE
    assert "a case file: at most" in opinions("limits").out


@pytest.mark.parametrize("call", [("--help",), ("compare", "--help"), ("--version",)])
def test_help_and_version(call, capsys):
    from compare.cli import main

    with pytest.raises(SystemExit) as caught:
        main(call)
    assert caught.value.code == 0
    assert "opinion" in capsys.readouterr().out


def test_a_reader_that_stops_early_is_no_fault():
    call = f"{sys.executable} -m compare compare {sample_path('prostate')} | head -1"
    done = subprocess.run(["bash", "-c", call], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_full_disk_under_the_output_is_told_in_one_sentence(two):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    command = [sys.executable, "-m", "compare", "compare", str(two)]
    with full.open("w") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("The output could not be written.")


def test_check_says_whose_weights_count_whoever_is_named(opinions, two):
    assert "the weights of Rosa count" in opinions("check", two, "--person", "Ida").out


OTHER_ENDS = "weights: {swing: {goals: 100, cost: 25}}, anchors: {cost: {worst: 90, best: 0}}}"


def test_check_notes_whose_weights_were_given_for_other_ends_and_where(opinions, case_file):
    path = case_file(TWO.replace("weights: {swing: {goals: 100, cost: 25}}}", OTHER_ENDS))
    first, second = document(opinions, "check", path)["notes"]
    assert first == "Where nobody is named, every part counts the same for now."
    assert second.startswith("people[1].weights: Rosa said what matters when a scale had other ends.")
    assert "Cost was “90 to 0” and is “0 to 100” now." in second
    assert second in " ".join(opinions("check", path).out.split())


@pytest.mark.parametrize("command", ["compare", "what-if", "how-often", "family", "check"])
def test_json_keeps_its_keys_whatever_ends_the_weights_were_given_for(opinions, case_file, two, command):
    before = document(opinions, command, two)
    after = document(
        opinions, command, case_file(TWO.replace("weights: {swing: {goals: 100, cost: 25}}}", OTHER_ENDS), "b.yaml")
    )
    assert before.keys() == after.keys()
    if command == "compare":
        assert (after["person"], after["weights"]["how"], after["weights"]["shares"]) == (
            "Rosa",
            "equal",
            {"goals": 0.5, "cost": 0.5},
        )
        assert before["weights"].keys() == after["weights"].keys()
