"""The words of the table of questions: what each doctor said to each of them."""

from __future__ import annotations

from compare.words.numbers import counted

TITLE = "What each doctor said to each question"
LEAD = "A dashed box has not been asked. A blank one is a question to somebody else."
FORM_TITLE = "Questions to take along"
FORM_LEAD = "Tick a question when it was asked. Write the answer on the line."
QUESTION = "Question"
ASKED = "Asked"
ANSWER = "What the doctor said"
STANDARD = "Questions to every doctor"
OWN = "Our own questions"
OTHER = "Other questions that were asked"
NOT_ASKED = "not asked"
NO_ANSWER = "asked, no answer"
NOT_NOTED = "asked, the answer is not noted here"
NOTE_TAKER = "Who takes notes"
DATE = "Date"
DOCTOR = "Doctor"
TICK, TICKED = "☐", "☑"
UNITS = {"doctor.patients_per_year": "patients a year"}
ALL_ASKED = "Every doctor has been asked every question."


def put_by(question: str, asked_by: str | None) -> str:
    """Return a question and whose it is.

    Examples
    --------
    >>> put_by("Can I work?", "Rosa"), put_by("Can I work?", None)
    ('Can I work? (Rosa asks)', 'Can I work?')
    """
    return f"{question} ({asked_by} asks)" if asked_by else question


def step_of_care(step: str) -> str:
    """Return how strongly a doctor tends to treat.

    Examples
    --------
    >>> step_of_care("2")
    '2 of 5 (1: do all that can be done; 5: comfort first)'
    """
    return f"{step} of 5 (1: do all that can be done; 5: comfort first)"


def still_to_ask(doctor: str, count: int, of: int) -> str:
    """Say how many questions a doctor has not been asked.

    Examples
    --------
    >>> still_to_ask("Dr. Fern (Plan A)", 3, 20)
    'Dr. Fern (Plan A) has not been asked 3 of 20 questions.'
    """
    return f"{doctor} has not been asked {count} of {counted(of, 'question')}."
