"""A copy without names: no name and no day of the original is left, and the scores are the same."""

import re
from datetime import date
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import HOSTILE, cases

import compare
from compare.case import Case
from compare.files import read_text
from compare.files.writing import written_as
from compare.pseudonyms import without_names
from compare.pseudonyms.common import common_words
from compare.pseudonyms.leaves import leaves
from compare.pseudonyms.named import folded
from compare.words import pseudonyms as said

PEOPLE = (
    "Rosa Calderón",
    "Jürgen Müller",
    "Zofia Łukaszewska",
    "Sean O'Brien",
    "Anne-Marie Dupont",
    "Νίκος Παππάς",
    "Ольга Ким",
    "רוזה",
)
DOCTORS = (
    "Dr. Ivo Brannoch",
    "Prof. Dr. Heike Groß-Wendt",
    "Nguyễn Thị Hoa",
    "Dr. A. Sandoval",
    "Mireille Quatrefages, MD",
)
CENTRES = (
    "Lindenmere General Hospital",
    "Northmere Cancer Centre",
    "Hôpital Saint-Aubrac",
    "Universitätsklinikum Eschenried",
)
TEXTS = (
    "{name} says so", "ask {NAME} first", "the letter to {name}, 3 September 2026", "({name})", "{name}'s scan of 2026-08-20", "{plain}/{name}",
    "nothing here", "as {name} told us on August 20, 2026", "{last} and {first}",
)  # fmt: skip


def tokens_of(*names):
    """Return the words by which somebody could be known again."""
    words = (folded(word) for name in names for word in re.findall(r"[^\W_]+", name))
    return (
        {word for word in words if len(word) > 1}
        - common_words().every_day
        - {"universitatsklinikum", "coast", "trials"}
    )


def words_in(text):
    return {folded(word) for word in re.findall(r"[^\W_]+", text)}


@st.composite
def named_cases(draw):
    """Draw a case with people, doctors and centres who are named in many texts."""
    case = draw(cases(least=2))
    people = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=4, unique=True))
    doctors = draw(st.lists(st.sampled_from(DOCTORS), min_size=len(case.opinions), max_size=len(case.opinions)))
    centres = draw(st.lists(st.sampled_from(CENTRES), min_size=len(case.opinions), max_size=len(case.opinions)))
    named = [*people, *doctors, *centres]

    def text():
        name = draw(st.sampled_from(named))
        first, last = name.split()[0], name.removesuffix(", MD").split()[-1]
        parts = {"name": name, "NAME": name.upper(), "plain": folded(name), "first": first, "last": last}
        return draw(st.sampled_from(TEXTS)).format(**parts)

    tree = compare.files.writing.as_tree(case) | {
        "question": text(),
        "notes": text(),
        "entered_by": draw(st.sampled_from(people)),
        "entered_on": date(2026, 9, 14),
        "people": [
            {"name": name, "role": role, "concerns": [text()], "weights": {"ranking": case.keys}}
            for name, role in zip(people, ["patient", "daughter", "son", "son"], strict=False)
        ],
    }
    for opinion, doctor, centre in zip(tree["opinions"], doctors, centres, strict=True):
        opinion |= {"doctor": {"name": doctor, "centre": centre}, "date": date(2026, 8, 20), "pros": [text(), text()]}
        opinion |= {"plan": {"delivery_site": centre, "sequence": [text()]}, "asked": {text(): text()}}
    tree["criteria"][0] |= {"worst": text(), "best": text()}
    return reduce(Case.anchored, people, Case.model_validate(tree)), named


@given(named_cases())
def test_no_name_and_no_day_is_left_and_the_scores_are_the_same(drawn):
    case, named = drawn
    copy = without_names(case)
    text = written_as(copy)
    assert not tokens_of(*named) & words_in(text)
    assert not {leaf.value for leaf in leaves(case) if leaf.kind == "day"} & {
        leaf.value for leaf in leaves(copy) if leaf.kind == "day"
    }
    assert "2026-08-20" not in text
    assert "September 2026" not in text or "3 September" not in text
    for person, label in zip(case.people, copy.people, strict=True):
        before, after = compare.score(case, person=person.name), compare.score(copy, person=label.name)
        assert before.weights.given
        assert after.weights.given
        assert list(before.totals.values()) == list(after.totals.values())


@given(named_cases())
def test_a_copy_can_be_kept_and_its_copy_is_the_same(drawn):
    copy = without_names(drawn[0])
    assert read_text(written_as(copy)) == copy
    assert without_names(copy) == copy
    assert without_names(drawn[0]) == copy


