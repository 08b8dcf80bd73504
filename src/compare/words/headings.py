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
IN_WRITING = "In writing"
TESTS = "Tests for treatment targets"

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
