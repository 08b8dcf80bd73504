from compare.case import Case
from compare.preparation import records, remote_packet
from compare.samples import sample
from compare.words import visits as told


def test_the_cover_says_who_asks_what():
    cover = dict(remote_packet(sample("lung-stage-3")).cover)
    assert cover[told.WE_ASK] == "Radiation or surgery for Rosa's lung cancer?"
    assert cover[told.ABOUT].startswith("Rosa; Lung cancer")
    assert cover[told.CALL_BACK] == ""


def test_the_index_is_that_of_the_records():
    case = sample("lung-stage-3")
    found = remote_packet(case)
    assert [row[0] for row in found.shown()[1:]] == [each.name for each in records(case).needed]
    assert found.enclosed == ("PET scan", "Tissue blocks")
    assert next(row for row in found.rows() if row["record"] == "Tissue blocks") == {
        "record": "Tissue blocks", "report": False, "more": "tissue", "has_more": True, "sent": "2026-05-08",
    }  # fmt: skip


def test_an_empty_case_is_a_form():
    found = remote_packet(Case(opinions=[{"name": "A"}]))
    assert set(dict(found.cover).values()) == {""}
    assert found.sentences()[0] == told.NOTHING_ENCLOSED
    assert found.plain()["questions"] == list(found.questions)
    assert len(found.questions) > 10


def test_a_record_that_there_is_none_of_is_left_out():
    ready = {"records": {"Operation report": {"needed": False}}}
    found = remote_packet(Case(opinions=[{"name": "A"}], preparation=ready))
    assert "Operation report" not in [row["record"] for row in found.rows()]
