"""What stands at the fields about the patient and about the comparison as a whole."""

from __future__ import annotations

ABOUT = "About the patient"
ABOUT_NOTE = "All of it can stay open. What stands here goes on the papers that you take along."
FIELDS = {
    "condition": ("Illness", "line"),
    "journey_point": ("Where things stand", "choice"),
    "stage": ("Stage", "line"),
    "tnm": ("Stage in letters (TNM)", "line"),
    "ecog": ("How well the patient is", "choice"),
    "age": ("Age", "answer"),
    "other_conditions": ("Other illnesses", "lines"),
    "primary_doctor": ("Does the first doctor know that we ask others?", "choice"),
    "fast_growing": ("A doctor said that it grows fast", "yes_no"),
    "fast_growing_said_by": ("Who said so", "line"),
    "cost_facit_score": ("Score of the questions about money (COST)", "answer"),
}
WANTS = "What the patient wants"
GOALS = "Goals, what matters most first"
GOALS_HELP = "One a line, as “live as long as I can” or “stay at home”."
APPROACH = "From 1 to 5, which way the patient would like to go"

MORE = "More about this comparison"
CASE = {
    "country": ("Country", "line"),
    "entered_by": ("Who writes this down", "line"),
    "entered_on": ("Written down on", "day"),
    "notice": ("A remark that stands on every page", "line"),
    "sources": ("Where published numbers come from", "lines"),
    "notes": ("Notes", "long"),
}
