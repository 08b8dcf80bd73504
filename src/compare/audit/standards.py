"""The points of a good decision page, after IPDASi v4, each checked on the case, met by the program, or honestly open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from compare.audit.detail import uneven
from compare.audit.remarks import Stated, options_of, stated_chances, tells_who_paid
from compare.case import Case, Opinion, Rating
from compare.fields import same_name
from compare.trees import data_tree
from compare.words import evenness as told

Group = Literal["qualifying", "certification", "quality"]
MetBy = Literal["case", "software", "nobody yet"]
Check = Callable[[Case], Sequence[str]]
"""Returns the opinions that lack something, or one empty text where the case as a whole does; nothing when it is met."""

_DAILY_LIFE = {"daily_life", "recovery", "lasting", "contact_days", "support_at_home"}
_EVIDENCE = "evidence"
_CASE = ("",)


@dataclass(frozen=True)
class Point:
    """One point of a good decision page.

    Parameters
    ----------
    id : str
        Its number in IPDASi v4: Q1-Q6, C1-C6, QL1-QL23.
    text : str
        The point in our own words.
    met_by : str
        ``case``, ``software`` or ``nobody yet``: who can meet it.
    met : bool
        Whether it is met for this case.
    why : str
        Why, in one or two plain sentences; what to add where it is not met.
    """

    id: str
    text: str
    met_by: MetBy
    met: bool
    why: str

    @property
    def group(self) -> Group:
        """Return which of the three groups of IPDASi v4 it belongs to."""
        return "quality" if self.id.startswith("QL") else "qualifying" if self.id.startswith("Q") else "certification"


def points(case: Case) -> tuple[Point, ...]:
    """Return the 35 points, each with whether this case meets it."""
    return tuple(_point(case, given) for given in data_tree("ipdasi")["points"])


def _point(case: Case, given: Mapping[str, str]) -> Point:
    met_by: Any = given["met_by"]
    if "alone" in given and len(case.opinions) == 1:
        return Point(given["id"], given["text"], met_by, met=False, why=given["alone"])
    lacking = _CHECKS[given["check"]](case) if met_by == "case" else ()
    met = met_by != "nobody yet" and not lacking
    why = given["met" if met else "open"].replace("{names}", told.some([*dict.fromkeys(lacking)]))
    return Point(given["id"], given["text"], met_by, met, why)


def _whole(look: Callable[[Case], object]) -> Check:
    """Return a check of the case as a whole."""
    return lambda case: () if look(case) else _CASE


def _each(look: Callable[[Opinion], object]) -> Check:
    """Return a check of every opinion."""
    return lambda case: [opinion.name for opinion in case.opinions if not look(opinion)]


def _numbers(look: Callable[[Stated], object]) -> Check:
    """Return a check of the numbers of every opinion that gives any; without any number it is open for all."""

    def check(case: Case) -> Sequence[str]:
        stated = [one for one in stated_chances(case) if one.numbers]
        return [one.opinion for one in stated if not look(one)] if stated else case.names

    return check


def _tells_daily_life(opinion: Opinion) -> bool:
    given = opinion.ratings.get("side_effects"), opinion.ratings.get("practicality")
    answers = (answer for part in given if isinstance(part, dict) for answer in part.items())
    felt = any(key in _DAILY_LIFE and _says_something(given) for key, given in answers)
    return felt or any(effect.lasts for effect in (*opinion.outcomes, *opinion.side_effects))


def _tells_evidence(opinion: Opinion) -> bool:
    category = opinion.plan and opinion.plan.guideline and opinion.plan.guideline.category
    answers = (part.get(_EVIDENCE) for part in opinion.ratings.values() if isinstance(part, dict))
    return bool(category) or any(map(_says_something, answers))


def _says_something(given: object) -> bool:
    return isinstance(given, Rating) and bool(given.known or given.words)


def _looked_at_again(case: Case) -> bool:
    plans = (opinion.plan for opinion in case.opinions if opinion.plan)
    return bool(case.decide_by or (case.decision and case.decision.next_dates) or any(p.next_dates for p in plans))


def _other_times(case: Case) -> Sequence[str]:
    """Return the outcomes whose numbers are not for one and the same time; all opinions where there is no number."""
    times: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for opinion in case.opinions:
        for effect in (*opinion.outcomes, *opinion.side_effects):
            if effect.chance and effect.chance.known:
                labels.setdefault(same_name(effect.name), effect.name)
                times.setdefault(same_name(effect.name), []).append(same_name(effect.chance.time or ""))
    pairs = {name: given for name, given in times.items() if len(given) > 1}
    differ = [labels[name] for name, given in pairs.items() if len(set(given)) > 1 or "" in given]
    return differ if times else case.names


_CHECKS: Mapping[str, Check] = {
    "condition": _whole(lambda case: case.patient and case.patient.condition),
    "question": _whole(lambda case: case.question.strip()),
    "plans": _each(lambda opinion: opinion.plan and (opinion.plan.name or opinion.plan.modalities)),
    "pros": _each(lambda opinion: opinion.pros),
    "cons": _each(lambda opinion: opinion.cons),
    "daily_life": _each(_tells_daily_life),
    "equal_detail": lambda case: [pair.less for pair in uneven(case)],
    "sources": _numbers(lambda stated: not stated.unpublished),
    "entered_on": _whole(lambda case: case.entered_on),
    "looked_at_again": _whole(_looked_at_again),
    "ranges": _numbers(lambda stated: not stated.exact),
    "maker": _whole(tells_who_paid),
    "waiting": _whole(lambda case: options_of(case).waiting in {"planned", "answered"}),
    "numbers": lambda case: [stated.opinion for stated in stated_chances(case) if not stated.numbers],
    "groups": _numbers(lambda stated: not stated.no_group),
    "same_time": _other_times,
    "evidence": _each(_tells_evidence),
}
