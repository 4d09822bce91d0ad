import { between, heading, type Branch } from './branches.ts';
import { withContinued, type Chain, type Tip } from './continued.ts';

/** A branch with how thick its stroke is, pixels. */
export interface Stroke extends Branch {
  readonly thick: number;
}

/** The middle lines of ink, told apart. */
export interface Strokes {
  /** Of pens and stamps: they run on through what they cross, further than any letter's. */
  readonly drawn: readonly Stroke[];
  /** Of print. */
  readonly printed: readonly Stroke[];
  /** From the end of a stroke to where it goes on behind what it crosses. */
  readonly bridges: readonly Bridge[];
}

export interface Bridge {
  readonly from: number;
  readonly to: number;
  readonly thick: number;
  readonly isDrawn: boolean;
}

/** A branch as long as its stroke is thick, or less, is a bulge of its side or the width of what it crosses. */
const STUB = 0.8;
/** The direction of a branch's end is told by so many pixels, the first ones beside the node left out. */
const TOLD = 15;
const BESIDE_NODE = 4;
/** A stroke's course is noted every so many pixels. */
const STEP = 4;
/** A stroke goes on within so many degrees; one twice as thick is as unlike as so many. */
const GOES_ON = 42;
const THICKER = 40;
/** A line as straight (share of its length that its middle is off) and as level or upright (degrees) as this is the table's. */
const STRAIGHT = 0.02;
const LEVEL = 2.5;

interface End {
  readonly branch: number;
  readonly side: 0 | 1;
  /** Degrees, away from the node. */
  readonly heading: number;
  readonly thick: number;
}

/** Follows each stroke through what it crosses. `longest`: of letters, in pixels; `width`: of the picture; `depths`: of its ink. */
export function strokesOf(branches: readonly Branch[], depths: Float32Array, width: number, longest: number): Strokes {
  const strokes = branches.map((branch): Stroke => ({ ...branch, thick: 2 * middling(branch.path.map((at) => depths[at] ?? 0)) }));
  const join = joiner();
  const isStub = strokes.map(({ path, nodes: [a, b], thick }) => {
    const atEnds = 2 * Math.max(depths[path[0] ?? 0] ?? 0, depths[path.at(-1) ?? 0] ?? 0);
    if ((a < 0 && b < 0) || path.length > STUB * Math.max(thick, atEnds)) return false;
    if (a >= 0 && b >= 0) join.join(a, b);
    return true;
  });
  const ends = new Map<number, End[]>();
  strokes.forEach(({ path, nodes, thick }, branch) => {
    if (isStub[branch] === true) return;
    for (const side of [0, 1] as const) {
      if (nodes[side] < 0) continue;
      const node = join.of(nodes[side]);
      const outward = side === 0 ? path : path.toReversed();
      const from = Math.min(BESIDE_NODE, Math.floor(path.length / 3));
      const end = { branch, side, thick, heading: heading(outward, from, Math.min(path.length - 1, from + TOLD), width) };
      ends.set(node, [...(ends.get(node) ?? []), end]);
    }
  });
  const next = new Map<number, End>();
  const key = ({ branch, side }: Pick<End, 'branch' | 'side'>): number => 2 * branch + side;
  for (const own of ends.values())
    for (const [a, b] of pairsOf(own)) {
      next.set(key(a), b);
      next.set(key(b), a);
    }
  const chains: Chain[] = [];
  const seen = new Set<number>();
  strokes.forEach((_, start) => {
    if (seen.has(start) || isStub[start] === true) return;
    const chain = [start];
    seen.add(start);
    for (const side of [0, 1] as const)
      for (let end = next.get(key({ branch: start, side })); end !== undefined && !seen.has(end.branch);) {
        seen.add(end.branch);
        if (side === 0) chain.unshift(end.branch);
        else chain.push(end.branch);
        end = next.get(key({ branch: end.branch, side: end.side === 0 ? 1 : 0 }));
      }
    chains.push(chainOf(chain, strokes, width, (end) => next.has(key(end))));
  });
  const isLong = chains.map(({ extent, isRule }) => extent > longest && !isRule);
  const drawn = new Set(withContinued(chains, isLong, longest).flatMap(({ branches }) => branches));
  const isDrawn = (branch: number): boolean => drawn.has(branch);
  const bridges = [...next].flatMap(([from, to]): Bridge[] => {
    const [branch, side] = [from >> 1, from % 2];
    const [a, b] = [strokes[branch], strokes[to.branch]];
    const at = a?.path.at(side === 0 ? 0 : -1);
    const other = b?.path.at(to.side === 0 ? 0 : -1);
    if (branch > to.branch || a === undefined || at === undefined || other === undefined) return [];
    return [{ from: at, to: other, thick: Math.min(a.thick, to.thick), isDrawn: isDrawn(branch) }];
  });
  return {
    drawn: strokes.filter((_, branch) => isDrawn(branch)),
    printed: strokes.filter((_, branch) => !isDrawn(branch) && isStub[branch] !== true),
    bridges,
  };
}

