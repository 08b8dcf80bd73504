// Blocks: what Python says stands on a screen, drawn with the browser's own elements. Every text goes in as text.

import { idOf, made, sentence } from "./elements.js";
import { orderBlock } from "./order.js";

/** The drawers of blocks, by kind. tell(message, buffers) reaches Python; keep holds what a redraw must not lose. */
export const drawers = {
  text: ({ text, tone }) => sentence("p", { class: `oa-text oa-${tone}` }, text),
  points: ({ texts }) => made("ul", { class: "oa-points" }, texts.map((text) => sentence("li", {}, text))),
  table: (block) => tableBlock(block),
  picture: ({ svg, alt, title }) =>
    scrolled("group", title, made("img", { class: "oa-picture", alt, src: `data:image/svg+xml;base64,${base64(svg)}` })),
  field: (block, tell, keep) => fieldBlock(block, tell, keep),
  ticks: (block, tell) => ticksBlock(block, tell),
  act: ({ act, label, given, tone, off, note, name, wait }, tell) => {
    const text = note ? [made("bdi", {}, label), sentence("span", { class: "oa-remark" }, note)] : made("bdi", {}, label);
    const button = made("button", { type: "button", class: `oa-button oa-${tone}`, id: idOf([act, ...given]), disabled: off, "aria-label": name || null }, text);
    button.addEventListener("click", () => {
      if (wait) button.closest("main").querySelector(":scope > .oa-message").textContent = wait;
      tell({ kind: "act", act, given });
    });
    return button;
  },
  pick: (block, tell) => pickBlock(block, tell),
  order: (block, tell) => orderBlock(block, tell),
  open: ({ label, endings, limit }, tell) => {
    const input = made("input", { type: "file", accept: endings.join(","), class: "oa-unseen", id: "oc-open" });
    input.addEventListener("change", async () => {
      const [file] = input.files;
      if (!file) return;
      const bytes = file.size <= limit ? [await file.arrayBuffer()] : [];
      input.value = "";
      tell({ kind: "file", name: file.name, size: file.size }, bytes);
    });
    return made("label", { class: "oa-button oa-plain oa-file" }, label, input);
  },
  row: ({ blocks }, tell, keep) => made("div", { class: blocks.every(isTyped) ? "oa-row oa-fields" : "oa-row" }, blocks.map((block) => drawn(block, tell, keep))),
  group: (block, tell, keep) => groupBlock(block, tell, keep, "oa-group"),
  card: (block, tell, keep) => groupBlock(block, tell, keep, "oa-card"),
  live: (block, _tell, keep) => keep.live(block),
};

export function drawn(block, tell, keep) {
  return drawers[block.kind](block, tell, keep);
}

function base64(text) {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCodePoint(byte)).join(""));
}

const isTyped = ({ kind, form }) => kind === "field" && form !== "tick" && form !== "was_asked";

function groupBlock({ title, blocks, remark, folded, name }, tell, keep, look) {
  const inside = () => blocks.map((block) => drawn(block, tell, keep));
  const head = [made("bdi", {}, title), remark ? sentence("span", { class: "oa-remark" }, remark) : null];
  if (!folded) {
    return made("section", { class: look }, title ? made("h3", {}, head) : null, inside());
  }
  const key = name || title;
  const box = made("details", { class: look, id: idOf(["fold", key]), open: keep.folds.has(key) }, made("summary", { id: idOf(["head", key]) }, head));
  const filled = () => box.open && box.children.length === 1 && box.append(made("div", { class: "oa-inside" }, inside()));
  filled();
  box.addEventListener("toggle", () => {
    keep.folds[box.open ? "add" : "delete"](key);
    filled();
  });
  return box;
}

function tableBlock({ title, heads, rows }) {
  const head = made("tr", {}, heads.map((text) => (text ? made("th", { scope: "col", dir: "auto" }, made("span", {}, text)) : made("td"))));
  const body = rows.map(([label, ...cells]) =>
    made("tr", {}, made("th", { scope: "row", dir: "auto" }, label), cells.map(cellOf)));
  const table = made("table", {}, made("caption", { class: "oa-unseen" }, title), made("thead", {}, head), made("tbody", {}, body));
  return scrolled("region", title, table);
}

/** A frame in which something wide can be moved sideways, by keyboard too. */
const scrolled = (role, title, inside) => made("div", { class: "oa-scroll", tabindex: 0, role, "aria-label": title }, inside);

function cellOf(cell) {
  if (typeof cell === "string") return made("td", { dir: "auto" }, cell);
  return made(
    "td", { dir: "auto", class: cell.is_open ? "oa-open" : null },
    cell.text, cell.number ? made("span", { class: "oa-worth" }, cell.number) : null,
    cell.remark ? made("span", { class: "oa-remark", dir: "auto" }, cell.remark) : null,
  );
}

