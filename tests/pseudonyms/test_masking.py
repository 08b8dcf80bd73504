import pytest

from compare.case import Case
from compare.pseudonyms.masking import Masks
from compare.pseudonyms.named import named_in


def masked(text, *, people=(), doctors=(), centres=()):
    tree = {
        "people": [{"name": name, "role": role} for name, role in people],
        "opinions": [{"name": f"plan {place}", "doctor": {"name": name}} for place, name in enumerate(doctors)]
        + [{"name": f"place {place}", "doctor": {"centre": name}} for place, name in enumerate(centres)]
        or [{"name": "plan"}],
    }
    return Masks(named_in(Case.model_validate(tree | {"notes": text}))).masked(text)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Walter's scan, WALTER, walter, Walters", "Patient's scan, Patient, Patient, Patients"),
        ("Renate Müller, Mueller, MULLER", "Wife, Wife, Wife"),
        ("O'Brien's and OBrien’s", "Person 3's and Person 3’s"),
        ("walter_mri.jpg, walter2", "Patient_mri.jpg, walter2"),
        ("a waltz", "a waltz"),
    ],
)
def test_people_in_many_spellings(text, without):
    people = [("Walter", "patient"), ("Renate Müller", "wife"), ("Sean O'Brien", "")]
    assert masked(text, people=people) == without


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Dr. Ivo Brannoch, Dr. Brannoch, Brannoch, Ivo", "Doctor A, Doctor A, Doctor A, Doctor A"),
        ("Dr. I. Brannoch's view", "Doctor A's view"),
        ("Prof. Dr. Groß-Wendt and Gross-Wendt", "Doctor B and Doctor B"),
        ("Brannochs Brief", "Doctor As Brief"),
    ],
)
def test_doctors_with_their_titles_and_initials(text, without):
    assert masked(text, doctors=["Dr. Ivo Brannoch", "Heike Groß-Wendt"]) == without


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("at Lindenmere General Hospital", "at Centre A"),
        ("the Lindenmere team", "the Centre A team"),
        ("The Northmere Cancer Centre treats it", "The Centre B treats it"),
        ("a cancer centre near home", "a cancer centre near home"),
        ("at the regional cancer centre", "at the Centre C"),
    ],
)
def test_centres_by_what_only_they_are_called(text, without):
    centres = ["Lindenmere General Hospital", "Northmere Cancer Centre", "Regional Cancer Centre"]
    assert masked(text, centres=centres) == without


def test_a_name_that_two_share_names_neither():
    people = [("Renate Müller", "patient"), ("Jürgen Müller", "son")]
    assert masked("Jürgen Müller and Mrs Müller", people=people) == "Son and [name]"


def test_a_first_name_that_a_doctor_shares_is_told_by_the_title():
    found = masked(
        "Walter asked Dr. Walter and Dr. Walter Kim", people=[("Walter", "patient")], doctors=["Dr. Walter Kim"]
    )
    assert found == "Patient asked Doctor A and Doctor A"


def test_names_that_are_words_too_need_their_capital():
    people = [("Will", "son"), ("May", "daughter"), ("Al", "patient")]
    assert masked("Will said he will; Hamdy et al.; May may come", people=people) == (
        "Son said he will; Hamdy et al.; Daughter may come"
    )


def test_names_in_scripts_without_capitals_are_found_inside_words():
    assert masked("לרוזה; 王芳说", people=[("רוזה", "patient"), ("王芳", "")]) == "לPatient; Person 2说"


def test_a_name_behind_a_title_is_found_wherever_else_it_stands():
    assert masked("Nurse Kathy called. Kathy will call. Dr Helga Quill; Quill's view.") == (
        "Person 1 called. Person 1 will call. Doctor A; Doctor A's view."
    )


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("call +49 171 5550199 or (555) 123-4567, 0171/5550199", "call [phone] or [phone], [phone]"),
        ("mail ann.ruhl@clinic.example.org", "mail [e-mail]"),
        (
            "MRN 1234567, claim no. AB-12345, case number: 2026/441",
            "MRN [number], claim no. [number], case number: [number]",
        ),
        ("a 93-year-old", "a 90-year-old"),
        ("https://walterblog.example/x", "[web address]"),
        ("https://pubmed.ncbi.nlm.nih.gov/21149653", "https://pubmed.ncbi.nlm.nih.gov/21149653"),
        (
            "541 of 553; 15 000 people; 2023;388:1547-1558; PMC9844511; 0.5",
            "541 of 553; 15 000 people; 2023;388:1547-1558; PMC9844511; 0.5",
        ),
    ],
)
def test_addresses_and_numbers_that_lead_to_somebody_are_taken_out(text, without):
    assert masked(text, people=[("Walter", "patient")]) == without
