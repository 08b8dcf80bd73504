"""How long a slider takes, measured in the browser: from the move to the paint, and to the sentences of the kernel.

Usage: python benchmarks/slider.py

The live view is tried in its homes in a headless Chromium on this machine: the page that is taken along, opened from the
disk, the app as `opinions app` runs it, and the first notebook in JupyterLab. Every slider is moved in turn, 3 x 50 times.
Beside it stands what is usual in notebooks: `interact` with a matplotlib picture drawn anew for each move.

A paint comes at the end of a frame, and a frame is 17 ms long. "Move to paint" begins anywhere within a frame, so that it
holds up to 17 ms of waiting; "of it, work" begins with the frame, which is when a browser hands over what a finger did.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import screens
from web_app import web_app

import compare

ROOT = Path(__file__).resolve().parents[1]
ROUNDS, MOVES = 3, 50
WINDOW: ViewportSize = {"width": 1280, "height": 900}
PAINT, WORK, SENTENCES = "move to paint", "of it, work", "move to sentences"
IN_THE_PAGE = {PAINT: 16, WORK: 16}
IN_THE_APP = {PAINT: 16, WORK: 16, SENTENCES: 60}
IN_JUPYTERLAB = {PAINT: 60, WORK: 33, SENTENCES: 120}
PEER = "peer.ipynb"
PEER_CELL = """%matplotlib inline
import compare
import matplotlib.pyplot as plt
from ipywidgets import interact
case = compare.sample("prostate")
def draw(**points):
    totals = compare.score(case, compare.points(points)).totals
    plt.barh(list(totals), [total.mean for total in totals.values()])
    plt.xlim(0, 100)
    plt.show()
interact(draw, **{key: (1, 100) for key in case.keys});"""
MOVE_PEER = """async (moves) => {
  const handle = document.querySelector(".noUi-handle");
  const area = handle.closest(".jp-OutputArea");
  const picture = () => area.querySelector("img")?.src;
  const redrawn = () => new Promise((done) => {
    const before = picture();
    const watch = new MutationObserver(() => { if (picture() && picture() !== before) { watch.disconnect(); done(); } });
    watch.observe(area, { childList: true, subtree: true, attributes: true, attributeFilter: ["src"] });
  });
  const times = [];
  for (let move = 0; move < moves; move += 1) {
    const drawn = redrawn();
    const start = performance.now();
    handle.dispatchEvent(new KeyboardEvent("keydown", { key: move % 2 ? "ArrowLeft" : "ArrowRight", bubbles: true }));
    await drawn;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 150));
  }
  return times;
}"""
OPENINGS, LIVE_WITHIN, LARGEST = 10, 300, 600_000
WATCH = """new MutationObserver((_, watch) => {
  if (document.querySelector(".is-live .oc-total")) { window.liveAt ??= performance.now(); watch.disconnect(); }
}).observe(document, { childList: true, subtree: true, attributes: true });"""
MEASURE = """async ([moves, answers]) => {
  const sliders = [...document.querySelectorAll('.oc-live input[type="range"]')];
  const root = document.querySelector(".oc-live");
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(null);
  }));
  const afterFrame = (start) => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now() - start);
    channel.port2.postMessage(null);
  });
  const settled = () => new Promise((done) => {
    if (root.dataset.settled === "true") return done();
    const watch = new MutationObserver(() => root.dataset.settled === "true" && (watch.disconnect(), done()));
    watch.observe(root, { attributes: true });
  });
  const aligned = () => new Promise((done) => requestAnimationFrame(done));
  const paints = [], works = [], sentences = [];
  for (let move = 0; move < moves; move += 1) {
    const slider = sliders[move % sliders.length];
    slider.value = (Number(slider.value) + 37) % 101;
    const start = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    paints.push((await painted()) - start);
    if (answers) {
      await settled();
      sentences.push((await painted()) - start);
    }
    await new Promise((done) => setTimeout(done, 5 + (move * 7) % 17));
    await aligned();
    slider.value = (Number(slider.value) + 37) % 101;
    const handed = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    works.push(await afterFrame(handed));
    if (answers) await settled();
  }
  return [paints, works, sentences];
}"""


def main() -> None:
    """Print a table for each home."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        path = screens.browser_path(started.chromium.executable_path)
        if path is None:
            raise SystemExit("No browser found: install Chromium.")
        browser = started.chromium.launch(executable_path=path, args=list(screens.FLAGS))
        for name, case in (("a sample of 3 opinions", compare.sample("prostate")), ("5 opinions, 4 people", large())):
            in_the_page(browser, case, name, Path(folder) / "page.html")
        in_the_app(browser, Path(folder) / "app")
        in_jupyterlab(browser, Path(folder) / "lab")
        beside(browser, Path(folder) / "beside")
        browser.close()


