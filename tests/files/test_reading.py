import json
import time

import pytest
from bad_files import CSV, FOREIGN, HEAD, JSON, YAML
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import CompareError
from compare.files import read, read_text
from compare.files.reading import BEGIN, END
from compare.samples import sample_path


def refusal(path):
    began = time.perf_counter()
    with pytest.raises(CompareError) as caught:
        read(path)
    assert time.perf_counter() - began < 5
    return caught.value


def check_message(error, path, line, found):
    text = str(error)
    assert len(text.splitlines()) <= 12
    assert error.file == path.name
    assert line is None or error.line == line
    assert found in text
    assert error.problem.endswith(".")


@pytest.mark.parametrize(("text", "line", "found"), YAML.values(), ids=YAML)
def test_bad_yaml(case_file, text, line, found):
    path = case_file(text)
    check_message(refusal(path), path, line, found)


@pytest.mark.parametrize(("text", "line", "found"), JSON.values(), ids=JSON)
def test_bad_json(case_file, text, line, found):
    path = case_file(text, "case.json")
    check_message(refusal(path), path, line, found)


@pytest.mark.parametrize(("text", "line", "found"), CSV.values(), ids=CSV)
def test_bad_csv(case_file, text, line, found):
    path = case_file(text, "case.csv")
    check_message(refusal(path), path, line, found)


@pytest.mark.parametrize(("data", "found"), FOREIGN.values(), ids=FOREIGN)
@pytest.mark.parametrize("name", ["case.yaml", "case.json", "case.csv"])
def test_files_that_are_something_else(case_file, data, found, name):
    path = case_file(data, name)
    error = refusal(path)
    check_message(error, path, None, found if name.endswith("yaml") or "U+" not in found else "")


@pytest.mark.parametrize("name", ["side_efects", "raitings"])
def test_a_misspelt_word_brings_a_suggestion(name):
    text = HEAD + ("    ratings: {side_efects: 3}\n" if name == "side_efects" else "    raitings: {}\n")
    with pytest.raises(CompareError, match=r"did you mean `(side_effects|ratings)`"):
        read_text(text)


def test_the_first_fault_is_told_and_the_others_counted():
    with pytest.raises(CompareError) as caught:
        read_text(HEAD + "    written: maybe\n    date: soon\n    pros: x\n")
    assert (caught.value.line, caught.value.more) == (5, 2)


def test_a_newer_schema_says_which_version_is_needed():
    with pytest.raises(CompareError, match=r"install opinion-compare 7\.0 or newer"):
        read_text(HEAD.replace("schema: 1", "schema: 7"))


def test_a_file_of_ours_that_was_cut_off_is_noticed(case_file):
    error = refusal(case_file(f"{BEGIN}\n{HEAD}"))
    assert "end of the file is missing" in error.problem
    assert read_text(f"{BEGIN}\n{HEAD}{END}\n").names == ("A",)


@pytest.mark.parametrize("name", ["case.txt", "case", "case.yaml.exe", "case.xls", "case.xlsm"])
def test_other_endings(case_file, name):
    assert ".yaml, .yml, .json" in str(refusal(case_file(HEAD, name)))


# Odd files that mean the same

PLAIN = read_text(HEAD + "    notes: é\n    philosophy: 3\n    doctor: {years: 12}\n")

