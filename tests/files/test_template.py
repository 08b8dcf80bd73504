import csv
import io

import pytest

from compare.case import built_in_criteria
from compare.files import ENDINGS, new_case_bytes, new_case_text, read_data, read_text, written_as
from compare.scoring import score

CASE = read_text(new_case_text())
FORM = list(csv.reader(io.StringIO(new_case_bytes(".csv").decode("utf-8-sig"), newline="")))


def test_the_template_is_a_valid_case_with_everything_open():
    scores = score(CASE)
    assert len(CASE.opinions) == 2
    assert sum(len(scores.open_answers(name)) for name in CASE.names) == scores.answer_count == 40
    assert all(why == "not asked" for name in CASE.names for *_, why in scores.open_answers(name))
    assert {(total.low, total.high) for total in scores.totals.values()} == {(0, 100)}


def test_nobody_has_given_weights_yet():
    assert CASE.speaker is None


@pytest.mark.parametrize(
    "attribute", [a for criterion in built_in_criteria() for a in criterion.attributes], ids=lambda a: a.key
)
def test_every_question_and_both_ends_stand_beside_the_answer(attribute):
    text = " ".join(line.strip(" #") for line in new_case_text().splitlines())
    text = " ".join(text.split())
    for part in (attribute.question, *attribute.anchors):
        assert " ".join(part.split()) in text


def test_the_lines_about_weights_can_be_used():
    for line in ("points", "ranking"):
        text = new_case_text().replace(f"      # {line}: ", f"      {line}: ")
        assert read_text(text).people[0].weights.how == line


def test_an_answer_written_into_the_template_counts():
    text = new_case_text().replace("        evidence:\n", "        evidence: 2A\n", 1)
    assert read_text(text).opinions[0].ratings["rationale"]["evidence"].answer == "2A"


def test_no_line_is_too_long_for_a_screen():
    assert max(map(len, new_case_text().splitlines())) <= 170


@pytest.mark.parametrize("ending", [".yaml", ".json", ".csv"])
def test_the_template_in_every_format_that_is_text(ending):
    assert read_text(written_as(CASE, ending), ending) == CASE


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_form_in_every_format_is_a_valid_case_with_everything_open(ending):
    case = read_data(new_case_bytes(ending), ending)
    assert case.names == CASE.names
    assert case.people == CASE.people
    assert case.nothing_known
    assert case.decision is None


@pytest.mark.parametrize(
    "attribute", [a for criterion in built_in_criteria() for a in criterion.attributes], ids=lambda a: a.key
)
def test_every_question_and_both_ends_stand_beside_the_answer_in_csv(attribute):
    row = next(row for row in FORM if row[2] == "ratings" and row[4] == attribute.key)
    for part in (attribute.question, *attribute.anchors):
        assert part in row[8]


def test_a_form_in_csv_can_be_filled_in():
    rows = [[*row[:7], "2A", row[8]] if row[4] == "evidence" else row for row in FORM]
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    case = read_text(stream.getvalue(), ".csv")
    assert [opinion.ratings["rationale"]["evidence"].answer for opinion in case.opinions] == ["2A", "2A"]


@pytest.mark.parametrize("criterion", built_in_criteria(), ids=lambda criterion: criterion.key)
def test_both_ends_of_every_part_stand_where_weights_are_asked_for(criterion):
    text = " ".join(" ".join(line.strip(" #") for line in new_case_text().splitlines()).split())
    asked = text[text.index("weights:") : text.index("points: {")]
    row = next(row for row in FORM if row[2:5] == ["weights", "points", criterion.key])
    for end in criterion.anchors:
        assert " ".join(end.split()) in asked
        assert end in row[8]
