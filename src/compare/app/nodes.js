// Elements and texts. Every text goes in as text, never as markup, and a name keeps its own reading direction.

import { isOpen } from "./sums.js";

/** An element with attributes and children; whatever is no node becomes text. */
export function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().map((child) => (child instanceof Node ? child : String(child ?? ""))));
  return made;
}

export const fill = (place, ...children) => place.replaceChildren(...children.flat());
export const setText = (place, text) => place.textContent === String(text) || (place.textContent = text);

/** A whole number, halves rounded up. */
export const whole = (number) => String(Math.floor(number + 0.5));

/** A range as people read it: "61 (50 to 70)", "61", "not known". */
export function rangeText(ends, texts) {
  const [low, mean, high] = ends.map(whole);
  if (isOpen(ends)) return texts.not_known;
  return low === high ? mean : plain(texts.range, { low, mean, high });
}

/** A sentence with its gaps filled, as text. */
export const plain = (template, parts) => template.replace(/\{(\w+)\}/g, (gap, key) => parts[key] ?? gap);

/** A sentence with its gaps filled, as nodes; each filled part keeps its own reading direction. */
export function phrase(template, parts) {
  return template.split(/\{(\w+)\}/).map((piece, place) => {
    if (place % 2 === 0) return piece;
    return Array.isArray(parts[piece]) ? node("span", {}, ...parts[piece]) : node("bdi", {}, parts[piece]);
  });
}

/** A finished sentence as nodes, in which each of the names keeps its own reading direction. */
export function named(text, names) {
  const longest = names.filter((name) => name && text.includes(name)).sort((a, b) => b.length - a.length)[0];
  if (!longest) return [text];
  const others = names.filter((name) => name !== longest);
  return text.split(longest).flatMap((piece, at) => [...(at ? [node("bdi", {}, longest)] : []), ...named(piece, others)]);
}

export function section(id, title, name, children) {
  return node("section", { class: name, "aria-labelledby": id }, node("h3", { id }, title), ...children);
}

export function painted(made, { colour, ink }) {
  made.style.backgroundColor = colour;
  made.style.color = ink;
  return made;
}

/** The number and the colour by which a criterion is known in the bars. */
export const chip = (criterion, place) =>
  painted(node("span", { class: "oc-chip", "aria-hidden": "true" }, place + 1), criterion);

/** What a criterion is called, after its chip. */
export const labelled = (criterion, place) => [chip(criterion, place), node("bdi", {}, criterion.label)];

/** Both ends of the step that is weighed. */
export function anchorsOf({ anchors: [worst, best] }, texts, id) {
  const end = (word, text) => node("p", {}, node("span", { class: "oc-end" }, word), node("bdi", {}, text));
  return node("div", { class: "oc-note oc-anchors", id }, end(texts.from, worst), end(texts.to, best));
}

/** A group of choices of which one holds; told(place) when another is chosen. */
export function choice(id, legend, labels, told) {
  const inputs = labels.map((_, place) => node("input", { type: "radio", name: id, id: `${id}${place}` }));
  inputs.forEach((input, place) => input.addEventListener("change", () => told(place)));
  const options = labels.map((label, place) =>
    node("label", { class: "oc-option", for: `${id}${place}` }, inputs[place], node("bdi", {}, label)));
  return {
    box: node("fieldset", { class: "oc-choice" }, node("legend", {}, legend), node("div", { class: "oc-options" }, options)),
    show: (at) => inputs.forEach((input, place) => (input.checked = place === at)),
  };
}
