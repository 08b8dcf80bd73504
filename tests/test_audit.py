import json
import re
from importlib.resources import files

import pytest
from hypothesis import given
from made_up import cases

from compare.audit import balance
from compare.audit.detail import TIMES
from compare.audit.doubles import near
from compare.audit.standards import _CHECKS
from compare.case import Case
from compare.decisions import combine
from compare.errors import CompareError
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.trees import parse_yaml
from compare.weights import points as points_for
from compare.words import evenness as told

PERCENT = {"linear": {"worst": 0, "best": 100}}
IDS = [
    *(f"Q{n}" for n in range(1, 7)),
    *(f"C{n}" for n in range(1, 7)),
    *(f"QL{n}" for n in range(1, 24)),
]


def attribute(key, **more):
    return {"key": key, "value": PERCENT, **more}


def two(first=None, second=None, **more):
    """Return a case with the opinions A and B."""
    return Case(opinions=[{"name": "A", **(first or {})}, {"name": "B", **(second or {})}], **more)


def point(case, name):
    return next(found for found in balance(case).points if found.id == name)


# Equal detail


def test_an_opinion_told_in_more_than_one_and_a_half_times_the_detail_is_named_with_the_other():
    found = balance(two({"pros": list("abcd")}, {"pros": list("ab")})).uneven
    assert [(pair.what, pair.more, pair.less, pair.most, pair.least) for pair in found] == [
        ("cells", "A", "B", 4, 2),
        ("words", "A", "B", 4, 2),
    ]
    assert found[0].missing == (told.PROS,)


def test_exactly_one_and_a_half_times_is_even():
    found = balance(two({"pros": list("abc")}, {"pros": list("ab")}))
    assert found.uneven == ()
    assert found.sentences()[0] == told.EVEN


def test_many_words_on_one_side_are_said_although_the_cells_are_equal():
    found = balance(two({"pros": ["one two three four"]}, {"pros": ["one two"]})).uneven
    assert [(pair.what, pair.most, pair.least) for pair in found] == [("words", 4, 2)]


def test_what_is_missing_most_is_the_part_with_the_widest_gap():
    criteria = [
        {"key": "home", "label": "Home", "attributes": [attribute(f"h{n}") for n in range(4)]},
        {"key": "goals"},
    ]
    full = {"ratings": {"home": {f"h{n}": 5 for n in range(4)}, "goals": 5}, "cons": ["x"]}
    found = balance(two(full, {"ratings": {"goals": 7}, "cons": ["x"]}, criteria=criteria)).uneven
    assert found[0].missing == ("Home",)


def test_words_of_answers_pros_findings_and_plans_count_and_names_do_not():
    said = {
        "ratings": {"goals": {"words": "one two"}},
        "findings": {"stage": "three"},
        "plan": {"name": "four five"},
        "pros": ["six"],
        "asked": {"Not counted at all?": "seven"},
        "side_effects": [{"name": "Not counted", "lasts": "eight", "chance": {"words": "nine"}}],
        "doctor": {"name": "Not Counted"},
    }
    assert [detail.words for detail in balance(two(said)).details] == [9, 0]


def test_an_open_answer_is_room_and_not_filled_in():
    (detail, _) = balance(two({"ratings": {"goals": 5}}, criteria=[{"key": "goals"}, {"key": "home"}])).details
    assert (detail.answers, detail.room, detail.cells) == (1, 2, 1)


def test_one_opinion_or_nothing_told_is_not_uneven():
    assert balance(Case(opinions=[{"name": "A"}])).sentence() == told.ONE
    assert balance(two()).sentence() == told.NOTHING
    assert balance(two()).uneven == ()


def test_a_plan_put_together_by_the_family_is_not_told_in_less_detail():
    plans = [{"name": name, "plan": {"modalities": [name]}, "pros": list("abcd")} for name in ("surgery", "radiation")]
    mixed = combine(Case(opinions=plans), "Both", {"surgery": "surgery", "radiation": "radiation"})
    found = balance(mixed)
    assert [detail.opinion for detail in found.details] == ["surgery", "radiation", "Both"]
    assert (found.uneven, found.sentence()) == ((), told.EVEN)
    assert point(mixed, "C1").met


def test_with_one_opinion_no_numbers_stand_side_by_side():
    for effects in ([], [{"name": "Pain", "chance": 5}]):
        found = point(Case(opinions=[{"name": "Only", "side_effects": effects}]), "QL6")
        assert (found.met, found.why) == (False, "There is one opinion so far, so no numbers stand side by side yet.")


def test_something_else_than_a_case_is_refused():
    with pytest.raises(CompareError, match="takes a Case"):
        balance("case.yaml")


