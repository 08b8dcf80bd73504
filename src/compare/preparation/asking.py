"""Which questions a doctor has still to be asked: the family's own first, then those to every doctor alike."""

from __future__ import annotations

from compare.case import Case, Opinion, StandardQuestion, note_on, standard_questions
from compare.case.preparation import OwnQuestion
from compare.fields import same_name


def doctor_of(case: Case, name: str | None) -> Opinion | None:
    """Return the opinion of a doctor, found by their name or by the name of the opinion; None where there is none yet."""
    if not name:
        return None
    wanted = same_name(name)
    return next((opinion for opinion in case.of_doctors if wanted in _names(opinion)), None)


def own_questions(case: Case, opinion: Opinion | None = None) -> tuple[OwnQuestion, ...]:
    """Return the family's own questions that are still to be put to a doctor; None is a doctor whom nobody has seen yet."""
    own = case.noted.questions
    return tuple(question for question in own if not question.answered and _is_for(case, question, opinion))


def questions_for(case: Case, opinion: Opinion | None = None) -> tuple[str, ...]:
    """Return the questions that a doctor has still to be asked.

    Parameters
    ----------
    case : Case
        Who said what.
    opinion : Opinion, optional
        The opinion of that doctor; None is a doctor whom nobody has seen yet.

    Examples
    --------
    >>> questions_for(Case(opinions=[{"name": "A"}]))[0]
    'Why does your plan differ from the other one?'
    """
    return (*first_questions(case, opinion), *later_questions(case, opinion))


def first_questions(case: Case, opinion: Opinion | None = None) -> tuple[str, ...]:
    """Return what to ask first: the family's own questions, then the urgent ones, then those to every doctor alike."""
    own = (question.question for question in own_questions(case, opinion))
    standard = open_standard(case, opinion)
    urgent = (question.question for question in standard if question.urgent)
    alike = (question.question for question in standard if question.interview)
    return tuple(dict.fromkeys((*own, *urgent, *alike)))


def later_questions(case: Case, opinion: Opinion | None = None) -> tuple[str, ...]:
    """Return what to ask where there is still time."""
    standard = open_standard(case, opinion)
    return tuple(question.question for question in standard if not (question.urgent or question.interview))


def open_standard(case: Case, opinion: Opinion | None = None) -> tuple[StandardQuestion, ...]:
    """Return the standard questions still to be put to a doctor; with one doctor none that speaks of another."""
    if opinion is None:
        return standard_questions()
    alone = len(case.of_doctors) == 1
    return tuple(
        question
        for question in standard_questions()
        if not (alone and question.needs_two) and not question.asked_of(opinion)
    )


def doctor(opinion: Opinion) -> str:
    """Return the name of the doctor, or of the opinion where the doctor has none."""
    return (opinion.doctor.name if opinion.doctor else None) or opinion.name


def _is_for(case: Case, question: OwnQuestion, opinion: Opinion | None) -> bool:
    """Tell whether a question is for this doctor: it names them, or none of the doctors that are known."""
    if opinion is not None and note_on(opinion, question.question) is not None:
        return False
    named = [own for own in case.of_doctors if any(name in same_name(question.ask or "") for name in _names(own))]
    return not named or opinion in named


def _names(opinion: Opinion) -> list[str]:
    doctor = opinion.doctor.name if opinion.doctor else None
    return [same_name(name) for name in (opinion.name, doctor) if name]
