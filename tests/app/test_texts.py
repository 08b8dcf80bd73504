import re

import pytest

from compare.app import texts
from compare.app.texts import LIVE, plain

ADVICE = (
    "best treatment",
    "best option",
    "best plan",
    "you should",
    "you must",
    "recommended option",
    "correct opinion",
)


@pytest.mark.parametrize("text", plain())
def test_no_sentence_gives_advice_or_a_decimal(text):
    assert not [phrase for phrase in ADVICE if phrase in text.casefold()]
    assert not re.search(r"\d[.,]\d", text)


@pytest.mark.parametrize("text", plain())
def test_sentences_are_short(text):
    for sentence in re.split(r"(?<=[.?!:;])\s", text):
        assert len(sentence.split()) <= 24


def test_every_text_of_the_module_is_listed():
    assert texts.ALL_ZERO in plain()
    assert set(LIVE.values()) <= set(plain())
