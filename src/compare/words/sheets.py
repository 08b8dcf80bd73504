"""What stands on the sheets that a family fills in without this program: titles, heads, hints, and one filled example."""

from __future__ import annotations

START, OPINION, PEOPLE, EXAMPLE, MORE, LISTS = (
    "Start",
    "Opinion {number}",
    "People",
    "Example",
    "Everything else",
    "Lists",
)

READ = (START, "Opinion 1", "Opinion 2", PEOPLE, EXAMPLE, MORE)

TITLE = "What the doctors said, and what matters to us"
HOW_TO = (
    "Write only in the yellow cells. Leave a cell empty when you do not know. Empty never counts as zero.",
    "Each opinion has its own sheet: “Opinion 1”, “Opinion 2” and so on. A sheet left empty does not count.",
    "Need one more? Make a copy of an empty opinion sheet.",
    "Where there is a small arrow, pick a word from the list.",
    "A number not known for sure? Write its low end and its high end. For counted people, write “8 of 129”.",
    "Write a date as in 2026-03-31. The sheet “Example” shows a filled page.",
    "When you are done, save the file as .xlsx. Then open it in the program, or give it to someone who can.",
)

CASE = "The choice"
PATIENT = "The patient"
GOALS = "What the patient wants most"
GOALS_LEAD = "The most important first."
DECISION = "What was decided"
DECISION_LEAD = "Leave this empty until there is a decision."
OPINION_TITLE = "What one doctor said"
OPINION_LEAD = "One sheet for each doctor. Fill in what you know, in the yellow cells."
PEOPLE_TITLE = "Who says what matters"
PEOPLE_LEAD = ("One column for each person. Leave a column empty when nobody fills it in.",)
EXAMPLE_LEAD = "An example, made up. Nothing here counts. Look at how it is filled in."
MORE_TITLE = "Everything else"
MORE_LEAD = (
    "What has no place on the other sheets. One value in each row. You need not fill this in.",
    "If you change a name on another sheet, change it here too.",
)
VERSION = "Version of this form"

WHO = "Who said it, when and how"
FINDINGS = "What they found"
TESTS = "Tests for treatment targets"
TESTS_LEAD = "The test on the left, its result in yellow. Or write: not done."
PLAN = "What they plan"
SIDE_EFFECTS = "Side effects, one by one"
OUTCOMES = "How it may turn out"
EFFECTS_LEAD = "Of 100 people, how many? Write what may happen on the left."
FOR, AGAINST = "What speaks for it", "What speaks against it"
ASKED = "What was asked"
ASKED_LEAD = "What did this doctor say? If no answer came, write: asked, no answer."
NOTES = "Anything else"

WORST, TOP = "One end of the scale", "The other end"
HEADS = {
    "answer": "Your answer",
    "low": "Low end",
    "high": "High end",
    "words": "In the doctor’s own words",
    "said_by": "Who said it",
    "when": "When",
    "written": "In writing?",
    "time": "By what time",
    "group": "Among which people",
    "source": "Published where",
    "onset": "When it begins",
    "manageable": "Can it be eased?",
}
REREAD = "Looked at it themselves?"
LAYER, FOUND, TEST, RESULT = "What", "What they found", "Test", "Result"
EFFECT, GRADE, LASTS = "What may happen", "How bad, 1 to 5", "How long it lasts"
QUESTION, SAID = "Question", "What they said"
PERSON = "Person {number}"

