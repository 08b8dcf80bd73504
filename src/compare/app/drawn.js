// What each opinion comes to: the sentence, a bar with its range for each opinion, and the same in numbers.

import { fill, labelled, node, painted, phrase, plain, rangeText, setText, whole } from "./nodes.js";
import { isOpen, TOLERANCE } from "./sums.js";

/**
 * The sentence and a bar for each opinion; show(sums, found, how, isSure) draws what the points come to.
 * isSure: Python has looked at this position, so that whoever is named highest is not too close to call.
 */
export function resultsOf({ criteria, opinions, texts, close_gap }) {
  const headline = node("p", { class: "oc-headline" });
  const status = node("p", { class: "oc-hidden", role: "status", "aria-live": "polite" });
  const rule = node("p", { class: "oc-note oc-rule" }, plain(texts.rule, { n: whole(close_gap) }));
  const rows = opinions.map((opinion) => rowOf(opinion, criteria, texts));
  const list = node("ul", { class: "oc-rows", role: "list" }, rows.map(({ box }) => box));
  const scale = node("div", { class: "oc-scale", "aria-hidden": "true" }, ...[0, 50, 100].map((n) => node("span", {}, n)));
  const listed = (sums, places) =>
    places.flatMap((place, at) => [
      at === 0 ? "" : at === places.length - 1 ? texts.and : texts.comma,
      ...phrase(texts.name_total, { name: sums[place].name, total: whole(sums[place].total[1]) }),
    ]);
  function headlineOf(sums, { kind, places }, how) {
    if (!places.length) return [texts[kind]];
    const total = whole(sums[places[0]].total[1]);
    const text = plain(texts[kind], { by: how === "ranking" ? texts.by_order : texts.by_sliders });
    if (kind === "highest") return phrase(text, { name: sums[places[0]].name, total });
    return phrase(text, { names: listed(sums, places), total });
  }
  return {
    headline,
    status,
    boxes: [
      node("div", { class: "oc-result" }, headline, status, list, scale), rule, node("p", { class: "oc-note" }, texts.key),
    ],
    show(sums, found, how, isSure) {
      fill(headline, headlineOf(sums, found, how));
      rule.hidden = isSure || found.kind !== "highest";
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

/** The same in numbers. */
export function tableOf({ criteria, opinions, texts }, id) {
  const rows = criteria.map((criterion, place) => {
    const { key } = criterion;
    const share = node("td");
    const adds = opinions.map(() => node("span", { class: "oc-adds" }));
    const cells = opinions.map(({ values }, at) => node("td", {}, node("span", {}, rangeText(values[key], texts)), " ", adds[at]));
    const head = node("th", { scope: "row" }, node("span", { class: "oc-part" }, labelled(criterion, place)));
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
