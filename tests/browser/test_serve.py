"""The app as ``opinions app`` opens it: with a key, for one person, on this computer, and without a trace afterwards."""

import http.client
import re
import socket
import time
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import expect
from web_app import web_app

from compare.app.serve import headers
from compare.words import keeping, serving
from compare.words import screens as told

SLOWEST = 30_000
MARK = "Zwetschgenkuchen"
CASE = f"""\
schema: 1
question: {MARK}-question
opinions: [{{name: {MARK}-left, ratings: {{goals: 70}}}}, {{name: {MARK}-right, ratings: {{goals: [20, 40]}}}}]
people: [{{name: {MARK}-person, role: patient}}]
"""
ROUNDS = 20


@pytest.fixture(scope="module")
def served(browser, tmp_path_factory):
    """The app with a case whose every word is marked."""
    case = tmp_path_factory.mktemp("case") / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    with web_app(tmp_path_factory.mktemp("home"), str(case)) as running:
        yield running


@pytest.fixture
def ask(served):
    """Ask the server for something without a browser; give the answer's status, headers and text."""

    def answer(path, host=None, method="GET", **more):
        connection = http.client.HTTPConnection(urlsplit(served.address).netloc, timeout=20)
        connection.putrequest(method, path, skip_host=True)
        sent = {"Host": host or urlsplit(served.address).netloc} | more
        for name, value in sent.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        reply = connection.getresponse()
        text = reply.read().decode("utf-8", "replace")
        connection.close()
        return reply.status, reply.headers, text

    return answer


def opened(page, address):
    """Open the app and wait until it can be used; note what the browser complains about and every byte it gets."""
    page.set_default_timeout(SLOWEST)
    complaints, got = [], []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    def keep(frame):
        got.append(frame)

    page.on("websocket", lambda ws: ws.on("framereceived", keep))
    page.goto(address)
    expect(page.get_by_role("navigation", name=told.NAVIGATION)).to_be_visible(timeout=SLOWEST)
    return complaints, got


