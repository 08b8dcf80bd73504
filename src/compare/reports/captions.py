"""The fixed texts of a report."""

IN_SHORT = "In short"
HOW_THEY_COMPARE = "How they compare"
HOW_THEY_COMPARE_NUMBERS = "The same in numbers"
PART_BY_PART = "Part by part"
WHAT_WAS_SAID = "What each doctor said"
WHAT_WAS_SAID_LEAD = (
    "The small number is what the answer is worth on its scale, from 0 to 100. A dashed box is still open."
)
WHO_AND_WHAT = "The doctors and their plans"
FOR_AND_AGAINST = "For and against"
NOT_STATED = "not stated"
NOTHING_YET = "Nothing written down yet."
CHANCES = "What may happen"
CHANCES_LEAD = "Of 100 people in the group that is named: how many it happened to (yes), and how many not (no)."
MATTERS = "What matters to each person"
MATTERS_LEAD = "How much each part counts, out of 100."
NO_PEOPLE = "Nobody has said yet what matters most."
ASK = "What to ask next"
ASK_LEAD = "The answers that could move the result furthest come first. There is room to write."
NOTHING_OPEN = "Every answer is known."
HOW_TO_READ = "How to read this page"
SOURCES = "Sources"
QUESTION_MISSING = "Which plan?"
WHOLE = "as a whole"
FITS = "Fits most closely"
FOR = "For"
AGAINST = "Against"

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
    "agrees_with_diagnosis": "Agrees with the diagnosis",
}
FINDING_FIELDS = {
    "diagnosis": "Diagnosis",
    "pathology": "Under the microscope",
    "stage": "Stage",
    "imaging": "Scans",
    "operability": "Can it be operated",
    "prognosis": "Outlook",
}
PLAN_FIELDS = {
    "name": "Plan",
    "modalities": "Treatments",
    "intent": "Aim",
    "sequence": "In this order",
    "contingencies": "If it does not work",
    "delivery_site": "Where it is given",
    "earliest_start": "Earliest start",
}
IN_WRITING = "In writing"
TESTS = "Tests for treatment targets"
