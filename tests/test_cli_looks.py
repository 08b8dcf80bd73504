import json
import re

import pytest

import compare

CONTRACT = """\
schema: 1
question: New treatment or the usual one?
criteria:
  - key: survival
    label: Alive at 2 years
    question: Of 100 people, how many are alive after 2 years?
    attributes:
      - {key: alive, label: Alive at 2 years, value: {linear: {worst: 45, best: 65}}}
  - key: severe
    attributes: [{key: severe, value: {linear: {worst: 80, best: 0}}}]
  - key: mood
    attributes: [{key: mood, value: {levels: {poor: 0, fair: 60, good: 100}}}]
  - key: glucose
    attributes: [{key: glucose, value: {curve: [[-0.7, 100], [-0.3, 50], [0.4, 0]], outside: clip}}]
opinions:
  - name: New
    ratings: {survival: {alive: "77 of 129"}, severe: {severe: [50, 65]}, mood: {mood: fair}, glucose: {glucose: -0.5}}
  - name: Usual
    ratings: {survival: {alive: 50}, severe: {severe: 20}}
people:
  - {name: Rosa, role: patient, weights: {swing: {survival: 100, severe: 45, mood: 18, glucose: 10}}}
  - {name: Ben, role: son, weights: {ranking: [severe, survival, mood, glucose]}}
"""

SURE = """\
schema: 1
criteria: [{key: goals, label: Goals}, {key: cost, label: Cost}, {key: home, label: Home}]
opinions:
  - {name: New, ratings: {goals: 75, cost: 25, home: 12.5}}
  - {name: Usual, ratings: {goals: 25, cost: 75, home: 87.5}}
people:
  - {name: Rosa, role: patient, weights: {ranking: [goals, cost, home]}}
"""
"""The published case of GetReal, rated directly."""


@pytest.fixture
def case(case_file):
    return case_file(CONTRACT)


