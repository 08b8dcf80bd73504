"""How long the app takes: until the server is ready, and from there until the page can be used.

Usage: python benchmarks/app.py

``opinions app`` is started three times with a sample case and opened in a headless Chromium on this machine that has
seen nothing of it before. A page can be used once a screen can be chosen and the kernel has said what it shows.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import screens
from web_app import web_app

from compare.samples import sample, sample_path
from compare.words.screens import NAVIGATION

ROUNDS = 3
LIMITS = {"start to server ready": None, "ready to page usable": 2.5, "page opened again": 2.5}


def main() -> None:
    """Print the table."""
    with sync_playwright() as started:
        path = screens.browser_path(started.chromium.executable_path)
        if path is None:
            raise SystemExit("No browser found: install Chromium.")
        browser = started.chromium.launch(executable_path=path, args=list(screens.FLAGS))
        show([measured(browser) for _ in range(ROUNDS)])
        browser.close()


def measured(browser: Browser) -> tuple[float, ...]:
    """Return the seconds of one start, in the order of the limits."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        with web_app(Path(folder), str(sample_path("prostate"))) as app:
            ready = time.perf_counter() - begin
            usable = opened(browser, app.address)
            time.sleep(8)
            return ready, usable, opened(browser, app.address)


def opened(browser: Browser, address: str) -> float:
    """Return the seconds from asking for the page until it can be used."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    begin = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.get_by_role("navigation", name=NAVIGATION).get_by_role("button").first.wait_for()
    page.get_by_text(sample("prostate").question).first.wait_for()
    seconds = time.perf_counter() - begin
    context.close()
    return seconds


def show(times: list[tuple[float, ...]]) -> None:
    """Print a line for each figure."""
    print(f"opinions app, {ROUNDS} starts, in seconds")
    print(f"{'':<24}{'median':>8}{'worst':>8}{'at most':>9}")
    for (name, limit), values in zip(LIMITS.items(), zip(*times, strict=True), strict=True):
        print(f"{name:<24}{statistics.median(values):>8.2f}{max(values):>8.2f}{limit or '':>9}")


if __name__ == "__main__":
    main()
