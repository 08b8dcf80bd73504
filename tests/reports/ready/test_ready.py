import re

import pytest
from hypothesis import HealthCheck, given, settings
from made_up import HOSTILE, cases
from test_words import ADVICE

from compare.case import Case
from compare.preparation.cards import AnswerCard, all_figures
from compare.preparation.lists import checklist
from compare.reports import Report, ready
from compare.reports.parts import Cards, Chapter, Fields, Questions, Table
from compare.samples import sample, sample_names
from compare.scoring import score
from compare.words import needing, visits

PAPERS = ("questions", "summary", "packet", "visit", "reasons", "answers", "afterwards")
EMPTY = Case(opinions=[{"name": "A"}])


def parts_of(name, case):
    return ready.hurry(score(case)) if name == "hurry" else getattr(ready, name)(case)


@pytest.mark.parametrize("name", [*PAPERS, "hurry"])
@pytest.mark.parametrize("case", [EMPTY, *map(sample, sample_names())], ids=["empty", *sample_names()])
def test_every_paper_of_every_case_is_a_page_without_advice(name, case):
    parts = parts_of(name, case)
    page = Report(name, "", [], parts).html()
    assert parts
    assert not ADVICE.search(re.sub(r"<[^>]+>", " ", page))
    assert all(part.title for part in parts)


@pytest.mark.parametrize("name", [*PAPERS, "hurry"])
def test_tables_have_a_cell_for_each_head(name):
    for part in parts_of(name, sample("colon-stage-4")):
        if isinstance(part, Table):
            assert {len(cells) for _, cells in part.rows if cells} <= {len(part.heads) - 1}


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=15)
@given(cases())
def test_any_case_makes_every_paper(case):
    for name in (*PAPERS, "hurry"):
        assert Report(name, "", [], parts_of(name, case)).html()


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_what_people_wrote_is_only_ever_text(text):
    own = {"question": text, "asked_by": text, "ask": text}
    noted = {"reasons": [text], "barriers": [text], "questions": [own], "visits": [{"doctor": text}]}
    case = Case(
        opinions=[{"name": "A", "asked": {text: text}}], preparation={**noted, "summary": {"medicines": [text]}}
    )
    for name in PAPERS:
        page = Report(name, "", [], parts_of(name, case)).html()
        assert "<script>alert" not in page


def test_the_questions_of_a_family_in_a_hurry_begin_with_five():
    case = sample("lung-stage-3")
    hurried = case.model_copy(update={"preparation": case.preparation.model_copy(update={"short_on_time": True})})
    first, *_ = ready.questions(hurried)
    assert (first.title, len(first.texts)) == (needing.FIVE, 5)
    assert ready.questions(case)[0].title != needing.FIVE


def test_the_visit_has_its_blocks_in_order():
    parts = ready.visit(sample("lung-stage-3"))
    titles = [part.title for part in parts]
    assert titles == [
        visits.VISIT, visits.BEFORE, visits.FIRST_PLAN, visits.MUST_KNOW, visits.TO_ASK, visits.LATER, visits.NOTES, visits.AFTER,
    ]  # fmt: skip
    assert isinstance(parts[4], Questions)
    assert [text for _, text in parts[3].fields] == ["", "", ""]


def test_what_is_missing_from_the_summary_has_a_line_to_write_on():
    (fields,) = ready.summary(EMPTY)
    assert isinstance(fields, Fields)
    assert {text for _, text in fields.fields} == {""}


def test_all_cards_are_on_paper_and_those_noted_come_first():
    noted = EMPTY.model_copy(
        update={"preparation": Case(opinions=[{"name": "A"}], preparation={"barriers": ["too_late"]}).preparation}
    )
    for case in (EMPTY, noted):
        cards = [card.name for part in ready.answers(case) if isinstance(part, Cards) for card in part.cards]
        assert sorted(cards) == sorted(card.label for card in checklist("cards", AnswerCard))
    assert ready.answers(noted)[0].title == needing.NOTED_TITLE
    assert not any(isinstance(part, Chapter) for part in ready.answers(noted))


def test_what_the_family_wants_to_say_stands_first_in_their_own_words():
    first = ready.answers(Case(opinions=[{"name": "A"}], preparation={"script": "Thank you. May we ask?"}))[0]
    assert (first.title, first.texts) == ("What we want to say to our doctor", ["“Thank you. May we ask?”"])


def test_a_figure_on_paper_says_whom_it_counts_what_changed_and_where():
    table = ready.answers(EMPTY)[-1]
    assert table.heads == needing.FIGURE_HEADS
    assert all(cell.text for _, cells in table.rows for cell in cells)
    assert [text for text in table.points if text == needing.published(1, all_figures()[0].source)]
    assert len(table.points) == len(table.rows) + 1
