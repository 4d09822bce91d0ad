import type { Box } from '../../../model/geometry.ts';
import { boxAround } from '../../../model/geometry.ts';
import type { Edge, Edges } from './edges.ts';

/** Edges that touch each other, directly or through others: what one table is drawn with. */
export interface Component extends Edges {
  readonly box: Box;
}

/** Edges whose ends miss each other by less than this still touch. */
const TOUCH = 3;

class DisjointSets {
  private readonly parent: number[];
  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, index) => index);
  }
  find(item: number): number {
    let root = item;
    for (let up = this.parent[root] ?? root; up !== root; up = this.parent[root] ?? root) root = up;
    this.parent[item] = root;
    return root;
  }
  join(a: number, b: number): void {
    this.parent[this.find(a)] = this.find(b);
  }
}

function lowerBound(sorted: readonly Edge[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Joins parallel edges that overlap and lie within {@link TOUCH}: double borders, boxes side by side. */
function joinParallel(sorted: readonly Edge[], offset: number, sets: DisjointSets): void {
  for (let i = 0; i < sorted.length; i += 1) {
    const a = sorted[i];
    if (a === undefined) continue;
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j];
      if (b === undefined || b.at - a.at > TOUCH) break;
      if (a.from <= b.to + TOUCH && b.from <= a.to + TOUCH) sets.join(offset + i, offset + j);
    }
  }
}

/** Splits edges into connected components, in no particular order. */
export function componentsOf(edges: Edges): Component[] {
  const horizontal = [...edges.horizontal].sort((a, b) => a.at - b.at);
  const vertical = [...edges.vertical].sort((a, b) => a.at - b.at);
  const sets = new DisjointSets(horizontal.length + vertical.length);
  joinParallel(horizontal, 0, sets);
  joinParallel(vertical, horizontal.length, sets);
  horizontal.forEach((edge, index) => {
    for (let other = lowerBound(vertical, edge.from - TOUCH); other < vertical.length; other += 1) {
      const crossing = vertical[other];
      if (crossing === undefined || crossing.at > edge.to + TOUCH) break;
      if (crossing.from - TOUCH <= edge.at && edge.at <= crossing.to + TOUCH) sets.join(index, horizontal.length + other);
    }
  });
  const members = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>();
  const member = (index: number): { horizontal: Edge[]; vertical: Edge[] } => {
    const root = sets.find(index);
    const found = members.get(root) ?? { horizontal: [], vertical: [] };
    members.set(root, found);
    return found;
  };
  horizontal.forEach((edge, index) => member(index).horizontal.push(edge));
  vertical.forEach((edge, index) => member(horizontal.length + index).vertical.push(edge));
  return [...members.values()].map((group) => ({ ...group, box: boxOf(group) }));
}

/** The box around edges; a degenerate box at the origin for none. */
export function boxOf(edges: Edges): Box {
  const around = boxAround([
    ...edges.horizontal.map((edge): Box => [edge.from, edge.at, edge.to, edge.at]),
    ...edges.vertical.map((edge): Box => [edge.at, edge.from, edge.at, edge.to]),
  ]);
  return around ?? [0, 0, 0, 0];
}
