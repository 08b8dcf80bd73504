"""What stands at the fields in which a family writes down what each doctor said: plain, short, without a reproach."""

from __future__ import annotations

from collections.abc import Sequence

from compare.words.numbers import counted, listing

RANGE = "{low} to {high}"
BETWEEN = "Somewhere between"
NOTHING_KNOWN = "Nothing known: why?"
NOT_ASKED = "Not asked yet"
ANSWERED = "We have an answer"
WHY = {
    "not asked": NOT_ASKED,
    "asked, no answer": "Asked, but no answer came",
    "words only": "Only words, no number",
    "not applicable": "Does not apply here",
    "not known": "The doctor does not know",
}
ANSWERED_HOW = "How to answer this part"
WAYS = {"": "Question by question", "whole": "As a whole, from 0 to 100"}
GOALS_ANSWERED_HOW = "How to answer for the goals"
GOAL_WAYS = {"": "All goals in one answer", "goals": "Goal by goal"}
GOALS_LEFT = "A goal is gone, and with it what was answered on it. You can take that back."
PUT_ASIDE = "Put aside: {what}. It comes back with “{way}”."
WOULD_GO_ASIDE = "“{way}” would put aside: {what}. It can come back."
TWICE = "This name stands there twice."
EACH_ONCE = "each name once"
NO_RESULT = "A line needs a name, a colon, and what belongs to it."
NAME_AND_RESULT = "a line such as “EGFR: no change found” or “Next scan: 2026-04-01”"

OPINIONS = "Opinions"
SHORT_FILLED = "{known} of {total}"
NOTHING_YET = "nothing yet"
SECTION_FILLED = "{known} of {total} filled in"
SECTION_DONE = "all {total} filled in"
NOT_SAID = "Not said"
REMOVED = "{name} was removed. “Take back” brings it back."
LEANED = " With it goes the first feeling of {names}."
COPY = " (copy)"
COPY_NUMBER = " (copy {number})"
ONE_MORE = "This is a copy. Give it a name of its own and change what differs."
EMPTY_NOW = "Here is an empty comparison. “Take back” brings back the one before."
LAST_OPINION = "One opinion always stays. Change this one, or add another first."

WHO = "Who said it, when and how"
MORE_ABOUT_DOCTOR = "More about this doctor"
LOOKED_AT = "What the doctor looked at"
FOUND = "What they found"
COMPARED = "Compared with the first opinion"
COMPARED_NOTE = "What the doctor says about it. Where nothing stands, it is worked out from what both said."
PLAN = "What they plan"
TRIAL = "A trial in this plan"
MORE_ABOUT_PLAN = "More about the plan"
MAY_HAPPEN = "What may happen"
TURNS_OUT = "How it may turn out"
SIDE_EFFECTS = "Side effects"
ASKED = "What was asked"
ASKED_NOTE = "The same questions for every doctor. Note what they said, in a few words."
KNOWN_FROM_ABOVE = "Already answered by what stands in another field."
WAS_ASKED = "Asked, but no answer came"
ALSO = "What else they said"
WHERE_FROM = "Where this comes from"
OTHER_WAYS = "Other ways"
OTHER_WAYS_NOTE = "Ways that nobody here plans, such as watching and waiting. Were they talked about?"

BY_HOW = "By what time"
AMONG = "Among which people"
WHEN = "When it was said"
REREAD = "Looked at it themselves"
PAIRS_HELP = {
    "next_dates": "One a line, as “Next scan: 2026-04-01”.",
    "evidence_blocks": "One a line, as “Safety: 4”. Copy them from the guideline; leave this empty if you do not have it.",
}
TESTS_HELP = "One a line, as “EGFR: no change found”. For a test without a result: “ALK: not done”."


