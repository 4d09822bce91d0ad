/** The first of the positions with the most others within `tolerance`, and how many these are, itself included; `null` for none. */
export function mostAlike(positions: readonly number[], tolerance: number): { readonly at: number; readonly count: number } | null {
  const sorted = Float64Array.from(positions).sort();
  const near = (x: number, other: number | undefined): boolean => other !== undefined && Math.abs(other - x) <= tolerance;
  let best = new Set<number>();
  let count = 0;
  let from = 0;
  let to = 0;
  sorted.forEach((x, index) => {
    while (from < index && !near(x, sorted[from])) from += 1;
    while (near(x, sorted[to])) to += 1;
    if (to - from < count) return;
    if (to - from > count) best = new Set();
    count = to - from;
    best.add(x);
  });
  const at = positions.find((x) => best.has(x));
  return at === undefined ? null : { at, count };
}
