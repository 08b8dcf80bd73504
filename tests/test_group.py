import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from compare.case import Case
from compare.errors import CompareError
from compare.group import family, kendall
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.tabular import as_html

CRITERIA = [{"key": "goals", "label": "Our goals"}, {"key": "effects", "label": "Side effects"}, {"key": "home"}]
OPINIONS = [
    {"name": "A", "ratings": {"goals": 90, "effects": 10, "home": 50}},
    {"name": "B", "ratings": {"goals": 10, "effects": 90, "home": 50}},
    {"name": "C", "ratings": {"goals": 30, "effects": 30, "home": 10}},
]
VERDICT = re.compile(
    r"\b(?:wrong|right|should|must|mistake|correct|incorrect|better|worse|good|bad|best|irrational|biased|mismatch)\b",
    re.IGNORECASE,
)
"""What is never said of a person's feeling or weights."""


def person(name, goals=None, effects=0, home=0, role="", **more):
    weights = {} if goals is None else {"weights": {"points": {"goals": goals, "effects": effects, "home": home}}}
    return {"name": name, "role": role, **weights, **more}


def view_of(*people, opinions=OPINIONS):
    return family(Case(opinions=list(opinions), criteria=CRITERIA, people=list(people)))


ROSA = person("Rosa", 70, 20, 10, role="patient")
MARTA = person("Marta", 20, 70, 10, role="daughter")
OPPOSED = view_of(MARTA, ROSA)


def test_everybody_is_scored_by_their_own_weights_the_patient_first():
    assert [member.name for member in OPPOSED.members] == ["Rosa", "Marta"]
    for member in OPPOSED.members:
        assert member.scores.totals == score(OPPOSED.case, person=member.name).totals
        assert member.scores.person == member.name


def test_the_others_stand_in_the_files_order():
    names = [m.name for m in view_of(person("Zoe"), MARTA, person("Ann", 1), ROSA, person("Ben")).members]
    assert names == ["Rosa", "Zoe", "Marta", "Ann", "Ben"]


def test_opposed_people_are_each_named_with_what_they_differ_most_on():
    text = "\n".join(OPPOSED.sentences())
    assert OPPOSED.sentences()[:2] == [
        "Rosa (patient): first comes A with 70 of 100; then B (30) and C (28), too close to call.",
        "Marta (daughter): first comes B with 70 of 100; then A (30) and C (28), too close to call.",
    ]
    assert "Rosa and Marta differ most on Our goals (70 and 20 of 100) and Side effects (20 and 70 of 100)." in text


def test_the_widest_difference_alone_is_said_in_two_numbers():
    ben = person("Ben", 20, 40, 40)
    assert "Rosa and Ben differ most on Our goals: 70 and 20 of 100." in " ".join(view_of(ROSA, ben).sentences())


@pytest.mark.parametrize("name", sample_names())
def test_an_average_never_stands_before_or_without_each_person(name):
    view = family(sample(name))
    said = view.sentences()
    first_average = next((place for place, text in enumerate(said) if "on average" in text), len(said))
    before = " ".join(said[:first_average])
    assert all(member.name in before for member in view.members)
    rows = [row[0] for row in view.shown()[1:]]
    assert rows[: len(view.members)] == [member.label for member in view.members]
    assert len(rows) == len(view.members) + (len(view.own) > 1)


def test_the_average_is_written_with_its_ends():
    *_, averages = view_of(ROSA, MARTA).shown()
    assert averages == ("On average, lowest to highest", "50 (30 to 70)", "50 (30 to 70)", "28", "")


def test_ties_and_close_calls_stand_together_for_each_person():
    even = person("Even", 50, 50, role="patient")
    view = view_of(even)
    assert view.members[0].places == (("A", "B"), ("C",))
    assert view.sentence() == "Even (patient): first come A (50) and B (50), equal; then C with 30."
    assert view.shown()[1][-1] == "A and B (close)"


def test_people_without_weights_are_named_and_not_scored():
    view = view_of(ROSA, person("Declan", role="brother"))
    assert (view.silent, view.members[1].scores) == (("Declan",), None)
    assert "Declan has not said yet what matters most." in view.sentences()
    assert view.shown()[2] == ("Declan (brother)", "", "", "", "has not said yet")
    assert [row["total"] for row in view.rows()][3:] == [None] * 3


def test_nobodys_weights_are_met_kindly():
    for people in ((), (person("Rosa", role="patient"), person("Ben", gut_first="A"))):
        view = view_of(*people)
        assert view.sentence().startswith("Nobody has said yet what matters most. Each of you can say it")
        assert (view.own, view.weights, view.totals, view.between) == ({}, {}, {}, ())
        assert view.sentence() in " ".join(str(view).split())
    assert "Ben's first feeling: A." in view.sentences()


