from compare.case import Case, standard_questions
from compare.preparation.asking import doctor_of, first_questions, later_questions, own_questions, questions_for

DOCTORS = [
    {"name": "A", "doctor": "Dr. Fern", "written": True, "asked": {"Can I work?": "Half days"}},
    {"name": "B", "doctor": "Dr. Moss"},
]
OWN = [
    {"question": "Can I work?"},
    {"question": "Can I fly?", "ask": "Dr. Moss"},
    {"question": "Is it safe?", "answered": True},
]
CASE = Case(opinions=DOCTORS, preparation={"questions": OWN})
FERN, MOSS = CASE.opinions


def test_a_doctor_is_found_by_either_name():
    assert doctor_of(CASE, " dr. MOSS ") is MOSS
    assert doctor_of(CASE, "a") is FERN
    assert doctor_of(CASE, "Dr. Reed") is doctor_of(CASE, None) is None


def test_own_questions_go_to_whom_they_are_for():
    assert [own.question for own in own_questions(CASE, FERN)] == []
    assert [own.question for own in own_questions(CASE, MOSS)] == ["Can I work?", "Can I fly?"]
    assert [own.question for own in own_questions(CASE)] == ["Can I work?"]


def test_a_doctor_nobody_has_seen_is_asked_everything_once():
    everything = [question.question for question in standard_questions()]
    assert sorted(questions_for(CASE)) == sorted(["Can I work?", *everything])


def test_what_was_answered_is_not_asked_again():
    assert "Can we have this in writing?" not in questions_for(CASE, FERN)
    assert "Can we have this in writing?" in questions_for(CASE, MOSS)
    alone = Case(opinions=DOCTORS[:1])
    assert "Would you talk with the other doctor?" not in questions_for(alone, alone.opinions[0])


def test_own_then_urgent_then_alike_then_the_rest():
    by_text = {question.question: question for question in standard_questions()}
    ranks = [
        0 if text not in by_text else 1 if by_text[text].urgent else 2 if by_text[text].interview else 3
        for text in questions_for(CASE, MOSS)
    ]
    assert ranks == sorted(ranks)
    assert set(first_questions(CASE, MOSS)).isdisjoint(later_questions(CASE, MOSS))
