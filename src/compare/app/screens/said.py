"""A form for each opinion, made from the criteria and the layers; what is open is counted and never scolded."""

from __future__ import annotations

from collections.abc import Iterator

from compare.app.blocks import Act, Block, Card, Field, Group, Row, Text
from compare.app.screens.fields import field, options
from compare.app.state import Place, State
from compare.case import Attribute, Criterion, Opinion
from compare.values import Levels
from compare.words import headings
from compare.words import screens as told


def blocks(state: State) -> Iterator[Block]:
    """Give what stands on the screen."""
    for place, opinion in enumerate(state.case.opinions):
        yield Card(
            opinion.name, list(_opinion(state, place)), remark=_filled(state, opinion), name=f"opinion{place}"
        )
    yield Act("add_opinion", told.ADD_OPINION, tone="main")


def _filled(state: State, opinion: Opinion) -> str:
    ratings = [rating for criterion in state.case.criteria for _, rating in state.case.answers(opinion, criterion)]
    return told.still_open(sum(not rating.known for rating in ratings), len(ratings))


def _opinion(state: State, place: int) -> Iterator[Block]:
    at = ("opinions", place)
    yield field(state, (*at, "name"), told.OPINION_NAME, help=told.OPINION_NAME_HELP)
    yield Group(told.THE_DOCTOR, list(_doctor(state, at)), folded=True, name=f"doctor{place}")
    yield Group(told.FOUND, list(_findings(state, at)), folded=True, name=f"found{place}")
    yield Group(told.PLAN, list(_plan(state, at)), folded=True, name=f"plan{place}")
    for criterion in state.case.criteria:
        name = f"{criterion.key}{place}"
        yield Group(criterion.label, list(_answers(state, at, criterion)), folded=True, name=name)
    pros = field(state, (*at, "pros"), headings.FOR, "lines", help=told.ONE_A_LINE)
    cons = field(state, (*at, "cons"), headings.AGAINST, "lines", help=told.ONE_A_LINE)
    yield Group(told.FOR_AND_AGAINST, [pros, cons], folded=True, name=f"reasons{place}")
    remove = Act("remove_opinion", told.REMOVE, [place], "quiet", off=len(state.case.opinions) == 1)
    yield Row([Act("copy_opinion", told.COPY, [place], "quiet"), remove])


def _doctor(state: State, at: Place) -> Iterator[Field]:
    for key in ("name", "specialty", "centre"):
        yield field(state, (*at, "doctor", key), headings.DOCTOR_FIELDS[key])
    yield field(state, (*at, "date"), headings.OPINION_FIELDS["date"], "day")
    yield field(state, (*at, "written"), headings.OPINION_FIELDS["written"], "yes_no", options=_YES_NO)


def _findings(state: State, at: Place) -> Iterator[Field]:
    for key in ("diagnosis", "pathology", "stage", "imaging", "prognosis"):
        yield field(state, (*at, "findings", key, "answer"), headings.FINDING_FIELDS[key])


def _plan(state: State, at: Place) -> Iterator[Field]:
    yield field(state, (*at, "plan", "name"), headings.PLAN_FIELDS["name"])
    yield field(state, (*at, "plan", "delivery_site"), headings.PLAN_FIELDS["delivery_site"])
    yield field(state, (*at, "plan", "earliest_start"), headings.PLAN_FIELDS["earliest_start"], "day")
    yield field(
        state, (*at, "plan", "contingencies"), headings.PLAN_FIELDS["contingencies"], "lines", help=told.ONE_A_LINE
    )


def _answers(state: State, at: Place, criterion: Criterion) -> Iterator[Block]:
    opinion = state.case.opinions[int(at[1])]
    for attribute, _ in state.case.answers(opinion, criterion):
        where = (*at, "ratings", criterion.key, *([attribute.key] if attribute else []))
        asked = attribute or criterion
        yield field(
            state, (*where, "answer"), asked.question or asked.label, *_form(attribute), help=_help(asked, attribute)
        )
        source = [
            field(state, (*where, "said_by"), told.WHO_SAID),
            field(state, (*where, "words"), told.IN_WORDS),
            field(state, (*where, "source"), told.PUBLISHED),
        ]
        yield Group(told.SOURCE_OF, source, folded=True, name="/".join(map(str, where)))
    if not criterion.attributes:
        yield Text(told.ANSWER_HELP.format(allowed="0 to 100", low=40, high=60), "note")


def _form(attribute: Attribute | None) -> tuple[str]:
    return ("choice",) if attribute and isinstance(attribute.value, Levels) else ("answer",)


def _help(asked: Attribute | Criterion, attribute: Attribute | None) -> str:
    worst, best = asked.anchors
    ends = told.FROM_TO.format(worst=worst, best=best)
    if attribute is None or isinstance(attribute.value, Levels):
        return ends
    low, high = attribute.value.knots[0][0], attribute.value.knots[-1][0]
    third = (high - low) / 3
    numbers = {"allowed": attribute.value.allowed, "low": f"{low + third:.0f}", "high": f"{low + 2 * third:.0f}"}
    return f"{ends} {told.ANSWER_HELP.format(**numbers)}"


_YES_NO = options(["yes", "no"])