def test_one_person_is_enough():
    view = view_of(ROSA)
    assert view.sentences() == [
        "Rosa (patient): first comes A with 70 of 100; then B (30) and C (28), too close to call."
    ]
    assert len(view.shown()) == 2


def test_one_opinion_and_nothing_known_claim_no_order():
    assert view_of(ROSA, opinions=OPINIONS[:1]).sentence() == "Rosa (patient): A comes to 70 of 100."
    view = view_of(ROSA, MARTA, opinions=[{"name": "A"}, {"name": "B"}])
    assert [member.front for member in view.members] == [(), ()]
    assert "Nothing is known yet" in view.sentence()
    assert (view.first_for_all, view.two_for_all) == ((), ())


def test_common_ground_is_named():
    view = view_of(ROSA, person("Ben", 62, 30, 8))
    assert (view.alike, view.first_for_all) == (("goals", "effects", "home"), ("A",))
    said = view.sentences()
    assert "Everybody weighs Our goals, Side effects and home alike, within 10 of 100." in said
    assert "A comes first for everybody who has said what matters." in said


def test_a_weight_11_points_apart_is_not_common_ground():
    assert view_of(ROSA, person("Ben", 59, 31, 10)).alike == ("home",)


def test_no_common_first_is_said():
    assert "No opinion comes first for everybody so far." in OPPOSED.sentences()
    assert OPPOSED.first_for_all == ()


def test_first_or_too_close_to_it_counts_as_shared():
    view = view_of(ROSA, person("Even", 50, 50))
    assert view.first_for_all == ("A",)
    assert "A comes first, or is too close to call, for everybody who has said what matters." in view.sentences()


def test_among_the_first_two_for_everybody():
    view = view_of(person("X", 60, 40), person("Y", 40, 60))
    assert view.two_for_all == ("A", "B")
    assert "A and B are among the first two for everybody who has said what matters." in view.sentences()
    assert view_of(person("X", 60, 40), person("Y", 40, 60), opinions=OPINIONS[:2]).two_for_all == ()


@pytest.mark.parametrize(
    ("gut", "weights", "relation", "said"),
    [
        ("A", (70, 20, 10), "agrees", "It agrees with what Rosa said matters."),
        (
            "B",
            (70, 20, 10),
            "differs",
            "It differs from what Rosa said matters: by that, A comes first. Both can be talked about.",
        ),
        ("B", (50, 50, 0), "too close", "By what Rosa said matters, A and B are too close to call."),
        (
            "C",
            (50, 50, 0),
            "differs",
            "It differs from what Rosa said matters: by that, A and B are too close to call. Both can be talked about.",
        ),
    ],
)
@pytest.mark.parametrize("field", ["gut_first", "gut_later"])
def test_a_feeling_is_laid_beside_the_weights_without_a_verdict(gut, weights, relation, said, field):
    view = view_of(person("Rosa", *weights, **{field: {"opinion": gut, "words": "It feels safe"}}))
    assert view.members[0].relation(getattr(view.members[0].person, field)) == relation
    when = "first" if field == "gut_first" else "later"
    (told,) = [text for text in view.sentences() if "feeling" in text]
    assert told == f"Rosa's {when} feeling: {gut}; “It feels safe”. {said}"
    assert not VERDICT.search(told)


@pytest.mark.parametrize("name", sample_names())
def test_no_sentence_judges_anybody(name):
    for text in family(sample(name)).sentences():
        quoted = re.sub(r"“.*?”", "", text)
        assert not VERDICT.search(quoted)
        assert not re.search(r"\d\.\d", quoted)


def test_certainty_is_shown_before_and_after():
    said = family(sample("breast")).sentences()
    assert (
        "How Noor felt, of 10. Before: knows enough 3, clear what matters 5, has support 7, sure 2. "
        "After: knows enough 7, clear what matters 8, has support 8, sure 7."
    ) in said
    rosa = view_of({**ROSA, "before": {"sure": 3}})
    assert "How Rosa felt, of 10. Before: sure 3." in rosa.sentences()


def test_judgements_that_do_not_fit_are_named_with_their_table():
    pairs = {"goals over effects": 5, "effects over home": 5, "goals over home": 1}
    said = view_of({"name": "Ben", "weights": {"pairwise": pairs}}).sentences()[-1]
    assert said.startswith("Ben's answers about pairs do not all fit together (checked with the table Saaty 1980).")
    assert "One answer stands apart: " in said


def test_people_who_weigh_the_same_or_nearly_so():
    twin = person("Twin", 35, 10, 5)
    assert "Rosa and Twin weigh every part the same." in view_of(ROSA, twin).sentences()
    near = person("Near", 70, 20.2, 9.8)
    assert any("Rosa and Near weigh every part nearly the same." in text for text in view_of(ROSA, near).sentences())


