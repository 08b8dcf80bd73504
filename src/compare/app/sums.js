// The arithmetic of the live view: weights, the sum of weight times value, and what may be said of the order.

export const TOLERANCE = 1e-9;
export const MOST_POINTS = 100;

/** Shares that add up to 1, from points by criterion; null when nothing counts. */
export function shares(points) {
  const keys = Object.keys(points);
  const sum = keys.reduce((total, key) => total + points[key], 0);
  return sum > 0 ? Object.fromEntries(keys.map((key) => [key, points[key] / sum])) : null;
}

/** Weights from an order alone, the most important first: (1/n) sum_{i=k..n} 1/i (Barron & Barrett 1996). */
export function centroid(order) {
  const n = order.length;
  const weights = {};
  order.reduceRight((sum, key, place) => (weights[key] = sum + 1 / (place + 1) / n), 0);
  return weights;
}

/** The same weights as points, of which the highest is 100. */
export function stretched(points) {
  const most = Math.max(...Object.values(points));
  const factor = most > 0 ? MOST_POINTS / most : 1;
  return Object.fromEntries(Object.entries(points).map(([key, value]) => [key, value === most && most > 0 ? MOST_POINTS : value * factor]));
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
  const isNear = (place) => top - sums[place].total[1] < closeGap - TOLERANCE || close.includes(place);
  const near = places.filter(isNear).sort((a, b) => sums[a].rank - sums[b].rank);
  if (near.length < 2) return { kind: "highest", places: first };
  return { kind: first.length === near.length ? "equal" : "close", places: near };
}

/** The same without an order, where nobody has said what matters. */
export const unordered = (found) => (found.places.length ? { kind: "even", places: [] } : found);

/** Whether a range says nothing at all. */
export const isOpen = ([low, , high]) => low <= TOLERANCE && high >= 100 - TOLERANCE;

/** Whether two sets of points are the same, but for the last digits. */
export const same = (one, other) =>
  Boolean(one && other) && Object.keys(other).every((key) => Math.abs(one[key] - other[key]) <= TOLERANCE);
