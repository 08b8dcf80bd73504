// The app: a head, the way through the screens, and the blocks of the screen that is shown. It computes nothing.

import { mount } from "./live.js";
import { drawn } from "./blocks.js";
import { made, sentence } from "./elements.js";
import { follow } from "./seeing.js";

function render({ model, el }) {
  const root = made("div", { class: "oa tex2jax_ignore mathjax_ignore" });
  const tell = (message, buffers) => model.send(message, undefined, buffers);
  const keep = { folds: new Set(), live: liveOf(model) };
  let shown = "";

  function draw() {
    const page = model.get("page");
    const focus = root.contains(root.ownerDocument.activeElement) || root.getRootNode().activeElement ? focused(root) : null;
    const same = shown === page.screen;
    shown = page.screen;
    root.replaceChildren(
      head(page, tell, statusOf(model)),
      way(page, tell),
      made(
        "main", {},
        made("h2", { tabindex: -1, id: "oc-title" }, page.title),
        made("p", { class: "oa-text oa-lead" }, page.lead),
        sentence("div", { class: "oa-message", role: "status", "aria-live": "polite" }, page.message),
        page.blocks.map((block) => drawn(block, tell, keep)),
      ),
    );
    inSight(root.querySelector("nav ol"), root.querySelector("nav [aria-current]"));
    if (focus) root.querySelector(`#${CSS.escape(same ? focus : "oc-title")}`)?.focus();
  }

  const kept = () => {
    const before = root.querySelector("#oc-status");
    const isNew = before?.querySelector(".oa-message")?.textContent !== model.get("status").note;
    before?.replaceWith(statusOf(model, isNew ? "alert" : null));
  };
  const moved = () => follow(root, model.get("answer"));
  const answered = (message, buffers) => {
    if (message.kind === "download") download(buffers[0], message);
    root.querySelector("main > .oa-message").textContent = message.text;
  };
  el.addEventListener("keydown", (event) => event.stopPropagation());
  draw();
  el.append(root);
  model.on("change:page", draw);
  model.on("change:status", kept);
  model.on("change:answer", moved);
  model.on("msg:custom", answered);
  return () => {
    model.off("change:page", draw);
    model.off("change:status", kept);
    model.off("change:answer", moved);
    model.off("msg:custom", answered);
    keep.live.stop();
  };
}

/** Bring the button of the screen that is shown into the part of the row that can be seen. */
function inSight(row, button) {
  if (button) row.scrollLeft += button.getBoundingClientRect().left - row.getBoundingClientRect().left - 16;
}

const focused = (root) => root.getRootNode().activeElement?.id || root.ownerDocument.activeElement?.id || null;

/** Where the case is kept; only what is new about it is read out. */
function statusOf(model, role = null) {
  const { kind = "none", text = "", note = "" } = model.get("status") ?? {};
  return made(
    "div", { id: "oc-status", class: `oa-status oa-is-${kind}` }, text ? sentence("p", { class: "oa-note" }, text) : null,
    note ? sentence("p", { class: "oa-message", role }, note) : null,
  );
}

function head({ app, question, notice, undo, redo }, tell, status) {
  const step = (act, { label, off }) => {
    const button = made("button", { type: "button", class: "oa-button oa-quiet", id: `oc-${act}`, disabled: off }, label);
    button.addEventListener("click", () => tell({ kind: "act", act, given: [] }));
    return button;
  };
  return made(
    "header", {},
    made("div", {}, made("h1", {}, app), question ? made("p", { class: "oa-question", dir: "auto" }, question) : null),
    made("div", { class: "oa-keep" }, made("div", { class: "oa-row" }, step("undo", undo), step("redo", redo)), status),
    notice ? made("p", { class: "oa-notice", dir: "auto" }, notice) : null,
  );
}

function way({ screens, screen, navigation }, tell) {
  const links = screens.map(({ key, title }) => {
    const button = made("button", { type: "button", id: `oc-go-${key}`, "aria-current": key === screen ? "page" : null }, title);
    button.addEventListener("click", () => tell({ kind: "act", act: "go", given: [key] }));
    return made("li", {}, button);
  });
  return made("nav", { "aria-label": navigation }, made("ol", {}, links));
}

/** The live view is kept while its numbers are the same, so that a redraw never takes a slider from under the finger. */
function liveOf(model) {
  let kept = null;
  const setAnswer = () => kept?.live.setAnswer(model.get("answer"));
  model.on("change:answer", setAnswer);
  const place = ({ view, points, answer }) => {
    const view_text = JSON.stringify(view);
    if (kept?.view_text !== view_text) {
      kept?.live.stop();
      const box = document.createElement("div");
      const moved = (next, how) => {
        model.set("points", next);
        model.set("said", how);
        model.save_changes();
      };
      const given = model.get("said");
      const said = given?.how && given.person < view.people.length ? given : null;
      kept = { view_text, box, live: mount(box, view, { points, said, answer, moved, folded: true }) };
    } else kept.live.setPoints(points);
    return kept.box;
  };
  place.stop = () => kept?.live.stop();
  return place;
}

function download(bytes, { name, mime }) {
  const address = URL.createObjectURL(new Blob([bytes], { type: mime }));
  made("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

export default { render };
