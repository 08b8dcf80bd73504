// The ways to say what matters: sliders for points and for steps, and a list to be put in order.

import { arrange, draggable } from "./dragging.js";
import { anchorsOf, fill, labelled, node, plain, setText, whole } from "./nodes.js";
import { MOST_POINTS, stretched } from "./sums.js";

/** A slider for each criterion; changed(points) when one is moved. show(points, shares) puts them where they belong. */
export function slidersOf({ criteria, texts }, id, changed) {
  let points = {};
  const sliders = criteria.map((criterion, place) => sliderOf(criterion, place, texts, `${id}c${place}`));
  sliders.forEach(({ key, input }) => {
    input.addEventListener("input", () => changed({ ...points, [key]: input.valueAsNumber }));
  });
  const raise = node("button", { type: "button", class: "oc-button" }, texts.raise);
  raise.addEventListener("click", () => changed(stretched(points)));
  const low = node("div", { class: "oc-low" }, node("p", { class: "oc-note" }, texts.none_at_100), raise);
  return {
    boxes: [...sliders.map(({ box }) => box), low],
    show(next, share, how) {
      points = next;
      sliders.forEach((slider) => slider.show(next, share));
      const most = Math.max(...Object.values(next));
      low.hidden = how !== "swing" || most === 0 || whole(most) === String(MOST_POINTS);
    },
  };
}

function sliderOf(criterion, place, texts, id) {
  const { key } = criterion;
  const input = node("input", {
    type: "range", min: 0, max: MOST_POINTS, step: 1, id, "aria-describedby": `${id}h`, "data-key": key,
  });
  const share = node("span", { class: "oc-share" });
  const number = node("span", { class: "oc-points", "aria-hidden": "true" });
  const box = node(
    "div",
    { class: "oc-slider" },
    node("label", { for: id }, labelled(criterion, place)),
    share,
    node("div", { class: "oc-handle" }, input, number),
    anchorsOf(criterion, texts, `${id}h`),
  );
  function show(points, parts) {
    const rounded = whole(points[key]);
    const n = parts ? whole(100 * parts[key]) : "";
    if (input.value !== rounded) input.value = rounded;
    setText(number, rounded);
    setText(share, parts ? plain(texts.counts_for, { n }) : texts.nothing);
    input.setAttribute("aria-valuetext", plain(parts ? texts.slider_text : texts.slider_zero, { points: rounded, n }));
  }
  return { key, input, box, show };
}

/** A list to be put in order by dragging, by buttons or by the arrow keys; changed(order) when it is. */
export function rankingOf({ criteria, texts }, id, changed) {
  let order = [];
  const told = node("p", { class: "oc-hidden", role: "status", "aria-live": "polite" });
  const items = Object.fromEntries(
    criteria.map((criterion, place) => [criterion.key, itemOf(criterion, place, texts, `${id}o${place}`)]),
  );
  const list = node("ol", { class: "oc-ranking", role: "list" });
  const heads = node("p", { class: "oc-note", "aria-hidden": "true" }, texts.most_on_top);

  function put(key, to) {
    const from = order.indexOf(key);
    if (to < 0 || to >= order.length || to === from) return;
    const next = order.filter((other) => other !== key);
    next.splice(to, 0, key);
    changed(next);
    fill(told, plain(texts.now_at, { label: items[key].label, n: to + 1, all: order.length, share: items[key].counts }));
  }
  for (const [key, { box, up, down }] of Object.entries(items)) {
    const step = (by) => put(key, order.indexOf(key) + by);
    up.addEventListener("click", () => step(-1));
    down.addEventListener("click", () => step(1));
    box.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      step(by);
    });
    draggable(box.querySelector(".oc-grip"), box, list, { to: (to) => put(key, to), back: () => put(key, items[key].before) });
    box.addEventListener("pointerdown", () => (items[key].before = order.indexOf(key)));
  }
  return {
    boxes: [heads, list, told],
    show(next, share) {
      order = next;
      arrange(list, order.map((key) => items[key].box));
      order.forEach((key, place) => items[key].show(place, order.length, share));
    },
  };
}

function itemOf(criterion, place, texts, id) {
  const number = node("span", { class: "oc-place" });
  const share = node("span", { class: "oc-share" });
  const button = (sign, text) =>
    node("button", { type: "button", class: "oc-step", "aria-label": plain(text, { label: criterion.label }), "aria-describedby": `${id}h` },
      node("span", { "aria-hidden": "true" }, sign));
  const up = button("↑", texts.up);
  const down = button("↓", texts.down);
  const box = node(
    "li",
    { class: "oc-item", "data-key": criterion.key },
    node("span", { class: "oc-grip", "aria-hidden": "true" }, "⠿"),
    number,
    node("span", { class: "oc-what" }, node("span", { class: "oc-part oc-label" }, labelled(criterion, place)), share),
    node("span", { class: "oc-steps" }, up, down),
    anchorsOf(criterion, texts, `${id}h`),
  );
  const item = { label: criterion.label, counts: "", before: 0, box, up, down };
  item.show = (at, all, parts) => {
    item.counts = whole(100 * parts[criterion.key]);
    setText(number, at + 1);
    setText(share, plain(texts.counts_for, { n: item.counts }));
    up.setAttribute("aria-disabled", String(at === 0));
    down.setAttribute("aria-disabled", String(at === all - 1));
  };
  return item;
}
