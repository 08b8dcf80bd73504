// A list to be put in order: by dragging, by buttons, or by the arrow keys on them.

import { arrange, draggable } from "./dragging.js";
import { idOf, made } from "./elements.js";

/** Draw the list; Python is told the keys in their new order, after a drag once they are let go. */
export function orderBlock(block, tell) {
  const { title, act, given, items } = block;
  const before = items.map(([key]) => key);
  const list = made("ol", { class: "oa-order", "aria-label": title });
  const boxes = {};
  let keys = before;
  const shown = (next) => {
    keys = next;
    arrange(list, keys.map((key) => boxes[key]));
  };
  const told = (next) => next.some((key, place) => key !== before[place]) && tell({ kind: "act", act, given: [...given, next] });
  items.forEach((item, place) => {
    const [key] = item;
    const grip = made("span", { class: "oa-grip", "aria-hidden": "true" }, "⠿");
    const step = (by) => place + by in before && told(moved(before, key, place + by));
    boxes[key] = itemOf(block, item, place, grip, step);
    draggable(grip, boxes[key], list, {
      to: (to) => shown(moved(keys, key, to)), done: () => told(keys), back: () => shown(before),
    });
  });
  list.append(...before.map((key) => boxes[key]));
  return list;
}

function itemOf({ act, given, items, up, down, at }, [key, label, note, remark], place, grip, step) {
  const id = idOf([act, ...given, key]);
  const button = (sign, text, by) => {
    const pressed = made("button", {
      type: "button", class: "oa-button oa-step", id: idOf([act, ...given, key, sign]), "aria-label": text.replace("{label}", () => label),
      "aria-describedby": `${id}-at ${id}-counts`, "aria-disabled": place + by in items ? null : "true",
    }, made("span", { "aria-hidden": "true" }, sign));
    pressed.addEventListener("click", () => step(by));
    return pressed;
  };
  const box = made(
    "li", {}, grip,
    made(
      "div", {}, made("strong", { dir: "auto" }, label), made("span", { class: "oa-remark", id: `${id}-counts` }, remark),
      made("span", { class: "oa-unseen", id: `${id}-at` }, at.replace("{n}", place + 1).replace("{all}", items.length)),
      note ? made("p", { class: "oa-note", dir: "auto" }, note) : null,
    ),
    made("span", { class: "oa-steps" }, button("↑", up, -1), button("↓", down, 1)),
  );
  box.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  });
  return box;
}

/** The keys with one of them at another place. */
function moved(keys, key, to) {
  const next = keys.filter((other) => other !== key);
  next.splice(to, 0, key);
  return next;
}
