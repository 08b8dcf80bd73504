import pytest

from compare.case import built_in_criteria
from compare.files import new_case_text, read_text, written_as
from compare.scoring import score

CASE = read_text(new_case_text())


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


@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_the_template_in_both_formats(ending):
    assert read_text(written_as(CASE, ending), ending) == CASE
