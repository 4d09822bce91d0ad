import type { Edge } from './edges.ts';

/** Parallel edges closer than this are one: the two lines of a double border, the facing sides of boxes set apart. */
const SAME_EDGE = 2.6;

/** Edges that snapped to one position. */
export interface EdgeLine {
  /** Mean position, weighted by length. */
  readonly at: number;
  readonly edges: readonly Edge[];
}

/** Gathers parallel edges into lines, ascending by position. */
export function snap(edges: readonly Edge[]): EdgeLine[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at);
  const lines: Edge[][] = [];
  for (const edge of sorted) {
    const line = lines.at(-1);
    const first = line?.[0];
    const last = line?.at(-1);
    if (
      line !== undefined &&
      first !== undefined &&
      last !== undefined &&
      edge.at - last.at <= SAME_EDGE &&
      edge.at - first.at <= 2 * SAME_EDGE
    ) {
      line.push(edge);
    } else {
      lines.push([edge]);
    }
  }
  return lines.map((line) => {
    let weight = 0;
    let sum = 0;
    for (const edge of line) {
      const length = Math.max(0.1, edge.to - edge.from);
      weight += length;
      sum += length * edge.at;
    }
    return { at: sum / weight, edges: line };
  });
}

/** Share of the interval `from`…`to` that the edges of a line cover, 0…1. */
export function coverage(line: EdgeLine, from: number, to: number): number {
  if (to <= from) return 0;
  const pieces = line.edges
    .map((edge): [number, number] => [Math.max(from, edge.from), Math.min(to, edge.to)])
    .filter(([start, end]) => end > start)
    .sort((a, b) => a[0] - b[0]);
  let covered = 0;
  let reached = from;
  for (const [start, end] of pieces) {
    if (end <= reached) continue;
    covered += end - Math.max(start, reached);
    reached = end;
  }
  return covered / (to - from);
}
