import pytest
from hypothesis import given
from made_up import cases

from compare.case import Case, standard_questions
from compare.errors import CompareError
from compare.samples import sample, sample_names
from compare.statements import question_grid
from compare.words import grid as told


def line(grid, text):
    return next(each for each in grid.lines if text in each.question)


def test_every_state_is_in_sight():
    case = Case(
        opinions=[
            {
                "name": "A",
                "written": True,
                "asked": {"why is your plan BETTER for us?": "It is shorter.", "And pets?": "Yes"},
            },
            {"name": "B", "asked": {"Why is your plan better for us?": " "}},
        ],
        preparation={"questions": [{"question": "Can I work?", "asked_by": "Rosa", "ask": "B"}]},
    )
    grid = question_grid(case)
    assert [said.text for said in line(grid, "better").said] == ["It is shorter.", told.NO_ANSWER]
    assert [said.state for said in line(grid, "in writing").said] == ["answered", "not asked"]
    assert [said.state for said in line(grid, "Can I work").said] == ["somebody else", "not asked"]
    assert [said.state for said in line(grid, "And pets").said] == ["answered", "not asked"]
    assert [each.kind for each in grid.lines] == ["standard"] * len(standard_questions()) + ["own", "other"]
    assert grid.shown()[-2][0] == "Can I work? (Rosa asks)"


def test_what_was_asked_and_not_written_down_is_not_open():
    own = [{"question": "Can I work?", "answered": True}]
    grid = question_grid(Case(opinions=[{"name": "A"}], preparation={"questions": own}))
    assert [(said.text, said.is_open) for said in grid.lines[-1].said] == [(told.NOT_NOTED, False)]


@pytest.mark.parametrize(
    ("facts", "question", "text"),
    [
        ({"plan": {"guideline": {"name": "NCCN", "category": "1"}}}, "guideline", "NCCN, category 1"),
        ({"pros": ["near"], "cons": ["long"]}, "for and against", "For: near; Against: long"),
        ({"philosophy": 2}, "put comfort first", "2 of 5 (1: do all that can be done; 5: comfort first)"),
        ({"doctor": {"patients_per_year": 40}}, "How many people", "40 patients a year"),
        ({"ratings": {"side_effects": {"daily_life": {"words": "tired"}}}}, "daily life", "“tired”"),
        ({"talked_with_other_doctor": True}, "talk with", "The doctors have talked: yes"),
        ({"trials": [{"name": "NADIM"}], "plan": {"trial": {"id": "NCT1"}}}, "trials", "NADIM; Trial: NCT1"),
    ],
)
def test_a_fact_answers_a_question_in_words(facts, question, text):
    grid = question_grid(Case(opinions=[{"name": "A", **facts}, {"name": "B"}]))
    assert [said.text for said in line(grid, question).said] == [
        text.replace("NADIM", "Trials named: NADIM"),
        told.NOT_ASKED,
    ]


def test_one_opinion_is_not_asked_about_another():
    grid = question_grid(Case(opinions=[{"name": "A"}]))
    assert not any("other one" in each.question or "other doctor" in each.question for each in grid.lines)
    assert grid.sentences() == [told.still_to_ask("A", len(grid.lines), len(grid.lines))]


def test_a_mixed_plan_has_no_column():
    grid = question_grid(Case(opinions=[{"name": "A"}, {"name": "B"}, {"name": "Both", "kind": "hybrid"}]))
    assert grid.names == ("A", "B")
    assert grid.shown()[0] == ("", "A", "B")


def test_the_form_holds_the_questions_and_nothing_else():
    grid = question_grid(sample("lung-stage-3"))
    form = grid.empty
    assert [row[0] for row in form.shown()[1:]] == [row[0] for row in grid.shown()[1:]]
    assert {row[1:] for row in form.shown()[1:]} == {(told.TICK, "")}
    assert form.notes()[0].startswith(told.NOTE_TAKER)
    assert all(not each["answers"] for each in form.plain())
    assert not any("Ashgrove" in str(row) for row in form.rows())


@pytest.mark.parametrize("name", sample_names())
def test_missing_and_sentences_agree_with_the_cells(name):
    grid = question_grid(sample(name))
    for place, doctor in enumerate(grid.names):
        asked = [each.question for each in grid.lines if each.said[place].state != "not asked"]
        assert sorted([*asked, *grid.missing(doctor)]) == sorted(each.question for each in grid.lines)


@given(cases())
def test_every_cell_has_a_state_and_every_doctor_a_column(case):
    grid = question_grid(case)
    for each, plain in zip(grid.lines, grid.plain(), strict=True):
        assert len(each.said) == len(grid.names)
        assert list(plain["answers"]) == list(grid.names)
        assert all(said.text or said.state == "somebody else" for said in each.said)


def test_something_else_is_refused():
    with pytest.raises(CompareError, match="Case"):
        question_grid("case")