def in_the_app(browser: Browser, home: Path) -> None:
    """Measure the app with a sample of 3 opinions."""
    home.mkdir()
    with web_app(home, str(ROOT / "data" / "samples" / "prostate.yaml")) as running:
        page = browser.new_page(viewport=WINDOW)
        page.goto(running.address)
        page.locator("#oc-go-compares").click(timeout=30_000)
        page.locator(".oc-live").wait_for()
        show("in the app", measured(page, IN_THE_APP), IN_THE_APP)
        page.close()


def in_jupyterlab(browser: Browser, folder: Path) -> None:
    """Measure the first notebook."""
    folder.mkdir()
    with screens.jupyter_lab(folder) as address:
        page = browser.new_page(viewport=WINDOW)
        screens.run_all_cells(page, address)
        show("in JupyterLab", measured(page, IN_JUPYTERLAB), IN_JUPYTERLAB)
        page.close()


def beside(browser: Browser, folder: Path) -> None:
    """Measure `interact` with matplotlib, which has no limit to keep."""
    folder.mkdir()
    cells = [nbformat.v4.new_code_cell(PEER_CELL)]
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    with screens.jupyter_lab(folder) as address:
        nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "work" / PEER)
        page = browser.new_page(viewport=WINDOW)
        screens.run_all_cells(page, address.replace(screens.NOTEBOOK.name, PEER), ".noUi-handle >> nth=0")
        page.evaluate(MOVE_PEER, 5)
        times = [time for _ in range(ROUNDS) for time in page.evaluate(MOVE_PEER, MOVES)]
        show("in JupyterLab, for comparison", {"interact, matplotlib": times}, {"interact, matplotlib": "none"})
        page.close()


def large() -> compare.Case:
    """Return a case of 5 opinions with 25 answers each, and 4 people who weigh them."""
    keys = [f"part_{place}" for place in range(5)]
    parts = [{"key": f"a{place}", "value": {"linear": {"worst": 0, "best": 100}}} for place in range(5)]
    answers = [{key: {part["key"]: [10 * at, 60 + at] for part in parts} for key in keys} for at in range(5)]
    return compare.Case.model_validate(
        {
            "criteria": [{"key": key, "attributes": parts} for key in keys],
            "opinions": [{"name": f"Plan {at}", "ratings": ratings} for at, ratings in enumerate(answers)],
            "people": [{"name": f"Person {at}", "weights": {"points": dict.fromkeys(keys, 50)}} for at in range(4)],
        }
    )


def in_the_page(browser: Browser, case: compare.Case, name: str, path: Path) -> None:
    """Measure the page of a case: how soon it is live, how large it is, how long a move takes."""
    compare.report(compare.score(case)).save(path)
    page = browser.new_page(viewport=WINDOW)
    page.add_init_script(WATCH)
    live = []
    for _ in range(OPENINGS):
        page.goto(path.as_uri())
        page.locator(".is-live").wait_for()
        live.append(page.evaluate("liveAt"))
    print(f"{name}: {path.stat().st_size / 1000:.0f} kB (at most {LARGEST / 1000:.0f})")
    show("opened from the disk", {"opened to live": live}, {"opened to live": LIVE_WITHIN}, f"{OPENINGS} times")
    show("in the page", measured(page, IN_THE_PAGE), IN_THE_PAGE)
    page.close()


def measured(page: Page, limits: Mapping[str, int]) -> dict[str, list[float]]:
    """Return what each move took, in milliseconds, after a few moves that do not count."""
    page.locator(".oc-live").scroll_into_view_if_needed()
    answers = SENTENCES in limits
    page.evaluate(MEASURE, [10, answers])
    rounds = [page.evaluate(MEASURE, [MOVES, answers]) for _ in range(ROUNDS)]
    return {name: [time for one in rounds for time in one[place]] for place, name in enumerate(limits)}


def show(home: str, times: Mapping[str, list[float]], limits: Mapping[str, int | str], count: str = "") -> None:
    """Print a line for each figure."""
    print(f"{count or f'{ROUNDS} x {MOVES} moves'} {home}, in milliseconds")
    print(f"{'':<20}{'median':>8}{'p95':>8}{'worst':>8}{'p95 at most':>13}")
    for name, values in times.items():
        p95 = statistics.quantiles(values, n=20, method="inclusive")[-1]
        figures = "".join(f"{value:>8.1f}" for value in (statistics.median(values), p95, max(values)))
        print(f"{name:<20}{figures}{limits[name]:>13}")
    print()


if __name__ == "__main__":
    main()
