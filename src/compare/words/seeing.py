"""What stands on the screens for seeing: side by side, the blind first look, how it compares, asking, deciding, taking away."""

from __future__ import annotations

from compare.words.numbers import counted, listing

MORE = "More about the differences"
ONE_SO_FAR = "There is one opinion so far. With a second one, this page shows them next to each other."
SEE_AS_DOTS = "See it as 100 dots"
CHOOSE_ONE = "Choose what may happen"
MADE_UP_OF_TWO = "{name} is a mixed plan that you put together. It needs a doctor to confirm it."

FIRST_LOOK = "A first look without names"
FIRST_LOOK_NOTE = (
    "A name or a famous place can sway us. Here you can first look at the opinions without them, in random order, "
    "and say how each part looks to you. It is kept beside what the answers come to. You can also skip it."
)
BEGIN_LOOK = "Look without names: {name}"
GO_ON_LOOK = "Go on without names: {name}"
WHO_LOOKS = "To begin, add the person who wants to look under “What matters”."
TO_PEOPLE = "Go to “What matters”"
BLIND_LEAD = (
    "This is for {name}. Names of doctors, places and treatments are left out and shown as “…”. Move a slider for each "
    "opinion: 0 means this part looks very bad to you, 100 means very good. Leave out what you do not want to say."
)
ORDER_NUMBER = "The order was drawn at random (number {seed})."
SHOW_NAMES = "I am done: show the names"
RATED = "How {letter} looks to you here"
LOOKED = "The first look of {name}"
LOOKED_NOTE = (
    "The first number is the impression without names, the second is what the answers come to. "
    "They need not be the same; both are kept."
)
FIRST_NUMBER = "first look: {number}"
ANSWERS_SAY = "the answers come to {number}"
NOT_RATED = "no first look"

CHANGES_NOTE = "This follows the sliders."
ASK_FIRST = "What could help most to know"
AS_A_PICTURE = "Show as a picture"
HIDE_PICTURE = "Hide the picture"
DRAW_AGAIN = "Draw again for the sliders as they stand now"
AS_THEY_STOOD = "Drawn for the sliders as they stood when it was asked for."
OFTEN_NOTE = "This tries out very many ways to weigh the parts, and of answers that are still open."
OFTEN_KNOWING = "What to hold fast"
KNOWING = {
    "nothing": "Nothing: any weights at all",
    "order": "Only the order of what matters",
    "weights": "The sliders as they stand",
}
WORK_OUT = "Work it out"
ACROSS = "One part"
UPWARD = "Another part"
MAP_NEEDS = "A map of two weights needs three parts or more."
NEEDS_ANSWERS = "Nothing can be compared here until there are two opinions and an answer."
SLIDERS_AT_0 = "Move at least one slider first."

OPEN_ANSWERS = "Answers that are still open"
OPEN_LAYERS = "What a doctor has not talked about"
FOR_EVERYONE = "Questions for every doctor"
YOUR_OWN = "Your own questions"
ASKED_ALREADY = "Asked"
NOTHING_OPEN = "Nothing is open here."
ANSWER_OF = "What {name} answered"
ANSWER_HELP = "In their own words. It is kept with this opinion."
TICK_OFF = "Asked"
ASKED_BY = "Who asks it"
WHOM = "Whom to ask"
ALL_OF_THEM = "Show all {count}"
FEWER = "Show fewer"
REMOVE_QUESTION = "Remove this question"
COULD_CHANGE = "could change who comes first"

DECISION = "The decision"
FITTING = "Which plan it is"
PENDING = "Choose the plan to go with it."
NO_MIXED_PLAN = "Put a mixed plan together below first."
NO_OTHER_PLAN = "There is no other plan in this comparison yet."
NEXT = "What comes next"
NEXT_FIELDS = {
    "date": ("Decided on", "day"),
    "care_transfer": ("Where care goes on", "choice"),
    "next_dates": ("Dates to come", "pairs"),
    "open_points": ("What is still to ask", "lines"),
}
MIX = "Put parts together"
MIX_NOTE = (
    "Some families want parts of two plans, such as the drug of one and the operation of the other. You can note that here. "
    "Nothing is known about a mixed plan until a doctor says so: it needs a doctor to confirm it."
)
MIX_NEEDS = "For this, two opinions need treatments under “What they plan”."
MIX_NAME = "What to call it"
MIX_NAME_FIRST = "Mixed plan"
MIX_TAKE = "{treatment} from {name}"
MIX_DO = "Add it as one more plan to look at"
LATER = "And how it feels now"
LATER_NOTE = "Each of you may feel differently, and feelings may change. Nothing here is judged."
LATER_OF = "{name}: which one do you lean to now?"
NOBODY_YET = "Nobody yet"

STILL_LACKS = "What this comparison still lacks"
LACKS_NOTE = "Nothing has to be complete. These are hints for what could be added or asked."
KEEP_AS_HELP = "From then on every change is saved there by itself."


def rated(count: int, total: int) -> str:
    """Say how many parts somebody has rated.

    Examples
    --------
    >>> rated(3, 10)
    '3 parts of 10 looked at'
    """
    return f"{counted(count, 'part')} of {total} looked at"


def asked_about(ask: str, names: tuple[str, ...], *, everybody: bool) -> str:
    """Say whom to ask about which opinions."""
    return "Ask every doctor." if everybody else f"Ask {ask}, about {listing(names)}."


def answered(count: int, total: int) -> str:
    """Say how many doctors have answered."""
    return f"{count} of {counted(total, 'answer')} noted"
