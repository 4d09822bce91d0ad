/** A point in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A ring as a stamp has it. */
export interface Ellipse {
  /** About how far a place is from it. */
  distance(place: Point): number;
  /** Its points, at most a pixel apart, each with the direction across it (of length 1). */
  points(): readonly (Point & { readonly across: Point })[];
}

/** Fewer places tell no ring; one larger than this (pixels) is none. */
const ENOUGH = 8;
const LARGEST = 1200;

/** The ellipse that passes nearest to places; `null` where they lie on none. */
export function ellipseThrough(places: readonly Point[]): Ellipse | null {
  if (places.length < ENOUGH) return null;
  const middle = { x: mean(places.map(({ x }) => x)), y: mean(places.map(({ y }) => y)) };
  const unit = Math.max(1, mean(places.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y))));
  const local = ({ x, y }: Point): Point => ({ x: (x - middle.x) / unit, y: (y - middle.y) / unit });
  const terms = ({ x, y }: Point): readonly number[] => [x * x, x * y, y * y, x, y];
  const rows = places.map((place) => terms(local(place)));
  const sums = [0, 1, 2, 3, 4].map((i) => [
    ...[0, 1, 2, 3, 4].map((j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
    rows.reduce((sum, row) => sum + (row[i] ?? 0), 0),
  ]);
  const solved = solve(sums);
  if (solved === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = solved;
  const inside = 4 * a * c - b * b;
  if (inside <= 0) return null;
  const centre = { x: (b * e - 2 * c * d) / inside, y: (b * d - 2 * a * e) / inside };
  const level = 1 - (a * centre.x ** 2 + b * centre.x * centre.y + c * centre.y ** 2 + d * centre.x + e * centre.y);
  const spread = Math.hypot(a - c, b);
  const [long, short] = [level / ((a + c - spread) / 2), level / ((a + c + spread) / 2)].map((square) => Math.sqrt(square) * unit);
  if (long === undefined || short === undefined || !(short > 0) || !(long < LARGEST)) return null;
  const lean = 0.5 * Math.atan2(-b, c - a);
  const value = ({ x, y }: Point): number => a * x * x + b * x * y + c * y * y + d * x + e * y - 1;
  const slope = ({ x, y }: Point): Point => ({ x: 2 * a * x + b * y + d, y: b * x + 2 * c * y + e });
  return {
    distance: (place) => {
      const own = local(place);
      const { x, y } = slope(own);
      return (Math.abs(value(own)) / Math.max(1e-6, Math.hypot(x, y))) * unit;
    },
    points: () => {
      const count = Math.ceil(2 * Math.PI * long);
      return Array.from({ length: count }, (_, at) => {
        const turn = (2 * Math.PI * at) / count;
        const [along, aside] = [(long / unit) * Math.cos(turn), (short / unit) * Math.sin(turn)];
        const own = {
          x: centre.x + along * Math.cos(lean) - aside * Math.sin(lean),
          y: centre.y + along * Math.sin(lean) + aside * Math.cos(lean),
        };
        const { x, y } = slope(own);
        const size = Math.max(1e-6, Math.hypot(x, y));
        return { x: own.x * unit + middle.x, y: own.y * unit + middle.y, across: { x: x / size, y: y / size } };
      });
    },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The solution of linear equations, each a row with its right side last; `null` where there is none. */
function solve(rows: readonly (readonly number[])[]): readonly number[] | null {
  const own = rows.map((row) => [...row]);
  for (let at = 0; at < own.length; at++) {
    const best = own.slice(at).reduce((most, row) => (Math.abs(row[at] ?? 0) > Math.abs(most[at] ?? 0) ? row : most));
    const lead = best[at] ?? 0;
    if (Math.abs(lead) < 1e-9) return null;
    own[own.indexOf(best)] = own[at] ?? best;
    own[at] = best;
    for (const row of own) {
      if (row === best) continue;
      const share = (row[at] ?? 0) / lead;
      for (let column = at; column < row.length; column++) row[column] = (row[column] ?? 0) - share * (best[column] ?? 0);
    }
  }
  return own.map((row, at) => (row[own.length] ?? 0) / (row[at] ?? 1));
}
