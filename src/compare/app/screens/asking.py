"""What to ask next: ranked, to be ticked off with the answer, with questions of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compare import words
from compare.app.blocks import Act, Block, Card, Field, Group, Row, Text
from compare.app.panels import Enter
from compare.app.screens.fields import field
from compare.app.state import State
from compare.case import Case
from compare.fields import same_name
from compare.unknowns import Kind, Questions, questions
from compare.unknowns.result import Asking
from compare.words import screens
from compare.words import seeing as told

MOST = 5

_SECTIONS: tuple[tuple[Kind, str], ...] = (
    ("answer", told.OPEN_ANSWERS),
    ("layer", told.OPEN_LAYERS),
    ("standard", told.FOR_EVERYONE),
)


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    scores = state.scores
    if scores is None:
        yield Text(told.SLIDERS_AT_0, "note")
    else:
        found = questions(scores)
        yield Text(found.sentence(), "strong")
        for kind, title in _SECTIONS:
            yield _section(state, found, kind, title)
    yield _own(state)
    yield from _asked(state)


def _section(state: State, found: Questions, kind: Kind, title: str) -> Group:
    waiting = [asking for asking in found.to_ask(kinds=[kind]) if not _was_put(state.case, asking)]
    shown = waiting if kind in state.opened else waiting[:MOST]
    inside: list[Block] = [_question(state, number, asking) for number, asking in enumerate(shown, 1)]
    if len(waiting) > MOST:
        label = told.FEWER if kind in state.opened else told.ALL_OF_THEM.format(count=len(waiting))
        inside.append(Act("show", label, [kind], "quiet"))
    return Group(title, inside or [Text(told.NOTHING_OPEN, "note")], name=f"ask-{kind}")


def _question(state: State, number: int, asking: Asking) -> Group:
    lead = told.asked_about(asking.ask, asking.about, everybody=asking.everybody and asking.ask == words.THE_DOCTOR)
    remark = told.COULD_CHANGE if asking.could_change_first else ""
    tick = Enter("tick_off", told.TICK_OFF, [asking.question, list(asking.about)], "tick", "no")
    inside = [Text(lead, "note"), tick, *_answers(state, asking.question, asking.about)]
    name = f"ask-{asking.kind}-{asking.question}"
    return Group(f"{number}. {asking.question}", inside, remark, folded=True, name=name)


def _answers(state: State, question: str, about: Sequence[str]) -> Iterator[Field]:
    for place, name in enumerate(state.case.names):
        if name in about:
            label = told.ANSWER_OF.format(name=name)
            yield field(state, ("opinions", place, "asked", question), label, "long", help=told.ANSWER_HELP)


def _was_put(case: Case, asking: Asking) -> bool:
    """Tell whether this was put to every doctor whom it is about."""
    put = same_name(asking.question)
    return all(any(same_name(text) == put for text in case.opinion(name).asked) for name in asking.about)


def _asked(state: State) -> Iterator[Block]:
    """Give what was asked already, with what came back."""
    asked = dict.fromkeys(question for opinion in state.case.opinions for question in opinion.asked)
    inside = [_put(state, question) for question in asked]
    if inside:
        yield Group(told.ASKED_ALREADY, inside, name="asked")


def _put(state: State, question: str) -> Group:
    names = [opinion.name for opinion in state.case.opinions if question in opinion.asked]
    answered = [name for name in names if state.case.opinion(name).asked[question].strip()]
    tick = Enter("tick_off", told.TICK_OFF, [question, names], "tick", "yes")
    inside = [*([] if answered else [tick]), *_answers(state, question, names)]
    return Group(question, inside, told.answered(len(answered), len(names)), folded=True, name=f"asked-{question}")


def _own(state: State) -> Group:
    own = state.case.preparation.questions if state.case.preparation else ()
    mine: list[Block] = []
    for place, question in enumerate(own):
        at = ("preparation", "questions", place)
        who = [field(state, (*at, "ask"), told.WHOM), field(state, (*at, "asked_by"), told.ASKED_BY)]
        tick = field(state, (*at, "answered"), screens.TICKED, "tick")
        remove = Act("remove_question", told.REMOVE_QUESTION, [place], "quiet")
        text = field(state, (*at, "question"), screens.OWN_QUESTION)
        mine.append(Card(question.question, [text, Row(who), Row([tick, remove])], name=f"own-{place}"))
    return Group(told.YOUR_OWN, [*mine, Act("add_question", screens.ADD_QUESTION)], name="own")