DOCTOR = {
    "name": ("Doctor", "line"),
    "specialty": ("Specialty", "line"),
    "centre": ("Centre or hospital", "line"),
    "centre_type": ("Kind of centre", "choice"),
    "dedicated_interest": ("Special interest", "choice"),
}
MORE_DOCTOR = {
    "board_certified": ("Certified in this specialty", "choice"),
    "subtype_match": ("Knows exactly this kind of cancer", "choice"),
    "fellowship": ("Extra training in this cancer", "line"),
    "years": ("Years with patients like this", "answer"),
    "patients_per_year": ("Patients like this a year", "answer"),
    "hospital_cases_per_year": ("Such operations a year, at the hospital", "answer"),
    "surgeon_cases_per_year": ("Such operations a year, by this surgeon", "answer"),
    "volume_source": ("Where these numbers come from", "line"),
    "volume_year": ("From which year", "line"),
    "technique_available": ("Has what this treatment needs", "choice"),
    "enrols_trial": ("Enrols patients in the trial", "choice"),
    "publications": ("Has written about it", "line"),
    "referral_source": ("How we found this doctor", "line"),
    "reviews": ("Reviews (noted, never counted)", "line"),
}
CONTACTS = "Whom to call"
CONTACT = {
    "name": ("Name", "line"),
    "role": ("What they do", "line"),
    "phone": ("Phone", "line"),
    "email": ("Email", "line"),
}
ADD_CONTACT = "Add somebody to call"
VISIT = {
    "kind": ("Which opinion is it", "choice"),
    "date": ("Date", "day"),
    "mode": ("How", "choice"),
    "independence": ("How far from the first doctor", "choice"),
    "route": ("How it came about", "choice"),
    "written": ("In writing", "yes_no"),
    "agrees_with_diagnosis": ("Agrees with the diagnosis", "choice"),
    "initiated_by": ("Whose idea it was", "line"),
}
REVIEWED = {
    "pathology": "The slides or the pathology report",
    "target_tests": "The tests for treatment targets",
    "stage": "The stage",
    "physical_condition": "How well the patient is",
    "proposed_plan": "The plan of the other doctor",
}
PLAN_FIRST = {
    "name": ("The plan in one line", "line"),
    "intent": ("Aim", "choice"),
}
PLAN_NEXT = {
    "sequence": ("In which order", "lines"),
    "contingencies": ("What comes if it does not work", "lines"),
    "delivery_site": ("Where it would be given", "line"),
    "earliest_start": ("Could start on", "day"),
    "next_dates": ("Dates to come", "pairs"),
}
MORE_PLAN = {
    "advising_site": ("Where the advice comes from", "line"),
    "unavailable_locally": ("What cannot be had near home", "lines"),
    "evidence_date": ("How new the studies behind it are", "line"),
    "palliative_care_offered": ("Help with symptoms was offered (palliative care)", "yes_no"),
    "integrative_therapies": ("What else can ease troubles", "line"),
    "team": ("Who leads the care, and whom to call", "line"),
    "built_from": ("Put together from these opinions", "lines"),
    "needs_doctor_to_confirm": ("A doctor still has to confirm it", "yes_no"),
    "evidence_blocks": ("Marks from 1 to 5 in a guideline", "pairs"),
}
GUIDELINE = {
    "name": ("Guideline that the doctor named", "line"),
    "version": ("Its version", "line"),
    "date": ("Of which date", "line"),
    "category": ("Its category for this plan", "line"),
}
TRIAL_FIELDS = {
    "name": ("Name of the trial", "line"),
    "id": ("Its number", "line"),
    "site": ("Where", "line"),
    "eligible": ("Can we join", "choice"),
    "checked_by": ("Who checked that", "line"),
    "travel_paid": ("Travel is paid", "choice"),
}
TRIALS = "Other trials that this doctor named"
ADD_TRIAL = "Add a trial"
MODALITIES = "Which treatments"
ALSO_FIELDS = {
    "influenced_by": ("What led to the plan", "lines"),
    "alternatives": ("Other options that this doctor named", "lines"),
    "further_tests": ("More tests or visits wanted", "lines"),
    "team_members": ("Who took part", "lines"),
    "shared_with": ("Who gets the report", "lines"),
    "talked_with_other_doctor": ("The two doctors have talked", "yes_no"),
    "rapport": ("How the talk felt", "line"),
    "notes": ("Notes", "long"),
}
PHILOSOPHY = "From 1 to 5, how this doctor treats"
EFFECT_NAME = "What may happen"
CHANCE = "Of 100 people, how many"
CHANCE_HELP = "A number such as 18, a range such as “5 to 10”, or a count such as “8 of 129”."
PEOPLE = "of 100 people"
GRADE = "How bad"
ONSET = "When it begins"
LASTS = "How long it lasts"
MANAGEABLE = "Can something be done about it"
ADD_OUTCOME = "Add a way it may turn out"
ADD_SIDE_EFFECT = "Add a side effect"
NEW_ITEMS = {
    "outcomes": "Outcome {number}",
    "side_effects": "Side effect {number}",
    "trials": "Trial {number}",
    "contacts": "Contact {number}",
}
"""What an item is called that was just added to a list, by the list."""
OPTION = "Which way"
CONSIDERED = "Was it talked about?"
WHY_NOT = "What was said about it"
ADD_OPTION = "Add another way"
ADD_WAITING = "Add “watch and wait”"
NEW_OPTION = "Another way {number}"
REMOVE_NAMED = "Remove {name}"
COPY_NAMED = "Copy {name}"


SAMPLES = {
    "breast": ("How much surgery for early breast cancer?", "3 opinions, published results of two old trials"),
    "colon-stage-4": ("Colon cancer in the liver: hold it back, or try to cure it?", "4 opinions, made up"),
    "getting-ready": (
        "Rectal cancer: operate at once, or treat it first?",
        "1 opinion so far, made up but for two published numbers",
    ),
    "lung-stage-3": ("Radiation or surgery for lung cancer?", "2 opinions, published results of two trials"),
    "lymphoma": ("Lymphoma: is the plan sound, and where to have it?", "2 opinions that agree, made up"),
    "prostate": ("Watch, operate or radiate early prostate cancer?", "3 opinions, published results of one trial"),
    "sarcoma": ("What is this lump in the thigh?", "2 opinions on two different illnesses, made up"),
}
"""Each sample case: its question, and what is in it."""

KEPT_HERE = "Kept in this folder"
THIS_COMPARISON = "This comparison"
SAID_BY = "Who named that day"


def filled(known: int, total: int) -> str:
    """Say how many of some fields are filled in, in two or three words."""
    if not known:
        return NOTHING_YET
    return (SECTION_DONE if known == total else SECTION_FILLED).format(known=known, total=total)


def removed(name: str, leaned: Sequence[str] = ()) -> str:
    """Say what was removed, whose choice goes with it, and how to have it back."""
    return REMOVED.format(name=name) + (LEANED.format(names=listing(leaned)) if leaned else "")


def opinions_open(known: int, total: int, opinions: int) -> str:
    """Say how many answers of all opinions are filled in, without a reproach."""
    return (
        f"{counted(known, 'answer')} of {total} in {counted(opinions, 'opinion')}. What nobody knows yet can stay open."
    )
