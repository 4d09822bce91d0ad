import { overlap } from '../../../model/geometry.ts';
import type { Edge } from '../rules/edges.ts';
import { snap } from '../rules/snap.ts';

/** Horizontal edges one above the other with the same ends: what a table without column rules is drawn with. */
export interface Stack {
  readonly left: number;
  readonly right: number;
  /** y of its edges, ascending; at least two. */
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

/** An edge that ends where a stack does, but only on one side, belongs to it from this share of its width on: merged cells break the others' edges. */
const PART = 0.25;

interface Growing {
  readonly left: number;
  readonly right: number;
  readonly full: Edge[];
  readonly part: Edge[];
}

const sameLeft = (stack: Growing, edge: Edge): boolean => Math.abs(stack.left - edge.from) <= SAME_END;
const sameRight = (stack: Growing, edge: Edge): boolean => Math.abs(stack.right - edge.to) <= SAME_END;

/** Whether the shorter edges of a stack are those of two tables side by side under a common rule. */
function isPair(stack: Growing): boolean {
  const left = stack.part.filter((edge) => sameLeft(stack, edge));
  const right = stack.part.filter((edge) => sameRight(stack, edge));
  const reach = Math.max(...left.map((edge) => edge.to));
  return left.length >= 2 && right.length >= 2 && right.every((edge) => edge.from > reach);
}

/** Stacks among horizontal edges, the widest first; an edge belongs to the widest stack that it fits. */
export function stacksOf(edges: readonly Edge[]): Stack[] {
  let lines = wholeLines(edges)
    .filter((edge) => edge.to - edge.from >= SHORTEST)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const stacks: Stack[] = [];
  while (lines.length > 0) {
    const [widest] = lines;
    if (widest === undefined) break;
    const stack: Growing = { left: widest.from, right: widest.to, full: [], part: [] };
    for (const line of lines) {
      if (sameLeft(stack, line) && sameRight(stack, line)) stack.full.push(line);
      else if ((sameLeft(stack, line) || sameRight(stack, line)) && line.to - line.from >= PART * (stack.right - stack.left))
        stack.part.push(line);
    }
    const own = isPair(stack) ? stack.full : [...stack.full, ...stack.part];
    const taken = new Set(own);
    lines = lines.filter((line) => !taken.has(line));
    const ys = own.map((edge) => edge.at).sort((a, b) => a - b);
    if (ys.length >= 2) stacks.push({ left: stack.left, right: stack.right, ys });
  }
  return stacks;
}

/** Edges that lie inside a rectangle, at least in part. */
export function edgesWithin(edges: readonly Edge[], left: number, right: number, top: number, bottom: number): Edge[] {
  return edges.filter((edge) => edge.at >= top - 2 && edge.at <= bottom + 2 && overlap(edge.from, edge.to, left, right) > 0);
}
