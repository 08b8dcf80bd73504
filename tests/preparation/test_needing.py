import re

import pytest
from hypothesis import given
from made_up import cases

from compare.case import Case
from compare.errors import CompareError
from compare.preparation import reasons_to_ask
from compare.samples import sample, sample_names
from compare.words import needing as told

EMPTY = Case(opinions=[{"name": "A"}])


def ground(found, key):
    return next(each for each in found.grounds if each.item.key == key)


def test_an_empty_case_ticks_and_sees_nothing():
    found = reasons_to_ask(EMPTY)
    assert not any(each.holds for each in found.grounds)
    assert found.sentence() == told.NOTHING_TICKED
    assert (found.in_short()[-1], found.held) == (told.NOTHING_TICKED, ())


def test_ticks_by_key_label_and_other_spellings_and_own_words_kept():
    ready = {"triggers": ["rare", "a TRIAL is offered", "Gut feeling"], "reasons": ["other treatments"]}
    found = reasons_to_ask(Case(opinions=[{"name": "A"}], preparation=ready))
    assert [each.item.key for each in found.grounds if each.is_ticked] == ["trial", "rare", "options"]
    assert found.own == ("Gut feeling",)
    assert told.own_point("Gut feeling") in found.sentences()
    assert found.shown()[-1][0] == "Gut feeling"


@pytest.mark.parametrize("name", sample_names())
def test_what_the_samples_ticked_is_found_in_the_list(name):
    case = sample(name)
    assert reasons_to_ask(case).own == ()


def test_there_is_no_score_and_no_count():
    for name in sample_names():
        found = reasons_to_ask(sample(name))
        texts = [text for text in found.sentences() if not text.startswith("Decide by")]
        assert not re.search(r"\d", " ".join(texts))
        assert not any(
            isinstance(value, (int, float)) and not isinstance(value, bool)
            for row in found.rows()
            for value in row.values()
        )


def test_how_long_it_can_wait_comes_first():
    patient = {"fast_growing": True, "fast_growing_said_by": "Dr. Fern"}
    case = Case(opinions=[{"name": "A"}], patient=patient, decide_by="2026-05-04", decide_by_said_by="Dr. Fern")
    first, second, *_ = reasons_to_ask(case).sentences()
    assert first == "This cancer is noted as growing fast. Ask Dr. Fern first how long it is safe to wait."
    assert second == "Decide by 4 May 2026, said by Dr. Fern."
    assert reasons_to_ask(EMPTY).sentences()[-1] == told.ASK_FOR_TIME


@given(cases())
def test_any_case_works_and_plain_holds_all(case):
    found = reasons_to_ask(case)
    plain = found.plain()
    assert [each["key"] for each in plain["grounds"]] == [each.item.key for each in found.grounds]
    assert len(found.rows()) == len(found.grounds) + len(found.waiting)


def test_something_else_is_refused():
    with pytest.raises(CompareError, match="Case"):
        reasons_to_ask({})