def test_the_page_shows_the_case_and_the_browser_has_nothing_to_complain_about(page, served):
    complaints, _ = opened(page, served.address)
    expect(page.get_by_text(f"{MARK}-question").first).to_be_visible()
    assert page.url == f"{served.origin}/"
    assert page.title() == serving.PAGE["title"]
    page.set_viewport_size({"width": 390, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("document.documentElement.scrollHeight > innerHeight")
    assert complaints == []


def test_it_opens_again_without_the_key_in_the_same_browser_only(page, served, ask):
    opened(page, served.address)
    opened(page, served.origin)
    status, _, text = ask("/login")
    assert (status, serving.REFUSED in text) == (403, True)


@pytest.mark.parametrize(
    "path", ["/", "/?token=guess", "/app.ipynb", "/voila/files/app.ipynb", "/voila/tree", "/api/kernels/a-b-c-d-e"]
)
def test_without_the_key_nothing_is_shown(ask, path):
    status, given, text = ask(path)
    assert status in {302, 403, 404}
    assert MARK not in text + str(given)
    assert given["Set-Cookie"] is None
    if status == 302:
        assert ask(given["Location"])[0] == 403


def test_a_kernel_cannot_be_spoken_to_without_the_key(page, served, ask):
    kernels = []
    page.on("websocket", lambda ws: kernels.append(re.search(r"/api/kernels/[\w-]+/channels", ws.url)[0]))
    opened(page, served.address)
    upgrade = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "a" * 22 + "==",
    }
    assert ask(kernels[0], **upgrade)[0] == 403
    assert ask(kernels[0].removesuffix("/channels"), method="DELETE")[0] == 403
    key = served.address.partition("token=")[2]
    assert ask(f"{kernels[0]}?token={key}", Origin="http://elsewhere.example", **upgrade)[0] == 403


@pytest.mark.parametrize("host", ["elsewhere.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]", "0.0.0.0"])
@pytest.mark.parametrize("path", ["/", "/voila/static/voila.js"])
def test_it_answers_to_its_own_name_only(ask, served, host, path):
    status, given, text = ask(f"{path}?token={served.address.partition('token=')[2]}", host=host)
    assert (status, MARK in text, given["Set-Cookie"]) == (403, False, None)


@pytest.mark.parametrize(
    "path", ["/", "/login", "/nowhere", "/voila/static/voila.js", "/voila/templates/opinions/static/page.js"]
)
def test_every_answer_carries_the_headers_that_keep_a_page_to_itself(ask, served, path):
    _, given, _ = ask(path)
    for name, value in headers(urlsplit(served.address).port).items():
        assert given.get_all(name) == [value]


def test_it_listens_on_this_computer_only(served):
    port = urlsplit(served.address).port
    listening = [
        one.laddr for one in psutil.Process(served.process.pid).net_connections("inet") if one.status == "LISTEN"
    ]
    assert [(one.ip, one.port) for one in listening] == [("127.0.0.1", port)]
    for child in psutil.Process(served.process.pid).children(recursive=True):
        assert not [
            one for one in child.net_connections("inet") if one.status == "LISTEN" and one.laddr.ip != "127.0.0.1"
        ]


def test_the_browser_is_led_to_the_app_once(tmp_path):
    note = tmp_path / "opened.txt"
    with web_app(tmp_path / "home", browser=f"sh -c 'echo %s > {note}'") as running:
        until = time.monotonic() + 10
        while not (note.exists() and note.read_text().strip()) and time.monotonic() < until:
            time.sleep(0.05)
        opened_at = note.read_text().strip()
        assert opened_at.startswith(f"{running.origin}/first/")
        key = running.address.removeprefix(running.origin)
        assert [sent_to(opened_at), sent_to(opened_at), sent_to(f"{running.origin}/first/guess")] == [
            key,
            *["/login"] * 2,
        ]


def sent_to(address):
    """Return where an address leads."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=20)
    connection.request("GET", parts.path)
    place = connection.getresponse().headers["Location"]
    connection.close()
    return place


@pytest.fixture
def empty(browser, tmp_path):
    """The app without a case."""
    with web_app(tmp_path / "home") as running:
        yield running


def test_two_people_at_once_never_see_a_word_of_the_other(browser, empty):
    contexts = [browser.new_context() for _ in "ab"]
    pages = [context.new_page() for context in contexts]
    got = [opened(page, empty.address)[1] for page in pages]
    for number in range(ROUNDS):
        for who, page in zip("ab", pages, strict=True):
            field = page.get_by_label(told.QUESTION, exact=True)
            field.fill(f"marker-{who}-{number}")
            field.press("Tab")
    for who, page in zip("ab", pages, strict=True):
        expect(page.get_by_text(f"marker-{who}-{ROUNDS - 1}").first).to_be_visible(timeout=SLOWEST)
    for own, other, frames in (("a", "b", got[0]), ("b", "a", got[1])):
        text = "".join(frame if isinstance(frame, str) else frame.decode("utf-8", "replace") for frame in frames)
        assert f"marker-{own}-" in text
        assert f"marker-{other}-" not in text
    for context in contexts:
        context.close()


def test_it_stops_at_once_and_leaves_no_word_and_no_process_behind(page, tmp_path):
    case = tmp_path / "case" / "case.yaml"
    case.parent.mkdir()
    case.write_text(CASE, encoding="utf-8")
    home = tmp_path / "home"
    with web_app(home, str(case)) as running:
        opened(page, running.address)
        for key in told.TITLES:
            page.locator(f"#oc-go-{key}").click()
        assert [path.stat().st_mode & 0o777 for path in (home / "tmp").glob("opinions-*")] == [0o700]
        assert marked(home) == []
        children = psutil.Process(running.process.pid).children(recursive=True)
        assert children
        code, out, err = running.stop()
    assert (code, out, err) == (0, "", "")
    assert psutil.wait_procs(children, timeout=10)[1] == []
    assert [path for path in home.rglob("*") if path.is_file() and "fontlist" not in path.name] == []
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", urlsplit(running.address).port))


def marked(folder):
    """Return the files that hold a word of the case."""
    return [path for path in folder.rglob("*") if path.is_file() and MARK.encode() in path.read_bytes()]


@pytest.mark.parametrize("end", ["stop", "close"])
def test_what_was_typed_a_moment_before_the_end_is_in_the_file(browser, tmp_path, end):
    case = tmp_path / "case.yaml"
    case.write_text(CASE, encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    with web_app(tmp_path / "home", str(case)) as running:
        opened(page, running.address)
        page.get_by_label(told.QUESTION, exact=True).fill("Typed at the last moment?")
        page.get_by_label(told.QUESTION, exact=True).press("Tab")
        expect(page.get_by_text("Typed at the last moment?").first).to_be_visible()
        page.close(run_before_unload=True) if end == "close" else running.stop()
        until = time.monotonic() + 10
        while "last moment" not in case.read_text(encoding="utf-8") and time.monotonic() < until:
            time.sleep(0.05)
    assert "question: Typed at the last moment?" in case.read_text(encoding="utf-8")
    context.close()


def test_a_file_that_is_not_there_yet_is_made_at_the_first_change(page, tmp_path):
    case = tmp_path / "new.yaml"
    with web_app(tmp_path / "home", str(case)) as running:
        opened(page, running.address)
        expect(page.get_by_text(keeping.at_first_change("new.yaml"))).to_be_visible()
        assert not case.exists()
        page.get_by_label(told.QUESTION, exact=True).fill("New here?")
        page.get_by_label(told.QUESTION, exact=True).press("Tab")
        expect(page.get_by_text(keeping.saved("new.yaml"))).to_be_visible(timeout=SLOWEST)
    assert "question: New here?" in case.read_text(encoding="utf-8")


def test_it_can_be_stopped_while_it_starts(tmp_path):
    with web_app(tmp_path / "home") as running:
        assert running.stop()[0] == 0


def test_nothing_outside_this_computer_is_asked_for(browser, served):
    context = browser.new_context()
    page, asked = context.new_page(), []
    context.on("request", lambda request: asked.append(request.url))
    opened(page, served.address)
    for key in told.TITLES:
        page.locator(f"#oc-go-{key}").click()
    context.close()
    assert len(asked) > 10
    own = (served.origin, served.origin.replace("http", "ws"), f"blob:{served.origin}", "data:")
    assert [url for url in asked if not url.startswith(own)] == []
