import re

import pytest

from compare.case import Opinion
from compare.case.standard import StandardQuestion, interview_questions, standard_questions
from compare.fields import same_name


def question(key):
    return next(each for each in standard_questions() if each.key == key)


def test_every_text_and_key_stands_once():
    assert len({same_name(each.question) for each in standard_questions()}) == len(standard_questions())
    assert len({each.key for each in standard_questions()}) == len(standard_questions())


def test_every_request_of_the_sources_is_met():
    sources = " ".join(each.source for each in standard_questions()).replace(",", " ").split()
    wanted = [
        *(f"S0-{n}" for n in range(19, 30)),
        *(f"S2-{n}" for n in (18, 19, 20, 21, 22, 24)),
        *(f"S4-{n}" for n in (56, 57, 58, 59, 60, 61, 62)),
    ]
    assert set(wanted) <= set(sources)


@pytest.mark.parametrize(
    ("key", "facts"),
    [
        ("in_writing", {"written": True}),
        ("guideline", {"plan": {"guideline": {"name": "NCCN"}}}),
        ("if_it_fails", {"plan": {"contingencies": ["Other drugs"]}}),
        ("daily_life", {"ratings": {"side_effects": {"daily_life": {"words": "tired"}}}}),
        ("experience", {"doctor": {"patients_per_year": 0}}),
        ("why_better", {"asked": {"why is your plan BETTER for us?": ""}}),
    ],
)
def test_a_fact_or_a_note_settles_a_question(key, facts):
    assert question(key).asked_of(Opinion.model_validate({"name": "A", **facts}))
    assert not question(key).asked_of(Opinion(name="A"))


def test_what_is_not_known_settles_nothing():
    opinion = Opinion.model_validate(
        {"name": "A", "agrees_with_diagnosis": "not stated", "ratings": {"side_effects": {"daily_life": "not asked"}}}
    )
    assert not question("diagnosis").asked_of(opinion)
    assert not question("daily_life").asked_of(opinion)


def test_paths_name_fields_that_exist():
    full = Opinion(name="A")
    for each in standard_questions():
        for path in each.known_from:
            assert hasattr(full, path.split(".")[0]), path
    assert StandardQuestion(key="x", question="Y?").known_from == ()


def test_the_interview_asks_six_things_of_every_doctor_alike():
    sources = " ".join(each.source for each in interview_questions())
    assert len(interview_questions()) == 6
    assert all(f"S2-{number}" in sources for number in (18, 19, 20, 21, 22, 24))


@pytest.mark.parametrize(("key", "fact"), [("in_writing", "written"), ("talk", "talked_with_other_doctor")])
def test_a_fact_that_is_not_so_settles_nothing(key, fact):
    assert question(key).asked_of(Opinion(name="A", **{fact: True}))
    assert not question(key).asked_of(Opinion(name="A", **{fact: False}))


def test_what_speaks_of_another_doctor_needs_two():
    needing = [each for each in standard_questions() if each.needs_two]
    assert needing == [question("why_different"), question("talk")]
    assert all(re.search(r"\bother (one|doctor)\b", each.question) for each in needing)
    assert not any(re.search(r"\bother (one|doctor)\b", e.question) for e in standard_questions() if not e.needs_two)
