import { at } from '../lattice.ts';
import type { LaidLine } from './lay.ts';

/** Fewer texts without a heading may be anything. */
const FEWEST = 2;

/**
 * Which of the edges between columns part a heading from the values it heads: on one side nothing but the heading, on the other nothing under no heading, as where values
 * stand at the left of their column under headings in its middle. By the index of the column before the edge.
 */
export function edgesThroughHeads(lines: readonly LaidLine[], headerLines: number, columns: number): number[] {
  const isIn = ({ cells }: LaidLine, column: number): boolean => (cells[column] ?? null) !== null;
  const [header, body] = [lines.slice(0, headerLines), lines.slice(headerLines)];
  const headings = (column: number): number => header.filter((line) => isIn(line, column)).length;
  // A figure that runs over an edge, longer than those below it, stands in no column of its own there.
  const texts = (column: number): number =>
    body.filter((line) => isIn(line, column) && !line.spans.some(({ from }) => from === column)).length;
  const heads = Array.from({ length: columns }, (_, column) => headings(column) > 0 && texts(column) === 0);
  const bare = Array.from({ length: columns }, (_, column) => headings(column) === 0 && texts(column) >= FEWEST);
  const found: number[] = [];
  for (let column = 0; column + 1 < columns; column += 1) {
    const isParted = (at(heads, column) && at(bare, column + 1)) || (at(bare, column) && at(heads, column + 1));
    if (isParted && found.at(-1) !== column - 1) found.push(column);
  }
  return found;
}
