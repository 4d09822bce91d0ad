/** One case to learn from: what is seen, by name, whether it holds, and how much the case counts. */
export interface Case {
  readonly seen: ReadonlyMap<string, number>;
  readonly holds: boolean;
  readonly weight: number;
}

export interface Logistic {
  readonly base: number;
  readonly weights: ReadonlyMap<string, number>;
}

const STEPS = 300;
const RATE = 0.05;
const MEMORY = 0.9;
const MEMORY_OF_SQUARES = 0.99;
const TINY = 1e-8;

/**
 * Logistic regression with a penalty on the squares of the weights: the whole of the cases at each step (Adam), always in their order, so that the same cases
 * give the same weights. What fewer than `atLeast` cases show is left out.
 */
export function learnLogistic(cases: readonly Case[], penalty: number, atLeast: number): Logistic {
  const uses = new Map<string, number>();
  for (const { seen } of cases) for (const name of seen.keys()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = [...uses].filter(([, times]) => times >= atLeast).map(([name]) => name);
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const rows = cases.map(({ seen, holds, weight }) => {
    const known = [...seen].flatMap(([name, value]) => {
      const place = placeOf.get(name);
      return place === undefined ? [] : [[place, value] as const];
    });
    return {
      places: Int32Array.from(known, ([place]) => place),
      values: Float64Array.from(known, ([, value]) => value),
      holds: holds ? 1 : 0,
      weight,
    };
  });
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  // The base stands behind the weights, and bears no penalty.
  const weights = new Float64Array(names.length + 1);
  const means = new Float64Array(names.length + 1);
  const squares = new Float64Array(names.length + 1);
  const at = (list: Float64Array, place: number): number => list[place] ?? 0;
  for (let step = 1; step <= STEPS; step += 1) {
    const slopes = weights.map((weight, place) => (place < names.length ? penalty * weight : 0));
    for (const { places, values, holds, weight } of rows) {
      let logit = at(weights, names.length);
      for (let entry = 0; entry < places.length; entry += 1) logit += at(weights, places[entry] ?? 0) * (values[entry] ?? 0);
      const error = (1 / (1 + Math.exp(-logit)) - holds) * weight;
      for (let entry = 0; entry < places.length; entry += 1) {
        const place = places[entry] ?? 0;
        slopes[place] = at(slopes, place) + error * (values[entry] ?? 0);
      }
      slopes[names.length] = at(slopes, names.length) + error;
    }
    slopes.forEach((slope, place) => {
      const mean = slope / total;
      means[place] = MEMORY * at(means, place) + (1 - MEMORY) * mean;
      squares[place] = MEMORY_OF_SQUARES * at(squares, place) + (1 - MEMORY_OF_SQUARES) * mean * mean;
      const direction = at(means, place) / (1 - MEMORY ** step);
      const size = Math.sqrt(at(squares, place) / (1 - MEMORY_OF_SQUARES ** step)) + TINY;
      weights[place] = at(weights, place) - (RATE * direction) / size;
    });
  }
  return { base: at(weights, names.length), weights: new Map(names.map((name, place) => [name, at(weights, place)])) };
}
