"""The doctors who might be asked: what is known, what to find out; nobody is ranked and reviews never count."""

from __future__ import annotations

import json

import compare
from compare.case.preparation import Specialist
from compare.preparation import specialists
from compare.preparation.experts import Point
from compare.preparation.lists import checklist
from compare.words import gathering as told


def noted(*doctors):
    return specialists(compare.Case(opinions=[{"name": "A"}], preparation={"specialists": list(doctors)}))


def test_every_point_is_a_field_of_a_specialist_and_belongs_to_a_group():
    for point in checklist("specialist", Point):
        assert point.field in Specialist.model_fields
        assert point.group in told.GROUPS
        assert point.question.endswith("?")


def test_reviews_are_noted_and_never_asked_for():
    found = noted({"name": "Dr. Ember", "reviews": "five stars"})
    assert not any(point.field == "reviews" for point in found.open_points(found.doctors[0]))
    assert ("What others say", "five stars") in found.shown()
    assert told.NOT_RANKED in found.sentences()


def test_the_order_is_that_of_the_file():
    found = noted({"name": "Dr. Few", "years": 1}, {"name": "Dr. Many", "years": 40})
    assert found.names == ("Dr. Few", "Dr. Many")
    assert found.shown()[0] == ("", "Dr. Few", "Dr. Many")


def test_what_is_not_known_is_asked():
    found = noted({"name": "Dr. Ember", "years": 12, "by_video": "not known"})
    fields = [point.field for point in found.open_points(found.doctors[0])]
    assert "years" not in fields
    assert {"by_video", "travel", "specialty"} <= set(fields)


def test_without_a_doctor_there_is_what_to_find_out_and_where_to_ask():
    found = specialists(compare.Case(opinions=[{"name": "A"}]))
    assert len(found.shown()) == 1 + len(found.points)
    assert any("Ask for more than one name" in text for text in found.sentences())


def test_a_doctor_without_a_name_still_has_one():
    assert noted({"centre": "Elm"}).names == ("Doctor 1",)


def test_json_names_what_is_known_and_what_is_open():
    plain = json.loads(json.dumps(specialists(compare.sample("getting-ready")).plain()))
    first, second = plain["specialists"]
    assert first["known"]["surgeon"] == "35"
    assert "Can the visit be by video?" not in first["open"]
    assert second["known"]["reviews"].startswith("Takes his time")
