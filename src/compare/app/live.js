// The live view: one slider for each thing that matters, and what each opinion comes to.
//
// One module, several homes: a notebook (the kernel answers in sentences) or a plain page (no kernel).
// It computes the sum of weight times value and nothing else. Every text goes in as text, never as markup.

export const TOLERANCE = 1e-9;
const HIGHEST_POINTS = 100;
const QUIET_MS = 500;
let views = 0;

/** Shares that add up to 1, from points by criterion; null when nothing counts. */
export function shares(points) {
  const keys = Object.keys(points);
  const sum = keys.reduce((total, key) => total + points[key], 0);
  return sum > 0 ? Object.fromEntries(keys.map((key) => [key, points[key] / sum])) : null;
}

/**
 * What each opinion comes to.
 * opinions: [{name, values: {key: [low, mean, high]}}], 0-100; points: {key: 0-100}.
 * Returns [{name, parts: {key: [low, mean, high]}, total: [low, mean, high], rank}], or null when nothing counts.
 */
export function totals(opinions, points) {
  const share = shares(points);
  if (!share) return null;
  const sums = opinions.map(({ name, values }) => {
    const total = [0, 0, 0];
    const parts = Object.fromEntries(
      Object.keys(values).map((key) => [key, values[key].map((value) => share[key] * value)]),
    );
    for (const part of Object.values(parts)) part.forEach((value, end) => (total[end] += value));
    return { name, parts, total };
  });
  return sums.map((one) => ({
    ...one,
    rank: 1 + sums.filter((other) => other.total[1] > one.total[1] + TOLERANCE).length,
  }));
}

/** What may be said of the order: which kind of result it is, and the places of the opinions it names. */
export function verdict(sums, closeGap, close = []) {
  if (!sums) return { kind: "zero", places: [] };
  if (sums.length < 2) return { kind: "one", places: [] };
  if (sums.every(({ total }) => isOpen(total))) return { kind: "unknown", places: [] };
  const top = Math.max(...sums.map(({ total }) => total[1]));
  const places = sums.map((_, place) => place);
  const first = places.filter((place) => sums[place].rank === 1);
  const near = places.filter((place) => top - sums[place].total[1] < closeGap || close.includes(place));
  near.sort((a, b) => sums[a].rank - sums[b].rank);
  if (near.length < 2) return { kind: "highest", places: first };
  return { kind: first.length === near.length ? "equal" : "close", places: near };
}

const isOpen = ([low, , high]) => low <= TOLERANCE && high >= 100 - TOLERANCE;

/** A whole number, halves rounded up. */
export const whole = (number) => String(Math.floor(number + 0.5));

/** A range as people read it: "61 (50 to 70)", "61", "not known". */
export function rangeText(ends, texts) {
  const [low, mean, high] = ends.map(whole);
  if (isOpen(ends)) return texts.not_known;
  return low === high ? mean : plain(texts.range, { low, mean, high });
}

/** A sentence with its gaps filled, as text. */
const plain = (template, parts) => template.replace(/\{(\w+)\}/g, (gap, key) => parts[key] ?? gap);

/** A sentence with its gaps filled, as nodes; each filled part keeps its own reading direction. */
function phrase(template, parts) {
  return template.split(/\{(\w+)\}/).map((piece, place) => {
    if (place % 2 === 0) return piece;
    return Array.isArray(parts[piece]) ? node("span", {}, ...parts[piece]) : node("bdi", {}, parts[piece]);
  });
}

/** A finished sentence as nodes, in which every opinion's name keeps its own reading direction. */
function named(text, opinions) {
  const longest = opinions.map(({ name }) => name).filter((name) => text.includes(name)).sort((a, b) => b.length - a.length)[0];
  if (!longest) return [text];
  const others = opinions.filter(({ name }) => name !== longest);
  return text.split(longest).flatMap((piece, at) => [...(at ? [node("bdi", {}, longest)] : []), ...named(piece, others)]);
}

function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.flat().map((child) => (child instanceof Node ? child : String(child ?? ""))));
  return made;
}

const fill = (place, ...children) => place.replaceChildren(...children.flat());
const setText = (place, text) => place.textContent === text || (place.textContent = text);

/**
 * Draw the view into an element.
 * view: what Python's `view_of` returns. options: points and answer to begin with, moved(points) to be told of a move.
 * Returns {setPoints, setAnswer, stop}.
 */
