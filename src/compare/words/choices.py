"""What can be chosen of what a doctor said: the word as it stands in a file, and what a family reads."""

from __future__ import annotations

_KNOWN = {"yes": "Yes", "no": "No", "not known": "Nobody knows"}
YES_NO = {"yes": "Yes", "no": "No"}
REVIEWED_AS = {"reviewed": "Looked at", "not reviewed": "Not looked at", "not known": "Nobody knows"}
CHOICES = {
    "centre_type": {
        "community": "A local hospital or practice",
        "teaching": "A teaching hospital",
        "national cancer centre": "A national cancer centre",
        "other": "Another kind",
    },
    "dedicated_interest": {
        "this cancer": "Mostly this cancer",
        "broad cancer": "Many kinds of cancer",
        "none known": "None that we know of",
    },
    "kind": {
        "first": "The first",
        "second": "The second",
        "third": "The third",
        "later": "A later one",
        "hybrid": "A mix of several plans",
    },
    "mode": {
        "in person": "In person",
        "video": "By video",
        "phone": "By phone",
        "email": "By email",
        "records review": "From the records only",
    },
    "independence": {
        "different institution": "Another hospital",
        "same institution, other team": "The same hospital, another team",
        "same practice": "The same practice",
    },
    "route": {
        "doctor referred": "A doctor sent us",
        "self-referred": "We asked ourselves",
        "insurer required": "The insurer wanted it",
        "other": "In another way",
    },
    "journey_point": {
        "new diagnosis before treatment": "Newly found, before treatment",
        "during treatment": "During treatment",
        "recurrence or progression": "It has come back or grown",
        "after treatment": "After treatment",
        "other": "Something else",
    },
    "ecog": {
        "0": "0: as active as before",
        "1": "1: light work, nothing heavy",
        "2": "2: no work, but up more than half of the day",
        "3": "3: in bed or a chair more than half of the day",
        "4": "4: in bed all day",
    },
    "primary_doctor": {"told": "Yes", "not told": "No"},
    "care_transfer": {
        "stay": "With the doctor of the first opinion",
        "transfer": "With another doctor",
        "shared": "With both doctors",
    },
    "agrees_with_diagnosis": {"yes": "Yes", "partly": "In part", "no": "No", "not stated": "Did not say"},
    "intent": {
        "curative": "To cure",
        "neoadjuvant": "To prepare for the main treatment",
        "adjuvant": "To keep it from coming back, after the main treatment",
        "consolidation": "To make a good result last",
        "maintenance": "To hold a good result",
        "life-prolonging": "To live longer",
        "palliative": "To ease",
        "supportive": "To support",
        "active surveillance": "To watch closely, and treat only if it grows",
        "watchful waiting": "To wait, and treat what troubles",
        "clinical trial": "To take part in a trial",
        "end of life": "To be cared for at the end of life",
    },
    "operability": {
        "operable": "Yes",
        "borderline": "Perhaps",
        "inoperable": "No",
        "not applicable": "Does not apply here",
        "not stated": "Did not say",
    },
    **dict.fromkeys(
        (
            "board_certified",
            "subtype_match",
            "technique_available",
            "enrols_trial",
            "eligible",
            "travel_paid",
            "manageable",
            "by_video",
        ),
        _KNOWN,
    ),
    "coverage": {
        "covered": "Covered",
        "part": "Covered in part",
        "not covered": "Not covered",
        "required": "They ask for a second opinion",
        "not known": "Nobody knows",
    },
    "per": {"once": "Once", "month": "Each month"},
}
"""What can be chosen, by field: the word as it stands in a file, and what is shown."""
TREATMENTS = {
    "surgery": "Surgery",
    "radiation": "Radiation",
    "chemotherapy": "Chemotherapy",
    "immunotherapy": "Immunotherapy",
    "targeted drug": "Targeted drug",
    "hormone therapy": "Hormone therapy",
    "transplant": "Transplant",
    "liver-directed treatment": "Treatment of spots in the liver",
    "active surveillance": "Close watching (active surveillance)",
    "watchful waiting": "Watchful waiting",
    "supportive care": "Supportive care",
    "clinical trial": "A trial",
    "other": "Something else",
}
STEPS_OF_CARE = {
    "1": "1: do all that can be done",
    "2": "2",
    "3": "3: in between",
    "4": "4",
    "5": "5: comfort first",
}
AGREEMENT = {
    "same": "The same",
    "minor": "A little different",
    "major": "Very different",
    "not stated": "Not said",
}
GRADES = {
    "1": "1: mild",
    "2": "2: in the way of some things",
    "3": "3: severe",
    "4": "4: a danger to life",
    "5": "5: death",
}
ONSETS = {"acute": "Soon", "late": "Later on"}
