"""Whole made-up cases for hypothesis: every field of the case file, with texts that have broken readers and writers."""

from hypothesis import assume
from hypothesis import strategies as st
from made_up import HOSTILE, cases, counts, names, texts

from compare.answers import NOT_KNOWN
from compare.case import Case
from compare.errors import CompareError
from compare.files import as_tree

CRITERIA = ("rationale", "experience", "goals", "side_effects", "practicality")
LAYERS = ("diagnosis", "pathology", "stage", "biomarkers", "imaging", "operability", "prognosis", "treatment", "intent")

days = st.dates().map(str)
few = st.lists(texts, max_size=3)
yes_no_unknown = st.sampled_from(["yes", "no", "not known"])
not_negative = st.floats(0, 1e6)


def optional(**fields):
    """Return a strategy for a mapping that has some of these fields."""
    return st.fixed_dictionaries({}, optional=fields)


def named(least=0, most=3, **fields):
    """Return a strategy for a list of mappings, each with a name of its own and some of these fields."""
    items = st.fixed_dictionaries({"name": names}, optional=fields)
    return st.lists(items, min_size=least, max_size=most, unique_by=lambda item: item["name"].casefold())


where_from = {
    "said_by": texts,
    "when": st.one_of(days, st.just("last spring")),
    "written": st.booleans(),
    "words": texts,
}
of_a_number = {"time": texts, "group": texts, "source": texts}

on_100 = st.floats(0, 100)
direct = st.one_of(
    on_100,
    st.tuples(on_100, on_100).map(sorted),
    counts,
    st.sampled_from(NOT_KNOWN),
    st.sampled_from(["70", "8 of 129"]),
)
by_goal = st.sampled_from(["yes", "partly", "no", ["no", "partly"], "not asked", "not known"])
evidence = st.sampled_from(["1", "2A", 3, "high", ["low", "high"], "not asked", "asked, no answer"])


def rating(answer):
    """Return a strategy for an answer, bare or with where it comes from."""
    return st.one_of(
        answer, st.builds(lambda bare, more: {"answer": bare, **more}, answer, optional(**where_from, **of_a_number))
    )


ratings = optional(
    goals=st.one_of(rating(direct), optional(chance=rating(direct), approach=rating(st.floats(0, 4)))),
    rationale=optional(evidence=rating(evidence), explained=rating(st.just("clearly"))),
    side_effects=optional(serious=rating(direct), lasting=rating(counts)),
)

finding = st.one_of(texts, optional(answer=texts, reread=st.booleans(), **where_from))
biomarker = st.one_of(
    st.sampled_from(["done", "not done", "not known"]),
    texts,
    st.just({"state": "not done", "result": "no tissue left"}),
)
effect = {
    "chance": rating(direct),
    "grade": st.integers(1, 5),
    "onset": st.sampled_from(["acute", "late"]),
    "lasts": texts,
    "manageable": yes_no_unknown,
}
trial = optional(
    id=texts, name=texts, site=texts, travel_paid=yes_no_unknown, eligible=yes_no_unknown, checked_by=texts
)
contacts = named(role=texts, phone=texts, email=texts)
doctor = optional(
    name=names, specialty=texts, centre=texts, centre_type=st.just("teaching"), years=not_negative,
    patients_per_year=not_negative, board_certified=yes_no_unknown, reviews=texts, contacts=contacts,
)  # fmt: skip
plan = optional(
    name=names, modalities=st.lists(st.sampled_from(["surgery", "radiation", "other"]), max_size=3),
    intent=st.just("curative"), palliative_care_offered=st.booleans(), sequence=few, trial=trial, contingencies=few,
    delivery_site=texts, earliest_start=days, evidence_blocks=st.dictionaries(texts, st.integers(1, 5), max_size=2),
    guideline=st.fixed_dictionaries({"name": texts}, optional={"version": texts, "date": days}),
    next_dates=st.dictionaries(texts, days, max_size=2), built_from=few, needs_doctor_to_confirm=st.booleans(),
)  # fmt: skip
opinion = {
    "doctor": doctor,
    "kind": st.sampled_from(["first", "second", "hybrid"]),
    "date": days,
    "mode": st.just("in person"),
    "independence": st.just("same institution, other team"),
    "initiated_by": texts,
    "written": st.booleans(),
    "shared_with": few,
    "reviewed": optional(pathology=st.just("reviewed"), stage=st.just("not known")),
    "agrees_with_diagnosis": st.just("partly"),
    "findings": optional(
        diagnosis=finding, pathology=finding, stage=finding, imaging=finding, tnm=texts, prognosis=finding,
        biomarkers=st.dictionaries(names, biomarker, max_size=3), operability=st.just("borderline"),
    ),
    "agreement": st.dictionaries(st.sampled_from(LAYERS), st.sampled_from(["same", "minor", "major"]), max_size=3),
    "plan": plan,
    "philosophy": st.floats(1, 5),
    "influenced_by": few,
    "ratings": ratings,
    "outcomes": named(most=2, **effect),
    "side_effects": named(most=3, **effect),
    "pros": few,
    "cons": few,
    "asked": st.dictionaries(st.one_of(texts, st.just("Can we have this in writing?")), st.one_of(texts, st.just("asked, no answer")), max_size=3),
    "alternatives": few,
    "trials": st.lists(trial, max_size=2),
    "talked_with_other_doctor": st.booleans(),
    "notes": texts,
}  # fmt: skip