SAME = {
    "utf-8 with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "utf-16": lambda text: text.encode("utf-16"),
    "utf-16 big endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old line ends": lambda text: text.replace("\n", "\r").encode(),
    "decomposed letters": lambda text: text.replace("é", "e\u0301").encode(),
    "quoted numbers": lambda text: text.replace("3", '"3"').replace("12", "' 12 '").encode(),
    "a quoted schema": lambda text: text.replace("schema: 1", 'schema: "1"').encode(),
    "comments": lambda text: ("# first\n" + text.replace("\n", "   # why\n\n# so\n")).encode(),
    "blank lines": lambda text: ("\n\n" + text + "\n \n").encode(),
    "no line end at the end": lambda text: text.rstrip().encode(),
    "document marks": lambda text: f"---\n{text}...\n".encode(),
    "harmless tags": lambda text: text.replace("A\n", "!!str A\n").replace(" 3", " !!int 3").encode(),
    "a reference to one word": lambda text: text.replace("Which?", "&a Which?").encode(),
    "blank fields": lambda text: (text + "    date:\n    rapport: ~\n    mode: null\n").encode(),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_odd_yaml_that_means_the_same(case_file, change):
    text = HEAD + "    notes: é\n    philosophy: 3\n    doctor: {years: 12}\n"
    assert read(case_file(change(text))) == PLAIN


@pytest.mark.parametrize(
    "change", [change for name, change in SAME.items() if name.startswith(("utf", "windows", "old", "blank l"))]
)
def test_odd_json_that_means_the_same(case_file, change):
    tree = {
        "opinions": [{"doctor": {"years": "12"}, "philosophy": "3.0", "notes": "é", "name": "A"}],
        "question": "Which?",
        "schema": 1,
    }
    assert read(case_file(change(json.dumps(tree, indent=1)), "case.json")) == PLAIN


def test_the_order_of_keys_changes_nothing():
    lines = (HEAD + "people: [{role: patient, name: Rosa}]\n").splitlines()
    turned = [*lines[4:], *lines[2:4], lines[1], lines[0]]
    assert read_text("\n".join(turned)) == read_text("\n".join(lines))


@pytest.mark.parametrize("word", ["no", "yes", "on", "off", "n", "1:30", "0x10", "2026-01-31", "1_000", "12,5"])
def test_words_of_yaml_1_2_stay_text(word):
    assert read_text(HEAD + f"    notes: {word}\n").opinions[0].notes == word


@pytest.mark.parametrize("number", ["4.10", "007", "1e3"])
def test_a_number_where_text_is_meant_stays_as_written(number):
    assert read_text(HEAD + f"    notes: {number}\n").opinions[0].notes == number


# Whatever the file holds


def fault_of(call, *arguments):
    """Return what a reader refuses (None: nothing); any other exception comes through."""
    try:
        call(*arguments)
    except CompareError as error:
        return error
    return None


def check_fault(error, file=""):
    assert error is None or (len(str(error).splitlines()) <= 12 and error.problem and (error.file or "") == file)


ENDINGS = st.sampled_from(["a.yaml", "a.json", "a.csv", "a.xlsx"])


def fuzzed(strategy):
    """Return a test that reads what a strategy draws; only our own error may come out."""

    def test(tmp_path_factory):
        folder = tmp_path_factory.mktemp("fuzz")

        @given(strategy, ENDINGS)
        def check(data, name):
            (folder / name).write_bytes(data)
            check_fault(fault_of(read, folder / name), name)

        check()

    return test


pieces = st.sampled_from(
    [
        *"{}[]:,-?&*!|>%@`'\"#~ \n\t\\=<",
        ": ",
        "- ",
        "\n  ",
        "schema: 1",
        '"schema": 1',
        "opinions",
        "name",
        "A",
        "- name: A",
        "\n---\n",
        "!!int",
        "&a",
        "*a",
        "1e400",
        ".nan",
        '"\\u0000"',
        '"section","name","part","item","detail","more","last","value"\n',
        '"opinions","A","notes","","","","","',
        '""',
        "null",
        "true",
        "\ufeff",
        "\u202e",
        "é",
        "👩",
        "%YAML 1.2",
        "? ",
        "<<: ",
    ]
)

test_any_bytes = fuzzed(st.binary(max_size=300))
test_any_text = fuzzed(st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
test_any_signs = fuzzed(st.lists(pieces, max_size=40).map(lambda parts: "".join(parts).encode("utf-8")))


@given(st.integers(0, 400), st.integers(0, 20), st.lists(pieces, max_size=3))
def test_a_good_file_with_a_piece_cut_out_and_another_put_in(start, length, put_in):
    text = (
        HEAD
        + "    ratings: {goals: {chance: '8 of 129'}}\n    pros: [a, 'b']\npeople: [{name: R, weights: {equal: true}}]\n"
    )
    start %= len(text)
    check_fault(fault_of(read_text, text[:start] + "".join(put_in) + text[start + length :]))


@given(st.integers(0, 20_000), st.integers(1, 40))
def test_a_sample_with_a_piece_cut_out(start, length):
    text = sample_path("prostate").read_text(encoding="utf-8")
    check_fault(fault_of(read_text, text[:start] + text[start + length :]))
