"""How long a slider takes, measured in the browser: from the move to the paint, and to the sentences of the kernel.

Usage: python benchmarks/slider.py

The first notebook runs in JupyterLab in a headless Chromium on this machine; every slider is moved in turn, 3 x 50 times.
A paint comes at the end of a frame, and a frame is 17 ms long; so 17 ms is the most that a paint can take without one
being missed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "scripts"))

import screens

ROUNDS, MOVES = 3, 50
LIMITS = {"move to paint": 60, "move to sentences": 120}
MEASURE = """async (moves) => {
  const sliders = [...document.querySelectorAll('.oc-live input[type="range"]')];
  const root = document.querySelector(".oc-live");
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(null);
  }));
  const settled = () => new Promise((done) => {
    if (root.dataset.settled === "true") return done();
    const watch = new MutationObserver(() => root.dataset.settled === "true" && (watch.disconnect(), done()));
    watch.observe(root, { attributes: true });
  });
  const paints = [], sentences = [];
  for (let move = 0; move < moves; move += 1) {
    const slider = sliders[move % sliders.length];
    slider.value = (Number(slider.value) + 37) % 101;
    const start = performance.now();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    paints.push((await painted()) - start);
    await settled();
    sentences.push((await painted()) - start);
    await new Promise((done) => setTimeout(done, 5 + (move * 7) % 17));
  }
  return [paints, sentences];
}"""


def main() -> None:
    """Print the table."""
    with (
        tempfile.TemporaryDirectory() as folder,
        screens.jupyter_lab(Path(folder)) as address,
        sync_playwright() as started,
    ):
        path = screens.browser_path(started.chromium.executable_path)
        if path is None:
            raise SystemExit("No browser found: install Chromium.")
        browser = started.chromium.launch(executable_path=path, args=list(screens.FLAGS))
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        screens.run_all_cells(page, address)
        show(measured(page))
        browser.close()


def measured(page: Page) -> dict[str, list[float]]:
    """Return what each move took, in milliseconds, after a few moves that do not count."""
    page.locator(".oc-live").scroll_into_view_if_needed()
    page.evaluate(MEASURE, 10)
    rounds = [page.evaluate(MEASURE, MOVES) for _ in range(ROUNDS)]
    return {name: [time for one in rounds for time in one[place]] for place, name in enumerate(LIMITS)}


def show(times: dict[str, list[float]]) -> None:
    """Print a line for each figure."""
    print(f"{ROUNDS} x {MOVES} moves in JupyterLab, in milliseconds")
    print(f"{'':<20}{'median':>8}{'p95':>8}{'worst':>8}{'p95 at most':>13}")
    for name, values in times.items():
        p95 = statistics.quantiles(values, n=20)[-1]
        figures = "".join(f"{value:>8.1f}" for value in (statistics.median(values), p95, max(values)))
        print(f"{name:<20}{figures}{LIMITS[name]:>13}")


if __name__ == "__main__":
    main()