@pytest.mark.parametrize("name", compare.sample_names())
@pytest.mark.parametrize("ending", [".html", ".csv"])
def test_no_name_of_a_sample_is_in_what_is_made_from_its_copy(name, ending):
    case = compare.sample(name)
    copy = without_names(case)
    given = [person.name for person in case.people]
    given += [text for o in case.opinions if o.doctor for text in (o.doctor.name, o.doctor.centre) if text]
    made = compare.report(compare.score(copy)).as_bytes(ending).decode()
    shown = re.sub(r"(?s)<style>.*?</style>|<script>.*?</script>", "", made)
    assert not tokens_of(*given) & words_in(shown)
    days = [leaf.value for leaf in leaves(case) if leaf.kind == "day"]
    assert not [day for day in days if day.isoformat() in made or compare.words.day(day) in made]
    assert said.NOTE in made


def test_what_lies_between_two_days_stays_and_so_does_the_day_of_the_week():
    case = compare.sample("prostate")
    before, after = (
        [leaf.value for leaf in leaves(each) if leaf.kind == "day"] for each in (case, without_names(case))
    )
    (step,) = {(moved - day).days for day, moved in zip(before, after, strict=True)}
    assert step != 0
    assert step % 7 == 0


def test_with_a_secret_several_files_move_alike_and_without_one_each_by_itself():
    first, second = (compare.sample(name) for name in ("prostate", "breast"))

    def step(case, **secret):
        return (without_names(case, **secret).decide_by - case.decide_by).days

    assert step(first, secret="heron") == step(second, secret="heron")
    assert step(first) != step(second)
    assert len({step(first, secret=str(place)) for place in range(60)}) > 30


def test_the_step_depends_on_the_names_too():
    tree = {"opinions": [{"name": "A", "date": "2026-03-02"}], "people": [{"name": "Rosa"}]}
    steps = {
        without_names(Case.model_validate(tree | {"people": [{"name": name}]})).opinions[0].date
        for name in ("Rosa", "Marta", "Irene", "Noor", "Teo")
    }
    assert len(steps) > 1


def test_an_opinion_is_renamed_only_where_its_name_names_somebody():
    opinions = [{"name": "Dr. Lee's plan", "doctor": "Dr. Ann Lee"}, {"name": "Radiation"}]
    tree = {
        "opinions": opinions,
        "people": [{"name": "Rosa", "gut_first": "Dr. Lee's plan"}],
        "decision": {"opinion": "Dr. Lee's plan"},
    }
    copy = without_names(Case.model_validate(tree))
    assert copy.names == ("Doctor A's plan", "Radiation")
    assert copy.people[0].gut_first.opinion == copy.decision.opinion == "Doctor A's plan"


def test_two_opinions_that_are_named_alike_stay_two():
    opinions = [{"name": "Lee"}, {"name": "Dr. Lee"}, {"name": "Ann Lee", "doctor": "Dr. Ann Lee"}]
    copy = without_names(Case.model_validate({"opinions": opinions}))
    assert len({name.casefold() for name in copy.names}) == 3
    assert "lee" not in words_in(written_as(copy))


def test_people_are_called_by_their_role_and_numbered_where_it_is_shared():
    people = [
        {"name": "Rosa", "role": "patient"},
        {"name": "Ben", "role": "son"},
        {"name": "Tim", "role": "son"},
        {"name": "Zoe"},
    ]
    copy = without_names(Case.model_validate({"opinions": [{"name": "A"}], "people": people}))
    assert [person.name for person in copy.people] == ["Patient", "Son 1", "Son 2", "Person 4"]
    assert copy.speaker is None
    assert copy.people[0].is_patient


def test_what_leads_to_somebody_is_taken_out():
    preparation = {
        "calls": [{"insurer": "AOK", "spoke_to": "Frau Kern", "reference": "K-77", "answer": "Frau Kern says yes"}]
    }
    contact = {"name": "Ann Ruhl", "phone": "0171 5550199", "email": "ann@ruhl.org"}
    doctor = {"name": "Dr. Lee", "contacts": [contact], "reviews": "4.9 on a site", "publications": "Lee A, 2020"}
    case = Case.model_validate(
        {"opinions": [{"name": "A", "doctor": doctor}], "preparation": preparation, "patient": {"age": 97}}
    )
    copy = without_names(case)
    call, found = copy.preparation.calls[0], copy.opinions[0].doctor
    assert (call.spoke_to, call.reference, call.insurer) == (None, None, "AOK")
    assert "Kern" not in call.answer
    assert (found.contacts[0].phone, found.contacts[0].email, found.reviews, found.publications) == (
        None,
        None,
        None,
        None,
    )
    assert "Ruhl" not in found.contacts[0].name
    assert copy.patient.age == 90