@given(cases(least=2))
def test_the_order_of_opinions_and_criteria_changes_no_finding(case):
    turned = case.model_copy(update={"opinions": case.opinions[::-1], "criteria": case.criteria[::-1]})
    for part in ("details", "uneven", "doubles", "points", "loaded"):
        first, second = getattr(balance(case), part), getattr(balance(turned), part)
        assert len(first) == len(second)
    counts = [{(p.what, p.more, p.less, p.most, p.least) for p in balance(c).uneven} for c in (case, turned)]
    assert counts[0] == counts[1]
    assert [p.met for p in balance(case).points] == [p.met for p in balance(turned).points]


@given(cases(least=2))
def test_only_more_than_the_limit_is_uneven(case):
    found = balance(case)
    assert all(pair.most > TIMES * pair.least for pair in found.uneven)
    cells = [detail.cells for detail in found.details]
    assert any(pair.what == "cells" for pair in found.uneven) == (max(cells) > TIMES * min(cells))


@given(cases(least=3))
def test_removing_an_opinion_leaves_what_is_counted_of_the_others(case):
    fewer = case.model_copy(update={"opinions": case.opinions[1:]})
    assert balance(fewer).details == balance(case).details[1:]
    assert balance(fewer).chances == balance(case).chances[1:]


# Counting twice


def test_answers_under_two_criteria_on_one_source_are_named():
    criteria = [{"key": key, "attributes": [attribute(f"{key}1")]} for key in ("goals", "home")]
    ratings = {"goals": {"goals1": {"answer": 5, "source": "Smith 2020"}}}
    ratings["home"] = {"home1": {"answer": 5, "source": "smith 2020 "}}
    (double,) = balance(two({"ratings": ratings}, {"ratings": ratings}, criteria=criteria)).doubles
    assert (double.why, double.opinions, double.source) == ("source", ("A", "B"), "Smith 2020")
    assert double.places == ("goals1 (goals)", "home1 (home)")


def test_one_source_within_one_criterion_is_not_counted_twice():
    criteria = [{"key": "goals", "attributes": [attribute("one"), attribute("two")]}, {"key": "home"}]
    answer = {"answer": 5, "source": "Smith 2020"}
    assert balance(two({"ratings": {"goals": {"one": answer, "two": answer}}}, criteria=criteria)).doubles == ()


@pytest.mark.parametrize(
    ("one", "other", "is_double"),
    [
        ({"key": "a", "label": "Days in hospital"}, {"key": "b", "label": "Days in  hospitals"}, True),
        ({"key": "a", "question": "How long is the way?"}, {"key": "b", "question": "How long is the way"}, True),
        ({"key": "a", "label": "Tired"}, {"key": "a", "label": "Far"}, True),
        ({"key": "a", "label": "Alive at 2 years"}, {"key": "b", "label": "Alive at 5 years"}, False),
        ({"key": "a", "label": "Tired"}, {"key": "b", "label": "Far"}, False),
    ],
)
def test_questions_that_are_nearly_the_same_under_two_criteria_are_named(one, other, is_double):
    criteria = [{"key": "x", "attributes": [attribute(**one)]}, {"key": "y", "attributes": [attribute(**other)]}]
    assert bool(balance(two(criteria=criteria)).doubles) == is_double


def test_the_built_in_questions_ask_nothing_twice():
    assert [double for double in balance(two()).doubles if double.why == "alike"] == []


def test_one_thing_under_two_names_is_named_unless_one_doctor_names_both():
    first, second = ({"outcomes": [{"name": name}]} for name in ("Alive at 5 years", "Alive after 5 years"))
    (double,) = balance(two(first, second)).doubles
    assert (double.why, set(double.places)) == ("name", {"Alive at 5 years", "Alive after 5 years"})
    both = {"outcomes": first["outcomes"] + second["outcomes"]}
    assert balance(two(both, second)).doubles == ()


@pytest.mark.parametrize(("one", "other"), [("", ""), ("Pain", "Tired"), ("Year 5", "Year 7")])
def test_other_texts_are_not_alike(one, other):
    assert not near(one, other)
    assert near("Tired for weeks", "tired for weeks ")


def test_splitting_a_criterion_does_not_raise_its_weight_and_that_is_said():
    whole = [{"key": "goals"}, {"key": "effects", "attributes": [attribute("e1")]}]
    split = [{"key": "goals"}, {"key": "effects", "attributes": [attribute(f"e{n}") for n in range(3)]}]
    given_points = points_for({"goals": 50, "effects": 50})
    shares = [score(two(criteria=criteria), given_points).weights["effects"] for criteria in (whole, split)]
    assert shares == [0.5, 0.5]
    assert told.SPLITTING in balance(two(criteria=split)).notes()