CASE_FIELDS = {
    "question": ("What has to be decided?", "line", "one sentence"),
    "country": ("Country", "line", ""),
    "entered_by": ("Who fills this in?", "line", ""),
    "entered_on": ("On which day?", "day", "as in 2026-01-31"),
    "decide_by": ("Until when is there time?", "day", "as a doctor said it"),
    "decide_by_said_by": ("Who named that day?", "line", ""),
    "notes": ("Notes", "line", ""),
}
PATIENT_FIELDS = {
    "condition": ("Illness", "line", "as the doctor calls it"),
    "stage": ("Stage", "line", ""),
    "tnm": ("TNM", "line", "if you know it"),
    "age": ("Age", "number", ""),
    "ecog": ("How active (ECOG)", "number", "0 fully active, 4 in bed all day"),
    "journey_point": ("Where in the illness", "choice", ""),
    "approach": ("How far to go", "number", "1 do all, 5 comfort first"),
    "fast_growing": ("Does it grow fast?", "yes_no", ""),
    "fast_growing_said_by": ("Who said so?", "line", ""),
}
JOURNEY = (
    "new diagnosis before treatment",
    "during treatment",
    "recurrence or progression",
    "after treatment",
    "other",
)
GOAL = "Goal"
DECISION_FIELDS = {
    "outcome": ("What was decided?", "choice", ""),
    "opinion": ("For which opinion?", "line", "its name, as on its sheet"),
    "statement": ("In your own words", "line", ""),
    "confidence": ("How sure, 0 to 10", "number", ""),
    "decided_by": ("Who decided?", "line", ""),
    "date": ("When?", "day", ""),
}
DECISIONS = ("stay", "switch", "combine", "third opinion", "take time", "undecided")
NAME_OF_OPINION = ("What do you call this opinion?", "a short name, as in Surgery")
FINDING_FIELDS = {
    "diagnosis": "Diagnosis",
    "pathology": "Tissue sample",
    "cell_type": "Kind of cell",
    "grade": "Grade",
    "stage": "Stage",
    "tnm": "TNM",
    "extent": "How far it has spread",
    "imaging": "Pictures (CT, MRI, PET)",
    "operability": "Can it be operated?",
    "prognosis": "How it may go on",
}
TREATMENT = "Treatment"
STEP = "Step, in order"
IF_NOT = "What comes if it does not work"
PHILOSOPHY = ("How far this doctor goes", "1 do all, 5 comfort first")
PERSON_TITLE = "Who"
MATTERS = "What matters"
MATTERS_LEAD = "How much does the step from the first end to the other end matter to you?"
WHICH = "Which opinion? Its name, as on its sheet"
CERTAINTY_LEAD = "From 0, not at all, to 10, fully."
PERSON_FIELDS = {
    "name": ("Name", "line", ""),
    "role": ("Who is it?", "line", "patient, wife, son, friend"),
}
HOW = ("How do you say it?", "Pick one way. points: 0 to 100 for each. ranking: 1 for what matters most, then 2, 3")
WAYS = ("points", "ranking", "swing", "equal")
CHOICES = {"gut_first": "First feeling", "gut_later": "Feeling later on"}
CHOICE_WHEN, CHOICE_WORDS = "When was that?", "In own words"
CERTAINTY = {
    "knows_enough": "I know enough",
    "clear_what_matters": "I know what matters to me",
    "supported": "I have help with this",
    "sure": "I feel sure",
}
TIMES = {"before": "Before the talk", "after": "After the talk"}
CONCERN = "What else worries me"
FROM_TO = "From “{}” to “{}”"

NO_ANSWER = "asked, no answer"

PICK = "Pick a word from the list, or write a low and a high end."
PICK_TITLE = "Not in the list"

EXAMPLE_OPINION = {
    "name": "Surgery (an example)",
    "doctor": {"name": "Dr. Example", "specialty": "Surgeon", "centre": "Example Hospital"},
    "kind": "first",
    "date": "2026-01-15",
    "mode": "in person",
    "written": True,
    "findings": {
        "diagnosis": "Cancer of the colon",
        "stage": {"answer": "Stage 2", "reread": True, "said_by": "Dr. Example", "when": "2026-01-15"},
        "biomarkers": {"MSI": "not done"},
    },
    "plan": {"name": "Operation, then check-ups", "intent": "curative", "modalities": ["surgery"]},
    "ratings": {
        "rationale": {"evidence": "2A", "explained": "clearly"},
        "experience": {"patients_per_year": {"answer": [40, 60], "said_by": "Dr. Example"}},
        "goals": {"chance": {"answer": "102 of 129", "words": "No cancer after three years", "time": "3 years"}},
        "side_effects": {
            "serious": {"words": "Quite rare", "said_by": "Dr. Example"},
            "recovery": [4, 8],
        },
        "practicality": {"travel_minutes": 40, "cost": "not known"},
    },
    "side_effects": [
        {"name": "Tiredness", "grade": 2, "chance": {"answer": [20, 40], "time": "first month"}, "lasts": "some weeks"},
    ],
    "pros": ["One operation, and it is out"],
    "cons": ["Six weeks without lifting"],
    "asked": {"Can we have this in writing?": ""},
}
"""One opinion as a family may have noted it; made up."""