/** The ends at a node of which one goes on as the other, those that do so best first. */
function pairsOf(ends: readonly End[]): [End, End][] {
  const all = ends.flatMap((a, index) =>
    ends.slice(index + 1).map((b) => {
      const unlike = THICKER * Math.abs(Math.log2(a.thick / b.thick));
      return { a, b, cost: 180 - between(a.heading, b.heading) + unlike };
    }),
  );
  const taken = new Set<End>();
  return all
    .filter(({ cost }) => cost <= GOES_ON)
    .sort((x, y) => x.cost - y.cost)
    .flatMap(({ a, b }): [End, End][] => {
      if (taken.has(a) || taken.has(b)) return [];
      taken.add(a);
      taken.add(b);
      return [[a, b]];
    });
}

function chainOf(
  branches: readonly number[],
  strokes: readonly Stroke[],
  width: number,
  isJoined: (end: Pick<End, 'branch' | 'side'>) => boolean,
): Chain {
  const parts = branches.flatMap((branch) => strokes[branch] ?? []);
  const tips = parts.flatMap(({ path, thick }, index) =>
    ([0, 1] as const).flatMap((side): Tip[] => {
      if (isJoined({ branch: branches[index] ?? -1, side })) return [];
      const outward = side === 0 ? path.toReversed() : path;
      const last = outward.length - 1 - Math.min(BESIDE_NODE, Math.floor(path.length / 3));
      const from = Math.max(0, last - TOLD);
      const at = outward.at(-1) ?? 0;
      return [{ x: at % width, y: Math.floor(at / width), heading: heading(outward, from, last, width), thick }];
    }),
  );
  const places = parts.flatMap(({ path }) => path);
  const [wide, high] = [spread(places.map((at) => at % width)), spread(places.map((at) => Math.floor(at / width)))];
  const course = parts.flatMap(({ path }) =>
    Array.from({ length: Math.max(0, Math.floor((path.length - 1 - TOLD) / STEP)) }, (_, step) => {
      const at = path[step * STEP + (TOLD >> 1)] ?? 0;
      return { x: at % width, y: Math.floor(at / width), heading: heading(path, step * STEP, step * STEP + TOLD, width) };
    }),
  );
  return {
    branches,
    length: places.length,
    extent: Math.max(wide, high),
    across: Math.min(wide, high),
    isRule: isRule(wide, high),
    tips,
    course,
  };
}

/** Whether a stroke so wide and high is a piece of a line of the table that was not known for one. */
function isRule(wide: number, high: number): boolean {
  const [long, across] = [Math.max(wide, high), Math.min(wide, high)];
  return across <= Math.tan((LEVEL * Math.PI) / 180) * long + STRAIGHT * long + 2;
}

function spread(values: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return most - least;
}

function middling(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Nodes that are one: two strokes that cross aslant meet twice. */
function joiner(): { join: (a: number, b: number) => void; of: (node: number) => number } {
  const parent = new Map<number, number>();
  const of = (node: number): number => {
    const up = parent.get(node);
    return up === undefined ? node : of(up);
  };
  return {
    of,
    join: (a, b) => {
      const [one, other] = [of(a), of(b)];
      if (one !== other) parent.set(one, other);
    },
  };
}
