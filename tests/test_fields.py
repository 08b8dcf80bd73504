from datetime import date

import pytest
from hypothesis import given
from made_up import texts
from pydantic import TypeAdapter, ValidationError

from compare import fields
from compare.errors import CompareError
from compare.trees import Number


def checked(kind, raw):
    return TypeAdapter(kind).validate_python(raw)


def refused(kind, raw):
    with pytest.raises(ValidationError) as caught:
        checked(kind, raw)
    error = caught.value.errors()[0].get("ctx", {}).get("error")
    return error if isinstance(error, CompareError) else None


@pytest.mark.parametrize(
    ("raw", "number"), [(3, 3.0), ("3.5", 3.5), (" 12 ", 12.0), ("-1e2", -100.0), (Number("4.10"), 4.1)]
)
def test_numbers(raw, number):
    assert checked(fields.Amount, raw) == number


@pytest.mark.parametrize("raw", [True, None, [], {}, "", "abc", "1_000", "１２", "nan", "inf", "0x10", "1:30", 1j])
def test_not_numbers(raw):
    assert refused(fields.Amount, raw).problem == "This is not a number."


@pytest.mark.parametrize("raw", [float("nan"), float("inf"), float("-inf"), 2e12, 10**400])
def test_no_number_is_infinite(raw):
    assert refused(fields.Amount, raw)


@pytest.mark.parametrize("raw", ["1e400", "-1e400", "9" * 400])
def test_a_number_in_quotes_is_never_infinite(raw):
    assert refused(fields.Amount, raw)


def test_a_decimal_comma_is_refused_with_the_point_written():
    assert refused(fields.Amount, "12,5").fix == "write 12.5"


@pytest.mark.parametrize(
    ("kind", "raw"), [(fields.OnScale, 101), (fields.OnScale, -1), (fields.NotNegative, -1), (fields.OutOf10, 11)]
)
def test_numbers_out_of_bounds(kind, raw):
    with pytest.raises(ValidationError):
        checked(kind, raw)


@pytest.mark.parametrize(("raw", "text"), [("a", "a"), (3, "3"), (Number("4.10"), "4.10"), ("e\u0301", "é"), ("", "")])
def test_texts(raw, text):
    assert checked(fields.Text, raw) == text


@pytest.mark.parametrize("raw", [True, None, [], {}])
def test_not_texts(raw):
    assert refused(fields.Text, raw).problem == "This is not a text."


def test_a_long_number_keeps_its_digits_as_text():
    assert checked(fields.Text, 12345678) == "12345678"


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\u202e", "\u2066", "\ud800", "\ufdd0", "\uffff", "\u2028"])
@pytest.mark.parametrize("kind", [fields.Text, fields.Name, fields.Key])
def test_hidden_characters_are_refused(kind, char):
    assert f"U+{ord(char):04X}" in refused(kind, f"a{char}b").found


@pytest.mark.parametrize("raw", ["", "  ", "\u200b", "\ufeff", "\u0301", "two\nlines", "x" * 201, 3, None, ["a"]])
def test_not_names(raw):
    assert refused(fields.Name, raw).problem == "This is not a name."


@pytest.mark.parametrize(
    ("raw", "name"), [(" Rosa ", "Rosa"), ("e\u0301", "é"), ("👩‍👩‍👧", "👩‍👩‍👧"), ("שלום", "שלום"), ("no", "no")]
)
def test_names(raw, name):
    assert checked(fields.Name, raw) == name


@pytest.mark.parametrize("raw", ["a,b", "a=b", "a__b", "a over b"])
def test_keys_can_stand_in_a_list_of_weights(raw):
    assert refused(fields.Key, raw).problem == "This cannot be a key."


@pytest.mark.parametrize(
    "raw", ["2026-02-30", "2026-2-3", "03/02/2026", "２０２６-01-01", 20260101, True, "", "tomorrow"]
)
def test_not_days(raw):
    assert refused(fields.Day, raw).problem in {"This is not a day.", "There is no such day."}


@pytest.mark.parametrize("raw", ["2028-02-29", " 2028-02-29 ", date(2028, 2, 29)])
def test_days(raw):
    assert checked(fields.Day, raw) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("raw", "when"), [("in spring", "in spring"), ("2026-01-31", "2026-01-31"), (date(2026, 1, 31), "2026-01-31")]
)
def test_when_is_a_day_or_words(raw, when):
    assert checked(fields.When, raw) == when


def test_when_refuses_a_day_that_does_not_exist():
    assert refused(fields.When, "2026-02-30").problem == "There is no such day."


@pytest.mark.parametrize(("raw", "truth"), [("yes", True), ("No", False), (" TRUE ", True), (False, False)])
def test_yes_and_no(raw, truth):
    assert checked(fields.YesNo, raw) is truth


@pytest.mark.parametrize("raw", ["maybe", 1, 0, "", "on", "y"])
def test_neither_yes_nor_no(raw):
    assert refused(fields.YesNo, raw).allowed == "yes, no"


@pytest.mark.parametrize("raw", ["not known", "Not Known", "not_known", "NOT KNOWN "])
def test_words_from_a_list_in_any_case(raw):
    assert checked(fields.YesNoUnknown, raw) == "not known"


def test_a_misspelt_word_brings_a_suggestion():
    assert refused(fields.YesNoUnknown, "not knwon").fix == "did you mean `not known`?"


def test_too_many_items():
    assert refused(fields.Texts, ["a"] * 201).found == "201"
    assert len(checked(fields.Texts, ["a"] * 200)) == 200


@pytest.mark.parametrize(
    ("names", "place"),
    [(["a", "b"], None), (["a", "A"], 1), (["x", "é", "e\u0301"], 2), (["Ｒ", "r"], 1), (["ß", "SS"], 1), ([], None)],
)
def test_the_first_name_that_stands_twice(names, place):
    assert fields.first_twice(names) == place


class Room(fields.Part):
    side_effects: fields.Text | None = None


def test_an_unknown_key_brings_a_suggestion():
    error = refused(Room, {"side_efects": "x"})
    assert (error.path, error.fix) == (("side_efects",), "did you mean `side_effects`?")


def test_a_blank_field_is_not_filled_in():
    assert checked(Room, {"side_effects": None}) == Room()


def test_a_part_cannot_be_changed():
    with pytest.raises(ValidationError):
        Room().side_effects = "x"


@given(texts)
def test_every_clean_text_is_taken_and_taken_again(text):
    once = checked(fields.Text, text)
    assert checked(fields.Text, once) == once
