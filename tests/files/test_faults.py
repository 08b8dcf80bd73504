import pytest
from bad_files import HEAD

from compare.errors import CompareError
from compare.files import read_text

CASES = [
    ("    doctor: {years: -1}\n", "doctor.years", "This number is too small.", "-1", "0 or more"),
    ("    philosophy: 9\n", "philosophy", "This number is too large.", "9", "5 or less"),
    ("    pros: fast\n", "pros", "A list belongs here.", "fast", "a list"),
    ("    doctor: [x]\n", "doctor", "Keys with values belong here.", "a list of 1", "keys with values"),
    ("    plan: 7\n", "plan", "Keys with values belong here.", "7", "keys with values"),
    ("    side_effects: [{grade: 2}]\n", "side_effects[1].name", "Something is missing here.", "nothing", "this key"),
    ("    asked: [a]\n", "asked", "Keys with values belong here.", "a list of 1", "keys with values"),
    ("    asked: {a: {b: c}}\n", "asked.a", "This is not a text.", "a mapping with b", "a text"),
    (
        "    findings: {stage: [3]}\n",
        "findings.stage",
        "Keys with values belong here.",
        "a list of 1",
        "keys with values",
    ),
]


@pytest.mark.parametrize(("line", "place", "problem", "found", "allowed"), CASES)
def test_what_pydantic_found_is_told_in_our_words(line, place, problem, found, allowed):
    with pytest.raises(CompareError) as caught:
        read_text(HEAD + line, file="case.yaml")
    error = str(caught.value).splitlines()
    assert error[:2] == [f"case.yaml, line 5, opinions[1].{place}", problem]
    assert found in error[2]
    assert allowed in error[3]


@pytest.mark.parametrize("text", [line for line, *_ in CASES])
def test_no_word_of_the_library_reaches_people(text):
    with pytest.raises(CompareError) as caught:
        read_text(HEAD + text)
    assert not any(
        word in str(caught.value).lower() for word in ("pydantic", "input should", "valid ", "dictionary", "tuple")
    )
