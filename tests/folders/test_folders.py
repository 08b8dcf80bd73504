import csv
import io
import json
import shutil
from html.parser import HTMLParser

import openpyxl
import pytest

import compare
from compare import folders
from compare.cli import folders as command
from compare.errors import CompareError
from compare.samples import sample_names, sample_path

TWO = "schema: 1\nquestion: {}\nopinions:\n  - {{name: A, ratings: {{goals: {}}}}}\n  - {{name: B, ratings: {{goals: 40}}}}\npeople:\n  - {{name: Rosa, role: patient, weights: {{points: {{goals: 100, rationale: 0, experience: 0, side_effects: 0, practicality: 0}}}}}}\n"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "cases"
    made.mkdir()
    (made / "a.yaml").write_text(TWO.format("Which?", 90), encoding="utf-8")
    (made / "b.yaml").write_text(TWO.format("'=1+1'", 40), encoding="utf-8")
    (made / "c.yaml").write_text("schema: 1\nopinions: [{nam: A}]\n", encoding="utf-8")
    (made / "d.json").write_text('{"schema": 1, "opinions": [{"name": "Alone"}]}', encoding="utf-8")
    (made / "notes.txt").write_text("not a case")
    (made / ".hidden.yaml").write_text("no")
    return made


def test_every_case_has_its_line_and_a_bad_file_stops_nothing(folder):
    sheet = compare.read_folder(folder)
    assert [(line.file, line.ahead, line.sure) for line in sheet.lines] == [
        ("a.yaml", ("A",), "whatever"),
        ("b.yaml", ("A", "B"), "level"),
        ("d.json", ("Alone",), "one opinion"),
    ]
    assert [fault.file for fault in sheet.faults] == ["c.yaml"]
    assert [row["error"] is None for row in sheet.rows()] == [True, True, False, True]


def test_what_is_wrong_with_a_file_is_told_with_its_place_and_what_to_do(folder):
    row = compare.read_folder(folder).rows()[2]
    assert row["error"].startswith("This key is not known here. (line 2, opinions[1].nam; found: nam; allowed: name, ")
    assert row["error"].endswith("to do: did you mean `name`?)")
    hidden = compare.read_folder(folder, person="Rosa", without_names=True)
    assert [row["error"] for row in hidden.rows() if row["file"] == "c.yaml"] == [
        "This key is not known here. (line 2, opinions[1].nam)"
    ]


@pytest.mark.parametrize("name", sample_names())
def test_a_line_says_what_the_looks_at_the_case_say(name):
    line = next(one for one in compare.read_folder(sample_path(name).parent).lines if one.file == f"{name}.yaml")
    scores = compare.score(compare.sample(name))
    assert line.ahead == scores.leaders
    assert line.flip == compare.what_if(scores).sentence()
    assert (line.open, line.points) == (scores.open_count, compare.balance(scores.case).met)
    assert line.third_opinion == compare.tiebreak(scores).third_opinion


def test_the_weights_of_the_call_count_in_every_case(folder):
    weights = compare.points({"goals": 0, "rationale": 100, "experience": 0, "side_effects": 0, "practicality": 0})
    assert {line.sure for line in compare.read_folder(folder, weights).lines} == {"level", "one opinion"}


def test_a_person_who_is_missing_is_a_fault_of_that_file_alone(folder):
    sheet = compare.read_folder(folder, person="Rosa")
    assert [fault.file for fault in sheet.faults] == ["c.yaml", "d.json"]
    assert [line.whose for line in sheet.lines] == ["Rosa", "Rosa"]


def test_names_can_be_left_out(folder):
    text = str([compare.read_folder(folder, person="Rosa", without_names=True).rows()])
    assert "Rosa" not in text


def test_many_files_on_all_cores_give_what_few_give(folder, monkeypatch):
    one_by_one = compare.read_folder(folder)
    monkeypatch.setattr(folders, "_FEW", 0)
    assert compare.read_folder(folder).rows() == one_by_one.rows()