function fieldBlock({ place, label, form, value, options, help, fault, remark }, tell, keep) {
  const id = idOf(place);
  const about = [help ? `${id}-help` : null, fault ? `${id}-fault` : null].filter(Boolean).join(" ") || null;
  const shared = { id, "aria-describedby": about, "aria-invalid": fault ? "true" : null, dir: "auto" };
  const input = inputOf(form, value, options, shared);
  const isTick = form === "tick" || form === "was_asked";
  const typed = () => (isTick ? (input.checked ? "yes" : "no") : input.value);
  hold(input, id, keep, () => tell({ kind: "set", place, form, typed: typed() }));
  const name = sentence("label", { for: id }, label, remark ? made("span", { class: "oa-remark" }, remark) : null);
  const parts = [
    ...(isTick ? [input, name] : [name, form === "slider" ? sliderBox(input, remark) : input]),
    help ? sentence("p", { class: "oa-note", id: `${id}-help` }, help) : null,
    fault ? sentence("p", { class: "oa-fault", id: `${id}-fault`, role: "alert" }, fault) : null,
  ];
  return made("div", { class: `oa-field oa-${isTick ? "tick" : form}` }, parts);
}

/**
 * Tell what was typed when it is done, and keep what is half typed through a redraw, which takes the focus away for a moment.
 * A day is done when it is left, for it is whole after each of its parts.
 */
export function hold(input, id, keep, told) {
  const half = keep.half?.id === id ? keep.half : null;
  if (half) {
    input.value = half.value;
    queueMicrotask(() => input.selectionStart != null && input.setSelectionRange(half.start, half.end));
  }
  let isChanged = Boolean(half);
  const note = () => {
    if (input.type === "range" || input.type === "checkbox" || input.tagName === "SELECT") return;
    isChanged = true;
    const isText = input.type !== "date";
    keep.half = { id, value: input.value, start: isText ? input.selectionStart : null, end: isText ? input.selectionEnd : null };
  };
  const done = () => {
    if (input.validity.badInput) return input.reportValidity();
    if (keep.half?.id === id) keep.half = null;
    isChanged = false;
    told();
  };
  input.addEventListener("input", note);
  const soon = (isDone) => queueMicrotask(() => isDone() && input.isConnected && done());
  if (input.type !== "date") input.addEventListener("change", () => soon(() => true));
  input.addEventListener("blur", () => soon(() => isChanged));
}

/** A slider with the number at which it stands, which follows the finger. */
function sliderBox(input, remark) {
  const number = made("span", { class: "oa-number", "aria-hidden": "true" }, String(Math.round(input.valueAsNumber)));
  if (remark) input.setAttribute("aria-valuetext", `${number.textContent}, ${remark}`);
  input.addEventListener("input", () => {
    number.textContent = input.value;
    input.removeAttribute("aria-valuetext");
  });
  return made("div", { class: "oa-handle" }, input, number);
}

function ticksBlock({ place, label, options, values, help, fault }, tell) {
  const ticks = options.map(([key, text]) => {
    const id = idOf([...place, key]);
    const input = made("input", { type: "checkbox", id, checked: values.includes(key) });
    input.addEventListener("change", () => tell({ kind: "set", place: [...place, key], form: "member", typed: input.checked ? "yes" : "no" }));
    return made("label", { class: "oa-pill", for: id }, input, made("bdi", {}, text));
  });
  const notes = [help ? made("p", { class: "oa-note" }, help) : null, fault ? made("p", { class: "oa-fault", role: "alert" }, fault) : null];
  return made("fieldset", { class: "oa-ticks" }, made("legend", {}, label), made("div", { class: "oa-row" }, ticks), notes);
}

function pickBlock({ title, act, items, at }, tell) {
  const buttons = items.map(([label, remark], place) => {
    const button = made(
      "button", { type: "button", class: "oa-pick", id: idOf([act, place]), "aria-current": place === at ? "true" : null },
      made("bdi", {}, label), remark ? made("span", { class: "oa-remark" }, remark) : null,
    );
    button.addEventListener("click", () => tell({ kind: "act", act, given: [place] }));
    return made("li", {}, button);
  });
  return made("ul", { class: "oa-picks", role: "list", "aria-label": title }, buttons);
}

const LINE = 60;
const CHOSEN = ["choice", "yes_no", "level", "why", "way", "whole"];

function inputOf(form, value, options, shared) {
  if (CHOSEN.includes(form)) {
    const known = options.some(([key]) => key === value);
    return made("select", shared, grouped(known ? options : [...options, [value, value]], value));
  }
  if (["long", "lines", "pairs"].includes(form)) return made("textarea", { ...shared, rows: form === "long" ? 4 : 3 }, value);
  if (form === "tick" || form === "was_asked") return made("input", { ...shared, type: "checkbox", checked: value === "yes" });
  if (form === "slider") return made("input", { ...shared, type: "range", min: 0, max: 100, step: 1, value: value === "" ? 50 : value });
  if (value.length > LINE || value.includes("\n")) return made("textarea", { ...shared, rows: 2 }, value);
  return made("input", { ...shared, type: form === "day" ? "date" : "text", value, autocomplete: "off" });
}

/** Options, those of a group under its name. */
function grouped(options, value) {
  const option = ([key, text]) => made("option", { value: key, selected: key === value }, text);
  const groups = new Map();
  return options.map((entry) => {
    const name = entry[2];
    if (!name) return option(entry);
    if (groups.has(name)) return void groups.get(name).append(option(entry));
    groups.set(name, made("optgroup", { label: name }, option(entry)));
    return groups.get(name);
  });
}
