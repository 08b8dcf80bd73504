// Two more blocks: sentences that follow the sliders, and a field that does something instead of standing in the case.

import { drawers, hold } from "./blocks.js";
import { idOf, made, sentence } from "./elements.js";

const listed = (texts) => texts.map((text) => sentence("li", {}, text));

drawers.follow = ({ key, texts }) => made("ul", { class: "oa-points", "data-follow": key }, listed(texts));

/** Put the sentences of an answer where they belong. */
export function follow(root, answer) {
  for (const list of root.querySelectorAll("[data-follow]")) {
    const texts = answer[list.dataset.follow];
    if (texts) list.replaceChildren(...listed(texts));
  }
}

drawers.enter = (block, tell, keep) => {
  const { act, given, label, form, help, fault } = block;
  const id = idOf([act, ...given]);
  const about = [help ? `${id}-help` : null, fault ? `${id}-fault` : null].filter(Boolean).join(" ") || null;
  const input = inputOf(block, { id, "aria-describedby": about, "aria-invalid": fault ? "true" : null, dir: "auto" });
  const output = form === "slider" ? made("output", { for: id, class: "oa-worth" }, block.value || "–") : null;
  input.addEventListener("input", () => output?.replaceChildren(input.value));
  hold(input, id, keep, () => tell({ kind: "act", act, given: [...given, valueOf(input)] }));
  const name = sentence("label", { for: id }, label, output ? " " : null, output);
  const notes = [
    help ? sentence("p", { class: "oa-note", id: `${id}-help` }, help) : null,
    fault ? sentence("p", { class: "oa-fault", id: `${id}-fault`, role: "alert" }, fault) : null,
  ];
  return made("div", { class: `oa-field oa-${form}` }, form === "tick" ? [input, name] : [name, input], notes);
};

const valueOf = (input) => (input.type === "checkbox" ? (input.checked ? "yes" : "no") : input.value);

function inputOf({ form, value, options }, shared) {
  if (form === "choice") {
    return made("select", shared, options.map(([key, text]) => made("option", { value: key, selected: key === value }, text)));
  }
  if (form === "tick") return made("input", { ...shared, type: "checkbox", checked: value === "yes" });
  if (form === "slider") return made("input", { ...shared, type: "range", min: 0, max: 100, step: 1, value: value || 50 });
  return made("input", { ...shared, type: form === "day" ? "date" : "text", value, autocomplete: "off" });
}