# Options, numbers, words


@pytest.mark.parametrize(
    ("plan", "options", "waiting"),
    [
        ({"modalities": ["active surveillance"]}, [], "planned"),
        ({"intent": "watchful waiting"}, [], "planned"),
        ({"modalities": ["surgery"]}, [{"option": "Watch and wait", "considered": False}], "answered"),
        ({}, [{"option": "No treatment now", "why": "Not wanted"}], "answered"),
        ({}, [{"option": "No treatment now"}], "named"),
        ({}, [{"option": "Another clinic", "considered": True}], "missing"),
        ({}, [], "missing"),
    ],
)
def test_whether_somebody_thought_of_no_treatment_now(plan, options, waiting):
    found = balance(two({"plan": plan}, other_options=options))
    assert found.options.waiting == waiting
    assert (told.NO_WAITING in found.sentences()) == (waiting == "missing")
    assert point(found.case, "QL1").met == (waiting in {"planned", "answered"})


def test_numbers_without_time_group_or_source_are_counted_by_opinion():
    full = {"answer": 5, "time": "1 year", "group": "Men", "source": "Smith"}
    effects = [full, {"answer": [1, 2]}, {"answer": "8 of 129", "said_by": "Dr. X"}, {"words": "rare"}]
    named = [{"name": f"E{place}", "chance": chance} for place, chance in enumerate(effects)]
    found = balance(two({"side_effects": named}))
    one, other = found.chances
    assert (one.numbers, one.no_time, one.no_group, one.no_source, one.only_words) == (3, 2, 2, 1, 1)
    assert other.numbers == 0
    assert "Numbers with no time stated: 2 of 3 for A." in found.sentences()


def test_answers_that_count_people_count_as_numbers():
    criteria = [{"key": "k", "attributes": [attribute("a", unit="of 100 people"), attribute("b", unit="km")]}]
    found = balance(two({"ratings": {"k": {"a": 5, "b": 7}}}, criteria=criteria))
    assert found.chances[0].numbers == 1


@pytest.mark.parametrize(
    ("more", "place", "word"),
    [
        ({"question": "Give  up, or go on?"}, told.QUESTION, "give up"),
        ({"opinions": [{"name": "The best plan"}]}, "the name “The best plan”", "best"),
        ({"criteria": [{"key": "k", "label": "Poison"}]}, "the label “Poison”", "poison"),
        ({"criteria": [{"key": "k", "question": "Is it a MIRACLE?"}]}, "the question on “k”", "miracle"),
    ],
)
def test_words_that_push_to_one_side_are_named_with_their_place(more, place, word):
    found = balance(Case(**{"question": "Which?", "opinions": [{"name": "A"}], **more}))
    assert [(loaded.place, loaded.word) for loaded in found.loaded] == [(place, word)]
    assert found.loaded[0].instead in " ".join(found.sentences())


def test_doctors_own_words_are_never_judged():
    said = {
        "pros": ["The best"],
        "notes": "poison",
        "ratings": {"goals": {"words": "A miracle"}},
        "plan": {"name": "best"},
    }
    assert balance(two(said)).loaded == ()


@pytest.mark.parametrize("text", ["Bestow", "A wrongful act", "We give it up"])
def test_parts_of_other_words_do_not_count(text):
    assert balance(two(question=text)).loaded == ()


@pytest.mark.parametrize("name", sample_names())
def test_the_samples_and_the_built_in_criteria_have_no_loaded_words(name):
    assert balance(sample(name)).loaded == ()


# The points


def test_there_are_35_points_in_three_groups():
    found = balance(two()).points
    assert [p.id for p in found] == IDS
    assert [sum(p.group == group for p in found) for group in ("qualifying", "certification", "quality")] == [6, 6, 23]


def test_every_check_that_the_data_name_is_there_and_none_is_idle():
    text = files("compare").joinpath("data", "ipdasi.yaml").read_text(encoding="utf-8")
    given_points = parse_yaml(text).plain()["points"]
    assert sorted(p["check"] for p in given_points if p["met_by"] == "case") == sorted(_CHECKS)
    assert {p["met_by"] for p in given_points} == {"case", "software", "nobody yet"}
    assert all(
        set(p) >= {"case": {"met", "open"}, "software": {"met"}, "nobody yet": {"open"}}[p["met_by"]]
        for p in given_points
    )


def test_what_nobody_has_done_is_never_met():
    undone = {p.id for p in balance(sample("prostate")).points if p.met_by == "nobody yet"}
    assert undone >= {*(f"QL{n}" for n in range(12, 18)), "QL22", "QL23"}
    assert all(not p.met for name in sample_names() for p in balance(sample(name)).points if p.met_by == "nobody yet")


