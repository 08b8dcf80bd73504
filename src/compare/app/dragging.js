// Lists that are put in order by dragging: with a mouse, a pen or a finger.

/** Put boxes in order; the one that is dragged or has the focus stays where it is, and the others move around it. */
export function arrange(list, boxes) {
  const held = boxes.find((box) => box.classList.contains("oc-held") || box.contains(box.getRootNode().activeElement));
  if (!held || held.parentNode !== list) return list.append(...boxes);
  const at = boxes.indexOf(held);
  boxes.slice(0, at).forEach((box) => list.insertBefore(box, held));
  list.append(...boxes.slice(at + 1));
}

/** Let a box be dragged by its grip: to(place) as it passes the others, done() when it is let go, back() when it is broken off. */
export function draggable(grip, box, list, { to, done = () => {}, back }) {
  const isHeld = () => box.classList.contains("oc-held");
  const rest = () => box.classList.remove("oc-held");
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    box.classList.add("oc-held");
  });
  grip.addEventListener("pointermove", (event) => {
    if (!isHeld()) return;
    const others = [...list.children].filter((other) => other !== box);
    const place = others.filter((other) => middle(other) < event.clientY).length;
    if (list.children[place] !== box) to(place);
  });
  grip.addEventListener("pointerup", () => isHeld() && (rest(), done()));
  grip.addEventListener("pointercancel", () => (rest(), back()));
}

function middle(box) {
  const { top, height } = box.getBoundingClientRect();
  return top + height / 2;
}
