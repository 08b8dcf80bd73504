from html.parser import HTMLParser

import pytest

from compare.case import Case, Doctor, Findings, Opinion, Plan
from compare.decisions import combine, decide
from compare.samples import sample, sample_names
from compare.statements import side_by_side
from compare.words import headings

HOSTILE = '<img src=x onerror="alert(1)"> $\\frac{1}{2}$ & \u202eabc'


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.seen, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("name", sample_names())
def test_every_opinion_has_a_column_and_every_question_a_line(name):
    case = sample(name)
    table = side_by_side(case)
    heads, *rows = table.shown()
    assert list(heads)[1:] == list(case.names)
    labels = [row[0] for row in rows]
    for criterion in case.criteria:
        for attribute in criterion.attributes:
            assert attribute.label in labels


def test_an_open_answer_is_said_with_its_reason_and_the_doctors_word():
    ratings = {"goals": {"words": "quite likely"}}
    case = Case(criteria=[{"key": "goals"}], opinions=[{"name": "A", "ratings": ratings}, {"name": "B"}])
    row = side_by_side(case).rows()[0]
    assert row["A"] == "words only; “quite likely”"
    assert row["B"] == "not asked"


def test_text_from_people_stays_text():
    case = Case.model_validate(
        {
            "criteria": [{"key": "goals", "label": "<b>Goals</b>"}],
            "opinions": [{"name": "<script>A</script>", "pros": [HOSTILE.replace("\u202e", "")]}, {"name": "B"}],
        }
    )
    tags = Tags(side_by_side(case)._repr_html_())
    assert not {tag for tag, _ in tags.seen} & {"script", "img", "b"}
    assert "<script>A</script>" in tags.text
    assert "$\\frac{1}{2}$" in tags.text
    assert "mathjax_ignore" in tags.seen[0][1]["class"]


def test_it_says_above_what_is_decided_and_that_practice_data_are_made_up():
    text = Tags(side_by_side(sample("prostate"))._repr_html_()).text
    assert sample("prostate").question in text
    assert " ".join(sample("prostate").notice.split())[:40] in " ".join(text.split())


def test_columns_and_rows_have_scopes():
    tags = Tags(side_by_side(sample("prostate"))._repr_html_())
    assert {attributes.get("scope") for tag, attributes in tags.seen if tag == "th"} == {"col", "row", "rowgroup"}


def test_two_criteria_of_one_name_keep_all_their_lines():
    criteria = [{"key": "one", "label": "Same"}, {"key": "two", "label": "Same"}]
    case = Case(criteria=criteria, opinions=[{"name": "A", "ratings": {"one": 1, "two": 2}}])
    assert [row["A"] for row in side_by_side(case).rows()][:2] == ["1", "2"]


def test_in_a_line_it_names_the_opinions():
    assert "Surgery" in repr(side_by_side(sample("prostate")))
    assert len(repr(side_by_side(sample("prostate")))) < 200


FULL = {
    "name": "B",
    "agreement": {"pathology": "major", "stage": "same"},
    "findings": {
        "cell_type": "ductal",
        "grade": 3,
        "tnm": "cT2 N0",
        "extent": {"words": "It has not spread"},
        "pathology": {"answer": "Grade 2", "words": "No doubt", "reread": "yes"},
        "operability": {"answer": "borderline", "reread": "yes"},
        "imaging": {"said_by": "Dr. C"},
    },
    "plan": {"guideline": {"name": "NCCN", "version": 2.2026, "category": "2A"}, "trial": {"name": "KOWHAI-1"}},
    "alternatives": ["Watch and wait"],
    "further_tests": ["MRI", "A gene test"],
    "trials": [{"id": "T-1"}, {"name": "T-2"}],
    "talked_with_other_doctor": "no",
    "side_effects": [{"name": "tired", "grade": 3, "chance": 5}],
    "asked": {"Why?": "It is small.", "In writing?": ""},
}


def test_what_was_found_and_planned_is_shown_when_stated():
    table = side_by_side(Case(opinions=[{"name": "A"}, FULL]))
    said = {label: [cell.text for cell in cells] for label, cells in table.facts.lines}
    assert {label: cells[1] for label, cells in said.items()} == {
        "Difference from the first opinion": "pathology: major; stage: same",
        "Under the microscope": "Grade 2; “No doubt”; looked again",
        "Kind of cell": "ductal",
        "Grade": "3",
        "Stage in letters (TNM)": "cT2 N0",
        "How far it has spread": "“It has not spread”",
        "Scans": "not known",
        "Can it be operated": "borderline; looked again",
        "Trial": "KOWHAI-1",
        "Guideline": "NCCN, 2.2026, category 2A",
        "Other options named": "Watch and wait",
        "More tests wanted": "MRI; A gene test",
        "Trials named": "T-1; T-2",
        "The doctors have talked": "no",
    }
    assert {cells[0] for cells in said.values()} == {"not stated"}


