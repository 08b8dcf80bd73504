import json
import os
import re
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest

from compare.app import home, serve
from compare.app.home import open_home
from compare.app.home.server import transport
from compare.cli import opening
from compare.errors import MissingExtraError
from compare.samples import sample_path
from compare.words import serving

HOME = Path(home.__file__).parent
FILES = sorted(path for path in HOME.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
FOLDER = Path("/private")


@pytest.fixture
def opened(monkeypatch):
    """Play a server that is ready at once; note what it was asked for and what the browser opened."""
    seen = SimpleNamespace(served=[], opened=[])

    def play(file, *, port, starting, started):
        seen.served.append((file, port))
        starting()
        started("http://127.0.0.1:8000/?token=key", "http://127.0.0.1:8000/first/once")

    monkeypatch.setattr(serve, "serve", play)
    monkeypatch.setattr(opening.webbrowser, "open", seen.opened.append)
    thread = lambda target, args, **_: SimpleNamespace(start=lambda: target(*args))  # noqa: E731
    monkeypatch.setattr(opening, "threading", SimpleNamespace(Thread=thread))
    return seen


def test_it_says_where_it_is_that_it_stays_here_and_how_to_stop_it(opinions, opened):
    done = opinions("app")
    assert (done.code, done.err) == (0, "")
    for part in (
        serving.STARTING,
        "http://127.0.0.1:8000/?token=key",
        serving.HERE,
        serving.YOURS,
        "Ctrl-C",
        serving.STOPPED,
    ):
        assert part in done.out
    assert opened.opened == ["http://127.0.0.1:8000/first/once"]


def test_a_program_gets_one_line(opinions, opened):
    done = opinions("app", "--json", "--no-browser")
    assert json.loads(done.out) == {"address": "http://127.0.0.1:8000/?token=key", "stop": "Ctrl-C"}
    assert done.out.count("\n") == 1
    assert opened.opened == []


def test_the_file_goes_along_with_its_whole_path_and_any_free_port_will_do(opinions, opened, monkeypatch):
    path = sample_path("prostate")
    monkeypatch.chdir(path.parent)
    assert opinions("app", path.name).code == 0
    assert opinions("app", path.name, "--port", "8123").code == 0
    assert opened.served == [(path, 0), (path, 8123)]


@pytest.mark.parametrize("text", ["schema: 1\nopinions: [", "schema: 1\nopinion: []\n"])
def test_a_file_that_is_no_case_is_refused_before_anything_starts(opinions, opened, case_file, text):
    done = opinions("app", case_file(text))
    assert (done.code, done.out, opened.served) == (2, "", [])
    assert done.lines[0].startswith("case.yaml")


def test_a_file_that_is_not_there_yet_is_begun_and_said(opinions, opened, tmp_path):
    path = tmp_path / "new.yaml"
    done = opinions("app", path)
    assert (done.code, done.err) == (0, "")
    assert done.lines == []
    assert done.out.startswith(serving.begins("new.yaml"))
    assert opened.served == [(path, 0)]
    assert not path.exists()


def test_a_program_gets_one_line_for_a_file_that_is_begun_too(opinions, opened, tmp_path):
    done = opinions("app", tmp_path / "new.yaml", "--json", "--no-browser")
    assert json.loads(done.out)["stop"] == "Ctrl-C"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("new.txt", "cannot be kept in a file of this kind"),
        ("no/such/new.yaml", serving.NO_FOLDER),
        ("case.yaml/new.yaml", "The file cannot be read."),
        (".", "cannot be kept in a file of this kind"),
        ("nul\0.yaml", "The file cannot be read."),
        ("x" * 300 + ".yaml", "The file cannot be read."),
    ],
)
def test_a_file_that_can_never_be_made_is_one_clear_error(opinions, opened, case_file, name, said):
    folder = case_file("schema: 1\n").parent
    done = opinions("app", folder / name)
    assert (done.code, done.out, opened.served) == (2, "", [])
    assert said in done.err
    assert len(done.lines) <= 12
    assert [path.name for path in folder.iterdir()] == ["case.yaml"]


@pytest.mark.parametrize("port", [-1, 0, 80, 1023, 65536])
def test_what_is_no_port_for_us_is_refused(opinions, opened, port):
    done = opinions("app", "--port", port)
    assert (done.code, done.out, opened.served) == (2, "", [])
    assert done.lines[:2] == ["--port", serving.TAKEN]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # tornado leaves the refused socket open
