"""The report for the family: every look in its chapter, in the order in which a family reads."""

from itertools import pairwise

from papers import paper_of

import compare
from compare.reports import captions, report
from compare.reports.parts import Cards, Chapter, Fields, Paragraphs, Picture
from compare.words import reporting


def made(case):
    return report(compare.score(case))


def titles(case):
    return [part.title for part in made(case).parts]


def test_the_chapters_stand_in_the_order_in_which_a_family_reads():
    chapters = [part.title for part in paper_of("prostate").parts if isinstance(part, Chapter)]
    assert chapters == [
        reporting.COMPARED, reporting.SAID, reporting.HAPPENS, reporting.MATTERS, reporting.SURE, reporting.NEXT, reporting.THIS_PAPER,
    ]  # fmt: skip


def test_no_chapter_is_empty():
    for case in (compare.Case(opinions=[{"name": "A"}]), compare.Case(opinions=[{"name": "A"}, {"name": "B"}])):
        parts = made(case).parts
        assert not any(isinstance(one, Chapter) and isinstance(after, Chapter) for one, after in pairwise(parts))
        assert not isinstance(parts[-1], Chapter)


def test_every_outcome_with_a_number_is_drawn_once_and_side_effects_by_themselves():
    case = compare.sample("prostate")
    drawn = {part.title: part.chart.alt for part in made(case).parts if isinstance(part, Picture)}
    found = compare.what_may_happen(case)
    for outcome in found.stated:
        title = reporting.EFFECTS_DRAWN if outcome.side_effect else captions.CHANCES_DRAWN
        assert [name.startswith(title) for name, alt in drawn.items() if f" {outcome.name}:" in alt] == [True]
    assert "happens to 6 of 100" in drawn[f"{reporting.EFFECTS_DRAWN} (1 of 2)"]


def test_what_has_no_number_and_what_does_not_fit_is_said():
    effects = [{"name": f"Effect {place}", "chance": place} for place in range(1, 16)]
    case = compare.Case(opinions=[{"name": "A", "side_effects": [*effects, {"name": "Itch"}]}, {"name": "B"}])
    (part,) = [part for part in made(case).parts if part.title == reporting.NOT_DRAWN]
    assert part.texts == ["And 3 more with a number, in the table.", "Named, but without a number so far: Itch."]


def test_hopes_and_worries_and_notes_are_told():
    parts = {part.title: part for part in paper_of("prostate").parts}
    hopes = parts[reporting.WHAT_ABOUT]
    assert isinstance(hopes, Fields)
    assert dict(hopes.fields)[reporting.GOALS].startswith("1. Not to die of this cancer; 2. Stay dry")
    minds = parts[reporting.ON_THEIR_MINDS]
    assert isinstance(minds, Cards)
    assert [card.name for card in minds.cards] == ["Walter (patient)", "Irene (wife)"]
    assert isinstance(parts[reporting.NOTES], Paragraphs)


def test_a_source_is_told_as_fully_as_the_file_does():
    parts = {part.title: part for part in paper_of("prostate").parts}
    assert parts[captions.SOURCES].texts[0].startswith("[1] Hamdy et al.")
    assert "1,643 men" in parts[captions.SOURCES].texts[0]
    assert len(parts[captions.SOURCES].texts) == 2


def test_little_is_left_out_where_little_is_known():
    found = titles(compare.Case(opinions=[{"name": "A"}]))
    assert reporting.SURE in found
    assert not {reporting.HAPPENS, reporting.WHAT_ABOUT, reporting.NOTES, reporting.TWO_WEIGHTS} & {*found}


def test_two_parts_are_weighed_together_where_there_is_a_third():
    ratings = [{"a": 70, "b": 20, "c": 50}, {"a": 20, "b": 70, "c": 50}]
    three = [{"key": key} for key in "abc"]
    opinions = [{"name": name, "ratings": given} for name, given in zip("XY", ratings, strict=True)]
    assert reporting.TWO_WEIGHTS in titles(compare.Case(criteria=three, opinions=opinions))
    fewer = [opinion | {"ratings": {key: opinion["ratings"][key] for key in "ab"}} for opinion in opinions]
    assert reporting.TWO_WEIGHTS not in titles(compare.Case(criteria=three[:2], opinions=fewer))
