import type { Component, Labelled } from '../pixels/components.ts';
import type { PixelRule } from './find-rules.ts';

/** What is left where two lines cross is no larger than this (pixels at 300 dpi). */
const LARGEST = 80;
/** Pieces this near in line are of one line; it is broken no further than this where another one crosses it. */
const IN_LINE = 5;
const BREAK = 48;
/** A piece may reach this far into the ink. */
const INTO = 4;
/** Ink this near a line's middle is the line's; so much of the ink is. */
const NEAR = 6;
const MOSTLY = 0.75;

interface Line {
  readonly place: number;
  readonly pieces: readonly (readonly [number, number])[];
}

/**
 * What a copier left where two broken lines cross, pieces of both on three sides of it at least: a clerk sees no sign there, however much it looks like a `+`
 * or an `L`.
 */
export function crossingDebris({ components, runs }: Labelled, rules: readonly PixelRule[]): ReadonlySet<Component> {
  const [level, upright] = [linesOf(rules, 'horizontal'), linesOf(rules, 'vertical')];
  const found = new Map<number, { readonly each: Component; readonly x: number; readonly y: number }>();
  for (const each of components) {
    if (Math.max(each.x1 - each.x0, each.y1 - each.y0) > LARGEST) continue;
    const row = level.find(({ place }) => place >= each.y0 && place <= each.y1);
    const column = row === undefined ? undefined : upright.find(({ place }) => place >= each.x0 && place <= each.x1);
    if (row === undefined || column === undefined) continue;
    if (armsOf(row, each.x0, each.x1) + armsOf(column, each.y0, each.y1) >= 3)
      found.set(each.label, { each, x: column.place, y: row.place });
  }
  const onLine = new Map<number, number>();
  runs.component.forEach((component, run) => {
    const own = found.get(component);
    if (own === undefined) return;
    const [from, to] = [runs.from[run] ?? 0, runs.to[run] ?? 0];
    const isLevel = Math.abs((runs.y[run] ?? 0) - own.y) <= NEAR;
    const ink = isLevel ? to - from : Math.max(0, Math.min(to, own.x + NEAR) - Math.max(from, own.x - NEAR));
    onLine.set(component, (onLine.get(component) ?? 0) + ink);
  });
  return new Set([...found.values()].flatMap(({ each }) => ((onLine.get(each.label) ?? 0) >= MOSTLY * each.ink ? [each] : [])));
}

/** On how many sides of a stretch that it leaves open a line goes on. */
function armsOf({ pieces }: Line, from: number, to: number): number {
  const before = pieces.some(([, end]) => end <= from + INTO && end >= from - BREAK);
  const after = pieces.some(([start]) => start >= to - INTO && start <= to + BREAK);
  return Number(before) + Number(after);
}

function linesOf(rules: readonly PixelRule[], orientation: PixelRule['orientation']): Line[] {
  const lines: { place: number; pieces: [number, number][] }[] = [];
  const own = rules
    .filter((rule) => rule.orientation === orientation)
    .map(({ x0, x1, y0, y1 }) =>
      orientation === 'horizontal' ? { place: (y0 + y1) / 2, from: x0, to: x1 } : { place: (x0 + x1) / 2, from: y0, to: y1 },
    )
    .sort((a, b) => a.place - b.place);
  for (const { place, from, to } of own) {
    const line = lines.at(-1);
    if (line !== undefined && place - line.place <= IN_LINE) line.pieces.push([from, to]);
    else lines.push({ place, pieces: [[from, to]] });
  }
  return lines;
}
