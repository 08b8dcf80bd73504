"""What stands on the screens of the app: plain, short, kind, without advice."""

from __future__ import annotations

from compare.words.numbers import counted

TITLES = {
    "start": "Start",
    "preparing": "Getting ready",
    "said": "What they said",
    "side_by_side": "Side by side",
    "matters": "What matters",
    "compares": "How it compares",
    "asking": "What to ask",
    "deciding": "Decide",
    "taking": "Take away",
}
LEADS = {
    "start": "Begin a new comparison, open one of yours, or look at practice data. Everything stays on this computer.",
    "preparing": "Get ready for a second opinion, step by step. Skip this screen if you have one already.",
    "said": "Write down what each doctor said, as far as you know it. What you do not know yet can stay open.",
    "side_by_side": "See what each doctor said next to each other, and where they differ.",
    "matters": "Say what matters to each of you. There is no right or wrong here, and nobody has to agree.",
    "compares": "Move what matters and see at once how the recommendations compare.",
    "asking": "These questions could help most. Take them along, tick them off, add your own.",
    "deciding": "When you are ready, write down what you decided, in your own words. It can be changed at any time.",
    "taking": "Save the comparison to print it, send it, or go on with it later.",
}

APP = "Compare what the doctors said"
NAVIGATION = "Screens"
UNDO = "Take back"
REDO = "Do again"

NEW = "New comparison"
NEW_READY = "Get ready for a second opinion"
PRACTICE = "Practice data"
PRACTICE_NOTE = "Made-up people. Three of the cases carry published results, with their sources."
OPEN_OWN = "Open a file of yours"
QUESTION = "What has to be decided?"
QUESTION_HELP = "One sentence, as you would ask it: “Surgery or radiation for Rosa's lung cancer?”"
DECIDE_BY = "Decide by"
DECIDE_BY_HELP = "The day that a doctor named, as 2026-03-31. Ask how much time there really is."

OPINION_NAME = "What to call this opinion"
OPINION_NAME_HELP = "A short name, as “Surgery” or “Dr. Lee”."
ADD_OPINION = "Add an opinion"
COPY = "Copy"
REMOVE = "Remove"
NEW_OPINION = "Opinion {number}"
NEW_PERSON = "Person {number}"
FOR_AND_AGAINST = "For and against"
ONE_A_LINE = "One a line."
WHO_SAID = "Who said it"
IN_WORDS = "In their own words"
WRITTEN = "In writing"
PUBLISHED = "Published where"
NOT_ANSWERED = "Not asked yet"
ANSWER_HELP = "A number from {allowed}. Not sure? A range such as “{low} to {high}”, or leave it empty."
FROM_TO = "From “{worst}” to “{best}”."
ADD_PERSON = "Add a person"
PERSON_NAME = "Name"
ROLE = "Role"
ROLE_HELP = "“patient”, or another word such as daughter or friend."
GUT_FIRST = "Your first feeling: which one do you lean to?"
GUT_LATER = "And now?"
GUT_NOTE = "Asked before the weights, and shown beside the result later. It is never judged."
NO_CHOICE = "No choice yet"
WEIGHTS = "What matters to {name}"
WAY = "How do you want to say it?"

WHAT_CHANGES = "What would change it"
HOW_OFTEN = "How often each comes first"
MAP = "Map of two weights"

PICTURE_FRAME = "A picture"

OWN_QUESTION = "A question of your own"
ADD_QUESTION = "Add a question"
TICKED = "Asked"

OUTCOME = "What did you decide?"
OUTCOMES = {
    "": "Nothing decided yet",
    "stay": "Stay with the first plan, with a quieter mind",
    "switch": "Change to another plan",
    "combine": "Combine parts of several plans",
    "third opinion": "Ask for a third opinion",
    "take time": "Take more time",
    "undecided": "Still undecided",
}
STATEMENT = "In your own words"
STATEMENT_HELP = "For example: “This is the decision that I can live with, because …”"
CONFIDENCE = "How sure do you feel, from 0 to 10?"
DECIDED_BY = "Who decided"

KEEP_AS = "Keep it in this folder as"


def still_open(count: int, total: int) -> str:
    """Say how many answers are open, without a reproach."""
    if not count:
        return f"All {total} answers are filled in."
    return f"{counted(total - count, 'answer')} of {total} filled in; the rest can stay open."
