import type { Box } from '../../model/geometry.ts';
import type { Rule } from '../../model/page.ts';
import type { Stroke } from './painted.ts';

/** Lines whose middles are nearer than this are one line. */
const SAME_AXIS = 0.5;
/** Ends nearer than this touch. */
const TOUCH = 1;
/** Dots and dashes: pieces no longer than this, no further apart than that, at least so many, so long together. */
const DASH = 12;
const DASH_GAP = 4.5;
const FEWEST_DASHES = 4;
const SHORTEST_DASHED = 10;
/** What is left shorter than this is no rule but a detail of a drawing. */
const SHORTEST_RULE = 3;

/** A piece of line in the frame of its orientation: `axis` across it, `from`–`to` along it. */
interface Piece {
  axis: number;
  near: number;
  far: number;
  from: number;
  to: number;
  pieces: number;
  longest: number;
}

/** Rules from painted lines and specks: pieces that touch or overlap on one axis are one rule, and so are the dots of a dotted line. */
export function rulesFrom(strokes: readonly Stroke[], specks: readonly Stroke[]): Rule[] {
  return (['horizontal', 'vertical'] as const).flatMap((orientation) => {
    const lines = strokes.filter((stroke) => stroke.orientation === orientation);
    const solid = mergeOnAxes(
      lines.map((stroke) => toPiece(stroke.box, orientation)),
      TOUCH,
    );
    const long = solid.filter((piece) => piece.to - piece.from > DASH);
    const short = solid.filter((piece) => piece.to - piece.from <= DASH);
    const dots = specks.map((speck) => toPiece(speck.box, orientation));
    const dashed = mergeOnAxes([...short, ...dots], DASH_GAP);
    const kept = dashed.filter((piece) => isDashed(piece));
    const rest = short.filter((piece) => !kept.some((line) => covers(line, piece)));
    return mergeOnAxes([...long, ...kept, ...rest], TOUCH)
      .filter((piece) => piece.to - piece.from >= SHORTEST_RULE)
      .map((piece) => toRule(piece, orientation));
  });
}

function isDashed(piece: Piece): boolean {
  return piece.pieces >= FEWEST_DASHES && piece.to - piece.from >= SHORTEST_DASHED;
}

function covers(line: Piece, piece: Piece): boolean {
  return Math.abs(line.axis - piece.axis) <= SAME_AXIS && line.from <= piece.from + 0.01 && line.to >= piece.to - 0.01;
}

function mergeOnAxes(pieces: readonly Piece[], reach: number): Piece[] {
  const merged: Piece[] = [];
  const sorted = [...pieces].sort((a, b) => a.axis - b.axis);
  let group: Piece[] = [];
  const flush = (): void => {
    merged.push(...mergeAlong(group, reach));
    group = [];
  };
  for (const piece of sorted) {
    const first = group[0];
    if (first !== undefined && piece.axis - first.axis > SAME_AXIS) flush();
    group.push(piece);
  }
  flush();
  return merged;
}

function mergeAlong(group: readonly Piece[], reach: number): Piece[] {
  const merged: Piece[] = [];
  for (const piece of [...group].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && piece.from <= last.to + reach) {
      last.to = Math.max(last.to, piece.to);
      last.near = Math.min(last.near, piece.near);
      last.far = Math.max(last.far, piece.far);
      last.pieces += piece.pieces;
      last.longest = Math.max(last.longest, piece.longest);
    } else {
      merged.push({ ...piece });
    }
  }
  return merged;
}

function toPiece([x0, y0, x1, y1]: Box, orientation: Rule['orientation']): Piece {
  const [near, far, from, to] = orientation === 'horizontal' ? [y0, y1, x0, x1] : [x0, x1, y0, y1];
  return { axis: (near + far) / 2, near, far, from, to, pieces: 1, longest: to - from };
}

function toRule({ near, far, from, to }: Piece, orientation: Rule['orientation']): Rule {
  return { orientation, box: orientation === 'horizontal' ? [from, near, to, far] : [near, from, far, to] };
}
