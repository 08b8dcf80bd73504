import re

import pytest

from compare.preparation.cards import AnswerCard, Figure
from compare.preparation.lists import Item, checklist, own_texts
from compare.preparation.seen import _LOOKS, Why

MINE = {
    "triggers": Why,
    "reasons": Why,
    "not_waiting": Why,
    "cards": AnswerCard,
    "before": Item,
    "notes": Item,
    "after": Item,
}


@pytest.mark.parametrize(("name", "kind"), MINE.items())
def test_keys_and_labels_stand_once_and_name_their_source(name, kind):
    lines = checklist(name, kind)
    names = [text.casefold() for line in lines for text in (line.key, line.label, *line.also)]
    assert len(set(names)) == len(names)
    assert all(re.match(r"(S[0-4]-\d+|C[1-6]|D:)", line.source) for line in lines)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (["triggers"], [f"S1-{n}" for n in range(17, 28)]),
        (["reasons"], ["S0-5", "S3-3", "S3-4", "S3-5", "S3-6"]),
        (["not_waiting"], ["C3", "S2-4", "S3-17"]),
        (["cards"], ["S0-6", "S0-7", *(f"S4-{n}" for n in (*range(89, 94), *range(97, 104)))]),
        (["before"], ["S0-37", "S0-38", "S1-30", "S1-31", "S1-32", "S1-33", "S4-63", "S4-64"]),
        (["notes"], [f"S4-{n}" for n in range(65, 70)]),
        (["after"], [f"S4-{n}" for n in range(71, 75)]),
        (["arranging"], ["S0-40", "S4-81", "S4-85", "S4-86"]),
    ],
)
def test_every_request_of_the_sources_is_met(names, wanted):
    sources = " ".join(line.source for name in names for line in checklist(name, MINE.get(name, _Loose)))
    assert set(wanted) <= set(re.split(r"[ ,]+", sources))


class _Loose(Item):
    after: tuple[str, ...] = ()


@pytest.mark.parametrize("figure", checklist("figures", Figure), ids=lambda figure: figure.key)
def test_a_figure_never_stands_alone(figure):
    told = figure.sentence()
    assert sum(figure.groups.values()) == 100
    assert figure.people in told
    assert f"{figure.counted} people" in told
    assert figure.change in told
    assert figure.source in told


def test_no_card_tells_a_number_outside_the_figures():
    for card in checklist("cards", AnswerCard):
        text = " ".join((*card.says, *card.actions, card.script))
        assert not re.search(r"%|\bpercent\b|\bin \d+ cases\b|\bof 100\b|one in (four|eight)", text)
        assert set(card.figures) <= {figure.key for figure in checklist("figures", Figure)}


def test_everything_that_is_looked_for_can_be_looked_for():
    named = {line.shown_by for name in ("triggers", "reasons", "not_waiting") for line in checklist(name, Why)}
    assert named - {""} == set(_LOOKS)


def test_sentences_are_short():
    texts = [text for card in checklist("cards", AnswerCard) for text in (*card.says, *card.actions, card.script)]
    texts += [line.why for name in ("triggers", "reasons", "not_waiting") for line in checklist(name, Why)]
    longest = max((sentence for text in texts for sentence in re.split(r"[.?!] ?", text)), key=lambda s: len(s.split()))
    assert len(longest.split()) <= 15, longest


def test_own_words_are_kept():
    assert own_texts(["rare", "Aunt Vera"], checklist("triggers", Why)) == ("Aunt Vera",)
