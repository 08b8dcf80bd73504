// Blocks: what Python says stands on a screen, drawn with the browser's own elements. Every text goes in as text.

export const made = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ""));
  return element;
};

const idOf = (place) => `oc-${place.join("-").replace(/[^\w-]/g, (sign) => `_${sign.codePointAt(0).toString(16)}`)}`;

/** The drawers of blocks, by kind. tell(message, buffers) reaches Python; keep holds what a redraw must not lose. */
export const drawers = {
  text: ({ text, tone }) => made("p", { class: `oa-text oa-${tone}`, dir: "auto" }, text),
  points: ({ texts, numbered }) =>
    made(numbered ? "ol" : "ul", { class: "oa-points" }, texts.map((text) => made("li", { dir: "auto" }, text))),
  table: (block) => tableBlock(block),
  picture: ({ svg, alt }) => made("img", { class: "oa-picture", alt, src: `data:image/svg+xml;base64,${base64(svg)}` }),
  field: (block, tell) => fieldBlock(block, tell),
  act: ({ act, label, given, tone, off }, tell) => {
    const button = made("button", { type: "button", class: `oa-button oa-${tone}`, id: idOf([act, ...given]), disabled: off }, label);
    button.addEventListener("click", () => tell({ kind: "act", act, given }));
    return button;
  },
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
  row: ({ blocks }, tell, keep) => made("div", { class: "oa-row" }, blocks.map((block) => drawn(block, tell, keep))),
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

function groupBlock({ title, blocks, remark, folded, name }, tell, keep, look) {
  const inside = blocks.map((block) => drawn(block, tell, keep));
  const head = [made("bdi", {}, title), remark ? made("span", { class: "oa-remark" }, remark) : null];
  if (!folded) {
    return made("section", { class: look }, made("h3", {}, head), inside);
  }
  const box = made("details", { class: look, id: idOf(["fold", name || title]), open: keep.folds.has(name || title) }, made("summary", {}, head), inside);
  box.addEventListener("toggle", () => (box.open ? keep.folds.add(name || title) : keep.folds.delete(name || title)));
  return box;
}

function tableBlock({ title, heads, rows, last_is_total }) {
  const head = made("tr", {}, heads.map((text) => (text ? made("th", { scope: "col", dir: "auto" }, text) : made("td"))));
  const body = rows.map(([label, ...cells]) =>
    made("tr", {}, made("th", { scope: "row", dir: "auto" }, label), cells.map(cellOf)));
  const table = made("table", { class: last_is_total ? "oa-total" : null }, made("caption", { class: "oa-unseen" }, title), made("thead", {}, head), made("tbody", {}, body));
  return made("div", { class: "oa-scroll", tabindex: 0, role: "region", "aria-label": title }, table);
}

function cellOf(cell) {
  if (typeof cell === "string") return made("td", { dir: "auto" }, cell);
  return made(
    "td", { dir: "auto", class: cell.is_open ? "oa-open" : null },
    cell.text, cell.number ? made("span", { class: "oa-worth" }, cell.number) : null,
    cell.remark ? made("span", { class: "oa-remark", dir: "auto" }, cell.remark) : null,
  );
}

function fieldBlock({ place, label, form, value, options, help, fault }, tell) {
  const id = idOf(place);
  const about = [help ? `${id}-help` : null, fault ? `${id}-fault` : null].filter(Boolean).join(" ") || null;
  const shared = { id, "aria-describedby": about, "aria-invalid": fault ? "true" : null, dir: "auto" };
  const input = inputOf(form, value, options, shared);
  const typed = () => (form === "tick" ? (input.checked ? "yes" : "no") : input.value);
  input.addEventListener("change", () => tell({ kind: "set", place, form, typed: typed() }));
  const parts = [
    made("label", { for: id, dir: "auto" }, label), input,
    help ? made("p", { class: "oa-note", id: `${id}-help`, dir: "auto" }, help) : null,
    fault ? made("p", { class: "oa-fault", id: `${id}-fault`, role: "alert", dir: "auto" }, fault) : null,
  ];
  return made("div", { class: `oa-field oa-${form}` }, form === "tick" ? [parts[1], parts[0], ...parts.slice(2)] : parts);
}

function inputOf(form, value, options, shared) {
  if (form === "choice" || form === "yes_no") {
    const known = options.some(([key]) => key === value);
    const all = known ? options : [...options, [value, value]];
    return made("select", shared, all.map(([key, text]) => made("option", { value: key, selected: key === value }, text)));
  }
  if (form === "long" || form === "lines") return made("textarea", { ...shared, rows: form === "long" ? 4 : 3 }, value);
  if (form === "tick") return made("input", { ...shared, type: "checkbox", checked: value === "yes" });
  if (form === "slider") return made("input", { ...shared, type: "range", min: 0, max: 100, step: 1, value: value || 50 });
  return made("input", { ...shared, type: form === "day" ? "date" : "text", value, autocomplete: "off" });
}