def test_a_port_that_is_taken_is_one_clear_error(opinions):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = opinions("app", "--no-browser", "--port", port)
    assert (done.code, done.out) == (2, "")
    assert done.lines[:3] == ["--port", serving.TAKEN, f"  found:   {port}"]


@pytest.mark.parametrize("library", ["voila", "anywidget", "ipywidgets", "ipykernel"])
def test_without_the_extra_the_command_that_installs_it_is_named(monkeypatch, library):
    monkeypatch.setattr(serve, "find_spec", lambda name: None if name == library else name)
    with pytest.raises(MissingExtraError, match=library) as refused:
        serve.serve(None, port=0, starting=pytest.fail, started=pytest.fail)
    assert "opinion-compare[app]" in refused.value.fix


def test_a_page_may_run_and_load_nothing_but_what_comes_from_this_server():
    policy = serve.policy(8123)
    assert policy["default-src"] == "'self'"
    assert policy["script-src"] == "'self' blob:"
    assert policy["connect-src"] == "'self' ws://127.0.0.1:8123"
    assert policy["frame-ancestors"] == "'none'"
    addresses = re.findall(r"\w+://\S+|\*", " ".join(policy.values()))
    assert addresses == ["ws://127.0.0.1:8123"]
    assert "unsafe-eval" not in serve.headers(8123)["Content-Security-Policy"]


def test_the_files_of_the_page_name_no_outside_address():
    assert {path.name for path in FILES} >= {
        "app.ipynb",
        "conf.json",
        "index.html.j2",
        "page.css",
        "page.js",
        "kernel.json",
    }
    for path in FILES:
        assert not re.findall(r"(?:https?:)?//[\w.-]+\.\w|@import|\burl\(", path.read_text(encoding="utf-8")), path.name


def test_the_notebook_has_one_cell_without_a_word_of_a_case():
    notebook = json.loads((HOME / "app.ipynb").read_text(encoding="utf-8"))
    (cell,) = notebook["cells"]
    assert "".join(cell["source"]) == "from compare.app.home import open_home\n\nopen_home()"
    assert (cell["outputs"], cell["execution_count"]) == ([], None)


def test_a_kernel_keeps_no_history_and_takes_no_code_from_the_folder_it_is_in():
    told = json.loads((HOME / "kernels" / "python3" / "kernel.json").read_text(encoding="utf-8"))["argv"]
    assert "--HistoryManager.enabled=False" in told
    assert told[:2] == ["python", "-P"]


def test_all_that_jupyter_writes_goes_to_the_private_folder_and_no_settings_are_read():
    told = serve.environment(FOLDER, Path("case.yaml"))
    places = {name: value for name, value in told.items() if name.endswith("DIR")}
    assert len(places) == 5
    assert all(Path(value).is_relative_to(FOLDER) for value in places.values())
    assert told["JUPYTER_CONFIG_PATH"] == ""
    assert told["JUPYTER_PATH"].split(os.pathsep)[0] == str(HOME)
    assert Path(told[home.FILE]).is_absolute()
    assert serve.environment(FOLDER, None)[home.FILE] == ""


def test_others_on_the_machine_cannot_listen_to_a_kernel_where_names_are_short_enough():
    assert transport(Path("/tmp/opinions-12345678")) == ("ipc" if os.name == "posix" else "tcp")
    assert transport(Path("/" + "x" * 90)) == "tcp"


@pytest.fixture
def shown(monkeypatch):
    things = []
    monkeypatch.setattr("IPython.display.display", lambda thing, **_: things.append(thing))
    return things


def test_the_page_opens_the_case_of_the_call(monkeypatch, shown):
    monkeypatch.setenv(home.FILE, str(sample_path("breast")))
    open_home()
    assert [app.case.question for app in shown] == [home.screen(sample_path("breast")).case.question]


def test_a_case_that_was_spoilt_since_is_said_in_words_and_the_app_is_there_all_the_same(monkeypatch, shown, case_file):
    monkeypatch.setenv(home.FILE, str(case_file("schema: 1\nopinion: []\n")))
    open_home()
    assert "case.yaml" in shown[0]["text/plain"]
    assert len(shown) == 2


def test_without_a_file_the_app_begins_empty(monkeypatch, shown):
    monkeypatch.setenv(home.FILE, "")
    open_home()
    assert [app.page["screen"] for app in shown] == ["start"]