PLACED_ELSEWHERE = {
    Opinion: {"name", "kind", "doctor", "findings", "agreement", "plan", "ratings", "outcomes", "side_effects", "pros", "cons", "asked", "notes"},
    Plan: {"built_from", "needs_doctor_to_confirm"},
    Doctor: set(),
    Findings: {"biomarkers"},
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        (Opinion, {**headings.OPINION_FIELDS, **headings.ALSO_SAID_FIELDS}),
        (Plan, headings.PLAN_FIELDS),
        (Doctor, headings.DOCTOR_FIELDS),
        (Findings, headings.FINDING_FIELDS),
    ],
)
def test_everything_that_can_be_noted_of_an_opinion_has_a_place(kind, labels):
    assert set(kind.model_fields) - set(labels) == PLACED_ELSEWHERE[kind]


def test_what_is_known_of_a_trial_a_doctor_and_the_studies_is_shown():
    trial = {"name": "T-2", "id": 7, "site": "Leeds", "eligible": "yes", "travel_paid": "no", "checked_by": "a nurse"}
    opinion = {
        "name": "A",
        "doctor": {"years": 12, "contacts": [{"name": "Ms. Quill", "role": "coordinator", "phone": "0123"}]},
        "reviewed": {"stage": "reviewed"},
        "philosophy": 4,
        "plan": {
            "trial": trial,
            "evidence_date": 2019,
            "evidence_blocks": {"Safety": 4},
            "unavailable_locally": ["PET"],
        },
    }
    said = {label: cells[0].text for label, cells in side_by_side(Case(opinions=[opinion])).facts.lines}
    assert said == {
        "Years with patients like this": "12",
        "Whom to call": "Ms. Quill, coordinator, 0123",
        "What was looked at": "stage: reviewed",
        "How this doctor treats": "4 of 5 (1: do all that can be done; 5: comfort first)",
        "Trial": "T-2; number: 7; where: Leeds; can we join: yes; checked by: a nurse; travel is paid: no",
        "How new the studies behind it are": "2019",
        "Marks from 1 to 5 in a guideline": "Safety: 4",
        "What cannot be had near home": "PET",
    }


def test_how_bad_an_effect_is_stands_beside_it_and_letters_do_not_make_two_lines():
    other = {"name": "A", "outcomes": [{"name": "Tired", "chance": "not asked"}]}
    ((label, (first, second)),) = side_by_side(Case(opinions=[other, FULL])).chances.lines
    assert (label, first.is_open) == ("Tired", True)
    assert second.remark == "time not stated; group not stated; source not stated; grade 3"


def chance_cell(answer, **more):
    rating = {**(answer if isinstance(answer, dict) else {"answer": answer}), **more}
    effect = {"name": "Tired", "chance": rating, "onset": "late", "manageable": "yes"}
    case = Case(opinions=[{"name": "A", "ratings": {"side_effects": {"serious": rating}}, "side_effects": [effect]}])
    said = side_by_side(case)
    answers = next(group for group in said.answers if group.title == "Side effects")
    return dict(answers.lines)["Severe side effects"][0], said.chances.lines[0][1][0]


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        ([18, 24], "yes: 18 to 24 of 100, no: 76 to 82"),
        ("8 of 129", "yes: 6 of 100, no: 94 (8 of 129)"),
        (0.2, "yes: fewer than 1 of 100, no: more than 99"),
    ],
)
def test_every_chance_has_both_frames_and_says_what_is_missing(answer, text):
    for cell in chance_cell(answer):
        assert cell.text == text
        assert cell.remark.startswith("time not stated; group not stated; source not stated")
    for cell in chance_cell(answer, time="1 year", group="Men", said_by="Dr. Lee"):
        assert "not stated" not in cell.remark
        assert {"1 year", "Men", "Dr. Lee"} <= set(cell.remark.split("; "))


def test_a_word_that_has_a_convention_says_it_and_stays_open():
    for cell in chance_cell({"words": "Common."}):
        assert (cell.text, cell.is_open) == ("words only; “Common.”", True)
        assert cell.remark.startswith("by a convention between 1 and 10 of 100; not for this patient")
    for cell in chance_cell({"words": "quite common"}):
        assert "convention" not in cell.remark


def test_when_an_effect_begins_and_whether_it_can_be_eased_stand_beside_it():
    assert chance_cell(5)[1].remark.endswith("begins later on; something can be done about it")


def test_what_was_asked_shows_every_question_and_what_came_back():
    group = side_by_side(Case(opinions=[{"name": "A", "asked": {"Why?": "It grows."}}, FULL])).asked
    assert group.title == "What was asked"
    assert [(label, [(cell.text, cell.is_open) for cell in cells]) for label, cells in group.lines] == [
        ("Why?", [("It grows.", False), ("It is small.", False)]),
        ("In writing?", [("not asked", True), ("asked, no answer", True)]),
    ]


def test_nothing_asked_makes_no_group():
    assert "What was asked" not in [group.title for group in side_by_side(Case(opinions=[{"name": "A"}])).groups]


@pytest.mark.parametrize("operability", ["not stated", {"said_by": "Dr. C"}])
def test_what_a_doctor_left_open_is_shown_as_open(operability):
    ((_, (cell,)),) = side_by_side(Case(opinions=[{"name": "A", "findings": {"operability": operability}}])).facts.lines
    assert cell.is_open


