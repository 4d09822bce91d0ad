import { overlap } from '../../../model/geometry.ts';
import type { Edge } from '../rules/edges.ts';
import { snap } from '../rules/snap.ts';

/** Horizontal edges one above the other with the same ends: what a table without column rules is drawn with. */
export interface Stack {
  readonly left: number;
  readonly right: number;
  /** y of its full-width edges, ascending; at least two. */
  readonly ys: readonly number[];
}

/** Ends of edges that belong together differ by less than this, in points. */
const SAME_END = 7;
/** The shortest edge that a stack is made of, in points. */
const SHORTEST = 60;

/** Edges on one line with small gaps (each column underlined on its own) taken as one. */
function wholeLines(edges: readonly Edge[]): Edge[] {
  return snap(edges).flatMap((line) => {
    const pieces = [...line.edges].sort((a, b) => a.from - b.from);
    const whole: Edge[] = [];
    for (const piece of pieces) {
      const last = whole.at(-1);
      if (last !== undefined && piece.from - last.to <= 24)
        whole[whole.length - 1] = { at: line.at, from: last.from, to: Math.max(last.to, piece.to) };
      else whole.push({ ...piece, at: line.at });
    }
    return whole;
  });
}

/** Stacks among horizontal edges. */
export function stacksOf(edges: readonly Edge[]): Stack[] {
  const lines = wholeLines(edges).filter((edge) => edge.to - edge.from >= SHORTEST);
  const stacks: { left: number; right: number; ys: number[] }[] = [];
  for (const line of lines.sort((a, b) => a.at - b.at)) {
    const stack = stacks.find((other) => Math.abs(other.left - line.from) <= SAME_END && Math.abs(other.right - line.to) <= SAME_END);
    if (stack === undefined) stacks.push({ left: line.from, right: line.to, ys: [line.at] });
    else stack.ys.push(line.at);
  }
  return stacks.filter((stack) => stack.ys.length >= 2);
}

/** Edges that lie inside a rectangle, at least in part. */
export function edgesWithin(edges: readonly Edge[], left: number, right: number, top: number, bottom: number): Edge[] {
  return edges.filter((edge) => edge.at >= top - 2 && edge.at <= bottom + 2 && overlap(edge.from, edge.to, left, right) > 0);
}
