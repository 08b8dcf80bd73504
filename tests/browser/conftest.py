"""A real browser for the tests in this folder. NO_BROWSER=1 leaves them out; without a browser they fail, and say so."""

import os
import sys
from pathlib import Path

import pytest

playwright = pytest.importorskip("playwright.sync_api")
sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import screens  # noqa: E402

LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:")


@pytest.fixture(scope="session")
def browser():
    if os.environ.get("NO_BROWSER") == "1":
        pytest.skip("NO_BROWSER=1: the browser tests are left out")
    with playwright.sync_playwright() as started:
        path = screens.browser_path(started.chromium.executable_path)
        if path is None:
            pytest.fail("No browser found for the browser tests: install Chromium, or set NO_BROWSER=1.", pytrace=False)
        opened = started.chromium.launch(executable_path=path, args=list(screens.FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def page(browser):
    """A new page; afterwards it must have asked nobody but this machine, and no script may have failed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    asked, failed = [], []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("websocket", lambda socket: asked.append(socket.url))
    opened.on("pageerror", lambda error: failed.append(str(error)))
    yield opened
    context.close()
    assert not [url for url in asked if not url.startswith(LOCAL)]
    assert not failed


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory):
    with screens.jupyter_lab(tmp_path_factory.mktemp("lab")) as address:
        yield address
