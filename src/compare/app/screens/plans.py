"""What a doctor plans, what may happen with it, what speaks for and against it, what else was said."""

from __future__ import annotations

from collections.abc import Iterator

from compare import words
from compare.app.blocks import Act, Block, Group, Row, Text
from compare.app.screens.answers import where_from, with_reason
from compare.app.screens.fields import chosen, field, group, items, pairs, several, ticks
from compare.app.state import Place, State
from compare.case import NOT_ASKED, Effect, Opinion, standard_questions
from compare.fields import same_name
from compare.words import choices, entering, headings
from compare.words import screens as told


def plan(state: State, at: Place) -> Group:
    """Return the plan: its name and aim, the treatments, their order, what comes next, where, when; the trial."""
    where = (*at, "plan")
    more = [*several(state, where, entering.MORE_PLAN), *several(state, (*where, "guideline"), entering.GUIDELINE)]
    return group(
        entering.PLAN,
        [
            *several(state, where, entering.PLAN_FIRST),
            ticks(state, (*where, "modalities"), entering.MODALITIES, choices.TREATMENTS),
            *pairs(several(state, where, entering.PLAN_NEXT)),
            group(entering.TRIAL, pairs(several(state, (*where, "trial"), entering.TRIAL_FIELDS)), f"trial {at[1]}"),
            group(entering.MORE_ABOUT_PLAN, pairs(more), f"more plan {at[1]}"),
        ],
        f"plan {at[1]}",
    )


def trials(state: State, at: Place) -> Group:
    """Return the trials that the doctor named beside the plan."""
    count = len(state.case.opinions[int(at[1])].trials)
    blocks = items(state, (*at, "trials"), entering.TRIAL_FIELDS, entering.ADD_TRIAL)
    return group(entering.TRIALS, blocks, f"trials {at[1]}", remark=str(count or entering.NOTHING_YET))


_EFFECTS = {
    "outcomes": (entering.TURNS_OUT, entering.ADD_OUTCOME),
    "side_effects": (entering.SIDE_EFFECTS, entering.ADD_SIDE_EFFECT),
}


def effects(state: State, at: Place) -> Group:
    """Return what may happen, wanted or not, each with its chance and where that comes from."""
    opinion = state.case.opinions[int(at[1])]
    blocks: list[Block] = []
    for kind, (title, add) in _EFFECTS.items():
        listed: tuple[Effect, ...] = getattr(opinion, kind)
        each = [_effect(state, (*at, kind, place), effect) for place, effect in enumerate(listed)]
        blocks += [Text(title, "strong"), *each, Act("add_item", add, [[*at, kind]])]
    both = (*opinion.outcomes, *opinion.side_effects)
    known = sum(bool(effect.chance and effect.chance.known) for effect in both)
    return group(entering.MAY_HAPPEN, blocks, f"effects {at[1]}", remark=entering.filled(known, len(both)))


def _effect(state: State, where: Place, effect: Effect) -> Group:
    chance = (*where, "chance")
    rating = effect.chance or NOT_ASKED
    blocks = [
        field(state, (*where, "name"), entering.EFFECT_NAME),
        with_reason(state, chance, entering.CHANCE, rating, help=entering.CHANCE_HELP, form="chance"),
        *pairs(
            [
                field(state, (*where, "grade"), entering.GRADE, "choice", options=chosen(choices.GRADES)),
                field(state, (*where, "onset"), entering.ONSET, "choice", options=chosen(choices.ONSETS)),
                field(state, (*where, "lasts"), entering.LASTS),
                *several(state, where, {"manageable": (entering.MANAGEABLE, "choice")}),
            ]
        ),
        where_from(state, chance),
        Act("remove", told.REMOVE, [list(where)], "quiet", name=entering.REMOVE_NAMED.format(name=effect.name)),
    ]
    remark = words.answer(rating.answer, entering.PEOPLE) if rating.known else ""
    return group(effect.name, blocks, "/".join(map(str, where)), remark=remark)


def reasons(state: State, at: Place) -> Group:
    """Return what speaks for and against the plan, one reason a line."""
    fields = [
        field(state, (*at, "pros"), headings.FOR, "lines", help=told.ONE_A_LINE),
        field(state, (*at, "cons"), headings.AGAINST, "lines", help=told.ONE_A_LINE),
    ]
    return group(told.FOR_AND_AGAINST, [Row(fields)], f"reasons {at[1]}")


def asked(state: State, at: Place) -> Group:
    """Return the questions that every doctor can be asked, each with what this one said."""
    opinion = state.case.opinions[int(at[1])]
    blocks = [Row(list(_question(state, (*at, "asked", text), note))) for text, note in _questions(opinion)]
    put = len(opinion.asked)
    known = {same_name(question.question) for question in standard_questions() if question.asked_of(opinion)}
    count = len(known | {same_name(text) for text in opinion.asked})
    remark = entering.filled(count, len(list(_questions(opinion)))) if put or count else entering.NOTHING_YET
    return group(entering.ASKED, [Text(entering.ASKED_NOTE, "note"), *blocks], f"asked {at[1]}", remark=remark)


def _questions(opinion: Opinion) -> Iterator[tuple[str, str]]:
    noted = {same_name(text): text for text in opinion.asked}
    for question in standard_questions():
        text = noted.pop(same_name(question.question), None)
        known = text is None and question.asked_of(opinion)
        yield text or question.question, entering.KNOWN_FROM_ABOVE if known else ""
    yield from ((text, "") for text in noted.values())


def _question(state: State, where: Place, note: str) -> Iterator[Block]:
    answer = field(state, where, str(where[-1]), "asked", help=note)
    yield answer
    if not answer.value:
        yield field(state, (*where, "asked"), entering.WAS_ASKED, "was_asked")


def also(state: State, at: Place) -> Group:
    """Return what else was said or noted."""
    care = field(state, (*at, "philosophy"), entering.PHILOSOPHY, "choice", options=chosen(choices.STEPS_OF_CARE))
    return group(entering.ALSO, [care, *pairs(several(state, at, entering.ALSO_FIELDS))], f"also {at[1]}")
