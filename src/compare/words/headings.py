"""The heads and labels of what the doctors said."""

from __future__ import annotations

WHAT_WAS_SAID = "What each doctor said"
WHO_AND_WHAT = "The doctors and their plans"
CHANCES = "What may happen"
FOR_AND_AGAINST = "For and against"
FOR = "For"
AGAINST = "Against"
WHOLE = "as a whole"
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
}
OPINION_FIELDS = {
    "date": "Date",
    "mode": "How",
    "independence": "Independent",
    "written": "In writing",
    "agrees_with_diagnosis": "Agrees with the diagnosis",
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
}
ALSO_SAID_FIELDS = {
    "alternatives": "Other options named",
    "further_tests": "More tests wanted",
    "trials": "Trials named",
    "talked_with_other_doctor": "The doctors have talked",
}
