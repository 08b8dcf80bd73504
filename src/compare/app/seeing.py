"""What the buttons of the screens for seeing do: what is opened and chosen, the first look, the questions, the decision."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from compare.app.blinding import Blind
from compare.app.state import SEEDS, State
from compare.case import Case, Decision
from compare.decisions import combine, decide
from compare.errors import CompareError
from compare.words import seeing as told

OUTCOME = "outcome of the decision"
MIXED = "name of the mixed plan"
"""What people chose and what stands in no case yet."""


def show(state: State, name: str) -> None:
    """Open a picture or a longer list, or close it again."""
    state.opened = state.opened ^ {name}


def choose(state: State, what: str, value: str) -> None:
    """Remember what people chose to look at."""
    state.chosen = {**state.chosen, what: value}


def draw(state: State, name: str) -> None:
    """Draw a picture for the sliders as they stand now."""
    state.opened = state.opened | {name}
    state.drawn = {**state.drawn, name: dict(state.points)}


def begin_look(state: State, place: int) -> None:
    """Begin the look without names of one person, in an order of its own."""
    state.seed = 1 + secrets.randbelow(SEEDS)
    state.blind = state.case.people[place].name


def rate(state: State, place: int, criterion: int, typed: str) -> None:
    """Keep how a part of the opinion that is shown at a place looks to whoever looks without names."""
    names = [person.name for person in state.case.people]
    if state.blind in names:
        name = Blind(state.case, state.seed).name(place)
        spot = ("people", names.index(state.blind), "first_look", name, state.case.keys[criterion])
        state.put(spot, float(typed))


def reveal(state: State) -> None:
    """Show the names again."""
    state.blind = ""


def tick_off(state: State, question: str, opinions: list[str], typed: str) -> None:
    """Note that a question was put to the doctors of some opinions, without an answer yet; or take that back."""
    for place, name in enumerate(state.case.names):
        if name in opinions:
            given = state.case.opinions[place].asked.get(question)
            if given is None if typed == "yes" else given == "":
                state.put(("opinions", place, "asked", question), "" if typed == "yes" else None)


def remove_question(state: State, place: int) -> None:
    """Take out a question of the family's own."""
    state.put(("preparation", "questions", place), None)


def set_outcome(state: State, outcome: str) -> None:
    """Take over what was decided; where a plan belongs to it and several fit, that is asked next."""
    plans = fitting(state.case, outcome)
    choose(state, OUTCOME, outcome)
    if not outcome:
        state.take(_undecided(state.case))
    elif not takes_a_plan(state.case, outcome):
        set_plan(state, None)
    elif len(plans) == 1:
        set_plan(state, plans[0])


def set_plan(state: State, name: str | None) -> None:
    """Take over the outcome that was chosen, with the plan that goes with it."""
    outcome = state.chosen.get(OUTCOME) or (state.case.decision.outcome if state.case.decision else None)
    if outcome:
        state.take(_decided(state.case, outcome, name or None))
        choose(state, OUTCOME, "")


def fitting(case: Case, outcome: str) -> list[str]:
    """Return the names of the plans that go with an outcome."""
    return [name for name in case.names if outcome and _fits(case, outcome, name)]


def takes_a_plan(case: Case, outcome: str) -> bool:
    """Tell whether an outcome names a plan."""
    return bool(outcome) and (outcome == "stay" or not _fits(case, outcome, None))


def mix(state: State, opinion: str, treatment: str, typed: str) -> None:
    """Take a treatment of an opinion into the mixed plan, or leave it out again."""
    part = (opinion, treatment)
    others = tuple(other for other in state.parts if other != part)
    state.parts = (*others, part) if typed == "yes" else others


def put_together(state: State) -> None:
    """Add the mixed plan to the case as one more opinion, which a doctor has to confirm."""
    parts: dict[str, list[str]] = {}
    for opinion, treatment in state.parts:
        parts.setdefault(opinion, []).append(treatment)
    state.take(combine(state.case, state.chosen.get(MIXED) or told.MIX_NAME_FIRST, parts))
    state.parts = ()


def _fits(case: Case, outcome: str, name: str | None) -> bool:
    try:
        decide(case, outcome, opinion=name)
    except CompareError:
        return False
    return True


def _decided(case: Case, outcome: str, name: str | None) -> Case:
    old: dict[str, Any] = {}
    if case.decision:
        fields = ("statement", "confidence", "decided_by", "date")
        old = {field: getattr(case.decision, field) for field in fields}
    return decide(case, outcome, opinion=name, **old)


def _undecided(case: Case) -> Case:
    if case.decision is None:
        return case
    rest = case.decision.model_copy(update={"outcome": None, "opinion": None})
    return case.model_copy(update={"decision": rest if rest != Decision() else None})


SEEING: Mapping[str, Callable[..., None]] = {
    "keep_as": State.keep_as,
    "show": show,
    "choose": choose,
    "draw": draw,
    "blind": begin_look,
    "rate": rate,
    "reveal": reveal,
    "tick_off": tick_off,
    "remove_question": remove_question,
    "outcome": set_outcome,
    "plan": set_plan,
    "mix": mix,
    "put_together": put_together,
}
