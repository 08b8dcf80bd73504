"""The case: what the doctors said (frozen pydantic models, one topic a file)."""

from compare.case.anchors import Anchors, Moved
from compare.case.closeness import Closeness
from compare.case.criteria import Attribute, Criterion, GoalAttribute, built_in_criteria
from compare.case.findings import Finding, Findings, Operability
from compare.case.layers import Layer, Treatment, built_in_layers, layer_rules
from compare.case.model import SCHEMA, Case
from compare.case.opinion import Doctor, Effect, Opinion
from compare.case.people import GutChoice, Patient, Person, StatedWeights
from compare.case.plan import Guideline, OtherOption, Plan, Trial
from compare.case.preparation import Decision, Preparation
from compare.case.rating import NOT_ASKED, Rating
from compare.case.standard import StandardQuestion, interview_questions, note_on, standard_questions
from compare.case.stated import HowFar, drugs_of, how_far_apart, is_trial, open_layers, own_treatments, said_on, who

__all__ = [
    "NOT_ASKED",
    "SCHEMA",
    "Anchors",
    "Attribute",
    "Case",
    "Closeness",
    "Criterion",
    "Decision",
    "Doctor",
    "Effect",
    "Finding",
    "Findings",
    "GoalAttribute",
    "Guideline",
    "GutChoice",
    "HowFar",
    "Layer",
    "Moved",
    "Operability",
    "Opinion",
    "OtherOption",
    "Patient",
    "Person",
    "Plan",
    "Preparation",
    "Rating",
    "StandardQuestion",
    "StatedWeights",
    "Treatment",
    "Trial",
    "built_in_criteria",
    "built_in_layers",
    "drugs_of",
    "how_far_apart",
    "interview_questions",
    "is_trial",
    "layer_rules",
    "note_on",
    "open_layers",
    "own_treatments",
    "said_on",
    "standard_questions",
    "who",
]
