import subprocess
import sys

import pytest

import compare

HEAVY = ("numpy", "pandas", "matplotlib", "ipywidgets", "anywidget", "scipy", "jinja2")


def run(code):
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False, timeout=120
    )


PLAIN = "import compare"
WHOLE_WAY = """
import compare
case = compare.sample("prostate")
scores = compare.score(case, compare.swing(dict.fromkeys(case.keys, 50)))
str(scores), scores._repr_html_(), compare.explain(scores), compare.questions(scores).sentences(), scores.first_shares, scores.ahead
import tempfile, pathlib
with tempfile.TemporaryDirectory() as folder:
    for ending in ("yaml", "json"):
        assert compare.read(compare.save(case, pathlib.Path(folder) / f"case.{ending}")) == case
"""


WRONG_KINDS = {
    "explain": compare.explain,
    "report": compare.report,
    "App": lambda case: compare.App(compare.score(case)),
    "swing": lambda _: compare.swing(None),
    "pairwise": lambda _: compare.pairwise(None),
    "swing_ranges": lambda _: compare.swing_ranges(None),
    "ranking": lambda _: compare.ranking(None),
}


@pytest.mark.parametrize("call", WRONG_KINDS.values(), ids=WRONG_KINDS)
def test_a_value_of_another_kind_is_told_with_the_way_to_make_it(call):
    with pytest.raises(compare.CompareError, match="to do:"):
        call(compare.sample("prostate"))


@pytest.mark.parametrize("code", [PLAIN, WHOLE_WAY], ids=["import", "read, score, explain, save"])
def test_one_familys_case_runs_on_plain_python(code):
    done = run(f"{code}\nimport sys\nprint(*[name for name in {HEAVY} if name in sys.modules])")
    assert (done.stdout.strip(), done.stderr) == ("", "")


def test_there_are_about_forty_public_names_in_order():
    assert len(compare.__all__) <= 42
    assert dir(compare) == compare.__all__
    assert compare.__all__ == sorted(compare.__all__)