export function mount(el, view, { points = view.start, answer = null, moved = null } = {}) {
  const id = `oc${++views}`;
  const state = { points: { ...points }, answer, quiet: 0 };
  const sliders = slidersOf(view, id);
  const results = resultsOf(view);
  const sentences = node("ul", { class: "oc-sentences" });
  const table = tableOf(view, id);
  const back = node("button", { type: "button", class: "oc-button" }, view.texts.back);
  const root = node("div", { class: "oc-live tex2jax_ignore mathjax_ignore" }, node("div", { class: "oc-page" },
    section(`${id}w`, view.texts.what_matters, "oc-matters", [
      node("p", { class: "oc-note" }, view.texts.how_to_move), ...sliders.map(({ box }) => box), back,
    ]),
    node("div", { class: "oc-results" },
      section(`${id}r`, view.texts.how_it_compares, "oc-compares", results.boxes),
      section(`${id}s`, view.texts.in_words, "oc-in-words", [sentences]),
    ),
  ), section(`${id}n`, view.texts.in_numbers, "oc-in-numbers", table.boxes));
  root.classList.toggle("oc-few", view.opinions.length <= 3);

  function draw() {
    const sums = totals(view.opinions, state.points);
    const share = shares(state.points);
    const fits = same(state.answer?.points, state.points);
    const found = verdict(sums, view.close_gap, fits ? state.answer.close : []);
    sliders.forEach((slider) => slider.show(state.points, share));
    results.show(sums, found);
    table.show(sums, share);
    drawSentences(fits);
    root.dataset.settled = String(fits);
    clearTimeout(state.quiet);
    state.quiet = setTimeout(() => setText(results.status, results.headline.textContent), QUIET_MS);
  }

  function drawSentences(fits) {
    if (fits) fill(sentences, state.answer.sentences.map((text) => node("li", {}, ...named(text, view.opinions))));
    else if (!moved) fill(sentences, node("li", {}, view.texts.words_at_start));
  }

  function move(next) {
    state.points = next;
    draw();
    moved?.(next);
  }

  sliders.forEach(({ key, input }) => {
    input.addEventListener("input", () => move({ ...state.points, [key]: input.valueAsNumber }));
  });
  back.addEventListener("click", () => move({ ...view.start }));
  draw();
  el.replaceChildren(root);
  return {
    setPoints(next) {
      if (same(next, state.points)) return;
      state.points = { ...next };
      draw();
    },
    setAnswer(next) {
      state.answer = next;
      draw();
    },
    stop: () => clearTimeout(state.quiet),
  };
}

const same = (one, other) => Boolean(one && other) && Object.keys(other).every((key) => one[key] === other[key]);

function section(id, title, name, children) {
  return node("section", { class: name, "aria-labelledby": id }, node("h3", { id }, title), ...children);
}

function slidersOf({ criteria, texts }, id) {
  return criteria.map((criterion, place) => {
    const { key, label, anchors: [worst, best] } = criterion;
    const name = `${id}c${place}`;
    const input = node("input", {
      type: "range", min: 0, max: HIGHEST_POINTS, step: 1, id: name, "aria-describedby": `${name}h`, "data-key": key,
    });
    const share = node("span", { class: "oc-share" });
    const box = node(
      "div",
      { class: "oc-slider" },
      node("label", { for: name }, chip(criterion, place), node("bdi", {}, label)),
      share,
      input,
      node("div", { class: "oc-note oc-anchors", id: `${name}h` }, anchor(texts.from, worst), anchor(texts.to, best)),
    );
    function show(points, parts) {
      const rounded = whole(points[key]);
      const n = parts ? whole(100 * parts[key]) : "";
      if (input.value !== rounded) input.value = rounded;
      setText(share, parts ? plain(texts.counts_for, { n }) : texts.nothing);
      input.setAttribute("aria-valuetext", plain(parts ? texts.slider_text : texts.slider_zero, { points: rounded, n }));
    }
    return { key, input, box, show };
  });
}

const anchor = (end, words) => node("p", {}, node("span", { class: "oc-end" }, end), node("bdi", {}, words));

const chip = (criterion, place) => painted(node("span", { class: "oc-chip", "aria-hidden": "true" }, place + 1), criterion);

function painted(made, { colour, ink }) {
  made.style.backgroundColor = colour;
  made.style.color = ink;
  return made;
}

function resultsOf({ criteria, opinions, texts }) {
  const headline = node("p", { class: "oc-headline" });
  const status = node("p", { class: "oc-hidden", role: "status", "aria-live": "polite" });
  const rows = opinions.map((opinion) => rowOf(opinion, criteria, texts));
  const list = node("ul", { class: "oc-rows", role: "list" }, rows.map(({ box }) => box));
  const scale = node("div", { class: "oc-scale", "aria-hidden": "true" }, ...[0, 50, 100].map((n) => node("span", {}, n)));
  const listed = (sums, places) =>
    places.flatMap((place, at) => [
      at === 0 ? "" : at === places.length - 1 ? texts.and : texts.comma,
      ...phrase(texts.name_total, { name: sums[place].name, total: whole(sums[place].total[1]) }),
    ]);
  function headlineOf(sums, { kind, places }) {
    if (!places.length) return [texts[kind]];
    const total = whole(sums[places[0]].total[1]);
    if (kind === "highest") return phrase(texts.highest, { name: sums[places[0]].name, total });
    return phrase(texts[kind], { names: listed(sums, places), total });
  }
  return {
    headline,
    status,
    boxes: [node("div", { class: "oc-result" }, headline, status, list, scale), node("p", { class: "oc-note" }, texts.key)],
    show(sums, found) {
      fill(headline, headlineOf(sums, found));
      rows.forEach((row, place) => {
        row.show(sums?.[place], found.places.includes(place) ? texts[`badge_${found.kind}`] : "");
      });
    },
  };
}

