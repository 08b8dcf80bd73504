"""A mixed plan as one more opinion, and what was decided in a person's own words.

A mixed plan names what it takes from whom and nothing else: what it would do is not known until a doctor says so, and
nothing is copied or averaged from the opinions it is built from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Date  # noqa: N812 - `date` is what the parameter is called
from typing import Any

from compare.case import Case, Decision, Opinion
from compare.errors import CompareError, listed, quoted, unknown
from compare.fields import same_name
from compare.words import deciding

_ABOUT_AN_OPINION = ("stay", "switch", "combine")
_KEPT = ("care_transfer", "next_dates", "open_points")


def combine(
    case: Case,
    name: str,
    parts: Mapping[str, str | Sequence[str]],
    *,
    ratings: Mapping[str, Any] | None = None,
) -> Case:
    """Return the case with a mixed plan as one more opinion, which a doctor has to confirm (S4-81).

    Parameters
    ----------
    case : Case
        What the doctors said.
    name : str
        What the mixed plan is called.
    parts : mapping of str to str or sequence of str
        By the name of an opinion, the treatments to take from its plan; two opinions or more.
    ratings : mapping, optional
        Answers about the mixed plan itself, as in a case file. Everything else is not known: no answer of the opinions
        that it is built from is taken over (rule N9).

    Returns
    -------
    Case
        A new case; ``plan.built_from`` names each part and ``plan.needs_doctor_to_confirm`` is yes.

    Raises
    ------
    CompareError
        There is no such opinion, its plan does not have that treatment, fewer than two opinions are named, or the name
        is taken.

    Examples
    --------
    >>> plans = [{"name": "A", "plan": {"modalities": ["chemotherapy"]}}, {"name": "B", "plan": {"modalities": ["surgery"]}}]
    >>> mixed = combine(Case(opinions=plans), "Both", {"A": ["chemotherapy"], "B": "surgery"}).opinion("Both")
    >>> mixed.plan.modalities, mixed.plan.built_from
    (('chemotherapy', 'surgery'), ('chemotherapy from A', 'surgery from B'))
    """
    taken = [(treatment, source) for source, treatment in _taken(case, parts)]
    plan = {
        "modalities": tuple(dict.fromkeys(treatment for treatment, _ in taken)),
        "built_from": tuple(deciding.part_from(treatment, source) for treatment, source in taken),
        "needs_doctor_to_confirm": True,
    }
    _check_name(case, name)
    mixed = Opinion(name=name, kind="hybrid", plan=plan, ratings=dict(ratings or {}))
    return _with(case, opinions=(*case.opinions, mixed))


def decide(
    case: Case,
    outcome: str,
    *,
    opinion: str | None = None,
    statement: str | None = None,
    confidence: float | None = None,
    decided_by: str | None = None,
    date: Date | str | None = None,
) -> Case:
    """Return the case with what was decided (S3-21, S4-82..86).

    Parameters
    ----------
    case : Case
        What the doctors said.
    outcome : {"stay", "switch", "combine", "third opinion", "take time", "undecided"}
        Stay with the first opinion, change to another, take a mixed plan; or hear one more, take time, not decided yet.
    opinion : str, optional
        Which opinion: needed to switch or combine; for ``stay`` it is the first opinion.
    statement, decided_by : str, optional
        The decision in the person's own words, and who decided.
    confidence : float, optional
        How sure they are, 0-10.
    date : date or str, optional
        When; a text is year-month-day.

    Returns
    -------
    Case
        A new case; what an earlier decision says of care, next dates and open points is kept.

    Raises
    ------
    CompareError
        The outcome and the opinion do not fit together, or there is no such opinion.

    Examples
    --------
    >>> case = Case(opinions=[{"name": "A"}, {"name": "B"}])
    >>> decide(case, "switch", opinion="B", statement="B can start near home.", confidence=8).decision.opinion
    'B'
    """
    if outcome not in deciding.OUTCOMES:
        raise unknown("an outcome", str(outcome), list(deciding.OUTCOMES), path=("decision", "outcome"))
    kept = {field: getattr(case.decision, field) for field in _KEPT} if case.decision else {}
    given = {"statement": statement, "confidence": confidence, "decided_by": decided_by, "date": date}
    made = Decision(outcome=outcome, opinion=opinion, **given, **kept)
    chosen = _chosen(case, outcome, opinion)
    return _with(case, decision=made.model_copy(update={"opinion": chosen}))


def _taken(case: Case, parts: Mapping[str, str | Sequence[str]]) -> list[tuple[str, str]]:
    """Return which treatment comes from which opinion, in the order given: (opinion, treatment)."""
    named = parts if isinstance(parts, Mapping) else {}
    wanted = {name: tuple(given) if isinstance(given, list | tuple) else (given,) for name, given in named.items()}
    sources = [_opinion(case, name) for name in wanted]
    if len({source.name for source in sources}) < 2 or not all(wanted.values()):
        raise CompareError(
            "A mixed plan takes something from two opinions or more.",
            found=listed(f"{name}: {listed(given) or 'nothing'}" for name, given in wanted.items()) or quoted(parts),
            allowed='for example {"A": ["chemotherapy"], "B": ["surgery"]}',
            fix="name two opinions, and what to take from each",
        )
    pairs = zip(sources, wanted.values(), strict=True)
    found = ((source.name, _treatment(source, treatment)) for source, given in pairs for treatment in given)
    return list(dict.fromkeys(found))


def _opinion(case: Case, name: str) -> Opinion:
    for opinion in case.opinions:
        if same_name(opinion.name) == same_name(str(name)):
            return opinion
    raise unknown("an opinion of this case", str(name), case.names, path=("opinions",))


def _treatment(opinion: Opinion, treatment: str) -> str:
    planned = opinion.plan.modalities if opinion.plan else ()
    for own in planned:
        if same_name(own) == same_name(str(treatment)):
            return own
    fix = None if planned else "write its treatments under plan, modalities first"
    error = unknown("a treatment of this opinion's plan", str(treatment), planned, path=(opinion.name,))
    return _refused(error, allowed=listed(planned) or "nothing: no treatment is written down for it", fix=fix)


def _refused(error: CompareError, *, allowed: str, fix: str | None) -> str:
    raise CompareError(error.problem, path=error.path, found=error.found, allowed=allowed, fix=fix or error.fix)


def _check_name(case: Case, name: str) -> None:
    if any(same_name(own) == same_name(str(name)) for own in case.names):
        raise CompareError(
            "There is an opinion of this name already.",
            found=quoted(name),
            allowed=f"another name than {listed(case.names)}",
            fix="give the mixed plan a name of its own",
        )


def _chosen(case: Case, outcome: str, opinion: str | None) -> str | None:
    """Return the name of the opinion that fits the outcome, None where the outcome names none."""
    fitting = _fitting(case, outcome)
    if outcome == "stay" and opinion is None:
        return fitting[0]
    if outcome not in _ABOUT_AN_OPINION and opinion is None:
        return None
    chosen = _opinion(case, opinion).name if opinion is not None else None
    if chosen is not None and chosen in fitting:
        return chosen
    raise CompareError(
        "This outcome and this opinion do not fit deciding.",
        path=("decision", "opinion"),
        found=f"{outcome}: {quoted(opinion) if opinion is not None else 'no opinion'}",
        allowed=f"{outcome}: {listed(fitting) or 'no opinion'}",
        fix=deciding.FITTING_FIX[outcome],
    )


def _fitting(case: Case, outcome: str) -> tuple[str, ...]:
    """Return the opinions that an outcome may name: the first one, a mixed plan, or any other."""
    first = tuple(opinion.name for opinion in case.opinions if opinion.kind == "first") or case.names[:1]
    mixed = tuple(opinion.name for opinion in case.opinions if opinion.kind == "hybrid")
    others = tuple(name for name in case.names if name not in (*first, *mixed))
    return {"stay": first, "switch": others, "combine": mixed}.get(outcome, ())


def _with(case: Case, **changed: Any) -> Case:
    """Return a case with some fields changed, checked as a whole again."""
    fields: Iterable[str] = (field for field in case.model_fields_set if field != "schema_")
    return Case(**{**{field: getattr(case, field) for field in fields}, **changed})
