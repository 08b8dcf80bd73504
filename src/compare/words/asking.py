"""What to ask next, in words."""

from __future__ import annotations

from compare.words.numbers import counted

QUESTION = "Question"
ABOUT = "About"
WHOM = "Whom to ask"
EVERY_OPINION = "every opinion"
COULD_CHANGE_HEAD = "Could change who comes first"
COULD_CHANGE = "The answer could change who comes first."
ANSWERS_TITLE = "Answers that are still open or not exact"
LAYERS_TITLE = "What a doctor has not spoken about"
STANDARD_TITLE = "What every doctor can be asked"

TORNADO_TITLE = "Which open answer could move the result furthest"
TORNADO_NOTE = (
    "Each bar shows where the result of that opinion could end up, by this one answer alone. The line marks the highest "
    "result of the other opinions: a bar that crosses it could change who comes first."
)
NOTHING_OPEN = "No answer is open, and none is a range."


def ask_every_doctor(question: str) -> str:
    """Return a question that is put to every doctor alike."""
    return f"{question} Ask every doctor."


def how_many(still_open: int, deciding: int, *, together: bool) -> str:
    """Say how many open answers could change who comes first."""
    if not still_open:
        return NOTHING_OPEN
    answers = f"{counted(still_open, 'answer')} {'is' if still_open == 1 else 'are'} still open or not exact."
    if still_open == 1:
        return f"{answers} It {'could' if deciding else 'could not'} change who comes first."
    if not deciding:
        rest = "but several together could" if together else "and all of them together could not"
        return f"{answers} None could change who comes first on its own, {rest}."
    whole = "Each of them" if deciding == still_open else f"{deciding} of them"
    return f"{answers} {whole} could change who comes first on {'its' if deciding in {1, still_open} else 'their'} own."
