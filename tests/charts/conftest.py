from __future__ import annotations

from typing import Any

import pytest
from matplotlib.text import Text

from compare.case import Case
from compare.charts import Chart
from compare.charts.style import drawing
from compare.scoring import Scores, score

HOSTILE = "costs $5 and $6 <b>& \\frac{1}{2} {0} %s"
LONG = "Dr. Maximiliana Featherstonehaugh-Wolfeschlegelsteinhausenbergerdorff of the Regional Centre says: " + 101 * "w"


def words_of(chart: Chart) -> list[str]:
    """Return every text of a chart as typed, in the order in which they were written."""
    return [text.get_text() for text in chart.figure.findobj(Text) if text.get_text()]


def artists(chart: Chart, label: str) -> list[Any]:
    """Return the artists of one kind."""
    return chart.figure.findobj(lambda artist: artist.get_label() == label)


def overlaps(chart: Chart) -> list[tuple[str, str]]:
    """Return the texts that lie on top of each other when the chart is drawn."""
    boxes = [(text, box.shrunk(0.98, 0.7)) for text, box in _boxes(chart)]
    return [
        (one, other)
        for place, (one, box) in enumerate(boxes)
        for other, second in boxes[place + 1 :]
        if box.overlaps(second)
    ]


def outside(chart: Chart) -> list[str]:
    """Return the texts that the edge of the chart cuts."""
    page = chart.figure.bbox
    return [text for text, box in _boxes(chart) if box.x0 < 0 or box.x1 > page.x1 or box.y0 < 0 or box.y1 > page.y1]


def _boxes(chart: Chart) -> list[tuple[str, Any]]:
    with drawing():
        chart.figure.set_dpi(144)
        renderer = chart.figure.canvas.get_renderer()
        texts = [text for text in chart.figure.findobj(Text) if text.get_text()]
        return [(text.get_text(), text.get_window_extent(renderer)) for text in texts]


def opinion(name: str, **ratings: Any) -> dict[str, Any]:
    return {"name": name, "ratings": ratings}


CRITERIA = [{"key": "goals", "label": "Our goals"}, {"key": "home", "label": "Time at home"}]


def case_of(*opinions: dict[str, Any], criteria: Any = CRITERIA, **rest: Any) -> Case:
    return Case(question="Which?", criteria=criteria, opinions=list(opinions), **rest)


@pytest.fixture
def mixed() -> Case:
    """Two opinions, an answer in every form."""
    criteria = [
        {"key": "alive", "attributes": [{"key": "alive", "value": {"linear": {"worst": 45, "best": 65}}}]},
        {
            "key": "effects",
            "label": "Side effects",
            "attributes": [
                {
                    "key": "severe",
                    "label": "Severe ones",
                    "unit": "of 100 people",
                    "value": {"linear": {"worst": 80, "best": 0}},
                },
                {"key": "mood", "label": "Mood", "value": {"levels": {"poor": 0, "fair": 60, "good": 100}}},
            ],
        },
        {"key": "goals", "label": "Our goals"},
    ]
    new = opinion("New", alive={"alive": "77 of 129"}, effects={"severe": [50, 65], "mood": "fair"}, goals=70)
    usual = opinion(
        "Usual", alive={"alive": 50}, effects={"severe": {"words": "quite common"}}, goals="asked, no answer"
    )
    rosa = {"name": "Rosa", "role": "patient", "weights": {"points": {"alive": 50, "effects": 30, "goals": 20}}}
    return case_of(
        {**new, "pros": ["near home", HOSTILE], "cons": ["hair loss"]},
        {**usual, "pros": []},
        criteria=criteria,
        people=[rosa],
    )


@pytest.fixture
def scores(mixed: Case) -> Scores:
    return score(mixed)


@pytest.fixture
def many_long() -> Case:
    """Six opinions with names of 200 letters."""
    criteria = [{"key": f"k{place}", "label": f"{place} {LONG}"[:200]} for place in range(4)]
    opinions = [
        {
            **opinion(f"{place} {LONG}"[:200], k0=10 * place, k1=[place, 90]),
            "pros": [LONG, "x " * 500],
            "cons": ["no"] * 15,
        }
        for place in range(6)
    ]
    return case_of(*opinions, criteria=criteria)