def other_ways(*opinions, **rest):
    lines = side_by_side(Case(opinions=list(opinions), **rest)).others.lines
    return {label: [(cell.text, cell.is_open) for cell in cells] for label, cells in lines}


ASK = ("not talked about yet: ask what happens if we wait", True)
ANOTHER = ("not talked about yet: ask if there is another way", True)


def test_waiting_and_another_way_are_always_asked_about():
    assert other_ways({"name": "A"}, {"name": "B"}) == {
        "Watch and wait, or no treatment now": [ASK, ASK],
        "Another way that nobody has named?": [ANOTHER, ANOTHER],
    }


@pytest.mark.parametrize("plan", [{"modalities": ["watchful waiting"]}, {"intent": "active surveillance"}])
def test_a_plan_to_wait_answers_the_question(plan):
    found = other_ways({"name": "A"}, {"name": "B", "plan": plan})
    assert found["Watch and wait, or no treatment now"] == [
        ("not part of this plan", False),
        ("this is the plan", False),
    ]


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ({"considered": "yes", "why": "We want to try"}, "Watch and wait: thought about at home; We want to try"),
        ({"considered": "no"}, "Watch and wait: not considered at home"),
        ({"why": "Too late"}, "Watch and wait: said at home; Too late"),
    ],
)
def test_what_the_family_says_of_another_way_is_in_no_doctors_column(answer, label):
    found = other_ways({"name": "A"}, other_options=[{"option": "Watch and wait", **answer}])
    assert found[label] == [("", False)]
    assert "Watch and wait, or no treatment now" not in found


def test_an_option_that_nobody_answered_stays_open():
    found = other_ways({"name": "A"}, other_options=[{"option": "Heat"}, {"option": "Another that nobody named"}])
    assert found["Heat"] == [("not talked about yet", True)]
    assert found["Another that nobody named"] == [ANOTHER]
    assert len(found) == 3


def test_the_other_ways_that_a_doctor_named_answer_the_question():
    found = other_ways(
        {"name": "A", "alternatives": ["heat", "Cold"]}, {"name": "B"}, other_options=[{"option": "Heat"}]
    )
    assert found["Heat"] == [("named by this doctor", False), ("not talked about yet", True)]
    assert found["Another way that nobody has named?"] == [("heat; Cold", False), ANOTHER]


def test_other_ways_stand_in_the_table():
    table = side_by_side(Case(opinions=[{"name": "A"}]))
    assert [row["line"] for row in table.rows() if row["group"] == "Other ways"] == [
        "Watch and wait, or no treatment now",
        "Another way that nobody has named?",
    ]


def test_a_mixed_plan_says_wherever_it_stands_that_a_doctor_has_to_confirm():
    plans = [
        {"name": "A", "plan": {"modalities": ["chemotherapy"]}},
        {"name": "B", "plan": {"modalities": ["surgery"]}},
    ]
    mixed = combine(Case(opinions=plans), "Both", {"A": ["chemotherapy"], "B": ["surgery"]})
    said = {label: [cell.text for cell in cells] for label, cells in side_by_side(mixed).facts.lines}
    assert said["Built from"] == ["", "", "chemotherapy from A; surgery from B"]
    assert said["Mixed plan"] == ["", "", "needs a doctor to confirm"]
    assert not any(
        cell.is_open for label, cells in side_by_side(mixed).facts.lines if "ixed" in label for cell in cells
    )


DECISION = {
    "outcome": "switch",
    "opinion": "B",
    "statement": "<b>Near</b> home.",
    "confidence": 7,
    "decided_by": "Rosa",
    "date": "2026-03-01",
    "care_transfer": "shared",
    "open_points": ["When?", "Where?"],
}


def test_what_was_decided_stands_below_the_table_in_the_persons_own_words():
    table = side_by_side(Case(opinions=[{"name": "A"}, {"name": "B"}], decision=DECISION))
    assert table.notes() == [
        "Decided: change to B",
        "In their own words: “<b>Near</b> home.”",
        "How sure: 7 of 10",
        "By: Rosa; 1 March 2026",
        "Care goes on: with both doctors",
        "Still to ask: When?; Where?",
    ]
    assert "Decided: change to B" in str(table)
    tags = Tags(table._repr_html_())
    assert "<b>Near</b> home." in tags.text
    assert "b" not in {tag for tag, _ in tags.seen}


def test_nothing_decided_says_nothing():
    assert side_by_side(Case(opinions=[{"name": "A"}])).notes() == []
    assert side_by_side(Case(opinions=[{"name": "A"}], decision={})).notes() == []


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("stay", "stay with A"),
        ("third opinion", "hear one more opinion first"),
        ("take time", "take more time"),
        ("undecided", "not decided yet"),
    ],
)
def test_every_outcome_has_its_words(outcome, said):
    made = decide(Case(opinions=[{"name": "A"}, {"name": "B"}]), outcome)
    assert side_by_side(made).notes() == [f"Decided: {said}"]
