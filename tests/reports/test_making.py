"""What goes on the page."""

from __future__ import annotations

import pytest
from papers import paper_of

import compare
from compare import words
from compare.reports import Report, captions, report
from compare.reports.parts import Cards, Questions, Table
from compare.words import headings


def by_title(made: Report) -> dict[str, object]:
    return {part.title: part for part in made.parts}


def made(case: compare.Case) -> dict[str, object]:
    return by_title(report(compare.score(case)))


@pytest.fixture(scope="module")
def prostate():
    return by_title(paper_of("prostate"))


def test_the_first_part_is_the_explanation(prostate):
    scores = compare.score(compare.sample("prostate"))
    assert prostate[captions.IN_SHORT].texts == compare.explain(scores)


def test_every_answer_stands_in_the_table_with_its_value_and_its_source(prostate):
    table = prostate[headings.WHAT_WAS_SAID]
    row = dict(table.rows)["Chance of the goal named"]
    assert [cell.text for cell in row] == [
        "yes: 98 of 100, no: 2 (541 of 553)",
        "yes: 97 of 100, no: 3 (529 of 545)",
        "yes: 97 of 100, no: 3 (528 of 545)",
    ]
    assert all("[1]" in cell.remark for cell in row)
    assert row[0].number == "98 (96 to 99)"


def test_an_open_answer_says_why_it_is_open(prostate):
    row = dict(prostate[headings.WHAT_WAS_SAID].rows)["Severe side effects"]
    assert [(cell.text, cell.is_open) for cell in row] == [
        ("words only; “Quite rare in my hands”", True),
        ("asked, no answer", True),
        ("not asked", True),
    ]
    assert row[0].remark == "Dr. Brannoch"


def test_a_chance_is_told_both_ways_with_its_time_and_group(prostate):
    cell = dict(prostate[headings.CHANCES].rows)["Died of prostate cancer"][0]
    assert cell.text == "yes: 2 of 100, no: 98 (12 of 553)"
    assert "15 years" in cell.remark
    assert "ProtecT" in cell.remark


def test_a_chance_without_its_time_says_so():
    effect = {"name": "tiredness", "chance": "8 of 129"}
    parts = made(compare.Case(opinions=[{"name": "A", "side_effects": [effect]}, {"name": "B"}]))
    mine, other = dict(parts[headings.CHANCES].rows)["tiredness"]
    assert words.TIME_NOT_STATED in mine.remark
    assert other.is_open


def test_the_weights_of_each_person_add_up(prostate):
    table = prostate[captions.MATTERS]
    assert isinstance(table, Table)
    *rows, fits = table.rows
    for place in range(len(table.heads) - 1):
        assert sum(int(cells[place].text) for _, cells in rows) == pytest.approx(100, abs=2)
    assert fits[1][0].text == "Active surveillance"


def test_sources_are_numbered_once_each(prostate):
    texts = prostate[captions.SOURCES].texts
    numbered = [text for text in texts if text.startswith("[")]
    assert [text.split("]")[0] for text in numbered] == [f"[{place}" for place in range(1, len(numbered) + 1)]
    assert len({text.partition("] ")[2] for text in numbered}) == len(numbered)


def test_nothing_known_gives_a_page_all_the_same():
    parts = made(compare.Case(opinions=[{"name": "A"}, {"name": "B"}]))
    assert parts[captions.MATTERS].texts == [captions.NO_PEOPLE]
    assert isinstance(parts[captions.ASK], Questions)
    assert isinstance(parts[headings.FOR_AND_AGAINST], Cards)
    assert headings.CHANCES not in parts
    assert headings.WHO_AND_WHAT not in parts


def test_a_criterion_rated_as_a_whole_gets_a_row_of_its_own():
    case = compare.Case(opinions=[{"name": "A", "ratings": {"goals": 70}}, {"name": "B"}])
    rows = made(case)[headings.WHAT_WAS_SAID].rows
    whole = [cells for label, cells in rows if label == headings.WHOLE]
    assert [[cell.text for cell in cells] for cells in whole] == [["70", ""]]


def test_everything_known_leaves_no_answer_open_but_more_to_ask():
    case = compare.Case.model_validate(
        {
            "criteria": [{"key": "goals", "question": "How well does it fit?"}],
            "opinions": [{"name": "A", "ratings": {"goals": 70}}, {"name": "B", "ratings": {"goals": 30}}],
        }
    )
    parts = made(case)
    assert captions.OPEN_ANSWERS not in parts
    assert not any("How well does it fit?" in text for text in parts[captions.ASK].texts)
    assert any("Do you agree with the diagnosis?" in text for text in parts[captions.ASK].texts)


def test_the_tests_for_targets_stand_with_the_findings():
    parts = by_title(paper_of("lung-stage-3"))
    tests = dict(parts[headings.WHO_AND_WHAT].rows)[headings.TESTS]
    assert any("not done" in cell.text for cell in tests)


def test_every_look_has_its_part(prostate):
    looks = {
        captions.WHAT_IF, captions.HOW_OFTEN, captions.DIFFERENCES, f"{captions.CHANCES_DRAWN} (1 of 3)", captions.PEOPLE,
        captions.OPEN_ANSWERS, captions.ASK, captions.STILL_LACKING,
    }  # fmt: skip
    assert looks <= set(prostate)
    assert prostate[captions.WHAT_IF].points == compare.what_if(compare.score(compare.sample("prostate"))).sentences()


def test_one_opinion_has_nothing_that_could_change_the_order():
    parts = made(compare.Case(opinions=[{"name": "A", "ratings": {"goals": 70}}]))
    assert captions.WHAT_IF not in parts
    assert captions.HOW_OFTEN not in parts
    assert parts[captions.ASK].texts


def test_what_was_decided_stands_on_the_page():
    parts = by_title(paper_of("lymphoma"))
    assert dict(parts[headings.WHAT_WAS_DECIDED].rows)[headings.HOW_SURE][0].text == "9 of 10"


def test_the_page_says_what_was_drawn_at_random_and_from_which_seed():
    scores = compare.score(compare.sample("prostate"))
    assert any("100,000 random draws, seed 7" in line for line in report(scores, seed=7).about)
    alone = compare.score(compare.Case(opinions=[{"name": "A"}]))
    assert any("nothing was drawn at random" in line for line in report(alone).about)
