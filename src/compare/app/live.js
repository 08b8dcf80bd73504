// The live view: what matters to each person, in the way they like to say it, and what each opinion comes to.
//
// One view, several homes: a notebook or a web app (the kernel answers in sentences) or a plain page (no kernel).
// It computes the sum of weight times value and nothing else.

import { resultsOf, tableOf } from "./drawn.js";
import { choice, fill, named, node, section, setText } from "./nodes.js";
import { moved, opened, pointsOf, told, turned, WAYS } from "./said.js";
import { same, shares, totals, unordered, verdict } from "./sums.js";
import { rankingOf, slidersOf } from "./ways.js";

const QUIET_MS = 500;
let views = 0;

/**
 * Draw the view into an element.
 * view: what Python's `view_of` returns.
 * options: points, said and answer to begin with; moved(points, said) to be told of a move, where there is a kernel;
 * folded: the table of numbers begins closed.
 * said: {person: place among view.people, how, value: points or order}.
 * Returns {setPoints, setAnswer, stop}.
 */
export function mount(el, view, options = {}) {
  const id = `oc${++views}`;
  const { texts } = view;
  const kernel = options.moved;
  const state = { at: view.person, people: view.people.map(opened), answer: options.answer, quiet: 0 };
  const me = () => state.people[state.at];
  const points = () => pointsOf(me());

  const asked = askedOf(view, id, {
    person: (at) => change(at, state.people[at]),
    way: (how) => change(state.at, turned(me(), how)),
    value: (value) => change(state.at, told(me(), value)),
    back: () => change(state.at, opened(view.people[state.at])),
  });
  const results = resultsOf(view);
  const words = wordsOf(view, id, options);
  const table = tableOf(view, id);
  const root = rootOf(view, id, asked, results, words, table, options.folded);

  function draw() {
    const now = points();
    const share = shares(now);
    const sums = totals(view.opinions, now);
    const fits = same(state.answer?.points, now);
    const found = verdict(sums, view.close_gap, fits ? state.answer.close : []);
    asked.show(state.at, me(), now, share);
    results.show(sums, isSaid(now) ? found : unordered(found), me().how, fits || kernel);
    table.show(sums, share);
    words.show(state.answer, fits);
    root.dataset.settled = String(fits);
    clearTimeout(state.quiet);
    state.quiet = setTimeout(() => setText(results.status, results.headline.textContent), QUIET_MS);
  }

  const isSaid = (now) => view.people[state.at].given || !same(pointsOf(opened(view.people[state.at])), now);

  function put(at, person) {
    state.at = at;
    state.people[at] = person;
    draw();
  }

  function change(at, person) {
    put(at, person);
    kernel?.(points(), { person: at, how: person.how, value: person.said[person.how] });
  }

  if (options.said) {
    const { person, how, value } = options.said;
    state.at = person;
    state.people[person] = told(turned(me(), how), value);
  }
  put(state.at, options.points && !same(options.points, points()) ? moved(me(), options.points) : me());
  el.replaceChildren(root);
  return {
    setPoints: (next) => same(next, points()) || put(state.at, moved(me(), next)),
    setAnswer(next) {
      state.answer = next;
      draw();
    },
    stop: () => clearTimeout(state.quiet),
  };
}

function rootOf(view, id, asked, results, words, table, isFolded) {
  const { texts } = view;
  const right = node("div", { class: "oc-results" },
    section(`${id}r`, texts.how_it_compares, "oc-compares", results.boxes), words.box);
  const numbers = isFolded
    ? node("details", { class: "oc-in-numbers" }, node("summary", { id: `${id}n` }, texts.by_part), ...table.boxes)
    : section(`${id}n`, texts.in_numbers, "oc-in-numbers", table.boxes);
  const root = node("div", { class: "oc-live tex2jax_ignore mathjax_ignore" },
    node("div", { class: "oc-page" }, asked.box, right), numbers);
  const longest = Math.max(...view.opinions.map(({ name }) => name.length));
  root.classList.toggle("oc-few", view.opinions.length <= 3 && longest <= 60);
  return root;
}

/** What people are asked: whose view, in which way, and the sliders or the list of that way. */
function askedOf(view, id, { person, way, value, back }) {
  const { texts, people } = view;
  const who = choice(`${id}p`, texts.whose, people.map(({ label }) => label), person);
  const ways = choice(`${id}y`, texts.in_which_way, WAYS.map((how) => texts[`way_${how}`]), (at) => way(WAYS[at]));
  const note = node("p", { class: "oc-note" });
  const help = node("p", { class: "oc-note oc-help" });
  const sliders = slidersOf(view, id, value);
  const ranking = rankingOf(view, id, value);
  const ofSliders = node("div", { class: "oc-sliders" }, ...sliders.boxes);
  const ofRanking = node("div", {}, ...ranking.boxes);
  const again = node("button", { type: "button", class: "oc-button" }, texts.back);
  again.addEventListener("click", back);
  who.box.hidden = people.length < 2;
  const box = section(`${id}w`, texts.what_matters, "oc-matters", [
    who.box, note, ways.box, help, ofSliders, ofRanking, again,
  ]);
  let shown = "";
  function turn(at, how) {
    if (shown === `${at} ${how}`) return;
    shown = `${at} ${how}`;
    who.show(at);
    ways.show(WAYS.indexOf(how));
    fill(note, named(people[at].note, [people[at].label, people[at].name]));
    note.hidden = !people[at].note;
    setText(help, texts[`how_${how}`]);
    ofSliders.hidden = how === "ranking";
    ofRanking.hidden = how !== "ranking";
    box.dataset.way = how;
  }
  return {
    box,
    show(at, { how, said }, points, share) {
      turn(at, how);
      if (how === "ranking") ranking.show(said.ranking, share);
      else sliders.show(points, share, how);
    },
  };
}

/** The sentences of Python; on a page that says them elsewhere only a line on what moves and what does not. */
function wordsOf({ opinions, people, texts }, id, { answer, moved: kernel }) {
  if (!kernel && !answer?.sentences.length) {
    return { box: node("p", { class: "oc-note oc-only-here" }, texts.only_here), show: () => {} };
  }
  const names = [...opinions, ...people].map(({ name }) => name);
  const list = node("ul", { class: "oc-sentences" });
  return {
    box: section(`${id}s`, texts.in_words, "oc-in-words", [list]),
    show(next, fits) {
      if (fits) fill(list, next.sentences.map((text) => node("li", {}, ...named(text, names))));
      else if (!kernel) fill(list, node("li", {}, texts.words_at_start));
    },
  };
}

/** The home in a notebook: the state of the widget goes in, the points come back. */
function render({ model, el }) {
  el.addEventListener("keydown", (event) => event.stopPropagation());
  let live = null;
  const tell = (points, said) => {
    model.set("points", points);
    model.set("said", said);
    model.save_changes();
  };
  const draw = () => {
    live?.stop();
    live = mount(el, model.get("view"), { points: model.get("points"), answer: model.get("answer"), moved: tell });
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
