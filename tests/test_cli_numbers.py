"""What the commands print is recalculated here from the text of the file alone, in plain Python, without the package."""

from __future__ import annotations

import json
import random
from itertools import pairwise

import pytest

KEYS = ("alpha", "beta", "gamma", "delta")
NAMES = ("New", "Usual", "Wait")
LEVELS = {"poor": 0, "fair": 60, "good": 100}
BEND = [[-20, 0], [10, 70], [40, 100]]
VALUES = (
    {"linear": {"worst": 80, "best": 0}, "outside": "clip"},
    {"curve": BEND, "outside": "clip"},
    {"levels": LEVELS},
    {"linear": {"worst": 0, "best": 100}},
)


def points_of(value):
    ends = value.get("linear")
    return value["curve"] if ends is None else sorted([[ends["worst"], 0], [ends["best"], 100]])


def along(points, answer):
    answer = min(max(answer, points[0][0]), points[-1][0])
    (x0, v0), (x1, v1) = next(two for two in pairwise(points) if answer <= two[1][0])
    return v0 + (v1 - v0) * (answer - x0) / (x1 - x0)


def worth(value, answer):
    """Return low, mean and high; the mean of a range by the trapezia between the bends."""
    if answer is None:
        return 0, 50, 100
    if "levels" in value:
        ends = [LEVELS[word] for word in (answer if isinstance(answer, list) else [answer, answer])]
        return ends[0], sum(ends) / 2, ends[1]
    points, (low, high) = points_of(value), answer if isinstance(answer, list) else (answer, answer)
    places = [low, *(x for x, _ in points if low < x < high), high]
    heights = [along(points, x) for x in places]
    area = sum((b - a) * (v + u) / 2 for (a, b), (v, u) in zip(pairwise(places), pairwise(heights), strict=True))
    return min(heights), area / (high - low) if high > low else heights[0], max(heights)


def answer_to(value, dice):
    if dice.random() < 0.2:
        return None
    if "levels" in value:
        return dice.choice([*LEVELS, ["poor", "fair"], ["fair", "good"]])
    low, high = (0, 100) if "outside" not in value else (-40, 110)
    ends = sorted(dice.sample(range(low, high), 2))
    return dice.choice([ends, ends[0]])


def weights_for(dice):
    """Return weights as a file holds them, and their shares."""
    points = {key: dice.randint(1, 100) for key in KEYS}
    order = dice.sample(KEYS, len(KEYS))
    centroid = {key: sum(1 / i for i in range(place, 5)) / 4 for place, key in enumerate(order, 1)}
    ranges = {key: [number / 2, number] for key, number in points.items()}
    ways = (
        ("points", points, points),
        ("swing", points, points),
        ("ranking", order, centroid),
        ("swing_ranges", ranges, points),
        ("equal", True, dict.fromkeys(KEYS, 1)),
    )
    how, given, raw = dice.choice(ways)
    return {how: given}, {key: raw[key] / sum(raw.values()) for key in KEYS}


@pytest.fixture(params=range(12))
def made(request, case_file):
    """Return a made-up file, the shares of its weights, and the low, mean and high value of each opinion by criterion."""
    dice = random.Random(request.param)
    weights, shares = weights_for(dice)
    criteria = [{"key": key, "attributes": [{"key": "it", "value": v}]} for key, v in zip(KEYS, VALUES, strict=True)]
    answers = {name: {key: answer_to(v, dice) for key, v in zip(KEYS, VALUES, strict=True)} for name in NAMES}
    opinions = [{"name": n, "ratings": {key: {"it": answer} for key, answer in answers[n].items()}} for n in NAMES]
    people = [{"name": "Rosa", "weights": weights}]
    tree = {"schema": 1, "criteria": criteria, "opinions": opinions, "people": people}
    values = {n: {key: worth(v, answers[n][key]) for key, v in zip(KEYS, VALUES, strict=True)} for n in NAMES}
    return case_file(json.dumps(tree), "made.json"), shares, values


def total(shares, row, end):
    return sum(shares[key] * row[key][end] for key in KEYS)


def test_compare_prints_these_totals_parts_and_ranks(opinions, made):
    path, shares, values = made
    printed = json.loads(opinions("compare", path, "--json").out)
    assert printed["weights"]["shares"] == pytest.approx(shares)
    means = {name: total(shares, values[name], 1) for name in NAMES}
    for opinion in printed["opinions"]:
        row = values[opinion["name"]]
        assert list(opinion["total"].values()) == pytest.approx([total(shares, row, end) for end in range(3)])
        for key, both in opinion["criteria"].items():
            assert list(both["value"].values()) == pytest.approx(row[key])
            assert list(both["part"].values()) == pytest.approx([shares[key] * end for end in row[key]])
        assert opinion["rank"] == 1 + sum(mean > means[opinion["name"]] + 1e-9 for mean in means.values())


def test_what_if_prints_weights_at_which_two_are_level_and_before_which_the_first_stays(opinions, made):
    path, shares, values = made
    printed = json.loads(opinions("what-if", path, "--json").out)
    first = max(NAMES, key=lambda name: total(shares, values[name], 1))
    for key, look in printed["criteria"].items():
        low, high = look["stays_first"]
        ends = [(low, True), (high, True), (low - 1e-6, False), (high + 1e-6, False)]
        for share, stays in ends:
            if 0 <= share <= 1:
                moved = {k: share if k == key else (1 - share) * v / (1 - shares[key]) for k, v in shares.items()}
                lead = min(total(moved, values[first], 1) - total(moved, values[n], 1) for n in NAMES if n != first)
                assert lead >= -1e-9 if stays else lead < 0
    if printed["nearest_flip"]:
        flip = printed["nearest_flip"]
        level = [total(flip["shares"], values[name], 1) for name in (first, flip["to"])]
        assert level[0] == pytest.approx(level[1])
        assert sum(abs(flip["shares"][key] - shares[key]) for key in KEYS) == pytest.approx(flip["distance"])
