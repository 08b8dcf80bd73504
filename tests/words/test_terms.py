"""The glossary: every word is told once, in plain words, and only words that stand in a text are explained."""

from compare.words.terms import terms, terms_in


def test_each_word_stands_once_by_the_alphabet_with_a_meaning_and_a_source():
    names = [term.term.casefold() for term in terms()]
    assert names == sorted(set(names))
    assert all(term.means.endswith(".") and term.also and term.source for term in terms())


def test_no_form_belongs_to_two_words():
    forms = [form for term in terms() for form in term.also]
    assert len(forms) == len(set(forms))


def test_a_word_is_found_whole_in_any_case_and_letters_only_as_they_are_written():
    assert [term.term for term in terms_in(["CHEMOTHERAPY first"])] == ["chemotherapy"]
    assert [term.term for term in terms_in(["trialling", "a pet", "direct"])] == []
    assert [term.term for term in terms_in(["a PET"])] == ["scan"]


def test_nothing_is_explained_in_an_empty_text():
    assert terms_in([]) == terms_in([""]) == ()
