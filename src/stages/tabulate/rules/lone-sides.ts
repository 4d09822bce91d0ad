import type { Box } from '../../../model/geometry.ts';
import { boxOf, type Component } from './components.ts';

/** Ends that agree within this are the same, in points. */
const SAME_END = 5;

function isLoneVertical(component: Component): boolean {
  return component.horizontal.length === 0 && component.vertical.length > 0;
}

/** Horizontal distance between two boxes; 0 when they overlap. */
function distance(a: Box, b: Box): number {
  return Math.max(0, b[0] - a[2], a[0] - b[2]);
}

/**
 * Gives side borders that touch nothing back to their table: where a merged cell fills a whole page, page breaks leave only its outer border. Such a
 * border is as high as the table beside it.
 */
export function withLoneSides(components: readonly Component[]): Component[] {
  const whole = components.filter((component) => component.horizontal.length >= 2 && component.vertical.length >= 1);
  const extra = new Map<Component, Component[]>();
  const given = new Set<Component>();
  for (const lone of components.filter(isLoneVertical)) {
    const beside = whole
      .filter((table) => Math.abs(table.box[1] - lone.box[1]) <= SAME_END && Math.abs(table.box[3] - lone.box[3]) <= SAME_END)
      .filter((table) => lone.box[2] < table.box[0] || lone.box[0] > table.box[2])
      .sort((a, b) => distance(a.box, lone.box) - distance(b.box, lone.box))[0];
    if (beside === undefined || distance(beside.box, lone.box) > beside.box[2] - beside.box[0]) continue;
    extra.set(beside, [...(extra.get(beside) ?? []), lone]);
    given.add(lone);
  }
  return components
    .filter((component) => !given.has(component))
    .map((component) => {
      const vertical = [...component.vertical, ...(extra.get(component) ?? []).flatMap((lone) => lone.vertical)];
      return { horizontal: component.horizontal, vertical, box: boxOf({ horizontal: component.horizontal, vertical }) };
    });
}
