from compare.case import Case, interview_questions
from compare.preparation import difference_interview
from compare.words import visits as told


def test_who_was_asked_what():
    rows = [{"name": "A", "doctor": "Dr. Fern", "written": True}, {"name": "B"}, {"name": "Mix", "kind": "hybrid"}]
    found = difference_interview(Case(opinions=rows))
    assert list(found.missing) == ["A", "B"]
    assert set(found.missing["B"]) - set(found.missing["A"]) == {"Can we have this in writing?"}
    assert found.sentences()[0].startswith("Not yet asked of Dr. Fern (A): “Why does your plan differ")
    assert [row[1:] for row in found.shown() if row[0] == "Can we have this in writing?"] == [("☑", "☐")]


def test_every_doctor_is_asked_alike():
    asked = {question.question: "yes" for question in interview_questions()}
    found = difference_interview(Case(opinions=[{"name": "A", "asked": asked}, {"name": "B", "asked": asked}]))
    assert found.sentences() == [told.ALL_INTERVIEWED]
    assert found.plain() == {"questions": list(asked), "missing": {"A": [], "B": []}}
    assert all(row["A"] and row["B"] for row in found.rows())


def test_one_doctor_is_not_asked_about_another():
    found = difference_interview(Case(opinions=[{"name": "A"}]))
    assert len(found.questions) == len(found.missing["A"]) == len(interview_questions()) - 2