function rowOf({ name, values }, criteria, texts) {
  const badge = node("span", { class: "oc-badge" });
  const total = node("span", { class: "oc-total" });
  const segments = criteria.map((criterion, place) => painted(node("span", { class: "oc-segment" }, place + 1), criterion));
  criteria.forEach(({ key }, place) => segments[place].classList.toggle("oc-open", isOpen(values[key])));
  const whisker = node("span", { class: "oc-whisker" });
  const box = node(
    "li",
    { class: "oc-row" },
    node("div", { class: "oc-row-head" }, node("bdi", { class: "oc-name" }, name), badge, total),
    node("div", { class: "oc-track", "aria-hidden": "true" }, node("div", { class: "oc-stack" }, segments), whisker),
  );
  function show(sum, text) {
    setText(badge, text);
    badge.hidden = !text;
    setText(total, sum ? rangeText(sum.total, texts) : texts.nothing);
    criteria.forEach(({ key }, place) => {
      const width = sum ? sum.parts[key][1] : 0;
      segments[place].style.width = `${width}%`;
      segments[place].classList.toggle("oc-narrow", width < 4);
    });
    const [low, , high] = sum ? sum.total : [0, 0, 0];
    whisker.style.left = `${low}%`;
    whisker.style.width = `${high - low}%`;
    whisker.hidden = high - low < TOLERANCE;
  }
  return { box, show };
}

function tableOf({ criteria, opinions, texts }, id) {
  const rows = criteria.map((criterion, place) => {
    const { key, label } = criterion;
    const share = node("td");
    const adds = opinions.map(() => node("span", { class: "oc-adds" }));
    const cells = opinions.map(({ values }, at) => node("td", {}, node("span", {}, rangeText(values[key], texts)), " ", adds[at]));
    const head = node("th", { scope: "row" }, node("span", { class: "oc-part" }, chip(criterion, place), node("bdi", {}, label)));
    return { key, share, adds, row: node("tr", {}, head, share, ...cells) };
  });
  const sumShare = node("td");
  const sumCells = opinions.map(() => node("td"));
  const heads = opinions.map(({ name }) => node("th", { scope: "col" }, node("bdi", {}, name)));
  const table = node(
    "table",
    {},
    node("caption", { class: "oc-hidden" }, texts.in_numbers),
    node("thead", {}, node("tr", {}, node("th", { scope: "col" }, texts.part), node("th", { scope: "col" }, texts.counts), ...heads)),
    node("tbody", {}, rows.map(({ row }) => row)),
    node("tfoot", {}, node("tr", {}, node("th", { scope: "row" }, texts.in_all), sumShare, ...sumCells)),
  );
  const frame = node("div", { class: "oc-scroll", tabindex: 0, role: "group", "aria-labelledby": `${id}n` }, table);
  return {
    boxes: [frame, node("p", { class: "oc-note" }, `${texts.how_to_read} ${texts.rounding}`)],
    show(sums, share) {
      for (const { key, share: cell, adds } of rows) {
        setText(cell, share ? whole(100 * share[key]) : texts.nothing);
        adds.forEach((place, at) => setText(place, sums ? plain(texts.adds, { n: whole(sums[at].parts[key][1]) }) : ""));
      }
      setText(sumShare, share ? "100" : texts.nothing);
      sumCells.forEach((cell, at) => setText(cell, sums ? rangeText(sums[at].total, texts) : texts.nothing));
    },
  };
}

/** The home in a notebook: the state of the widget goes in, the points come back. */
function render({ model, el }) {
  el.addEventListener("keydown", (event) => event.stopPropagation());
  let live = null;
  const moved = (points) => {
    model.set("points", points);
    model.save_changes();
  };
  const draw = () => {
    live?.stop();
    live = mount(el, model.get("view"), { points: model.get("points"), answer: model.get("answer"), moved });
  };
  const setPoints = () => live.setPoints(model.get("points"));
  const setAnswer = () => live.setAnswer(model.get("answer"));
  draw();
  model.on("change:view", draw);
  model.on("change:points", setPoints);
  model.on("change:answer", setAnswer);
  return () => {
    live.stop();
    model.off("change:view", draw);
    model.off("change:points", setPoints);
    model.off("change:answer", setAnswer);
  };
}

export default { render };