def test_own_scales_stay_whole_where_they_name_somebody():
    value = {"levels": {"as Dr. Lee does it": 100, "otherwise": 0}}
    criteria = [{"key": "Rosa first", "attributes": [{"key": "how", "value": value}]}, {"key": "cost"}]
    tree = {
        "criteria": criteria,
        "opinions": [
            {"name": "A", "doctor": "Dr. Lee", "ratings": {"Rosa first": {"how": "as Dr. Lee does it"}, "cost": 20}}
        ],
        "people": [{"name": "Rosa", "role": "patient", "weights": {"pairwise": {"Rosa first over cost": 3}}}],
    }
    case = Case.model_validate(tree)
    copy = without_names(case)
    assert not {"rosa", "lee"} & words_in(written_as(copy))
    assert compare.score(copy).totals == compare.score(case).totals


@given(st.lists(st.sampled_from(HOSTILE), min_size=3, max_size=3))
@settings(max_examples=20)
def test_any_text_may_stand_beside_a_name(texts):
    opinions = [{"name": "A", "pros": texts, "notes": "\n".join(texts)[:9000]}]
    copy = without_names(
        Case.model_validate({"question": texts[0], "opinions": opinions, "people": [{"name": "Rosa"}]})
    )
    assert read_text(written_as(copy)) == copy


def test_only_a_case_is_copied():
    with pytest.raises(compare.CompareError, match="This takes a Case"):
        without_names({"opinions": []})


@pytest.mark.parametrize(
    "criteria", [None, [{"key": "goals", "worst": "Rosa suffers", "best": "Rosa sees Dr. Lee again"}]]
)
def test_weights_for_other_ends_do_not_count_in_the_copy_either(criteria):
    own = {"criteria": criteria} if criteria else {}
    case = Case(opinions=[{"name": "Dr. Lee's plan", "doctor": "Dr. Lee"}], **own)
    ends = {"goals": {"worst": "nothing", "best": "Rosa walks with Dr. Lee"}}
    rosa = {"name": "Rosa", "weights": {"ranking": list(case.keys)}}
    case = case.model_validate(
        {**compare.files.writing.as_tree(case), "people": [rosa | {"anchors": ends}, {**rosa, "name": "Ben"}]}
    )
    copy = without_names(case.anchored("Ben"))
    assert "Lee" not in written_as(copy)
    assert [copy.weights_by(person) is not None for person in copy.people] == [False, True]


def test_doctors_who_might_be_asked_and_who_said_what_can_be_operated_are_named_nowhere():
    ember = {"name": "Ivo Ember", "centre": "Elmwood", "referral_source": "Kathy Moss", "fellowship": "Tarnbrook"}
    case = compare.Case.model_validate(
        {
            "question": "What does Ember think, or Brill?",
            "opinions": [{"name": "A", "findings": {"operability": {"answer": "operable", "said_by": "Jonas Brill"}}}],
            "preparation": {"specialists": [ember]},
        }
    )
    copy = written_as(without_names(case), ".yaml")
    assert [
        name for name in ("Ivo", "Ember", "Elmwood", "Kathy", "Moss", "Tarnbrook", "Jonas", "Brill") if name in copy
    ] == []


def test_answers_by_goal_stay_with_their_goals_even_where_two_goals_come_to_read_alike():
    goals = ("Ring Clara on 0171 555 0199", "Ring Clara on 0171 555 0198", "Stay at home")
    fit = dict(zip(goals, ("yes", "no", "partly"), strict=True))
    opinions = [{"name": "A", "ratings": {"goals": {"goal_fit": fit}}}]
    case = Case(patient={"goals": goals}, people=[{"name": "Clara", "role": "child"}], opinions=opinions)
    copy = without_names(case)
    assert copy.goals == ("Ring Child on [phone]", "Ring Child on [phone] (2)", "Stay at home")
    assert list(copy.opinions[0].ratings["goals"]["goal_fit"]) == list(copy.goals)
    assert compare.score(copy).totals == compare.score(case).totals
