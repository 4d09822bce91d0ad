import { boxOf, type Component } from './components.ts';

/** So many other level lines, each by itself, show a table that is drawn with level lines only. */
const LINES = 4;
/** They run as far as those of the row, but for this share. */
const AS_FAR = 0.8;

const isLineAlone = ({ horizontal, vertical }: Component): boolean => horizontal.length === 1 && vertical.length === 0;

/** How much of the wider of two components the other stands over. */
function over(a: Component, b: Component): number {
  const [width, other] = [a.box[2] - a.box[0], b.box[2] - b.box[0]];
  return (Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0])) / Math.max(1, width, other);
}

/**
 * Without an upright that parts one row of a table which has level lines only: the stem of a figure or a scratch, which would make a grid of its own of that row.
 */
export function withoutStrayUprights(components: readonly Component[]): Component[] {
  const alone = components.filter(isLineAlone);
  return components.flatMap((component) => {
    const { horizontal, vertical } = component;
    const isRow = horizontal.length === 2 && vertical.length === 1;
    if (!isRow || alone.filter((line) => over(line, component) >= AS_FAR).length < LINES) return [component];
    return horizontal.map((edge) => ({ horizontal: [edge], vertical: [], box: boxOf({ horizontal: [edge], vertical: [] }) }));
  });
}
