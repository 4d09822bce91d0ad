import type { Bits } from '../pixels/picture.ts';
import { inkOf, neighbours } from './thin.ts';

/** A middle line between two places where lines meet or end: its pixels in order. */
export interface Branch {
  readonly path: readonly number[];
  /** The node that it begins and ends at; -1 where it ends freely. */
  readonly nodes: readonly [number, number];
}

/** Lines bend more than this (degrees) over so many pixels at a corner only. */
const CORNER = 75;
const OVER = 8;

/** The branches of middle lines; a sharp corner parts two that meet at no node. */
export function branchesOf({ width, data }: Bits): Branch[] {
  const around = neighbours(width);
  const beside = (at: number): number[] => around.map((step) => at + step).filter((other) => data[other] === 1);
  const ink = inkOf(data);
  const meeting = new Set(ink.filter((at) => beside(at).length > 2));
  const nodeOf = new Map<number, number>();
  let count = 0;
  for (const start of meeting) {
    if (nodeOf.has(start)) continue;
    const open = [start];
    nodeOf.set(start, count);
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const other of beside(at))
        if (meeting.has(other) && !nodeOf.has(other)) {
          nodeOf.set(other, count);
          open.push(other);
        }
    count++;
  }
  const seen = new Set<number>();
  const walk = (start: number): number[] => {
    const path: number[] = [];
    for (let at: number | undefined = start; at !== undefined;) {
      path.push(at);
      seen.add(at);
      at = beside(at).find((other) => !meeting.has(other) && !seen.has(other));
    }
    return path;
  };
  const branches: Branch[] = [];
  const add = (path: number[]): void => {
    const ends = [path[0] ?? 0, path.at(-1) ?? 0].map((end) => beside(end).flatMap((other) => nodeOf.get(other) ?? []));
    const first = ends[0]?.[0] ?? -1;
    const last = ends[1]?.findLast((node) => path.length > 1 || node !== first) ?? -1;
    branches.push({ path, nodes: [first, last] });
  };
  const isEnd = (at: number): boolean => beside(at).filter((other) => !meeting.has(other)).length < 2;
  for (const at of ink) if (!meeting.has(at) && !seen.has(at) && isEnd(at)) add(walk(at));
  // What is left are rings that meet nothing.
  for (const at of ink) if (!meeting.has(at) && !seen.has(at)) add(walk(at));
  return branches.flatMap((branch) => cutAtCorners(branch, width));
}

function cutAtCorners({ path, nodes }: Branch, width: number): Branch[] {
  const corners: number[] = [];
  for (let at = OVER; at < path.length - OVER; at++) {
    const bend = turnAt(path, at, width);
    if (bend < CORNER) continue;
    const last = corners.at(-1);
    if (last === undefined || at - last > OVER) corners.push(at);
    else if (bend > turnAt(path, last, width)) corners[corners.length - 1] = at;
  }
  if (corners.length === 0) return [{ path, nodes }];
  const cuts = [0, ...corners, path.length];
  return cuts.slice(1).map((to, index) => ({
    path: path.slice(cuts[index], to),
    nodes: [index === 0 ? nodes[0] : -1, to === path.length ? nodes[1] : -1],
  }));
}

function turnAt(path: readonly number[], at: number, width: number): number {
  return between(heading(path, at - OVER, at, width), heading(path, at, at + OVER, width));
}

/** The direction from one place of a path to another, in degrees. */
export function heading(path: readonly number[], from: number, to: number, width: number): number {
  const [a, b] = [path[from] ?? 0, path[to] ?? 0];
  const [dx, dy] = [(b % width) - (a % width), Math.floor(b / width) - Math.floor(a / width)];
  return (Math.atan2(dy, dx) * 180) / Math.PI;
}

/** Degrees between two directions. */
export function between(a: number, b: number): number {
  const apart = Math.abs(a - b) % 360;
  return apart > 180 ? 360 - apart : apart;
}
