"""The app in a browser, the Python side played in the same process, without a kernel."""

import base64

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from compare.app.shell import App

START = """async ([source, state]) => {
  const { default: app } = await import('data:text/javascript;charset=utf-8,' + encodeURIComponent(source));
  const on = {};
  const tellAll = (name) => (on[name] ?? []).forEach((act) => act());
  const follow = (next) => {
    const before = model.state;
    model.state = next;
    for (const key of ["points", "answer", "page"])
      if (JSON.stringify(before[key]) !== JSON.stringify(next[key])) tellAll(`change:${key}`);
    for (const [message, data] of next.sent ?? [])
      (on["msg:custom"] ?? []).forEach((act) => act(message, data.map((text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)))));
  };
  const model = {
    state,
    get: (name) => model.state[name],
    on: (name, act) => (on[name] ??= []).push(act),
    off: () => {},
    set: (name, value) => { model.state = { ...model.state, [name]: value }; },
    save_changes: async () => follow(await window.saved({ points: model.state.points })),
    send: async (message, _more, buffers) => follow(await window.told(message, (buffers ?? []).map((b) => Array.from(new Uint8Array(b))))),
  };
  app.render({ model, el: document.getElementById("here") });
}"""


class Played:
    """A widget and the page that shows it."""

    def __init__(self, page, app):
        self.page, self.app, self.sent = page, app, []
        app.send = lambda message, buffers=(): self.sent.append((message, buffers))
        page.expose_function("told", self.told)
        page.expose_function("saved", self.saved)
        page.set_content(f"<html lang=en><title>App</title><style>{app._css}</style><div id=here></div></html>")
        page.evaluate(START, [app._esm, self.state()])

    def state(self):
        sent, self.sent = self.sent, []
        coded = [[message, [base64.b64encode(data).decode() for data in buffers]] for message, buffers in sent]
        return {"page": self.app.page, "points": self.app.points, "answer": self.app.answer, "sent": coded}

    def told(self, message, buffers):
        self.app._told(self.app, message, [memoryview(bytes(data)) for data in buffers])
        return self.state()

    def saved(self, changed):
        self.app.points = changed["points"]
        return self.state()

    def go(self, key):
        self.page.locator(f"#oc-go-{key}").click()
        expect(self.page.locator("nav [aria-current=page]")).to_have_id(f"oc-go-{key}")


def playing(page):
    """Return what opens a case on a page, in a window of some width."""
    return lambda case=None, **size: Played(_sized(page, **size), App(case))


def _sized(page, width=1200, scheme="light"):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return page


def serious(page):
    found = Axe().run(page).response["violations"]
    return [
        (each["id"], each["impact"], each["nodes"][0]["html"][:200])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]
