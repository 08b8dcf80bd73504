"""A report with every kind of part, in which every text is the same text; and texts that have broken writers somewhere."""

import os
import shutil
import subprocess
import sys
from functools import cache

import pytest

import compare
from compare.charts import Chart, totals
from compare.reports.document import Report
from compare.reports.parts import (
    Card,
    Cards,
    Chapter,
    Fields,
    Live,
    Paragraphs,
    Picture,
    Questions,
    Table,
)
from compare.statements import Cell

MARKED = {
    "equals": "=1+1", "plus": "+1+1", "minus": "-1+1", "at": "@SUM(A1)", "tab": "\t=1+1", "return": "\r=1+1",
    "space": " =1+1", "no-break space": "\u00a0=1+1", "full width": "\uff1d1+1", "program": "=cmd|' /C calc'!A0",
    "quote": "'=1+1", "error": "#REF!", "date": "3-14", "element": "<script>alert(1)</script>", "attribute": '" onload="alert(1)',
    "breakout": "</w:t></w:r></si><f>1+1</f>", "entity": "&lt;b&gt; &#0; &a;", "section": "<![CDATA[ x ]]>",
    "doctype": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", "address": "https://example.org/x file:///etc/passwd",
    "mathematics": "costs $5 and $6 \\frac{", "template": "{{ 7*7 }}{% raw %}", "format": "%s {0} {x!r} %(a)s",
    "markup": "**bold** _it_ #head [a](b)", "control": "a\x00b\x1bc\x07d", "no character": "a\ufffeb\uffffc", "half": "a\ud800b",
    "zero width": "a\u200bb\ufeffc", "override": "a\u202eb\u202cc\u2066d\u2069", "from the right": "שלום 5 עולם", "joined": "مرحبا",
    "emoji": "👩\u200d👩\u200d👧 🙂", "composed": "e\u0301", "spelt out": "_x0041_ _x000D_ _x", "field": "PAGE \\* MERGEFORMAT",
    "lines": "two\nlines", "way": "../../etc/passwd", "long": "a" * 5000,
}  # fmt: skip


def scores_of(text: str) -> compare.Scores:
    """Return scores whose opinions, parts and people are called by a text."""
    criteria = [{"key": "goals", "label": text}, {"key": "cost"}]
    opinions = [{"name": text, "ratings": {"goals": 70}}, {"name": "B", "ratings": {"goals": 30, "cost": [20, 60]}}]
    return compare.score(
        compare.Case.model_validate({"question": text, "criteria": criteria, "opinions": opinions, "notice": text})
    )


class Still(Chart):
    """A chart that is drawn once for all tests, because only its words differ."""

    def png(self, dpi=100):  # noqa: ARG002 - the dots are always the same
        return _drawn()[1]


@cache
def _drawn():
    chart = totals(compare.score(compare.sample("lymphoma")), titled=False)
    return chart.figure, chart.png(50)


def report_of(text: str, scores: compare.Scores | None = None, layout: str = "long") -> Report:
    """Return a report that holds every kind of part."""
    chart = Still("totals", _drawn()[0], text)
    cells = [Cell(text, number="98 (96 to 99)", remark=text), Cell(text, is_open=True, remark=text)]
    told = {"lead": text, "points": [text]}
    parts = [
        Paragraphs("In short", [text, text], **told),
        Live("How they compare", chart, {}, {}, **told),
        Chapter("For the visit", **told),
        Table("The same in numbers", ["", text, text], [(text, ()), (text, cells), (text, cells)], True, **told),
        Fields("Who", [(text, text), (text, "")], **told),
        Questions("What to ask", [text, text], **told),
        Picture("Part by part", chart, **told),
        Cards(
            "For and against", [Card(text, {"For": [text], "Against": []}), Card("B", {"For": [text]})], text, **told
        ),
    ]
    return Report(text, text, [text], parts, scores, layout)


NOTHING = Report("", "", [], [
    Paragraphs("", []), Questions("", []), Fields("", []), Cards("", []), Table("", [""], []), Table("T", ["", "h"], []),
    Cards("C", [Card("A", {})]), Chapter(""),
])  # fmt: skip
"""Every kind of part with nothing in it."""

SOMEBODY = "somebody-at-home"


def made_by_somebody(module: str, function: str, folder) -> bytes:
    """Return the file of a sample, made in another process, by another user, on another host, in another folder."""
    home = folder / SOMEBODY
    home.mkdir()
    code = (
        f"import socket, sys; socket.gethostname = lambda: '{SOMEBODY}'\n"
        f"import compare; from compare.reports.{module} import {function}\n"
        f"sys.stdout.buffer.write({function}(compare.report(compare.score(compare.sample('prostate')))))"
    )
    who = dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME"), SOMEBODY) | {"MPLCONFIGDIR": str(home)}
    environment = {**os.environ, **who, "HOME": str(home), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=home, env=environment
    ).stdout


needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def by_office(kind: str, folder, files: dict[str, bytes]):
    """Let LibreOffice open files and save them in another kind; return the paths of what it saved, in order."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    home = f"-env:UserInstallation=file://{folder}/home"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        folder,
        *(folder / name for name in files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return sorted(folder.glob(f"*.{kind.partition(':')[0]}"))
