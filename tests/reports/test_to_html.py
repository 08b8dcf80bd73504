"""The page as HTML: self-contained, escaped, whole."""

from __future__ import annotations

import base64
import hashlib
import html.parser
import json
import re
import subprocess
import sys

import pytest
from papers import html_of

import compare
from compare.errors import visible
from compare.reports.live import view_of
from compare.reports.parts import Paragraphs
from compare.reports.to_html import as_json, live_script, policy
from compare.reports.to_html import page as page_of

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "</title></style></script>",
    "{{ 7*7 }}{% raw %}",
    "javascript:alert(1)",
    "costs $5 and $6 \\frac{",
    "&lt;b&gt;",
    "a\u200bb\ufeffc",
    "%s {0} {name}",
)
LARGEST_BYTES = 400_000
VOID = frozenset({"meta", "img", "br", "col", "link", "input", "hr"})


class Tags(html.parser.HTMLParser):
    """Collects the elements of a page, its texts, and what is left open."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data)


def read(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    assert not tags.open
    return tags


def live_data(page: str) -> dict:
    (data,) = re.findall(r'<script type="application/json" id="live-data">(.*?)</script>', page, re.DOTALL)
    return json.loads(data)


def hostile_case(text: str) -> compare.Case:
    opinion = {
        "name": text,
        "doctor": {"name": text, "centre": text},
        "pros": [text],
        "cons": [text],
        "side_effects": [{"name": text, "chance": {"words": text}}],
        "ratings": {"goals": {"goal_fit": {"words": text, "said_by": text}}},
    }
    return compare.Case.model_validate(
        {
            "question": text,
            "notice": text,
            "entered_by": text,
            "opinions": [opinion, {"name": "B"}],
            "people": [{"name": text, "role": text, "weights": {"equal": True}}],
            "sources": [text],
        }
    )


@pytest.mark.parametrize("name", compare.sample_names())
def test_a_sample_page_is_well_formed_and_loads_nothing(name):
    tags = read(html_of(name))
    for tag, attributes in tags.elements:
        assert tag not in {"iframe", "object", "embed", "link", "base", "form"}
        assert not [key for key in attributes if key.startswith("on")]
        assert str(attributes.get("src", "data:")).startswith("data:")
        assert str(attributes.get("href", "#")).startswith("#")
    allowed = policy(is_live=True)
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": allowed}) in tags.elements
    assert allowed.startswith("default-src 'none'; script-src 'sha256-")


def test_the_page_allows_no_script_but_the_one_it_carries():
    page = html_of("prostate")
    assert [tag for tag, _ in read(page).elements].count("script") == 2
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy(is_live=True)
    assert "script-src" not in policy(is_live=False)


def test_the_script_holds_nothing_that_could_end_it_or_that_the_policy_refuses():
    script = live_script()
    assert not re.search(
        r"</|<!--|\beval\b|new Function|innerHTML|insertAdjacentHTML|setAttribute\(\"(on|style)", script
    )
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)


def test_a_page_without_the_live_view_carries_no_script():
    html = page_of("Which?", "", [], [Paragraphs("In short", ["Nothing yet."])])
    assert "<script" not in html
    assert "oc-live" not in html


def test_the_page_hands_its_first_position_to_the_live_view():
    scores = compare.score(
        compare.sample("prostate"), compare.points(dict.fromkeys(compare.sample("prostate").keys, 3))
    )
    data = live_data(compare.report(scores).html())
    assert data["view"] == json.loads(json.dumps(view_of(scores.case, scores)))
    assert data["answer"]["points"] == data["view"]["start"]


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "&lt;", "\u2028\u2029", '"', "\\u003c", *HOSTILE])
def test_data_in_the_page_comes_back_as_it_was_and_cannot_end_its_element(text):
    written = as_json({"text": text})
    assert json.loads(written) == {"text": text}
    assert not re.search("[<>&\u2028\u2029]", written)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_people_is_text(text):
    page = compare.report(compare.score(hostile_case(text))).html()
    tags = read(page)
    assert {tag for tag, _ in tags.elements}.isdisjoint({"svg", "b", "iframe"})
    assert [tag for tag, _ in tags.elements].count("script") == 2
    assert live_data(page)["view"]["opinions"][0]["name"] == visible(text)
    assert sum(text in shown for shown in tags.texts) >= 8
    assert not [attributes for _, attributes in tags.elements if any(key.startswith("on") for key in attributes)]


@pytest.mark.parametrize("name", compare.sample_names())
def test_a_page_is_small_enough_to_send_and_the_same_each_time(name):
    assert compare.report(compare.score(compare.sample(name))).html() == html_of(name)
    assert len(html_of(name).encode()) <= LARGEST_BYTES


def test_a_page_is_the_same_in_another_process():
    code = "import compare, sys; sys.stdout.write(compare.report(compare.score(compare.sample('breast'))).html())"
    page = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8"
    ).stdout
    assert page == html_of("breast")


def test_scores_and_weights_are_whole_numbers():
    shown = re.findall(r'class="worth">([^<]*)<', html_of("prostate"))
    assert shown
    assert not [number for number in shown if "." in number]


def test_every_table_has_a_caption_and_scopes():
    tags = read(html_of("prostate"))
    heads = [attributes for tag, attributes in tags.elements if tag == "th"]
    tables = [tag for tag, _ in tags.elements if tag == "table"]
    assert all("scope" in attributes for attributes in heads)
    assert len(tables) == len([tag for tag, _ in tags.elements if tag == "caption"])


def test_every_picture_has_words():
    tags = read(html_of("prostate"))
    pictures = [attributes for tag, attributes in tags.elements if tag == "img"]
    assert len(pictures) == 12
    assert all(len(str(attributes["alt"])) > 30 for attributes in pictures)
