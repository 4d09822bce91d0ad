import type { Box } from '../../model/geometry.ts';
import { apply, boxOfPoints, type Matrix, type Point } from './matrix.ts';

/** One piece of a path, as displayed. `curved` parts are kept as gaps: `lines` holds the straight ones only. */
export interface Subpath {
  readonly lines: readonly (readonly [Point, Point])[];
  readonly box: Box;
  /** Its corners, those of the curves' control lines among them: for what bulges outwards, an outline drawn a little wide. */
  readonly outline: readonly Point[];
  readonly curved: boolean;
  /** The four sides of an upright rectangle and nothing else. */
  readonly rectangle: boolean;
}

const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
const UPRIGHT = 0.05;

/** The subpaths of pdfjs's packed path: codes, each followed by its coordinates before the transformation. */
export function subpathsOf(packed: unknown, ctm: Matrix, closeAll: boolean): Subpath[] {
  if (!(packed instanceof Float32Array)) return [];
  const subpaths: Subpath[] = [];
  let points: Point[] = [];
  let lines: (readonly [Point, Point])[] = [];
  let curved = false;
  const flush = (close: boolean): void => {
    const first = points[0];
    const last = points.at(-1);
    if (first !== undefined && last !== undefined && points.length > 1) {
      if (close && (first.x !== last.x || first.y !== last.y)) lines.push([last, first]);
      const box = boxOfPoints(points);
      subpaths.push({ lines, box, outline: points, curved, rectangle: !curved && isRectangle(lines) });
    }
    points = [];
    lines = [];
    curved = false;
  };
  for (let i = 0; i < packed.length;) {
    const code = packed[i];
    const at = (k: number): Point => apply(ctm, packed[i + 1 + 2 * k] ?? 0, packed[i + 2 + 2 * k] ?? 0);
    const last = points.at(-1);
    if (code === MOVE) {
      flush(closeAll);
      points.push(at(0));
      i += 3;
    } else if (code === LINE) {
      const to = at(0);
      if (last !== undefined) lines.push([last, to]);
      points.push(to);
      i += 3;
    } else if (code === CURVE) {
      points.push(at(0), at(1), at(2));
      curved = true;
      i += 7;
    } else if (code === QUADRATIC) {
      points.push(at(0), at(1));
      curved = true;
      i += 5;
    } else if (code === CLOSE) {
      const first = points[0];
      flush(true);
      if (first !== undefined) points.push(first);
      i += 1;
    } else break;
  }
  flush(closeAll);
  return subpaths;
}

function isRectangle(lines: readonly (readonly [Point, Point])[]): boolean {
  const sides = lines.filter(([a, b]) => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) > UPRIGHT);
  if (sides.length !== 4) return false;
  return sides.every(([a, b], index) => {
    const horizontal = Math.abs(a.y - b.y) <= UPRIGHT;
    const vertical = Math.abs(a.x - b.x) <= UPRIGHT;
    const next = sides[(index + 1) % 4];
    if (next === undefined) return false;
    const nextHorizontal = Math.abs(next[0].y - next[1].y) <= UPRIGHT;
    return (horizontal && !nextHorizontal) || (vertical && nextHorizontal);
  });
}