def test_an_empty_case_meets_only_what_the_program_meets():
    met = [p for p in balance(two()).points if p.met]
    assert {p.id for p in met if p.met_by == "case"} == {"C1"}
    assert {p.id for p in met if p.met_by == "software"} == {
        "QL2", "QL5", "QL7", "QL8", "QL9", "QL10", "QL11", "QL21",
    }  # fmt: skip


def full_case(**less):
    """Return a case that meets every point that a case can meet, with some fields taken away."""
    chance = {"answer": [5, 9], "time": "1 year", "group": "Men", "source": "Smith"}
    opinion = {
        "plan": {"name": "Plan", "modalities": ["active surveillance"]},
        "pros": ["near"],
        "cons": ["far"],
        "ratings": {"rationale": {"evidence": "2A"}, "side_effects": {"daily_life": "as now"}},
        "outcomes": [{"name": "Alive", "chance": chance}],
    }
    tree = {
        "question": "Which?",
        "patient": {"condition": "Cancer"},
        "entered_on": "2026-03-01",
        "decide_by": "2026-04-01",
        "entered_by": "Rosa",
        "notes": "Nobody paid for this.",
        "opinions": [{"name": name, **opinion} for name in "AB"],
    }
    return Case.model_validate({**tree, **less})


def test_a_full_case_meets_every_point_that_a_case_can_meet():
    assert [p.id for p in balance(full_case()).points if p.met_by == "case" and not p.met] == []
    assert balance(full_case()).met == 25


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("question", "Q2"),
        ("patient", "Q1"),
        ("entered_on", "C3"),
        ("decide_by", "C4"),
        ("entered_by", "C6"),
        ("notes", "C6"),
    ],
)
def test_each_fact_of_the_case_meets_one_point(field, name):
    case = full_case(**{field: None})
    assert [p.id for p in balance(case).points if p.met_by == "case" and not p.met] == [name]


@pytest.mark.parametrize(
    ("chance", "open_points"),
    [
        ({"answer": 5, "time": "1 year", "group": "Men", "source": "Smith"}, {"C5"}),
        ({"answer": [5, 9], "time": "2 years", "group": "Men", "source": "Smith"}, {"QL6"}),
        ({"answer": [5, 9], "time": "1 year", "source": "Smith"}, {"QL4"}),
        ({"answer": [5, 9], "time": "1 year", "group": "Men", "said_by": "Dr. X"}, {"C2"}),
        ({"words": "rare"}, {"QL3"}),
    ],
)
def test_each_lack_of_a_number_opens_one_point(chance, open_points):
    first, second = full_case().opinions
    other = second.model_copy(
        update={"outcomes": two({"outcomes": [{"name": "alive", "chance": chance}]}).opinions[0].outcomes}
    )
    case = full_case().model_copy(update={"opinions": (first, other)})
    assert {p.id for p in balance(case).points if p.met_by == "case" and not p.met} == open_points
    (lacking,) = open_points
    assert (" B" in point(case, lacking).why) == (lacking != "QL6")


def test_braces_in_a_name_stay_text():
    name = "{names} {0} %s"
    assert name in point(Case(opinions=[{"name": name}]), "Q4").why


# Table, sentences, JSON


@pytest.mark.parametrize("name", sample_names())
def test_the_table_and_the_sentences_of_the_samples(name):
    found = balance(sample(name))
    assert len(found.shown()) == len(found.rows()) + 1 == 36
    assert found.heading() == f"{found.met} of 35 points met for this case"
    assert found.sentence() == found.sentences()[0]
    assert all(point_id in str(found) for point_id in IDS)
    assert max(map(len, str(found).splitlines())) <= 80


@pytest.mark.parametrize("name", sample_names())
def test_nothing_scolds_and_numbers_are_whole(name):
    text = str(balance(sample(name)))
    assert not re.search(r"\b(must|should|fail(?:ed|s)?|bad page|error|mistake|warning)\b", text, re.IGNORECASE)
    assert not re.search(r"\d\.\d", text)


def test_everything_goes_into_json_and_tables():
    found = balance(sample("colon-stage-4"))
    assert json.loads(json.dumps(found.plain()))["met"] == found.met
    assert [row["opinion"] for row in found.detail_rows()] == list(found.case.names)
    assert "<table>" in found._repr_html_()


def test_many_names_are_cut_to_a_few():
    case = Case(opinions=[{"name": f"{n} " + "w" * 150} for n in range(30)])
    why = point(case, "Q4").why
    assert "and 26 more" in why
    assert len(why) < 400
