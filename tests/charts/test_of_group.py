from __future__ import annotations

import pytest

from compare import words
from compare.charts import family as public
from compare.charts.of_group import family
from compare.group import family as view_of
from compare.samples import sample, sample_names

from .conftest import HOSTILE, LONG, artists, case_of, opinion, outside, overlaps, words_of


def person(name, goals=None, home=0, role=""):
    weights = {} if goals is None else {"weights": {"points": {"goals": goals, "home": home}}}
    return {"name": name, "role": role, **weights}


ROSA, MARTA = person("Rosa", 70, 30, "patient"), person("Marta", 20, 80, "daughter")
OPINIONS = (opinion("A", goals=90, home=[10, 30]), opinion("B", goals=20, home=80))


def drawn(*people, opinions=OPINIONS):
    return family(view_of(case_of(*opinions, people=list(people))))


@pytest.mark.parametrize("name", sample_names())
def test_a_point_and_a_bar_for_every_person_and_opinion(name):
    view = view_of(sample(name))
    chart = family(view)
    totals = [total for scores in view.own.values() for total in scores.totals.values()]
    assert [point.get_xdata()[0] for point in artists(chart, "total")] == [total.mean for total in totals]
    bars = [(bar.get_x(), bar.get_x() + bar.get_width()) for bar in artists(chart, "range")]
    assert bars == [pytest.approx((total.low, total.high)) for total in totals]
    assert overlaps(chart) == []
    assert outside(chart) == []


def test_every_number_is_written_and_the_axis_is_never_cut():
    chart = drawn(ROSA, MARTA)
    said = words_of(chart)
    for scores in view_of(case_of(*OPINIONS, people=[ROSA, MARTA])).own.values():
        assert {words.range_text(total) for total in scores.totals.values()} <= set(said)
    scale = next(axes for axes in chart.figure.axes if axes.get_label() == "scale")
    assert scale.get_xlim() == (0, 100)


def test_who_comes_first_is_said_for_each_person_and_the_patient_is_marked():
    chart = drawn(MARTA, ROSA)
    said = words_of(chart)
    assert said.index("Rosa (patient)") < said.index("Marta (daughter)")
    assert {"Comes first: A", "Comes first: B"} <= set(said)
    assert "What counts, of 100: Our goals 70, Time at home 30" in said
    assert len(artists(chart, "patient")) == 1


def test_a_close_call_is_no_first():
    even = opinion("A", goals=60, home=60), opinion("B", goals=62, home=58)
    assert "Too close to call: B and A" in words_of(drawn(ROSA, opinions=even))


def test_opinions_keep_their_signs_from_person_to_person():
    markers = [point.get_marker() for point in artists(drawn(ROSA, MARTA), "total")]
    assert markers[:2] == markers[2:]
    assert markers[0] != markers[1]


def test_those_who_have_not_said_are_named_without_a_lane():
    chart = drawn(ROSA, person("Declan", role="brother"))
    assert {"Declan (brother)", "Has not said yet what matters most."} <= set(words_of(chart))
    assert len(artists(chart, "total")) == 2


@pytest.mark.parametrize("people", [(), (person("Ben"),)])
def test_nobodys_weights_are_met_kindly(people):
    chart = drawn(*people)
    assert "Nobody has said yet what matters most." in " ".join(words_of(chart))
    assert "Nobody has said yet" in chart.alt
    assert artists(chart, "total") == []


def test_nothing_known_is_a_band_and_no_point():
    chart = drawn(ROSA, opinions=[opinion("A"), opinion("B")])
    assert len(artists(chart, "open")) == 2
    assert artists(chart, "total") == []
    assert words_of(chart).count(words.NOT_KNOWN) == 2
    assert any("Nothing is known yet about A and B." in text for text in words_of(chart))


def test_one_opinion_claims_no_order():
    said = words_of(drawn(ROSA, opinions=OPINIONS[:1]))
    assert "One opinion so far. Comparing needs two." in said


@pytest.mark.parametrize("opinions", [2, 5])
@pytest.mark.parametrize("people", [1, 6])
def test_long_names_do_not_run_into_each_other(many_long, opinions, people):
    names = [f"{place} {LONG}"[:200] for place in range(people)]
    weights = {"points": {f"k{place}": 10 + place for place in range(4)}}
    crowd = [{"name": name, "role": LONG, "weights": weights} for name in names]
    tree = many_long.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    case = case_of(*tree["opinions"][:opinions], criteria=tree["criteria"], people=crowd)
    chart = family(view_of(case))
    assert overlaps(chart) == []
    assert outside(chart) == []


def test_text_from_people_stays_text():
    chart = drawn(person(HOSTILE[:30], 70, 30, "$x$"))
    assert any(text.startswith("costs $5 and $6") for text in words_of(chart))
    assert "<b>" not in chart.svg()


def test_the_alt_text_names_each_person_and_a_page_may_leave_the_title_out():
    chart = drawn(ROSA, MARTA)
    assert "Rosa (patient): first comes A with" in chart.alt
    assert "Marta (daughter): first comes B with" in chart.alt
    view = view_of(case_of(*OPINIONS, people=[ROSA]))
    assert "What each person sees" not in words_of(family(view, titled=False))
    assert public is family