def document(opinions, *call):
    done = opinions(*call, "--json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_what_if_has_the_keys_of_the_contract(opinions, case):
    found = document(opinions, "what-if", case)
    assert set(found) == {"criteria", "nearest_flip", "answers"}
    assert set(found["criteria"]) == {"survival", "severe", "mood", "glucose"}
    assert set(found["criteria"]["severe"]) == {"share", "stays_first", "flips_at", "to"}
    assert set(found["nearest_flip"]) == {"distance", "shares", "to"}
    assert set(found["answers"][0]) == {"opinion", "criterion", "attribute", "from", "flips_at", "to"}


def test_what_if_gives_equal_totals_at_its_flips(opinions, case):
    found = document(opinions, "what-if", case)
    nearest = ",".join(f"{key}={100 * share!r}" for key, share in found["nearest_flip"]["shares"].items())
    totals = [each["total"]["mean"] for each in document(opinions, "compare", case, "--weights", nearest)["opinions"]]
    assert totals[0] == pytest.approx(totals[1], abs=1e-9)
    assert found["nearest_flip"]["to"] == "Usual"
    assert sum(found["nearest_flip"]["shares"].values()) == pytest.approx(1)


def test_ask_has_the_keys_of_the_contract_and_the_most_useful_first(opinions, case):
    found = document(opinions, "ask", case)
    keys = {"opinion", "criterion", "attribute", "question", "ask", "worth", "could_change_first"}
    assert all(set(each) == keys for each in found)
    worths = [each["worth"] for each in found]
    assert worths == sorted(worths, reverse=True)
    answers = {(each["opinion"], each["criterion"], each["attribute"]) for each in found if each["criterion"]}
    assert answers == {("New", "severe", "severe"), ("Usual", "mood", "mood"), ("Usual", "glucose", "glucose")}


def test_differences_have_the_keys_of_the_contract(opinions, case):
    found = document(opinions, "differences", case)
    assert all(set(each) == {"layer", "answers", "agreement", "first_step", "specialty"} for each in found)
    assert {each["agreement"] for each in found} == {"not stated"}
    assert set(found[0]["answers"]) == {"New", "Usual"}


@pytest.mark.parametrize(("knowing", "first"), [("nothing", 0.2), ("order", 2 / 3), ("weights", 1.0)])
def test_how_often_is_exact_for_two_known_opinions(opinions, case_file, knowing, first):
    found = document(opinions, "how-often", case_file(SURE), "--knowing", knowing)
    keys = {"draws", "seed", "exact", "first", "ranks", "central_weights", "confidence", "pairwise", "error"}
    assert set(found) == keys
    assert found["exact"] is True
    assert found["first"]["New"] == pytest.approx(first, abs=1e-12)
    assert found["pairwise"]["New"]["Usual"] == pytest.approx(first, abs=1e-12)


def test_how_often_draws_what_is_not_known(opinions, case):
    found = document(opinions, "how-often", case, "--draws", "20000", "--seed", "3")
    assert (found["draws"], found["seed"], found["exact"]) == (20_000, 3, False)
    assert found["error"] == pytest.approx(1.96 * (0.25 / 20_000) ** 0.5)
    assert found == document(opinions, "how-often", case, "--draws", "20000", "--seed", "3")
    assert found["first"] != document(opinions, "how-often", case, "--draws", "20000", "--seed", "4")["first"]


def test_family_shows_everybody_first(opinions, case):
    found = document(opinions, "family", case)
    assert [(person["name"], person["patient"]) for person in found["people"]] == [("Rosa", True), ("Ben", False)]
    assert found["differ"][0]["criteria"] == ["survival"] or found["differ"][0]["criteria"] == ["severe"]


def test_audit_counts_its_points(opinions, case):
    found = document(opinions, "audit", case)
    assert len(found["points"]) == 35
    assert found["met"] == sum(point["met"] for point in found["points"])


@pytest.mark.parametrize("command", ["what-if", "how-often", "ask", "differences", "family", "audit"])
@pytest.mark.parametrize("name", compare.sample_names())
def test_every_look_at_every_sample_is_a_page_of_words(opinions, command, name):
    done = opinions(command, compare.samples.sample_path(name))
    assert (done.code, done.err) == (0, "")
    assert "It is information only" in " ".join(done.out.split())
    assert not re.search(r"\bnan\b|\binf\b|[<>=]|\d\.\d{3}", done.out)


@pytest.mark.parametrize("command", ["what-if", "how-often", "ask", "differences", "family", "audit"])
def test_every_look_at_one_opinion_without_anything(opinions, case_file, command):
    path = case_file("schema: 1\nopinions: [{name: Alone}]\n")
    assert opinions(command, path).code == 0
    assert document(opinions, command, path) is not None


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("--knowing", "everything"), "nothing, order, ranges, weights"),
        (("--draws", "0"), "draws"),
        (("--draws", "1e9"), "draws"),
        (("--seed", "-1"), "seed"),
        (("--knowing", "ranges"), "range"),
        (("--person", "Nobody"), "Rosa"),
        (("--weights", "survival=1"), "glucose"),
    ],
)
def test_a_look_that_cannot_be_taken_is_refused(opinions, case, call, said):
    done = opinions("how-often", case, *call)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.lines) <= 12


def test_an_order_that_nobody_gave_is_refused(opinions, case_file):
    done = opinions("how-often", case_file("schema: 1\nopinions: [{name: A}, {name: B}]\n"), "--knowing", "order")
    assert (done.code, done.out) == (2, "")
    assert "case.yaml" in done.err


def test_a_family_that_has_said_nothing_is_told_so_once(opinions, case_file):
    nobody = opinions("family", case_file("schema: 1\nopinions: [{name: A}, {name: B}]\n"))
    silent = opinions("family", case_file("schema: 1\nopinions: [{name: A}, {name: B}]\npeople: [{name: Rosa}]\n"))
    for done in (nobody, silent):
        assert done.out.count("Nobody has said yet what matters most.") == 1
    assert "Comes first" not in nobody.out
    assert "has not said yet" in silent.out


READING = ["check", "compare", "differences", "ask", "what-if", "how-often", "family", "audit", "report", "convert"]


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--person", "Nobody"), "Rosa"),
        (("--weights", "goals"), "--weights"),
        (("--weights", "goals=1"), "survival"),
        (("--seed", "-1"), "--seed"),
    ],
)
def test_common_options_are_checked_by_every_command_that_reads_a_case(opinions, case, command, wrong, said):
    out = case.with_name("out.json")
    place = {"report": ("-o", case.with_name("out.html")), "convert": (out,)}.get(command, ())
    done = opinions(command, case, *place, *wrong, "--json")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("case.yaml, ")
    assert said in done.err
    assert list(case.parent.iterdir()) == [case]
