// What one person has said so far. Each way of saying it keeps its own; a new one begins with what was said last.

import { centroid, same, stretched } from "./sums.js";

export const WAYS = ["points", "swing", "ranking"];

/** A person as Python hands them over: {how, points: {key: 0-100}, order: [key, most important first]}. */
export const opened = ({ how, points, order }) => ({ how, said: { [how]: how === "ranking" ? order : points } });

/** Where the sliders of this person stand; an order as the points that give its weights. */
export const pointsOf = ({ how, said }) => (how === "ranking" ? stretched(centroid(said.ranking)) : said[how]);

/** The same person, who now says it in another way. */
export const turned = (person, how) => ({ how, said: { [how]: derived(how, pointsOf(person)), ...person.said } });

/** The same person, who has said something else in the way that holds. */
export const told = ({ how, said }, value) => ({ how, said: { ...said, [how]: value } });

/** The same person with these points, whoever put them there. */
export function moved(person, points) {
  if (person.how !== "ranking") return told(person, { ...points });
  const ranked = told(person, derived("ranking", points));
  return same(pointsOf(ranked), points) ? ranked : told(turned(person, "points"), { ...points });
}

function derived(how, points) {
  if (how === "ranking") return Object.keys(points).sort((one, other) => points[other] - points[one]);
  return how === "swing" ? stretched(points) : { ...points };
}
