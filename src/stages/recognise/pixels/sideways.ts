import type { Component } from './components.ts';

const MOST = 3000;
const FEWEST = 60;
/** No letter is smaller than this, in inches: what is is dust, which lies along a copier's edges. */
const SMALLEST = 0.03;

/** Whether the lines of text run up and down the page: letters stand nearer to their neighbours along a line than to those of the next one. */
export function isSideways(components: readonly Component[], dpi: number): boolean {
  const heights = components
    .map((each) => Math.max(each.y1 - each.y0, each.x1 - each.x0))
    .filter((high) => high >= SMALLEST * dpi)
    .sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length * 0.6)] ?? 0;
  const letters = components.filter((each) => {
    const side = Math.max(each.y1 - each.y0, each.x1 - each.x0);
    return side >= Math.max(0.4 * usual, SMALLEST * dpi) && side <= 2.2 * usual;
  });
  if (letters.length < FEWEST) return false;
  const cell = Math.max(8, usual * 2);
  const grid = new Map<string, Component[]>();
  const key = (x: number, y: number): string => `${String(Math.floor(x / cell))},${String(Math.floor(y / cell))}`;
  for (const each of letters) {
    const at = key((each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2);
    const list = grid.get(at);
    if (list === undefined) grid.set(at, [each]);
    else list.push(each);
  }
  let along = 0;
  let across = 0;
  const every = Math.max(1, Math.floor(letters.length / MOST));
  for (let index = 0; index < letters.length; index += every) {
    const each = letters[index];
    if (each === undefined) continue;
    const [x, y] = [(each.x0 + each.x1) / 2, (each.y0 + each.y1) / 2];
    let level = Infinity;
    let upright = Infinity;
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of grid.get(key(x + dx * cell, y + dy * cell)) ?? []) {
          if (other === each) continue;
          const besides = Math.min(each.y1, other.y1) - Math.max(each.y0, other.y0);
          const above = Math.min(each.x1, other.x1) - Math.max(each.x0, other.x0);
          if (besides > 0.4 * Math.min(each.y1 - each.y0, other.y1 - other.y0)) level = Math.min(level, -above);
          else if (above > 0.4 * Math.min(each.x1 - each.x0, other.x1 - other.x0)) upright = Math.min(upright, -besides);
        }
    if (level < upright) along++;
    else if (upright < level) across++;
  }
  return across > 1.3 * along;
}
