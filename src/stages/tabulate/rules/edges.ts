import type { Page, Rule } from '../../../model/page.ts';

/** A straight edge of a table: `at` is its y (horizontal) or x (vertical), `from` ≤ `to` its extent along the other axis; points. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** All edges drawn on a page, pieces on one line already put together. */
export interface Edges {
  readonly horizontal: readonly Edge[];
  readonly vertical: readonly Edge[];
}

/** Pieces of one line closer than this (dots, dashes, corners drawn short) are one edge. */
const BRIDGED_GAP = 3;
/** Pieces whose positions differ by less than this lie on one line. */
const SAME_LINE = 0.8;
/** What remains shorter than this after bridging is a tick or a bullet, not an edge. */
const SHORTEST = 4;

function asEdge(rule: Rule): Edge {
  const [x0, y0, x1, y1] = rule.box;
  return rule.orientation === 'horizontal' ? { at: (y0 + y1) / 2, from: x0, to: x1 } : { at: (x0 + x1) / 2, from: y0, to: y1 };
}

function isFinite(edge: Edge): boolean {
  return Number.isFinite(edge.at) && Number.isFinite(edge.from) && Number.isFinite(edge.to);
}

/** Joins pieces that lie on one line and touch or nearly touch. */
export function mergeCollinear(pieces: readonly Edge[]): Edge[] {
  const byLine = [...pieces].sort((a, b) => a.at - b.at);
  const merged: Edge[] = [];
  let start = 0;
  while (start < byLine.length) {
    let end = start + 1;
    const first = byLine[start];
    while (end < byLine.length && (byLine[end]?.at ?? 0) - (first?.at ?? 0) <= SAME_LINE) end += 1;
    const line = byLine.slice(start, end).sort((a, b) => a.from - b.from);
    let current: Edge | null = null;
    for (const piece of line) {
      if (current !== null && piece.from - current.to <= BRIDGED_GAP) {
        const to: number = Math.max(current.to, piece.to);
        const weight = Math.max(0, current.to - current.from);
        const more = Math.max(0, piece.to - piece.from);
        const at: number = weight + more === 0 ? current.at : (current.at * weight + piece.at * more) / (weight + more);
        current = { at, from: current.from, to };
      } else {
        if (current !== null) merged.push(current);
        current = piece;
      }
    }
    if (current !== null) merged.push(current);
    start = end;
  }
  return merged.filter((edge) => edge.to - edge.from >= SHORTEST);
}

/** The edges of a page from its rules. Rules outside the page or without finite coordinates are ignored. */
export function edgesOf(page: Page): Edges {
  const inPage = (rule: Rule): boolean => {
    const [x0, y0, x1, y1] = rule.box;
    return x1 >= -2 && y1 >= -2 && x0 <= page.width + 2 && y0 <= page.height + 2;
  };
  const rules = page.rules.filter(inPage);
  const of = (orientation: Rule['orientation']): Edge[] =>
    mergeCollinear(
      rules
        .filter((rule) => rule.orientation === orientation)
        .map(asEdge)
        .filter(isFinite),
    );
  return { horizontal: of('horizontal'), vertical: of('vertical') };
}
