import pytest

from compare.case import Case
from compare.errors import CompareError
from compare.preparation import short_on_time, visit_sheet
from compare.samples import sample
from compare.scoring import score
from compare.words import visits as told

CLEAR = {"diagnosis_understood": "Lung cancer", "stage_understood": "IIIA", "goal_understood": "To cure"}


def sheet_of(*visits, **more):
    case = Case(opinions=[{"name": "A", "doctor": "Dr. Fern", "written": True}], preparation={"visits": visits, **more})
    return visit_sheet(case)


@pytest.mark.parametrize("field", CLEAR)
def test_a_visit_is_ready_only_when_all_three_are_clear(field):
    assert sheet_of(CLEAR).is_ready
    assert sheet_of(CLEAR).sentences()[0] == told.READY
    unclear = sheet_of({**CLEAR, field: " "})
    assert not unclear.is_ready
    assert unclear.plain()["ready"] is False


def test_the_next_visit_is_the_first_that_is_not_clear():
    assert sheet_of({**CLEAR, "doctor": "Dr. One"}, {"doctor": "Dr. Two"}).visit.doctor == "Dr. Two"
    assert sheet_of({**CLEAR, "doctor": "Dr. One"}, {**CLEAR, "doctor": "Dr. Two"}).visit.doctor == "Dr. Two"
    assert sheet_of().fields == tuple((label, "") for label, _ in sheet_of().fields)


def test_who_comes_along_who_writes_and_whether_it_is_recorded():
    visit = {"date": "2026-05-10", "support_person": "Ben", "note_taker": "Mia", "recording_consent": True}
    fields = dict(sheet_of(visit).fields)
    assert (fields[told.VISIT_DATE], fields[told.SUPPORT_PERSON], fields[told.NOTE_TAKER]) == (
        "10 May 2026",
        "Ben",
        "Mia",
    )
    assert fields[told.RECORDING] == told.RECORDING_STATE[True]


def test_a_doctor_is_not_asked_again():
    known, new = sheet_of({"doctor": "Dr. Fern"}), sheet_of({"doctor": "Dr. Reed"})
    assert "Can we have this in writing?" not in known.questions
    assert "Can we have this in writing?" in new.questions


def test_short_on_time_leaves_five():
    case = sample("lung-stage-3")
    ready = case.preparation.model_copy(update={"short_on_time": True})
    hurried = case.model_copy(update={"preparation": ready})
    sheet = visit_sheet(hurried)
    assert (sheet.questions, sheet.later) == (short_on_time(score(hurried)).questions, ())


def test_rows_hold_every_block():
    blocks = {row["block"] for row in sheet_of({}).rows()}
    assert blocks == {"visit", "first plan", "must know", "before", "question", "if there is time", "note", "after"}


@pytest.mark.parametrize("place", [-1, 1])
def test_a_visit_that_is_not_there(place):
    case = Case(opinions=[{"name": "A"}], preparation={"visits": [{"doctor": "Dr. One"}]})
    assert visit_sheet(case, 0).visit.doctor == "Dr. One"
    with pytest.raises(CompareError, match="no such visit"):
        visit_sheet(case, place)
