import subprocess
import sys

import pytest

import compare.app
from compare.app import FirstLook, texts
from compare.case import Case
from compare.errors import CompareError
from compare.reports import report
from compare.samples import sample
from compare.scoring import score

WITHOUT = """
import sys
sys.modules[{name!r}] = None
import compare.app.view
try:
    from compare.app import FirstLook
except Exception as error:
    print(type(error).__name__, error)
"""


def test_it_opens_with_practice_data_scored_by_its_own_people():
    look = FirstLook()
    assert look.case == sample("prostate")
    assert look.scores.totals == score(sample("prostate")).totals


def test_it_opens_any_case():
    case = Case(opinions=[{"name": "A"}, {"name": "B"}])
    look = FirstLook(case)
    assert look.case is case
    assert look.choose.source == ""


def test_what_is_saved_follows_the_sliders():
    look = FirstLook()
    look.live.points = {**look.live.points, "goals": 0}
    assert look.page() == report(look.scores).html().encode()
    assert look.scores.weights["goals"] == 0
    assert look.picture().startswith(b"\x89PNG")
    assert look.drawing().startswith(b"<svg")


def test_with_every_slider_at_0_nothing_is_saved_and_the_case_is_still_there():
    look = FirstLook()
    look.live.points = dict.fromkeys(look.live.points, 0)
    for make in (look.page, look.picture, look.drawing):
        with pytest.raises(CompareError, match="nothing to save"):
            make()
    assert look.scores.totals == score(look.case).totals


def test_where_there_are_no_widgets_it_leaves_one_plain_line():
    shown = FirstLook()._repr_mimebundle_()
    assert shown["text/plain"] == texts.PLACEHOLDER == repr(FirstLook())
    assert set(shown) == {"text/plain", "application/vnd.jupyter.widget-view+json"}


@pytest.mark.parametrize("name", ["anywidget", "ipywidgets"])
def test_without_the_libraries_it_says_how_to_install_them(name):
    run = subprocess.run([sys.executable, "-c", WITHOUT.format(name=name)], capture_output=True, text=True, check=True)
    assert f"This needs {name}" in run.stdout
    assert 'pip install "opinion-compare[app]"' in run.stdout


def test_a_missing_library_is_told_in_this_process_too(monkeypatch):
    for name in ("compare.app.first_look", "compare.app.browser"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "anywidget", None)
    with pytest.raises(CompareError, match="anywidget"):
        compare.app.FirstLook  # noqa: B018 - asking for it loads it


def test_another_library_that_is_missing_is_not_blamed_on_the_extra(monkeypatch):
    monkeypatch.delitem(sys.modules, "compare.app.first_look", raising=False)
    monkeypatch.setitem(sys.modules, "html", None)
    with pytest.raises(ModuleNotFoundError):
        compare.app.FirstLook  # noqa: B018 - asking for it loads it


def test_there_is_no_other_name():
    assert not hasattr(compare.app, "LastLook")
