import type { Component, Labelled } from '../pixels/components.ts';
import type { PixelRule } from './find-rules.ts';

/** Ink this near a line's middle is the line's, pixels. */
const NEAR = 5;
/** Ink of which so much lies on lines is what is left of them, where two of them meet for the most part. */
const MOSTLY = 0.8;
/** Letters have no more ink than this on a line they touch; larger things are looked at whole. */
const WIDEST = 260;

/** What broken lines leave that was no piece of one line alone: ink that lies on known lines nearly all of it. */
export function ruleDebris(
  { components, runs }: Labelled,
  rules: readonly PixelRule[],
  width: number,
  height: number,
): ReadonlySet<Component> {
  const onLine = new Uint8Array(width * height);
  for (const { orientation, x0, x1, y0, y1 } of rules) {
    const level = orientation === 'horizontal';
    const [x, y] = [Math.round((x0 + x1) / 2), Math.round((y0 + y1) / 2)];
    const [left, right] = level ? [x0, x1] : [x - NEAR, x + NEAR];
    const [top, bottom] = level ? [y - NEAR, y + NEAR] : [y0, y1];
    for (let row = Math.max(0, Math.floor(top)); row <= Math.min(height - 1, bottom); row++)
      onLine.fill(1, row * width + Math.max(0, Math.floor(left)), row * width + Math.min(width, Math.ceil(right) + 1));
  }
  const inked = new Map<number, number>();
  runs.component.forEach((component, run) => {
    const row = (runs.y[run] ?? 0) * width;
    let count = 0;
    for (let x = runs.from[run] ?? 0; x < (runs.to[run] ?? 0); x++) count += onLine[row + x] ?? 0;
    if (count > 0) inked.set(component, (inked.get(component) ?? 0) + count);
  });
  return new Set(
    components.filter(({ label, ink, x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) <= WIDEST && (inked.get(label) ?? 0) >= MOSTLY * ink),
  );
}