shares = st.fixed_dictionaries({key: st.integers(1, 100) for key in CRITERIA})
weights = st.one_of(
    st.just({"equal": True}),
    st.fixed_dictionaries({"points": shares}),
    st.fixed_dictionaries({"swing": shares}),
    st.fixed_dictionaries({"ranking": st.permutations(CRITERIA)}),
    st.just({"swing_ranges": {key: [10, 100] for key in CRITERIA}}),
)
scales = st.dictionaries(st.sampled_from(["chance", "no", "9"]), texts, max_size=2)
ends = st.fixed_dictionaries({"worst": texts, "best": texts}, optional={"scales": scales})
anchors = st.dictionaries(st.sampled_from(CRITERIA), ends, max_size=3)
gut = st.one_of(st.none(), optional(when=days, words=texts))
sureness = optional(knows_enough=st.floats(0, 10), sure=st.integers(0, 10))
people = named(
    role=texts, weights=weights, anchors=anchors, gut_first=gut, gut_later=gut, before=sureness, after=sureness, concerns=few,
)  # fmt: skip

preparation = optional(
    reasons=few, barriers=few, script=texts, started=days, short_on_time=st.booleans(),
    steps=st.dictionaries(texts, optional(state=st.just("done"), owner=texts, due=days, resources=few), max_size=2),
    records=st.dictionaries(texts, optional(received=days, have_report=st.booleans(), note=texts), max_size=2),
    specialists=st.lists(doctor, max_size=2),
    calls=st.lists(optional(date=days, insurer=texts, percent_covered=on_100), max_size=2),
    costs=st.lists(st.fixed_dictionaries({"what": texts}, optional={"low": not_negative, "per": st.just("month")}), max_size=2),
    summary=optional(timeline=few, medicines=few),
    questions=st.lists(st.fixed_dictionaries({"question": texts}, optional={"answered": st.booleans()}), max_size=2),
    visits=st.lists(optional(date=days, doctor=texts, recording_consent=st.booleans()), max_size=2),
)  # fmt: skip
decision = optional(
    outcome=st.just("combine"), statement=texts, confidence=st.floats(0, 10), date=days,
    next_dates=st.dictionaries(texts, days, max_size=2), open_points=few,
)  # fmt: skip
patient = optional(
    condition=texts, stage=texts, tnm=texts, ecog=st.integers(0, 5), goals=few, approach=st.floats(1, 5),
    journey_point=st.just("during treatment"), fast_growing=st.booleans(), age=st.integers(0, 120), other_conditions=few,
)  # fmt: skip

_fields = {
    "question": texts, "notice": texts, "country": texts, "entered_by": texts, "entered_on": days, "decide_by": days,
    "decide_by_said_by": texts, "patient": patient, "people": people, "preparation": preparation, "decision": decision,
    "sources": few, "notes": texts,
    "other_options": st.lists(st.fixed_dictionaries({"option": texts}, optional={"considered": st.booleans()}), max_size=2),
}  # fmt: skip

_trees = st.fixed_dictionaries({"opinions": named(1, 3, **opinion)}, optional=_fields)


def _by_goal(draw, tree):
    """Return a tree in which opinions answer some of the goals one by one, where goals are drawn."""
    goals = tree.get("patient", {}).get("goals")
    each = st.dictionaries(st.sampled_from(goals), rating(by_goal), max_size=3) if goals else st.nothing()
    for opinion in tree["opinions"]:
        part = opinion.get("ratings", {}).get("goals")
        if goals and isinstance(part, dict) and "answer" not in part:
            part["goal_fit"] = draw(each)
    return tree


@st.composite
def whole_cases(draw):
    """Draw a case in which any field may be filled in."""
    try:
        return Case(**_by_goal(draw, draw(_trees)))
    except CompareError:
        return assume(False)  # two texts were the same word, as in a step named twice


@st.composite
def cases_of_any_kind(draw):
    """Draw a whole case with the built-in criteria, or one with criteria and answers of its own."""
    if draw(st.booleans()):
        return draw(whole_cases())
    case, other = draw(cases()), draw(whole_cases())
    rosa = {"name": "Rosa", "weights": {"ranking": case.keys}}
    tree = {**as_tree(case), "question": other.question, "notes": other.notes, "people": [rosa]}
    return Case(**tree).anchored("Rosa")


FULL = {
    "question": "Which?",
    "opinions": [
        {"name": text[:100].strip() or "x", "notes": text, "asked": {text: text}}
        for text in ("=1+1", "No", "2026-01-31")
    ],
    "sources": list(HOSTILE),
}
"""A case with every text that has broken something."""
