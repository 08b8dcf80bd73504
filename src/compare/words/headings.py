"""The heads and labels of what the doctors said."""

from __future__ import annotations

WHAT_WAS_SAID = "What each doctor said"
WHO_AND_WHAT = "The doctors and their plans"
CHANCES = "What may happen"
FOR_AND_AGAINST = "For and against"
FOR = "For"
AGAINST = "Against"
WHOLE = "as a whole"
BY_GOAL = "goal by goal, below"
IN_ONE = "one answer for all goals, above"
NOT_STATED = "not stated"
WHAT_WAS_ASKED = "What was asked"
AGREEMENT = "Difference from the first opinion"
LOOKED_AGAIN = "looked again"
CATEGORY = "category {}"
GRADE = "grade {}"
BEGINS = {"acute": "begins soon", "late": "begins later on"}
MANAGEABLE = {"yes": "something can be done about it", "no": "nothing can be done about it"}
TESTS = "Tests for treatment targets"
BUILT_FROM = "Built from"
TO_CONFIRM = "Mixed plan"
CONFIRMED = {True: "needs a doctor to confirm", False: "a doctor has confirmed it"}
OTHER_WAYS = "Other ways"
WAIT = "Watch and wait, or no treatment now"
NOBODY_NAMED = "Another way that nobody has named?"
NOT_TALKED_ABOUT = "not talked about yet"
ASK_ABOUT_WAITING = "not talked about yet: ask what happens if we wait"
ASK_FOR_ANOTHER = "not talked about yet: ask if there is another way"
THIS_PLAN = "this is the plan"
NOT_THIS_PLAN = "not part of this plan"
NAMED_BY_THIS_DOCTOR = "named by this doctor"
TALKED_ABOUT = {True: "thought about at home", False: "not considered at home", None: "said at home"}
WHAT_WAS_DECIDED = "What was decided"
DECIDED = "Decided"
OWN_WORDS = "In their own words"
HOW_SURE = "How sure"
DECIDED_BY = "By"
CARE = "Care goes on"
CARE_WITH = {
    "stay": "with the doctor of the first opinion",
    "transfer": "with another doctor",
    "shared": "with both doctors",
}
STILL_TO_ASK = "Still to ask"

DOCTOR_FIELDS = {
    "name": "Doctor",
    "specialty": "Specialty",
    "centre": "Centre",
    "centre_type": "Kind of centre",
    "dedicated_interest": "Special interest",
    "enrols_trial": "Enrols patients in the trial",
    "board_certified": "Certified in this specialty",
    "fellowship": "Extra training in this cancer",
    "subtype_match": "Knows exactly this kind of cancer",
    "years": "Years with patients like this",
    "patients_per_year": "Patients like this a year",
    "hospital_cases_per_year": "Such operations a year, at the hospital",
    "surgeon_cases_per_year": "Such operations a year, by this surgeon",
    "volume_source": "Where these numbers come from",
    "volume_year": "From which year",
    "technique_available": "Has what this treatment needs",
    "publications": "Has written about it",
    "referral_source": "How we found this doctor",
    "reviews": "Reviews (never counted)",
    "contacts": "Whom to call",
}
OPINION_FIELDS = {
    "date": "Date",
    "mode": "How",
    "independence": "Independent",
    "written": "In writing",
    "agrees_with_diagnosis": "Agrees with the diagnosis",
    "reviewed": "What was looked at",
    "route": "How it came about",
    "initiated_by": "Whose idea it was",
    "shared_with": "Who gets the report",
    "team_members": "Who took part",
    "influenced_by": "What led to the plan",
    "philosophy": "How this doctor treats",
}
FINDING_FIELDS = {
    "diagnosis": "Diagnosis",
    "pathology": "Under the microscope",
    "cell_type": "Kind of cell",
    "grade": "Grade",
    "stage": "Stage",
    "tnm": "Stage in letters (TNM)",
    "extent": "How far it has spread",
    "imaging": "Scans",
    "operability": "Can it be operated",
    "prognosis": "Outlook",
}
PLAN_FIELDS = {
    "name": "Plan",
    "modalities": "Treatments",
    "intent": "Aim",
    "sequence": "In this order",
    "trial": "Trial",
    "guideline": "Guideline",
    "contingencies": "If it does not work",
    "delivery_site": "Where it is given",
    "earliest_start": "Earliest start",
    "next_dates": "Dates to come",
    "advising_site": "Where the advice comes from",
    "unavailable_locally": "What cannot be had near home",
    "evidence_date": "How new the studies behind it are",
    "evidence_blocks": "Marks from 1 to 5 in a guideline",
    "palliative_care_offered": "Palliative care was offered",
    "integrative_therapies": "What else can ease troubles",
    "team": "Who leads the care, and whom to call",
}
ALSO_SAID_FIELDS = {
    "alternatives": "Other options named",
    "further_tests": "More tests wanted",
    "trials": "Trials named",
    "talked_with_other_doctor": "The doctors have talked",
    "rapport": "How the talk felt (never counted)",
}
REVIEWED_FIELDS = {
    "pathology": "slides or pathology report",
    "target_tests": "tests for treatment targets",
    "stage": "stage",
    "physical_condition": "how well the patient is",
    "proposed_plan": "plan of the other doctor",
}
TRIAL_FIELDS = {
    "id": "number",
    "site": "where",
    "eligible": "can we join",
    "checked_by": "checked by",
    "travel_paid": "travel is paid",
}
