"""What stands on the screen for getting ready: its fields and buttons, plain, short, kind."""

from __future__ import annotations

TODAY = "Which day is it?"
TODAY_HELP = "Late and next are counted from this day. Change it to look ahead."
STARTED = "We started on"
STARTED_HELP = "Week 1 of the plan begins here."
NOT_STARTED = "Week 1 begins here. As long as no day is named, the plan begins anew each day."
SHORT_ON_TIME = "We are short on time"
AS_A_PICTURE = "Show the plan as a picture"
HIDE_PICTURE = "Hide the picture"

TRIGGERS = "About the illness, the doctor or the plan"
REASONS = "What we hope for"
OWN_REASON = "Another reason, in your own words"
BARRIERS = "What worries us before"
CHALLENGES = "What is hard on the way"
OWN_WORRY = "Another worry, in your own words"
SCRIPT = "What we want to say to our doctor"
SCRIPT_HELP = "Two or three sentences are enough. What you ticked above gives words to start from."

STEP_MORE = "Who, when and notes"
STEP = {
    "owner": ("Who does it", "line"),
    "due": ("By which day", "day"),
    "done": ("Done on", "day"),
    "resources": ("What to have ready", "lines"),
    "note": ("Notes", "long"),
}
STEP_STATE = "Where it stands"
WEEK = "In which week"
WEEK_HELP = "A number such as 2, or two as “1 to 2”. A day counts more."
BELONGS = "What belongs to it:"
NEW_STEP = "Add a step of your own"
NEW_STEP_HELP = "As “Ask a friend to drive”. Press Enter to add it."

RECORD_REPORT = "The report is here"
RECORD_MORE = {
    "pictures": "The pictures are here",
    "slides": "The slides are sent",
    "tissue": "The tissue is sent",
}
RECORD_DAYS = "Days and notes"
RECORD = {
    "requested": ("Asked for on", "day"),
    "received": ("Here since", "day"),
    "sent": ("Sent on to the new doctor on", "day"),
    "needed": ("Is there such a record?", "yes_no"),
    "note": ("Notes", "line"),
}
RECORD_OTHER = {
    "have_images": ("The pictures are here", "yes_no"),
    "slides_sent": ("Slides or tissue are sent", "yes_no"),
}
NEW_RECORD = "Add a record by its own name"
NEW_RECORD_HELP = "As “CT of the chest” or “Letter of Dr. Lee”. Press Enter to add it."
TO_ASK_FOR = "What to ask for"
CALLED = "What to call it"
REMOVE = "Remove {name}"

DOCTOR_TRIP = {
    "earliest": ("First free day", "line"),
    "by_video": ("The visit can be by video", "choice"),
    "travel": ("How far, and how long the trip takes", "line"),
    "visits": ("How many visits", "line"),
    "support_services": ("Help there, such as a social worker", "line"),
    "parking": ("Parking, bus or train", "line"),
    "lodging": ("A place to stay", "line"),
    "note": ("Notes", "long"),
}
DOCTOR_KNOWS = "What this doctor knows and does"
TRIP = "The way there"
ADD_DOCTOR = "Add a doctor to ask"

OTHER_CALLS = "Other calls"
NOTE_ANSWER = "Note the answer"
NOTE_ANSWER_TO = "Note the answer: {question}"
CALL = {
    "question": ("What we asked", "line"),
    "answer": ("What they said", "long"),
    "date": ("Day of the call", "day"),
    "insurer": ("Which insurer", "line"),
    "spoke_to": ("Whom we spoke to", "line"),
    "reference": ("Number of the call", "line"),
    "coverage": ("Is it covered?", "choice"),
    "percent_covered": ("How much they pay, of 100", "answer"),
    "network": ("Whom they have under contract", "line"),
}
ADD_CALL = "Add a call"
COST = {
    "what": ("What it is for", "line"),
    "low": ("At least", "answer"),
    "high": ("At most", "answer"),
    "currency": ("In which money", "line"),
    "payer": ("Who pays", "line"),
    "per": ("How often", "choice"),
    "coverage": ("What the insurer does", "choice"),
}
NEW_COST = "A cost"
ADD_COST = "Add a cost"

TO_QUESTIONS = "Go to “What to ask”"
SUMMARY = {
    "timeline": ("What happened when", "lines"),
    "medicines": ("Medicines and supplements", "lines"),
    "earlier_treatment": ("Treatment and operations so far", "lines"),
    "symptoms": ("Symptoms, and how they change", "lines"),
    "family_history": ("Cancer in the family", "lines"),
}
VISIT = {
    "date": ("Day", "day"),
    "doctor": ("Doctor", "line"),
    "support_person": ("Who comes along", "line"),
    "note_taker": ("Who takes notes", "line"),
    "recording_consent": ("May it be recorded?", "yes_no"),
    "diagnosis_understood": ("What is the illness?", "line"),
    "stage_understood": ("How far has it spread?", "line"),
    "goal_understood": ("What is the treatment to reach?", "line"),
}
ADD_VISIT = "Add a visit"

PAPERS = "To take along"
PAPERS_NOTE = (
    "Empty lines stay on paper, to be filled in by hand. Size of paper and names are chosen under “Take away”."
)
ALL_PAPERS = "All of it in one"
CALENDAR = "The days for a calendar"

NAME_TAKEN = "“{name}” is on the list already."
NOT_A_NAME = "A name of a few letters is needed."


def step_note(when: str, state: str, owner: str) -> str:
    """Return when a step is, where it stands and who does it, in one line.

    Examples
    --------
    >>> step_note("2 to 8 March 2026", "open, late", "Ana"), step_note("week 1", "open", "")
    ('2 to 8 March 2026; open, late; Ana', 'week 1; open')
    """
    return "; ".join(part for part in (when, state, owner) if part)


def seen_in(label: str, why: str, seen: str) -> str:
    """Return what speaks for asking another doctor, how it can help, and what the case shows of it.

    Examples
    --------
    >>> seen_in("A rare cancer", "Few doctors see it often.", ""), seen_in("A trial", "Ask.", "Dr. Lee: T1")
    ('A rare cancer. Few doctors see it often.', 'A trial. Ask. (Dr. Lee: T1)')
    """
    return f"{label}. {why}{f' ({seen})' if seen else ''}"