def test_csv_holds_every_row_and_no_formula(folder):
    sheet = compare.read_folder(folder)
    path = sheet.save(folder / "sheet.csv")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [row["file"] for row in rows] == ["a.yaml", "b.yaml", "c.yaml", "d.json"]
    assert (rows[1]["question"], rows[1]["ahead"]) == ("'=1+1", "A; B")
    assert rows[2]["error"].startswith("This key is not known here.")


def test_xlsx_holds_every_case_and_no_formula(folder):
    path = compare.read_folder(folder).save(folder / "sheet.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row if cell.value]
    assert all(cell.data_type != "f" for cell in cells)
    texts = "\n".join(str(cell.value) for cell in cells)
    assert all(word in texts for word in ("a.yaml", "d.json", "c.yaml was not read", "whatever is still open"))


class Cells(HTMLParser):
    """The texts of a page's table, row by row."""

    def __init__(self):
        super().__init__()
        self.rows = []

    def handle_starttag(self, tag, _):
        if tag == "tr":
            self.rows.append("")

    def handle_data(self, data):
        if self.rows:
            self.rows[-1] += data


def test_the_page_holds_every_case(folder):
    page = Cells()
    page.feed(compare.read_folder(folder).save(folder / "sheet.html").read_text(encoding="utf-8"))
    assert len(page.rows) >= 4
    assert "A and B" in page.rows[2]


def test_another_ending_is_refused(folder):
    with pytest.raises(CompareError, match="A worksheet"):
        compare.read_folder(folder).save(folder / "sheet.txt")


def test_the_command_prints_saves_and_counts(folder, opinions):
    done = opinions("compare", folder, "-o", folder.parent / "sheet.csv")
    assert (done.code, done.err) == (0, "")
    assert "3 cases; 1 file could not be read" in done.out
    assert "c.yaml was not read." in done.out
    found = json.loads(opinions("compare", folder, "--json").out)
    assert (found["cases"], found["faults"], len(found["rows"])) == (3, 1, 4)


def test_a_folder_without_one_good_case_is_refused(folder, opinions):
    for name in ("a.yaml", "b.yaml", "d.json"):
        (folder / name).unlink()
    shutil.copy(folder / "c.yaml", folder / "e.yaml")
    done = opinions("compare", folder)
    assert (done.code, done.lines[0]) == (2, "c.yaml, line 2, opinions[1].nam")
    assert "1 more" in done.err
    (folder / "c.yaml").unlink()
    (folder / "e.yaml").unlink()
    assert "no case in this folder" in opinions("compare", folder).err


def test_a_worksheet_needs_a_folder(folder, opinions):
    done = opinions("compare", folder / "a.yaml", "-o", folder / "sheet.csv")
    assert done.code == 2
    assert not (folder / "sheet.csv").exists()


@pytest.mark.parametrize("name", ["a.csv", "c.yaml"])
def test_a_worksheet_never_takes_the_place_of_a_case(folder, opinions, name):
    compare.save(compare.read(folder / "a.yaml"), folder / "a.csv")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = opinions("compare", folder, "-o", folder / name)
    assert done.code == 2
    assert done.lines[:2] == [name, "The result would take the place of the file it is made from; nothing was written."]
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("ending", ["csv", "xlsx", "html"])
def test_a_worksheet_kept_beside_its_cases_is_no_case(folder, opinions, ending):
    first = opinions("compare", folder, "-o", folder / f"sheet.{ending}")
    again = opinions("compare", folder, "-o", folder / f"sheet.{ending}")
    assert (again.code, again.out) == (0, first.out)


def test_what_only_looks_like_a_worksheet_is_told_of(folder):
    for name, content in {
        "e.csv": b"file,other\n",
        "f.csv": b"\xff\xfe\xff",
        "g.xlsx": b"PK\x03\x04 torn",
        "h.csv": b"",
    }.items():
        (folder / name).write_bytes(content)
    assert [fault.file for fault in compare.read_folder(folder).faults] == [
        "c.yaml",
        "e.csv",
        "f.csv",
        "g.xlsx",
        "h.csv",
    ]


def test_a_terminal_without_a_progress_bar_stops_nothing(folder, opinions, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setattr(command, "_SHOWS_PROGRESS", 1)
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    assert opinions("compare", folder).code == 0