def test_many_people_get_the_widest_differences_and_a_count_of_the_rest():
    people = [person(f"P{place}", 10 * place, 50, 5, role="aunt") for place in range(6)]
    view = view_of(*people)
    said = view.sentences()
    assert len(view.between) == 15
    assert sum("differ most on" in text for text in said) == 6
    assert "9 other pairs of people differ less." in said
    assert [pair.gap for pair in view.between] == sorted((pair.gap for pair in view.between), reverse=True)


orders = st.lists(st.integers(0, 6), min_size=2, max_size=8)


@given(orders.flatmap(lambda one: st.tuples(st.just(one), st.permutations(one))), st.randoms(use_true_random=False))
def test_kendall_is_scipys_tau_b_and_bound_by_name(lists, random):
    one, other = (dict(enumerate(numbers)) for numbers in lists)
    shuffled = list(other.items())
    random.shuffle(shuffled)
    tau = kendall(one, dict(shuffled))
    if len(set(lists[0])) == 1:
        assert tau is None
    else:
        assert tau == pytest.approx(kendalltau(*lists, variant="b").statistic, abs=1e-12)


def test_tau_of_the_samples_is_scipys():
    for pair in family(sample("prostate")).between:
        case = sample("prostate")
        one, other = (score(case, person=name).weights for name in (pair.first, pair.second))
        assert pair.tau == pytest.approx(kendalltau([*one.values()], [other[key] for key in one]).statistic)
        same = [(one[a] > one[b]) == (other[a] > other[b]) for a, b in combinations(one, 2)]
        assert (pair.agreed, pair.pairs) == (sum(same), 10)


def test_analysts_get_every_number():
    rows = OPPOSED.rows()
    assert [(row["person"], row["opinion"]) for row in rows] == [(p, o) for p in ("Rosa", "Marta") for o in "ABC"]
    assert [row["rank"] for row in rows] == [1, 2, 3, 2, 1, 3]
    assert {row["patient"] for row in rows[:3]} == {True}
    assert OPPOSED.table().shape == (6, 12)
    assert [row["weight"] for row in OPPOSED.weight_rows()] == pytest.approx([0.7, 0.2, 0.1, 0.2, 0.7, 0.1])
    (pair,) = OPPOSED.pair_rows()
    assert (pair["differ_most_on"], pair["gap"]) == ("goals, effects", pytest.approx(0.5))
    assert OPPOSED.weights["goals"].mean == pytest.approx(0.45)


def test_it_shows_itself_as_text_and_html_whatever_the_names():
    view = view_of(person("<b>Ro</b>", 70, 20, 10, role="$x$"))
    assert "<b>" not in as_html(view.shown())
    assert "&lt;b&gt;Ro" in view._repr_html_()
    assert repr(view) == "What each person sees: <b>Ro</b> ($x$)"
    assert repr(view_of()) == "What each person sees: nobody yet"


some_points = st.tuples(*[st.integers(0, 100)] * 3).filter(lambda points: sum(points) > 0)


@given(some_points, some_points, st.permutations(OPINIONS), st.permutations(CRITERIA))
def test_the_order_of_opinions_and_criteria_changes_nothing(one, other, opinions, criteria):
    people = [person("Rosa", *one, role="patient"), person("Ben", *other)]
    view, again = view_of(*people), family(Case(opinions=opinions, criteria=criteria, people=people))
    for name in ("Rosa", "Ben"):
        first, second = (found.own[name] for found in (view, again))
        assert {o: t.mean for o, t in second.totals.items()} == pytest.approx(
            {o: t.mean for o, t in first.totals.items()}
        )
    assert set(again.alike) == set(view.alike)
    assert [set(pair.keys) for pair in again.between] == [set(pair.keys) for pair in view.between]
    assert [pair.tau for pair in again.between] == pytest.approx([pair.tau for pair in view.between])


@given(some_points, some_points)
def test_another_person_changes_nobodys_own_result(one, other):
    alone, both = view_of(person("Rosa", *one)), view_of(person("Rosa", *one), person("Ben", *other))
    assert both.own["Rosa"].totals == alone.own["Rosa"].totals
    assert both.sentence() == alone.sentence()


def test_two_that_are_first_or_too_close_to_call_for_everybody_are_said_to_be_so():
    close = [{"name": name, "ratings": {"goals": 50, "effects": 50, "home": 50}} for name in "AB"]
    told = view_of(person("One", 1, 1, 1), person("Two", 1, 1, 1), opinions=close).sentences()
    assert "A and B each come first, or are too close to call, for everybody who has said what matters." in told


def test_something_else_than_a_case_is_refused():
    with pytest.raises(CompareError, match="takes a Case"):
        family("case.yaml")
